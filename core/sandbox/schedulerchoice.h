// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ipvstable.h"
#include "core/sandbox/scheduler/scheduler.h"

#include <optional>

namespace lvs {

/// The real server that a service's scheduler gives to the next connection of a client, as far as that follows from
/// what can be read of a kernel.
struct SchedulerChoice {
    enum class Basis : quint8 {
        None,        ///< the service has no scheduler, or one that is not the kernel's
        Table,       ///< sh, mh, dh, fo: the configuration alone decides, so the kernel chooses the same
        Connections, ///< wlc and its kin: by the connections that were counted
        FreshStart,  ///< rr, wrr: whose turn it is stays in the kernel, so it is that of a scheduler that just began
        LastWeights, ///< mh with drained servers, which keep the places of weights that can't be read
        LikeWlc,     ///< lblc, lblcr, twos: what they remember or draw can't be read; chosen as wlc would
    };
    std::optional<ServerKey> server{}; ///< none where no server may take a connection
    Basis basis{};
    friend bool operator==(const SchedulerChoice &, const SchedulerChoice &) = default;
};

/// `servers` are those of `service` with their figures, in the kernel's order. Persistence is not looked at: a client
/// that is remembered is not scheduled.
SchedulerChoice nextChoice(const VirtualService &service, const std::vector<ServerState> &servers,
                           const ScheduleRequest &request);

} // namespace lvs
