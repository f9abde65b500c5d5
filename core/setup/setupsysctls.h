// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ipaddress.h"

#include <QString>

namespace lvs {

// Tunables of a director, as in SysctlValue::name.

inline QString forwardingSysctl(Family family)
{
    return family == Family::IPv4 ? QStringLiteral("ipv4/ip_forward") : QStringLiteral("ipv6/conf/all/forwarding");
}

/// Lets connection tracking see what IPVS balances, which source NAT needs.
inline QString conntrackSysctl()
{
    return QStringLiteral("ipv4/vs/conntrack");
}

} // namespace lvs
