// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/names.h"

#include <span>
#include <vector>

namespace lvs {

/// What a scheduler promises of new connections (net/netfilter/ipvs/ip_vs_*.c). Only those that go round promise parts
/// of them.
enum class SharePromise : quint8 {
    Equal,         ///< rr: as many to each
    ByWeight,      ///< wrr: as the weights are
    ByLoad,        ///< lc, wlc, sed, nq, twos: look at the connections there are; a faster server gets more new ones
    BySource,      ///< sh, mh: decided by the client's address
    ByDestination, ///< dh, lblc, lblcr: decided by the address that clients ask for, of which most services have one
    InOrder,       ///< fo, ovf: one server before the next
    Unknown,       ///< no scheduler of the kernel's
};

SharePromise promiseOf(const SchedulerName &scheduler);

inline bool promisesShares(SharePromise promise)
{
    return promise == SharePromise::Equal || promise == SharePromise::ByWeight;
}

/// Promised parts of new connections (0 to 1), in the order of the weights; 0 for weight 0, whatever else there is.
/// Empty where nothing is promised.
std::vector<double> promisedShares(SharePromise promise, std::span<const quint32> weights);

/// After so many new connections a scheduler has kept its promise exactly: until then the heaviest servers may be
/// ahead. 0 where nothing is promised.
quint64 roundOf(SharePromise promise, std::span<const quint32> weights);

} // namespace lvs
