// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/directorsession.h"

#include <QHash>

namespace lvs {

/// Follows servers that are drained until their connections are gone, and drafts their removal when the person wanted
/// that. Nothing is ever applied from here: that needs the person.
class DrainWatch : public QObject
{
    Q_OBJECT
public:
    enum class Progress : quint8 {
        Drafted,        ///< the weight is still to be set to 0
        Draining,       ///< weight 0, and there are connections or templates
        Empty,          ///< weight 0, and nothing is left
        RemovalDrafted, ///< the removal is drafted, whoever did that
    };
    /// What the draft does to the server.
    enum class Drafted : quint8 { Nothing, Drain, Weight, Removal };
    struct Drain {
        ServiceKey service{};
        ServerState state{}; ///< as last read
        Progress progress = Progress::Drafted;
        Drafted drafted = Drafted::Nothing;
        bool removeWhenEmpty = false;
        QDateTime deadline{};  ///< when to remove at the latest; invalid: never
        int doubts = 0;        ///< readings in a row that showed a weight; one may be older than the drain
        std::size_t place = 0; ///< in the list of its service, at the last reading
    };

    /// The session is not owned.
    explicit DrainWatch(DirectorSession *session, QObject *parent = nullptr);

    /// Those that are followed already keep their settings, but for `removeWhenEmpty`.
    void add(const std::vector<PlacedServer> &servers, bool removeWhenEmpty = false);
    void forget(const ObjectKey &server);
    void setRemoveWhenEmpty(const ObjectKey &server, bool remove);
    /// An invalid time takes the deadline away.
    void setDeadline(const ObjectKey &server, const QDateTime &deadline);
    /// In the order of their addition. A server that is gone, or has a weight again, is in it no longer.
    const std::vector<Drain> &drains() const { return m_drains; }
    static ObjectKey keyOf(const Drain &drain) { return {drain.service, drain.state.config.key}; }

    /// To be called with each reading; drafts the removals that are due.
    void update(const QDateTime &now);

Q_SIGNALS:
    void changed();
    /// Removals were drafted, as one step, because the person had wanted them at this point; or could not be.
    void removalsDue(const lvs::Result<void> &drafted);

private:
    Drain *find(const ObjectKey &server);
    /// Drops the drains for which `isGone` holds; whether there were any.
    template<class IsGone> bool drop(IsGone isGone);
    void watchServers();
    /// Takes the last reading over; whether any server is gone.
    bool takeStates();
    void takeDraft();
    void refreshProgress();
    void draftDueRemovals(const QDateTime &now);

    DirectorSession *m_session;
    std::vector<Drain> m_drains;
    QHash<ObjectKey, std::size_t> m_places; ///< in m_drains
};

} // namespace lvs
