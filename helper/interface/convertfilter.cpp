// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/convert.h"
#include "helper/interface/firewallparts.h"

#include <algorithm>
#include <array>
#include <functional>

namespace lvs::bus {

namespace {

QList<NetworkData> toWire(const std::vector<IpNetwork> &networks)
{
    QList<NetworkData> list;
    for (const IpNetwork &network : networks)
        list.append(bus::toWire(network));
    return list;
}

QStringList toWire(const std::vector<InterfaceName> &names)
{
    QStringList list;
    for (const InterfaceName &name : names)
        list.append(name.toString());
    return list;
}

Result<void> checkCount(qsizetype count)
{
    return count <= bounds::filterValues ? Result<void>()
                                         : failure(ErrorCode::TooLong, {QString::number(bounds::filterValues)});
}

/// Appends what `read` makes of each element.
template<class List, class T, class Read>
Result<void> appendFromWire(const List &list, std::vector<T> &values, Read read)
{
    if (const auto counted = checkCount(list.size()); !counted)
        return counted;
    for (const auto &data : list) {
        const auto value = read(data);
        if (!value)
            return std::unexpected(value.error());
        values.push_back(*value);
    }
    return {};
}

/// A number of ours that stands for something, up to `last`.
template<class T> Result<T> numberFromWire(quint8 number, T last)
{
    if (number > quint8(last))
        return failure(ErrorCode::OutOfRange, {QStringLiteral("0"), QString::number(quint8(last))});
    return T(number);
}

/// Values of FilterRuleData::first.
enum class First : quint8 { Any, Only, Never };

First firstOf(const FilterRule &rule)
{
    if (!rule.isFirst)
        return First::Any;
    return *rule.isFirst ? First::Only : First::Never;
}

Result<std::optional<Family>> anyFamilyFromWire(quint8 family)
{
    if (family == 0)
        return std::optional<Family>();
    return familyFromWire(family).transform([](Family known) { return std::optional(known); });
}

/// The lists of conditions.
Result<void> readLists(const FilterRuleData &data, FilterRule &rule)
{
    const auto interface = [](const QString &text) { return InterfaceName::fromText(text); };
    return appendFromWire(data.sources, rule.sources, networkFromWire)
        .and_then([&] { return appendFromWire(data.destinations, rule.destinations, networkFromWire); })
        .and_then([&] { return appendFromWire(data.from, rule.from, interface); })
        .and_then([&] { return appendFromWire(data.to, rule.to, interface); })
        .and_then([&] { return checkCount(data.protocols.size()); })
        .transform([&] { rule.protocols.assign(data.protocols.begin(), data.protocols.end()); });
}

} // namespace

FilterRuleData toWire(const FilterRule &rule)
{
    return {.hook = quint8(rule.hook),
            .chain = rule.chain,
            .verdict = quint8(rule.verdict),
            .isPolicy = rule.isPolicy,
            .place = placeToWire(rule.place),
            .family = rule.family ? quint8(*rule.family) : quint8(0),
            .sources = toWire(rule.sources),
            .destinations = toWire(rule.destinations),
            .protocols =
                QByteArray(reinterpret_cast<const char *>(rule.protocols.data()), qsizetype(rule.protocols.size())),
            .sourcePorts = bus::toWire(rule.sourcePorts),
            .destinationPorts = bus::toWire(rule.destinationPorts),
            .from = toWire(rule.from),
            .to = toWire(rule.to),
            .first = quint8(firstOf(rule)),
            .isConditional = rule.isConditional,
            .traffic = bus::toWire(rule.traffic)};
}

Result<FilterRule> fromWire(const FilterRuleData &data)
{
    FilterRule rule{.chain = data.chain, .isPolicy = data.isPolicy, .isConditional = data.isConditional};
    const auto hook = numberFromWire(data.hook, FilterHook::SourceNat);
    // Of what only a newer helper knows, no more is known than that it may end the chain.
    const bool isKnown = data.verdict <= quint8(FilterVerdict::Translate);
    rule.isConditional = rule.isConditional || !isKnown;
    const auto family = anyFamilyFromWire(data.family);
    const auto first = numberFromWire(data.first, First::Never);
    const auto place = textFromWire(data.place);
    const auto sourcePorts = portsFromWire(data.sourcePorts);
    const auto destinationPorts = portsFromWire(data.destinationPorts);
    const auto traffic = trafficFromWire(data.traffic);
    const auto lists = readLists(data, rule);
    const auto errorOf = [](const auto &result) -> const Error * { return result ? nullptr : &result.error(); };
    const std::array errors{
        errorOf(hook),        errorOf(family),           errorOf(first),  errorOf(lists), errorOf(place),
        errorOf(sourcePorts), errorOf(destinationPorts), errorOf(traffic)};
    if (const auto error = std::ranges::find_if(errors, std::identity()); error != errors.end())
        return std::unexpected(**error);
    rule.hook = *hook;
    rule.verdict = isKnown ? FilterVerdict(data.verdict) : FilterVerdict::Accept;
    rule.family = *family;
    rule.place = *place;
    rule.sourcePorts = *sourcePorts;
    rule.destinationPorts = *destinationPorts;
    if (*first != First::Any)
        rule.isFirst = *first == First::Only;
    rule.traffic = *traffic;
    return rule;
}

} // namespace lvs::bus
