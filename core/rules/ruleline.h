// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/rulediagnostic.h"
#include "core/rules/rulemode.h"

namespace lvs {

/// What one line of a rule file says, whatever stands in the other lines. All places count from the line's beginning.
struct RuleLine {
    enum class Kind : quint8 {
        Blank, ///< also a line that holds nothing but the word "ipvsadm"
        Comment,
        Command,
        Error,
        Continued, ///< belongs to the command that begins in a line above
    };
    Kind kind = Kind::Blank;
    bool isContinued = false;             ///< the next line belongs to the same command
    bool endsReading = false;             ///< Compatible: ipvsadm reads no line after this one
    quint8 exitStatus = 0;                ///< Compatible: that of `ipvsadm -R` if no command follows
    std::optional<RuleCommand> command{}; ///< of a Command; its notes have become diagnostics
    std::vector<RuleDiagnostic> diagnostics{};

    bool hasError() const;
};

/// Whether a backslash at the end of a line joins the next one to it. Only RuleMode::Friendly knows this.
bool continuesOnNextLine(QStringView line);

/// Reads a line without its line end, or several lines that backslashes join, with the line ends between them. What
/// the text is about is looked at alone: missing services and the like are found by planRules(). Safe in any thread.
RuleLine readRuleLine(QStringView text, RuleMode mode);

} // namespace lvs
