// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/scheduler/weightedroundrobin.h"

#include "core/sandbox/sandboxservice.h"

#include <algorithm>
#include <numeric>

namespace lvs {

void WeightedRoundRobin::measure(const SandboxService &service)
{
    int divisor = 0;
    int largest = 0;
    for (const auto &server : service.servers) {
        divisor = std::gcd(divisor, server->weight());
        largest = std::max(largest, server->weight());
    }
    m_step = std::max(divisor, 1);
    m_largestLimit = largest - (m_step - 1);
    m_position = 0;
}

void WeightedRoundRobin::bind(const SandboxService &service)
{
    measure(service);
    m_limit = m_largestLimit;
}

void WeightedRoundRobin::listChanged(const SandboxService &service)
{
    measure(service);
    if (m_limit > m_largestLimit || m_limit == 0)
        m_limit = m_largestLimit;
    else if (m_step > 1)
        m_limit = m_limit / m_step * m_step + 1;
}

SandboxServer *WeightedRoundRobin::pick(const SandboxService &service, const ScheduleRequest &)
{
    if (m_largestLimit == 0)
        return nullptr;

    const auto &servers = service.servers;
    const size_t start = m_position;
    size_t stop = 0; // none
    bool lastPass = false;
    bool restarted = false;
    // Ends when every server was looked at with the lowest limit.
    while (true) {
        while (m_position < servers.size()) {
            SandboxServer *server = servers[m_position++].get();
            if (!server->isOverloaded() && server->weight() >= m_limit)
                return server;
            if (m_position == stop)
                return nullptr;
        }
        m_position = 0;
        m_limit -= m_step;
        if (m_limit <= 0) {
            m_limit = m_largestLimit;
            if (lastPass || start == 0)
                return nullptr;
            restarted = true;
        }
        lastPass = m_limit <= m_step;
        if (lastPass && restarted && start != 0)
            stop = start;
    }
}

} // namespace lvs
