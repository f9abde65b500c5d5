// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/login/questiondialog.h"

namespace lvs {

struct SecretQuestion;

/// Asks for what ssh needs: a password, the passphrase of a key, or an answer in the far side's own words.
class SecretDialog : public QuestionDialog
{
    Q_OBJECT
public:
    SecretDialog(const Asker &asker, const SecretQuestion &question, QWidget *parent);

    QString secret() const;

private:
    QLineEdit *m_secret = nullptr; ///< a notice has none
};

} // namespace lvs
