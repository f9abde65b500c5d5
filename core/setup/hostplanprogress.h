// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/applyreport.h"
#include "core/setup/hostplan.h"

namespace lvs {

enum class StepState : quint8 {
    Waiting,    ///< its turn has not come
    Running,    ///< sent; if nobody waits for the answer any more, it may or may not have happened
    Done,       ///< also what was so already
    Failed,     ///< see `error`; nothing of it is left on the machine
    Skipped,    ///< its machine failed before its turn, or everything is being taken back
    TakeBack,   ///< done, perhaps in part, and its turn to be taken back has not come
    TakingBack, ///< being taken back; as Running
    TakenBack,
    Left, ///< could not be taken back, or not without what is left of a later step: see `error`
};

struct StepProgress {
    StepState state = StepState::Waiting;
    /// What takes it back, from what the machine had; inverse() of the plan while that is not known.
    ChangePlan undo{};
    bool wasInterrupted = false;  ///< it was Running when the console ended: what was so "already" may be its own work
    std::optional<Error> error{}; ///< of a step that failed, or that is left
    friend bool operator==(const StepProgress &, const StepProgress &) = default;
};

/// What to do now: apply `plan` to `host`, then tell the progress.
struct HostTask {
    std::size_t step = 0;
    bool isUndo = false;
    QString host{};
    ChangePlan plan{};
};

/// How far a HostPlan is: what to do next, what was done, and how to take it back. A value without I/O; whoever runs a
/// plan keeps it on disk (setuprecord.h) after every call that changes it, before it acts.
///
///     while (auto task = progress.next()) {
///         progress.started(*task);                  // keep it
///         auto report = apply(task->host, task->plan);
///         progress.finished(*task, report);         // keep it
///     }
///
/// When a step fails, what was done on and for its machine is taken back, the last first, and the other machines go on.
class HostPlanProgress
{
public:
    HostPlanProgress() = default;
    explicit HostPlanProgress(HostPlan plan);
    /// As it was kept. BadRequest if the two don't fit each other.
    static Result<HostPlanProgress> from(HostPlan plan, std::vector<StepProgress> steps);

    const HostPlan &plan() const { return m_plan; }
    /// In parallel to the plan's steps.
    const std::vector<StepProgress> &steps() const { return m_steps; }

    /// The next thing to do; nothing when there is none, or while something runs.
    std::optional<HostTask> next() const;
    void started(const HostTask &task);
    /// The machine has answered. The error of a Result: the plan did not reach it, or (OutcomeUnknown, LinkLost,
    /// TimedOut) may have.
    void finished(const HostTask &task, const Result<ApplyReport> &result);

    /// After a restart of the console: what was running is not known, and will be done again.
    void goOn();
    /// Tries the failed and skipped steps once more.
    void retry();
    /// Takes everything back that was done or may have been; tries again what is left from an earlier try.
    void takeBack();

    bool isRunning() const;   ///< waits for a machine's answer
    bool isFinished() const;  ///< nothing runs or is to be done
    bool isComplete() const;  ///< every step is done
    bool isTakenBack() const; ///< nothing of it is left on any machine
    /// The machines on which something failed, in the order of the plan.
    QStringList failedHosts() const;
    friend bool operator==(const HostPlanProgress &, const HostPlanProgress &) = default;

private:
    void failHost(std::size_t step);
    void leave(std::size_t step, const Error &error);

    HostPlan m_plan;
    std::vector<StepProgress> m_steps;
};

} // namespace lvs
