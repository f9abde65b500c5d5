// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/recognition.h"

#include "core/setup/directorfilter.h"
#include "core/setup/hostfacts.h"
#include "core/types/network.h"

#include <algorithm>

namespace lvs {

namespace {

/// The machine that has the address as its own; empty if none is known. The director goes first, which may be a real
/// server itself, and alone has the addresses of loopback that its table names.
QString machineAt(const IpAddress &address, const QString &director, const SetupHosts &hosts)
{
    const HostInfo *own = findHost(hosts, director);
    if (address.isLoopback() || (own && interfaceWith(*own, address)))
        return director;
    const auto found =
        std::ranges::find_if(hosts, [&](const auto &host) { return interfaceWith(host.second, address) != nullptr; });
    return found == hosts.end() ? QString() : found->first;
}

void recogniseMark(SetupWish &wish, const FirewallState &firewall)
{
    std::vector<MarkRuleState> rules = firewall.leadingTo(wish.service.key);
    // Those that look at nothing else say most.
    std::ranges::stable_sort(rules, {}, &MarkRuleState::isNarrower);
    if (rules.empty())
        return;
    const MarkRule &first = rules.front().rule;
    if (first.destination.isOne())
        wish.vipOfMark = first.destination.address();
    wish.protocolOfMark = first.protocol == 0 ? Protocol::Tcp : Protocol(first.protocol);
    std::vector<PortRange> ports;
    for (const MarkRuleState &state : rules) {
        if (state.rule.destination != first.destination || state.rule.protocol != first.protocol)
            continue;
        if (state.rule.ports.isEmpty()) // all of them
            return;
        ports.insert(ports.end(), state.rule.ports.ranges().begin(), state.rule.ports.ranges().end());
    }
    wish.portsOfMark = PortSet::of(std::move(ports)).value_or(PortSet());
}

bool isConfigured(const RealServer &server)
{
    return server.forwarding != Forwarding::Local && server.forwarding != Forwarding::Bypass;
}

/// The director's interface towards clients. A VIP where nobody asks, as on lo, is asked for where it is, too, or on a
/// network that could have it, if there is one.
InterfaceName outsideOf(const HostInfo &director, const IpAddress &vip)
{
    const HostInterface *own = interfaceWith(director, vip);
    if (!own || answersArp(*own))
        return own ? own->name : InterfaceName();
    const auto asks = [&](const HostInterface &interface) {
        return interface.isUp && answersArp(interface) &&
               std::ranges::any_of(interface.addresses, [&](const InterfaceAddress &address) {
                   return isInNetwork(vip, address.address, address.prefixLength);
               });
    };
    const auto network = std::ranges::find_if(director.interfaces, asks);
    return network == director.interfaces.end() ? own->name : network->name;
}

/// Where a real server has the VIP, if it does without answering for it.
InterfaceName vipInterfaceOf(const HostInfo *machine, const IpAddress &vip)
{
    const HostInterface *interface = machine ? interfaceWith(*machine, vip) : nullptr;
    return interface && !answersArp(*interface) ? interface->name : loopbackInterface();
}

} // namespace

SetupMethod recogniseMethod(const IpvsTable::Entry &entry, const HostInfo *own,
                            const std::optional<FirewallState> &firewall)
{
    const auto server = std::ranges::find_if(entry.servers, isConfigured);
    if (server == entry.servers.end())
        return entry.servers.empty() ? SetupMethod::DirectRouting : SetupMethod::Nat;
    if (server->forwarding == Forwarding::Gatewaying)
        return SetupMethod::DirectRouting;
    if (server->forwarding == Forwarding::Tunnelling)
        return SetupMethod::Tunnelling;
    const bool isFull = firewall && isSourceTranslated({.service = entry.service}, server->key, own, *firewall);
    return isFull ? SetupMethod::FullNat : SetupMethod::Nat;
}

SetupMethod methodTo(const SetupWish &wish, const SetupServer &server, const SetupFacts &facts)
{
    const RealServer &real = server.server;
    if (!isConfigured(real) || forwardingOf(wish.method) == real.forwarding)
        return wish.method;
    if (real.forwarding == Forwarding::Gatewaying)
        return SetupMethod::DirectRouting;
    if (real.forwarding == Forwarding::Tunnelling)
        return SetupMethod::Tunnelling;
    const HostInfo *own = findHost(facts.hosts, wish.director);
    const bool isFull = facts.firewall && isSourceTranslated(wish, real.key, own, *facts.firewall);
    return isFull ? SetupMethod::FullNat : SetupMethod::Nat;
}

SetupWish recogniseSetup(const IpvsTable::Entry &entry, const QString &director, const SetupHosts &hosts,
                         const std::optional<FirewallState> &firewall)
{
    SetupWish wish{.service = entry.service,
                   .method = recogniseMethod(entry, findHost(hosts, director), firewall),
                   .director = director};
    if (entry.service.key.isMark() && firewall)
        recogniseMark(wish, *firewall);
    for (const RealServer &server : entry.servers) {
        const QString id = machineAt(server.key.address, director, hosts);
        const bool hasVip = server.forwarding == Forwarding::Gatewaying || server.forwarding == Forwarding::Tunnelling;
        const HostInfo *machine = hasVip && id != director ? findHost(hosts, id) : nullptr;
        wish.servers.push_back({.server = server, .host = id, .vipInterface = vipInterfaceOf(machine, wish.vip())});
    }
    if (const HostInfo *own = findHost(hosts, director))
        wish.outside = outsideOf(*own, wish.vip());
    return wish;
}

} // namespace lvs
