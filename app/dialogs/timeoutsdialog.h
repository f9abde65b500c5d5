// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/formdialog.h"
#include "core/change/operation.h"

class QLineEdit;

namespace lvs {

class FormField;

/// Asks for the timeouts of connections.
class TimeoutsDialog : public FormDialog
{
    Q_OBJECT
public:
    explicit TimeoutsDialog(const Timeouts &present, QWidget *parent = nullptr);

    /// Valid once accepted.
    SetTimeouts change() const { return m_change; }

private:
    struct Field {
        QLineEdit *edit = nullptr;
        FormField *field = nullptr;
    };
    Field addTimeout(const QString &name, const QString &label, quint32 seconds, const QString &explanation);
    void refresh();

    SetTimeouts m_change;
    Field m_tcp;
    Field m_tcpFin;
    Field m_udp;
};

} // namespace lvs
