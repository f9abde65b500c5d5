// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/localmachine.h"

#include "app/directors/localagent.h"
#include "app/directors/procsnapshot.h"
#include "app/directors/tcpconnections.h"
#include "core/proc/connectionsproc.h"
#include "core/proc/ownertraces.h"

#include <QDBusError>
#include <QFile>
#include <QtConcurrentRun>

#include <unistd.h>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> readProcFile()
{
    QByteArray text;
    for (const auto &path : procTablePaths()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return failure(ErrorCode::NoIpvs);
        text += file.read(longestProcText);
    }
    return text;
}

Result<QByteArray> readConnectionsFile()
{
    QFile file(u"/proc/net/ip_vs_conn"_s);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(ErrorCode::NoIpvs);
    return readConnectionsText(file);
}

Result<QDBusConnection> connectSystemBus(const QString &name)
{
    QDBusConnection connection = QDBusConnection::connectToBus(QDBusConnection::SystemBus, name);
    if (!connection.isConnected())
        return failure(ErrorCode::NoHelper, {connection.lastError().message()});
    return connection;
}

} // namespace

LocalMachine::LocalMachine(LoginPrompter &prompter, QObject *parent)
    : Machine(parent)
    , m_prompter(prompter)
{
}

LocalMachine::~LocalMachine()
{
    close();
}

QString LocalMachine::id() const
{
    return u"local"_s;
}

void LocalMachine::open()
{
    QMetaObject::invokeMethod(this, &Machine::opened, Qt::QueuedConnection);
}

void LocalMachine::close()
{
    if (!m_busName.isEmpty())
        QDBusConnection::disconnectFromBus(std::exchange(m_busName, {}));
    stopAgent();
}

QFuture<Result<QDBusConnection>> LocalMachine::connectBus()
{
    if (!m_busName.isEmpty())
        QDBusConnection::disconnectFromBus(m_busName);
    static int count = 0;
    m_busName = u"lvs-local-%1"_s.arg(++count);
    return QtConcurrent::run(connectSystemBus, m_busName);
}

QFuture<Result<QByteArray>> LocalMachine::readTable()
{
    return QtConcurrent::run(readProcFile);
}

QFuture<Result<QByteArray>> LocalMachine::readConnections()
{
    return QtConcurrent::run(readConnectionsFile);
}

QFuture<Result<HostFiles>> LocalMachine::readHostFiles()
{
    return QtConcurrent::run([] { return Result<HostFiles>(lvs::readHostFiles()); });
}

QFuture<Result<HostFiles>> LocalMachine::readOwnerFiles()
{
    return QtConcurrent::run([] { return Result<HostFiles>(lvs::readOwnerFiles()); });
}

QFuture<Result<TextFiles>> LocalMachine::readTextFiles(const QStringList &patterns)
{
    return QtConcurrent::run([patterns] { return Result<TextFiles>(lvs::readTextFiles(patterns)); });
}

QFuture<Result<quint32>> LocalMachine::tryConnections(const ServerKey &endpoint, quint32 count)
{
    return tcpConnections(endpoint, count, this);
}

QFuture<Result<void>> LocalMachine::startAgent()
{
    if (!m_agent && geteuid() != 0 && LocalAgent::isNeeded()) // polkit lets root do everything
        m_agent = std::make_unique<LocalAgent>(m_prompter);
    return QtFuture::makeReadyValueFuture(Result<void>());
}

void LocalMachine::stopAgent()
{
    m_agent.reset();
}

std::optional<ErrorCode> LocalMachine::takeAgentFailure()
{
    return m_agent ? std::exchange(m_agent->failure, std::nullopt) : std::nullopt;
}

} // namespace lvs
