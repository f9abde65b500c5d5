// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/convert.h"
#include "helper/interface/firewallparts.h"

#include <algorithm>
#include <ranges>

namespace lvs::bus {

namespace {

/// Without what belongs to programs of which only a newer helper knows.
template<class Data> QList<Data> known(const QList<Data> &list)
{
    return list | std::views::filter([](const Data &data) { return isKnownProgram(data.program); }) |
           std::ranges::to<QList<Data>>();
}

/// The same, of hooks.
QList<FilterRuleData> ofKnownHooks(const QList<FilterRuleData> &list)
{
    const auto isKnown = [](const FilterRuleData &data) { return data.hook <= quint8(FilterHook::SourceNat); };
    return list | std::views::filter(isKnown) | std::ranges::to<QList<FilterRuleData>>();
}

} // namespace

MarkRuleData toWire(const MarkRule &rule)
{
    return {.destination = toWire(rule.destination),
            .protocol = rule.protocol,
            .ports = toWire(rule.ports),
            .mark = rule.mark,
            .mask = rule.mask};
}

SnatRuleData toWire(const SnatRule &rule)
{
    return {.servers = toWire(rule.servers),
            .virtualAddress = addressToWire(rule.virtualAddress),
            .source = addressToWire(rule.source)};
}

Result<MarkRule> fromWire(const MarkRuleData &data)
{
    const auto destination = networkFromWire(data.destination);
    if (!destination)
        return std::unexpected(destination.error());
    const auto ports = portsFromWire(data.ports);
    if (!ports)
        return std::unexpected(ports.error());
    return MarkRule{
        .destination = *destination, .protocol = data.protocol, .ports = *ports, .mark = data.mark, .mask = data.mask};
}

Result<SnatRule> fromWire(const SnatRuleData &data)
{
    const auto servers = networkFromWire(data.servers);
    if (!servers)
        return std::unexpected(servers.error());
    const auto virtualAddress = addressFromWire(data.virtualAddress);
    if (!virtualAddress)
        return std::unexpected(virtualAddress.error());
    return addressFromWire(data.source).transform([&](const IpAddress &source) {
        return SnatRule{.servers = *servers, .virtualAddress = *virtualAddress, .source = source};
    });
}

MarkRuleStateData toWire(const MarkRuleState &state)
{
    return {.rule = toWire(state.rule),
            .program = quint8(state.program),
            .place = placeToWire(state.place),
            .isNarrower = state.isNarrower,
            .traffic = toWire(state.traffic)};
}

SnatRuleStateData toWire(const SnatRuleState &state)
{
    return {.rule = toWire(state.rule), .traffic = toWire(state.traffic)};
}

UnreadRulesData toWire(const UnreadRules &unread)
{
    return {.program = quint8(unread.program), .place = placeToWire(unread.place)};
}

FirewallData toWire(const FirewallState &state)
{
    const auto atMost = [](const auto &rules) {
        return std::span(rules).first(std::min(rules.size(), size_t(bounds::firewallRules)));
    };
    // The console can do without rules of others, but not without its own.
    const auto ownFirst = [](auto rules, auto program) {
        std::ranges::stable_partition(rules,
                                      [&](const auto &rule) { return rule.*program == FirewallProgram::Console; });
        return rules;
    };
    return {.marks = listToWire(atMost(ownFirst(state.marks, &MarkRuleState::program))),
            .snats = listToWire(atMost(state.snats)),
            .unread = listToWire(atMost(ownFirst(state.unread, &UnreadRules::program))),
            .filters = listToWire(atMost(state.filters)),
            .unreadFilters = listToWire(atMost(state.unreadFilters))};
}

Result<MarkRuleState> fromWire(const MarkRuleStateData &data)
{
    const auto rule = fromWire(data.rule);
    const auto program = programFromWire(data.program);
    const auto place = textFromWire(data.place);
    const auto traffic = trafficFromWire(data.traffic);
    if (!rule)
        return std::unexpected(rule.error());
    if (!program)
        return std::unexpected(program.error());
    if (!place)
        return std::unexpected(place.error());
    if (!traffic)
        return std::unexpected(traffic.error());
    return MarkRuleState{
        .rule = *rule, .program = *program, .place = *place, .isNarrower = data.isNarrower, .traffic = *traffic};
}

Result<SnatRuleState> fromWire(const SnatRuleStateData &data)
{
    const auto rule = fromWire(data.rule);
    if (!rule)
        return std::unexpected(rule.error());
    return trafficFromWire(data.traffic).transform([&](const std::optional<RuleTraffic> &traffic) {
        return SnatRuleState{.rule = *rule, .traffic = traffic};
    });
}

Result<UnreadRules> fromWire(const UnreadRulesData &data)
{
    const auto program = programFromWire(data.program);
    if (!program)
        return std::unexpected(program.error());
    return textFromWire(data.place).transform([&](const QString &place) {
        return UnreadRules{.program = *program, .place = place};
    });
}

Result<FirewallState> fromWire(const FirewallData &data)
{
    auto marks = listFromWire(known(data.marks), bounds::firewallRules);
    if (!marks)
        return std::unexpected(marks.error());
    auto snats = listFromWire(data.snats, bounds::firewallRules);
    if (!snats)
        return std::unexpected(snats.error());
    auto filters = listFromWire(ofKnownHooks(data.filters), bounds::firewallRules);
    if (!filters)
        return std::unexpected(filters.error());
    auto unread = listFromWire(known(data.unread), bounds::firewallRules);
    if (!unread)
        return std::unexpected(unread.error());
    return listFromWire(known(data.unreadFilters), bounds::firewallRules)
        .transform([&](std::vector<UnreadRules> unreadFilters) {
            return FirewallState{.marks = std::move(*marks),
                                 .snats = std::move(*snats),
                                 .unread = std::move(*unread),
                                 .filters = std::move(*filters),
                                 .unreadFilters = std::move(unreadFilters)};
        });
}

} // namespace lvs::bus
