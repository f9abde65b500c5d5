// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/rulediagnostic.h"

namespace lvs {

// What a person may write instead, the likeliest first; empty if nothing is sure enough. Each replacement makes a line
// that means what it seems to mean.

/// For a note about a command that stands in the text.
std::vector<RuleFix> fixesFor(const RuleNote &note, const RuleCommand &command, QStringView text);
/// For a text that is no command.
std::vector<RuleFix> fixesFor(const Error &error, QStringView text);
/// For a command that does not fit the state it would be carried out on; notes and errors of RulePlanner.
std::vector<RuleFix> fixesFor(const RuleNote &note, const RuleCommand &command);
std::vector<RuleFix> fixesFor(const Error &error, const RuleCommand &command);

} // namespace lvs
