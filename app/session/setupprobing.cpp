// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/setupprobing.h"

#include "core/setup/endpoints.h"
#include "core/setup/hostfacts.h"
#include "core/setup/setupplan.h"

#include <QPromise>

namespace lvs {

namespace {

/// Holds the answers, as that of readSetup() does: whoever waits for one holds it.
struct Collector {
    SetupReading reading{};
    QPromise<SetupReading> promise{};

    explicit Collector(const SetupReading &read)
        : reading(read)
    {
        promise.start();
    }
    ~Collector()
    {
        reading.probes.takenAt = QDateTime::currentDateTimeUtc();
        promise.addResult(std::move(reading));
        promise.finish();
    }
    Q_DISABLE_COPY_MOVE(Collector)
};

void askForCensus(Director &host, const IpAddress &vip, Asking asking, const std::shared_ptr<Collector> &collector)
{
    host.takeCensus(vip, {}, asking).then(&host, [id = host.id(), collector](const Result<ArpCensus> &census) {
        collector->reading.probes.censuses.insert_or_assign(id, census);
    });
}

void askForConnections(Director &director, const SetupWish &wish, Asking asking,
                       const std::shared_ptr<Collector> &collector)
{
    ProbeRequest request;
    for (const SetupServer &server : wish.servers) {
        const auto endpoints = endpointsFrom(collector->reading.table, wish, server);
        request.connections.insert(request.connections.end(), endpoints.begin(), endpoints.end());
        const auto encrypted = httpsEndpointsFrom(collector->reading.table, wish, server);
        request.certificates.insert(request.certificates.end(), encrypted.begin(), encrypted.end());
    }
    if (request.connections.empty())
        return;
    director.probe(request, asking).then(&director, [request, collector](const Result<ProbeReport> &report) {
        SetupProbes &probes = collector->reading.probes;
        const auto keep = [&](const std::vector<ServerKey> &targets, auto results, auto &kept) {
            for (std::size_t place = 0; place < targets.size(); ++place) {
                if (report)
                    kept.insert_or_assign(targets[place], (*report.*results)[place]);
                else
                    kept.insert_or_assign(targets[place], std::unexpected(report.error()));
            }
        };
        keep(request.connections, &ProbeReport::connections, probes.connections);
        keep(request.certificates, &ProbeReport::certificates, probes.certificates);
    });
}

/// Whether its networks could have the VIP, or it has it itself.
bool isVantage(const HostInfo &host, const IpAddress &vip)
{
    return isBeside(host, vip) || interfaceWith(host, vip);
}

QFuture<SetupReading> probeSetup(const HostList &hosts, const SetupWish &wish, const SetupReading &reading,
                                 Asking asking)
{
    const auto collector = std::make_shared<Collector>(reading);
    QFuture<SetupReading> future = collector->promise.future();
    for (const QString &id : hostsOf(wish)) {
        Director *host = hosts.host(id);
        const auto info = reading.hosts.find(id);
        if (!host || info == reading.hosts.end())
            continue;
        if (id == wish.director || isVantage(info->second, wish.vip()))
            askForCensus(*host, wish.vip(), asking, collector);
        if (id == wish.director)
            askForConnections(*host, wish, asking, collector);
    }
    return future;
}

} // namespace

QFuture<SetupReading> verifySetup(HostList *hosts, const SetupWish &wish, Asking asking)
{
    return readSetup(*hosts, wish)
        .then(hosts,
              [hosts, wish, asking](const SetupReading &reading) { return probeSetup(*hosts, wish, reading, asking); })
        .unwrap();
}

} // namespace lvs
