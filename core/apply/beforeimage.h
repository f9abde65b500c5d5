// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/applyreport.h"
#include "core/apply/touchedstate.h"

namespace lvs {

/// Whether the state an operation leads to is there. Zeroing leaves nothing that could be seen, and always holds.
bool holds(const Operation &operation, const TouchedState &state);

/// Whether `now` shows what the operation is about as it was `before`, as if it had never been sent.
bool isUntouched(const Operation &operation, const TouchedState &before, const TouchedState &now);

/// Compares an operation's before-image with what is there: NotReached (it can go ahead), AlreadySo or Stale.
OperationResult judge(const Operation &operation, const TouchedState &state, const TouchedObjects &touched);

} // namespace lvs
