// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/filterrule.h"
#include "helper/kernel/nftlisting.h"
#include "helper/kernel/xtparts.h"

namespace lvs {

inline constexpr std::size_t mostFilterRules = 10'000;

/// What the chains of a listing do with packets on their way to IPVS, to a real server and back, of IPv4 and IPv6:
/// those that filter, and those that give packets another source. Left out are chains that do neither, those of INPUT
/// that are asked behind IPVS, and rules about protocols that IPVS neither balances nor tunnels by. Jumps are followed;
/// what can't be followed for certain makes rules conditional, and so does a source, which is said of FORWARD and of
/// source NAT alone. `xt` is asked once for each chain that has matches of iptables. More than mostFilterRules are not
/// read: of the chains behind them nothing is said.
std::vector<FilterRule> readFilters(const NftListing &listing, const XtReader &xt);

} // namespace lvs
