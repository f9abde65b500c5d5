// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/localagent.h"

#include "app/directors/sshprompt.h"

#include <polkitqt1-subject.h>

#include <QCoreApplication>

namespace lvs {

using namespace Qt::StringLiterals;
using PolkitQt1::Agent::AsyncResult;
using PolkitQt1::Agent::Listener;
using PolkitQt1::Agent::Session;

namespace {

/// polkit takes one agent a session: registering shows whether there is one, and is taken back at once.
class Probe : public Listener
{
public:
    void initiateAuthentication(const QString &, const QString &, const QString &, const PolkitQt1::Details &,
                                const QString &, const PolkitQt1::Identity::List &, AsyncResult *result) override
    {
        result->setCompleted();
    }
    bool initiateAuthenticationFinish() override { return true; }
    void cancelAuthentication() override {}
};

} // namespace

// Asked before there is an agent: a listener that never registers itself takes chance for its registration when it ends
// (agent/polkitqt1-agent-listener.cpp).
bool LocalAgent::isNeeded()
{
    const PolkitQt1::UnixSessionSubject session(QCoreApplication::applicationPid());
    return !session.isValid() || Probe().registerListener(session, u"/org/lvsconsole/AgentProbe"_s);
}

LocalAgent::LocalAgent(LoginPrompter &prompter)
    : m_prompter(prompter)
{
    registerListener(PolkitQt1::UnixProcessSubject(QCoreApplication::applicationPid()), u"/org/lvsconsole/Agent"_s);
}

LocalAgent::~LocalAgent()
{
    cancelAuthentication();
}

void LocalAgent::initiateAuthentication(const QString &actionId, const QString &message, const QString &,
                                        const PolkitQt1::Details &, const QString &cookie,
                                        const PolkitQt1::Identity::List &identities, AsyncResult *result)
{
    if (m_result || identities.isEmpty()) {
        result->setError(u"busy"_s);
        result->setCompleted();
        return;
    }
    m_result = result;
    m_cookie = cookie;
    m_identities = identities;
    m_question = {.actionId = plainText(actionId, 200), .message = plainText(message)};
    for (const PolkitQt1::Identity &identity : identities)
        m_question.users << plainText(identity.toString().section(u':', 1), 200);
    ask();
}

void LocalAgent::ask()
{
    m_open = m_prompter.authenticate({}, m_question);
    m_open.then(this, [this](const std::optional<AuthenticationAnswer> &answer) {
        if (!answer)
            end(ErrorCode::AuthenticationDismissed);
        else if (m_session)
            m_session->setResponse(answer->secret);
        else
            begin(*answer);
    });
}

void LocalAgent::begin(const AuthenticationAnswer &answer)
{
    m_secret = answer.secret;
    m_session = new Session(m_identities.value(answer.user), m_cookie, m_result, this);
    connect(m_session, &Session::request, this, &LocalAgent::onRequest);
    connect(m_session, &Session::completed, this,
            [this](bool gained) { end(gained ? std::nullopt : std::optional(ErrorCode::AuthenticationFailed)); });
    m_session->initiate();
}

void LocalAgent::onRequest(const QString &prompt)
{
    if (m_secret) {
        m_session->setResponse(*std::exchange(m_secret, std::nullopt));
        return;
    }
    m_question.prompt = plainText(prompt, 200);
    ask();
}

void LocalAgent::cancelAuthentication()
{
    if (m_result)
        end(ErrorCode::AuthenticationDismissed);
}

void LocalAgent::end(std::optional<ErrorCode> reason)
{
    failure = reason;
    m_open.cancel();
    m_secret.reset();
    if (m_session) {
        m_session->disconnect(this);
        if (reason == ErrorCode::AuthenticationDismissed)
            m_session->cancel();
        m_session->deleteLater();
        m_session = nullptr;
    }
    std::exchange(m_result, nullptr)->setCompleted();
}

} // namespace lvs
