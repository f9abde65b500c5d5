// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"
#include "core/model/firewall.h"

namespace lvs {

/// Rules of the console's own table that lead to no service: their packets come to whatever else is there for them.
/// In the order of the kernel's listing.
std::vector<MarkRule> strayRules(const Snapshot &snapshot, const FirewallState &firewall);

} // namespace lvs
