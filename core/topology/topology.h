// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/setup.h"

#include <set>

namespace lvs {

/// What an address is to a service (the terms of LVS).
enum class AddressRole : quint8 {
    Vip,     ///< to which clients connect
    Dip,     ///< of the director, towards the real servers
    Rip,     ///< of a real server
    Gateway, ///< of a router
    Other,   ///< another one of the director
};

struct RoleAddress {
    AddressRole role{};
    IpAddress address{};
    InterfaceName interface{}; ///< that has it; empty where that is not known
    friend auto operator<=>(const RoleAddress &, const RoleAddress &) = default;
};

/// How a real server stands, by its weight and by what was seen of it.
enum class ServerCondition : quint8 { Serving, Drained, Unreachable };
/// `unreachable`: what a probe found to be so.
ServerCondition conditionOf(const RealServer &server, const std::set<ServerKey> &unreachable);

/// A card of the diagram.
struct TopologyNode {
    enum class Kind : quint8 {
        Clients,
        Router,
        Director,
        Service, ///< of a whole director, with its real servers folded
        RealServer,
        ServerGroup, ///< real servers of one condition, folded
    };
    Kind kind{};
    QString id{};        ///< unique in its topology, and the same from one reading to the next
    QString host{};      ///< Director::id() of the machine; empty where the console has no way to it
    bool isKnown = true; ///< false: that it is there is only concluded
    std::vector<RoleAddress> addresses{};
    std::optional<ServiceKey> service{};
    std::optional<RealServer> server{};
    ServerCondition condition = ServerCondition::Serving; ///< of a real server or a group
    std::size_t servers = 0;                              ///< of a service or a group
    std::size_t serving = 0;                              ///< of a service
    friend bool operator==(const TopologyNode &, const TopologyNode &) = default;
};

/// A way that packets take between two cards.
struct TopologyEdge {
    enum class Way : quint8 {
        Request,
        Reply,
        Both, ///< there and back
    };
    QString from{}; ///< TopologyNode::id
    QString to{};
    Way way{};
    Forwarding forwarding = Forwarding::Masquerading; ///< of a real server's or group's edges
    bool isTranslated = false;                        ///< FullNAT: the source, too
    std::optional<IpNetwork> network{};               ///< in which it is; none where that is not known
    friend bool operator==(const TopologyEdge &, const TopologyEdge &) = default;
};

/// What stands where of a service, or of a whole director: cards in the order in which they are drawn from top to
/// bottom, each of a column of its kind.
struct Topology {
    std::vector<TopologyNode> nodes{};
    std::vector<TopologyEdge> edges{};
    const TopologyNode *find(const QString &id) const;
    friend bool operator==(const Topology &, const Topology &) = default;
};

/// Above this number real servers are folded by condition.
inline constexpr std::size_t mostServerCards = 24;

/// `unreachable` as in conditionOf(). `unfolded`: conditions whose servers are to be seen whatever their number.
Topology topologyOf(const SetupWish &wish, const SetupFacts &facts, const std::set<ServerKey> &unreachable,
                    const std::set<ServerCondition> &unfolded = {});
/// All services of a director, with their real servers folded.
Topology topologyOf(const IpvsTable &table, const QString &director, const SetupHosts &hosts);

/// How a card of a real server is called, TopologyNode::id.
QString serverNodeId(const ServerKey &server);
QString serviceNodeId(const ServiceKey &service);

} // namespace lvs
