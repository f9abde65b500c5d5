// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/statedifference.h"

#include "core/model/syncdaemon.h"

#include <algorithm>
#include <iterator>

namespace lvs {

ChangePlan difference(const RuleState &actual, const RuleState &wanted)
{
    ChangePlan plan;
    if (const Timeouts change = changeBetween(actual.timeouts, wanted.timeouts); change != Timeouts())
        plan.operations.push_back(SetTimeouts{actual.timeouts, change});
    for (const auto role : {SyncRole::Master, SyncRole::Backup}) {
        const SyncDaemon *before = findDaemon(actual.daemons, role);
        const SyncDaemon *after = findDaemon(wanted.daemons, role);
        if (before && after && isAsWanted(*after, *before))
            continue;
        if (before)
            plan.operations.push_back(StopSyncDaemon{*before});
        if (after)
            plan.operations.push_back(StartSyncDaemon{*after});
    }
    std::ranges::move(difference(actual.table, wanted.table).operations, std::back_inserter(plan.operations));
    return plan;
}

} // namespace lvs
