// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/cleardialog.h"

#include "app/dialogs/form.h"
#include "app/dialogs/formfield.h"
#include "core/change/bulk.h"

#include <QLabel>
#include <QLineEdit>

namespace lvs {

ClearDialog::ClearDialog(const QString &director, const IpvsTable &table, QWidget *parent)
    : FormDialog(tr("Clear the table of %1").arg(director), tr("Draft clearing"), parent)
{
    const QString word = tr("clear", "the word to type");
    form()->addText(tr("Director"), director);
    const QString servers = tr("%Ln real server(s)", nullptr, int(table.serverCount()));
    auto *count = new QLabel(
        tr("%Ln virtual service(s)", "goes", int(table.entries().size())) + QStringLiteral(", ") + servers, this);
    count->setObjectName(QStringLiteral("count"));
    form()->add(
        tr("Goes"), count,
        tr("Clients of every service are refused from then on. Undo brings the table back, but not the counters."));
    auto *typed = new QLineEdit(this);
    typed->setObjectName(QStringLiteral("word"));
    form()->add(tr("Confirm"), typed, tr("Type “%1”. Nothing happens on the director before you apply.").arg(word));
    const QStringList commands = commandsFor(clearing(table));
    const auto refresh = [this, typed, word, commands] {
        refreshed(!commands.isEmpty() && typed->text().trimmed() == word, commands);
    };
    connect(typed, &QLineEdit::textChanged, this, refresh);
    refresh();
    typed->setFocus();
}

} // namespace lvs
