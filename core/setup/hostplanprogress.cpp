// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/hostplanprogress.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace lvs {
namespace {

bool isAwaited(const StepProgress &step)
{
    return step.state == StepState::Running || step.state == StepState::TakingBack;
}

/// Whether something of it is or may be on the machine.
bool mayBeThere(const StepProgress &step)
{
    switch (step.state) {
    case StepState::Waiting:
        return step.wasInterrupted;
    case StepState::Failed:
    case StepState::Skipped:
    case StepState::TakenBack:
        return false;
    case StepState::Running:
    case StepState::Done:
    case StepState::TakeBack:
    case StepState::TakingBack:
    case StepState::Left:
        return true;
    }
    Q_UNREACHABLE_RETURN(true);
}

/// What `later` did rests on `earlier`: taking that back alone would leave what must not be.
bool restsOn(const HostStep &later, const HostStep &earlier)
{
    const bool isRoute = later.phase == SetupPhase::ServerRoute; // to a director that has to forward
    return later.host == earlier.host || later.forHost == earlier.forHost || later.forHost == earlier.host ||
           (isRoute && earlier.phase == SetupPhase::DirectorSettings);
}

bool isOfDirector(const HostStep &step)
{
    if (step.host != step.forHost)
        return false;
    switch (step.phase) {
    case SetupPhase::RestrictArp:
    case SetupPhase::Tunnel:
    case SetupPhase::ServerAddress:
    case SetupPhase::ServerRoute:
    case SetupPhase::Keep:
        return false;
    case SetupPhase::DirectorSettings:
    case SetupPhase::SourceNat:
    case SetupPhase::DirectorAddress:
    case SetupPhase::Rules:
    case SetupPhase::Marks:
        break;
    }
    return true;
}

Error errorOf(const Result<ApplyReport> &result)
{
    return result ? result->error.value_or(Error{}) : result.error();
}

} // namespace

bool hasHappened(const Result<ApplyReport> &result)
{
    return result && (result->outcome == ApplyOutcome::Applied || result->outcome == ApplyOutcome::AlreadySo);
}

HostPlanProgress::HostPlanProgress(HostPlan plan)
    : m_plan(std::move(plan))
{
    for (const HostStep &step : m_plan.steps)
        m_steps.push_back({.undo = inverse(step.plan)});
}

Result<HostPlanProgress> HostPlanProgress::from(HostPlan plan, std::vector<StepProgress> steps)
{
    if (auto valid = validate(plan); !valid)
        return std::unexpected(valid.error());
    if (steps.size() != plan.steps.size())
        return failure(ErrorCode::BadRequest);
    for (StepProgress &step : steps) {
        if (step.state > StepState::Left)
            return failure(ErrorCode::BadRequest);
        if (auto valid = validate(step.undo); !valid)
            return std::unexpected(valid.error());
        if (step.state == StepState::Running) {
            step.state = StepState::Waiting;
            step.wasInterrupted = true;
        } else if (step.state == StepState::TakingBack) {
            step.state = StepState::TakeBack;
        }
    }
    HostPlanProgress progress;
    progress.m_plan = std::move(plan);
    progress.m_steps = std::move(steps);
    return progress;
}

std::optional<HostTask> HostPlanProgress::next() const
{
    if (isRunning())
        return std::nullopt;
    const auto task = [this](std::size_t index, bool isUndo) {
        const HostStep &step = m_plan.steps[index];
        return HostTask{.step = index,
                        .isUndo = isUndo,
                        .host = step.host,
                        .plan = isUndo ? m_steps[index].undo : step.plan,
                        .isKeeping = step.phase == SetupPhase::Keep};
    };
    for (std::size_t index = m_steps.size(); index-- > 0;) {
        if (m_steps[index].state == StepState::TakeBack)
            return task(index, true);
    }
    const auto waiting = std::ranges::find(m_steps, StepState::Waiting, &StepProgress::state);
    if (waiting == m_steps.end())
        return std::nullopt;
    return task(std::size_t(waiting - m_steps.begin()), false);
}

void HostPlanProgress::started(const HostTask &task)
{
    m_steps[task.step].state = task.isUndo ? StepState::TakingBack : StepState::Running;
}

void HostPlanProgress::finished(const HostTask &task, const Result<ApplyReport> &result)
{
    StepProgress &step = m_steps[task.step];
    if (task.isUndo) {
        if (hasHappened(result))
            step.state = StepState::TakenBack;
        else
            leave(task.step, errorOf(result));
        return;
    }
    if (hasHappened(result)) {
        step.state = StepState::Done;
        // What a machine applied without saying how to take it back is turned round.
        const bool isKnown = result->outcome == ApplyOutcome::AlreadySo || !result->undo.isEmpty();
        if (!step.wasInterrupted && isKnown)
            step.undo = result->undo;
        return;
    }
    if (task.isKeeping) {
        // Nobody knows whether something older is still kept: taking the set-up back forgets it in any case.
        step.state = StepState::Failed;
        step.error = errorOf(result);
        return;
    }
    const bool isKnown =
        result ? result->outcome != ApplyOutcome::UndoIncomplete : result.error().code != ErrorCode::OutcomeUnknown;
    fail(task.step, errorOf(result), step.wasInterrupted || !isKnown);
}

void HostPlanProgress::withdrawn(const HostTask &task)
{
    m_steps[task.step].state = task.isUndo ? StepState::TakeBack : StepState::Waiting;
}

void HostPlanProgress::fail(std::size_t failed, const Error &error, bool mayBeThere)
{
    m_steps[failed].state = mayBeThere ? StepState::TakeBack : StepState::Failed;
    m_steps[failed].error = error;
    const HostStep &reason = m_plan.steps[failed];
    const bool isDirector = isOfDirector(reason);
    for (std::size_t index = 0; index < m_steps.size(); ++index) {
        const HostStep &step = m_plan.steps[index];
        if (index == failed)
            continue;
        const bool isConcerned = step.host == reason.forHost || step.forHost == reason.forHost ||
                                 (isDirector && step.phase == SetupPhase::ServerRoute);
        if (isConcerned || (isDirector && m_steps[index].state == StepState::Waiting))
            takeBackIfThere(index);
    }
}

void HostPlanProgress::leave(std::size_t left, const Error &error)
{
    m_steps[left].state = StepState::Left;
    m_steps[left].error = error;
    for (std::size_t earlier = left; earlier-- > 0;) {
        const auto isLeftWithout = [&](std::size_t later) {
            return m_steps[later].state == StepState::Left && restsOn(m_plan.steps[later], m_plan.steps[earlier]);
        };
        if (m_steps[earlier].state == StepState::TakeBack &&
            std::ranges::any_of(std::views::iota(earlier + 1, m_steps.size()), isLeftWithout)) {
            m_steps[earlier].state = StepState::Left;
            m_steps[earlier].error = error;
        }
    }
}

void HostPlanProgress::retry()
{
    for (std::size_t index = 0; index < m_steps.size(); ++index) {
        StepProgress &step = m_steps[index];
        if (step.state == StepState::Left || step.state == StepState::TakeBack || isAwaited(step))
            step = {.undo = inverse(m_plan.steps[index].plan), .wasInterrupted = true};
        else if (step.state != StepState::Done && step.state != StepState::Waiting)
            step = {.undo = inverse(m_plan.steps[index].plan)};
    }
}

void HostPlanProgress::takeBack()
{
    for (std::size_t index = 0; index < m_steps.size(); ++index)
        takeBackIfThere(index);
}

void HostPlanProgress::takeBackIfThere(std::size_t index)
{
    StepProgress &step = m_steps[index];
    const bool isKeep = m_plan.steps[index].phase == SetupPhase::Keep;
    if (mayBeThere(step) || (isKeep && step.state == StepState::Failed))
        step.state = step.undo.isEmpty() && !isKeep ? StepState::TakenBack : StepState::TakeBack;
    else if (step.state == StepState::Waiting)
        step.state = StepState::Skipped;
}

void HostPlanProgress::extend(const HostPlan &missing)
{
    const HostPlanProgress before = std::exchange(*this, {});
    const auto isDoneAgain = [&](const HostStep &step) {
        return std::ranges::any_of(missing.steps, [&](const HostStep &other) {
            return other.host == step.host && other.phase == step.phase && other.plan == step.plan;
        });
    };
    const auto mayBeKept = [&](const HostStep &step) {
        for (std::size_t index = 0; index < before.m_steps.size(); ++index) {
            const HostStep &earlier = before.m_plan.steps[index];
            if (step.phase == SetupPhase::Keep && earlier.phase == SetupPhase::Keep && earlier.host == step.host &&
                (mayBeThere(before.m_steps[index]) || before.m_steps[index].state == StepState::Failed))
                return true;
        }
        return false;
    };
    // Phase by phase, so that the order holds for taking back, too.
    for (auto phase = SetupPhase(); phase <= lastSetupPhase; phase = SetupPhase(int(phase) + 1)) {
        for (std::size_t index = 0; index < before.m_steps.size(); ++index) {
            const HostStep &step = before.m_plan.steps[index];
            if (step.phase != phase || !mayBeThere(before.m_steps[index]) || isDoneAgain(step))
                continue;
            m_plan.steps.push_back(step);
            m_steps.push_back({.state = StepState::Done, .undo = before.m_steps[index].undo});
        }
        for (const HostStep &step : missing.steps) {
            if (step.phase != phase)
                continue;
            m_plan.steps.push_back(step);
            m_steps.push_back({.undo = inverse(step.plan), .wasInterrupted = mayBeKept(step)});
        }
    }
}

void HostPlanProgress::inherit(const HostStep &done, const ChangePlan &undo)
{
    for (std::size_t index = 0; index < m_steps.size(); ++index) {
        if (m_plan.steps[index] == done && m_steps[index].undo == undo && mayBeThere(m_steps[index]))
            return;
    }
    // Behind what it rests on, so that it is taken back before that.
    const auto later = std::ranges::upper_bound(m_plan.steps, done.phase, {}, &HostStep::phase);
    const auto place = later - m_plan.steps.begin();
    m_plan.steps.insert(later, done);
    m_steps.insert(m_steps.begin() + place, {.state = StepState::Done, .undo = undo});
}

bool HostPlanProgress::isRunning() const
{
    return std::ranges::any_of(m_steps, isAwaited);
}

bool HostPlanProgress::isFinished() const
{
    return !isRunning() && !next();
}

bool HostPlanProgress::isComplete() const
{
    return std::ranges::all_of(m_steps, [](const StepProgress &step) { return step.state == StepState::Done; });
}

bool HostPlanProgress::isSetUp() const
{
    for (std::size_t index = 0; index < m_steps.size(); ++index) {
        const StepState state = m_steps[index].state;
        if (state != StepState::Done && !(m_plan.steps[index].phase == SetupPhase::Keep && state == StepState::Failed))
            return false;
    }
    return true;
}

bool HostPlanProgress::isTakenBack() const
{
    return std::ranges::none_of(m_steps, mayBeThere);
}

HostPlan HostPlanProgress::remaining() const
{
    HostPlan rest;
    for (std::size_t index = 0; index < m_steps.size(); ++index) {
        if (m_steps[index].state != StepState::Done)
            rest.steps.push_back(m_plan.steps[index]);
    }
    return rest;
}

HostPlan HostPlanProgress::undoing() const
{
    HostPlan back;
    for (std::size_t index = m_steps.size(); index-- > 0;) {
        const HostStep &step = m_plan.steps[index];
        if (mayBeThere(m_steps[index]))
            back.steps.push_back({step.host, step.forHost, step.phase, m_steps[index].undo});
    }
    return back;
}

QStringList HostPlanProgress::failedHosts() const
{
    QStringList hosts;
    for (std::size_t index = 0; index < m_steps.size(); ++index) {
        const QString &host = m_plan.steps[index].forHost;
        if (m_steps[index].error && !hosts.contains(host))
            hosts.append(host);
    }
    return hosts;
}

} // namespace lvs
