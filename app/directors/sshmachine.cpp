// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/sshmachine.h"

#include "app/directors/busrelay.h"
#include "app/directors/privatedirectory.h"
#include "app/directors/procsnapshot.h"
#include "app/directors/sshlogin.h"
#include "app/directors/sshprompt.h"
#include "app/directors/tcpconnections.h"
#include "app/directors/terminalagent.h"
#include "core/proc/connectionsproc.h"
#include "core/proc/ownertraces.h"

#include <QDBusConnectionInterface>
#include <QDBusError>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QtConcurrentRun>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

constexpr int sshFailed = 255; // ssh(1): its own errors; anything else is the remote command's

constexpr std::chrono::seconds tableTime{60}; // a long table over a slow line
constexpr OutputLimits smallFile{.size = 1024 * 1024, .time = std::chrono::seconds(20)};

/// The content of a /proc file of IPVS, which is missing where IPVS is.
Result<QByteArray> procFile(const Result<CommandOutput> &output)
{
    if (!output)
        return std::unexpected(output.error());
    return output->exitCode == 0 ? Result<QByteArray>(output->text) : failure(ErrorCode::NoIpvs);
}

/// For whatever shell the user has: it only passes a text to the usual one, which expands the pattern of the last path.
QString hostFilesCommand()
{
    return u"sh -c 'grep -HsE \"%1\" %2'"_s.arg(hostFileLines, hostFilePatterns().join(u' '));
}

Result<QDBusConnection> connectSocket(const QString &path, const QString &name)
{
    // The path is of makePrivateDirectory(), so nothing in it needs escaping in a bus address.
    QDBusConnection connection = QDBusConnection::connectToBus(u"unix:path="_s + path, name);
    if (!connection.isConnected())
        return failure(ErrorCode::LinkLost, {connection.lastError().message()});
    return connection;
}

} // namespace

SshMachine::SshMachine(SshTarget target, SshSettings settings, LoginPrompter &prompter,
                       std::function<Environment()> environment, QObject *parent)
    : Machine(parent)
    , m_target(std::move(target))
    , m_settings(std::move(settings))
    , m_prompter(prompter)
    , m_environment(std::move(environment))
{
}

SshMachine::~SshMachine()
{
    close();
    m_relayThread.quit();
    m_relayThread.wait();
}

QString SshMachine::idOf(const SshTarget &target)
{
    return u"ssh:"_s + target.toString();
}

QString SshMachine::id() const
{
    return idOf(m_target);
}

QString SshMachine::hostName() const
{
    return m_target.toString();
}

SshCommand SshMachine::command() const
{
    return SshCommand(m_target, m_directory->filePath(u"ctl"_s), m_settings.configFile);
}

Asker SshMachine::asker() const
{
    return {.hostName = hostName(), .environment = m_environment()};
}

void SshMachine::open()
{
    close();
    m_directory = makePrivateDirectory();
    if (!m_directory) {
        QMetaObject::invokeMethod(
            this, [this] { Q_EMIT broken({.code = ErrorCode::NotSupported}); }, Qt::QueuedConnection);
        return;
    }
    m_login =
        new SshLogin(command(), m_settings.askpassProgram, m_directory->filePath(u"ask"_s), m_prompter, asker(), this);
    connect(m_login, &SshLogin::loggedIn, this, &Machine::opened);
    connect(m_login, &SshLogin::ended, this, [this](const Error &error) {
        close();
        Q_EMIT broken(error);
    });
    m_login->start();
}

void SshMachine::close()
{
    stopAgent();
    dropBus();
    if (m_login) {
        m_login->disconnect(this);
        std::exchange(m_login, nullptr)->deleteLater();
    }
}

QFuture<Result<QDBusConnection>> SshMachine::connectBus()
{
    stopAgent();
    dropBus();
    auto promise = std::make_shared<BusPromise>();
    promise->start();
    m_relayThread.start();
    const QString path = m_directory->filePath(u"bus%1"_s.arg(++m_busCount));
    m_relay = new BusRelay(u"ssh"_s, command().channel({u"systemd-stdio-bridge"_s}), path);
    m_relay->moveToThread(&m_relayThread);
    connect(m_relay, &BusRelay::ready, this, [this, path, promise] { openBusSocket(path, promise); });
    connect(m_relay, &BusRelay::ended, this, [this, promise](const Error &error) {
        if (promise->future().isFinished()) {
            Q_EMIT busLost(error);
            return;
        }
        promise->addResult(std::unexpected(error));
        promise->finish();
    });
    QMetaObject::invokeMethod(m_relay, &BusRelay::start);
    return promise->future();
}

void SshMachine::openBusSocket(const QString &path, const std::shared_ptr<BusPromise> &promise)
{
    m_busName = u"lvs-ssh-%1-%2"_s.arg(quintptr(this), 0, 16).arg(m_busCount);
    QtConcurrent::run(connectSocket, path, m_busName).then(this, [=, this](const Result<QDBusConnection> &connection) {
        if (connection && connection->name() != m_busName) // dropped while it was opened
            QDBusConnection::disconnectFromBus(connection->name());
        if (promise->future().isFinished())
            return;
        promise->addResult(connection);
        promise->finish();
    });
}

void SshMachine::dropBus()
{
    if (m_relay) {
        m_relay->disconnect(this);
        std::exchange(m_relay, nullptr)->deleteLater();
    }
    if (!m_busName.isEmpty())
        QDBusConnection::disconnectFromBus(std::exchange(m_busName, {}));
}

QFuture<Result<CommandOutput>> SshMachine::run(const QStringList &remote, const OutputLimits &limits)
{
    return commandOutput(u"ssh"_s, command().channel(remote), limits, m_login)
        .then([](Result<CommandOutput> output) -> Result<CommandOutput> {
            if (!output && output.error().code == ErrorCode::NotSupported)
                return failure(ErrorCode::SshMissing);
            if (output && output->exitCode == sshFailed)
                return failure(ErrorCode::LinkLost);
            return output;
        });
}

QFuture<Result<QByteArray>> SshMachine::readTable()
{
    return run(QStringList{u"cat"_s} + procTablePaths(), {.size = longestProcText, .time = tableTime}).then(procFile);
}

QFuture<Result<QByteArray>> SshMachine::readConnections()
{
    return run({u"head"_s, u"-n"_s, QString::number(connectionSampleLines), u"/proc/net/ip_vs_conn"_s}, smallFile)
        .then(procFile);
}

QFuture<Result<HostFiles>> SshMachine::readHostFiles()
{
    return run({hostFilesCommand()}, smallFile)
        .then(QThreadPool::globalInstance(), [](const Result<CommandOutput> &output) {
            // grep complains of each file that is missing, and goes on.
            return output.transform([](const CommandOutput &found) { return hostFilesFromGrep(found.text); });
        });
}

QFuture<Result<HostFiles>> SshMachine::readOwnerFiles()
{
    return run({u"sh -c 'grep -Hs . %1'"_s.arg(ownerFilePatterns().join(u' '))}, smallFile)
        .then([](const Result<CommandOutput> &output) {
            return output.transform([](const CommandOutput &found) { return hostFilesFromGrep(found.text); });
        });
}

QFuture<Result<TextFiles>> SshMachine::readTextFiles(const QStringList &patterns)
{
    return run({textFilesCommand(patterns)}, {.size = largestConfigFiles, .time = tableTime})
        .then(QThreadPool::globalInstance(), [](const Result<CommandOutput> &output) {
            return output.and_then([](const CommandOutput &found) { return textFilesFrom(found.text); });
        });
}

QFuture<Result<quint32>> SshMachine::tryConnections(const ServerKey &endpoint, quint32 count)
{
    return tcpConnectionsBy(u"ssh"_s, command().connection(endpoint), count, m_login);
}

QFuture<Result<void>> SshMachine::startAgent()
{
    const bool isStarting = !m_awaitingAgent.empty();
    if (m_busName.isEmpty() || (!isStarting && m_agent && m_agent->isRunning()))
        return QtFuture::makeReadyValueFuture(Result<void>());
    QPromise<Result<void>> &promise = m_awaitingAgent.emplace_back();
    promise.start();
    QFuture<Result<void>> future = promise.future();
    if (isStarting)
        return future;
    readCredentials()
        .then(this, [this](const Result<QVariantMap> &credentials) { return startAgentFor(credentials); })
        .unwrap()
        .then(this, [this](const Result<void> &result) {
            for (auto &waiting : std::exchange(m_awaitingAgent, {})) {
                waiting.addResult(result);
                waiting.finish();
            }
        });
    return future;
}

/// Who we are to polkit on the machine.
QFuture<Result<QVariantMap>> SshMachine::readCredentials()
{
    const QDBusConnection bus(m_busName);
    auto promise = std::make_shared<QPromise<Result<QVariantMap>>>();
    promise->start();
    auto *watcher =
        new QDBusPendingCallWatcher(bus.interface()->asyncCall(u"GetConnectionCredentials"_s, bus.baseService()), this);
    const auto finish = [promise, watcher] {
        const QDBusPendingReply<QVariantMap> reply = *watcher;
        promise->addResult(reply.isError() ? Result<QVariantMap>(failure(ErrorCode::NoAuthenticationAgent))
                                           : Result<QVariantMap>(reply.value()));
        promise->finish();
        watcher->deleteLater();
    };
    connect(watcher, &QDBusPendingCallWatcher::finished, this, finish, Qt::SingleShotConnection);
    return promise->future();
}

QFuture<Result<void>> SshMachine::startAgentFor(const Result<QVariantMap> &credentials)
{
    const auto ready = [](Result<void> result) { return QtFuture::makeReadyValueFuture(std::move(result)); };
    if (!credentials || !m_directory)
        return ready(failure(ErrorCode::NoAuthenticationAgent));
    if (credentials->value(u"UnixUserID"_s).toUInt() == 0 && credentials->contains(u"UnixUserID"_s))
        return ready({}); // polkit lets root do everything
    const quint32 pid = credentials->value(u"ProcessID"_s).toUInt();
    if (pid == 0)
        return ready(failure(ErrorCode::NoAuthenticationAgent));
    if (!m_agent)
        m_agent = std::make_unique<TerminalAgent>(m_prompter, asker());
    return m_agent->start(command().channel({TerminalAgent::remoteCommand(pid)}, SshCommand::Terminal::Allocate));
}

void SshMachine::stopAgent()
{
    m_agent.reset();
}

std::optional<ErrorCode> SshMachine::takeAgentFailure()
{
    return m_agent ? m_agent->takeFailure() : std::nullopt;
}

} // namespace lvs
