// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/hostlist.h"
#include "core/setup/setup.h"

#include <QSet>
#include <QTimer>

namespace lvs {

class DirectorSession;

/// What the machines around a director are like, as far as that can be learnt without asking a person for anything:
/// only those that are connected are asked, and the sandbox's, which cost nobody anything.
class TopologyReading : public QObject
{
    Q_OBJECT
public:
    /// Nothing is owned.
    TopologyReading(DirectorSession *session, HostList *hosts, QObject *parent = nullptr);

    /// Somebody looks: reads now and then again and again.
    void setWatched(bool watched);
    void readNow();

    /// With the table of the session's latest reading.
    SetupFacts facts() const;
    /// UTC, when the last machine of a round had answered; invalid before the first round.
    const QDateTime &readAt() const { return m_readAt; }

Q_SIGNALS:
    /// A round has ended, or what the director's packet filter does was read.
    void changed();

private:
    /// The machines that may be asked: those of the director's own world that are connected.
    QList<Director *> inReach() const;
    void noticeWays();
    void ask(Director *host);
    void askForFirewall(Director *host);
    void finish(const QString &id);

    DirectorSession *m_session;
    HostList *m_hosts;
    QTimer m_timer;
    QTimer m_soon; ///< of several changes of the list the last
    SetupHosts m_known;
    std::map<QString, FirewallState> m_filters;
    QSet<QString> m_waiting; ///< for answers of these; nobody is asked twice at a time
    QDateTime m_readAt;
    QList<Director *> m_asked; ///< in reach at the last look; only to be compared
    bool m_isWatched = false;
};

} // namespace lvs
