// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/applyrequest.h"

#include "core/apply/applier.h"
#include "helper/interface/convert.h"
#include "helper/service/plans.h"
#include "helper/service/words.h"

#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace lvs {

namespace {

/// How often the caller hears of progress.
constexpr std::chrono::milliseconds progressInterval{100};

} // namespace

ApplyRequest::ApplyRequest(CallPtr call, std::shared_ptr<StagedPlan> plan, const Tools &tools, Plans &plans)
    : QObject(&plans)
    , m_call(std::move(call))
    , m_plan(std::move(plan))
    , m_tools(tools)
    , m_plans(plans)
{
    m_plan->state = StagedPlan::State::Applying;
    m_call->attempt.plan = summaryOf(m_plan->plan);
}

void ApplyRequest::start()
{
    struct Validated {
        Result<void> valid;
        std::set<Action> needed;
    };
    m_tools.reader.run([plan = m_plan](Backend &) { return Validated{validate(plan->plan), actionsFor(plan->plan)}; })
        .then(this, [this](const Validated &validated) {
            if (!validated.valid)
                return fail(validated.valid.error());
            m_needed = validated.needed;
            m_call->attempt.action = idsOf(m_needed);
            askSilently();
        });
}

void ApplyRequest::askSilently()
{
    QList<QFuture<Verdict>> questions;
    for (const Action action : m_needed)
        questions.append(ask(action, false));
    if (questions.isEmpty())
        return apply();
    QtFuture::whenAll(questions.begin(), questions.end()).then(this, [this](const QList<QFuture<Verdict>> &answers) {
        std::set<Action> missing;
        for (auto action = m_needed.begin(); const QFuture<Verdict> &answer : answers) {
            const Verdict verdict = answer.isResultReadyAt(0) ? answer.result() : Verdict::Denied;
            m_call->attempt.verdict = nameOf(verdict);
            if (verdict != Verdict::Allowed && verdict != Verdict::NeedsPassword)
                return fail(errorOf(verdict, *action));
            if (verdict == Verdict::NeedsPassword)
                missing.insert(*action);
            ++action;
        }
        if (missing.empty())
            apply();
        else
            askPerson(missing);
    });
}

void ApplyRequest::askPerson(const std::set<Action> &missing)
{
    const Action action = missing.size() == 1 ? *missing.begin() : Action::SetUpHost;
    m_call->attempt.verdict = nameOf(Verdict::NeedsPassword);
    if (!m_call->mayAsk())
        return fail(errorOf(Verdict::NeedsPassword, action));
    if (const auto free = m_plans.checkFree(); !free)
        return fail(free.error());

    m_tools.reader.run([plan = m_plan](Backend &backend) { return Applier(backend).check(plan->plan); })
        .then(this, [this, action](ApplyReport report) {
            if (report.outcome != ApplyOutcome::Applied)
                return finish(std::move(report));
            m_call->attempt.action = idOf(action);
            ask(action, true).then(this, [this, action](Verdict verdict) {
                m_call->attempt.verdict = nameOf(verdict);
                if (verdict != Verdict::Allowed)
                    return fail(errorOf(verdict, action));
                apply();
            });
        });
}

QFuture<Verdict> ApplyRequest::ask(Action action, bool interactive)
{
    return m_tools.authority.check({.action = action,
                                    .caller = m_call->caller,
                                    .interactive = interactive,
                                    .details = {{u"host"_s, QSysInfo::machineHostName()},
                                                {u"operations"_s, QString::number(m_plan->plan.operations.size())}}});
}

void ApplyRequest::apply()
{
    if (const auto claimed = m_plans.claim(m_plan); !claimed)
        return fail(claimed.error());
    const auto tell = [plans = &m_plans, plan = m_plan, last = QElapsedTimer()](qsizetype done,
                                                                                qsizetype total) mutable {
        if (done < total && last.isValid() && last.durationElapsed() < progressInterval)
            return;
        last.start();
        Q_EMIT plans->progress(*plan, done, total);
    };
    m_tools.editor.run([plan = m_plan, tell](Backend &backend) { return Applier(backend).apply(plan->plan, tell); })
        .then(this, [this](ApplyReport report) {
            m_plans.release();
            if (report.outcome != ApplyOutcome::AlreadySo && report.outcome != ApplyOutcome::Refused)
                Q_EMIT m_plans.applied();
            finish(std::move(report));
        });
}

void ApplyRequest::finish(ApplyReport report)
{
    m_plan->report = std::move(report);
    m_plan->state = StagedPlan::State::Applied;
    m_plan->touch();
    const ApplyReport &told = m_plan->report;
    m_call->attempt.outcome = nameOf(told.outcome);
    m_call->reply({QVariant::fromValue(quint8(told.outcome)),
                   quint32(std::min(told.plan.operations.size(), told.results.size())),
                   quint32(told.undo.operations.size()), quint64(told.duration.count()),
                   QVariant::fromValue(bus::optionalToWire(told.error))});
    deleteLater();
}

void ApplyRequest::fail(const Error &error)
{
    m_plan->state = StagedPlan::State::Staging;
    m_plan->touch();
    m_call->fail(error);
    deleteLater();
}

} // namespace lvs
