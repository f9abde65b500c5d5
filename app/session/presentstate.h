// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/compare/comparison.h"
#include "core/director/director.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace lvs {

class DirectorSession;

/// Everything that rules can say, as a director has it, with what is drafted for it. Large tables are worked on by
/// another thread.
class PresentState : public QObject
{
    Q_OBJECT
public:
    /// `session` is not owned.
    explicit PresentState(DirectorSession *session, QObject *parent = nullptr);

    DirectorSession *session() const { return m_session; }
    /// Reads now; ends with changed() or failed(). After this, changes that the console notices are followed.
    void read();
    /// Null before the first reading.
    std::shared_ptr<const RuleState> state() const { return m_state; }
    /// The same without the draft.
    std::shared_ptr<const RuleState> actual() const { return m_read; }
    /// TableOnly where timeouts and sync daemons can't be read.
    CompareScope scope() const { return m_scope; }
    /// Why the last reading failed.
    const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void changed();
    void failed(const lvs::Error &error);

private:
    struct Table {
        std::shared_ptr<const IpvsTable> rules{};
        QDateTime readAt{};
    };

    static Table tableIn(const Snapshot &snapshot);
    /// Takes what the watcher has read; reads where that is not enough.
    void follow();
    bool isEnough(const Snapshot &snapshot) const;
    void readSettings(const Result<Table> &table);
    void take(const Result<Table> &table, const Result<Timeouts> &timeouts,
              const Result<std::vector<SyncDaemon>> &daemons);
    void addDraft();

    DirectorSession *m_session;
    std::shared_ptr<const RuleState> m_read;  ///< without the draft
    std::shared_ptr<const RuleState> m_state; ///< with it
    QDateTime m_readAt;                       ///< of the table in it
    CompareScope m_scope = CompareScope::Everything;
    std::optional<Error> m_error;
    QTimer m_soon;
    quint64 m_job = 0;
    bool m_mustRead = false; ///< what the watcher has read is not enough, whatever it is
    bool m_isReading = false;
    bool m_again = false;
};

} // namespace lvs
