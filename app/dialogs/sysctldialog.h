// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/formdialog.h"
#include "core/change/operation.h"

class QComboBox;
class QLineEdit;

namespace lvs {

class FormField;

/// Asks for the value of a tunable.
class SysctlDialog : public FormDialog
{
    Q_OBJECT
public:
    /// `name` is that of a known tunable; `present` is what the machine has, `planned` what is drafted for it, or the
    /// same.
    SysctlDialog(const QString &name, const QString &present, const QString &planned, QWidget *parent = nullptr);

    /// Valid once accepted.
    SetSysctl change() const { return m_change; }

private:
    struct Field {
        QLineEdit *edit = nullptr;
        FormField *field = nullptr;
    };
    void addChoice(const QStringList &values);
    void addPair();
    Field addText(const QString &name, const QString &label, const QString &text, const QString &explanation);
    QString enteredText() const;
    void showErrors(const Result<QString> &value);
    void refresh();

    const Sysctl &m_sysctl;
    QString m_planned;
    SetSysctl m_change;
    QComboBox *m_choice = nullptr;
    Field m_value;  ///< the first number of a pair; null for a choice
    Field m_second; ///< of a pair
    Field m_line;   ///< for sysctl.d
};

} // namespace lvs
