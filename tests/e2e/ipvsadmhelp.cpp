// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/ipvsadmhelp.h"

#include <QRegularExpression>

namespace lvs::e2e {

using namespace Qt::StringLiterals;

namespace {

/// The synopsis names commands by their short forms: "ipvsadm -A|E virtual-service …".
QStringList commandsOfSynopsis(const QString &help)
{
    static const QRegularExpression line(u"^  ipvsadm (-\\w(?:\\|\\w)*|--[a-z-]+)"_s,
                                         QRegularExpression::MultilineOption);
    QStringList commands;
    for (const auto &match : line.globalMatch(help)) {
        QStringList spellings = match.captured(1).split(u'|');
        for (QString &spelling : spellings) {
            if (!spelling.startsWith(u'-'))
                spelling.prepend(u'-');
        }
        commands += spellings;
    }
    return commands;
}

} // namespace

QStringList optionsOfHelp(const QString &help)
{
    // "  --list            -L|-l     list the table", "  --tcp-service|-t  service-address  …"
    static const QRegularExpression line(u"^  (--[a-z0-9-]+)(?:\\||\\s+)?((?:-\\w\\|)*-\\w\\b)?"_s,
                                         QRegularExpression::MultilineOption);
    QStringList options;
    QStringList spellings;
    for (const auto &match : line.globalMatch(help)) {
        QStringList all{match.captured(1)};
        all += match.captured(2).split(u'|', Qt::SkipEmptyParts);
        spellings += all;
        options.append(all.join(u' '));
    }
    for (const QString &command : commandsOfSynopsis(help)) {
        if (!spellings.contains(command))
            options.append(command); // in the synopsis alone
    }
    options.sort();
    return options;
}

} // namespace lvs::e2e
