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
    SetTimeouts timeouts{actual.timeouts, wanted.timeouts};
    for (const auto field : {&Timeouts::tcp, &Timeouts::tcpFin, &Timeouts::udp}) {
        if (timeouts.after.*field == timeouts.before.*field)
            timeouts.after.*field = 0;
    }
    if (timeouts.after != Timeouts())
        plan.operations.push_back(timeouts);
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
