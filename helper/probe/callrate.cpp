// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/probe/callrate.h"

namespace lvs {

bool CallRate::admit(uid_t user, Clock::time_point now)
{
    const auto isOld = [&](Clock::time_point call) { return now - call >= std::chrono::minutes(1); };
    for (auto &[known, calls] : m_calls) {
        while (!calls.empty() && isOld(calls.front()))
            calls.pop_front();
    }
    std::erase_if(m_calls, [](const auto &entry) { return entry.second.empty(); });
    if (user == 0)
        return true;
    auto &calls = m_calls[user];
    if (calls.size() >= m_most)
        return false;
    calls.push_back(now);
    return true;
}

} // namespace lvs
