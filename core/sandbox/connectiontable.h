// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/connection.h"
#include "core/sandbox/sandboxsettings.h"
#include "core/sandbox/sandboxtable.h"

#include <queue>
#include <unordered_map>

namespace lvs {

/// What became of a packet.
enum class PacketVerdict : quint8 {
    Forwarded,
    Refused, ///< no server would take the connection: the client gets "port unreachable"
    Dropped, ///< its server was deleted: lost without a word
    NotOurs, ///< belongs to no service and no connection
};

/// Connections through a sandbox's table, as the packets make them (ip_vs_core.c and ip_vs_conn.c with all sysctls at
/// their defaults): scheduling, states and timers, persistence templates, counting.
class ConnectionTable
{
public:
    /// All three must outlive it.
    ConnectionTable(const SandboxClock &clock, SandboxTable &table, const SandboxSettings &settings)
        : m_clock(clock)
        , m_table(table)
        , m_settings(settings)
    {
    }
    Q_DISABLE_COPY_MOVE(ConnectionTable)

    /// From a client.
    PacketVerdict input(const Packet &packet);
    /// Replies that pass the director. `packet.flow` is the client's side, as for input().
    PacketVerdict output(const Packet &packet);

    /// nullptr if there is no such connection; valid until the next call that is not const.
    const Connection *find(const ConnectionKey &key) const;
    /// By id; templates included, also those that tie nobody any more.
    const std::unordered_map<quint64, Connection> &connections() const { return m_connections; }

    /// When the next timer runs out; SandboxTime::max() if none runs.
    SandboxTime nextTimer() const { return m_timers.empty() ? SandboxTime::max() : m_timers.top().at; }
    /// Lets go of what has run out by now.
    void expireDue();

private:
    struct Timer {
        SandboxTime at;
        quint64 id;
        friend bool operator>(const Timer &a, const Timer &b) { return a.at > b.at; }
    };
    struct Choice {
        SandboxServer *server = nullptr; ///< none would take the connection
        quint64 controller = 0;          ///< id of the template that led to it, 0 if none
    };
    struct KeyHash {
        size_t operator()(const ConnectionKey &key) const noexcept { return qHash(key); }
    };

    PacketVerdict open(const Packet &packet);
    Choice schedule(const SandboxService &service, const Packet &packet);
    quint64 add(const ConnectionKey &key, SandboxServer &server);
    void follow(quint64 id, Connection &connection, TcpEvent event, PacketPath path);
    void restartTimer(quint64 id, Connection &connection);
    void expire(quint64 id);
    void count(SandboxServer &server, const Counters &events);

    const SandboxClock &m_clock;
    SandboxTable &m_table;
    const SandboxSettings &m_settings;
    std::unordered_map<quint64, Connection> m_connections;
    std::unordered_map<ConnectionKey, quint64, KeyHash> m_index;
    std::priority_queue<Timer, std::vector<Timer>, std::greater<>> m_timers;
    quint64 m_lastId = 0;
};

} // namespace lvs
