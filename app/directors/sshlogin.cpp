// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/sshlogin.h"

#include "app/directors/ssherror.h"
#include "app/directors/sshprompt.h"

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

/// Sent through `cat` on the far side; a shell's greeting can't look like it.
const QByteArray greeting = "lvs-console-login-complete\n"_ba;
constexpr qsizetype longestOutput = 64 * 1024;

void keepTail(QByteArray &kept, const QByteArray &more)
{
    kept += more;
    if (kept.size() > longestOutput)
        kept = kept.last(longestOutput);
}

} // namespace

SshLogin::SshLogin(SshCommand command, QString askpassProgram, QString askpassSocket, LoginPrompter &prompter,
                   Asker asker, QObject *parent)
    : QObject(parent)
    , m_command(std::move(command))
    , m_askpassProgram(std::move(askpassProgram))
    , m_askpassSocket(std::move(askpassSocket))
    , m_prompter(prompter)
    , m_asker(std::move(asker))
    , m_ssh(new QProcess)
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(longestSilence);
    connect(&m_limit, &QTimer::timeout, this, [this] { end({.code = ErrorCode::TimedOut}); });
    connect(&m_askpass, &AskpassServer::asked, this, &SshLogin::onAsked);
    connect(m_ssh.get(), &QProcess::readyReadStandardOutput, this, &SshLogin::onOutput);
    connect(m_ssh.get(), &QProcess::readyReadStandardError, this,
            [this] { keepTail(m_standardError, m_ssh->readAllStandardError()); });
    connect(m_ssh.get(), &QProcess::finished, this, &SshLogin::onFinished);
    connect(m_ssh.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            end({.code = ErrorCode::SshMissing});
    });
}

SshLogin::~SshLogin()
{
    m_question.cancel();
}

void SshLogin::start()
{
    if (!m_askpass.listen(m_askpassSocket)) {
        end({.code = ErrorCode::HelperFailed, .values = {m_askpassSocket}});
        return;
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C"_s); // ssh's words are read by classifyPrompt() and classifySshOutput()
    for (const auto &[name, value] : m_askpass.environment(m_askpassProgram))
        environment.insert(name, value);
    m_ssh->setProcessEnvironment(environment);
    m_ssh->start(u"ssh"_s, m_command.login());
    m_ssh->write(greeting);
    m_limit.start();
}

void SshLogin::onAsked(const QString &prompt, const QString &hint, QObject *context,
                       const AskpassServer::Answer &answer)
{
    std::visit([&](const auto &question) { ask(question, context, answer); }, classifyPrompt(prompt, hint));
}

void SshLogin::ask(const HostKeyQuestion &question, QObject *context, const AskpassServer::Answer &answer)
{
    auto future = m_prompter.confirmHostKey(m_asker, question);
    waitFor(QFuture<void>(future), context);
    future.then(context, [this, question, answer](bool accepted) {
        m_limit.start();
        if (!accepted)
            m_dismissed = ErrorCode::HostKeyRefused;
        // ssh compares a fingerprint given as the answer with the key it holds: what was shown is what is accepted.
        answer(accepted ? std::optional(question.fingerprint) : std::nullopt);
    });
}

void SshLogin::ask(const DubiousHostKey &key, QObject *, const AskpassServer::Answer &answer)
{
    answer(std::nullopt);
    end({.code = ErrorCode::HostKeyChanged, .values = {key.fingerprint}});
}

void SshLogin::ask(const SecretQuestion &question, QObject *context, const AskpassServer::Answer &answer)
{
    SecretQuestion asked = question;
    asked.again = !asked.subject.isEmpty() && asked.subject == m_lastSubject;
    m_lastSubject = asked.subject;
    auto future = m_prompter.askSecret(m_asker, asked);
    waitFor(QFuture<void>(future), context);
    future.then(context, [this, answer](const std::optional<QString> &secret) {
        m_limit.start();
        answer(secret);
        if (!secret)
            end({.code = ErrorCode::LoginCancelled}); // or ssh would try its next way and ask again
    });
}

void SshLogin::waitFor(QFuture<void> question, QObject *context)
{
    m_limit.stop();
    m_question = question;
    // ssh goes on without an answer: a notice, or it lost the far side meanwhile.
    connect(context, &QObject::destroyed, &m_limit, [this, question, number = ++m_questions]() mutable {
        question.cancel();
        if (number == m_questions && !m_loggedIn && !m_ended)
            m_limit.start();
    });
}

void SshLogin::onOutput()
{
    const QByteArray output = m_ssh->readAllStandardOutput();
    if (m_loggedIn)
        return;
    keepTail(m_echo, output);
    if (!m_echo.contains(greeting))
        return;
    m_loggedIn = true;
    m_limit.stop();
    Q_EMIT loggedIn();
}

void SshLogin::onFinished()
{
    keepTail(m_standardError, m_ssh->readAllStandardError());
    Error error = classifySshOutput(QString::fromUtf8(m_standardError));
    if (m_dismissed)
        error = {.code = *m_dismissed};
    else if (m_loggedIn)
        error.code = ErrorCode::LinkLost;
    end(error);
}

void SshLogin::end(const Error &error)
{
    if (std::exchange(m_ended, true))
        return;
    m_limit.stop();
    m_question.cancel();
    m_ssh.reset();
    Q_EMIT ended(error);
}

} // namespace lvs
