// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/severity.h"
#include "core/rules/rulecommand.h"

#include <variant>

namespace lvs {

Severity severityOf(const RuleNote &note);

/// A text that a person may put in the place of another one.
struct RuleFix {
    TextSpan span{};
    QString replacement{};
    friend bool operator==(const RuleFix &, const RuleFix &) = default;
};

/// Something to say about a place in a rule file. The words are made in the GUI (app/text/rulediagnostictext).
struct RuleDiagnostic {
    Severity severity = Severity::Failure; ///< Failure: as long as there is one, nothing of the file is applied
    std::variant<Error, RuleNote> what{};
    std::vector<RuleFix> fixes{}; ///< each alone mends it, the likeliest first; often there is none

    TextSpan span() const
    {
        return std::visit([](const auto &code) { return code.span; }, what);
    }
    friend bool operator==(const RuleDiagnostic &, const RuleDiagnostic &) = default;
};

} // namespace lvs
