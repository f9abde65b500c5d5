// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/setupreading.h"

#include "app/session/connecting.h"
#include "core/director/pendingresult.h"
#include "core/director/snapshotdifference.h"
#include "core/setup/setupplan.h"

#include <QPromise>

namespace lvs {

namespace {

/// Holds the answers; whoever waits for one holds it, so that it goes with the last of them, also of those whose
/// machine is forgotten meanwhile.
struct Collector {
    SetupReading reading{};
    QPromise<SetupReading> promise{};

    Collector() { promise.start(); }
    ~Collector()
    {
        for (const auto &[id, error] : reading.errors)
            reading.hosts.erase(id);
        reading.readAt = QDateTime::currentDateTimeUtc();
        promise.addResult(std::move(reading));
        promise.finish();
    }
    Q_DISABLE_COPY_MOVE(Collector)
};

void askForTable(Director &director, const std::shared_ptr<Collector> &collector)
{
    director.read({.allServers = true}).then(&director, [id = director.id(), collector](const Result<Snapshot> &read) {
        if (read)
            collector->reading.table = tableOf(*read);
        else
            collector->reading.errors.insert_or_assign(id, read.error());
    });
}

void askForHost(Director &host, const std::shared_ptr<Collector> &collector)
{
    host.readHost().then(&host, [id = host.id(), collector](const Result<HostInfo> &read) {
        if (read)
            collector->reading.hosts.insert_or_assign(id, *read);
        else
            collector->reading.errors.insert_or_assign(id, read.error());
    });
}

void askForKept(Director &host, const std::shared_ptr<Collector> &collector)
{
    host.readKept().then(&host, [id = host.id(), collector](const Result<KeptState> &read) {
        if (read)
            collector->reading.kept.insert_or_assign(id, *read);
    });
}

void askForServerFirewall(Director &host, const std::shared_ptr<Collector> &collector)
{
    host.readFirewall().then(&host, [id = host.id(), collector](const Result<FirewallState> &read) {
        if (read)
            collector->reading.serverFirewalls.insert_or_assign(id, *read);
    });
}

void askForFirewall(Director &director, bool isNeeded, const std::shared_ptr<Collector> &collector)
{
    director.readFirewall().then(&director,
                                 [id = director.id(), isNeeded, collector](const Result<FirewallState> &read) {
                                     if (read)
                                         collector->reading.firewall = *read;
                                     else if (isNeeded)
                                         collector->reading.errors.insert_or_assign(id, read.error());
                                 });
}

} // namespace

QFuture<SetupReading> readSetup(const HostList &hosts, const SetupWish &wish)
{
    auto collector = std::make_shared<Collector>();
    const QFuture<SetupReading> future = collector->promise.future();
    for (const QString &id : hostsOf(wish)) {
        Director *host = hosts.host(id);
        if (!host) {
            collector->reading.errors.emplace(id, Error{.code = ErrorCode::HostNotRead, .values = {id}});
            continue;
        }
        const bool isDirector = id == wish.director;
        connectTo(*host).then(
            host, [host, id, collector, isDirector, needsFilter = needsFirewall(wish)](const Result<void> &way) {
                if (!way) {
                    collector->reading.errors.emplace(id, way.error());
                    return;
                }
                askForHost(*host, collector);
                askForKept(*host, collector);
                if (isDirector) {
                    askForTable(*host, collector);
                    askForFirewall(*host, needsFilter, collector);
                } else {
                    askForServerFirewall(*host, collector);
                }
            });
    }
    return future;
}

} // namespace lvs
