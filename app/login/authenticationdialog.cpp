// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/login/authenticationdialog.h"

#include "app/directors/loginprompter.h"

#include <QComboBox>
#include <QLineEdit>

namespace lvs {

AuthenticationDialog::AuthenticationDialog(const Asker &asker, const AuthenticationQuestion &question, QWidget *parent)
    : QuestionDialog(tr("Authentication required"), asker, tr("Authenticate"), parent)
{
    setSentence(question.message);
    if (question.users.size() > 1) {
        m_users = new QComboBox(this);
        m_users->addItems(question.users);
        addField(tr("Authenticate as"), m_users);
    } else {
        addValue(tr("Authenticate as"), question.users.value(0));
    }
    // PAM's wording matters where it is not the usual one, such as a one-time code.
    const QString prompt = question.prompt.trimmed();
    const bool isUsual = prompt.isEmpty() || prompt.startsWith(QLatin1StringView("Password"));
    m_secret = addSecret(isUsual ? tr("Password") : prompt);
    addExplanation(tr("Asked by the director for the action %1.").arg(question.actionId));
}

AuthenticationAnswer AuthenticationDialog::answer() const
{
    return {.user = m_users ? m_users->currentIndex() : 0, .secret = m_secret->text()};
}

} // namespace lvs
