// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/setuprun.h"

#include "app/session/bootkeeping.h"
#include "app/session/connecting.h"
#include "app/session/hostlist.h"
#include "app/session/sessionlist.h"
#include "core/setup/setupplan.h"

#include <algorithm>
#include <utility>

namespace lvs {

namespace {

/// Why a machine was not even asked; never one of those after which something may have happened there.
Error notSent(Error error)
{
    if (error.code == ErrorCode::LinkLost || error.code == ErrorCode::TimedOut ||
        error.code == ErrorCode::OutcomeUnknown)
        error.code = ErrorCode::HostUnreachable;
    return error;
}

bool isSame(const SetupWish &one, const SetupWish &other)
{
    return one.service.key == other.service.key && one.vipOfMark == other.vipOfMark;
}

} // namespace

SetupRun::SetupRun(SetupStore *store, SessionList *sessions, HostList *hosts, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_sessions(sessions)
    , m_hosts(hosts)
{
}

SetupRun::~SetupRun()
{
    if (m_working)
        m_working->watcher()->applyFinished();
    lockAgain();
}

Result<void> SetupRun::begin(const SetupWish &wish, const HostPlan &plan)
{
    const SetupRecord *present = m_store->find(idFor(wish));
    if (!present) {
        const Result<QString> id = m_store->add(
            {.wish = wish, .progress = HostPlanProgress(plan), .begunAt = QDateTime::currentDateTimeUtc()});
        if (!id)
            return std::unexpected(id.error());
        start(*id, &HostPlanProgress::retry);
        return {};
    }
    SetupRecord record = *present;
    record.wish = wish;
    record.progress.extend(plan);
    if (const Result<void> kept = m_store->keep(record); !kept)
        return kept;
    start(record.id, &HostPlanProgress::retry);
    return {};
}

QString SetupRun::idFor(const SetupWish &wish) const
{
    const auto found =
        std::ranges::find_if(m_store->records(), [&](const SetupRecord &record) { return isSame(record.wish, wish); });
    return found == m_store->records().end() ? QString() : found->id;
}

void SetupRun::goOn(const QString &id)
{
    start(id, &HostPlanProgress::retry);
}

void SetupRun::takeBack(const QString &id)
{
    start(id, &HostPlanProgress::takeBack);
}

void SetupRun::start(const QString &id, void (HostPlanProgress::*prepare)())
{
    const SetupRecord *record = m_store->find(id);
    if (m_isRunning || !record)
        return;
    m_record = *record;
    m_error.reset();
    m_others.reset();
    m_isRunning = true;
    m_isStopping = false;
    m_store->setRunning(id);
    m_takesBack = prepare == &HostPlanProgress::takeBack;
    (m_record.progress.*prepare)();
    const auto first = m_record.progress.next();
    if (first && first->isUndo && !knowsOthers()) {
        m_record = *record;
        return end();
    }
    if (keep())
        proceed();
}

void SetupRun::stop()
{
    if (!m_isRunning)
        return;
    m_isStopping = true;
    if (!m_unsent)
        return Q_EMIT progressed();
    ++m_attempt;
    m_record.progress.withdrawn(*std::exchange(m_unsent, std::nullopt));
    if (keep())
        end();
}

void SetupRun::proceed()
{
    const auto task = m_isStopping ? std::nullopt : m_record.progress.next();
    if (!task || (task->isUndo && !knowsOthers()))
        return end();
    m_record.progress.started(*task);
    if (!keep())
        return;
    Q_EMIT progressed();
    carryOut(*task);
}

void SetupRun::carryOut(const HostTask &task)
{
    const ChangePlan plan = keepForOthers(task);
    Director *host = m_hosts->host(task.host);
    if (!host)
        return answered(task, failure(ErrorCode::HostNotRead, {task.host}));
    if (plan.isEmpty() && !task.isKeeping) // all of it is needed by others
        return answered(task, ApplyReport{.outcome = ApplyOutcome::AlreadySo});
    m_unsent = task;
    connectTo(*host).then(
        this, [this, task, plan, host = QPointer(host), attempt = ++m_attempt](const Result<void> &way) {
            if (attempt != m_attempt)
                return;
            m_unsent.reset();
            if (!way || !host)
                return answered(task, std::unexpected(notSent(way ? Error{.code = ErrorCode::LinkLost} : way.error())));
            if (task.isKeeping)
                sendKeeping(task, *host);
            else
                send(task, plan, *host);
        });
}

bool SetupRun::knowsOthers()
{
    if (m_others)
        return true;
    Result<std::vector<SetupRecord>> others = m_store->recordsBeside(m_record.id);
    if (others)
        m_others = std::move(*others);
    else
        m_error = others.error();
    return others.has_value();
}

ChangePlan SetupRun::keepForOthers(const HostTask &task)
{
    m_bequests.clear();
    if (!task.isUndo || !m_others)
        return task.plan;
    std::vector<SetupWish> wishes;
    std::ranges::transform(*m_others, std::back_inserter(wishes), &SetupRecord::wish);
    std::vector<ChangePlan> needed = neededByOthers(task.plan, task.host, wishes);
    for (std::size_t i = 0; i < needed.size(); ++i) {
        if (!needed[i].isEmpty())
            m_bequests.push_back({i, std::move(needed[i])});
    }
    return keepingForOthers(task.plan, task.host, wishes);
}

Result<void> SetupRun::handOn(const HostTask &task)
{
    for (const auto &[index, undo] : std::exchange(m_bequests, {})) {
        SetupRecord &heir = (*m_others)[index];
        const HostStep done{.host = task.host,
                            .forHost = task.host,
                            .phase = m_record.progress.plan().steps[task.step].phase,
                            .plan = inverse(undo)};
        const auto session = std::ranges::find(m_sessions->sessions(), heir.wish.director,
                                               [](DirectorSession *one) { return one->director()->id(); });
        const bool isOwn = m_store->find(heir.id) != nullptr;
        SetupStore *store = isOwn ? m_store : session == m_sessions->sessions().end() ? nullptr : (*session)->setups();
        if (store && store->running() == heir.id)
            return failure(ErrorCode::Busy, {heir.wish.service.key.toString()});
        const SetupRecord *present = store ? store->find(heir.id) : nullptr;
        SetupRecord record = present ? *present : heir;
        record.progress.inherit(done, undo);
        if (const Result<void> kept = present ? store->keep(record) : m_store->keepBeside(record); !kept)
            return kept;
        heir = std::move(record); // whose next bequest comes on top
    }
    return {};
}

void SetupRun::unlock(Director &host)
{
    if (host.status().access != Access::Locked)
        return;
    host.unlock();
    m_unlocked.emplace_back(&host);
}

void SetupRun::sendKeeping(const HostTask &task, Director &host)
{
    unlock(host);
    QFuture<Result<void>> done =
        task.isUndo ? host.forgetSetup(m_record.id) : keepForBoot(host, m_record.id, m_record.wish);
    done.then(this, [this, task](const Result<void> &kept) {
        answered(task, kept.transform([] { return ApplyReport{.outcome = ApplyOutcome::Applied}; }));
    });
}

void SetupRun::send(const HostTask &task, const ChangePlan &plan, Director &host)
{
    unlock(host);
    // What a person sees of that machine is to know that it was this console.
    m_working = m_sessions->sessionOf(&host);
    if (m_working)
        m_working->watcher()->applyStarted(plan);
    host.apply(plan).then(this, [this, task](const Result<ApplyReport> &report) {
        if (DirectorSession *const session = std::exchange(m_working, nullptr).data())
            session->watcher()->applyFinished();
        answered(task, report);
    });
}

void SetupRun::answered(const HostTask &task, const Result<ApplyReport> &result)
{
    const Result<void> handedOn = task.isUndo && hasHappened(result) ? handOn(task) : Result<void>();
    m_record.progress.finished(task, handedOn ? result : Result<ApplyReport>(std::unexpected(handedOn.error())));
    if (!keep())
        return;
    Q_EMIT progressed();
    // Not from here, so that many steps without an answer to wait for don't stand on each other.
    QMetaObject::invokeMethod(this, &SetupRun::proceed, Qt::QueuedConnection);
}

bool SetupRun::keep()
{
    const Result<void> kept = m_store->keep(m_record);
    if (kept)
        return true;
    m_error = kept.error();
    end();
    return false;
}

void SetupRun::end()
{
    lockAgain();
    m_isRunning = false;
    m_isStopping = false;
    m_store->setRunning({});
    if (m_takesBack && m_record.progress.isTakenBack()) {
        if (const Result<void> forgotten = m_store->forget(m_record.id); !forgotten)
            m_error = forgotten.error();
    }
    Q_EMIT progressed();
    Q_EMIT ended();
}

void SetupRun::lockAgain()
{
    for (const QPointer<Director> &unlocked : m_unlocked) {
        if (Director *const host = unlocked.data())
            host->lock();
    }
    m_unlocked.clear();
}

} // namespace lvs
