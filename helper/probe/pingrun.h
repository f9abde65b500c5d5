// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/probe.h"
#include "helper/probe/packets.h"
#include "helper/service/descriptor.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <memory>

namespace lvs {

/// Pings machines all at once. Its sockets hear every ICMP message of the machine, so they live no longer than the run.
/// Finishes once.
class PingRun : public QObject
{
    Q_OBJECT
public:
    struct Limits {
        std::chrono::milliseconds again{700}; ///< then those that have not answered get a second request
        std::chrono::milliseconds whole{2000};
    };

    PingRun(std::vector<IpAddress> targets, const Limits &limits, QObject *parent);

    void start();

Q_SIGNALS:
    /// In the order of the targets.
    void finished(const std::vector<lvs::ProbeResult> &results);

private:
    struct Channel {
        Family family = Family::IPv4;
        Descriptor socket{};
        int error = 0; ///< why there is no socket
        std::unique_ptr<QSocketNotifier> notifier{};
    };

    void open(Channel &channel);
    void askSilent();
    void receive(const Channel &channel);
    void note(quint16 target, ProbeOutcome outcome, int error = 0);
    void finish();
    Channel &channelFor(const IpAddress &address) { return address.isIPv4() ? m_ipv4 : m_ipv6; }

    std::vector<IpAddress> m_targets;
    Limits m_limits;
    packets::EchoMark m_mark;
    Channel m_ipv4{.family = Family::IPv4};
    Channel m_ipv6{.family = Family::IPv6};
    std::vector<ProbeResult> m_results;
    std::vector<std::chrono::nanoseconds> m_askedAt; ///< since the start, of the last request
    std::vector<bool> m_settled;
    std::size_t m_open = 0; ///< not settled
    QElapsedTimer m_clock;
    QTimer m_again;
    QTimer m_limit;
};

} // namespace lvs
