// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"

#include <span>

namespace lvs {

// Marks and FullNAT's source NAT in the kernel's packet filter. All rules of ours are in one table of nftables of our
// own; rules of others are only looked at. For one thread at a time, see NftContext.

/// Rules of others that are read; listing a rule takes 60 microseconds and 8 KB. Tables that have more of them are
/// unread.
inline constexpr quint32 mostForeignRules = 10'000;

/// FirewallRefused where the kernel has no nftables.
Result<FirewallState> readFirewall();
/// Of that the own table alone.
Result<FirewallState> readOwnFirewall();

/// Carries out operations on rules, as one transaction; one result for each. FirewallMixed, and nothing is changed,
/// where the own table holds something that somebody else wrote into it.
///
/// The table is listed directly before; a rule that somebody else adds to it between that and the transaction stays,
/// one that he takes away in that time makes the transaction fail if it was to go anyway. Only with the console's last
/// rule of a chain goes what came into it meanwhile: libnftables can't name the generation that was listed.
std::vector<Result<void>> executeFirewall(std::span<const Operation> operations);

} // namespace lvs
