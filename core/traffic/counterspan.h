// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/trafficmetric.h"

#include <array>
#include <optional>
#include <utility>

namespace lvs {

/// Exact rates of one object: how much its counters grew, by the time between two changes of them that were seen. The
/// kernel renews counters every 2 s at a moment of its own, so a span takes at least two renewals, and four where the
/// readings are too far apart to see each: shorter ones would show too little and too much in turn.
class CounterSpan
{
public:
    static constexpr qint64 renewal = 2000; ///< ms
    static constexpr qint64 shortest = 2 * renewal;
    /// A span ends even if nothing changes when it is longer than it has to be by so much.
    static constexpr qint64 patience = renewal;

    struct Growth {
        std::array<double, countedQuantities> perSecond{}; ///< by TrafficQuantity
        qint64 span = 0;                                   ///< ms
    };

    /// Counters as they were read at `at` (ms). Something once a span ends.
    std::optional<Growth> read(const Counters &counters, qint64 at);
    /// What comes is not to be joined to what was.
    void restart() { m_begun = false; }
    /// Whether read() found counters that went back (zeroed, the object made anew) and began anew; said once.
    bool takeWentBack() { return std::exchange(m_wentBack, false); }
    /// From the reading before to the last one; nothing if they are not joined.
    const Counters &lastGrowth() const { return m_growth; }

private:
    Counters m_first{};
    Counters m_last{};
    Counters m_growth{};
    qint64 m_firstAt = 0;
    qint64 m_lastAt = 0;
    bool m_begun = false;
    bool m_wentBack = false;
};

} // namespace lvs
