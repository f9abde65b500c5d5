// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/setuprun.h"

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
    const auto isOfService = [&](const SetupRecord &record) {
        return record.wish.service.key == wish.service.key && record.wish.vipOfMark == wish.vipOfMark;
    };
    const auto present = std::ranges::find_if(m_store->records(), isOfService);
    if (present == m_store->records().end()) {
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
    m_isRunning = true;
    m_isStopping = false;
    m_takesBack = prepare == &HostPlanProgress::takeBack;
    (m_record.progress.*prepare)();
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
    if (!task)
        return end();
    m_record.progress.started(*task);
    if (!keep())
        return;
    Q_EMIT progressed();
    carryOut(*task);
}

void SetupRun::carryOut(const HostTask &task)
{
    const ChangePlan plan =
        task.isUndo ? keepingForOthers(task.plan, task.host, m_store->wishesBeside(m_record.id)) : task.plan;
    Director *host = m_hosts->host(task.host);
    if (!host)
        return answered(task, failure(ErrorCode::HostNotRead, {task.host}));
    if (plan.isEmpty()) // all of it is needed by others
        return answered(task, ApplyReport{.outcome = ApplyOutcome::AlreadySo});
    m_unsent = task;
    connectTo(*host).then(
        this, [this, task, plan, host = QPointer(host), attempt = ++m_attempt](const Result<void> &way) {
            if (attempt != m_attempt)
                return;
            m_unsent.reset();
            if (!way || !host)
                return answered(task, std::unexpected(notSent(way ? Error{.code = ErrorCode::LinkLost} : way.error())));
            send(task, plan, *host);
        });
}

void SetupRun::send(const HostTask &task, const ChangePlan &plan, Director &host)
{
    if (host.status().access == Access::Locked) {
        host.unlock();
        m_unlocked.emplace_back(&host);
    }
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
    m_record.progress.finished(task, result);
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
