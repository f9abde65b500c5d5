// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/scheduler/roundrobin.h"

#include "core/sandbox/sandboxservice.h"

#include <algorithm>

namespace lvs {

void RoundRobin::serverRemoved(const SandboxService &, const SandboxServer *gone, const SandboxServer *before)
{
    if (m_last == gone)
        m_last = before;
}

SandboxServer *RoundRobin::pick(const SandboxService &service, const ScheduleRequest &)
{
    const auto &servers = service.servers;
    const auto last = std::ranges::find(servers, m_last, &std::shared_ptr<SandboxServer>::get);
    const size_t start = last == servers.end() ? 0 : size_t(last - servers.begin()) + 1;
    for (size_t step = 0; step < servers.size(); ++step) {
        SandboxServer *server = servers[(start + step) % servers.size()].get();
        if (server->isUsable()) {
            m_last = server;
            return server;
        }
    }
    return nullptr;
}

} // namespace lvs
