// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/filterrule.h"

#include "core/types/protocolword.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

/// One condition: of an unknown value nothing is certain.
template<class List, class Value, class Holds>
FilterMatch matchOne(const List &list, bool isEmpty, const std::optional<Value> &value, Holds holds)
{
    if (isEmpty)
        return FilterMatch::Yes;
    if (!value)
        return FilterMatch::Maybe;
    return holds(list, *value) ? FilterMatch::Yes : FilterMatch::No;
}

bool holdsAddress(const std::vector<IpNetwork> &networks, const IpAddress &address)
{
    return std::ranges::any_of(networks, [&](const IpNetwork &network) { return network.contains(address); });
}

bool holdsPort(const PortSet &ports, quint16 port)
{
    return ports.contains(port);
}

bool holdsName(const std::vector<InterfaceName> &names, const InterfaceName &name)
{
    return std::ranges::contains(names, name);
}

template<class T> QString joined(const std::vector<T> &values)
{
    QStringList texts;
    for (const T &value : values)
        texts << value.toString();
    return texts.join(u',');
}

} // namespace

FilterMatch FilterRule::match(const FilteredPacket &packet) const
{
    const auto known = [](const IpAddress &address) {
        return address.isUnspecified() ? std::nullopt : std::optional(address);
    };
    const bool isFamily = !family || *family == packet.destination.family();
    const bool isProtocol = protocols.empty() || std::ranges::contains(protocols, packet.protocol);
    if (!isFamily || !isProtocol)
        return FilterMatch::No;
    return std::min({
        matchOne(sources, sources.empty(), packet.source, holdsAddress),
        matchOne(destinations, destinations.empty(), known(packet.destination), holdsAddress),
        matchOne(sourcePorts, sourcePorts.isEmpty(), packet.sourcePort, holdsPort),
        matchOne(destinationPorts, destinationPorts.isEmpty(), packet.destinationPort, holdsPort),
        matchOne(from, from.empty(), packet.from, holdsName),
        matchOne(to, to.empty(), packet.to, holdsName),
        matchOne(isFirst, !isFirst, packet.isFirst, [](const auto &wanted, bool is) { return *wanted == is; }),
        isConditional ? FilterMatch::Maybe : FilterMatch::Yes,
    });
}

QString FilterRule::toString() const
{
    QStringList words;
    switch (verdict) {
    case FilterVerdict::Accept:
        words << u"accept"_s;
        break;
    case FilterVerdict::Drop:
        words << u"drop"_s;
        break;
    case FilterVerdict::Reject:
        words << u"reject"_s;
        break;
    case FilterVerdict::Translate:
        words << u"translate"_s;
        break;
    }
    if (isPolicy)
        words.prepend(u"policy"_s);
    QStringList names;
    for (const quint8 protocol : protocols)
        names << protocolName(protocol);
    if (!names.isEmpty())
        words << names.join(u',');
    if (!from.empty())
        words << u"in"_s << joined(from);
    if (!to.empty())
        words << u"out"_s << joined(to);
    if (!sources.empty() || !sourcePorts.isEmpty())
        words << u"from"_s << joined(sources) << sourcePorts.toString();
    if (!destinations.empty() || !destinationPorts.isEmpty())
        words << u"to"_s << joined(destinations) << destinationPorts.toString();
    words.removeAll(QString());
    return words.join(u' ');
}

FilterFate fateOf(const FilteredPacket &packet, std::span<const FilterRule> rules)
{
    FilterFate fate;
    std::optional<quint16> passed; // the chain that has accepted it
    bool isCertain = true;         // no rule of this chain may have accepted it before
    quint16 chain = 0;
    for (const FilterRule &rule : rules) {
        if (rule.hook != packet.hook || rule.chain == passed)
            continue;
        if (rule.chain != std::exchange(chain, rule.chain))
            isCertain = true;
        const FilterMatch match = rule.match(packet);
        if (match == FilterMatch::No)
            continue;
        if (rule.verdict == FilterVerdict::Accept) {
            isCertain = isCertain && match == FilterMatch::Yes;
            if (match == FilterMatch::Yes)
                passed = rule.chain;
        } else if (match == FilterMatch::Yes && isCertain) {
            fate.drop = &rule;
            return fate;
        } else {
            fate.maybe.push_back(&rule);
            if (match == FilterMatch::Yes) // nothing comes to what stands behind it
                passed = rule.chain;
        }
    }
    return fate;
}

} // namespace lvs
