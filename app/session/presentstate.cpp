// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/presentstate.h"

#include "app/session/directorsession.h"
#include "core/change/workingtable.h"
#include "core/director/snapshotdifference.h"

#include <QThreadPool>
#include <QtConcurrentRun>

#include <utility>

namespace lvs {

using namespace std::chrono_literals;

namespace {

RuleState after(const RuleState &state, const ChangePlan &plan)
{
    return {applied(state.table, plan), applied(state.timeouts, plan), applied(state.daemons, plan)};
}

} // namespace

PresentState::PresentState(DirectorSession *session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms); // of several changes the last
    connect(&m_soon, &QTimer::timeout, this, &PresentState::read);
    const auto readAgain = [this] {
        if (m_read)
            m_soon.start();
    };
    connect(session->director(), &Director::changed, this, readAgain);
    connect(session->watcher(), &TableWatcher::foreignEdits, this, readAgain);
    connect(session, &DirectorSession::applyFinished, this, readAgain);
    connect(session, &DirectorSession::draftChanged, this, &PresentState::addDraft);
}

void PresentState::read()
{
    Director *director = m_session->director();
    m_soon.stop();
    if (std::exchange(m_isReading, true)) {
        m_again = true;
        return;
    }
    // Large tables are not copied on the thread of the window.
    const auto tableIn = [](const Result<Snapshot> &read) {
        return read.transform([](const Snapshot &table) { return std::make_shared<const IpvsTable>(tableOf(table)); });
    };
    director->read({.allServers = true})
        .then(QThreadPool::globalInstance(), tableIn)
        .then(this, [this, director](const Result<Table> &table) {
            director->readTimeouts().then(this, [this, director, table](const Result<Timeouts> &timeouts) {
                director->readSyncDaemons().then(
                    this, [this, table, timeouts](const Result<std::vector<SyncDaemon>> &daemons) {
                        take(table, timeouts, daemons);
                    });
            });
        });
}

void PresentState::take(const Result<Table> &table, const Result<Timeouts> &timeouts,
                        const Result<std::vector<SyncDaemon>> &daemons)
{
    m_isReading = false;
    if (std::exchange(m_again, false))
        m_soon.start();
    if (!table) {
        m_error = table.error();
        Q_EMIT failed(*m_error);
        return;
    }
    m_error.reset();
    m_scope = timeouts && daemons ? CompareScope::Everything : CompareScope::TableOnly;
    const auto assemble = [table = *table, timeouts = timeouts.value_or(Timeouts()),
                           daemons = daemons.value_or(std::vector<SyncDaemon>())] {
        return std::make_shared<const RuleState>(RuleState{*table, timeouts, daemons});
    };
    QtConcurrent::run(assemble).then(this, [this](const std::shared_ptr<const RuleState> &read) {
        m_read = read;
        addDraft();
    });
}

void PresentState::addDraft()
{
    if (!m_read)
        return;
    const auto combine = [read = m_read, draft = m_session->draft().shared()] {
        return draft->isEmpty() ? read : std::make_shared<const RuleState>(after(*read, *draft));
    };
    QtConcurrent::run(combine).then(this, [this, job = ++m_job](const std::shared_ptr<const RuleState> &state) {
        if (job != m_job)
            return;
        m_state = state;
        Q_EMIT changed();
    });
}

} // namespace lvs
