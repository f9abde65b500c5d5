// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/ruleplanner.h"

namespace lvs {

/// The smallest plan that leads from one state to the other: settings first, then the table. Timeouts that `wanted`
/// does not set (0) stay.
ChangePlan difference(const RuleState &actual, const RuleState &wanted);

} // namespace lvs
