// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/draftoverlay.h"

#include "core/change/hostobject.h"

#include <algorithm>

namespace lvs {

DraftOverlay overlayOf(const ChangePlan &plan)
{
    DraftOverlay overlay;
    for (const Operation &operation : plan.operations) {
        std::visit(
            Overloaded{
                [&](const AddService &op) {
                    DraftedService &service = overlay[op.after.key];
                    service.kind = DraftKind::Added;
                    service.after = op.after;
                },
                [&](const EditService &op) {
                    DraftedService &service = overlay[op.after.key];
                    service.kind = DraftKind::Edited;
                    service.after = op.after;
                },
                [&](const RemoveService &op) {
                    DraftedService &service = overlay[op.before.key];
                    service.kind = DraftKind::Removed;
                    for (const RealServer &server : op.servers)
                        service.servers[server.key].kind = DraftKind::Removed;
                },
                [&](const AddServer &op) { overlay[op.service].servers[op.after.key] = {DraftKind::Added, op.after}; },
                [&](const EditServer &op) {
                    overlay[op.service].servers[op.after.key] = {DraftKind::Edited, op.after};
                },
                [&](const RemoveServer &op) { overlay[op.service].servers[op.before.key].kind = DraftKind::Removed; },
                // Not about the configuration of one service or server.
                [](const OneOf<ZeroCounters, ClearTable, SetTimeouts, StartSyncDaemon, StopSyncDaemon> auto &) {},
                [](const HostOperation auto &) {},
            },
            operation);
    }
    return overlay;
}

bool clearsTable(const ChangePlan &plan)
{
    return std::ranges::any_of(
        plan.operations, [](const Operation &operation) { return std::holds_alternative<ClearTable>(operation); });
}

} // namespace lvs
