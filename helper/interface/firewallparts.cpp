// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/firewallparts.h"

#include "helper/interface/convert.h"

#include <algorithm>

namespace lvs::bus {

NetworkData toWire(const IpNetwork &network)
{
    return {.address = addressToWire(network.address()), .prefixLength = network.prefixLength()};
}

Result<IpNetwork> networkFromWire(const NetworkData &data)
{
    return addressFromWire(data.address).and_then([&](const IpAddress &address) -> Result<IpNetwork> {
        const auto network = IpNetwork::of(address, data.prefixLength);
        if (network && network->address() != address) // bits behind the prefix
            return failure(ErrorCode::BadMask);
        return network;
    });
}

Result<PortSet> portsFromWire(const QList<PortRangeData> &list)
{
    std::vector<PortRange> ranges;
    for (const PortRangeData &data : list)
        ranges.push_back({data.first, data.last});
    return PortSet::of(std::move(ranges));
}

QList<PortRangeData> toWire(const PortSet &ports)
{
    QList<PortRangeData> list;
    for (const PortRange &range : ports.ranges())
        list.append({.first = range.first, .last = range.last});
    return list;
}

QList<RuleTrafficData> toWire(const std::optional<RuleTraffic> &traffic)
{
    return traffic ? QList{RuleTrafficData{.packets = traffic->packets, .bytes = traffic->bytes}}
                   : QList<RuleTrafficData>();
}

Result<std::optional<RuleTraffic>> trafficFromWire(const QList<RuleTrafficData> &list)
{
    if (list.size() > 1)
        return failure(ErrorCode::TooLong, {QStringLiteral("1")});
    return list.isEmpty() ? std::optional<RuleTraffic>()
                          : std::optional(RuleTraffic{.packets = list[0].packets, .bytes = list[0].bytes});
}

QString placeToWire(const QString &place)
{
    QString shown = place.left(bounds::stringBytes);
    std::ranges::replace_if(shown, [](QChar c) { return !c.isPrint(); }, u'?');
    return shown;
}

bool isKnownProgram(quint8 program)
{
    return program <= quint8(FirewallProgram::IptablesLegacy);
}

Result<FirewallProgram> programFromWire(quint8 program)
{
    return isKnownProgram(program) ? Result<FirewallProgram>(FirewallProgram(program))
                                   : failure(ErrorCode::NotSupported);
}

} // namespace lvs::bus
