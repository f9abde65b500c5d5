// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/healthwatch.h"

#include <algorithm>

namespace lvs {

using namespace std::chrono_literals;

namespace {

/// The place of a value among those to be looked at, each of which stands there once.
template<class T> std::size_t placeIn(std::vector<T> &values, QHash<T, std::size_t> &places, const T &value)
{
    const auto known = places.constFind(value);
    if (known != places.cend())
        return *known;
    places.insert(value, values.size());
    values.push_back(value);
    return values.size() - 1;
}

/// Where there is no helper there is nobody to ask.
bool hasHelper(const DirectorStatus &status)
{
    return isConnected(status.link) && status.access != Access::ReadOnly;
}

} // namespace

/// Who is looked at, and where in the report the answers stand.
struct HealthWatch::Round {
    struct Member {
        ObjectKey server{};
        Forwarding forwarding{};
        std::size_t ping = 0;
        std::optional<std::size_t> connection{};
        std::optional<std::size_t> page{};
    };
    std::vector<Member> members{};
    ProbeRequest request{};
    Asking asking = Asking::Never;
};

HealthWatch::HealthWatch(Director *director, QObject *parent)
    : QObject(parent)
    , m_director(director)
    , m_obstacle(Error{.code = ErrorCode::LinkLost})
{
    m_expiry.setInterval(10s);
    connect(&m_expiry, &QTimer::timeout, this, &HealthWatch::forgetOld);
    connect(director, &Director::statusChanged, this, &HealthWatch::findProbe);
    findProbe();
}

void HealthWatch::findProbe()
{
    const DirectorStatus status = m_director->status();
    const bool couldAsk = std::exchange(m_canAsk, hasHelper(status));
    if (!m_canAsk)
        return setObstacle(status.error.value_or(Error{.code = ErrorCode::LinkLost}));
    if (couldAsk)
        return; // once for each connection
    m_director->findProbe().then(
        this, [this](const Result<void> &found) { setObstacle(found ? std::nullopt : std::optional(found.error())); });
}

void HealthWatch::setObstacle(const std::optional<Error> &obstacle)
{
    if (std::exchange(m_obstacle, obstacle) != obstacle)
        Q_EMIT obstacleChanged();
}

void HealthWatch::check(std::vector<PlacedServer> servers, const HealthOptions &options, Asking asking)
{
    if (m_checking || servers.empty())
        return;
    m_checking = true;
    servers.resize(std::min(servers.size(), mostServers));
    auto round = std::make_shared<Round>();
    round->asking = asking;
    QHash<IpAddress, std::size_t> pings;
    QHash<ServerKey, std::size_t> connections;
    QHash<HttpTarget, std::size_t> pages;
    for (const auto &[service, config] : servers) {
        const ServerKey &server = config.key;
        const HealthTargets targets = healthTargetsFor(service, server, options);
        Round::Member member{.server = {service, server},
                             .forwarding = config.forwarding,
                             .ping = placeIn(round->request.pings, pings, server.address)};
        if (targets.connection)
            member.connection = placeIn(round->request.connections, connections, *targets.connection);
        if (targets.page)
            member.page = placeIn(round->request.pages, pages, *targets.page);
        round->members.push_back(member);
    }
    m_director->probe(round->request, asking).then(this, [this, round](const Result<ProbeReport> &report) {
        take(*round, report);
    });
}

void HealthWatch::take(const Round &round, const Result<ProbeReport> &report)
{
    m_checking = false;
    m_error = report ? std::nullopt : std::optional(report.error());
    std::vector<ObjectKey> servers;
    std::set<ServiceKey> services;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const Round::Member &member : round.members) {
        servers.push_back(member.server);
        if (!report)
            continue;
        ServerHealth &health = m_health[member.server];
        health = {.forwarding = member.forwarding, .network = report->pings[member.ping], .at = now};
        if (member.connection)
            health.transport = report->connections[*member.connection];
        if (member.page)
            health.application = report->pages[*member.page];
        services.insert(member.server.service);
    }
    if (!m_health.isEmpty())
        m_expiry.start();
    if (!services.empty())
        Q_EMIT changed(services);
    Q_EMIT checked(servers, round.asking);
}

void HealthWatch::forgetOld()
{
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addDuration(-lifetime);
    std::set<ServiceKey> services;
    m_health.removeIf([&](const auto &entry) {
        const bool isOld = entry.value().at < oldest;
        if (isOld)
            services.insert(entry.key().service);
        return isOld;
    });
    if (m_health.isEmpty())
        m_expiry.stop();
    if (!services.empty())
        Q_EMIT changed(services);
}

const ServerHealth *HealthWatch::find(const ServiceKey &service, const ServerKey &server) const
{
    const auto found = m_health.constFind({service, server});
    return found == m_health.cend() ? nullptr : &*found;
}

bool HealthWatch::isDown(const ServerList &list) const
{
    bool any = false;
    for (const ServerState &server : list.servers) {
        if (server.config.isDrained())
            continue;
        const ServerHealth *health = find(list.service, server.config.key);
        if (!health || !health->isBad())
            return false;
        any = true;
    }
    return any;
}

} // namespace lvs
