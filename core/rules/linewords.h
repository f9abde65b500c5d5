// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/rulediagnostic.h"
#include "core/rules/rulemode.h"

namespace lvs {

/// A line of a rule file taken apart.
struct LineWords {
    QVarLengthArray<Word, 16> words{};         ///< without the word "ipvsadm"
    std::vector<RuleDiagnostic> diagnostics{}; ///< what only the friendly mode passes over
    TextSpan comment{};                        ///< to the end of the line; its length is 0 if there is none
};

/// The words of one line, or of several that backslashes join. They point into the text.
LineWords lineWords(QStringView text, RuleMode mode);

/// ipvsadm takes no other character than these for blanks, and no quotes.
bool isRuleBlank(QChar c);

} // namespace lvs
