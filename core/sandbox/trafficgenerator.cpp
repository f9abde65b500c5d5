// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/trafficgenerator.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace lvs {

namespace {

constexpr PacketBurst bare{}; ///< a TCP packet without data

} // namespace

void TrafficGenerator::add(const TrafficProfile &profile)
{
    m_streams.push_back({.profile = profile, .phase = uniform()});
    planArrival(m_streams.size() - 1);
}

void TrafficGenerator::runDue()
{
    while (!m_events.empty() && m_events.top().at <= m_clock.now) {
        const Event event = m_events.top();
        m_events.pop();
        if (event.session == 0)
            arrive(event.stream);
        else
            proceed(event.session);
    }
}

void TrafficGenerator::arrive(size_t stream)
{
    planArrival(stream);

    const TrafficProfile &profile = m_streams[stream].profile;
    m_lastPort = m_lastPort == 65535 ? 1024 : m_lastPort + 1;
    const quint32 client = quint32(uniform() * profile.clients);
    const Session session{.stream = stream,
                          .flow = {.protocol = quint8(profile.protocol),
                                   .client = IpAddress::fromIPv4(profile.firstClient.toIPv4() + client),
                                   .clientPort = m_lastPort,
                                   .virtualAddress = profile.virtualAddress,
                                   .virtualPort = profile.virtualPort},
                          .end = m_clock.now + exponential(double(profile.duration.count()))};

    if (profile.protocol != Protocol::Udp) {
        if (send(session, TcpEvent::Syn, bare) != PacketVerdict::Forwarded)
            return;
        m_connections.output(packet(session, TcpEvent::Syn, bare));
        send(session, TcpEvent::Ack, bare);
    }
    exchange(session);
    const quint64 id = ++m_lastSession;
    m_sessions.emplace(id, session);
    planStep(id, session);
}

void TrafficGenerator::proceed(quint64 id)
{
    const Session &session = m_sessions.at(id);
    if (m_clock.now < session.end) {
        exchange(session);
        planStep(id, session);
        return;
    }
    finish(session);
    m_sessions.erase(id);
}

void TrafficGenerator::exchange(const Session &session)
{
    const TrafficProfile &profile = m_streams[session.stream].profile;
    if (send(session, TcpEvent::Ack, profile.request) == PacketVerdict::Forwarded)
        m_connections.output(packet(session, TcpEvent::Ack, profile.reply));
}

void TrafficGenerator::finish(const Session &session)
{
    const TrafficProfile &profile = m_streams[session.stream].profile;
    if (profile.protocol == Protocol::Udp || uniform() < profile.vanishing)
        return;
    send(session, TcpEvent::Fin, bare);
    m_connections.output(packet(session, TcpEvent::Fin, bare));
    send(session, TcpEvent::Ack, bare);
}

PacketVerdict TrafficGenerator::send(const Session &session, TcpEvent event, const PacketBurst &burst)
{
    Packet sent = packet(session, event, burst);
    sent.mark = m_firewall.mark(session.flow, burst);
    return m_connections.input(sent);
}

Packet TrafficGenerator::packet(const Session &session, TcpEvent event, const PacketBurst &burst)
{
    return {.flow = session.flow, .event = event, .count = burst.packets, .bytes = burst.bytes};
}

void TrafficGenerator::planArrival(size_t stream)
{
    plan(m_clock.now + exponential(1000 / rate(m_streams[stream])), stream, 0);
}

void TrafficGenerator::planStep(quint64 id, const Session &session)
{
    const double gap = double(m_streams[session.stream].profile.gap.count());
    plan(std::min(m_clock.now + exponential(gap), session.end), session.stream, id);
}

void TrafficGenerator::plan(SandboxTime at, size_t stream, quint64 session)
{
    m_events.push({at, ++m_lastOrder, stream, session});
}

/// Connections per second at this moment: two waves of different length around the mean.
double TrafficGenerator::rate(const Stream &stream) const
{
    const TrafficProfile &profile = stream.profile;
    const double period = double(std::chrono::milliseconds(profile.swingPeriod).count());
    const double turns = double(m_clock.now.count()) / period + stream.phase;
    const double wave = 0.65 * std::sin(2 * std::numbers::pi * turns) +
                        0.35 * std::sin(2 * std::numbers::pi * (turns * 3.7 + stream.phase));
    return std::max(profile.connectionsPerSecond * (1 + profile.swing * wave), 0.001);
}

/// In [0, 1).
double TrafficGenerator::uniform()
{
    return double(m_random() >> 11) * 0x1p-53;
}

/// At least a millisecond, so that time always goes on.
SandboxTime TrafficGenerator::exponential(double meanMilliseconds)
{
    return SandboxTime(1 + qint64(-std::log1p(-uniform()) * meanMilliseconds));
}

} // namespace lvs
