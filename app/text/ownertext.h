// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/text/markedtext.h"
#include "core/director/director.h"

namespace lvs {

class TableOwnership;

/// The program's own name.
QString ownerName(TableOwner owner);
/// "keepalived owns 2 of 5", for the context bar; empty if nobody else keeps the table, or before the first look.
/// `snapshot` may be null.
QString ownersText(const TableOwnership &ownership, const Snapshot *snapshot);
/// The same as a sentence that also says that nobody does.
MarkedText ownersSummary(const TableOwnership &ownership, const Snapshot *snapshot);
/// What that means.
QString ownersExplanation(const TableOwnership &ownership);
/// "keepalived will undo 2 of these changes."
QString undoingText(const TableOwnership &ownership, const ChangePlan &plan);

} // namespace lvs
