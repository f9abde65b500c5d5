// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/helperclient.h"

#include "app/directors/planapplication.h"
#include "app/directors/snapshotreading.h"
#include "helper/interface/bounds.h"
#include "helper/interface/convert.h"
#include "helper/interface/errors.h"
#include "helper/interface/keptwire.h"
#include "helper/interface/names.h"

#include <QCoreApplication>
#include <QDBusPendingCallWatcher>
#include <QPromise>
#include <QThreadPool>
#include <QtConcurrentRun>

namespace lvs {

using namespace Qt::StringLiterals;

namespace {

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
    return bus::listFromWire(bus::listFrom<bus::DaemonData>(reply->arguments()[0]), bus::bounds::daemons);
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

Result<FirewallState> firewallFrom(const Result<QDBusMessage> &reply)
{
    if (!reply)
        return std::unexpected(reply.error());
    return bus::fromWire(bus::structureFrom<bus::FirewallData>(reply->arguments()[0]));
}

Result<BootFile> bootFileFrom(const Result<QDBusMessage> &reply)
{
    if (!reply)
        return std::unexpected(reply.error());
    return bus::fromWire(bus::structureFrom<bus::BootFileData>(reply->arguments()[0]));
}

const bus::Method &rowOf(const bus::Service &service, QLatin1StringView method)
{
    const bus::Method *row = service.method(QString(method));
    if (!row)
        qFatal("%s is not in the table of methods", method.latin1());
    return *row;
}

QDBusMessage messageFor(const bus::Service &service, const bus::Method &row, const QVariantList &arguments,
                        helper::Patience patience)
{
    QDBusMessage message = QDBusMessage::createMethodCall(service.name, service.path, service.name, row.name);
    message.setArguments(arguments);
    message.setInteractiveAuthorizationAllowed(patience == helper::Patience::Typing);
    return message;
}

QFuture<Result<QDBusMessage>> replyTo(const QDBusPendingCall &sent, QLatin1StringView results)
{
    auto promise = std::make_shared<QPromise<Result<QDBusMessage>>>();
    promise->start();
    // The program's child, so that a call without an answer goes with it.
    auto *watcher = new QDBusPendingCallWatcher(sent, QCoreApplication::instance());
    // Once: when a connection closes while the answer arrives, the watcher finishes twice.
    const auto finish = [promise, results, watcher] {
        const QDBusMessage reply = watcher->reply();
        if (reply.type() == QDBusMessage::ErrorMessage)
            promise->addResult(std::unexpected(bus::errorFrom(reply)));
        else if (reply.signature() != results)
            promise->addResult(failure(ErrorCode::HelperFailed, {u"signature"_s}));
        else
            promise->addResult(reply);
        promise->finish();
        watcher->deleteLater();
    };
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, finish, Qt::SingleShotConnection);
    return promise->future();
}

} // namespace

bool helper::isUnreachable(ErrorCode code)
{
    return code == ErrorCode::LinkLost || code == ErrorCode::TimedOut || code == ErrorCode::NoHelper;
}

Result<void> helper::done(const Result<QDBusMessage> &reply)
{
    return reply.transform([](const QDBusMessage &) {});
}

QFuture<Result<QDBusMessage>> helper::send(const QDBusConnection &connection, const QDBusMessage &message,
                                           QLatin1StringView results, Patience patience)
{
    return replyTo(connection.asyncCall(message, int(patience)), results);
}

QFuture<Result<QDBusMessage>> helper::call(const QDBusConnection &connection, const bus::Service &service,
                                           QLatin1StringView method, const QVariantList &arguments, Patience patience)
{
    const bus::Method &row = rowOf(service, method);
    return send(connection, messageFor(service, row, arguments, patience), row.results, patience);
}

QFuture<Result<QDBusMessage>> helper::call(const QDBusConnection &connection, QLatin1StringView method,
                                           const QVariantList &arguments, Patience patience)
{
    return call(connection, bus::helperService, method, arguments, patience);
}

QFuture<Result<QDBusMessage>> helper::callWithMuch(const QDBusConnection &connection, const bus::Service &service,
                                                   QLatin1StringView method, std::function<QVariantList()> arguments)
{
    const bus::Method &row = rowOf(service, method);
    return QtConcurrent::run([connection, &service, &row, arguments = std::move(arguments)] {
               const auto message = messageFor(service, row, arguments(), Patience::Typing);
               return connection.asyncCall(message, int(Patience::Typing));
           })
        .then(QCoreApplication::instance(), [&row](const QDBusPendingCall &sent) { return replyTo(sent, row.results); })
        .unwrap();
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

QFuture<Result<FirewallState>> HelperClient::readFirewall()
{
    return helper::call(m_connection, "ReadFirewall"_L1, {}).then(QThreadPool::globalInstance(), firewallFrom);
}

QFuture<Result<Snapshot>> HelperClient::read(const Interest &interest)
{
    return SnapshotReading::start(m_connection, interest);
}

QFuture<Result<ApplyReport>> HelperClient::apply(const ChangePlan &plan)
{
    return PlanApplication::start(m_connection, plan);
}

QFuture<Result<BootFile>> HelperClient::readBoot()
{
    return helper::call(m_connection, "ReadBoot"_L1, {}).then(bootFileFrom);
}

QFuture<Result<void>> HelperClient::saveBoot()
{
    return helper::call(m_connection, "SaveBoot"_L1, {}, helper::Patience::Typing).then(helper::done);
}

QFuture<Result<void>> HelperClient::forgetBoot()
{
    return helper::call(m_connection, "ForgetBoot"_L1, {}, helper::Patience::Typing).then(helper::done);
}

QFuture<Result<BootFile>> HelperClient::readSetups()
{
    return helper::call(m_connection, "ReadSetups"_L1, {}).then(bootFileFrom);
}

QFuture<Result<void>> HelperClient::keepSetup(const KeptSetup &setup)
{
    return helper::call(m_connection, "KeepSetup"_L1, {QVariant::fromValue(bus::toWire(setup))},
                        helper::Patience::Typing)
        .then(helper::done);
}

QFuture<Result<void>> HelperClient::forgetSetup(const QString &id)
{
    return helper::call(m_connection, "ForgetSetup"_L1, {id}, helper::Patience::Typing).then(helper::done);
}

void HelperClient::onProgress(qulonglong, uint done, uint total)
{
    if (done <= total)
        Q_EMIT applyProgress(done, total);
}

} // namespace lvs
