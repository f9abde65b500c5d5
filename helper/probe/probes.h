// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/probe/census.h"
#include "helper/probe/conversation.h"
#include "helper/probe/pingrun.h"
#include "helper/probe/tcpprobe.h"

#include <QFuture>

#include <deque>
#include <functional>
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
    template<class T> using Answer = Result<QFuture<T>>;

    explicit Probes(const Limits &limits, QObject *parent = nullptr);

    Answer<std::vector<ProbeResult>> ping(const std::vector<IpAddress> &targets);
    Answer<std::vector<ProbeResult>> connectTo(const std::vector<ServerKey> &servers);
    Answer<std::vector<HttpResult>> get(const std::vector<HttpTarget> &targets);
    Answer<std::vector<TlsResult>> readCertificates(const std::vector<ServerKey> &servers);
    Answer<ArpCensus> takeCensus(const IpAddress &vip, const InterfaceName &interface);

private:
    struct Waiting {
        ServerKey server{};
        std::shared_ptr<Conversation> conversation{}; ///< null: nothing is said
        std::function<void(const ProbeResult &)> settle{};
    };

    template<class T, class Target, class Prepare>
    Answer<std::vector<T>> talk(const std::vector<Target> &targets, Prepare prepare);
    void startWaiting();

    Limits m_limits;
    std::deque<Waiting> m_waiting;
    std::size_t m_sockets = 0;
    int m_pingRuns = 0;
    bool m_takesCensus = false;
};

} // namespace lvs
