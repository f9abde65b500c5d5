// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/connectionlisting.h"

#include <algorithm>
#include <ranges>

namespace lvs {

namespace {

constexpr quint16 invalidatedPort = 0xffff; // ip_vs_conn.c, ip_vs_check_template

QString tcpStateName(ConnectionState state)
{
    switch (state) {
    case ConnectionState::None:
        return QStringLiteral("NONE");
    case ConnectionState::Established:
        return QStringLiteral("ESTABLISHED");
    case ConnectionState::SynSent:
        return QStringLiteral("SYN_SENT");
    case ConnectionState::SynReceived:
        return QStringLiteral("SYN_RECV");
    case ConnectionState::FinWait:
        return QStringLiteral("FIN_WAIT");
    case ConnectionState::TimeWait:
        return QStringLiteral("TIME_WAIT");
    case ConnectionState::Close:
        return QStringLiteral("CLOSE");
    case ConnectionState::CloseWait:
        return QStringLiteral("CLOSE_WAIT");
    case ConnectionState::LastAck:
        return QStringLiteral("LAST_ACK");
    case ConnectionState::Listen:
        return QStringLiteral("LISTEN");
    case ConnectionState::SynAck:
        return QStringLiteral("SYNACK");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString sctpStateName(ConnectionState state)
{
    if (state == ConnectionState::Established)
        return QStringLiteral("ESTABLISHED");
    return state == ConnectionState::Close ? QStringLiteral("CLOSED") : QStringLiteral("INIT1");
}

QString stateName(const Connection &connection)
{
    if (connection.isTemplate())
        return connection.assured ? QStringLiteral("ASSURED") : QStringLiteral("NONE");
    if (connection.key.protocol == quint8(Protocol::Udp))
        return QStringLiteral("UDP");
    return connection.key.protocol == quint8(Protocol::Sctp) ? sctpStateName(connection.state)
                                                             : tcpStateName(connection.state);
}

/// ip_vs_core.c, ip_vs_sched_persist and ip_vs_schedule.
quint16 serverPort(const Connection &connection)
{
    const quint16 virtualPort = connection.key.virtualPort;
    const quint16 configured = connection.server->config().key.port;
    if (connection.isTemplate())
        return virtualPort == 0 ? 0 : configured;
    const bool pinned = connection.controller != 0;
    return configured == 0 || (pinned && virtualPort != connection.server->serviceKey().port) ? virtualPort
                                                                                              : configured;
}

ConnectionEntry entryOf(const Connection &connection, SandboxTime now)
{
    using namespace std::chrono;
    const ConnectionKey &key = connection.key;
    ConnectionEntry entry{
        .protocol = key.protocol,
        .client = key.client,
        .clientPort = key.clientPort,
        .firewallMark = key.mark,
        .virtualAddress = key.virtualAddress,
        .virtualPort = key.virtualPort,
        .server = {.address = connection.server->config().key.address, .port = serverPort(connection)},
        .state = stateName(connection),
        .expires = quint32(std::max<qint64>(duration_cast<seconds>(connection.expires - now).count(), 0))};
    if (connection.invalidated)
        entry.virtualPort = entry.server.port = invalidatedPort;
    return entry;
}

} // namespace

ConnectionSample listConnections(const ConnectionTable &table, SandboxTime now)
{
    // In the order of a hash, as the kernel's: what stands first says nothing about age or kind.
    std::vector<std::pair<size_t, const Connection *>> hashed;
    hashed.reserve(table.connections().size());
    for (const Connection &connection : std::views::values(table.connections()))
        hashed.emplace_back(qHash(connection.key), &connection);
    const size_t shown = std::min(hashed.size(), size_t(ConnectionSample::largestSize));
    std::ranges::partial_sort(hashed, hashed.begin() + qsizetype(shown));

    ConnectionSample sample{.hasMore = hashed.size() > shown};
    sample.entries.reserve(shown);
    for (const auto &[hash, connection] : hashed | std::views::take(shown))
        sample.entries.push_back(entryOf(*connection, now));
    return sample;
}

} // namespace lvs
