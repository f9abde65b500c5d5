// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/helperclient.h"

#include "app/directors/planapplication.h"
#include "app/directors/snapshotreading.h"
#include "helper/interface/convert.h"
#include "helper/interface/errors.h"
#include "helper/interface/methodtable.h"
#include "helper/interface/names.h"

#include <QCoreApplication>
#include <QDBusPendingCallWatcher>
#include <QPromise>
#include <QThreadPool>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostDaemons = 2; // a master and a backup

Result<KernelInfo> infoFrom(const Result<QDBusMessage> &reply)
{
    if (!reply)
        return std::unexpected(reply.error());
    const QVariantList values = reply->arguments();
    return KernelInfo{.version = values[0].toUInt(),
                      .connectionTableSize = values[1].toUInt(),
                      .release = values[2].toString().left(bus::bounds::stringBytes)};
}

Result<Timeouts> timeoutsFrom(const Result<QDBusMessage> &reply)
{
    if (!reply)
        return std::unexpected(reply.error());
    bus::TimeoutsData data;
    reply->arguments()[0].value<QDBusArgument>() >> data;
    return bus::fromWire(data);
}

Result<std::vector<SyncDaemon>> daemonsFrom(const Result<QDBusMessage> &reply)
{
    if (!reply)
        return std::unexpected(reply.error());
    return bus::listFromWire(bus::listFrom<bus::DaemonData>(reply->arguments()[0]), mostDaemons);
}

Result<ConnectionSample> connectionsFrom(const Result<QDBusMessage> &reply)
{
    if (!reply)
        return std::unexpected(reply.error());
    const QVariantList values = reply->arguments();
    return bus::listFromWire(bus::listFrom<bus::ConnectionData>(values[0]), ConnectionSample::largestSize)
        .transform([&](std::vector<ConnectionEntry> entries) {
            return ConnectionSample{.entries = std::move(entries), .hasMore = values[1].toBool()};
        });
}

Result<HostInfo> hostFrom(const Result<QDBusMessage> &reply)
{
    if (!reply)
        return std::unexpected(reply.error());
    bus::HostData data;
    reply->arguments()[0].value<QDBusArgument>() >> data;
    return bus::fromWire(data);
}

} // namespace

bool helper::isUnreachable(ErrorCode code)
{
    return code == ErrorCode::LinkLost || code == ErrorCode::TimedOut || code == ErrorCode::NoHelper;
}

QFuture<Result<QDBusMessage>> helper::call(const QDBusConnection &connection, QLatin1StringView method,
                                           const QVariantList &arguments, Patience patience)
{
    const bus::Method *row = bus::methodNamed(QString(method));
    if (!row)
        qFatal("%s is not in the table of methods", method.latin1());
    QDBusMessage message =
        QDBusMessage::createMethodCall(bus::serviceName, bus::objectPath, bus::interfaceName, method);
    message.setArguments(arguments);
    message.setInteractiveAuthorizationAllowed(patience == Patience::Typing);

    auto promise = std::make_shared<QPromise<Result<QDBusMessage>>>();
    promise->start();
    // The program's child, so that a call without an answer goes with it.
    auto *watcher =
        new QDBusPendingCallWatcher(connection.asyncCall(message, int(patience)), QCoreApplication::instance());
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [promise, row, watcher] {
        const QDBusMessage reply = watcher->reply();
        if (reply.type() == QDBusMessage::ErrorMessage)
            promise->addResult(std::unexpected(bus::errorFrom(reply)));
        else if (reply.signature() != row->results)
            promise->addResult(failure(ErrorCode::HelperFailed, {u"signature"_s}));
        else
            promise->addResult(reply);
        promise->finish();
        watcher->deleteLater();
    });
    return promise->future();
}

HelperClient::HelperClient(QDBusConnection connection, QObject *parent)
    : QObject(parent)
    , m_connection(std::move(connection))
{
    bus::registerWireTypes();
    m_connection.connect(bus::serviceName, bus::objectPath, bus::interfaceName, u"Changed"_s, this, SIGNAL(changed()));
    m_connection.connect(bus::serviceName, bus::objectPath, bus::interfaceName, u"Progress"_s, this,
                         SLOT(onProgress(qulonglong, uint, uint)));
}

HelperClient::~HelperClient() = default;

QFuture<Result<KernelInfo>> HelperClient::readInfo()
{
    return helper::call(m_connection, "GetInfo"_L1, {}).then(infoFrom);
}

QFuture<Result<Timeouts>> HelperClient::readTimeouts()
{
    return helper::call(m_connection, "GetTimeouts"_L1, {}).then(timeoutsFrom);
}

QFuture<Result<std::vector<SyncDaemon>>> HelperClient::readSyncDaemons()
{
    return helper::call(m_connection, "GetSyncDaemons"_L1, {}).then(daemonsFrom);
}

QFuture<Result<ConnectionSample>> HelperClient::readConnections(Asking asking)
{
    const auto patience = asking == Asking::Allowed ? helper::Patience::Typing : helper::Patience::Reading;
    return helper::call(m_connection, "ReadConnections"_L1, {}, patience)
        .then(QThreadPool::globalInstance(), connectionsFrom);
}

QFuture<Result<HostInfo>> HelperClient::readHost()
{
    return helper::call(m_connection, "ReadHost"_L1, {}).then(QThreadPool::globalInstance(), hostFrom);
}

QFuture<Result<Snapshot>> HelperClient::read(const Interest &interest)
{
    return SnapshotReading::start(m_connection, interest);
}

QFuture<Result<ApplyReport>> HelperClient::apply(const ChangePlan &plan)
{
    return PlanApplication::start(m_connection, plan);
}

void HelperClient::onProgress(qulonglong, uint done, uint total)
{
    if (done <= total)
        Q_EMIT applyProgress(done, total);
}

} // namespace lvs
