// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/rulefile.h"
#include "core/rules/ruleplanner.h"

namespace lvs {

/// What remains to be said about a line once the lines before it and the present state are known.
struct RuleRemark {
    qsizetype line = 0;
    RuleDiagnostic diagnostic{}; ///< places count from the line's beginning
    friend bool operator==(const RuleRemark &, const RuleRemark &) = default;
};

/// What applying a rule file comes to.
struct RulePlan {
    std::vector<RuleRemark> remarks{}; ///< in the order of the lines; not those that RuleLine has already
    RuleState wanted{};                ///< after all commands that can be carried out
    ChangePlan plan{};                 ///< empty if the file has an error, or a remark is one
    bool hasErrors = false;            ///< of either kind
};

/// What a file by itself seems to be: a whole table (EmptyTable) if it adds a service, and changes or removes none that
/// it has not added before; else commands for the table that is there (PresentState). Safe in any thread.
RuleStart startOf(const RuleFile &file);

/// The smallest plan that carries a file out: no object that stays as it is is touched, and none is removed to be
/// added again. A file without a command is refused where it would empty a table; one with -C does. `actual`: see
/// RulePlanner. Takes time in proportion to the file and the table; safe in any thread.
RulePlan planRules(const RuleFile &file, const RuleState &present, RuleStart start, const IpvsTable *actual = nullptr);

} // namespace lvs
