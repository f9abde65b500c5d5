// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/probe/probes.h"

#include "helper/interface/bounds.h"
#include "helper/probe/httpconversation.h"
#include "helper/probe/tlsconversation.h"

#include <QPromise>

#include <functional>
#include <tuple>

namespace lvs {

namespace {

/// The results of one call, as they come.
template<class T> class Batch
{
public:
    explicit Batch(std::size_t size)
        : m_results(size)
        , m_open(size)
    {
        m_promise.start();
    }
    QFuture<std::vector<T>> future() { return m_promise.future(); }
    void settle(std::size_t place, const T &result)
    {
        m_results[place] = result;
        if (--m_open > 0)
            return;
        m_promise.addResult(std::move(m_results));
        m_promise.finish();
    }

private:
    QPromise<std::vector<T>> m_promise;
    std::vector<T> m_results;
    std::size_t m_open;
};

} // namespace

Probes::Probes(const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
{
}

Probes::Answer<std::vector<ProbeResult>> Probes::ping(const std::vector<IpAddress> &targets)
{
    if (m_pingRuns >= mostPingRuns)
        return failure(ErrorCode::TooManyRequests);
    ++m_pingRuns;
    auto promise = std::make_shared<QPromise<std::vector<ProbeResult>>>();
    promise->start();
    auto *run = new PingRun(targets, m_limits.ping, this);
    connect(run, &PingRun::finished, this, [this, run, promise](const std::vector<ProbeResult> &results) {
        --m_pingRuns;
        run->deleteLater();
        promise->addResult(results);
        promise->finish();
    });
    run->start();
    return promise->future();
}

/// `prepare` gives, for a target, the server, what is said there, and how the result is made of what came of it.
template<class T, class Target, class Prepare>
Probes::Answer<std::vector<T>> Probes::talk(const std::vector<Target> &targets, Prepare prepare)
{
    if (std::ssize(m_waiting) + std::ssize(targets) > bus::bounds::waitingTargets)
        return failure(ErrorCode::TooManyRequests);
    const auto batch = std::make_shared<Batch<T>>(targets.size());
    for (std::size_t place = 0; place < targets.size(); ++place) {
        auto [server, conversation, resultOf] = prepare(targets[place]);
        m_waiting.push_back({.server = server,
                             .conversation = conversation,
                             .settle = [batch, place, resultOf](const ProbeResult &result) {
                                 batch->settle(place, resultOf(result));
                             }});
    }
    startWaiting();
    return batch->future();
}

Probes::Answer<std::vector<ProbeResult>> Probes::connectTo(const std::vector<ServerKey> &servers)
{
    return talk<ProbeResult>(servers, [](const ServerKey &server) {
        return std::tuple(server, std::shared_ptr<Conversation>(), std::identity());
    });
}

Probes::Answer<std::vector<HttpResult>> Probes::get(const std::vector<HttpTarget> &targets)
{
    return talk<HttpResult>(targets, [](const HttpTarget &target) {
        const auto conversation = std::make_shared<HttpConversation>(target);
        return std::tuple(target.server, conversation,
                          [conversation](const ProbeResult &result) { return conversation->result(result); });
    });
}

Probes::Answer<std::vector<TlsResult>> Probes::readCertificates(const std::vector<ServerKey> &servers)
{
    return talk<TlsResult>(servers, [](const ServerKey &server) {
        const auto conversation = std::make_shared<TlsConversation>();
        return std::tuple(server, conversation,
                          [conversation](const ProbeResult &result) { return conversation->result(result); });
    });
}

void Probes::startWaiting()
{
    while (!m_waiting.empty() && m_sockets < mostSockets) {
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_sockets;
        auto *probe = new TcpProbe(next.server, next.conversation.get(), m_limits.tcp, this);
        // In a turn of its own, also where it fails at once.
        connect(
            probe, &TcpProbe::finished, this,
            [this, probe, next](const ProbeResult &result) {
                --m_sockets;
                probe->deleteLater();
                next.settle(result);
                startWaiting();
            },
            Qt::QueuedConnection);
        probe->start();
    }
}

Probes::Answer<ArpCensus> Probes::takeCensus(const IpAddress &vip, const InterfaceName &interface)
{
    if (m_takesCensus)
        return failure(ErrorCode::TooManyRequests);
    auto interfaces = interfacesFor(readEthernetInterfaces(), vip, interface);
    if (!interfaces)
        return std::unexpected(interfaces.error());
    m_takesCensus = true;
    auto promise = std::make_shared<QPromise<ArpCensus>>();
    promise->start();
    auto *census = new Census(vip, std::move(*interfaces), m_limits.census, this);
    connect(census, &Census::finished, this, [this, census, promise](const ArpCensus &taken) {
        m_takesCensus = false;
        census->deleteLater();
        promise->addResult(taken);
        promise->finish();
    });
    census->start();
    return promise->future();
}

} // namespace lvs
