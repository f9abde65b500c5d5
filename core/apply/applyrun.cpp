// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apply/applyrun.h"

#include "core/apply/beforeimage.h"
#include "core/apply/undo.h"

#include <algorithm>

namespace lvs {

ApplyRun::ApplyRun(Backend &backend, ChangePlan plan)
    : m_backend(backend)
    , m_report{.plan = std::move(plan)}
{
    m_report.results.resize(m_report.plan.operations.size());
}

bool ApplyRun::check()
{
    if (const Result<void> verdict = validate(m_report.plan); !verdict) {
        m_report.error = verdict.error();
        return false;
    }
    m_report.plan = inApplyOrder(std::move(m_report.plan));
    m_touched.emplace(m_report.plan);
    auto before = TouchedState::read(m_backend, *m_touched);
    if (!before) {
        m_report.error = before.error();
        return false;
    }
    m_before = std::move(*before);

    m_report.outcome = ApplyOutcome::AlreadySo;
    for (std::size_t i = 0; i < m_report.results.size(); ++i) {
        OperationResult &result = m_report.results[i];
        result = judge(m_report.plan.operations[i], m_before, *m_touched);
        if (result.status == OperationStatus::Stale) {
            m_report.outcome = ApplyOutcome::Refused;
            if (!m_report.error)
                m_report.error = result.error;
        } else if (result.status == OperationStatus::NotReached && m_report.outcome == ApplyOutcome::AlreadySo) {
            m_report.outcome = ApplyOutcome::Applied;
        }
    }
    return m_report.outcome == ApplyOutcome::Applied;
}

void ApplyRun::apply(const Applier::Progress &progress)
{
    if (execute(progress) && verify())
        finish();
    else
        undo();
}

bool ApplyRun::execute(const Applier::Progress &progress)
{
    const std::span<const Operation> operations = m_report.plan.operations;
    const auto isPending = [](const OperationResult &result) { return result.status == OperationStatus::NotReached; };
    const qsizetype total = std::ranges::count_if(m_report.results, isPending);
    qsizetype sent = 0;
    for (std::size_t start = 0; start < operations.size();) {
        if (!isPending(m_report.results[start])) {
            ++start;
            continue;
        }
        const std::size_t end =
            batchEnd(operations, start, [&](std::size_t i) { return isPending(m_report.results[i]); });
        const auto results = m_backend.execute(operations.subspan(start, end - start));
        for (std::size_t i = start; i < end; ++i) {
            const Result<void> &result = results[i - start];
            if (result)
                m_report.results[i].status = OperationStatus::Done;
            else
                fail(i, result.error());
        }
        if (m_report.error)
            return false;
        sent += qsizetype(end - start);
        start = end;
        if (progress)
            progress(sent, total);
    }
    return true;
}

bool ApplyRun::verify()
{
    const auto after = TouchedState::read(m_backend, *m_touched);
    if (!after) {
        m_report.error = after.error();
        return false;
    }
    for (std::size_t i = 0; i < m_report.results.size(); ++i) {
        const Operation &operation = m_report.plan.operations[i];
        const auto *stop = std::get_if<StopSyncDaemon>(&operation);
        const bool restarted = stop && m_touched->starts(stop->before.role);
        if (m_report.results[i].status != OperationStatus::Done || restarted || holds(operation, *after))
            continue;
        const Error notVerified{.code = ErrorCode::NotVerified};
        if (isUntouched(operation, m_before, *after))
            fail(i, notVerified);
        else
            m_report.results[i].error = notVerified;
    }
    return !m_report.error;
}

void ApplyRun::finish()
{
    m_report.outcome = ApplyOutcome::Applied;
    const auto overwritten =
        std::ranges::find_if(m_report.results, [](const OperationResult &result) { return result.error.has_value(); });
    if (overwritten != m_report.results.end())
        m_report.error = overwritten->error;
    m_report.undo = inverse(done());
}

void ApplyRun::undo()
{
    const UndoResult result = takeBack(m_backend, m_report.plan, m_report.results, *m_touched, m_before);
    bool complete = true;
    for (std::size_t i = 0; i < m_report.results.size(); ++i) {
        OperationResult &op = m_report.results[i];
        if (op.status != OperationStatus::Done && op.status != OperationStatus::Failed)
            continue;
        const bool zeroed =
            op.status == OperationStatus::Done && std::holds_alternative<ZeroCounters>(m_report.plan.operations[i]);
        if (const Error *left = result.errorOf(m_report.plan.operations[i]); left || zeroed) {
            complete = false;
            // A failed operation keeps the error that began it all.
            if (op.status == OperationStatus::Done)
                op.error = left ? *left : Error{.code = ErrorCode::NotSupported};
            op.status = OperationStatus::UndoFailed;
        } else if (op.status == OperationStatus::Done) {
            op.status = OperationStatus::Undone;
        }
    }
    m_report.outcome = complete ? ApplyOutcome::UndoneAfterFailure : ApplyOutcome::UndoIncomplete;
}

void ApplyRun::fail(std::size_t index, const Error &error)
{
    m_report.results[index] = {.status = OperationStatus::Failed, .error = error};
    if (!m_report.error)
        m_report.error = error;
}

ChangePlan ApplyRun::done() const
{
    ChangePlan plan;
    plan.operations.reserve(m_report.results.size());
    for (std::size_t i = 0; i < m_report.results.size(); ++i) {
        if (m_report.results[i].status != OperationStatus::Done || m_report.results[i].error)
            continue;
        std::visit(
            Overloaded{
                [&](const RemoveService &op) {
                    const ServiceKey &key = op.before.key;
                    plan.operations.push_back(RemoveService{op.before, m_before.servers(key)});
                },
                [&](const ClearTable &) {
                    const ChangePlan removals = difference(m_before.table(), {});
                    std::ranges::copy(removals.operations, std::back_inserter(plan.operations));
                },
                [&](const SetTimeouts &op) { plan.operations.push_back(SetTimeouts{m_before.timeouts(), op.after}); },
                [&](const StopSyncDaemon &op) {
                    plan.operations.push_back(StopSyncDaemon{*m_before.daemon(op.before.role)});
                },
                // Checked against what was there, or without a state before.
                [&](const OneOf<AddService, EditService, AddServer, EditServer, RemoveServer, ZeroCounters,
                                StartSyncDaemon> auto &op) { plan.operations.push_back(op); },
                [&](const HostOperation auto &op) { plan.operations.push_back(op); },
            },
            m_report.plan.operations[i]);
    }
    return plan;
}

} // namespace lvs
