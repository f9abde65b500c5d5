// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/changeplan.h"

#include "core/change/hostvalue.h"
#include "core/change/servicemap.h"

#include <algorithm>
#include <ranges>

namespace lvs {
namespace {

/// Place of an operation in the order of application; a phase is ten of them.
int rankOf(const Operation &operation)
{
    return std::visit(Overloaded{
                          [](const HostOperation auto &) { return 0; },
                          // Packets get a mark only while there are servers for them.
                          [](const AddMarkRule &) { return 22; }, [](const RemoveMarkRule &) { return 40; },
                          [](const RemoveSnatRule &) { return 42; }, [](const SetTimeouts &) { return 10; },
                          [](const StopSyncDaemon &) { return 11; }, // before one of the same role is started
                          [](const StartSyncDaemon &) { return 12; }, [](const AddService &) { return 20; },
                          [](const AddServer &) { return 21; }, [](const EditService &) { return 30; },
                          [](const EditServer &) { return 30; }, [](const RemoveServer &) { return 41; },
                          [](const RemoveService &) { return 41; }, [](const ClearTable &) { return 41; },
                          [](const ZeroCounters &) { return 43; }, // last, because it can't be undone
                      },
                      operation);
}

SetTimeouts inverseOf(const SetTimeouts &op)
{
    const Timeouts done = withSet(op.before, op.after);
    return {done, changeBetween(done, op.before)};
}

} // namespace

Phase phaseOf(const Operation &operation)
{
    return Phase(rankOf(operation) / 10);
}

ChangePlan inApplyOrder(ChangePlan plan)
{
    if (!std::ranges::is_sorted(plan.operations, {}, rankOf))
        std::ranges::stable_sort(plan.operations, {}, rankOf);
    return plan;
}

ChangePlan inverse(ChangePlan applied)
{
    ChangePlan back;
    const ChangePlan ordered = inApplyOrder(std::move(applied));
    back.operations.reserve(ordered.operations.size());
    // A service that was added goes as a whole, with the servers added to it.
    ServiceMap<std::size_t> removals;
    for (const Operation &operation : ordered.operations) {
        if (const auto *added = std::get_if<AddService>(&operation)) {
            removals[added->after.key] = back.operations.size();
            back.operations.push_back(RemoveService{added->after, {}});
        }
    }
    for (const Operation &operation : ordered.operations | std::views::reverse) {
        std::visit(
            Overloaded{
                [&](const EditService &op) { back.operations.push_back(EditService{op.after, op.before}); },
                [&](const RemoveService &op) {
                    back.operations.push_back(AddService{op.before});
                    for (const RealServer &server : op.servers | std::views::reverse)
                        back.operations.push_back(AddServer{op.before.key, server});
                },
                [&](const AddServer &op) {
                    if (const std::size_t *removal = removals.find(op.service))
                        std::get<RemoveService>(back.operations[*removal]).servers.push_back(op.after);
                    else
                        back.operations.push_back(RemoveServer{op.service, op.after});
                },
                [&](const EditServer &op) { back.operations.push_back(EditServer{op.service, op.after, op.before}); },
                [&](const RemoveServer &op) { back.operations.push_back(AddServer{op.service, op.before}); },
                [&](const SetTimeouts &op) {
                    if (const SetTimeouts undo = inverseOf(op); undo.after != Timeouts{})
                        back.operations.push_back(undo);
                },
                [&](const HostOperation auto &) {
                    const HostChange change = *hostChangeOf(operation);
                    std::ranges::copy(operationsBetween(change.after, change.before),
                                      std::back_inserter(back.operations));
                },
                [&](const StartSyncDaemon &op) { back.operations.push_back(StopSyncDaemon{op.after}); },
                [&](const StopSyncDaemon &op) { back.operations.push_back(StartSyncDaemon{op.before}); },
                [](const AddService &) {},                           // done above
                [](const OneOf<ZeroCounters, ClearTable> auto &) {}, // can't come back
            },
            operation);
    }
    return inApplyOrder(std::move(back));
}

} // namespace lvs
