// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/applyreport.h"
#include "core/setup/hostplan.h"

namespace lvs {

enum class StepState : quint8 {
    Waiting,    ///< its turn has not come
    Running,    ///< sent, and the answer is awaited
    Done,       ///< also what was so already
    Failed,     ///< see `error`; nothing of it is on the machine
    Skipped,    ///< its machine failed before its turn, or everything is being taken back
    TakeBack,   ///< done, perhaps in part, and its turn to be taken back has not come
    TakingBack, ///< as Running
    TakenBack,
    Left, ///< could not be taken back, or not without what is left of a later step: see `error`
};

struct StepProgress {
    StepState state = StepState::Waiting;
    /// What takes it back, from what the machine had; inverse() of the plan while that is not known.
    ChangePlan undo{};
    /// It was Running when the console ended, so that it may have happened: what is so "already" may be its own work.
    bool wasInterrupted = false;
    std::optional<Error> error{}; ///< why it failed, also after it was taken back, or why it is left
    friend bool operator==(const StepProgress &, const StepProgress &) = default;
};

/// What to do now: apply `plan` to `host`, then tell the progress.
struct HostTask {
    std::size_t step = 0;
    bool isUndo = false;
    QString host{};
    ChangePlan plan{};
    /// Instead, keep what the set-up needs on `host` for its next boot, or forget that.
    bool isKeeping = false;
};

/// Whether what a machine was asked for is so now.
bool hasHappened(const Result<ApplyReport> &result);

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
/// When the director fails, nothing more is begun, and routes that lead to it are taken back, too. Where it is only not
/// kept for the next boot, everything else stays.
class HostPlanProgress
{
public:
    HostPlanProgress() = default;
    explicit HostPlanProgress(HostPlan plan);
    /// As it was kept. Nobody waits for an answer any more: what was running is not known, and is to be done again.
    /// BadRequest if the two don't fit each other.
    static Result<HostPlanProgress> from(HostPlan plan, std::vector<StepProgress> steps);

    const HostPlan &plan() const { return m_plan; }
    /// In parallel to the plan's steps.
    const std::vector<StepProgress> &steps() const { return m_steps; }

    /// The next thing to do; nothing when there is none, or while something runs. What has to be taken back goes first.
    std::optional<HostTask> next() const;
    void started(const HostTask &task);
    /// The machine has answered, or can't (the error of Director::apply()).
    void finished(const HostTask &task, const Result<ApplyReport> &result);
    /// It was started, but not sent to its machine: its turn comes again.
    void withdrawn(const HostTask &task);

    // Not while a machine is at work for it.

    /// Begins anew with what failed, was skipped or taken back. Of what was running nobody waits for the answer any
    /// more.
    void retry();
    /// Takes everything back that was done or may have been; tries again what is left from an earlier try.
    void takeBack();
    /// Adds `missing`, which was planned from what the machines have now. Of what was there before, those steps stay,
    /// to be taken back, that are on the machines and are not to be done again.
    void extend(const HostPlan &missing);
    /// Takes over from another set-up what is done on a machine, and what takes it back. What it has taken over already
    /// stays as it is.
    void inherit(const HostStep &done, const ChangePlan &undo);

    bool isRunning() const;   ///< waits for a machine's answer
    bool isFinished() const;  ///< nothing runs or is to be done
    bool isComplete() const;  ///< every step is done
    bool isSetUp() const;     ///< the same, but what could not be kept for the next boot
    bool isTakenBack() const; ///< nothing of it is on any machine
    /// What going on would do, and what taking back.
    HostPlan remaining() const;
    HostPlan undoing() const;
    /// The machines on or for which something failed, in the order of the plan.
    QStringList failedHosts() const;
    friend bool operator==(const HostPlanProgress &, const HostPlanProgress &) = default;

private:
    void takeBackIfThere(std::size_t step);
    void fail(std::size_t step, const Error &error, bool mayBeThere);
    void leave(std::size_t step, const Error &error);

    HostPlan m_plan;
    std::vector<StepProgress> m_steps;
};

} // namespace lvs
