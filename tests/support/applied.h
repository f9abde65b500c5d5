// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"

namespace lvs::test {

/// The table as the kernel would show it after the plan: added servers at the head of their list. Operations on
/// objects that are not there change nothing.
IpvsTable applied(const IpvsTable &table, const ChangePlan &plan);

} // namespace lvs::test
