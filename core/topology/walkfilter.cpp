// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/walkfilter.h"

#include "core/setup/endpoints.h"
#include "core/setup/hostfacts.h"

namespace lvs {

namespace {

// include/uapi/linux/in.h, in6.h
constexpr quint8 ipInIp = 4;
constexpr quint8 ipv6InIp = 41;
constexpr quint8 gre = 47;

template<class T> std::optional<T> known(const T &value)
{
    return value == T() ? std::nullopt : std::optional(value);
}

std::optional<IpAddress> knownAddress(const IpAddress &address)
{
    return address.isUnspecified() ? std::nullopt : std::optional(address);
}

std::optional<FilterHook> filterHookOf(PacketHook hook)
{
    switch (hook) {
    case PacketHook::Prerouting:
        return FilterHook::Prerouting;
    case PacketHook::Input:
        return FilterHook::Input;
    case PacketHook::Forward:
        return FilterHook::Forward;
    case PacketHook::None:
    case PacketHook::Output: // of those no rules are read
    case PacketHook::Postrouting:
        break;
    }
    return {};
}

const FirewallState *filterOf(const QString &host, const SetupWish &wish, const SetupFacts &facts)
{
    if (host == wish.director)
        return facts.firewall ? &*facts.firewall : nullptr;
    const auto found = facts.serverFirewalls.find(host);
    return found == facts.serverFirewalls.end() ? nullptr : &found->second;
}

FilteredPacket filtered(const WalkPacket &packet, const SetupWish &wish)
{
    return {.protocol = quint8(protocolOf(wish).value_or(Protocol::Tcp)),
            .source = knownAddress(packet.source.address),
            .sourcePort = known(packet.source.port),
            .destination = packet.destination.address,
            .destinationPort = known(packet.destination.port)};
}

/// What is around a packet in a tunnel to the real server.
FilteredPacket wrapped(const WalkPacket &packet, const Tunnel &tunnel)
{
    FilteredPacket outer{.source = knownAddress(packet.outer->local), .destination = packet.outer->remote};
    switch (tunnel.type) {
    case TunnelType::IpIp:
        outer.protocol = packet.destination.address.isIPv4() ? ipInIp : ipv6InIp;
        break;
    case TunnelType::Gue:
        outer.protocol = quint8(Protocol::Udp);
        outer.destinationPort = tunnel.port;
        break;
    case TunnelType::Gre:
        outer.protocol = gre;
        break;
    }
    return outer;
}

} // namespace

const FilterRule *dropOf(const WalkStep &step, const WalkPacket &arriving, const InterfaceName &out,
                         const SetupWish &wish, const SetupServer &server, const SetupFacts &facts)
{
    const auto hook = filterHookOf(step.hook);
    const FirewallState *firewall = filterOf(step.host, wish, facts);
    if (!hook || !firewall)
        return nullptr;
    std::vector<FilteredPacket> asked;
    const auto ask = [&](FilteredPacket packet, const InterfaceName &from, std::initializer_list<FilterHook> hooks) {
        packet.from = known(from);
        for (const FilterHook at : hooks) {
            packet.hook = at;
            asked.push_back(packet);
        }
    };
    FilteredPacket packet = filtered(arriving, wish);
    if (!step.isReply()) // of replies the machine may have forgotten the connection
        packet.isFirst = true;
    if (step.code == WalkStep::Code::ServerReceives) { // all that happens on that machine is one step
        InterfaceName from = step.interface;
        if (arriving.outer) {
            ask(wrapped(arriving, server.server.tunnel), from, {FilterHook::Prerouting, FilterHook::Input});
            const auto host = facts.hosts.find(server.host);
            const HostInterface *tunnel =
                host == facts.hosts.end() ? nullptr : tunnelFor(host->second, server.server.key.address);
            from = tunnel ? tunnel->name : InterfaceName();
        }
        ask(packet, from, {FilterHook::Prerouting, FilterHook::Input});
    } else {
        if (hook == FilterHook::Forward)
            packet.to = known(out);
        ask(packet, step.interface, {*hook});
    }
    for (const FilteredPacket &one : asked) {
        if (const FilterRule *rule = fateOf(one, firewall->filters).drop)
            return rule;
    }
    return nullptr;
}

} // namespace lvs
