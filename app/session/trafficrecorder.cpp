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
    connect(watcher, &TableWatcher::snapshotTaken, this, [this](const std::shared_ptr<const Snapshot> &snapshot) {
        m_history.record(*snapshot);
        m_shares.record(*snapshot);
        Q_EMIT recorded();
    });
    connect(watcher, &TableWatcher::foreignEdits, this, [this](const ChangePlan &edits) {
        m_events.addPlan(edits, TrafficEvent::Kind::ForeignEdit, now());
        Q_EMIT recorded();
    });
    connect(director, &Director::statusChanged, this, &TrafficRecorder::noteLink);
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
