// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"

#include <chrono>
#include <functional>

namespace lvs {

/// One reading of the packet filter for all who ask at about the same time. Listing a large ruleset takes a second, on
/// the thread on which everybody's tables are read: so a reading is given out for `rest` times as long as it took, and
/// whoever asks how often, the packet filter has a quarter of the thread at most. Small rulesets are as new as they
/// were asked for. Nothing from before a change that was made through this helper is given out after it. Not
/// thread-safe.
class SharedFirewall
{
public:
    using Clock = std::chrono::steady_clock;
    static constexpr int rest = 3;

    explicit SharedFirewall(std::function<Clock::time_point()> now = Clock::now)
        : m_now(std::move(now))
    {
    }

    /// `generation` counts the changes made through this helper.
    Result<FirewallState> read(Backend &backend, quint64 generation);

private:
    std::function<Clock::time_point()> m_now;
    Result<FirewallState> m_reading;
    Clock::time_point m_goodUntil{};
    quint64 m_generation = 0;
};

} // namespace lvs
