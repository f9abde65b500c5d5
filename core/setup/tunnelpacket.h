// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/filterrule.h"
#include "core/model/realserver.h"

namespace lvs {

/// What IPVS puts around a packet of the family `inside` for a real server, as a packet filter sees it. Its source is
/// left open.
FilteredPacket tunnelPacket(const Tunnel &tunnel, Family inside, const IpAddress &realServer);

} // namespace lvs
