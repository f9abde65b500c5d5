// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/probe/probes.h"

#include "helper/interface/bounds.h"

namespace lvs {

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

Probes::Answer<std::vector<HttpResult>> Probes::talk(const std::vector<Talk> &talks)
{
    if (std::ssize(m_waiting) + std::ssize(talks) > bus::bounds::waitingTargets)
        return failure(ErrorCode::TooManyRequests);
    auto batch = std::make_shared<Batch>();
    batch->results.resize(talks.size());
    batch->open = talks.size();
    batch->promise.start();
    for (std::size_t place = 0; place < talks.size(); ++place)
        m_waiting.push_back({.talk = talks[place], .batch = batch, .place = place});
    startWaiting();
    return batch->promise.future();
}

void Probes::startWaiting()
{
    while (!m_waiting.empty() && m_sockets < mostSockets) {
        const Waiting next = std::move(m_waiting.front());
        m_waiting.pop_front();
        ++m_sockets;
        auto *probe = new TcpProbe(next.talk.server, next.talk.request, m_limits.tcp, this);
        // In a turn of its own, also where it fails at once.
        connect(
            probe, &TcpProbe::finished, this,
            [this, probe, next](const HttpResult &result) {
                --m_sockets;
                probe->deleteLater();
                settle(next, result);
                startWaiting();
            },
            Qt::QueuedConnection);
        probe->start();
    }
}

void Probes::settle(const Waiting &waiting, const HttpResult &result)
{
    Batch &batch = *waiting.batch;
    batch.results[waiting.place] = result;
    if (--batch.open > 0)
        return;
    batch.promise.addResult(std::move(batch.results));
    batch.promise.finish();
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
