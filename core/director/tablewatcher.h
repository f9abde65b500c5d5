// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"

#include <QPointer>
#include <QTimer>

namespace lvs {

/// Reads a director's table again and again for a view, at most once a second and never more often than four times
/// the duration of the last reading, one reading at a time; notices what others changed.
class TableWatcher : public QObject
{
    Q_OBJECT
public:
    /// `director` is not owned.
    explicit TableWatcher(Director *director, QObject *parent = nullptr);

    Director *director() const { return m_director; }
    /// Reads while active; the view that shows the table sets this.
    void setActive(bool active);
    void setInterest(const Interest &interest);
    /// Reads now (F5), or right after the reading that is under way.
    void refresh();
    /// Null before the first reading. Kept (and stale) while the link is broken.
    std::shared_ptr<const Snapshot> latest() const { return m_latest; }
    /// The configuration as last read, as far as it was read (servers only of the services in the interest).
    const IpvsTable &table() const { return m_table; }

    /// Tells the watcher of a plan this console applied, so that its effects are not taken for foreign edits.
    void expect(const ChangePlan &applied);

Q_SIGNALS:
    void snapshotTaken(std::shared_ptr<const lvs::Snapshot> snapshot);
    void readFailed(const lvs::Error &error);
    /// Differences between two readings that no plan of this console explains, as the operations that would make them.
    void foreignEdits(const lvs::ChangePlan &edits);

private:
    QPointer<Director> m_director;
    QTimer m_timer;
    Interest m_interest;
    std::shared_ptr<const Snapshot> m_latest;
    IpvsTable m_table;
    ChangePlan m_expected;
    bool m_active = false;
    bool m_reading = false;
    bool m_again = false;
};

} // namespace lvs
