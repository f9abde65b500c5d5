// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/counterspan.h"

#include <algorithm>

namespace lvs {

namespace {

std::array<quint64, 5> figures(const Counters &counters)
{
    return {counters.connections, counters.inPackets, counters.outPackets, counters.inBytes, counters.outBytes};
}

bool wentBack(const Counters &from, const Counters &to)
{
    const auto before = figures(from);
    const auto after = figures(to);
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (after[i] < before[i])
            return true;
    }
    return false;
}

} // namespace

std::optional<CounterSpan::Growth> CounterSpan::read(const Counters &counters, qint64 at)
{
    if (m_begun && wentBack(m_last, counters)) {
        m_begun = false;
        m_wentBack = true;
    }
    if (!m_begun) {
        m_begun = true;
        m_first = m_last = counters;
        m_growth = {};
        m_firstAt = m_lastAt = at;
        return std::nullopt;
    }
    const bool changed = counters != m_last;
    qint64 quiet = 0;                   // ms without growth before the span
    if (changed && m_last == m_first) { // the first growth of the span
        const qint64 sinceBegin = at - m_firstAt;
        if (sinceBegin < renewal) {
            m_firstAt = at - renewal;           // what grew is of one whole renewal
        } else if (sinceBegin >= 2 * renewal) { // came after a pause, within what the last reading left open
            quiet = std::min(m_lastAt, at - renewal) - m_firstAt;
            m_firstAt += quiet;
        }
    }
    m_growth = {.connections = counters.connections - m_last.connections,
                .inPackets = counters.inPackets - m_last.inPackets,
                .outPackets = counters.outPackets - m_last.outPackets,
                .inBytes = counters.inBytes - m_last.inBytes,
                .outBytes = counters.outBytes - m_last.outBytes};
    const bool seesEach = at - m_lastAt <= renewal / 2 + renewal / 10;
    m_last = counters;
    m_lastAt = at;
    if (quiet > 0)
        return Growth{.span = quiet}; // nothing of the time is left out, or sparse traffic would seem denser
    const qint64 least = seesEach ? shortest : 2 * shortest;
    const qint64 span = at - m_firstAt;
    if (span < least || (!changed && span < least + patience))
        return std::nullopt;
    Growth growth{.span = span};
    const auto before = figures(m_first);
    const auto after = figures(counters);
    for (std::size_t i = 0; i < before.size(); ++i)
        growth.perSecond[i] = double(after[i] - before[i]) * 1000.0 / double(span);
    m_first = counters;
    m_firstAt = at;
    return growth;
}

} // namespace lvs
