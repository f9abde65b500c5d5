// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"

namespace lvs {

/// The configuration in a snapshot, as far as it was read.
IpvsTable tableOf(const Snapshot &snapshot);

/// The operations that lead from one reading to the next. Servers count only where both readings have them, or where
/// the service itself came or went: a list that was not asked for before is no change. Costs next to nothing when
/// nothing changed.
ChangePlan snapshotDifference(const Snapshot &was, const Snapshot &now);

} // namespace lvs
