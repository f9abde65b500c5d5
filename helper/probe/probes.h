// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/probe/census.h"
#include "helper/probe/pingrun.h"
#include "helper/probe/tcpprobe.h"

#include <QFuture>
#include <QPromise>

#include <deque>
#include <memory>

namespace lvs {

/// Every probe that runs, in one event loop and within the process's limits of descriptors. Whatever is asked beyond
/// them is refused with TooManyRequests, or waits for its turn where that is soon.
class Probes : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t mostSockets = 64; ///< of TCP, at a time
    static constexpr int mostPingRuns = 8;

    struct Limits {
        TcpProbe::Limits tcp{};
        PingRun::Limits ping{};
        Census::Limits census{};
    };
    /// What a connection is for.
    struct Talk {
        ServerKey server{};
        QByteArray request{}; ///< empty: for nothing
    };
    template<class T> using Answer = Result<QFuture<T>>;

    explicit Probes(const Limits &limits, QObject *parent = nullptr);

    Answer<std::vector<ProbeResult>> ping(const std::vector<IpAddress> &targets);
    Answer<std::vector<HttpResult>> talk(const std::vector<Talk> &talks);
    Answer<ArpCensus> takeCensus(const IpAddress &vip, const InterfaceName &interface);

private:
    struct Batch {
        QPromise<std::vector<HttpResult>> promise{};
        std::vector<HttpResult> results{};
        std::size_t open = 0;
    };
    struct Waiting {
        Talk talk{};
        std::shared_ptr<Batch> batch{};
        std::size_t place = 0; ///< in its results
    };

    void startWaiting();
    void settle(const Waiting &waiting, const HttpResult &result);

    Limits m_limits;
    std::deque<Waiting> m_waiting;
    std::size_t m_sockets = 0;
    int m_pingRuns = 0;
    bool m_takesCensus = false;
};

} // namespace lvs
