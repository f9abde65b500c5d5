// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/hostinfo.h"

#include <algorithm>

namespace lvs {

bool isAddressScope(quint8 scope)
{
    switch (AddressScope(scope)) {
    case AddressScope::Universe:
    case AddressScope::Site:
    case AddressScope::Link:
    case AddressScope::Host:
        return true;
    }
    return false;
}

bool Listener::takes(const IpAddress &destination) const
{
    if (address.isUnspecified())
        return address.family() == destination.family() || !address.isIPv4();
    return address == destination;
}

const Listener *findListener(const HostInfo &host, Protocol protocol, const IpAddress &address, quint16 port)
{
    const auto found = std::ranges::find_if(host.listeners, [&](const Listener &listener) {
        return listener.protocol == quint8(protocol) && listener.port == port && listener.takes(address);
    });
    return found == host.listeners.end() ? nullptr : &*found;
}

const HostInterface *findInterface(std::span<const HostInterface> interfaces, const InterfaceName &name)
{
    const auto found = std::ranges::find(interfaces, name, &HostInterface::name);
    return found == interfaces.end() ? nullptr : &*found;
}

std::optional<HostTunnel> tunnelOf(const HostInterface &interface)
{
    if (interface.kind != InterfaceKind::Ipip || !interface.tunnel || !interface.tunnel->remote.isUnspecified() ||
        interface.tunnel->local.isUnspecified())
        return std::nullopt;
    return HostTunnel{.name = interface.name, .local = interface.tunnel->local};
}

QString hardwareText(const QByteArray &address)
{
    return QString::fromLatin1(address.toHex(':'));
}

InterfaceName loopbackInterface()
{
    static const InterfaceName lo = *InterfaceName::fromText(u"lo");
    return lo;
}

bool isLoopback(const InterfaceName &name)
{
    return name == loopbackInterface();
}

QString addressText(const InterfaceAddress &address)
{
    return address.address.toString() + u'/' + QString::number(address.prefixLength);
}

} // namespace lvs
