// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/draftoverlay.h"

namespace lvs {

DraftOverlay overlayOf(const ChangePlan &plan)
{
    DraftOverlay overlay;
    for (const Operation &operation : plan.operations) {
        if (const auto *add = std::get_if<AddService>(&operation)) {
            DraftedService &service = overlay[add->after.key];
            service.kind = DraftKind::Added;
            service.after = add->after;
        } else if (const auto *edit = std::get_if<EditService>(&operation)) {
            DraftedService &service = overlay[edit->after.key];
            service.kind = DraftKind::Edited;
            service.after = edit->after;
        } else if (const auto *remove = std::get_if<RemoveService>(&operation)) {
            DraftedService &service = overlay[remove->before.key];
            service.kind = DraftKind::Removed;
            for (const RealServer &server : remove->servers)
                service.servers[server.key].kind = DraftKind::Removed;
        } else if (const auto *addServer = std::get_if<AddServer>(&operation)) {
            overlay[addServer->service].servers[addServer->after.key] = {DraftKind::Added, addServer->after};
        } else if (const auto *editServer = std::get_if<EditServer>(&operation)) {
            overlay[editServer->service].servers[editServer->after.key] = {DraftKind::Edited, editServer->after};
        } else if (const auto *removeServer = std::get_if<RemoveServer>(&operation)) {
            overlay[removeServer->service].servers[removeServer->before.key].kind = DraftKind::Removed;
        }
    }
    return overlay;
}

} // namespace lvs
