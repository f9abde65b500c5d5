// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/draft.h"

#include "core/change/draftmerge.h"
#include "core/change/overloaded.h"

namespace lvs {
namespace {

Result<ChangePlan> withChanges(const ChangePlan &plan, const ChangePlan &changes)
{
    DraftMerge merge(plan);
    for (const Operation &operation : changes.operations) {
        if (auto ok = merge.add(operation); !ok)
            return std::unexpected(ok.error());
    }
    return std::move(merge).plan();
}

ChangePlan withoutOperation(const ChangePlan &plan, qsizetype index)
{
    DraftMerge merge(plan);
    merge.drop(std::size_t(index));
    return std::move(merge).plan();
}

} // namespace

Result<void> Draft::add(const Operation &operation)
{
    return add(ChangePlan{{operation}});
}

Result<void> Draft::add(const ChangePlan &changes)
{
    const auto shared = std::make_shared<const ChangePlan>(changes);
    return merged(m_plan, shared).transform([&](const SharedPlan &merged) { take(shared, merged); });
}

Result<Draft::SharedPlan> Draft::merged(const SharedPlan &plan, const SharedPlan &changes)
{
    return withChanges(*plan, *changes).transform([](ChangePlan &&merged) {
        return std::make_shared<const ChangePlan>(std::move(merged));
    });
}

void Draft::take(const SharedPlan &changes, const SharedPlan &merged)
{
    m_plan = merged;
    m_steps.emplace_back(changes);
}

bool Draft::undo()
{
    if (m_steps.empty())
        return false;
    m_steps.pop_back();
    m_plan = m_base;
    for (const Step &step : m_steps) {
        ChangePlan plan = std::visit(Overloaded{
                                         // It could be merged before, so it can be again.
                                         [&](const SharedPlan &changes) { return *withChanges(*m_plan, *changes); },
                                         [&](qsizetype index) { return withoutOperation(*m_plan, index); },
                                     },
                                     step);
        m_plan = std::make_shared<const ChangePlan>(std::move(plan));
    }
    return true;
}

void Draft::removeAt(qsizetype index)
{
    m_plan = std::make_shared<const ChangePlan>(withoutOperation(*m_plan, index));
    m_steps.emplace_back(index);
}

void Draft::rebase(const IpvsTable &actual, const HostInfo &host)
{
    m_plan = m_base = std::make_shared<const ChangePlan>(rebased(*m_plan, actual, host));
    m_steps.clear();
}

void Draft::clear()
{
    m_plan = m_base = std::make_shared<const ChangePlan>();
    m_steps.clear();
}

} // namespace lvs
