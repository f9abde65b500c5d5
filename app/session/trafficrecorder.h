// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/tablewatcher.h"
#include "core/traffic/sharemeter.h"
#include "core/traffic/trafficevents.h"
#include "core/traffic/traffichistory.h"

namespace lvs {

/// Keeps what the readings of one director show as curves, and beside them what happened to it. Reads nothing by
/// itself, unless it is told to go on while no page looks.
class TrafficRecorder : public QObject
{
    Q_OBJECT
public:
    /// Neither is owned.
    TrafficRecorder(Director *director, TableWatcher *watcher, QObject *parent = nullptr);

    const TrafficHistory &history() const { return m_history; }
    const TrafficEvents &events() const { return m_events; }
    /// How new connections are shared out among servers.
    const ShareMeter &shares() const { return m_shares; }
    /// This console has applied `plan`.
    void noteApplied(const ChangePlan &plan);

    /// Real servers whose day is kept.
    const std::set<TrafficSource> &pinned() const { return m_pinned; }
    void setPinned(const TrafficSource &server, bool pinned);
    /// Real servers that are drawn at the moment.
    void setDrawn(std::set<TrafficSource> servers) { m_history.setWanted(std::move(servers)); }
    /// Whether services and totals are read also while nobody looks at them.
    bool isInBackground() const { return m_inBackground; }
    void setInBackground(bool wanted);

Q_SIGNALS:
    /// A reading was taken in, or something happened.
    void recorded();

private:
    void noteLink();

    Director *m_director;
    TableWatcher *m_watcher;
    TrafficHistory m_history;
    TrafficEvents m_events;
    ShareMeter m_shares;
    std::set<TrafficSource> m_pinned;
    bool m_inBackground = false;
    bool m_connected = false;
    bool m_lost = false; ///< and not come back yet
};

} // namespace lvs
