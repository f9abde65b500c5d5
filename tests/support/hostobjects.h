// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"
#include "tests/support/objects.h"

namespace lvs::test {

inline InterfaceName interface(QStringView name)
{
    return *InterfaceName::fromText(name);
}

inline SetSysctl tune(const QString &name, int before, int after)
{
    return {name, QString::number(before), QString::number(after)};
}

/// The VIP as a real server has it: on lo, alone in its network, with the label of the recipes.
inline HostAddress loopbackVip(QStringView vip = u"198.51.100.6")
{
    const IpAddress address = ip(vip);
    return {.interface = interface(u"lo"),
            .address = {.address = address,
                        .prefixLength = quint8(address.isIPv4() ? 32 : 128),
                        .label = address.isIPv4() ? QStringLiteral("lo:0") : QString()}};
}

inline HostRoute route(QStringView destination, quint8 prefixLength, QStringView gateway, QStringView interface)
{
    HostRoute route{
        .destination = ip(destination), .prefixLength = prefixLength, .interface = test::interface(interface)};
    if (!gateway.isEmpty())
        route.gateway = ip(gateway);
    if (!route.destination.isIPv4())
        route.metric = 1024;
    return route;
}

inline HostTunnel tunnel(QStringView name = u"lvstun0", QStringView local = u"198.51.100.77")
{
    return {.name = interface(name), .local = ip(local)};
}

} // namespace lvs::test
