// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/hostfacts.h"

#include "core/setup/arpvalues.h"
#include "core/types/network.h"

#include <algorithm>

namespace lvs {

const HostInterface *interfaceWith(const HostInfo &host, const IpAddress &address)
{
    const auto found = std::ranges::find_if(
        host.interfaces, [&](const HostInterface &interface) { return findAddress(interface, address); });
    return found == host.interfaces.end() ? nullptr : &*found;
}

const InterfaceAddress *findAddress(const HostInterface &interface, const IpAddress &address)
{
    const auto found = std::ranges::find(interface.addresses, address, &InterfaceAddress::address);
    return found == interface.addresses.end() ? nullptr : &*found;
}

bool answersArp(const HostInterface &interface)
{
    return interface.kind == InterfaceKind::Ethernet;
}

std::vector<const HostInterface *> requestInterfaces(const HostInfo &host, const InterfaceName &named,
                                                     const IpAddress &rip)
{
    const bool isNamed = !named.toString().isEmpty();
    const HostInterface *first = isNamed ? findInterface(host.interfaces, named) : interfaceWith(host, rip);
    std::vector<const HostInterface *> interfaces;
    if (first)
        interfaces.push_back(first);
    for (const HostInterface &interface : host.interfaces) {
        if (!isNamed && &interface != first && interface.isUp && answersArp(interface))
            interfaces.push_back(&interface);
    }
    return interfaces;
}

const HostInterface *interfaceWithVip(const HostInfo &director, const IpAddress &vip, const InterfaceName &outside)
{
    const bool answersForAll = vip.isIPv4() && effectiveValue(director, outside, u"arp_ignore") == 0;
    const auto has = [&](const HostInterface &interface) {
        return interface.isUp && findAddress(interface, vip) && (answersForAll || interface.name == outside);
    };
    const HostInterface *own = findInterface(director.interfaces, outside);
    if (own && has(*own))
        return own;
    const auto found = std::ranges::find_if(director.interfaces, has);
    return found == director.interfaces.end() ? nullptr : &*found;
}

std::optional<LinkTo> linkTo(const HostInfo &host, const IpAddress &address, const IpAddress &except)
{
    std::optional<LinkTo> link;
    int longest = -1; // prefix: the narrowest network counts
    for (const HostInterface &interface : host.interfaces) {
        for (const InterfaceAddress &own : interface.addresses) {
            const bool fits = own.address != except && own.address != address && interface.isUp &&
                              isInNetwork(address, own.address, own.prefixLength);
            if (fits && own.prefixLength > longest) {
                longest = own.prefixLength;
                link = LinkTo{&interface, &own};
            }
        }
    }
    for (const HostRoute &route : host.routes) {
        if (int(route.prefixLength) <= longest || !isInNetwork(address, route.destination, route.prefixLength))
            continue;
        longest = route.prefixLength;
        const HostInterface *interface = route.gateway ? nullptr : findInterface(host.interfaces, route.interface);
        link = interface ? std::optional(LinkTo{interface, nullptr}) : std::nullopt;
    }
    return link;
}

const HostInterface *tunnelFor(const HostInfo &host, const IpAddress &address)
{
    const auto found = std::ranges::find_if(host.interfaces, [&](const HostInterface &interface) {
        return interface.kind == InterfaceKind::Ipip && interface.isUp && interface.tunnel &&
               interface.tunnel->remote.isUnspecified() &&
               (interface.tunnel->local.isUnspecified() || interface.tunnel->local == address);
    });
    return found == host.interfaces.end() ? nullptr : &*found;
}

const HostRoute *defaultRoute(const HostInfo &host, Family family)
{
    const HostRoute *best = nullptr;
    for (const HostRoute &route : host.routes) {
        const bool isDefault = route.prefixLength == 0 && route.destination.family() == family;
        if (isDefault && (!best || route.metric < best->metric))
            best = &route;
    }
    return best;
}

} // namespace lvs
