// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/login/secretdialog.h"

#include "app/directors/loginprompter.h"

#include <QLineEdit>
#include <QPushButton>

namespace lvs {

namespace {

using Kind = SecretQuestion::Kind;

QString subjectOf(Kind kind)
{
    switch (kind) {
    case Kind::Password:
        return SecretDialog::tr("Password");
    case Kind::KeyPassphrase:
        return SecretDialog::tr("Passphrase of your key");
    case Kind::Other:
        return SecretDialog::tr("Question of the director");
    case Kind::Notice:
        break;
    }
    return SecretDialog::tr("Confirm the login");
}

QString sentenceOf(const SecretQuestion &question)
{
    switch (question.kind) {
    case Kind::Password:
        return SecretDialog::tr("Log in as %1.").arg(question.subject);
    case Kind::KeyPassphrase:
        return SecretDialog::tr("Your key %1 is protected by a passphrase.").arg(question.subject);
    default:
        return question.text;
    }
}

} // namespace

SecretDialog::SecretDialog(const Asker &asker, const SecretQuestion &question, QWidget *parent)
    : QuestionDialog(subjectOf(question.kind), asker, tr("Log in"), parent)
{
    setSentence(sentenceOf(question));
    if (question.again)
        addWarning(tr("That was not accepted. Try again."));
    switch (question.kind) {
    case Kind::Password:
        m_secret = addSecret(tr("Password"));
        break;
    case Kind::KeyPassphrase:
        m_secret = addSecret(tr("Passphrase"));
        break;
    case Kind::Other:
        m_secret = addSecret(tr("Answer"));
        break;
    case Kind::Notice:
        acceptButton()->hide(); // it closes by itself
        break;
    }
}

QString SecretDialog::secret() const
{
    return m_secret ? m_secret->text() : QString();
}

} // namespace lvs
