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
    connect(&m_soon, &QTimer::timeout, this, &PresentState::follow);
    const auto followSoon = [this] {
        if (m_read)
            m_soon.start();
    };
    const auto readSoon = [this, followSoon] {
        m_mustRead = true;
        followSoon();
    };
    connect(session->director(), &Director::changed, this, readSoon);
    connect(session->watcher(), &TableWatcher::foreignEdits, this, followSoon);
    connect(session, &DirectorSession::applyFinished, this, readSoon);
    connect(session, &DirectorSession::draftChanged, this, &PresentState::addDraft);
}

void PresentState::read()
{
    m_mustRead = true;
    m_soon.stop();
    follow();
}

void PresentState::follow()
{
    if (std::exchange(m_isReading, true)) {
        m_again = true;
        return;
    }
    const auto readRest = [this](const Result<Table> &table) { readSettings(table); };
    // Large tables are not copied on the thread of the window.
    const std::shared_ptr<const Snapshot> seen = m_session->watcher()->latest();
    if (std::exchange(m_mustRead, false) || !seen || !isEnough(*seen)) {
        m_session->director()
            ->read({.allServers = true})
            .then(QThreadPool::globalInstance(),
                  [](const Result<Snapshot> &read) { return read.transform(&PresentState::tableIn); })
            .then(this, readRest);
    } else {
        QtConcurrent::run([seen] { return Result<Table>(tableIn(*seen)); }).then(this, readRest);
    }
}

/// Whole: nobody watches less of it, and no service went while its servers were read. And begun after what is known
/// was read, for what others changed may be told late, of a reading from before a change of one's own.
bool PresentState::isEnough(const Snapshot &snapshot) const
{
    return snapshot.servers.size() == snapshot.services.size() &&
           snapshot.readAt.addDuration(-snapshot.took) >= m_readAt;
}

PresentState::Table PresentState::tableIn(const Snapshot &snapshot)
{
    return {.rules = std::make_shared<const IpvsTable>(tableOf(snapshot)), .readAt = snapshot.readAt};
}

void PresentState::readSettings(const Result<Table> &table)
{
    Director *director = m_session->director();
    director->readTimeouts().then(this, [this, director, table](const Result<Timeouts> &timeouts) {
        director->readSyncDaemons().then(this, [this, table, timeouts](const Result<std::vector<SyncDaemon>> &daemons) {
            take(table, timeouts, daemons);
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
    m_readAt = table->readAt;
    const auto assemble = [table = table->rules, timeouts = timeouts.value_or(Timeouts()),
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
