// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/walkfilter.h"

#include "core/setup/endpoints.h"
#include "core/setup/hostfacts.h"
#include "core/setup/tunnelpacket.h"

namespace lvs {

namespace {

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
    case PacketHook::Output:
        return FilterHook::Output;
    case PacketHook::Postrouting:
        return FilterHook::Postrouting;
    case PacketHook::None:
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
    FilteredPacket outer = tunnelPacket(tunnel, packet.destination.address.family(), packet.outer->remote);
    outer.source = knownAddress(packet.outer->local);
    return outer;
}

/// As the hook of the step sees it.
FilteredPacket packetAt(FilterHook hook, const WalkStep &step, const WalkPacket &arriving, const InterfaceName &out,
                        const SetupWish &wish, const Tunnel &tunnel)
{
    // The machine's own program, or IPVS, has made it anew before its rules are asked.
    const WalkPacket &shown = hook == FilterHook::Output ? step.packet : arriving;
    const bool isWrapped = shown.outer && step.place == WalkPlace::Director;
    FilteredPacket packet = isWrapped ? wrapped(shown, tunnel) : filtered(shown, wish);
    const bool comesIn = hook == FilterHook::Prerouting || hook == FilterHook::Input;
    if (comesIn && !step.isReply()) // of others connection tracking may know, or not
        packet.isFirst = true;
    if (hook == FilterHook::Output)
        packet.from = InterfaceName(); // none
    else if (hook != FilterHook::Postrouting)
        packet.from = known(step.interface);
    if (!comesIn)
        packet.to = known(hook == FilterHook::Forward ? out : step.interface);
    return packet;
}

/// All that happens on a real server on the way in is one step.
std::vector<FilteredPacket> received(FilteredPacket packet, const WalkPacket &arriving, const SetupServer &server,
                                     const SetupFacts &facts)
{
    std::vector<FilteredPacket> packets;
    const auto comeIn = [&](FilteredPacket one) {
        for (const FilterHook hook : {FilterHook::Prerouting, FilterHook::Input}) {
            one.hook = hook;
            packets.push_back(one);
        }
    };
    if (arriving.outer) {
        FilteredPacket outer = wrapped(arriving, server.server.tunnel);
        outer.from = packet.from;
        comeIn(outer);
        const HostInfo *host = findHost(facts.hosts, server.host);
        const HostInterface *tunnel = host ? tunnelFor(*host, server.server.key.address) : nullptr;
        packet.from = tunnel ? known(tunnel->name) : std::nullopt;
    }
    comeIn(packet);
    return packets;
}

} // namespace

const FilterRule *dropOf(const WalkStep &step, const WalkPacket &arriving, const InterfaceName &out,
                         const SetupWish &wish, const SetupServer &server, const SetupFacts &facts)
{
    const auto hook = filterHookOf(step.hook);
    const FirewallState *firewall = filterOf(step.host, wish, facts);
    if (!hook || !firewall)
        return nullptr;
    FilteredPacket packet = packetAt(*hook, step, arriving, out, wish, server.server.tunnel);
    packet.hook = *hook;
    std::vector<FilteredPacket> asked{packet};
    if (step.code == WalkStep::Code::ServerReceives) {
        asked = received(packet, arriving, server, facts);
    } else if (step.code == WalkStep::Code::ServerAnswers && step.isOnWire) { // one step, too
        packet.hook = FilterHook::Postrouting;
        asked.push_back(packet);
    }
    for (const FilteredPacket &one : asked) {
        if (const FilterRule *rule = fateOf(one, firewall->filters).drop)
            return rule;
    }
    return nullptr;
}

} // namespace lvs
