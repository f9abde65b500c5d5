// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"

#include <QStringList>

namespace lvs {

// The commands of iproute2 that do the same.

QStringList commandsFor(const AddAddress &add);
QStringList commandsFor(const RemoveAddress &remove);
QStringList commandsFor(const AddRoute &add);
QStringList commandsFor(const EditRoute &edit);
QStringList commandsFor(const RemoveRoute &remove);
QStringList commandsFor(const AddTunnel &add);
QStringList commandsFor(const RemoveTunnel &remove);

/// The broadcast address with which an address is added: an IPv4 address that an interface has for itself alone has
/// none but itself, as the recipes for a VIP on lo have it; nothing for all others.
std::optional<IpAddress> broadcastOf(const HostAddress &address);
/// Whether an address is added without a preferred lifetime, so that nothing is sent from it unasked: a single IPv6
/// address beside others. It would be the source of whatever the machine sends into its network, as it has more bits in
/// common with every neighbour (net/ipv6/addrconf.c, ipv6_get_saddr_eval), and real servers that have the VIP
/// themselves can't answer a director that speaks from it.
bool isNeverSource(const HostAddress &address);
/// The address that comes with a tunnel: its own end once more. On an interface without any the kernel drops whatever
/// comes in, unless rp_filter is off (net/ipv4/fib_frontend.c, __fib_validate_source).
HostAddress tunnelAddress(const HostTunnel &tunnel);
/// The tunable that comes with a tunnel. A new interface may be as strict about senders as conf/default says, which
/// would drop all that comes out of it: nobody's replies leave through it.
SysctlValue tunnelFilter(const HostTunnel &tunnel);

} // namespace lvs
