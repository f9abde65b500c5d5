// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/formdialog.h"
#include "core/probe/serverhealth.h"

class QLineEdit;

namespace lvs {

class FormField;

/// Asks how the health of servers is to be checked by HTTP. Deletes itself when closed.
class HealthDialog : public FormDialog
{
    Q_OBJECT
public:
    HealthDialog(qsizetype servers, const HealthOptions &present, QWidget *parent);

    /// Valid once accepted.
    const HealthOptions &options() const { return m_options; }

private:
    QLineEdit *addEdit(const QString &name, const QString &text);
    void refresh();

    HealthOptions m_options;
    QLineEdit *m_port;
    QLineEdit *m_path;
    QLineEdit *m_host;
    FormField *m_portField;
    FormField *m_pathField;
    FormField *m_hostField;
};

} // namespace lvs
