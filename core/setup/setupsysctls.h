// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sysctls.h"
#include "core/setup/setup.h"

namespace lvs {

// Tunables of a director, by their names as in SysctlValue::name.

QString forwardingSysctl(Family family);
/// Lets connection tracking see what IPVS balances, which source NAT needs.
QString conntrackSysctl();

/// Whether a director would tell clients and a real server the short way to each other, past itself: replies pass
/// through it, and both are behind one interface.
bool mayRedirect(const SetupWish &wish, const HostInfo &director, const IpAddress &rip);

/// What a set-up needs of its director; where nothing is known of that (nullptr), what it may need.
std::vector<SysctlValue> directorSysctls(const SetupWish &wish, const HostInfo *director);

} // namespace lvs
