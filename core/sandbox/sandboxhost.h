// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostinfo.h"

#include <QHash>
#include <QSet>

namespace lvs {

class SandboxNetwork;

// Machines that a sandbox can play: interfaces, addresses, routes through gateways, neighbours, listeners, and the
// tunables that differ from their defaults.

/// A director of the usual LVS course: eth0 towards the clients with the VIPs 172.18.100.6 to .8, eth1 towards the real
/// servers, and it forwards.
HostInfo sandboxDirector();
/// A real server with one interface, eth0, in the /24 (IPv6: /64) of its address, and programs that serve on TCP 80,
/// 443, 3306, 8080 and UDP 53.
HostInfo sandboxRealServer(const IpAddress &address, const IpAddress &gateway);

/// What can be read of a machine with Debian's kernel. `schedulers` are in use, so their modules are loaded; tunables
/// are at their defaults except those that were set.
HostInfo sandboxHost(const QSet<QString> &schedulers, const QHash<QString, QString> &sysctlsSet,
                     const SandboxNetwork &network);

} // namespace lvs
