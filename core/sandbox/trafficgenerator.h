// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/connectiontable.h"
#include "core/sandbox/sandboxfirewall.h"
#include "core/sandbox/trafficprofile.h"

#include <queue>
#include <random>
#include <vector>

namespace lvs {

/// Plays the clients of a sandbox: opens connections, exchanges packets and ends them, through the firewall and the
/// connection table as if they came over a wire. The same seed and the same table give the same traffic.
class TrafficGenerator
{
public:
    /// All three must outlive it.
    TrafficGenerator(const SandboxClock &clock, SandboxFirewall &firewall, ConnectionTable &connections, quint64 seed)
        : m_clock(clock)
        , m_firewall(firewall)
        , m_connections(connections)
        , m_random(seed)
    {
    }
    Q_DISABLE_COPY_MOVE(TrafficGenerator)

    /// Clients begin to come now.
    void add(const TrafficProfile &profile);

    /// When something happens next; SandboxTime::max() without profiles.
    SandboxTime nextEvent() const { return m_events.empty() ? SandboxTime::max() : m_events.top().at; }
    /// Makes happen what is due by now.
    void runDue();

private:
    /// A stream of clients.
    struct Stream {
        TrafficProfile profile;
        double phase; ///< of the wandering, in turns
    };
    /// A connection a client has opened.
    struct Session {
        size_t stream;
        ConnectionKey flow;
        SandboxTime end;
    };
    struct Event {
        SandboxTime at;
        quint64 order;   ///< events of one moment happen in the order they were planned
        size_t stream;   ///< of the next arrival, unless the event belongs to a session
        quint64 session; ///< 0 for an arrival
        friend bool operator>(const Event &a, const Event &b) { return a.at != b.at ? a.at > b.at : a.order > b.order; }
    };

    void arrive(size_t stream);
    void proceed(quint64 session);
    void finish(const Session &session);
    void exchange(const Session &session);
    /// From the client.
    PacketVerdict send(const Session &session, TcpEvent event, const PacketBurst &burst);
    static Packet packet(const Session &session, TcpEvent event, const PacketBurst &burst);
    void planArrival(size_t stream);
    void planStep(quint64 id, const Session &session);
    void plan(SandboxTime at, size_t stream, quint64 session);
    double rate(const Stream &stream) const;
    double uniform();
    SandboxTime exponential(double meanMilliseconds);

    const SandboxClock &m_clock;
    SandboxFirewall &m_firewall;
    ConnectionTable &m_connections;
    std::mt19937_64 m_random; ///< its sequence is laid down by the standard; distributions are not
    std::vector<Stream> m_streams;
    std::unordered_map<quint64, Session> m_sessions;
    std::priority_queue<Event, std::vector<Event>, std::greater<>> m_events;
    quint64 m_lastSession = 0;
    quint64 m_lastOrder = 0;
    quint16 m_lastPort = 1023;
};

} // namespace lvs
