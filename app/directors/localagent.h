// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directors/loginprompter.h"
#include "core/error.h"

#include <polkitqt1-agent-listener.h>
#include <polkitqt1-agent-session.h>

namespace lvs {

/// Answers polkit's questions about this process.
class LocalAgent : public PolkitQt1::Agent::Listener
{
    Q_OBJECT
public:
    explicit LocalAgent(LoginPrompter &prompter);
    ~LocalAgent() override;

    /// The desktop has no authentication agent of its own.
    static bool isNeeded();

    /// How the last question ended, if not with a proven identity.
    std::optional<ErrorCode> failure;

    void initiateAuthentication(const QString &actionId, const QString &message, const QString &iconName,
                                const PolkitQt1::Details &details, const QString &cookie,
                                const PolkitQt1::Identity::List &identities,
                                PolkitQt1::Agent::AsyncResult *result) override;
    bool initiateAuthenticationFinish() override { return true; }
    void cancelAuthentication() override;

private:
    void ask();
    void begin(const AuthenticationAnswer &answer);
    void onRequest(const QString &prompt);
    void end(std::optional<ErrorCode> reason);

    LoginPrompter &m_prompter;
    AuthenticationQuestion m_question;
    QString m_cookie;
    PolkitQt1::Identity::List m_identities;
    PolkitQt1::Agent::AsyncResult *m_result = nullptr; ///< of the question that is open
    PolkitQt1::Agent::Session *m_session = nullptr;
    QFuture<std::optional<AuthenticationAnswer>> m_open;
    std::optional<QString> m_secret; ///< typed, and not yet asked for by PAM
};

} // namespace lvs
