// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"

#include <memory>

namespace lvs {

/// Changes a person has prepared and not yet applied, for one director. Each change merges with what is drafted for
/// the same object: two edits become one, an edit back to the present state disappears, removing a drafted addition
/// leaves nothing.
class Draft
{
public:
    /// Refuses what can't be combined with the draft (adding an object twice, editing a removed one).
    Result<void> add(const Operation &operation);
    /// Adds several changes as one step for undo(): all of them or, with an error, none.
    Result<void> add(const ChangePlan &changes);
    using SharedPlan = std::shared_ptr<const ChangePlan>;
    /// What add() would make of a plan; for another thread, where there are many changes.
    static Result<SharedPlan> merged(const SharedPlan &plan, const SharedPlan &changes);
    /// The second half of add(): `merged` is what merged() made of shared() and the changes.
    void take(const SharedPlan &changes, const SharedPlan &merged);
    /// Takes back the newest add() or removeAt(); false if there is nothing to take back.
    bool undo();
    bool canUndo() const { return !m_steps.empty(); }
    /// Drops one operation, and those that only make sense with it (servers of a drafted service).
    void removeAt(qsizetype index);
    /// Makes the changes start from what is there now (rebased()); what was drafted before can't be taken back singly.
    void rebase(const IpvsTable &actual, const HostInfo &host = {});
    void clear();

    const ChangePlan &plan() const { return *m_plan; }
    /// The same for whoever goes on using it when the draft has changed; never nullptr.
    SharedPlan shared() const { return m_plan; }
    bool isEmpty() const { return m_plan->isEmpty(); }

private:
    /// Changes that were added, or the index that was removed.
    using Step = std::variant<SharedPlan, qsizetype>;

    SharedPlan m_base = std::make_shared<const ChangePlan>(); ///< of the last rebase()
    std::vector<Step> m_steps;                                ///< the plan is what they make of the base
    SharedPlan m_plan = m_base;
};

} // namespace lvs
