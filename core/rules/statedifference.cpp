// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/statedifference.h"

#include <algorithm>
#include <iterator>

namespace lvs {

namespace {

const SyncDaemon *find(const std::vector<SyncDaemon> &daemons, SyncRole role)
{
    const auto daemon = std::ranges::find(daemons, role, &SyncDaemon::role);
    return daemon == daemons.end() ? nullptr : &*daemon;
}

} // namespace

ChangePlan difference(const RuleState &actual, const RuleState &wanted)
{
    ChangePlan plan;
    if (const Timeouts change = changeBetween(actual.timeouts, wanted.timeouts); change != Timeouts())
        plan.operations.push_back(SetTimeouts{actual.timeouts, change});
    for (const auto role : {SyncRole::Master, SyncRole::Backup}) {
        const SyncDaemon *before = find(actual.daemons, role);
        const SyncDaemon *after = find(wanted.daemons, role);
        if (before && (!after || *after != *before))
            plan.operations.push_back(StopSyncDaemon{*before});
        if (after && (!before || *after != *before))
            plan.operations.push_back(StartSyncDaemon{*after});
    }
    std::ranges::move(difference(actual.table, wanted.table).operations, std::back_inserter(plan.operations));
    return plan;
}

} // namespace lvs
