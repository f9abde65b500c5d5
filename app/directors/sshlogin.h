// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directors/askpassserver.h"
#include "app/directors/endprocess.h"
#include "app/directors/loginprompter.h"
#include "app/directors/sshcommand.h"

#include <QTimer>

namespace lvs {

struct DubiousHostKey;

/// One ssh login: the system's ssh as a control master, whose questions reach the person through a LoginPrompter.
/// Asynchronous; ends once, with ended(), and is not used again. Deleting it ends ssh and withdraws its question.
class SshLogin : public QObject
{
    Q_OBJECT
public:
    /// `askpassSocket` is a path in the private directory that also holds the control path.
    SshLogin(SshCommand command, QString askpassProgram, QString askpassSocket, LoginPrompter &prompter, Asker asker,
             QObject *parent = nullptr);
    ~SshLogin() override;

    /// How long ssh may take in which it does not wait for the person.
    static constexpr std::chrono::seconds longestSilence{25};

    void start();

Q_SIGNALS:
    /// Channels can be opened from now on.
    void loggedIn();
    /// The login failed, or the link broke (LinkLost).
    void ended(const lvs::Error &error);

private:
    void onAsked(const QString &prompt, const QString &hint, QObject *context, const AskpassServer::Answer &answer);
    void ask(const HostKeyQuestion &question, QObject *context, const AskpassServer::Answer &answer);
    void ask(const DubiousHostKey &key, QObject *context, const AskpassServer::Answer &answer);
    void ask(const SecretQuestion &question, QObject *context, const AskpassServer::Answer &answer);
    void waitFor(QFuture<void> question, QObject *context);
    void onOutput();
    void onFinished();
    void end(const Error &error);

    SshCommand m_command;
    QString m_askpassProgram;
    QString m_askpassSocket;
    LoginPrompter &m_prompter;
    Asker m_asker;
    AskpassServer m_askpass;
    ProcessPointer m_ssh;
    QTimer m_limit;
    QByteArray m_standardError;
    QByteArray m_echo;
    QString m_lastSubject;                ///< of the secret asked before
    std::optional<ErrorCode> m_dismissed; ///< the person closed a question
    QFuture<void> m_question;             ///< the open one
    int m_questions = 0;
    bool m_loggedIn = false;
    bool m_ended = false;
};

} // namespace lvs
