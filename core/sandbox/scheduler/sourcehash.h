// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/scheduler/tablescheduler.h"

#include <array>

namespace lvs {

/// sh: a client's address (with ServiceFlag::Scheduler2 also its port) decides, through a table that servers fill by
/// weight (ip_vs_sh.c). Without ServiceFlag::Scheduler1 the clients of an unusable server are refused.
class SourceHash : public TableScheduler
{
public:
    static constexpr int tableBits = 8; ///< CONFIG_IP_VS_SH_TAB_BITS

    SandboxServer *pick(const SandboxService &service, const ScheduleRequest &request) override;

private:
    void fill(const SandboxService &service) override;

    std::array<SandboxServer *, 1 << tableBits> m_table{};
};

} // namespace lvs
