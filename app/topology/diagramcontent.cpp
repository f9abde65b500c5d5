// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topology/diagramcontent.h"

#include "app/text/domaintext.h"
#include "app/text/setuptext.h"
#include "app/text/traffictext.h"
#include "app/topology/diagramrates.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <utility>

namespace lvs {

namespace {

using Kind = TopologyNode::Kind;
using Way = TopologyEdge::Way;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Topology)
public:
    static QString role(AddressRole role)
    {
        switch (role) {
        case AddressRole::Vip:
            return tr("VIP");
        case AddressRole::Dip:
            return tr("DIP");
        case AddressRole::Rip:
            return tr("RIP");
        case AddressRole::Gateway:
            return tr("gateway");
        case AddressRole::Other:
            break;
        }
        return {};
    }

    static MarkedText condition(ServerCondition condition)
    {
        switch (condition) {
        case ServerCondition::Serving:
            return {State::Serving, tr("serving")};
        case ServerCondition::Drained:
            return {State::Drained, tr("drained")};
        case ServerCondition::Unreachable:
            break;
        }
        return {State::Unreachable, tr("unreachable (by probe)")};
    }

    static QString weighted(const QString &state, quint32 weight)
    {
        return tr("%1, weight %2", "state of a real server").arg(state).arg(weight);
    }

    static MarkedText serving(std::size_t serving, std::size_t all)
    {
        if (all == 0)
            return {State::Unknown, tr("no real server")};
        const QString text = tr("%1 of %2 serving").arg(serving).arg(all);
        return {serving == 0 ? State::Unreachable : State::Serving, text};
    }

    static QString title(Kind kind, int servers)
    {
        switch (kind) {
        case Kind::Clients:
            return tr("Clients");
        case Kind::Router:
            return tr("Router");
        case Kind::Director:
            return tr("Director");
        case Kind::ServerGroup:
            return tr("%Ln real server(s)", nullptr, servers);
        default:
            return tr("Real server");
        }
    }

    static QString on(const QString &address, const InterfaceName &interface)
    {
        return interface.toString().isEmpty() ? address
                                              : tr("%1 on %2", "address, interface").arg(address, interface.toString());
    }

    static QString further(std::size_t count) { return tr("and %n more", nullptr, int(count)); }
    static QString notKnown() { return tr("not known"); }
    static QString notCounted() { return tr("Replies pass the director by, which does not count them"); }
};

/// Of a card; the director of many services has more addresses than anybody reads.
constexpr std::size_t mostLines = 8;

QString iconOf(Kind kind)
{
    switch (kind) {
    case Kind::Clients:
        return QStringLiteral("system-users");
    case Kind::Router:
        return QStringLiteral("network-modem");
    case Kind::Director:
        return QStringLiteral("computer");
    case Kind::Service:
        return QStringLiteral("view-list-tree");
    default:
        return QStringLiteral("network-server");
    }
}

/// A port says nothing at an address that stands for all of the machine.
QString addressOf(const TopologyNode &node, const RoleAddress &address)
{
    if (node.server && address.role == AddressRole::Rip)
        return node.server->key.toString();
    return address.address.toString();
}

MarkedText stateOf(const TopologyNode &node)
{
    if (!node.isKnown)
        return {State::Unknown, Words::notKnown()};
    switch (node.kind) {
    case Kind::Service:
        return Words::serving(node.serving, node.servers);
    case Kind::ServerGroup:
        return Words::condition(node.condition);
    case Kind::RealServer: {
        MarkedText state = Words::condition(node.condition);
        if (node.condition != ServerCondition::Drained)
            state.sentence = Words::weighted(state.sentence, node.server->weight);
        return state;
    }
    default:
        return {};
    }
}

QString titleOf(const TopologyNode &node, const DiagramSource &source)
{
    if (node.kind == Kind::Service)
        return serviceText(*node.service);
    if (node.server && source.names) {
        const QString &name = source.names->of(node.server->key.address).name;
        if (!name.isEmpty())
            return name;
    }
    if (!node.host.isEmpty()) {
        const auto name = source.hosts.find(node.host);
        return name == source.hosts.end() ? hostText(node.host) : name->second;
    }
    return Words::title(node.kind, int(node.servers));
}

CardText cardOf(const TopologyNode &node, const DiagramSource &source)
{
    CardText card{.id = node.id,
                  .icon = iconOf(node.kind),
                  .title = titleOf(node, source),
                  .state = stateOf(node),
                  .isKnown = node.isKnown};
    if (node.kind == Kind::Service && source.names && !source.names->of(*node.service).name.isEmpty())
        card.lines.push_back({{}, source.names->of(*node.service).name});
    for (const RoleAddress &address : node.addresses) {
        if (card.lines.size() == mostLines) {
            card.lines.push_back({{}, Words::further(node.addresses.size() - mostLines)});
            break;
        }
        card.lines.push_back({Words::role(address.role), Words::on(addressOf(node, address), address.interface)});
    }
    return card;
}

QString rateText(TrafficMetric metric, quint64 value)
{
    return trafficValueText(metric, double(value));
}

/// How packets get to a real server; empty on edges of machines that know nothing of it.
QString forwardingOf(const TopologyEdge &edge, const TopologyNode &to)
{
    if (to.kind != Kind::RealServer && to.kind != Kind::ServerGroup)
        return to.kind == Kind::Service && to.servers > 0 ? forwardingText(edge.forwarding) : QString();
    return edge.isTranslated ? setupMethodShortText(SetupMethod::FullNat) : forwardingText(edge.forwarding);
}

} // namespace

QString roleText(AddressRole role)
{
    return Words::role(role);
}

MarkedText conditionText(ServerCondition condition)
{
    return Words::condition(condition);
}

QString WayText::requestLine() const
{
    return requests.isEmpty() ? QString() : QStringLiteral("→ ") + requests;
}

QString WayText::replyLine() const
{
    return replies.isEmpty() ? QString() : QStringLiteral("← ") + replies;
}

QStringList WayText::lines() const
{
    QStringList lines{network, forwarding, requestLine(), replyLine(), note};
    lines.removeAll(QString());
    return lines;
}

DiagramContent describe(const Topology &topology, const DiagramSource &source)
{
    DiagramContent content{.topology = topology};
    QHash<QString, std::size_t> places;
    for (std::size_t i = 0; i < topology.nodes.size(); ++i) {
        content.cards.push_back(cardOf(topology.nodes[i], source));
        places.insert(topology.nodes[i].id, i);
    }
    const auto nodeOf = [&](const QString &id) -> const TopologyNode & { return topology.nodes[places.value(id)]; };

    const DiagramRates rates(topology, source.snapshot, source.unreachable);
    const auto isPast = [](const TopologyEdge &edge) { return edge.way == Way::Reply; };
    // What no server sends back through the director, the director does not count.
    const bool isCounted = std::ranges::any_of(topology.edges, [&](const TopologyEdge &edge) {
        const Kind kind = nodeOf(edge.to).kind;
        const bool isBehind = kind == Kind::RealServer || kind == Kind::ServerGroup || kind == Kind::Service;
        return isBehind && edge.way == Way::Both;
    });
    bool isSaid = false;
    std::set<IpNetwork> named;
    for (const TopologyEdge &edge : topology.edges) {
        WayText way;
        const TopologyNode &to = nodeOf(edge.to);
        if (isPast(edge)) {
            if (!std::exchange(isSaid, true))
                way.note = Words::notCounted();
            content.ways.push_back(way);
            continue;
        }
        if (edge.network && named.insert(*edge.network).second)
            way.network = edge.network->toString();
        way.forwarding = forwardingOf(edge, to);
        if (const auto flow = rates.of(to)) {
            way.requests = rateText(TrafficMetric::Connections, flow->connections) + QStringLiteral(" · ") +
                           rateText(TrafficMetric::InBytes, flow->inBytes);
            way.requestBytes = double(flow->inBytes);
            if (edge.way == Way::Both && isCounted) {
                way.replies = rateText(TrafficMetric::OutBytes, flow->outBytes);
                way.replyBytes = double(flow->outBytes);
            }
        }
        content.ways.push_back(way);
    }
    return content;
}

} // namespace lvs
