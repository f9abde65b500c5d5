// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/scheduler/tablescheduler.h"

#include <array>

namespace lvs {

/// dh: the address a client sent to decides, so it spreads only firewall-mark services over many addresses
/// (ip_vs_dh.c). Weights matter only as zero or not.
class DestinationHash : public TableScheduler
{
public:
    static constexpr int tableBits = 8; ///< CONFIG_IP_VS_DH_TAB_BITS

    void serverEdited(const SandboxService &) override {}
    SandboxServer *pick(const SandboxService &service, const ScheduleRequest &request) override;

private:
    void fill(const SandboxService &service) override;

    std::array<SandboxServer *, 1 << tableBits> m_table{};
};

} // namespace lvs
