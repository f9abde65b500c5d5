// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/connectiontrial.h"

#include "app/directors/tcpconnections.h"
#include "core/director/pendingresult.h"
#include "core/setup/endpoints.h"
#include "core/traffic/sharepromise.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <algorithm>

namespace lvs {

namespace {

using namespace std::chrono_literals;

/// The kernel renews its counters every two seconds (net/netfilter/ipvs/ip_vs_est.c), each at its own time.
constexpr auto countsWithin = 5s;
constexpr auto readsEvery = 500ms;

/// Deletes itself, or goes with the director.
class Trial : public QObject
{
public:
    Trial(Director *director, const ServiceKey &service, const ServerKey &endpoint, quint32 count, Director *client)
        : QObject(director)
        , m_director(director)
        , m_client(client)
        , m_service(service)
        , m_endpoint(endpoint)
        , m_tally{.client = client ? client->id() : QStringLiteral("local"), .tried = count}
    {
    }
    QFuture<Result<ConnectionTally>> future() { return m_pending.future(); }

    void start()
    {
        read([this](const Snapshot &before) {
            m_before = before;
            connectAll();
        });
    }

private:
    template<class Take> void read(Take take)
    {
        m_director->read({.serversOf = {m_service}}).then(this, [this, take](const Result<Snapshot> &snapshot) {
            if (snapshot)
                take(*snapshot);
            else
                finish(std::unexpected(snapshot.error()));
        });
    }

    void connectAll()
    {
        const auto connections = m_client ? m_client->tryConnections(m_endpoint, m_tally.tried)
                                          : tcpConnections(m_endpoint, m_tally.tried, this);
        QFuture(connections).then(this, [this](const Result<quint32> &connected) {
            if (!connected)
                return finish(std::unexpected(connected.error()));
            m_tally.connected = *connected;
            count();
        });
    }

    /// Again and again until all of them are counted, or nothing more is to be expected.
    void count()
    {
        m_countingUntil.setRemainingTime(countsWithin);
        countNow();
    }
    void countNow()
    {
        read([this](const Snapshot &after) {
            take(after);
            quint64 received = 0;
            for (const ConnectionTally::Server &server : m_tally.servers)
                received += server.received;
            if (!m_tally.isCounted || received >= m_tally.tried || m_countingUntil.hasExpired())
                finish(m_tally);
            else
                QTimer::singleShot(readsEvery, this, [this] { countNow(); });
        });
    }
    void take(const Snapshot &after)
    {
        m_tally.at = QDateTime::currentDateTimeUtc();
        m_tally.isCounted = m_before.hasTraffic && after.hasTraffic;
        m_tally.servers.clear();
        const ServerList *before = listIn(m_before);
        const ServerList *now = listIn(after);
        const auto service =
            std::ranges::find(after.services, m_service, [](const ServiceState &state) { return state.config.key; });
        if (!before || !now || service == after.services.end())
            return;
        std::vector<quint32> weights;
        for (const ServerState &server : now->servers)
            weights.push_back(server.config.weight);
        const auto promised = promisedShares(promiseOf(service->config.scheduler), weights);
        for (std::size_t place = 0; place < now->servers.size(); ++place) {
            const ServerState &server = now->servers[place];
            const quint64 first = connectionsOf(*before, server.config.key);
            const quint64 last = server.traffic.counters.connections;
            m_tally.servers.push_back({.key = server.config.key,
                                       .received = last > first ? last - first : 0,
                                       .promised = promised.empty() ? std::nullopt : std::optional(promised[place])});
        }
        std::ranges::sort(m_tally.servers, {}, &ConnectionTally::Server::key);
    }
    const ServerList *listIn(const Snapshot &snapshot) const
    {
        const auto list = std::ranges::find(snapshot.servers, m_service, &ServerList::service);
        return list == snapshot.servers.end() ? nullptr : &*list;
    }
    static quint64 connectionsOf(const ServerList &list, const ServerKey &key)
    {
        const auto server =
            std::ranges::find(list.servers, key, [](const ServerState &state) { return state.config.key; });
        return server == list.servers.end() ? 0 : server->traffic.counters.connections;
    }

    void finish(Result<ConnectionTally> result)
    {
        m_pending.finish(std::move(result));
        deleteLater();
    }

    Director *m_director;
    Director *m_client;
    ServiceKey m_service;
    ServerKey m_endpoint;
    Snapshot m_before;
    ConnectionTally m_tally;
    QDeadlineTimer m_countingUntil;
    PendingResult<ConnectionTally> m_pending;
};

} // namespace

std::optional<ServerKey> clientEndpoint(const SetupWish &wish)
{
    const std::vector<quint16> ports = portsOf(wish);
    if (protocolOf(wish) != Protocol::Tcp || ports.empty())
        return {};
    return ServerKey{wish.vip(), ports.front()};
}

QFuture<Result<ConnectionTally>> tryConnections(Director *director, const ServiceKey &service,
                                                const ServerKey &endpoint, quint32 count, Director *client)
{
    auto *trial = new Trial(director, service, endpoint, count, client);
    auto future = trial->future();
    trial->start();
    return future;
}

} // namespace lvs
