// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/rulediagnostic.h"

namespace lvs {

/// The first character of a line, or of several joined ones, that belongs into no rule file, whatever stands around it:
/// control characters, what is no text, and outside of comments blanks that ipvsadm does not take for such.
std::optional<RuleDiagnostic> oddCharacter(QStringView text);

} // namespace lvs
