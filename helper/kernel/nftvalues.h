// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/firewall.h"
#include "helper/kernel/markbits.h"

#include <QJsonArray>
#include <QJsonValue>

namespace lvs {

// Values in the expressions of a rule (libnftables-json(5)). Each gives nothing for what it does not understand.

/// "10.0.0.1", or an address with a prefix length.
std::optional<IpNetwork> networkOf(const QJsonValue &value);
/// 443, or a range.
std::optional<PortRange> portsOf(const QJsonValue &value);
/// A name or a number.
std::optional<quint8> protocolOf(const QJsonValue &value);
/// "ipv4" or "ipv6".
std::optional<Family> familyOf(const QJsonValue &value);
/// What a counter has counted; nothing for one with a name, which stands elsewhere.
std::optional<RuleTraffic> trafficOf(const QJsonValue &counter);

bool isMetaMark(const QJsonValue &value);
/// A mark that is given to a packet, or bits that are set in the one it has.
std::optional<MarkBits> markOf(const QJsonValue &value);

/// Of one rule; more, and it is not listed one by one.
inline constexpr qsizetype mostValues = 64;

/// What stands on the right of a match: the elements of a set, or one value alone. Nothing if one of them is not
/// understood, or if they are too many.
template<class Read> auto listOf(const QJsonValue &right, Read read)
{
    using List = std::vector<typename std::invoke_result_t<Read, QJsonValue>::value_type>;
    const QJsonValue set = right[QLatin1StringView("set")];
    const QJsonArray values = set.isArray() ? set.toArray() : QJsonArray{right};
    if (values.isEmpty() || values.size() > mostValues)
        return std::optional<List>();
    std::optional<List> list(std::in_place);
    for (const QJsonValue &value : values) {
        const auto element = read(value);
        if (!element)
            return std::optional<List>();
        list->push_back(*element);
    }
    return list;
}

} // namespace lvs
