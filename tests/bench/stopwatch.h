// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdio>

namespace lvs::bench {

/// Runs from its construction; says the seconds on a line of standard output.
class Stopwatch
{
public:
    void print() const
    {
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - m_start;
        std::printf("%.3f\n", seconds.count());
    }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace lvs::bench
