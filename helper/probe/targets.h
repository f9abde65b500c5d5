// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ipaddress.h"

#include <QSet>

#include <vector>

namespace lvs {

/// The addresses that may be looked at: VIPs and real servers of the table as /proc/net/ip_vs shows it.
Result<QSet<IpAddress>> readTargets(const QString &tableFile);

/// NotATarget, with the first that is not in the table; an error of its own where that can't be read.
Result<void> checkTargets(const QString &tableFile, const std::vector<IpAddress> &wanted);

/// The same for a census. A real server has no table, and may ask for what it has itself, as the VIP on its lo, and for
/// its neighbours: anybody on it makes the kernel ask for those by sending them a packet.
Result<void> checkCensusTarget(const QString &tableFile, const IpAddress &vip);

} // namespace lvs
