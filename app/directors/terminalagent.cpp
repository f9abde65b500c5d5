// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/terminalagent.h"

namespace lvs {

using namespace Qt::StringLiterals;

TerminalAgent::TerminalAgent(LoginPrompter &prompter, Asker asker, QObject *parent)
    : QObject(parent)
    , m_prompter(prompter)
    , m_asker(std::move(asker))
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, &TerminalAgent::end);
}

TerminalAgent::~TerminalAgent()
{
    end();
}

QString TerminalAgent::remoteCommand(quint32 pid)
{
    // pkttyagent closes the descriptor when polkit knows it; a pipe makes a line of that. Written for any login shell.
    return u"sh -c 'LC_ALL=C pkttyagent --process %1 --notify-fd=3 3>&1 >/dev/tty | { cat; echo %2 >/dev/tty; }'"_s
        .arg(pid)
        .arg(QLatin1StringView(AgentText::readyLine));
}

QFuture<Result<void>> TerminalAgent::start(const QStringList &arguments)
{
    end();
    m_failure.reset();
    m_text = {};
    m_start = std::make_shared<QPromise<Result<void>>>();
    m_start->start();
    const auto future = m_start->future();
    m_process.reset(new QProcess);
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    connect(m_process.get(), &QProcess::readyRead, this, [this] {
        for (const AgentText::Event &event : m_text.feed(m_process->readAll())) {
            std::visit([this](const auto &what) { handle(what); }, event);
            if (!m_process)
                return;
        }
    });
    connect(m_process.get(), &QProcess::finished, this, &TerminalAgent::end);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end();
    });
    m_limit.start(longestStart);
    m_process->start(u"ssh"_s, arguments);
    return future;
}

void TerminalAgent::handle(const AgentText::Ready &)
{
    m_limit.stop();
    if (const auto promise = std::exchange(m_start, nullptr)) {
        promise->addResult(Result<void>());
        promise->finish();
    }
}

void TerminalAgent::handle(const AgentText::Choice &choice)
{
    ask({.actionId = choice.actionId, .message = choice.message, .users = choice.users},
        [this, choice](const AuthenticationAnswer &answer) {
            m_secret = answer.secret;
            m_user = choice.users.value(answer.user);
            type(QString::number(answer.user + 1));
        });
}

void TerminalAgent::handle(const AgentText::Prompt &prompt)
{
    if (m_secret) {
        type(*std::exchange(m_secret, std::nullopt));
        return;
    }
    ask({.actionId = prompt.actionId,
         .message = prompt.message,
         .users = prompt.users.isEmpty() ? QStringList{m_user} : prompt.users,
         .prompt = prompt.prompt},
        [this](const AuthenticationAnswer &answer) { type(answer.secret); });
}

void TerminalAgent::handle(AgentText::Outcome outcome)
{
    m_open.cancel();
    m_secret.reset();
    if (outcome == AgentText::Outcome::Failed)
        m_failure = ErrorCode::AuthenticationFailed;
    else if (outcome == AgentText::Outcome::Canceled)
        m_failure = ErrorCode::AuthenticationDismissed;
}

void TerminalAgent::ask(const AuthenticationQuestion &question,
                        std::function<void(const AuthenticationAnswer &)> onAnswer)
{
    m_failure.reset();
    m_open = m_prompter.authenticate(m_asker, question);
    m_open.then(this, [this, onAnswer = std::move(onAnswer)](const std::optional<AuthenticationAnswer> &answer) {
        if (answer) {
            onAnswer(*answer);
            return;
        }
        // The agent has no key for "no": polkit takes its end as one. The next apply starts another.
        m_failure = ErrorCode::AuthenticationDismissed;
        end();
    });
}

void TerminalAgent::type(const QString &text)
{
    if (!m_process)
        return;
    // One line is one answer, whatever was pasted into the field.
    m_process->write(QString(text).remove(u'\n').remove(u'\r').toUtf8() + '\n');
}

void TerminalAgent::end()
{
    m_limit.stop();
    m_open.cancel();
    m_secret.reset();
    m_process.reset();
    if (const auto promise = std::exchange(m_start, nullptr)) {
        promise->addResult(failure(ErrorCode::NoAuthenticationAgent));
        promise->finish();
    }
}

} // namespace lvs
