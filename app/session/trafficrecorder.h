// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/oldercurves.h"
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
    /// What is not on disk yet is written.
    ~TrafficRecorder() override;

    const TrafficHistory &history() const { return m_history; }
    const TrafficEvents &events() const { return m_events; }
    /// How new connections are shared out among servers.
    const ShareMeter &shares() const { return m_shares; }
    /// This console has applied `plan`.
    void noteApplied(const ChangePlan &plan);

    /// From now on minutes are kept on disk, in the folder of all directors' traffic, and what the last day left there
    /// comes back, with the servers that were pinned. Once.
    void keepOnDisk(const QString &root);
    /// Null if they are not.
    const TrafficArchive *archive() const { return m_archive.get(); }
    /// Of memory and, as far as wantOlder() has asked for it, of the disk; see TrafficHistory::curve().
    Curve curve(const TrafficSource &source, TrafficMetric metric, qint64 from, qint64 to, qsizetype mostPoints) const;
    /// Reads what of these curves is on disk alone; recorded() says when it is there.
    void wantOlder(TrafficArchive::CurvesWanted wanted);
    bool isReadingOlder() const { return m_older && m_older->isReading(); }

    /// Real servers whose day is kept.
    const std::set<TrafficSource> &pinned() const { return m_pinned; }
    void setPinned(const TrafficSource &server, bool pinned);
    /// Services and real servers that are drawn at the moment.
    void setDrawn(std::set<TrafficSource> sources) { m_history.setWanted(std::move(sources)); }
    /// Whether services and totals are read also while nobody looks at them.
    bool isInBackground() const { return m_inBackground; }
    void setInBackground(bool wanted);

Q_SIGNALS:
    /// A reading was taken in, or something happened.
    void recorded();

private:
    void record(const Snapshot &snapshot);
    void recall(TrafficArchive::Recalled &&recalled);
    void noteLink();

    Director *m_director;
    TableWatcher *m_watcher;
    TrafficHistory m_history;
    TrafficEvents m_events;
    ShareMeter m_shares;
    std::unique_ptr<TrafficArchive> m_archive;
    std::unique_ptr<OlderCurves> m_older;
    std::set<TrafficSource> m_pinned;
    bool m_inBackground = false;
    bool m_connected = false;
    bool m_lost = false; ///< and not come back yet
};

} // namespace lvs
