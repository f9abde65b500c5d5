// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/checklist.h"
#include "core/setup/directorfilter.h"
#include "core/setup/endpoints.h"
#include "core/setup/hostfacts.h"
#include "core/setup/tunnelpacket.h"

#include <algorithm>
#include <iterator>
#include <set>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

/// Asks the chains of two hooks about the same packet.
void comeIn(FilteredPacket packet, std::vector<FilteredPacket> &packets)
{
    for (const FilterHook hook : {FilterHook::Prerouting, FilterHook::Input}) {
        packet.hook = hook;
        packets.push_back(packet);
    }
}

/// `from` is where it came in before IPVS sent it on: of that OUTPUT is not told, and POSTROUTING is.
void goOut(FilteredPacket packet, const std::optional<InterfaceName> &from, std::vector<FilteredPacket> &packets)
{
    packet.hook = FilterHook::Output;
    packet.from = InterfaceName(); // none
    packets.push_back(packet);
    packet.hook = FilterHook::Postrouting;
    packet.from = from;
    packets.push_back(packet);
}

/// What clients send to the VIP, and real servers back.
struct Flow {
    quint8 protocol = 0;
    std::optional<quint16> port{}; ///< of the VIP; none: it may be any
};

/// Those that are known. Whoever sees to the marks of a service decides what comes to it.
std::vector<Flow> flowsOf(const SetupWish &wish, const SetupFacts &facts)
{
    std::vector<Flow> flows;
    const auto add = [&](quint8 protocol, const std::vector<quint16> &ports) {
        for (const quint16 port : ports)
            flows.push_back({protocol, port});
        if (ports.empty())
            flows.push_back({protocol, {}});
    };
    if (!wish.service.key.isMark()) {
        add(wish.service.key.protocol, portsOf(wish));
    } else if (!wish.portsOfMark.isEmpty()) {
        add(quint8(wish.protocolOfMark), portsOf(wish));
    } else if (facts.firewall) {
        for (const MarkRuleState &state : marksTowards(wish, *facts.firewall)) {
            if (state.rule.protocol != 0)
                add(state.rule.protocol, eachOf(state.rule.ports));
        }
    }
    return flows;
}

/// The port of a real server that a flow of the VIP comes to.
std::optional<quint16> portAt(const SetupWish &wish, const SetupServer &server, const Flow &flow)
{
    const quint16 port = server.server.key.port;
    return putsVipOnServers(wish.method) || port == 0 ? flow.port : std::optional(port);
}

/// Packets for a VIP may come in elsewhere than where it is, except on a network that asks for it.
std::optional<InterfaceName> entry(const SetupWish &wish, const HostInfo &director)
{
    const HostInterface *outside = findInterface(director.interfaces, wish.outside);
    return outside && answersArp(*outside) ? std::optional(wish.outside) : std::nullopt;
}

/// Where replies to clients leave the director.
std::optional<InterfaceName> exit(const SetupWish &wish, const HostInfo &director)
{
    const HostRoute *route = replyRoute(director, wish.vip(), wish.family()).route;
    return route && route->interface == wish.outside ? std::optional(wish.outside) : std::nullopt;
}

std::vector<FilteredPacket> requests(const SetupWish &wish, const std::vector<Flow> &flows, const HostInfo &director)
{
    std::vector<FilteredPacket> packets;
    for (const Flow &flow : flows) {
        comeIn({.protocol = flow.protocol,
                .destination = wish.vip(),
                .destinationPort = flow.port,
                .from = entry(wish, director),
                .isFirst = true},
               packets);
    }
    return packets;
}

/// What real servers answer through the director. It has forgotten the connection, or never knew it: what is asked
/// about its state is open.
std::vector<FilteredPacket> replies(const SetupWish &wish, const std::vector<Flow> &flows, const HostInfo &director)
{
    std::vector<FilteredPacket> packets;
    for (const SetupServer &server : wish.servers) {
        if (server.host == wish.director)
            continue;
        const IpAddress &rip = server.server.key.address;
        const auto link = linkTo(director, rip, wish.vip());
        for (const Flow &flow : flows) {
            FilteredPacket packet{.hook = FilterHook::Prerouting,
                                  .protocol = flow.protocol,
                                  .source = rip,
                                  .sourcePort = portAt(wish, server, flow),
                                  .destination = IpAddress::any(rip.family())};
            if (link)
                packet.from = link->interface->name;
            packets.push_back(packet);
            packet.hook = FilterHook::Forward;
            packet.to = exit(wish, director);
            packets.push_back(packet);
            packet.hook = FilterHook::Postrouting;
            packet.source = wish.vip();
            packet.sourcePort = flow.port;
            packets.push_back(packet);
        }
    }
    return packets;
}

IpAddress destinationAt(const SetupWish &wish, const SetupServer &server)
{
    return addressAtServer(wish.method, wish.vip(), server.server.key.address);
}

/// What IPVS sends to real servers. Connection tracking need not know of it: what is asked about its state is open.
std::vector<FilteredPacket> forwarded(const SetupWish &wish, const std::vector<Flow> &flows, const HostInfo &director)
{
    const auto from = entry(wish, director);
    std::set<std::optional<InterfaceName>> asked;
    std::vector<FilteredPacket> packets;
    for (const SetupServer &server : wish.servers) {
        if (server.host == wish.director)
            continue;
        const IpAddress &rip = server.server.key.address;
        const auto link = linkTo(director, rip, wish.vip());
        const auto to = link ? std::optional(link->interface->name) : std::nullopt;
        if (wish.method == SetupMethod::DirectRouting && !asked.insert(to).second)
            continue; // the packets are those for the real servers before
        if (wish.method == SetupMethod::Tunnelling) {
            FilteredPacket packet = tunnelPacket(server.server.tunnel, wish.family(), rip);
            packet.to = to;
            goOut(packet, from, packets);
            continue;
        }
        for (const Flow &flow : flows) {
            goOut({.protocol = flow.protocol,
                   .destination = destinationAt(wish, server),
                   .destinationPort = portAt(wish, server, flow),
                   .to = to},
                  from, packets);
        }
    }
    return packets;
}

/// What the director sends to a real server.
std::vector<FilteredPacket> deliveries(const SetupWish &wish, const std::vector<Flow> &flows, const SetupServer &server,
                                       const HostInfo &host)
{
    const IpAddress &rip = server.server.key.address;
    std::optional<InterfaceName> from;
    if (const HostInterface *interface = interfaceWith(host, rip))
        from = interface->name;
    std::vector<FilteredPacket> packets;
    if (wish.method == SetupMethod::Tunnelling) {
        FilteredPacket outer = tunnelPacket(server.server.tunnel, wish.family(), rip);
        outer.from = from;
        comeIn(outer, packets);
        const HostInterface *tunnel = tunnelFor(host, rip);
        from = tunnel ? std::optional(tunnel->name) : std::nullopt;
    }
    for (const Flow &flow : flows) {
        comeIn({.protocol = flow.protocol,
                .destination = destinationAt(wish, server),
                .destinationPort = portAt(wish, server, flow),
                .from = from,
                .isFirst = true},
               packets);
    }
    return packets;
}

/// What a real server sends back.
std::vector<FilteredPacket> answers(const SetupWish &wish, const std::vector<Flow> &flows, const SetupServer &server)
{
    std::vector<FilteredPacket> packets;
    for (const Flow &flow : flows) {
        goOut({.protocol = flow.protocol,
               .source = destinationAt(wish, server),
               .sourcePort = portAt(wish, server, flow),
               .destination = IpAddress::any(wish.family())},
              InterfaceName(), packets);
    }
    return packets;
}

QString evidenceOf(const FilterRule &rule)
{
    return rule.traffic ? u"%1 (%2)"_s.arg(rule.toString()).arg(rule.traffic->packets) : rule.toString();
}

/// The first packet that is dropped decides; rules that only may drop one are no more than evidence. Nothing is known
/// where rules could not be read.
SetupCheck judge(CheckLine line, const std::vector<FilteredPacket> &packets, const FirewallState &firewall)
{
    std::vector<const FilterRule *> maybe;
    for (const FilteredPacket &packet : packets) {
        const FilterFate fate = fateOf(packet, firewall.filters);
        if (fate.drop) {
            if (const auto port = packet.destinationPort ? packet.destinationPort : packet.sourcePort)
                line.about(*port);
            return line.evidence(fate.drop->place, evidenceOf(*fate.drop)).is(fate.drop->toString(), false);
        }
        for (const FilterRule *rule : fate.maybe) {
            if (!std::ranges::contains(maybe, rule))
                maybe.push_back(rule);
        }
    }
    for (const FilterRule *rule : maybe)
        line.evidence(rule->place, evidenceOf(*rule));
    for (const UnreadRules &unread : firewall.unreadFilters)
        line.evidence(unread.place, {});
    return firewall.unreadFilters.empty() ? line.is({}, true) : SetupCheck(line);
}

/// Nothing is said of machines that have no rules.
bool hasRules(const FirewallState &firewall)
{
    const auto mayDrop = [](const FilterRule &rule) { return rule.hook != FilterHook::SourceNat; };
    return std::ranges::any_of(firewall.filters, mayDrop) || !firewall.unreadFilters.empty();
}

} // namespace

void checkFirewalls(const SetupWish &wish, const SetupFacts &facts, std::vector<SetupCheck> &checks)
{
    constexpr auto code = SetupCheck::Code::FirewallDrop;
    const std::vector<Flow> flows = flowsOf(wish, facts);
    const HostInfo *director = findHost(facts.hosts, wish.director);
    if (director && facts.firewall && hasRules(*facts.firewall)) {
        auto packets = requests(wish, flows, *director);
        std::ranges::move(forwarded(wish, flows, *director), std::back_inserter(packets));
        if (repliesThroughDirector(wish.method))
            std::ranges::move(replies(wish, flows, *director), std::back_inserter(packets));
        checks.push_back(judge({code, wish.director}, packets, *facts.firewall));
    }
    for (const SetupServer &server : wish.servers) {
        const HostInfo *host = findHost(facts.hosts, server.host);
        const auto firewall = facts.serverFirewalls.find(server.host);
        if (server.host == wish.director || !host || firewall == facts.serverFirewalls.end() ||
            !hasRules(firewall->second))
            continue;
        auto packets = deliveries(wish, flows, server, *host);
        std::ranges::move(answers(wish, flows, server), std::back_inserter(packets));
        checks.push_back(judge({code, server.host, server.server.key}, packets, firewall->second));
    }
}

} // namespace lvs
