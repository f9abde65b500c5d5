// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/hostplan.h"

#include "core/change/overloaded.h"
#include "core/setup/setupsysctls.h"

#include <algorithm>
#include <ranges>

namespace lvs {
namespace {

bool isHostId(const QString &id)
{
    constexpr qsizetype longest = 300; // "ssh:" with the longest user, host name and port
    return !id.isEmpty() && id.size() <= longest && std::ranges::all_of(id, [](QChar c) { return c.isPrint(); });
}

/// Whether the way to others may be another one afterwards.
bool changesWays(const Operation &operation)
{
    return std::visit(Overloaded{
                          [](const OneOf<AddRoute, EditRoute> auto &op) { return op.after.prefixLength == 0; },
                          [](const RemoveRoute &op) { return op.before.prefixLength == 0; },
                          [](const SetSysctl &op) { return op.name == forwardingSysctl(Family::IPv6); },
                          [](const auto &) { return false; },
                      },
                      operation);
}

} // namespace

HostPlan inverse(const HostPlan &plan)
{
    HostPlan back;
    for (const HostStep &step : plan.steps | std::views::reverse) {
        HostStep turned{step.host, step.forHost, step.phase, inverse(step.plan)};
        if (!turned.plan.isEmpty() || turned.phase == SetupPhase::Keep)
            back.steps.push_back(std::move(turned));
    }
    return back;
}

QStringList hostsThatMayBeCut(const HostPlan &plan)
{
    QStringList hosts;
    for (const HostStep &step : plan.steps) {
        if (step.host.startsWith(u"ssh:") && !hosts.contains(step.host) &&
            std::ranges::any_of(step.plan.operations, changesWays))
            hosts.append(step.host);
    }
    return hosts;
}

Result<void> validate(const HostPlan &plan)
{
    if (qsizetype(plan.steps.size()) > HostPlan::largestSize)
        return failure(ErrorCode::PlanTooLarge, {QString::number(HostPlan::largestSize)});
    for (const HostStep &step : plan.steps) {
        const bool isKeep = step.phase == SetupPhase::Keep;
        if (!isHostId(step.host) || !isHostId(step.forHost) || step.phase > lastSetupPhase ||
            step.plan.isEmpty() != isKeep)
            return failure(ErrorCode::BadRequest);
        if (auto valid = validate(step.plan); !valid)
            return valid;
    }
    return {};
}

} // namespace lvs
