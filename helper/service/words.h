// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/applyreport.h"
#include "core/rules/ruleplanner.h"
#include "helper/service/authority.h"

/// Words of the journal; they have no language.
namespace lvs {

/// "allowed", "dismissed", …
QString nameOf(Verdict verdict);
/// "applied", "undone-after-failure", …
QString nameOf(ApplyOutcome outcome);
/// The ids, with blanks between.
QString idsOf(const std::set<Action> &actions);
/// "3 operations: 1 add-service, 2 add-server": the kinds in the order in which the plan has them first
QString summaryOf(const ChangePlan &plan);
/// "2 services, 5 servers"
QString summaryOf(const RuleState &state);
/// What a verdict that is not Allowed is answered with.
Error errorOf(Verdict verdict, Action action);

} // namespace lvs
