// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/topology.h"

#include "core/setup/hostfacts.h"
#include "core/topology/recognition.h"

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace lvs {

namespace {

const QString clientsId = u"clients"_s;
const QString routerId = u"router"_s;
const QString directorId = u"director"_s;

QString groupId(ServerCondition condition)
{
    return u"servers %1"_s.arg(int(condition));
}

/// The network in which a machine has its neighbour.
std::optional<IpNetwork> networkTowards(const HostInfo *host, const IpAddress &neighbour, const IpAddress &except)
{
    const auto link = host ? linkTo(*host, neighbour, except) : std::nullopt;
    if (!link || !link->own)
        return {};
    const auto network = IpNetwork::of(link->own->address, link->own->prefixLength);
    return network ? std::optional(*network) : std::nullopt;
}

/// The router behind which most of the world is: of the default route, or else of the widest one; nothing where all are
/// neighbours.
std::optional<IpAddress> routerOf(const HostInfo &host, Family family)
{
    if (const HostRoute *route = defaultRoute(host, family))
        return route->gateway;
    const auto rank = [](const HostRoute &route) { return std::pair(route.prefixLength, route.metric); };
    const HostRoute *widest = nullptr;
    for (const HostRoute &route : host.routes) {
        const bool isRouted = route.gateway && route.destination.family() == family;
        if (isRouted && (!widest || rank(route) < rank(*widest)))
            widest = &route;
    }
    return widest ? widest->gateway : std::nullopt;
}

/// Puts the cards and ways of a director together.
class Builder
{
public:
    Builder(const QString &director, const SetupHosts &hosts)
        : m_host(findHost(hosts, director))
    {
        m_director = {.kind = TopologyNode::Kind::Director, .id = directorId, .host = director};
        m_director.isKnown = m_host != nullptr;
    }

    /// What is between clients of the families and the director.
    void addOutside(std::initializer_list<Family> families)
    {
        m_topology.nodes.push_back({.kind = TopologyNode::Kind::Clients, .id = clientsId});
        TopologyNode router{.kind = TopologyNode::Kind::Router, .id = routerId, .isKnown = false};
        for (const Family family : families) {
            const auto gateway = m_host ? routerOf(*m_host, family) : std::nullopt;
            if (!gateway)
                continue;
            router.isKnown = true;
            router.addresses.push_back({AddressRole::Gateway, *gateway, {}});
            if (!m_outside)
                m_outside = networkTowards(m_host, *gateway, *gateway);
        }
        m_topology.nodes.push_back(router);
        add(TopologyEdge{.from = clientsId, .to = routerId, .way = TopologyEdge::Way::Both});
    }

    TopologyNode &director() { return m_director; }
    void addDirector(TopologyEdge::Way way)
    {
        std::ranges::sort(m_director.addresses);
        const auto repeated = std::ranges::unique(m_director.addresses);
        m_director.addresses.erase(repeated.begin(), repeated.end());
        m_topology.nodes.push_back(m_director);
        add(TopologyEdge{.from = routerId, .to = directorId, .way = way, .network = m_outside});
    }
    void add(const TopologyNode &node) { m_topology.nodes.push_back(node); }
    /// Ways between the same two cards in the same direction are one; of several networks it is in none.
    void add(const TopologyEdge &edge)
    {
        const auto [place, isNew] = m_places.try_emplace({edge.from, edge.to}, m_topology.edges.size());
        if (isNew) {
            m_topology.edges.push_back(edge);
            return;
        }
        TopologyEdge &present = m_topology.edges[place->second];
        if (present.way != edge.way)
            present.way = TopologyEdge::Way::Both;
        if (present.network != edge.network)
            present.network.reset();
        present.isTranslated = present.isTranslated || edge.isTranslated;
    }
    const HostInfo *host() const { return m_host; }
    Topology result() && { return std::move(m_topology); }

private:
    const HostInfo *m_host;
    TopologyNode m_director;
    std::optional<IpNetwork> m_outside;
    Topology m_topology;
    std::map<std::pair<QString, QString>, std::size_t> m_places; ///< of edges, by their cards
};

std::vector<RoleAddress> addressesOf(const SetupWish &wish, const SetupServer &server, SetupMethod method,
                                     const SetupHosts &hosts)
{
    const HostInfo *host = findHost(hosts, server.host);
    const auto interfaceOf = [&](const IpAddress &address) {
        const HostInterface *interface = host ? interfaceWith(*host, address) : nullptr;
        return interface ? interface->name : InterfaceName();
    };
    const IpAddress &rip = server.server.key.address;
    std::vector<RoleAddress> addresses{{AddressRole::Rip, rip, interfaceOf(rip)}};
    // Without a way to the machine it is taken to have what the method wants.
    const bool isOwn = putsVipOnServers(method) && !wish.vip().isUnspecified();
    if (isOwn && (!host || interfaceWith(*host, wish.vip())))
        addresses.push_back({AddressRole::Vip, wish.vip(), host ? interfaceOf(wish.vip()) : server.vipInterface});
    return addresses;
}

/// Whether a real server's answers go through the director, to most of the world: by what its default route says, and
/// by what its method wants where that is not known. With source NAT they go there whatever the routes are.
bool answersThroughDirector(const SetupWish &wish, const SetupServer &server, SetupMethod method,
                            const SetupHosts &hosts)
{
    if (server.host == wish.director)
        return true;
    const HostInfo *director = findHost(hosts, wish.director);
    const HostInfo *machine = findHost(hosts, server.host);
    const IpAddress source = addressAtServer(method, wish.vip(), server.server.key.address);
    const HostRoute *route = machine ? replyRoute(*machine, source, wish.family()).route : nullptr;
    if (method == SetupMethod::FullNat || !director || !route || !route->gateway)
        return repliesThroughDirector(method);
    return interfaceWith(*director, *route->gateway) != nullptr;
}

void addServerWays(Builder &builder, const SetupWish &wish, const SetupServer &server, const QString &node,
                   SetupMethod method, bool comesBack)
{
    const bool isLocal = server.host == wish.director;
    TopologyEdge edge{.from = directorId,
                      .to = node,
                      .way = comesBack ? TopologyEdge::Way::Both : TopologyEdge::Way::Request,
                      .forwarding = server.server.forwarding,
                      .isTranslated = method == SetupMethod::FullNat && !isLocal};
    if (!isLocal)
        edge.network = networkTowards(builder.host(), server.server.key.address, wish.vip());
    builder.add(edge);
    if (!comesBack)
        builder.add(TopologyEdge{
            .from = node, .to = routerId, .way = TopologyEdge::Way::Reply, .forwarding = server.server.forwarding});
}

/// What is drawn of a real server.
struct ServerView {
    ServerCondition condition{};
    SetupMethod method{};
    bool answersThroughDirector = false;
};

} // namespace

ServerCondition conditionOf(const RealServer &server, const std::set<ServerKey> &unreachable)
{
    if (unreachable.contains(server.key))
        return ServerCondition::Unreachable;
    return server.isDrained() ? ServerCondition::Drained : ServerCondition::Serving;
}

const TopologyNode *Topology::find(const QString &id) const
{
    const auto found = std::ranges::find(nodes, id, &TopologyNode::id);
    return found == nodes.end() ? nullptr : &*found;
}

QString serverNodeId(const ServerKey &server)
{
    return u"server "_s + server.toString();
}

QString serviceNodeId(const ServiceKey &service)
{
    return u"service "_s + service.toString();
}

Topology topologyOf(const SetupWish &wish, const SetupFacts &facts, const std::set<ServerKey> &unreachable,
                    const std::set<ServerCondition> &unfolded)
{
    const IpAddress vip = wish.vip();
    Builder builder(wish.director, facts.hosts);
    builder.addOutside({wish.family()});
    const HostInfo *host = builder.host();
    TopologyNode &director = builder.director();
    const HostInterface *withVip = host ? interfaceWith(*host, vip) : nullptr;
    if (!vip.isUnspecified())
        director.addresses.push_back({AddressRole::Vip, vip, withVip ? withVip->name : InterfaceName()});
    std::map<ServerCondition, std::size_t> counts;
    bool passesAnswers = wish.servers.empty() && repliesThroughDirector(wish.method);
    std::vector<ServerView> views; // in parallel to the servers
    for (const SetupServer &server : wish.servers) {
        const SetupMethod method = methodTo(wish, server, facts);
        const ServerView &view = views.emplace_back(conditionOf(server.server, unreachable), method,
                                                    answersThroughDirector(wish, server, method, facts.hosts));
        ++counts[view.condition];
        passesAnswers = passesAnswers || view.answersThroughDirector;
        const bool isSentTo = host && server.host != wish.director;
        const auto *own = isSentTo ? sourceTowards(*host, server.server.key.address, vip) : nullptr;
        const HostInterface *inside = own ? interfaceWith(*host, own->address) : nullptr;
        if (inside)
            director.addresses.push_back({AddressRole::Dip, own->address, inside->name});
    }
    builder.addDirector(passesAnswers ? TopologyEdge::Way::Both : TopologyEdge::Way::Request);

    const bool isFolded = wish.servers.size() > mostServerCards;
    std::set<ServerCondition> grouped;
    for (std::size_t i = 0; i < wish.servers.size(); ++i) {
        const SetupServer &server = wish.servers[i];
        const auto &[condition, method, answers] = views[i];
        const bool isInGroup = isFolded && !unfolded.contains(condition);
        if (isInGroup && grouped.insert(condition).second)
            builder.add(TopologyNode{.kind = TopologyNode::Kind::ServerGroup,
                                     .id = groupId(condition),
                                     .service = wish.service.key,
                                     .condition = condition,
                                     .servers = counts[condition]});
        if (!isInGroup)
            builder.add(TopologyNode{.kind = TopologyNode::Kind::RealServer,
                                     .id = serverNodeId(server.server.key),
                                     .host = server.host,
                                     .addresses = addressesOf(wish, server, method, facts.hosts),
                                     .service = wish.service.key,
                                     .server = server.server,
                                     .condition = condition});
        addServerWays(builder, wish, server, isInGroup ? groupId(condition) : serverNodeId(server.server.key), method,
                      answers);
    }
    return std::move(builder).result();
}

Topology topologyOf(const IpvsTable &table, const QString &director, const SetupHosts &hosts)
{
    Builder builder(director, hosts);
    builder.addOutside({Family::IPv4, Family::IPv6});
    for (const auto &[key, entry] : table.entries()) {
        if (key.isMark())
            continue;
        const HostInterface *interface = builder.host() ? interfaceWith(*builder.host(), key.address) : nullptr;
        builder.director().addresses.push_back(
            {AddressRole::Vip, key.address, interface ? interface->name : InterfaceName()});
    }
    builder.addDirector(TopologyEdge::Way::Both);
    for (const auto &[key, entry] : table.entries()) {
        const auto serving = std::ranges::count_if(entry.servers, [](const RealServer &s) { return !s.isDrained(); });
        builder.add(TopologyNode{.kind = TopologyNode::Kind::Service,
                                 .id = serviceNodeId(key),
                                 .service = key,
                                 .servers = entry.servers.size(),
                                 .serving = std::size_t(serving)});
        const Forwarding forwarding =
            entry.servers.empty() ? Forwarding::Masquerading : entry.servers.front().forwarding;
        const bool comesBack = forwarding != Forwarding::Gatewaying && forwarding != Forwarding::Tunnelling;
        builder.add(TopologyEdge{.from = directorId,
                                 .to = serviceNodeId(key),
                                 .way = comesBack ? TopologyEdge::Way::Both : TopologyEdge::Way::Request,
                                 .forwarding = forwarding});
        if (!comesBack)
            builder.add(TopologyEdge{
                .from = serviceNodeId(key), .to = routerId, .way = TopologyEdge::Way::Reply, .forwarding = forwarding});
    }
    return std::move(builder).result();
}

} // namespace lvs
