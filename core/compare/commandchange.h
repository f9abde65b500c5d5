// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/ruleline.h"

namespace lvs {

/// A command that stands in a text.
struct CommandText {
    const RuleLine &line;
    QString text{}; ///< of the line, and of those that backslashes join to it
    RuleMode mode{};
};

/// From the first word of a command to its last; what stands around it is blanks and a comment.
TextSpan commandSpan(QStringView text, RuleMode mode);

/// The fixes, in ascending order, that make a command mean `after` instead of `before` (as writeRules() spells them):
/// single options where that is enough, else the whole command.
std::vector<RuleFix> commandChange(const CommandText &command, const QString &before, const QString &after);

} // namespace lvs
