// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/estimator.h"

#include <algorithm>

namespace lvs {

namespace {

struct Figure {
    quint64 Counters::*counter;
    quint64 Rates::*rate;
    int scale; ///< an average of 1 per second is 1 << scale
};

constexpr std::array figures{
    Figure{&Counters::connections, &Rates::connections, 10}, Figure{&Counters::inPackets, &Rates::inPackets, 10},
    Figure{&Counters::outPackets, &Rates::outPackets, 10},   Figure{&Counters::inBytes, &Rates::inBytes, 5},
    Figure{&Counters::outBytes, &Rates::outBytes, 5},
};

} // namespace

void Estimator::count(const Counters &events, SandboxTime now)
{
    tickUntil(now);
    for (const Figure &figure : figures)
        m_counted.*figure.counter += events.*figure.counter;
}

Traffic Estimator::read(SandboxTime now)
{
    tickUntil(now);
    Traffic traffic;
    for (size_t i = 0; i < figures.size(); ++i) {
        const Figure &figure = figures[i];
        traffic.counters.*figure.counter = m_atTick.*figure.counter - m_atZero.*figure.counter;
        const qint64 roundUp = (1 << (figure.scale - 1)) - 1; // exact halves round down
        traffic.rates.*figure.rate = quint64((m_averages[i] + roundUp) >> figure.scale);
    }
    return traffic;
}

void Estimator::zero(SandboxTime now)
{
    tickUntil(now);
    m_atZero = m_atTick;
    m_averages = {};
}

void Estimator::tickUntil(SandboxTime now)
{
    while (m_nextTick <= now) {
        if (isIdle()) {
            m_nextTick += ((now - m_nextTick) / period + 1) * period;
            return;
        }
        tick();
        m_nextTick += period;
    }
}

void Estimator::tick()
{
    for (size_t i = 0; i < figures.size(); ++i) {
        const Figure &figure = figures[i];
        // Events of 2 s, scaled: half of them, times 1 << scale.
        const qint64 rate = qint64(m_counted.*figure.counter - m_atTick.*figure.counter) << (figure.scale - 1);
        m_averages[i] += (rate - m_averages[i]) >> 2;
    }
    m_atTick = m_counted;
}

bool Estimator::isIdle() const
{
    return m_counted == m_atTick && std::ranges::all_of(m_averages, [](qint64 average) { return average == 0; });
}

} // namespace lvs
