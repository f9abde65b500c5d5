// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"
#include "core/traffic/curve.h"
#include "core/traffic/trafficmetric.h"
#include "core/traffic/trafficsource.h"

#include <set>

namespace lvs {

/// What a director's readings have shown, as curves: single readings of the last minutes, and minutes with their least,
/// mean and most. The machine and its services throughout, real servers for ten minutes unless they are pinned.
/// Not thread-safe.
class TrafficHistory
{
public:
    /// Takes a reading in. Objects whose counters went back (zeroed, made anew, another boot) begin anew: no rate is
    /// made of two counters that do not belong together.
    void record(const Snapshot &snapshot);
    /// The next reading is not joined to the last one: the link was lost, or nobody looked for a while.
    void interrupt();
    /// Servers that are kept as services are.
    void setPinned(std::set<TrafficSource> servers);

    /// What there are curves of, in order.
    std::vector<TrafficSource> sources() const;
    /// The values of the last reading; all NaN if the source was not in it.
    TrafficValues latest(const TrafficSource &source) const;
    /// The part of a curve between two moments (ms since 1970 UTC), thinned to about `mostPoints` without losing least
    /// and most of any span. Empty if nothing is known.
    Curve curve(const TrafficSource &source, TrafficMetric metric, qint64 from, qint64 to, qsizetype mostPoints) const;
    /// Bytes that are held.
    std::size_t memoryUse() const;
};

} // namespace lvs
