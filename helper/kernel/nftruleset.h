// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/firewall.h"
#include "helper/kernel/nftlisting.h"
#include "helper/kernel/xtparts.h"

namespace lvs {

/// What the tables of a listing do with marks before IPVS sees a
/// packet: the rules of chains that packets pass on their way to IPVS (see passingOf()), and of those they jump to. The
/// elements of named sets and maps are not in a listing: where such a map may lead to chains that mark, they count as
/// unread. Tables that sleep do nothing. `xt` is asked once for each chain with targets of iptables that mark.
FirewallState firewallFrom(const NftListing &listing, const XtReader &xt);

} // namespace lvs
