// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/connectiontable.h"

namespace lvs {

namespace {

/// A template that runs out while connections belong to it lives on, and from then on by this (ip_vs_conn.c).
constexpr std::chrono::seconds extendedLifetime{60};

Counters received(const Packet &packet)
{
    return {.inPackets = packet.count, .inBytes = packet.bytes};
}

PacketPath inputPath(const Connection &connection)
{
    return connection.forwarding == Forwarding::Masquerading ? PacketPath::Input : PacketPath::InputOnly;
}

/// conn_reuse_mode 1: a SYN on a connection that is over opens a new one, unless persistence holds the old one.
bool isReopenedBy(const Connection &connection, const Packet &packet)
{
    return connection.key.protocol == quint8(Protocol::Tcp) && packet.event == TcpEvent::Syn &&
           connection.controller == 0 &&
           (connection.state == ConnectionState::TimeWait || connection.state == ConnectionState::Close);
}

} // namespace

const Connection *ConnectionTable::find(const ConnectionKey &key) const
{
    const auto found = m_index.find(key);
    return found == m_index.end() ? nullptr : &m_connections.at(found->second);
}

PacketVerdict ConnectionTable::input(const Packet &packet)
{
    const auto found = m_index.find(packet.flow);
    if (found == m_index.end())
        return open(packet);
    const quint64 id = found->second;
    Connection &connection = m_connections.at(id);
    if (isReopenedBy(connection, packet)) {
        expire(id);
        return open(packet);
    }
    if (!connection.server->service())
        return PacketVerdict::Dropped;
    count(*connection.server, received(packet));
    follow(id, connection, packet.event, inputPath(connection));
    return PacketVerdict::Forwarded;
}

PacketVerdict ConnectionTable::output(const Packet &packet)
{
    const auto found = m_index.find(packet.flow);
    if (found == m_index.end())
        return PacketVerdict::NotOurs;
    Connection &connection = m_connections.at(found->second);
    if (connection.forwarding != Forwarding::Masquerading)
        return PacketVerdict::NotOurs;
    if (!connection.server->service())
        return PacketVerdict::Dropped;
    count(*connection.server, {.outPackets = packet.count, .outBytes = packet.bytes});
    follow(found->second, connection, packet.event, PacketPath::Output);
    return PacketVerdict::Forwarded;
}

PacketVerdict ConnectionTable::open(const Packet &packet)
{
    const ConnectionKey &flow = packet.flow;
    SandboxService *service = m_table.findForPacket(packet.mark, {.family = flow.virtualAddress.family(),
                                                                  .protocol = flow.protocol,
                                                                  .port = flow.virtualPort,
                                                                  .address = flow.virtualAddress});
    const bool isUdp = flow.protocol == quint8(Protocol::Udp);
    if (!service || (!isUdp && packet.event != TcpEvent::Syn))
        return PacketVerdict::NotOurs;

    const auto [server, controller] = schedule(*service, packet);
    if (!server)
        return PacketVerdict::Refused;

    Counters events = received(packet);
    if (isUdp && service->config.flags.testFlag(ServiceFlag::OnePacket)) {
        server->bindConnection(); // for this packet only
        events.connections = packet.count;
        count(*server, events);
        server->unbindConnection();
        return PacketVerdict::Forwarded;
    }

    const quint64 id = add(flow, *server);
    Connection &connection = m_connections.at(id);
    if (controller != 0) {
        connection.controller = controller;
        ++m_connections.at(controller).controlled;
    }
    events.connections = 1;
    count(*server, events);
    follow(id, connection, packet.event, inputPath(connection));
    return PacketVerdict::Forwarded;
}

ConnectionTable::Choice ConnectionTable::schedule(const SandboxService &service, const Packet &packet)
{
    const VirtualService &config = service.config;
    const auto pick = [&]() -> SandboxServer * {
        if (!service.scheduler)
            return nullptr;
        return service.scheduler->pick(service, {.client = packet.flow.client,
                                                 .clientPort = packet.flow.clientPort,
                                                 .destination = packet.flow.virtualAddress});
    };
    if (!config.isPersistent() && config.key.port == 0 && !config.key.isMark())
        return {}; // the kernel has no use for a service for every port without persistence
    if (!config.isPersistent() || config.persistenceTimeout == 0)
        return {.server = pick()};

    const ConnectionKey key = templateKey(config, packet.flow);
    const auto found = m_index.find(key);
    if (found != m_index.end()) {
        Connection &pinning = m_connections.at(found->second);
        if (pinning.server->service()) { // whatever its weight
            restartTimer(found->second, pinning);
            return {.server = pinning.server.get(), .controller = found->second};
        }
        pinning.invalidated = true; // and runs out in its time
        m_index.erase(found);
    }
    SandboxServer *server = pick();
    if (!server)
        return {};
    const quint64 controller = add(key, *server);
    Connection &pinning = m_connections.at(controller);
    pinning.lifetime = std::chrono::seconds(config.persistenceTimeout);
    restartTimer(controller, pinning);
    return {.server = server, .controller = controller};
}

quint64 ConnectionTable::add(const ConnectionKey &key, SandboxServer &server)
{
    const quint64 id = ++m_lastId;
    const auto added = m_connections
                           .emplace(id, Connection{.key = key,
                                                   .server = server.shared_from_this(),
                                                   .forwarding = server.config().forwarding,
                                                   .timerAt = SandboxTime::max()})
                           .first;
    m_index.insert_or_assign(key, id);
    if (added->second.isTemplate())
        server.bindTemplate();
    else
        server.bindConnection();
    return id;
}

/// Moves a connection to the state that a packet leads to.
void ConnectionTable::follow(quint64 id, Connection &connection, TcpEvent event, PacketPath path)
{
    bool active = false;
    switch (Protocol(connection.key.protocol)) {
    case Protocol::Tcp:
        connection.state = nextTcpState(connection.state, event, path);
        connection.lifetime = tcpLifetime(connection.state, m_settings.timeouts());
        active = isActiveState(connection.state);
        break;
    case Protocol::Sctp:
        connection.state = nextSctpState(connection.state, event);
        connection.lifetime = sctpLifetime(connection.state);
        active = connection.state == ConnectionState::Established;
        break;
    case Protocol::Udp: // never counted as active
        connection.lifetime = std::chrono::seconds(m_settings.timeouts().udp);
        break;
    }
    if (active != connection.active) {
        connection.active = active;
        connection.server->setActive(active);
    }
    if (connection.controller != 0 && connection.state == ConnectionState::Established)
        m_connections.at(connection.controller).assured = true;
    restartTimer(id, connection);
}

void ConnectionTable::restartTimer(quint64 id, Connection &connection)
{
    connection.expires = m_clock.now + connection.lifetime;
    // A timer that fires too early is set again, so only a shorter life needs a new one.
    if (connection.expires < connection.timerAt) {
        connection.timerAt = connection.expires;
        m_timers.push({connection.timerAt, id});
    }
}

void ConnectionTable::expireDue()
{
    while (!m_timers.empty() && m_timers.top().at <= m_clock.now) {
        const Timer timer = m_timers.top();
        m_timers.pop();
        const auto found = m_connections.find(timer.id);
        if (found == m_connections.end() || found->second.timerAt != timer.at)
            continue; // gone, or another timer stands for it
        Connection &connection = found->second;
        connection.timerAt = SandboxTime::max();
        if (connection.expires > m_clock.now) {
            connection.timerAt = connection.expires;
            m_timers.push({connection.timerAt, timer.id});
        } else if (connection.controlled > 0) {
            connection.lifetime = extendedLifetime;
            restartTimer(timer.id, connection);
        } else {
            expire(timer.id);
        }
    }
}

void ConnectionTable::expire(quint64 id)
{
    const Connection connection = std::move(m_connections.at(id));
    m_connections.erase(id);
    if (const auto indexed = m_index.find(connection.key); indexed != m_index.end() && indexed->second == id)
        m_index.erase(indexed);

    if (connection.isTemplate()) {
        connection.server->unbindTemplate();
        return;
    }
    if (connection.active)
        connection.server->setActive(false);
    connection.server->unbindConnection();
    if (connection.controller != 0)
        --m_connections.at(connection.controller).controlled;
}

void ConnectionTable::count(SandboxServer &server, const Counters &events)
{
    SandboxService *service = server.service();
    if (!service)
        return; // a deleted server counts nothing
    server.count(events, m_clock.now);
    service->estimator.count(events, m_clock.now);
    m_table.totals().count(events, m_clock.now);
}

} // namespace lvs
