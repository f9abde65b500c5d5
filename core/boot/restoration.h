// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"
#include "core/rules/ruleplanner.h"

namespace lvs {

/// Reads everything that rules can say. Services that vanish meanwhile are left out.
Result<RuleState> readRuleState(Backend &backend);

/// What adds to a state what it lacks of another one: nothing is removed, and what is there keeps its values.
struct Additions {
    ChangePlan table{};
    ChangePlan settings{};   ///< timeouts, sync daemons
    qsizetype different = 0; ///< objects that are there with other values, or under another configuration
};
Additions additions(const RuleState &present, const RuleState &wanted);

/// What a restoration at boot did.
struct RestoreReport {
    struct Failure {
        Operation operation;
        Error error{};
    };
    ChangePlan done{};
    std::vector<Failure> failures{};
    qsizetype different = 0; ///< left as found
};

/// Adds what is missing through the Applier. What the kernel refuses is left out and reported, the rest comes. An error
/// if the state can't be read, or changes under us again and again.
Result<RestoreReport> restore(Backend &backend, const RuleState &wanted);

} // namespace lvs
