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
    return merge.plan();
}

ChangePlan withoutOperation(const ChangePlan &plan, qsizetype index)
{
    DraftMerge merge(plan);
    merge.drop(std::size_t(index));
    return merge.plan();
}

} // namespace

Result<void> Draft::add(const Operation &operation)
{
    return add(ChangePlan{{operation}});
}

Result<void> Draft::add(const ChangePlan &changes)
{
    auto merged = withChanges(m_plan, changes);
    if (!merged)
        return std::unexpected(merged.error());
    m_plan = std::move(*merged);
    m_steps.emplace_back(changes);
    return {};
}

bool Draft::undo()
{
    if (m_steps.empty())
        return false;
    m_steps.pop_back();
    m_plan = m_base;
    for (const Step &step : m_steps) {
        m_plan = std::visit(Overloaded{
                                // It could be merged before, so it can be again.
                                [&](const ChangePlan &changes) { return *withChanges(m_plan, changes); },
                                [&](qsizetype index) { return withoutOperation(m_plan, index); },
                            },
                            step);
    }
    return true;
}

void Draft::removeAt(qsizetype index)
{
    m_plan = withoutOperation(m_plan, index);
    m_steps.emplace_back(index);
}

void Draft::rebase(const IpvsTable &actual)
{
    m_plan = m_base = rebased(m_plan, actual);
    m_steps.clear();
}

void Draft::clear()
{
    m_plan = m_base = {};
    m_steps.clear();
}

} // namespace lvs
