// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/rulecommand.h"

namespace lvs {

/// What a command says that its writer may not have meant, in words for a person.
QString ruleNoteText(const RuleNote &note);

} // namespace lvs
