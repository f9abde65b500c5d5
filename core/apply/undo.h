// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/applyreport.h"
#include "core/apply/touchedstate.h"
#include "core/change/objectkey.h"

namespace lvs {

/// What could not be taken back.
struct UndoResult {
    QHash<ObjectKey, Error> objects{}; ///< objects that differ from before, and why
    QHash<HostObject, Error> host{};   ///< the same of the machine
    std::optional<Error> settings{};   ///< of timeouts and sync daemons
    std::optional<Error> everything{}; ///< the table could not even be read

    /// nullptr if what the operation touches is as it was before.
    const Error *errorOf(const Operation &operation) const;
};

/// Makes what operations of `plan` changed as it was in `before`. An operation that was answered with an error may
/// still have happened, unless the error says that the object was or was not there. What others have changed since is
/// theirs: it is left alone, with Stale as the error.
UndoResult takeBack(Backend &backend, const ChangePlan &plan, std::span<const OperationResult> results,
                    const TouchedObjects &touched, const TouchedState &before);

/// Most operations that are sent to IPVS before their answers are awaited.
inline constexpr std::size_t largestBatch = 64;

/// End of the batch that begins at `start`: operations of one phase and of one Carrier that are all `pending`. On the
/// machine each goes alone, because the next may rest on it; on the packet filter all together, in one transaction.
std::size_t batchEnd(std::span<const Operation> operations, std::size_t start, auto &&pending)
{
    std::size_t end = start + 1;
    const Phase phase = phaseOf(operations[start]);
    const Carrier carrier = carrierOf(operations[start]);
    if (carrier == Carrier::Machine)
        return end;
    const std::size_t most = carrier == Carrier::Firewall ? std::size_t(ChangePlan::mostOnHost) : largestBatch;
    while (end < operations.size() && end - start < most && pending(end) && phaseOf(operations[end]) == phase &&
           carrierOf(operations[end]) == carrier)
        ++end;
    return end;
}

} // namespace lvs
