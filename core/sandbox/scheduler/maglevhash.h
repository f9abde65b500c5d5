// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/scheduler/tablescheduler.h"

#include <vector>

namespace lvs {

/// mh: like sh, but through a large table in which a changed list moves few clients (ip_vs_mh.c, as on 64-bit
/// machines). A drained server keeps its slots, so its clients are refused unless ServiceFlag::Scheduler1 is set.
class MaglevHash : public TableScheduler
{
public:
    static constexpr quint32 tableSize = 4093; ///< CONFIG_IP_VS_MH_TAB_INDEX 12

    SandboxServer *pick(const SandboxService &service, const ScheduleRequest &request) override;

private:
    void fill(const SandboxService &service) override;

    std::vector<SandboxServer *> m_table; ///< empty if no server ever had a weight
};

} // namespace lvs
