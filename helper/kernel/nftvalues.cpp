// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/nftvalues.h"

#include "core/types/protocolword.h"

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

constexpr quint32 everyBit = ~0u;

std::optional<quint32> numberOf(const QJsonValue &value, quint32 largest)
{
    const qint64 number = value.toInteger(-1);
    return number < 0 || number > largest ? std::nullopt : std::optional(quint32(number));
}

} // namespace

std::optional<IpNetwork> networkOf(const QJsonValue &value)
{
    const QJsonValue prefix = value["prefix"_L1];
    const auto address = IpAddress::fromText(prefix.isObject() ? prefix["addr"_L1].toString() : value.toString());
    if (!address)
        return {};
    const auto length = prefix.isObject() ? numberOf(prefix["len"_L1], 128) : std::nullopt;
    if (prefix.isObject() && !length)
        return {};
    const auto network = length ? IpNetwork::of(*address, *length) : IpNetwork::ofOne(*address);
    return network ? std::optional(*network) : std::nullopt;
}

std::optional<PortRange> portsOf(const QJsonValue &value)
{
    constexpr quint32 largest = 65535;
    const QJsonArray range = value["range"_L1].toArray();
    const auto first = numberOf(range.size() == 2 ? range[0] : value, largest);
    const auto last = numberOf(range.size() == 2 ? range[1] : value, largest);
    return first && last ? std::optional(PortRange{quint16(*first), quint16(*last)}) : std::nullopt;
}

std::optional<quint8> protocolOf(const QJsonValue &value)
{
    if (const auto number = numberOf(value, 255))
        return quint8(*number);
    const auto named = protocolFromWord(value.toString());
    return named ? std::optional(quint8(*named)) : std::nullopt;
}

std::optional<Family> familyOf(const QJsonValue &value)
{
    for (const auto &[name, family] : {std::pair("ipv4"_L1, Family::IPv4), std::pair("ipv6"_L1, Family::IPv6)}) {
        if (value == name || numberOf(value, 255) == quint32(family))
            return family;
    }
    return {};
}

std::optional<RuleTraffic> trafficOf(const QJsonValue &counter)
{
    if (!counter.isObject())
        return {};
    return RuleTraffic{.packets = quint64(counter["packets"_L1].toInteger()),
                       .bytes = quint64(counter["bytes"_L1].toInteger())};
}

bool isMetaMark(const QJsonValue &value)
{
    return value["meta"_L1]["key"_L1] == "mark"_L1;
}

std::optional<MarkBits> markOf(const QJsonValue &value)
{
    if (const auto mark = numberOf(value, everyBit))
        return MarkBits{.mark = *mark, .mask = everyBit};
    // "mark and KEPT or SET", "mark and KEPT xor SET", "mark or SET"
    for (const QLatin1StringView operation : {"|"_L1, "^"_L1}) {
        const QJsonArray operands = value[operation].toArray();
        const auto set = operands.size() == 2 ? numberOf(operands[1], everyBit) : std::nullopt;
        if (!set)
            continue;
        if (operation == "|"_L1 && isMetaMark(operands[0]))
            return MarkBits{.mark = *set, .mask = *set};
        const QJsonArray inner = operands[0]["&"_L1].toArray();
        const auto kept = inner.size() == 2 && isMetaMark(inner[0]) ? numberOf(inner[1], everyBit) : std::nullopt;
        if (!kept || (operation == "^"_L1 && (*set & *kept) != 0)) // toggled bits have no value
            return {};
        return MarkBits{.mark = *set, .mask = ~*kept | *set};
    }
    return {};
}

} // namespace lvs
