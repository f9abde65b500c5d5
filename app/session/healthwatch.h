// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/bulk.h"
#include "core/change/objectkey.h"
#include "core/director/director.h"
#include "core/probe/serverhealth.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <set>

namespace lvs {

/// How the real servers of one director answer to it: what the last look at each found. Looks only when it is told to;
/// what it found is forgotten after a while, because it says nothing of now.
class HealthWatch : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::minutes lifetime{5};
    static constexpr std::size_t mostServers = 1000; ///< in one check; the rest is left out

    /// Not owned.
    explicit HealthWatch(Director *director, QObject *parent = nullptr);

    /// Why the director can't look; nothing if it can.
    const std::optional<Error> &obstacle() const { return m_obstacle; }
    bool isChecking() const { return m_checking; }
    /// Looks at these servers; ends with checked(). Without effect while it is doing that. With `asking` the director
    /// may ask for a password.
    void check(std::vector<PlacedServer> servers, const HealthOptions &options, Asking asking);
    /// Why the last check came to nothing.
    const std::optional<Error> &error() const { return m_error; }

    /// Null if it is not known.
    const ServerHealth *find(const ServiceKey &service, const ServerKey &server) const;
    /// No server that would take new connections answers.
    bool isDown(const ServerList &list) const;

Q_SIGNALS:
    void obstacleChanged();
    /// Of these services servers were looked at, or are no longer known.
    void changed(const std::set<lvs::ServiceKey> &services);
    /// The servers that were looked at, also where that failed.
    void checked(const std::vector<lvs::ObjectKey> &servers, lvs::Asking asking);

private:
    struct Round;
    void findProbe();
    void setObstacle(const std::optional<Error> &obstacle);
    void take(const Round &round, const Result<ProbeReport> &report);
    void forgetOld();

    Director *m_director;
    QHash<ObjectKey, ServerHealth> m_health;
    std::optional<Error> m_obstacle;
    std::optional<Error> m_error;
    QTimer m_expiry;
    bool m_checking = false;
    bool m_canAsk = false; ///< there is a helper on the other end of the link
};

} // namespace lvs
