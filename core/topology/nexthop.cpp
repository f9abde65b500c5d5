// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/nexthop.h"

#include "core/setup/hostfacts.h"
#include "core/setup/setupsysctls.h"

#include <algorithm>

namespace lvs {

std::optional<NextHop> nextHop(const HostInfo &host, const IpAddress &source, const IpAddress &destination)
{
    const auto by = [&](const HostRoute &route) {
        return NextHop{.interface = route.interface,
                       .address = route.gateway.value_or(destination),
                       .isRouter = route.gateway.has_value()};
    };
    if (const TableRoute *ruled = ruledRoute(host, source, destination))
        return by(ruled->route);
    if (const auto link = linkTo(host, destination, destination))
        return NextHop{.interface = link->interface->name, .address = destination};
    const HostRoute *best = bestRoute(host, destination);
    return best ? std::optional(by(*best)) : std::nullopt;
}

bool forwards(const HostInfo &host, Family family)
{
    return sysctlNumber(host.sysctls, forwardingSysctl(family)).value_or(0) != 0;
}

SetupHosts::const_iterator hostWith(const SetupHosts &hosts, const IpAddress &address)
{
    return std::ranges::find_if(hosts,
                                [&](const auto &host) { return interfaceWith(host.second, address) != nullptr; });
}

QByteArray hardwareOf(const IpAddress &address, const HostInfo &asker, const InterfaceName &on, const SetupHosts &hosts)
{
    if (const HostInterface *own = interfaceWith(asker, address))
        return own->hardwareAddress;
    const auto learnt = std::ranges::find_if(asker.neighbours, [&](const Neighbour &neighbour) {
        return neighbour.address == address && neighbour.interface == on;
    });
    if (learnt != asker.neighbours.end() && !learnt->hardwareAddress.isEmpty())
        return learnt->hardwareAddress;
    const auto host = hostWith(hosts, address);
    return host == hosts.end() ? QByteArray() : interfaceWith(host->second, address)->hardwareAddress;
}

} // namespace lvs
