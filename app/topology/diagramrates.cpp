// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topology/diagramrates.h"

#include <algorithm>

namespace lvs {

namespace {

using Kind = TopologyNode::Kind;

Rates sum(const Rates &one, const Rates &other)
{
    return {.connections = one.connections + other.connections,
            .inPackets = one.inPackets + other.inPackets,
            .outPackets = one.outPackets + other.outPackets,
            .inBytes = one.inBytes + other.inBytes,
            .outBytes = one.outBytes + other.outBytes};
}

/// The service behind the director; nothing where there are several.
std::optional<ServiceKey> onlyService(const Topology &topology)
{
    const auto isServer = [](const TopologyNode &node) {
        return node.kind == Kind::RealServer || node.kind == Kind::ServerGroup;
    };
    const auto found = std::ranges::find_if(topology.nodes, isServer);
    return found == topology.nodes.end() ? std::nullopt : found->service;
}

} // namespace

DiagramRates::DiagramRates(const Topology &topology, const Snapshot *snapshot, const std::set<ServerKey> &unreachable)
{
    if (!snapshot || !snapshot->hasTraffic)
        return;
    const auto service = onlyService(topology);
    for (const ServiceState &state : snapshot->services) {
        if (service && state.config.key != *service)
            continue;
        m_byNode[serviceNodeId(state.config.key)] = state.traffic.rates;
        m_all = sum(m_all.value_or(Rates()), state.traffic.rates);
    }
    for (const ServerList &list : snapshot->servers) {
        if (service && list.service == *service)
            addServers(topology, list, unreachable);
    }
}

void DiagramRates::addServers(const Topology &topology, const ServerList &list, const std::set<ServerKey> &unreachable)
{
    std::map<ServerCondition, QString> groups;
    std::set<QString> cards;
    for (const TopologyNode &node : topology.nodes) {
        if (node.kind == Kind::ServerGroup)
            groups.emplace(node.condition, node.id);
        else
            cards.insert(node.id);
    }
    for (const ServerState &server : list.servers) {
        const QString id = serverNodeId(server.config.key);
        if (cards.contains(id)) {
            m_byNode[id] = server.traffic.rates;
        } else if (const auto group = groups.find(conditionOf(server.config, unreachable)); group != groups.end()) {
            Rates &rates = m_byNode[group->second];
            rates = sum(rates, server.traffic.rates);
        }
    }
}

std::optional<Rates> DiagramRates::of(const TopologyNode &node) const
{
    switch (node.kind) {
    case Kind::Clients:
    case Kind::Router:
    case Kind::Director:
        return m_all;
    default:
        break;
    }
    const auto found = m_byNode.find(node.id);
    return found == m_byNode.end() ? std::nullopt : std::optional(found->second);
}

} // namespace lvs
