// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/scheduler/scheduler.h"

namespace lvs {

/// wrr: walks the list again and again with a falling weight limit, so that heavier servers are met more often
/// (ip_vs_wrr.c). Any change of the list restarts the walk but keeps the limit.
class WeightedRoundRobin : public Scheduler
{
public:
    void bind(const SandboxService &service) override;
    void serverAdded(const SandboxService &service) override { listChanged(service); }
    void serverRemoved(const SandboxService &service, const SandboxServer *, const SandboxServer *) override
    {
        listChanged(service);
    }
    void serverEdited(const SandboxService &service) override { listChanged(service); }
    SandboxServer *pick(const SandboxService &service, const ScheduleRequest &request) override;

private:
    void listChanged(const SandboxService &service);
    void measure(const SandboxService &service);

    size_t m_position = 0;  ///< 0 = in front of the first server, n = at the n-th
    int m_limit = 0;        ///< servers at least this heavy are taken
    int m_largestLimit = 0; ///< a round begins here; 0 if no server has a weight
    int m_step = 1;         ///< greatest common divisor of the weights
};

} // namespace lvs
