// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/planstore.h"

#include "helper/interface/bounds.h"

namespace lvs {

namespace {

/// All users together; a plan of the largest size always finds room beside another one.
constexpr qsizetype largestTotal = 2 * bus::bounds::operationsPerPlan;

qsizetype sizeOf(const std::vector<Operation> &operations)
{
    qsizetype size = 0;
    for (const Operation &operation : operations) {
        const auto *removal = std::get_if<RemoveService>(&operation);
        size += 1 + (removal ? qsizetype(removal->servers.size()) : 0);
    }
    return size;
}

} // namespace

Result<quint64> PlanStore::stage(const Caller &owner, quint64 id, std::vector<Operation> operations)
{
    std::shared_ptr<StagedPlan> plan = m_plans.value(owner.busName);
    if (id == 0) {
        if (plan && plan->state == StagedPlan::State::Applying)
            return failure(ErrorCode::Busy, {userName(owner.uid)});
        m_plans.remove(owner.busName);
        plan = std::make_shared<StagedPlan>();
        plan->owner = owner;
    } else if (!plan || plan->id != id || plan->state != StagedPlan::State::Staging) {
        return failure(ErrorCode::PlanMissing);
    }

    const qsizetype added = sizeOf(operations);
    if (plan->size + added > bus::bounds::operationsPerPlan)
        return failure(ErrorCode::PlanTooLarge, {QString::number(bus::bounds::operationsPerPlan)});
    if (const auto room = checkRoom(owner, added); !room)
        return std::unexpected(room.error());

    auto &present = plan->plan.operations;
    present.insert(present.end(), std::make_move_iterator(operations.begin()),
                   std::make_move_iterator(operations.end()));
    plan->size += added;
    plan->touch();
    if (id == 0) {
        plan->id = ++m_lastId;
        m_plans.insert(owner.busName, plan);
    }
    return plan->id;
}

Result<std::shared_ptr<StagedPlan>> PlanStore::find(const Caller &owner, quint64 id) const
{
    auto plan = m_plans.value(owner.busName);
    if (!plan || plan->id != id)
        return failure(ErrorCode::PlanMissing);
    plan->touch();
    return plan;
}

Result<void> PlanStore::discard(const Caller &owner, quint64 id)
{
    const auto plan = find(owner, id);
    if (!plan)
        return std::unexpected(plan.error());
    if ((*plan)->state == StagedPlan::State::Applying)
        return failure(ErrorCode::Busy, {userName(owner.uid)});
    drop(owner.busName);
    return {};
}

bool PlanStore::dropUnused(std::chrono::steady_clock::time_point since)
{
    return m_plans.removeIf([since](const auto &entry) {
        return entry.value()->state != StagedPlan::State::Applying && entry.value()->lastUse < since;
    }) > 0;
}

Result<void> PlanStore::checkRoom(const Caller &owner, qsizetype size) const
{
    qsizetype ofUser = size;
    qsizetype ofAll = size;
    for (const auto &plan : m_plans) {
        ofAll += plan->size;
        if (plan->owner.uid == owner.uid)
            ofUser += plan->size;
    }
    if (ofUser > bus::bounds::operationsPerPlan || ofAll > largestTotal)
        return failure(ErrorCode::TooManyRequests);
    return {};
}

} // namespace lvs
