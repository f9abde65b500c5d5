// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directors/loginprompter.h"

#include <functional>

namespace lvs::test {

/// Answers as a test says; without an answer the question stays open until it is withdrawn.
class ScriptedPrompter : public LoginPrompter
{
public:
    std::function<std::optional<bool>(const HostKeyQuestion &)> onHostKey;
    std::function<std::optional<std::optional<QString>>(const SecretQuestion &)> onSecret;
    std::function<std::optional<std::optional<AuthenticationAnswer>>(const AuthenticationQuestion &)> onAuthentication;

    std::vector<HostKeyQuestion> hostKeys;
    std::vector<SecretQuestion> secrets;
    std::vector<AuthenticationQuestion> authentications;
    std::vector<Asker> askers;

    /// The last question that stayed open is no longer wanted.
    bool isWithdrawn() const { return m_lastOpen.isCanceled(); }

    QFuture<bool> confirmHostKey(const Asker &asker, const HostKeyQuestion &question) override
    {
        return answer(asker, question, hostKeys, onHostKey);
    }
    QFuture<std::optional<QString>> askSecret(const Asker &asker, const SecretQuestion &question) override
    {
        return answer(asker, question, secrets, onSecret);
    }
    QFuture<std::optional<AuthenticationAnswer>> authenticate(const Asker &asker,
                                                              const AuthenticationQuestion &question) override
    {
        return answer(asker, question, authentications, onAuthentication);
    }

private:
    template<class Answer, class Question>
    QFuture<Answer> answer(const Asker &asker, const Question &question, std::vector<Question> &log,
                           const std::function<std::optional<Answer>(const Question &)> &script)
    {
        askers.push_back(asker);
        log.push_back(question);
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        if (const auto given = script ? script(question) : std::optional<Answer>()) {
            promise->addResult(*given);
            promise->finish();
        } else {
            m_open.push_back(promise);
            m_lastOpen = QFuture<void>(promise->future());
        }
        return promise->future();
    }

    std::vector<std::shared_ptr<void>> m_open;
    QFuture<void> m_lastOpen;
};

} // namespace lvs::test
