// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directors/agenttext.h"
#include "app/directors/endprocess.h"
#include "app/directors/loginprompter.h"
#include "core/error.h"

#include <QPromise>
#include <QTimer>

namespace lvs {

/// polkit's text agent on the far side of an ssh channel with a terminal, shown as our dialog: the far side starts no
/// agent by itself.
class TerminalAgent : public QObject
{
    Q_OBJECT
public:
    TerminalAgent(LoginPrompter &prompter, Asker asker, QObject *parent = nullptr);
    ~TerminalAgent() override;

    /// How long the far side may take to register the agent.
    static constexpr std::chrono::seconds longestStart{20};
    /// The remote command for a process that polkit will ask about.
    static QString remoteCommand(quint32 pid);

    /// Starts ssh with `arguments`. Finishes when polkit knows the agent, or with NoAuthenticationAgent.
    QFuture<Result<void>> start(const QStringList &arguments);
    bool isRunning() const { return m_process != nullptr; }
    /// How the last question ended, if not with a proven identity; then forgets it.
    std::optional<ErrorCode> takeFailure() { return std::exchange(m_failure, std::nullopt); }

private:
    void handle(const AgentText::Ready &ready);
    void handle(const AgentText::Choice &choice);
    void handle(const AgentText::Prompt &prompt);
    void handle(AgentText::Outcome outcome);
    void ask(const AuthenticationQuestion &question, std::function<void(const AuthenticationAnswer &)> onAnswer);
    void type(const QString &text);
    void end();

    LoginPrompter &m_prompter;
    Asker m_asker;
    ProcessPointer m_process;
    AgentText m_text;
    QTimer m_limit;
    std::shared_ptr<QPromise<Result<void>>> m_start; ///< until the agent is registered
    QFuture<std::optional<AuthenticationAnswer>> m_open;
    std::optional<QString> m_secret; ///< typed with the choice of a user, and not yet asked for by PAM
    QString m_user;                  ///< chosen
    std::optional<ErrorCode> m_failure;
};

} // namespace lvs
