// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/hostfacts.h"

#include "core/setup/arpvalues.h"
#include "core/types/network.h"

#include <algorithm>
#include <utility>

namespace lvs {

namespace {

bool leadsTo(const HostRoute &route, const IpAddress &address)
{
    return route.destination.family() == address.family() &&
           isInNetwork(address, route.destination, route.prefixLength);
}

/// The narrowest counts, and of those the one of the least metric.
bool isBetter(const HostRoute &a, const HostRoute &b)
{
    return std::pair(-int(a.prefixLength), a.metric) < std::pair(-int(b.prefixLength), b.metric);
}

} // namespace

const HostRoute *bestRoute(const HostInfo &host, const IpAddress &destination)
{
    const HostRoute *best = nullptr;
    for (const HostRoute &route : host.routes) {
        if (leadsTo(route, destination) && (!best || isBetter(route, *best)))
            best = &route;
    }
    return best;
}

const HostInterface *interfaceWith(const HostInfo &host, const IpAddress &address)
{
    const auto found = std::ranges::find_if(host.interfaces, [&](const HostInterface &interface) {
        const bool isEnd = interface.tunnel && interface.tunnel->local == address; // elsewhere, too
        return !isEnd && findAddress(interface, address);
    });
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

bool isBeside(const HostInfo &host, const IpAddress &address)
{
    const quint8 alone = address.isIPv4() ? 32 : 128;
    const auto holds = [&](const InterfaceAddress &own) {
        return own.address != address && own.prefixLength < alone &&
               isInNetwork(address, own.address, own.prefixLength);
    };
    return std::ranges::any_of(host.interfaces, [&](const HostInterface &interface) {
        return interface.isUp && answersArp(interface) && std::ranges::any_of(interface.addresses, holds);
    });
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

const InterfaceAddress *sourceTowards(const HostInfo &host, const IpAddress &address, const IpAddress &except)
{
    if (const auto link = linkTo(host, address, except)) {
        if (link->own)
            return link->own;
        const auto other = std::ranges::find_if(link->interface->addresses, [&](const InterfaceAddress &own) {
            return own.address.family() == address.family() && own.address != except;
        });
        return other == link->interface->addresses.end() ? nullptr : &*other;
    }
    const HostRoute *way = bestRoute(host, address);
    const auto link = way && way->gateway ? linkTo(host, *way->gateway, except) : std::nullopt;
    return link ? link->own : nullptr;
}

const TableRoute *ruledRoute(const HostInfo &host, const IpAddress &source, const IpAddress &destination)
{
    for (const RoutingRule &rule : host.rules) {
        const bool applies = rule.family == destination.family() &&
                             (!rule.source || (!source.isUnspecified() && rule.source->contains(source))) &&
                             (!rule.destination || rule.destination->contains(destination));
        if (!applies)
            continue;
        if (rule.table == mainTable) {
            if (bestRoute(host, destination) || linkTo(host, destination, destination))
                return nullptr;
            continue;
        }
        const TableRoute *best = nullptr;
        for (const TableRoute &entry : host.tableRoutes) {
            if (entry.table == rule.table && leadsTo(entry.route, destination) &&
                (!best || isBetter(entry.route, best->route)))
                best = &entry;
        }
        if (best)
            return best;
    }
    return nullptr;
}

IpAddress addressAtServer(SetupMethod method, const IpAddress &vip, const IpAddress &rip)
{
    return putsVipOnServers(method) ? vip : rip;
}

ReplyRoute replyRoute(const HostInfo &host, const IpAddress &source, Family family)
{
    if (const TableRoute *ruled = ruledRoute(host, source, IpAddress::any(family)))
        return {&ruled->route, ruled->table};
    return {defaultRoute(host, family), std::nullopt};
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

bool isNumbered(const HostInterface &tunnel)
{
    return std::ranges::any_of(tunnel.addresses, [](const InterfaceAddress &own) { return own.address.isIPv4(); });
}

std::optional<bool> letsPass(const HostInfo &host, const HostInterface &tunnel)
{
    const auto filter = effectiveValue(host, tunnel.name, u"rp_filter");
    return filter ? std::optional(*filter == 0 || (*filter != 1 && isNumbered(tunnel))) : std::nullopt;
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
