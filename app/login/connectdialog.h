// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directors/sshtarget.h"
#include "app/session/environment.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace lvs {

/// Asks which machine to connect to. Deletes itself when closed.
class ConnectDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ConnectDialog(QWidget *parent);

    /// Once accepted.
    const SshTarget &target() const { return m_target; }
    Environment environment() const;

private:
    void refresh();

    SshTarget m_target;
    QLineEdit *m_host;
    QLabel *m_error;
    QComboBox *m_environment;
    QPushButton *m_accept;
};

} // namespace lvs
