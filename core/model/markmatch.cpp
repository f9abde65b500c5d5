// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/markmatch.h"

#include <algorithm>

namespace lvs {
namespace {

bool overlap(const IpNetwork &one, const IpNetwork &other)
{
    return one.contains(other.address()) || other.contains(one.address());
}

/// Sets without a port stand for every port.
bool overlap(const PortSet &one, const PortSet &other)
{
    const auto meets = [&](const PortRange &range) {
        return std::ranges::any_of(
            other.ranges(), [&](const PortRange &its) { return range.first <= its.last && its.first <= range.last; });
    };
    return one.isEmpty() || other.isEmpty() || std::ranges::any_of(one.ranges(), meets);
}

bool overlap(quint8 protocol, quint8 other)
{
    return protocol == 0 || other == 0 || protocol == other;
}

} // namespace

bool overlap(const MarkRule &one, const MarkRule &other)
{
    return overlap(one.destination, other.destination) && overlap(one.protocol, other.protocol) &&
           overlap(one.ports, other.ports);
}

bool takesFrom(const MarkRule &rule, const ServiceKey &service)
{
    return !service.isMark() && rule.destination.contains(service.address) &&
           overlap(rule.protocol, service.protocol) &&
           (service.port == 0 || rule.ports.isEmpty() || rule.ports.contains(service.port));
}

bool mayMark(const UnreadRules &unread, Family family)
{
    const QStringView itsFamily = QStringView(unread.place).left(unread.place.indexOf(u' '));
    return itsFamily != (family == Family::IPv4 ? QStringView(u"ip6") : QStringView(u"ip"));
}

} // namespace lvs
