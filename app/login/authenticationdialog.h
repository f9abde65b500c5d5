// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/login/questiondialog.h"

class QComboBox;

namespace lvs {

struct AuthenticationAnswer;
struct AuthenticationQuestion;

/// polkit's question: what is to be done on which director, and who allows it.
class AuthenticationDialog : public QuestionDialog
{
    Q_OBJECT
public:
    AuthenticationDialog(const Asker &asker, const AuthenticationQuestion &question, QWidget *parent);

    AuthenticationAnswer answer() const;

private:
    QComboBox *m_users = nullptr; ///< only where there is a choice
    QLineEdit *m_secret;
};

} // namespace lvs
