// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/counters.h"
#include "core/sandbox/sandboxclock.h"

#include <array>

namespace lvs {

/// Counters and rates of one object as the kernel keeps them (net/netfilter/ipvs/ip_vs_est.c): events are counted at
/// once, but counters and rates seen from outside change only at a tick every 2 s. Ticks that have fallen due are made
/// up for whenever the object is counted or read, so objects without traffic cost nothing.
class Estimator
{
public:
    static constexpr SandboxTime period{2000};

    Estimator() = default;
    /// `firstTick` sets the phase; the kernel spreads its objects over the period.
    explicit Estimator(SandboxTime firstTick)
        : m_nextTick(firstTick)
    {
    }

    void count(const Counters &events, SandboxTime now);
    /// What a reader sees at `now`: the state of the last tick.
    Traffic read(SandboxTime now);
    /// Takes the last tick as the new zero, so events since then show up afterwards. Rates go to 0.
    void zero(SandboxTime now);

private:
    void tickUntil(SandboxTime now);
    void tick();
    bool isIdle() const;

    SandboxTime m_nextTick{};
    Counters m_counted{};
    Counters m_atTick{};
    Counters m_atZero{};
    std::array<qint64, 5> m_averages{}; ///< scaled by 1024 (connections, packets) or 32 (bytes)
};

} // namespace lvs
