// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/marktext.h"
#include "core/rules/rulecommand.h"

#include <variant>

namespace lvs {

/// A command found in pasted text.
struct PastedCommand {
    TextSpan span{}; ///< from its first to its last word, where it stands in the text
    Result<std::variant<RuleCommand, MarkCommand>> command; ///< places are those in the whole text
};

/// Reads what people copy out of terminals, scripts and notes: commands of ipvsadm with or without prompt, history
/// number, sudo or path, joined by ';', '&&' or '|', continued with a backslash; also what `ipvsadm -S` prints. And
/// commands of iptables that set marks, see readMarkCommand().
/// Comments and blank lines are passed over; whatever else there is comes back as NotIpvsadm.
std::vector<PastedCommand> readPastedCommands(QStringView text);

/// Whether the text holds anything that readPastedCommands() understands.
bool looksLikeRules(QStringView text);

} // namespace lvs
