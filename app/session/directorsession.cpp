// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/directorsession.h"

#include "app/session/trafficrecorder.h"
#include "core/change/hostobject.h"
#include "core/change/workingtable.h"
#include "core/director/snapshotdifference.h"

#include <QThreadPool>
#include <QtConcurrentRun>

#include <algorithm>

namespace lvs {

namespace {

Operation withWeight(const PlacedServer &server, quint32 weight)
{
    RealServer after = server.server;
    after.weight = weight;
    return EditServer{server.service, server.server, after};
}

/// What has to be read to know everything that `plan` is about.
Interest interestOf(const ChangePlan &plan)
{
    Interest interest;
    for (const Operation &operation : plan.operations) {
        if (const auto service = serviceOf(operation))
            interest.serversOf.push_back(*service);
        else if (!hostObjectOf(operation))
            interest.allServers = true;
    }
    return interest;
}

} // namespace

DirectorSession::DirectorSession(Director *director, QObject *parent)
    : QObject(parent)
    , m_director(director)
    , m_watcher(director)
    , m_ownership(director)
    , m_firewall(director)
    , m_traffic(std::make_unique<TrafficRecorder>(director, &m_watcher))
    , m_health(director)
    , m_annotations(director->id())
    , m_setups(director->id())
    , m_drainMemory(director->id())
{
    using namespace std::chrono_literals;
    connect(director, &Director::applyProgress, this, &DirectorSession::applyProgress);
    connect(&m_watcher, &TableWatcher::foreignEdits, this, [this](const ChangePlan &edits) {
        m_foreignMarks.add(edits, QDateTime::currentDateTimeUtc());
        Q_EMIT foreignMarksChanged();
    });
    m_expiry.setInterval(10s);
    connect(&m_expiry, &QTimer::timeout, this, [this] {
        if (m_foreignMarks.expire(QDateTime::currentDateTimeUtc()))
            Q_EMIT foreignMarksChanged();
    });
    m_expiry.start();
}

DirectorSession::~DirectorSession() = default;

bool DirectorSession::isEditable() const
{
    return m_director->status().access == Access::Editable && m_watcher.latest();
}

bool DirectorSession::canApply() const
{
    return !m_applying && m_merging == 0 && !m_draft.isEmpty() && isEditable() &&
           isConnected(m_director->status().link);
}

Result<void> DirectorSession::add(const ChangePlan &changes)
{
    if (m_applying)
        return failure(ErrorCode::Busy);
    if (changes.isEmpty())
        return {}; // no step to undo
    const Result<void> added = m_draft.add(changes);
    if (!added)
        return added;
    m_drainMemory.remember(changes);
    draftTouched();
    return added;
}

QFuture<Result<void>> DirectorSession::addMany(ChangePlan changes)
{
    constexpr std::size_t few = 1000; // not worth a thread
    if (m_applying || changes.operations.size() + m_draft.plan().operations.size() <= few)
        return QtFuture::makeReadyValueFuture(add(changes));
    const auto pending = std::make_shared<PendingResult<void>>();
    ++m_merging;
    merge(std::make_shared<const ChangePlan>(std::move(changes)), pending);
    return pending->future();
}

void DirectorSession::merge(const Draft::SharedPlan &changes, const std::shared_ptr<PendingResult<void>> &pending)
{
    const Draft::SharedPlan before = m_draft.shared();
    QtConcurrent::run(&Draft::merged, before, changes)
        .then(this, [this, before, changes, pending, time = m_giveUps](const Result<Draft::SharedPlan> &merged) {
            if (time == m_giveUps && m_draft.shared() != before)
                return merge(changes, pending); // changed meanwhile
            --m_merging;
            const Result<void> outcome = time != m_giveUps ? failure(ErrorCode::Cancelled)
                                         : merged          ? Result<void>()
                                                           : std::unexpected(merged.error());
            if (!outcome) {
                Q_EMIT draftChanged(); // it can be applied again
                return pending->finish(Result<void>(outcome));
            }
            m_draft.take(changes, *merged);
            draftTouched();
            // What follows of it gets turns of the event loop of its own.
            QTimer::singleShot(0, this, [this, changes, pending] {
                m_drainMemory.remember(*changes);
                QTimer::singleShot(0, this, [pending] { pending->finish({}); });
            });
        });
}

void DirectorSession::undoDraft()
{
    if (m_merging > 0)
        ++m_giveUps; // what is being added is the newest step
    else if (!m_applying && m_draft.undo())
        draftTouched();
}

void DirectorSession::removeFromDraft(qsizetype index)
{
    if (m_applying)
        return;
    m_draft.removeAt(index);
    draftTouched();
}

void DirectorSession::discardDraft()
{
    if (m_applying)
        return;
    ++m_giveUps;
    m_draft.clear();
    draftTouched();
}

void DirectorSession::draftTouched()
{
    m_report.reset();
    m_applyError.reset();
    Q_EMIT draftChanged();
}

void DirectorSession::apply()
{
    if (!canApply())
        return;
    m_applying = true;
    draftTouched();
    m_watcher.applyStarted(m_draft.plan());
    m_director->apply(m_draft.plan()).then(this, [this](const Result<ApplyReport> &result) { finishApply(result); });
}

void DirectorSession::finishApply(const Result<ApplyReport> &result)
{
    m_applying = false;
    if (!result) {
        m_applyError = result.error();
        if (m_applyError->code == ErrorCode::OutcomeUnknown)
            m_undo = {}; // of an apply before it: no longer the last
    } else {
        m_report = *result;
        if (m_report->outcome == ApplyOutcome::Applied)
            m_traffic->noteApplied(m_draft.plan());
        const bool holds = m_report->outcome == ApplyOutcome::Applied || m_report->outcome == ApplyOutcome::AlreadySo;
        if (holds)
            m_draft.clear();
        if (m_report->outcome != ApplyOutcome::Refused && m_report->outcome != ApplyOutcome::AlreadySo)
            m_undo = m_report->undo; // empty unless Applied
    }
    m_firewall.outdate();
    m_watcher.applyFinished();
    Q_EMIT draftChanged();
    Q_EMIT applyFinished();
}

bool DirectorSession::isDraftStale() const
{
    const auto isStale = [](const OperationResult &result) { return result.status == OperationStatus::Stale; };
    return m_report && !m_draft.isEmpty() && std::ranges::any_of(m_report->results, isStale);
}

void DirectorSession::rebaseDraft()
{
    const ChangePlan plan = m_draft.plan();
    const bool touchesHost = std::ranges::any_of(
        plan.operations, [](const Operation &operation) { return hostObjectOf(operation).has_value(); });
    m_director->read(interestOf(plan)).then(this, [this, plan, touchesHost](const Result<Snapshot> &snapshot) {
        if (!touchesHost)
            return rebaseOn(plan, snapshot, HostInfo());
        m_director->readHost().then(
            this, [this, plan, snapshot](const Result<HostInfo> &host) { rebaseOn(plan, snapshot, host); });
    });
}

void DirectorSession::rebaseOn(const ChangePlan &plan, const Result<Snapshot> &snapshot, const Result<HostInfo> &host)
{
    if (m_applying)
        return;
    if (m_draft.plan() != plan)
        return rebaseDraft(); // changed meanwhile, perhaps about what was not read
    if (snapshot && host)
        m_draft.rebase(tableOf(*snapshot), *host);
    draftTouched();
    if (!snapshot || !host) {
        m_applyError = snapshot ? host.error() : snapshot.error();
        Q_EMIT draftChanged();
    }
}

bool DirectorSession::canUndoLastApply() const
{
    return !m_undo.isEmpty() && m_draft.isEmpty() && !m_applying;
}

void DirectorSession::draftUndoOfLastApply()
{
    if (canUndoLastApply())
        add(m_undo); // into an empty draft, so that nothing contradicts it
}

void DirectorSession::acknowledgeForeignEdits()
{
    m_foreignMarks.clear();
    Q_EMIT foreignMarksChanged();
}

QFuture<Result<DirectorSession::SharedTable>> DirectorSession::readWholeTable() const
{
    // Large tables take their time, which is not the GUI thread's.
    const auto whole = [draft = m_draft.shared()](const Result<Snapshot> &snapshot) {
        return snapshot.transform([&](const Snapshot &read) -> SharedTable {
            const IpvsTable present = tableOf(read);
            return std::make_shared<const WholeTable>(present, applied(present, *draft));
        });
    };
    return m_director->read({.allServers = true}).then(QThreadPool::globalInstance(), whole);
}

QFuture<Result<void>> DirectorSession::drain(const std::vector<PlacedServer> &servers)
{
    return addMany(settingWeights(servers, 0));
}

QFuture<Result<void>> DirectorSession::undrain(const std::vector<PlacedServer> &servers)
{
    ChangePlan plan;
    for (const PlacedServer &server : servers) {
        const quint32 before = m_drainMemory.weightOf(server.service, server.server.key).value_or(1);
        plan.operations.push_back(withWeight(server, before));
    }
    return addMany(std::move(plan));
}

Result<void> DirectorSession::setWeight(const PlacedServer &server, quint32 weight)
{
    return add(ChangePlan{{withWeight(server, weight)}});
}

} // namespace lvs
