// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"

#include <chrono>

namespace lvs {

/// Crosses the bus by number (helper/interface/org.lvsconsole.Helper1.xml): append only.
enum class OperationStatus : quint8 {
    NotReached, ///< nothing was done
    Done,
    AlreadySo, ///< the wanted state was there before
    Stale,     ///< the object is not what the plan expects; nothing was done
    Failed,
    Undone,     ///< done, then taken back because another operation failed
    UndoFailed, ///< done, and could not be taken back
};

struct OperationResult {
    OperationStatus status = OperationStatus::NotReached;
    std::optional<Error> error{}; ///< for Stale, Failed, UndoFailed; for Done if the object is different by now
    friend bool operator==(const OperationResult &, const OperationResult &) = default;
};

/// Crosses the bus by number (helper/interface/org.lvsconsole.Helper1.xml): append only.
enum class ApplyOutcome : quint8 {
    Applied,            ///< every operation is done and was seen to hold, or was overwritten by others since
    AlreadySo,          ///< nothing to change
    Refused,            ///< stale or invalid: nothing was changed
    UndoneAfterFailure, ///< an operation failed, everything done was taken back
    UndoIncomplete,     ///< an operation failed, and not everything could be taken back: see the results
};

/// What an apply did, exactly. `operations` and `results` run in parallel, in the order of application.
struct ApplyReport {
    ApplyOutcome outcome = ApplyOutcome::Refused;
    ChangePlan plan{}; ///< in the order of application
    std::vector<OperationResult> results{};
    ChangePlan undo{};            ///< takes an Applied plan back, except what others overwrote; from what was read
    std::optional<Error> error{}; ///< the first error, if there was one
    std::chrono::milliseconds duration{};
};

} // namespace lvs
