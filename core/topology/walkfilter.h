// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/topology/packetwalk.h"

namespace lvs {

/// The rule of the step's machine that drops the packet as it comes into the step; nullptr where none does for certain.
/// `out` is the interface by which it would leave, if it is passed on. Valid as long as `facts`.
const FilterRule *dropOf(const WalkStep &step, const WalkPacket &arriving, const InterfaceName &out,
                         const SetupWish &wish, const SetupServer &server, const SetupFacts &facts);

} // namespace lvs
