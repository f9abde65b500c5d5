// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/textchange.h"

class QTextDocument;

namespace lvs {

/// Carries out what textChange() gives for this text, as one step for undo.
void mergeIntoText(QTextDocument *text, const std::vector<LineFix> &fixes);

} // namespace lvs
