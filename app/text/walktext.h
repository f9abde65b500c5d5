// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/topology/packetwalk.h"

#include <QString>

namespace lvs {

// The words of a packet's way, for an administrator. `wish` is that of the walk.

/// "IPVS takes it".
QString walkStepName(WalkStep::Code code);
/// "PREROUTING"; empty where no rule is asked.
QString hookText(PacketHook hook);
/// What happens with the step, and why.
QString walkReason(const WalkStep &step, const SetupWish &wish);
/// Why the packet ends with it; empty where it does not.
QString walkFailure(const WalkStep &step, const SetupWish &wish);

} // namespace lvs
