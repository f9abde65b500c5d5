// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"

namespace lvs::bench {

/// The table of the benchmarks: 1,000 TCP services of 100 masqueraded servers each, 101,000 rules.
inline constexpr quint32 services = 1000;
inline constexpr quint32 serversEach = 100;
inline constexpr quint32 differences = 10; ///< between it and the rule file that "restore" brings

ServiceKey serviceKey(quint32 service);
/// The additions that make it on a machine without services, in the order of application.
ChangePlan largeTable();

} // namespace lvs::bench
