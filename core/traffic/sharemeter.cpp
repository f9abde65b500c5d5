// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/sharemeter.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace lvs {

namespace {

/// Clients for each server from which on they even out by themselves.
constexpr quint64 fewClients = 10;

/// The kernel does not say whether it takes a server for overloaded; from its lower threshold on it may.
bool isNearlyFull(const ServerState &server)
{
    const quint32 upper = server.config.upperThreshold;
    const quint32 lower = server.config.lowerThreshold != 0 ? server.config.lowerThreshold : upper - upper / 4;
    return upper != 0 && quint64(server.activeConnections) + server.inactiveConnections >= lower;
}

double toleranceOf(double promised, const ServiceShare &share, quint64 round)
{
    const double spread = promised * (1 - promised) / double(share.connections);
    const double late = double(ServiceShare::renewal.count()) / double(std::max<qint64>(share.span.count(), 1));
    return std::max({3 * std::sqrt(spread), double(round) * spread, ServiceShare::tolerance, late});
}

} // namespace

void ShareMeter::record(const Snapshot &snapshot)
{
    if (!snapshot.hasTraffic)
        return m_services.clear();
    const qint64 at = snapshot.readAt.toMSecsSinceEpoch();
    auto state = snapshot.services.begin();
    for (const ServerList &list : snapshot.servers) {
        state = std::ranges::lower_bound(state, snapshot.services.end(), list.service, {},
                                         [](const ServiceState &service) { return service.config.key; });
        if (state != snapshot.services.end() && state->config.key == list.service)
            record(m_services[list.service], state->config, list.servers, at);
    }
    std::erase_if(m_services, [at](const auto &entry) { return std::abs(at - entry.second.lastAt) > half.count(); });
}

void ShareMeter::record(Service &service, const VirtualService &config, const std::vector<ServerState> &servers,
                        qint64 at)
{
    const auto isSame = [](const Server &known, const ServerState &read) {
        return known.key == read.config.key && known.weight == read.config.weight;
    };
    const auto grows = [](const Server &known, const ServerState &read) {
        return known.last <= read.traffic.counters.connections;
    };
    const bool isKnown = service.lastAt != 0;
    const bool samePromise = service.config == config && std::ranges::equal(service.servers, servers, isSame);
    const bool goesOn = isKnown && samePromise && at >= service.lastAt && at - service.lastAt <= half.count() &&
                        std::ranges::equal(service.servers, servers, grows);
    if (isKnown && !samePromise)
        service.changedAt = at;
    if (!goesOn) {
        service.config = config;
        service.servers.clear();
        service.servers.reserve(servers.size());
        for (const ServerState &server : servers) {
            const quint64 count = server.traffic.counters.connections;
            service.servers.push_back({server.config.key, server.config.weight, count, count, count});
        }
        service.byKey.resize(servers.size());
        std::iota(service.byKey.begin(), service.byKey.end(), 0UZ);
        std::ranges::sort(service.byKey, {}, [&](std::size_t place) { return service.servers[place].key; });
        service.firstAt = service.middleAt = at;
    }
    const bool isLong = at - service.firstAt > 2 * half.count();
    const bool isHalf = isLong || (service.middleAt == service.firstAt && at - service.firstAt >= half.count());
    for (std::size_t i = 0; i < servers.size(); ++i) {
        Server &server = service.servers[i];
        server.last = servers[i].traffic.counters.connections;
        if (isLong)
            server.first = server.middle;
        if (isHalf)
            server.middle = server.last;
    }
    if (isLong)
        service.firstAt = service.middleAt;
    if (isHalf)
        service.middleAt = at;
    service.lastAt = at;
    service.templates = 0;
    for (const ServerState &server : servers)
        service.templates += server.persistentConnections;
    service.isNearlyFull = std::ranges::any_of(servers, isNearlyFull);
}

ServiceShare ShareMeter::of(const ServiceKey &key) const
{
    const auto found = m_services.find(key);
    if (found == m_services.end())
        return {};
    const Service &service = found->second;
    std::vector<quint32> weights;
    weights.reserve(service.servers.size());
    ServiceShare share{.promise = promiseOf(service.config.scheduler),
                       .span = std::chrono::milliseconds(service.lastAt - service.firstAt)};
    for (const Server &server : service.servers) {
        weights.push_back(server.weight);
        share.connections += server.last - server.first;
    }
    const std::vector<double> promised = promisedShares(share.promise, weights);
    const quint64 round = roundOf(share.promise, weights);
    const bool isEnough = share.connections >= std::max(ServiceShare::fewest, round);
    double coarsest = 0;
    share.servers.reserve(service.servers.size());
    for (const std::size_t i : service.byKey) {
        const Server &server = service.servers[i];
        ServiceShare::Server part{.key = server.key, .connections = server.last - server.first};
        if (share.connections > 0)
            part.received = double(part.connections) / double(share.connections);
        if (!promised.empty())
            part.promised = promised[i];
        if (isEnough && part.promised) {
            const double tolerance = toleranceOf(*part.promised, share, round);
            const double deviation = std::abs(*part.received - *part.promised);
            part.isSkewed = deviation > tolerance;
            coarsest = std::max(coarsest, tolerance);
            share.deviation = std::max(share.deviation, deviation);
        }
        share.servers.push_back(part);
    }
    if (!promisesShares(share.promise))
        share.verdict = ServiceShare::Verdict::NoPromise;
    else if (std::ranges::any_of(share.servers, &ServiceShare::Server::isSkewed))
        share.verdict = ServiceShare::Verdict::Skewed;
    else if (!isEnough || coarsest > ServiceShare::coarsest)
        share.verdict = ServiceShare::Verdict::TooFew;
    else
        share.verdict = ServiceShare::Verdict::AsPromised;
    if (share.verdict == ServiceShare::Verdict::Skewed)
        share.cause = causeOf(service, share);
    return share;
}

SkewCause ShareMeter::causeOf(const Service &service, const ServiceShare &share)
{
    if (std::ranges::any_of(share.servers,
                            [](const auto &server) { return server.isSkewed && server.promised == 0.0; }))
        return SkewCause::Drained;
    if (service.isNearlyFull)
        return SkewCause::Full;
    if (!service.config.isPersistent())
        return SkewCause::Unseen;
    const qint64 held = qint64(service.config.persistenceTimeout) * 1000;
    if (service.changedAt != 0 && service.lastAt - service.changedAt < held)
        return SkewCause::ChangedLately;
    return service.templates < fewClients * service.servers.size() ? SkewCause::FewClients : SkewCause::Persistence;
}

} // namespace lvs
