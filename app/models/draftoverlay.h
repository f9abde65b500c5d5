// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"

#include <map>

namespace lvs {

enum class DraftKind : quint8 { None, Added, Edited, Removed };

struct DraftedServer {
    DraftKind kind = DraftKind::None;
    RealServer after{}; ///< for Added and Edited
};

struct DraftedService {
    DraftKind kind = DraftKind::None; ///< None: only servers of it are drafted
    VirtualService after{};           ///< for Added and Edited
    std::map<ServerKey, DraftedServer> servers{};
};

/// A plan by object, for a view that lays it over the table.
using DraftOverlay = std::map<ServiceKey, DraftedService>;

/// What it drafts for single objects; see clearsTable() for the others.
DraftOverlay overlayOf(const ChangePlan &plan);
/// Everything goes that the plan does not add again.
bool clearsTable(const ChangePlan &plan);

} // namespace lvs
