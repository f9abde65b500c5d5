// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"
#include "core/director/explanations.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

#include <map>

namespace lvs {

/// Reads a director's table again and again while somebody looks at it, at most once a second and never more often than
/// four times the duration of the last reading, one reading at a time; notices what others changed.
class TableWatcher : public QObject
{
    Q_OBJECT
public:
    /// `director` is not owned.
    explicit TableWatcher(Director *director, QObject *parent = nullptr);

    Director *director() const { return m_director; }
    /// `viewer` looks at the table from now on and wants to see `interest`, instead of what it wanted before. What is
    /// read is what all viewers want together. A viewer that is deleted looks no longer.
    void watch(QObject *viewer, const Interest &interest);
    void unwatch(QObject *viewer);
    /// Reads now (F5), or right after the reading that is under way.
    void refresh();
    /// Null before the first reading. Kept (and stale) while the link is broken.
    std::shared_ptr<const Snapshot> latest() const { return m_latest; }
    /// How often a director is read, and what the last reading took.
    struct Pace {
        std::chrono::milliseconds interval{};
        std::chrono::milliseconds took{};
        friend bool operator==(const Pace &, const Pace &) = default;
    };
    /// Of the last reading that succeeded; nothing before it, and while nobody looks.
    std::optional<Pace> pace() const { return m_pace; }
    /// Why the last reading failed; nothing after one that did not.
    const std::optional<Error> &readError() const { return m_readError; }

    /// To be called before this console applies a plan, so that its effects (also when they are taken back) are not
    /// taken for foreign edits, however long the authorisation takes.
    void applyStarted(const ChangePlan &plan);
    /// To be called when that apply has ended, however it ended. Reads again.
    void applyFinished();

Q_SIGNALS:
    void paceChanged();
    void snapshotTaken(std::shared_ptr<const lvs::Snapshot> snapshot);
    void readFailed(const lvs::Error &error);
    /// Differences between two readings that no plan of this console explains, as the operations that would make them.
    /// Large readings are compared on another thread, and this comes some time after snapshotTaken().
    void foreignEdits(const lvs::ChangePlan &edits);

private:
    bool isWatched() const { return !m_viewers.empty(); }
    /// Whether what is to be read has changed.
    bool mergeInterests();
    void read();
    void readFinished(Result<Snapshot> &&result);
    void setPace(const std::optional<Pace> &pace);
    void take(std::shared_ptr<const Snapshot> snapshot);
    void tell(const ChangePlan &edits);

    QPointer<Director> m_director;
    QTimer m_timer;
    QElapsedTimer m_elapsed; ///< since the reading began
    std::map<QObject *, Interest> m_viewers;
    Interest m_interest; ///< of all viewers
    std::shared_ptr<const Snapshot> m_latest;
    std::optional<Pace> m_pace;
    std::optional<Error> m_readError;
    Explanations m_explanations;
    bool m_applying = false;
    bool m_afterApply = false; ///< no apply ran since the reading under way began
    bool m_reading = false;
    bool m_again = false;
};

} // namespace lvs
