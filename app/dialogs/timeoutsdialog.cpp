// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/timeoutsdialog.h"

#include "app/dialogs/form.h"
#include "app/dialogs/formfield.h"
#include "core/change/changeplan.h"
#include "core/types/numbers.h"

#include <QLineEdit>

namespace lvs {

TimeoutsDialog::TimeoutsDialog(const Timeouts &present, QWidget *parent)
    : FormDialog(tr("Change timeouts"), tr("Change timeouts"), parent)
    , m_change{.before = present, .after = present}
    , m_tcp(addTimeout(QStringLiteral("tcp"), tr("&TCP"), present.tcp,
                       tr("Seconds without a packet after which an open TCP connection is forgotten. An application "
                          "that is silent for longer loses its connection.")))
    , m_tcpFin(addTimeout(QStringLiteral("tcpFin"), tr("TCP after &FIN"), present.tcpFin,
                          tr("Seconds that a TCP connection stays after the client has closed it.")))
    , m_udp(addTimeout(QStringLiteral("udp"), tr("&UDP"), present.udp,
                       tr("Seconds for which packets of a client go to the same real server.")))
{
    refresh();
    m_tcp.edit->setFocus();
    m_tcp.edit->selectAll();
}

TimeoutsDialog::Field TimeoutsDialog::addTimeout(const QString &name, const QString &label, quint32 seconds,
                                                 const QString &explanation)
{
    auto *edit = new QLineEdit(QString::number(seconds), this);
    edit->setObjectName(name);
    connect(edit, &QLineEdit::textChanged, this, &TimeoutsDialog::refresh);
    return {.edit = edit, .field = form()->add(label, edit, explanation)};
}

void TimeoutsDialog::refresh()
{
    bool complete = true;
    const auto read = [&complete](const Field &field, quint32 &seconds) {
        // The kernel would take 0 as "leave it as it is".
        const auto value = numberFromText(field.edit->text(), 1, limits::largestTimeout);
        field.field->setError(errorOf(value));
        if (value)
            seconds = *value;
        complete = complete && value;
    };
    read(m_tcp, m_change.after.tcp);
    read(m_tcpFin, m_change.after.tcpFin);
    read(m_udp, m_change.after.udp);
    const bool acceptable = complete && m_change.after != m_change.before;
    refreshed(acceptable, acceptable ? commandsFor(m_change) : QStringList());
}

} // namespace lvs
