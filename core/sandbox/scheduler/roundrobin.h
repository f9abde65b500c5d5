// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/scheduler/scheduler.h"

namespace lvs {

/// rr: the servers in turn; weights matter only as zero or not (ip_vs_rr.c).
class RoundRobin : public Scheduler
{
public:
    void bind(const SandboxService &) override { m_last = nullptr; }
    void serverAdded(const SandboxService &) override {}
    void serverRemoved(const SandboxService &service, const SandboxServer *gone, const SandboxServer *before) override;
    void serverEdited(const SandboxService &) override {}
    SandboxServer *pick(const SandboxService &service, const ScheduleRequest &request) override;

private:
    const SandboxServer *m_last = nullptr; ///< picked last; nullptr = in front of the first
};

} // namespace lvs
