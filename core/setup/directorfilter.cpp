// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/directorfilter.h"

#include "core/setup/endpoints.h"
#include "core/setup/hostfacts.h"
#include "core/setup/setupsysctls.h"

#include <algorithm>

namespace lvs {
namespace {

/// Whether one of the rules takes a port.
const PortRange *rangeWith(const std::vector<PortRange> &ranges, int port)
{
    const auto found = std::ranges::find_if(
        ranges, [&](const PortRange &range) { return int(range.first) <= port && port <= int(range.last); });
    return found == ranges.end() ? nullptr : &*found;
}

bool cover(const std::vector<PortRange> &ranges, const PortSet &ports)
{
    return std::ranges::all_of(ports.ranges(), [&](const PortRange &wanted) {
        int port = wanted.first;
        while (port <= int(wanted.last)) {
            const PortRange *range = rangeWith(ranges, port);
            if (!range)
                return false;
            port = int(range->last) + 1;
        }
        return true;
    });
}

} // namespace

std::optional<MarkRule> markRuleOf(const SetupWish &wish)
{
    if (!wish.vipOfMark || wish.portsOfMark.isEmpty())
        return std::nullopt;
    return MarkRule{.destination = IpNetwork::ofOne(*wish.vipOfMark),
                    .protocol = quint8(wish.protocolOfMark),
                    .ports = wish.portsOfMark,
                    .mark = wish.service.key.firewallMark};
}

std::vector<MarkRuleState> marksTowards(const SetupWish &wish, const FirewallState &firewall)
{
    std::vector<MarkRuleState> marks = firewall.leadingTo(wish.service.key);
    std::erase_if(marks, [&](const MarkRuleState &state) {
        return state.isNarrower || !state.rule.destination.contains(wish.vip());
    });
    return marks;
}

bool isMarked(const SetupWish &wish, const FirewallState &firewall)
{
    const std::vector<MarkRuleState> marks = marksTowards(wish, firewall);
    if (wish.portsOfMark.isEmpty())
        return !marks.empty();
    std::vector<PortRange> ranges;
    for (const auto &[rule, program, place, isNarrower, traffic] : marks) {
        if (rule.protocol != 0 && rule.protocol != quint8(wish.protocolOfMark))
            continue;
        if (rule.ports.isEmpty())
            ranges.push_back({0, 65535});
        for (const PortRange &range : rule.ports.ranges())
            ranges.push_back(range);
    }
    return cover(ranges, wish.portsOfMark);
}

Result<SnatRule> snatRuleFor(const SetupWish &wish, const IpAddress &rip, const HostInfo &director)
{
    const InterfaceAddress *source = sourceTowards(director, rip, wish.vip());
    if (!source)
        return failure(ErrorCode::NotOnLink, {rip.toString()});
    SnatRule rule{.servers = IpNetwork::ofOne(rip), .virtualAddress = wish.vip(), .source = source->address};
    const auto network = IpNetwork::of(source->address, source->prefixLength);
    if (network && network->contains(rip))
        rule.servers = *network;
    return rule;
}

std::vector<SnatRule> snatsTowards(const SetupWish &wish, const IpAddress &rip, const FirewallState &firewall)
{
    std::vector<SnatRule> snats;
    for (const auto &[rule, traffic] : firewall.snats) {
        const bool isVip = wish.vip().isUnspecified() || rule.virtualAddress == wish.vip();
        if (isVip && rule.servers.contains(rip))
            snats.push_back(rule);
    }
    return snats;
}

OthersSnat othersSnat(const SetupWish &wish, const ServerKey &server, const HostInfo *director,
                      const FirewallState &firewall)
{
    if (!director || sysctlNumber(director->sysctls, conntrackSysctl()).value_or(0) == 0)
        return {};
    FilteredPacket packet{.hook = FilterHook::SourceNat,
                          .protocol = quint8(protocolOf(wish).value_or(Protocol::Tcp)),
                          .destination = server.address,
                          .isFirst = true};
    if (server.port != 0)
        packet.destinationPort = server.port;
    if (const auto link = linkTo(*director, server.address, wish.vip()))
        packet.to = link->interface->name;
    else if (const HostRoute *route = bestRoute(*director, server.address))
        packet.to = route->interface;
    const FilterFate fate = fateOf(packet, firewall.filters);
    OthersSnat found{.rules = fate.maybe, .isCertain = fate.drop && fate.drop->verdict == FilterVerdict::Translate};
    if (fate.drop)
        found.rules.push_back(fate.drop);
    // What is for some networks alone is for those of the real servers, that they come out, and for no clients.
    std::erase_if(found.rules, [](const FilterRule *rule) {
        return rule->verdict != FilterVerdict::Translate || !rule->sources.empty();
    });
    return found;
}

bool isSourceTranslated(const SetupWish &wish, const ServerKey &server, const HostInfo *director,
                        const FirewallState &firewall)
{
    if (server.address.isLoopback() || (director && interfaceWith(*director, server.address)))
        return false; // it never leaves the machine
    return !snatsTowards(wish, server.address, firewall).empty() ||
           !othersSnat(wish, server, director, firewall).rules.empty();
}

Result<ChangePlan> sourceNatPlan(const SetupWish &wish, const HostInfo &director, const FirewallState &firewall)
{
    ChangePlan plan;
    const auto add = [&](const Operation &operation) {
        if (!std::ranges::contains(plan.operations, operation))
            plan.operations.push_back(operation);
    };
    for (const SetupServer &server : wish.servers) {
        const IpAddress &rip = server.server.key.address;
        if (server.host == wish.director)
            continue; // it never leaves the machine
        std::vector<SnatRule> snats = snatsTowards(wish, rip, firewall);
        // Replies to an address that the director no longer has come to nobody.
        const auto isLost = [&](const SnatRule &rule) { return !interfaceWith(director, rule.source); };
        for (const SnatRule &rule : snats) {
            if (isLost(rule))
                add(RemoveSnatRule{rule});
        }
        std::erase_if(snats, isLost);
        if (!snats.empty() || othersSnat(wish, server.server.key, &director, firewall).isCertain)
            continue;
        const auto rule = snatRuleFor(wish, rip, director);
        if (!rule)
            return std::unexpected(rule.error());
        add(AddSnatRule{*rule});
    }
    return plan;
}

ChangePlan marksPlan(const SetupWish &wish, const FirewallState &firewall)
{
    const auto rule = markRuleOf(wish);
    if (!rule || isMarked(wish, firewall))
        return {};
    return {{AddMarkRule{*rule}}};
}

} // namespace lvs
