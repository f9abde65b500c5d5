// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <algorithm>

namespace lvs {

/// Which part of time a graph shows. While it is live, its end is the present and moves on with it. Times in ms since
/// 1970 UTC.
class TimeWindow
{
public:
    static constexpr qint64 shortest = 1'000;
    static constexpr qint64 longest = 30 * 86'400'000LL;

    qint64 from() const { return m_to - m_span; }
    qint64 to() const { return m_to; }
    qint64 span() const { return m_span; }
    bool isLive() const { return m_live; }

    /// Goes on to the present, if it is live.
    void setNow(qint64 now)
    {
        m_now = now;
        if (m_live)
            m_to = now;
    }
    /// The end stays where it is.
    void setSpan(qint64 span) { m_span = std::clamp(span, shortest, longest); }
    void goLive()
    {
        m_live = true;
        m_to = m_now;
    }
    /// Stays where it is while time goes on.
    void hold() { m_live = false; }
    /// Towards the past with a negative `by`; stays where traffic may be kept (TrafficFiles). Reaching the present
    /// makes it live.
    void pan(qint64 by)
    {
        m_to = std::clamp(m_to + by, std::min(m_now, m_now - longest + m_span), m_now);
        m_live = m_to == m_now;
    }
    /// Shows `factor` times as much, with `anchor` staying in its place. The live edge stays one.
    void zoom(double factor, qint64 anchor)
    {
        const qint64 before = m_span;
        setSpan(qint64(double(m_span) * factor));
        if (m_live || before == 0)
            return;
        m_to = anchor + qint64(double(m_to - anchor) * double(m_span) / double(before));
        const bool held = m_to < m_now;
        pan(0);
        m_live = !held;
    }

private:
    qint64 m_now = 0;
    qint64 m_to = 0;
    qint64 m_span = 300'000;
    bool m_live = true;
};

} // namespace lvs
