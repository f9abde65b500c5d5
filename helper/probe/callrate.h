// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <deque>
#include <map>

#include <sys/types.h>

namespace lvs {

/// How often a user may call: so many calls in a minute, root as often as it likes.
class CallRate
{
public:
    using Clock = std::chrono::steady_clock;

    explicit CallRate(std::size_t most)
        : m_most(most)
    {
    }
    /// Whether this call is within the limit; then it is counted.
    bool admit(uid_t user, Clock::time_point now = Clock::now());

private:
    std::size_t m_most;
    std::map<uid_t, std::deque<Clock::time_point>> m_calls; ///< of the last minute, the oldest first
};

} // namespace lvs
