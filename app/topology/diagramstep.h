// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/topology/packetwalk.h"
#include "core/topology/topology.h"

namespace lvs {

/// What is to be pointed out of a diagram: where a packet is, and the way that it takes from there.
struct DiagramStep {
    QString card{}; ///< TopologyNode::id; empty: nothing
    QString next{}; ///< to which card it goes; empty: it does not leave
    bool isReply = false;
    bool isFailure = false; ///< it ends here
    friend bool operator==(const DiagramStep &, const DiagramStep &) = default;
};

/// The place of a step of `steps` in a topology, where the walk goes to `server`. Nothing for a step that there is not.
DiagramStep diagramStep(const std::vector<WalkStep> &steps, int step, const Topology &topology,
                        const std::optional<ServerKey> &server);

} // namespace lvs
