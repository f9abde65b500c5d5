// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/scheduler/loadbased.h"

#include "core/sandbox/sandboxservice.h"

namespace lvs {

namespace {

qint64 overhead(const SandboxServer &server)
{
    return qint64(server.active()) * 256 + server.total();
}

qint64 delay(const SandboxServer &server)
{
    return qint64(server.active()) + 1;
}

/// Whether cost/weight of `server` is less than that of `best`, without dividing.
template<class Cost> bool costsLess(const SandboxServer &server, const SandboxServer &best, Cost cost)
{
    return cost(best) * server.weight() > cost(server) * best.weight();
}

} // namespace

bool LoadBased::isBetter(const SandboxServer &server, const SandboxServer &best) const
{
    switch (m_rule) {
    case Rule::LeastConnections:
        return overhead(server) < overhead(best);
    case Rule::WeightedLeastConnections:
        return costsLess(server, best, overhead);
    case Rule::ShortestExpectedDelay:
    case Rule::NeverQueue:
        return costsLess(server, best, delay);
    case Rule::Failover:
    case Rule::Overflow:
        return server.weight() > best.weight();
    }
    return false;
}

SandboxServer *LoadBased::pick(const SandboxService &service, const ScheduleRequest &)
{
    SandboxServer *best = nullptr;
    for (const auto &server : service.servers) {
        if (!server->isUsable())
            continue;
        if (m_rule == Rule::NeverQueue && server->active() == 0)
            return server.get();
        if (m_rule == Rule::Overflow && server->active() > server->weight())
            continue;
        if (!best || isBetter(*server, *best))
            best = server.get();
    }
    return best;
}

} // namespace lvs
