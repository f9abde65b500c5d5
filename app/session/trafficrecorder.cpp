// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/trafficrecorder.h"

namespace lvs {

namespace {

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace

TrafficRecorder::TrafficRecorder(Director *director, TableWatcher *watcher, QObject *parent)
    : QObject(parent)
    , m_director(director)
    , m_watcher(watcher)
    , m_connected(isConnected(director->status().link))
{
    connect(watcher, &TableWatcher::snapshotTaken, this,
            [this](const std::shared_ptr<const Snapshot> &snapshot) { record(*snapshot); });
    connect(watcher, &TableWatcher::foreignEdits, this, [this](const ChangePlan &edits) {
        m_events.addPlan(edits, TrafficEvent::Kind::ForeignEdit, now());
        Q_EMIT recorded();
    });
    connect(director, &Director::statusChanged, this, &TrafficRecorder::noteLink);
}

TrafficRecorder::~TrafficRecorder()
{
    if (m_archive)
        m_archive->keep(m_history.unsealed());
}

void TrafficRecorder::record(const Snapshot &snapshot)
{
    const qint64 at = snapshot.readAt.toMSecsSinceEpoch();
    if (at < m_history.lastReading()) // the clock went back, also for what happened
        m_events.rewind(at);
    m_history.record(snapshot);
    m_shares.record(snapshot);
    if (m_archive)
        m_archive->keep(m_history.takeSealed());
    Q_EMIT recorded();
}

void TrafficRecorder::keepOnDisk(const QString &root)
{
    m_archive = std::make_unique<TrafficArchive>(root, m_director->id());
    m_older = std::make_unique<OlderCurves>(m_archive.get());
    connect(m_archive.get(), &TrafficArchive::changed, this, &TrafficRecorder::recorded);
    connect(m_older.get(), &OlderCurves::changed, this, &TrafficRecorder::recorded);
    m_history.setHandsOutSealed(true);
    m_archive->open().then(this, [this](QFuture<TrafficArchive::Recalled> opening) { recall(opening.takeResult()); });
}

void TrafficRecorder::recall(TrafficArchive::Recalled &&recalled)
{
    m_pinned.merge(recalled.pinned);
    m_history.setPinned(m_pinned);
    for (auto &[source, blocks] : recalled.blocks) {
        if (!source.isServer() || m_pinned.contains(source))
            m_history.restore(source, std::move(blocks));
    }
    Q_EMIT recorded();
}

Curve TrafficRecorder::curve(const TrafficSource &source, TrafficMetric metric, qint64 from, qint64 to,
                             qsizetype mostPoints) const
{
    Curve recent = m_history.curve(source, metric, from, to, mostPoints);
    if (!m_older)
        return recent;
    const qint64 until = recent.points.empty() ? to : recent.points.front().at;
    return joined(m_older->before(source, metric, from, until), std::move(recent));
}

void TrafficRecorder::wantOlder(TrafficArchive::CurvesWanted wanted)
{
    if (!m_older)
        return;
    qint64 until = wanted.from;
    for (const TrafficSource &source : wanted.sources)
        until = std::max(until, std::min(m_history.begins(source, wanted.to), wanted.to));
    if (until - wanted.from < MinutesTier::minute) // memory has it
        return;
    wanted.points = std::max<qsizetype>(wanted.points * (until - wanted.from) / (wanted.to - wanted.from), 1);
    wanted.to = until;
    m_older->want(wanted);
}

void TrafficRecorder::noteApplied(const ChangePlan &plan)
{
    m_events.addPlan(plan, TrafficEvent::Kind::Applied, now());
    Q_EMIT recorded();
}

void TrafficRecorder::noteLink()
{
    const LinkState link = m_director->status().link;
    const bool connected = isConnected(link);
    if (connected == std::exchange(m_connected, connected))
        return;
    if (!connected) {
        m_history.interrupt();
        if (link == LinkState::Closed) // the person wanted it
            return;
        m_lost = true;
        m_events.add({.at = now(), .kind = TrafficEvent::Kind::LinkLost});
    } else if (std::exchange(m_lost, false)) {
        m_events.add({.at = now(), .kind = TrafficEvent::Kind::LinkBack});
    }
    Q_EMIT recorded();
}

void TrafficRecorder::setPinned(const TrafficSource &server, bool pinned)
{
    if (pinned)
        m_pinned.insert(server);
    else
        m_pinned.erase(server);
    m_history.setPinned(m_pinned);
    if (m_archive)
        m_archive->keepPinned(m_pinned);
    setInBackground(m_inBackground); // what is to be read
}

void TrafficRecorder::setInBackground(bool wanted)
{
    m_inBackground = wanted;
    if (!wanted)
        return m_watcher->unwatch(this);
    Interest interest;
    for (const TrafficSource &server : m_pinned)
        interest.serversOf.push_back(server.object->service);
    m_watcher->watch(this, interest);
}

} // namespace lvs
