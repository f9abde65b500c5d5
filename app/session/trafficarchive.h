// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/trafficfiles.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

namespace lvs {

/// Keeps a director's minutes of traffic on disk (core/traffic/trafficfiles.h), gives them back to a later run, and
/// reads what is too old for memory. Waits for the disk on a thread of its own, and when it is deleted.
class TrafficArchive : public QObject
{
    Q_OBJECT
public:
    enum class State : quint8 {
        Opening,
        Keeping,
        Elsewhere, ///< another console keeps this director's: here they are kept in memory alone
        Full,      ///< what there may be on disk is used up by the present day
        Failed,    ///< error() says why
    };

    /// `root` is the folder of all directors' traffic.
    TrafficArchive(const QString &root, const QString &directorId, QObject *parent = nullptr);
    ~TrafficArchive() override;
    /// Where consoles keep it.
    static QString usualRoot();

    State state() const { return m_state; }
    const std::optional<Error> &error() const { return m_error; }
    /// Places in files that could not be read; all else was.
    qsizetype damages() const { return m_damages; }

    /// What the last day left.
    struct Recalled {
        std::map<TrafficSource, std::vector<SealedMinutes>> blocks{}; ///< of each in order of time
        std::set<TrafficSource> pinned{};
    };
    /// To be called once, before anything else. Finishes on this thread.
    QFuture<Recalled> open();
    /// Writes them soon, together with what else comes meanwhile.
    void keep(std::vector<SealedMinutes> blocks);
    void keepPinned(const std::set<TrafficSource> &servers);

    struct CurvesWanted {
        std::vector<TrafficSource> sources{};
        TrafficMetric metric{};
        qint64 from = 0; ///< ms since 1970
        qint64 to = 0;
        qsizetype points = 0; ///< about as many of each
    };
    /// In the order of the sources, thinned; empty where nothing is kept. Finishes on this thread.
    QFuture<std::vector<Curve>> curves(const CurvesWanted &wanted);

Q_SIGNALS:
    /// State, error or damages.
    void changed();

private:
    bool isWritable() const { return m_state != State::Opening && m_state != State::Elsewhere && m_hasLock; }
    void write();
    void setState(State state, const std::optional<Error> &error = {});
    void note(const TrafficFiles::Found &found);

    std::shared_ptr<TrafficFiles> m_files; ///< used on the disk's thread alone
    QThreadPool m_disk;
    std::vector<SealedMinutes> m_waiting;
    QTimer m_writeSoon;
    State m_state = State::Opening;
    std::optional<Error> m_error;
    qsizetype m_damages = 0;
    bool m_hasLock = false;
};

} // namespace lvs
