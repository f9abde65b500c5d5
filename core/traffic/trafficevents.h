// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"
#include "core/traffic/trafficsource.h"

#include <deque>

namespace lvs {

/// Something that happened on a director, to be seen beside its curves.
struct TrafficEvent {
    enum class Kind : quint8 {
        Applied,     ///< a plan of this console
        ForeignEdit, ///< by another program
        Drained,     ///< weights became 0, whoever did that
        LinkLost,
        LinkBack,
    };
    qint64 at = 0; ///< ms since 1970 UTC, on this computer's clock
    Kind kind = Kind::Applied;
    qsizetype count = 0;   ///< operations, or servers that were drained
    TrafficSource first{}; ///< what the first of them is about
    friend bool operator==(const TrafficEvent &, const TrafficEvent &) = default;
};

/// The last events of a director.
class TrafficEvents
{
public:
    static constexpr std::size_t most = 2000;
    /// Events of a kind that come closer together are one, with the count of both.
    static constexpr qint64 apart = 1000; ///< ms

    /// In order of time.
    void add(const TrafficEvent &event);
    /// What was done to the table, and, of that, what was drained.
    void addPlan(const ChangePlan &plan, TrafficEvent::Kind kind, qint64 at);
    /// Forgets what happened after `at`: the clock went back.
    void rewind(qint64 at);
    const std::deque<TrafficEvent> &events() const { return m_events; }

private:
    std::deque<TrafficEvent> m_events;
};

} // namespace lvs
