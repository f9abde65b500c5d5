// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/commandstext.h"

#include <QCoreApplication>

#include <ranges>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandsText)
public:
    static QString more(int count) { return tr("# … and %Ln more change(s)", nullptr, count); }
};

} // namespace

QStringList commandsPreview(const ChangePlan &plan)
{
    constexpr std::size_t mostOperations = 1000;
    QStringList commands;
    for (const Operation &operation : plan.operations | std::views::take(mostOperations))
        commands << commandsFor(operation);
    if (plan.operations.size() > mostOperations)
        commands << Words::more(int(plan.operations.size() - mostOperations));
    return commands;
}

} // namespace lvs
