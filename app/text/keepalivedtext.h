// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keepalived/changedconfig.h"
#include "core/keepalived/drift.h"
#include "core/keepalived/exporttext.h"

namespace lvs {

/// One sentence.
QString configNoteText(const keepalived::ConfigNote &note);
QString exportProblemText(const keepalived::ExportProblem &problem);
/// The change and why the configuration can't be made to say it.
QString unsaidText(const keepalived::UnsaidChange &unsaid);

// A difference as cells of a table.

QString driftFieldText(const std::optional<Field> &field);
QString driftCauseText(keepalived::Drift::Cause cause);
/// The value in the kernel, and in the file; "–" where it has none.
QString driftKernelText(const keepalived::Drift &drift);
QString driftFileText(const keepalived::Drift &drift);

} // namespace lvs
