// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/probe/pingrun.h"

#include "helper/probe/socketaddress.h"

#include <QRandomGenerator>

#include <linux/icmp.h>
#include <netinet/icmp6.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace lvs {

PingRun::PingRun(std::vector<IpAddress> targets, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_targets(std::move(targets))
    , m_limits(limits)
    , m_mark{.id = quint16(QRandomGenerator::system()->generate()), .cookie = QRandomGenerator::system()->generate64()}
    , m_results(m_targets.size())
    , m_askedAt(m_targets.size())
    , m_settled(m_targets.size())
    , m_open(m_targets.size())
{
    m_again.setSingleShot(true);
    m_limit.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &PingRun::askSilent);
    connect(&m_limit, &QTimer::timeout, this, &PingRun::finish);
}

void PingRun::start()
{
    m_clock.start();
    m_limit.start(m_limits.whole);
    m_again.start(m_limits.again);
    for (Channel *channel : {&m_ipv4, &m_ipv6}) {
        if (std::ranges::contains(m_targets, channel->family, &IpAddress::family))
            open(*channel);
    }
    askSilent();
    if (m_open == 0)
        m_limit.start(0);
}

void PingRun::open(Channel &channel)
{
    const bool isIPv4 = channel.family == Family::IPv4;
    const int type = SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC;
    channel.socket =
        Descriptor(isIPv4 ? ::socket(AF_INET, type, IPPROTO_ICMP) : ::socket(AF_INET6, type, IPPROTO_ICMPV6));
    if (!channel.socket.isOpen()) {
        channel.error = errno;
        return;
    }
    // Nothing but answers to pings. Where this fails, they are told apart anyway.
    if (isIPv4) {
        const icmp_filter filter{.data = ~(quint32(1) << ICMP_ECHOREPLY)};
        ::setsockopt(channel.socket, SOL_RAW, ICMP_FILTER, &filter, sizeof filter);
    } else {
        icmp6_filter filter;
        ICMP6_FILTER_SETBLOCKALL(&filter);
        ICMP6_FILTER_SETPASS(ICMP6_ECHO_REPLY, &filter);
        ::setsockopt(channel.socket, IPPROTO_ICMPV6, ICMP6_FILTER, &filter, sizeof filter);
    }
    channel.notifier = std::make_unique<QSocketNotifier>(channel.socket, QSocketNotifier::Read);
    connect(channel.notifier.get(), &QSocketNotifier::activated, this, [this, &channel] { receive(channel); });
}

void PingRun::askSilent()
{
    for (std::size_t target = 0; target < m_targets.size(); ++target) {
        if (m_settled[target])
            continue;
        const Channel &channel = channelFor(m_targets[target]);
        if (!channel.socket.isOpen()) {
            note(quint16(target), ProbeOutcome::Unreachable, channel.error);
            continue;
        }
        const QByteArray request = packets::echoRequest(channel.family, m_mark, quint16(target));
        const SocketAddress address(m_targets[target]);
        m_askedAt[target] = m_clock.durationElapsed();
        if (::sendto(channel.socket, request.constData(), size_t(request.size()), 0, address.data(), address.size) <
                0 &&
            errno != EAGAIN && errno != ENOBUFS)
            note(quint16(target), ProbeOutcome::Unreachable, errno);
    }
}

void PingRun::receive(const Channel &channel)
{
    std::array<char, 1024> buffer;
    sockaddr_storage from{};
    socklen_t size = sizeof from;
    const ssize_t received =
        ::recvfrom(channel.socket, buffer.data(), buffer.size(), 0, reinterpret_cast<sockaddr *>(&from), &size);
    if (received < 0)
        return;
    const auto target = packets::echoReply(channel.family, QByteArrayView(buffer.data(), received), m_mark);
    if (target && *target < m_targets.size() &&
        addressOf(reinterpret_cast<const sockaddr *>(&from)) == m_targets[*target])
        note(*target, ProbeOutcome::Answered);
}

void PingRun::note(quint16 target, ProbeOutcome outcome, int error)
{
    if (m_settled[target])
        return;
    m_settled[target] = true;
    const auto took =
        std::chrono::duration_cast<std::chrono::microseconds>(m_clock.durationElapsed() - m_askedAt[target]);
    m_results[target] = {.outcome = outcome, .took = took, .kernelErrno = error};
    if (--m_open == 0)
        m_limit.start(0); // in a turn of its own: start() may be at work
}

void PingRun::finish()
{
    m_again.stop();
    for (Channel *channel : {&m_ipv4, &m_ipv6}) {
        channel->notifier.reset();
        channel->socket = Descriptor();
    }
    for (std::size_t target = 0; target < m_targets.size(); ++target) {
        if (!m_settled[target])
            m_results[target].took = m_limits.whole;
    }
    Q_EMIT finished(m_results);
}

} // namespace lvs
