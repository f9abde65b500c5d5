// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/applyreport.h"
#include "helper/service/callers.h"

#include <QHash>

#include <chrono>
#include <memory>

namespace lvs {

/// A plan on its way through the helper. Kept alive by an apply that runs, also when its owner has left.
struct StagedPlan {
    enum class State : quint8 { Staging, Applying, Applied };

    quint64 id = 0;
    Caller owner{};
    State state = State::Staging;
    ChangePlan plan{};
    qsizetype size = 0;   ///< operations and the servers that removals name
    ApplyReport report{}; ///< once Applied
    std::chrono::steady_clock::time_point lastUse = std::chrono::steady_clock::now();

    void touch() { lastUse = std::chrono::steady_clock::now(); }
};

/// The plans that callers have staged: one each, valid for their owner only.
class PlanStore
{
public:
    /// `id` 0 begins a plan in place of the owner's former one. Refuses what exceeds the limits of a plan, of a user
    /// and of all users together, and plans that are being or were applied.
    Result<quint64> stage(const Caller &owner, quint64 id, std::vector<Operation> operations);
    /// PlanMissing also for plans of others: an id tells a stranger nothing. Counts as a use of the plan.
    Result<std::shared_ptr<StagedPlan>> find(const Caller &owner, quint64 id) const;
    /// Busy while the plan is being applied.
    Result<void> discard(const Caller &owner, quint64 id);
    /// Forgets whatever the caller staged.
    void drop(const QString &busName) { m_plans.remove(busName); }
    /// Forgets what nobody has used since then, unless it is being applied. Whether there was any.
    bool dropUnused(std::chrono::steady_clock::time_point since);
    bool isEmpty() const { return m_plans.isEmpty(); }

private:
    Result<void> checkRoom(const Caller &owner, qsizetype size) const;

    QHash<QString, std::shared_ptr<StagedPlan>> m_plans; ///< by the owner's bus name
    quint64 m_lastId = 0;
};

} // namespace lvs
