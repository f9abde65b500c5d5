// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/stallprobe.h"

#include <QTimer>

#include <cstdio>
#include <functional>
#include <vector>

namespace lvs::bench {

struct Step {
    const char *name;
    std::function<void()> act;
    int times = 1;                         ///< that it is done, as fast as keys repeat
    std::chrono::milliseconds lasts{1500}; ///< after the last time
};

/// Steps, each of which gets turns of the event loop of its own; says the longest turn of each, "BENCH-NAME VALUE ms".
class Steps : public QObject
{
public:
    Steps(const char *bench, std::vector<Step> steps, std::function<void()> finished)
        : m_bench(bench)
        , m_steps(std::move(steps))
        , m_finished(std::move(finished))
    {
        m_next.setSingleShot(true);
        connect(&m_next, &QTimer::timeout, this, &Steps::go);
        m_next.start(0);
    }

private:
    void go()
    {
        if (m_done == m_steps[m_at].times) {
            std::printf("%s-%s %.0f ms\n", m_bench, m_steps[m_at].name, m_probe.longest().count());
            std::fflush(stdout);
            m_done = 0;
            if (++m_at == m_steps.size())
                return m_finished();
        }
        if (m_done == 0)
            m_probe.reset();
        m_steps[m_at].act();
        constexpr std::chrono::milliseconds repeat(40);
        m_next.start(++m_done == m_steps[m_at].times ? m_steps[m_at].lasts : repeat);
    }

    const char *m_bench;
    std::vector<Step> m_steps;
    std::function<void()> m_finished;
    std::size_t m_at = 0;
    int m_done = 0; ///< times, of the step
    QTimer m_next;
    StallProbe m_probe;
};

} // namespace lvs::bench
