// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxnetwork.h"

#include "core/change/hostcommands.h"
#include "core/change/hostobject.h"
#include "core/change/hostvalidation.h"

#include <algorithm>
#include <cerrno>

namespace lvs {

namespace {

constexpr quint32 connectedMetric6 = 256; // IP6_RT_PRIO_ADDRCONF

IpAddress networkOf(const IpAddress &address, quint8 prefixLength)
{
    std::array<quint8, 16> bytes = address.bytes();
    for (int bit = prefixLength; bit < 128; ++bit)
        bytes[size_t(bit / 8)] &= quint8(~(0x80 >> (bit % 8)));
    if (!address.isIPv4())
        return IpAddress::fromIPv6(bytes);
    return IpAddress::fromIPv4(quint32(bytes[0]) << 24 | quint32(bytes[1]) << 16 | quint32(bytes[2]) << 8 | bytes[3]);
}

bool covers(const HostRoute &route, const IpAddress &address)
{
    return route.destination.family() == address.family() &&
           networkOf(address, route.prefixLength) == route.destination;
}

/// The route to the network of an address: none of IPv4 on lo, and none to an address alone (net/ipv4/fib_frontend.c,
/// fib_add_ifaddr).
std::optional<HostRoute> connectedRoute(const HostAddress &address)
{
    const InterfaceAddress &own = address.address;
    if (own.address.isIPv4() && (isLoopback(address.interface) || own.prefixLength == 32))
        return std::nullopt;
    return HostRoute{.destination = networkOf(own.address, own.prefixLength),
                     .prefixLength = own.prefixLength,
                     .interface = address.interface,
                     .metric = own.address.isIPv4() ? 0 : connectedMetric6};
}

auto sameObject(const auto &object)
{
    return [key = hostObjectOf(object)](const auto &other) { return hostObjectOf(other) == key; };
}

} // namespace

SandboxNetwork::SandboxNetwork(const HostInfo &host)
    : m_interfaces(host.interfaces)
{
    for (const HostInterface &interface : m_interfaces) {
        for (const InterfaceAddress &address : interface.addresses)
            addConnected({interface.name, address});
    }
    std::ranges::copy(host.routes, std::back_inserter(m_routes));
}

int SandboxNetwork::add(const HostAddress &address)
{
    HostInterface *interface = find(address.interface);
    if (!interface)
        return ENODEV;
    if (!validate(address))
        return EINVAL;
    const auto isSame = [&](const InterfaceAddress &present) {
        return sameObject(address)(HostAddress{address.interface, present});
    };
    if (std::ranges::any_of(interface->addresses, isSame))
        return EEXIST;
    interface->addresses.push_back(address.address);
    addConnected(address);
    return 0;
}

int SandboxNetwork::remove(const HostAddress &address)
{
    HostInterface *interface = find(address.interface);
    if (!interface)
        return ENODEV;
    const auto isSame = [&](const InterfaceAddress &present) {
        return sameObject(address)(HostAddress{address.interface, present});
    };
    if (takesOthersAlong(address.address, interface->addresses)) // it promotes none, as a kernel by itself
        return EBUSY;
    if (std::erase_if(interface->addresses, isSame) == 0)
        return EADDRNOTAVAIL;
    const auto connected = connectedRoute(address);
    const auto needsIt = [&](const InterfaceAddress &present) {
        return connectedRoute({address.interface, present}) == connected;
    };
    if (connected && std::ranges::none_of(interface->addresses, needsIt))
        std::erase(m_routes, *connected);
    return 0;
}

int SandboxNetwork::add(const HostRoute &route)
{
    if (const int refused = check(route))
        return refused;
    if (find(route))
        return EEXIST;
    m_routes.push_back(route);
    return 0;
}

int SandboxNetwork::edit(const HostRoute &before, const HostRoute &after)
{
    if (const int refused = check(after))
        return refused;
    HostRoute *present = find(before);
    if (!present || *present != before)
        return ENOENT;
    *present = after;
    return 0;
}

int SandboxNetwork::remove(const HostRoute &route)
{
    if (!find(route.interface))
        return ENODEV;
    return std::erase_if(m_routes, sameObject(route)) == 0 ? ESRCH : 0;
}

int SandboxNetwork::add(const HostTunnel &tunnel)
{
    if (!validate(tunnel))
        return EINVAL;
    const auto isInTheWay = [&](const HostInterface &present) {
        const auto other = tunnelOf(present);
        return present.name == tunnel.name || (other && other->local == tunnel.local);
    };
    if (std::ranges::any_of(m_interfaces, isInTheWay))
        return EEXIST;
    m_interfaces.push_back({.name = tunnel.name,
                            .isUp = true,
                            .kind = InterfaceKind::Ipip,
                            .tunnel = TunnelEnds{.local = tunnel.local},
                            .addresses = {tunnelAddress(tunnel).address}});
    return 0;
}

int SandboxNetwork::remove(const HostTunnel &tunnel)
{
    const HostInterface *interface = find(tunnel.name);
    if (!interface || tunnelOf(*interface) != tunnel)
        return ENODEV;
    if (isInUse(tunnel, interface->addresses))
        return EBUSY;
    std::erase_if(m_routes, [&](const HostRoute &route) { return route.interface == tunnel.name; });
    std::erase_if(m_interfaces, [&](const HostInterface &present) { return present.name == tunnel.name; });
    return 0;
}

HostInterface *SandboxNetwork::find(const InterfaceName &name)
{
    return const_cast<HostInterface *>(findInterface(m_interfaces, name));
}

HostRoute *SandboxNetwork::find(const HostRoute &route)
{
    const auto found = std::ranges::find_if(m_routes, sameObject(route));
    return found == m_routes.end() ? nullptr : &*found;
}

int SandboxNetwork::check(const HostRoute &route) const
{
    const HostInterface *interface = findInterface(m_interfaces, route.interface);
    if (!interface)
        return ENODEV;
    if (!validate(route))
        return EINVAL;
    if (!interface->isUp)
        return ENETDOWN;
    if (!route.gateway || route.gateway->isLinkLocal())
        return 0;
    const auto leadsThere = [&](const HostRoute &present) {
        return !present.gateway && present.interface == route.interface && covers(present, *route.gateway);
    };
    if (std::ranges::any_of(m_routes, leadsThere))
        return 0;
    return route.gateway->isIPv4() ? ENETUNREACH : EHOSTUNREACH;
}

void SandboxNetwork::addConnected(const HostAddress &address)
{
    const auto route = connectedRoute(address);
    if (route && !find(*route))
        m_routes.push_back(*route);
}

} // namespace lvs
