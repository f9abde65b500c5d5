// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/textchange.h"

class QTextDocument;

namespace lvs {

/// Writes a plan into the text that `file` was read from, as one step for undo.
void mergeIntoText(QTextDocument *text, const RuleFile &file, const ChangePlan &plan);

} // namespace lvs
