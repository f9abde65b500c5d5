// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/sandboxserver.h"
#include "core/sandbox/scheduler/scheduler.h"

#include <memory>
#include <vector>

namespace lvs {

/// A virtual service as the kernel's struct ip_vs_service keeps it. Changed by SandboxTable only.
struct SandboxService {
    VirtualService config{};
    std::vector<std::shared_ptr<SandboxServer>> servers{}; ///< newest first
    std::unique_ptr<Scheduler> scheduler{};                ///< none for the name "none": nothing is ever scheduled
    Estimator estimator{};
};

} // namespace lvs
