// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/sandboxclock.h"
#include "core/sandbox/sandboxservice.h"

#include <map>
#include <unordered_map>

namespace lvs {

/// The services and real servers of a sandbox, with the kernel's rules of what may be added, edited and removed
/// (net/netfilter/ipvs/ip_vs_ctl.c): it refuses what the kernel refuses and nothing else. Functions that change give 0
/// or the errno.
///
/// Removed real servers wait in a trash for as long as connections refer to them and two minutes longer; adding the
/// same server to the same service within that time brings its counters and connections back.
class SandboxTable
{
public:
    explicit SandboxTable(const SandboxClock &clock)
        : m_clock(clock)
    {
    }
    ~SandboxTable();
    Q_DISABLE_COPY_MOVE(SandboxTable)

    const std::map<ServiceKey, std::unique_ptr<SandboxService>> &services() const { return m_services; }
    SandboxService *find(const ServiceKey &key) const;
    /// The service for a packet: by mark if it has one, then by exact address and port, then by address alone.
    SandboxService *findForPacket(quint32 mark, const ServiceKey &addressKey) const;
    /// Counts for all services together; what they have counted stays when they go.
    Estimator &totals() { return m_totals; }
    bool hasMixedFamilies() const { return m_mixedFamilies > 0; }

    int add(const VirtualService &service);
    int edit(const VirtualService &service);
    int remove(const ServiceKey &key);
    void clear();

    /// `syncRuns`: whether a sync daemon runs, which excludes servers of another family than their service.
    int add(const ServiceKey &service, const RealServer &server, bool syncRuns);
    int edit(const ServiceKey &service, const RealServer &server, bool syncRuns);
    int remove(const ServiceKey &service, const ServerKey &server);

    int zero(const ServiceKey &key);
    void zeroAll();

    /// When the trash wants to be looked at next; SandboxTime::max() while it is empty.
    SandboxTime nextTrashCheck() const { return m_trash.empty() ? SandboxTime::max() : m_nextTrashCheck; }
    void checkTrash();

private:
    struct TrashKey {
        ServiceKey service;
        ServerKey server;
        friend bool operator==(const TrashKey &, const TrashKey &) = default;
    };
    struct TrashKeyHash {
        size_t operator()(const TrashKey &key) const noexcept { return qHashMulti(0, key.service, key.server); }
    };
    using ServerPosition = std::vector<std::shared_ptr<SandboxServer>>::iterator;

    static ServerPosition positionOf(SandboxService &service, const ServerKey &server);
    void moveToTrash(const std::shared_ptr<SandboxServer> &server);
    std::shared_ptr<SandboxServer> takeFromTrash(const TrashKey &key);
    void zero(SandboxService &service);
    SandboxTime nextFirstTick();

    const SandboxClock &m_clock;
    std::map<ServiceKey, std::unique_ptr<SandboxService>> m_services;
    std::unordered_map<TrashKey, std::shared_ptr<SandboxServer>, TrashKeyHash> m_trash;
    Estimator m_totals;
    SandboxTime m_nextTrashCheck{};
    qsizetype m_mixedFamilies = 0; ///< servers of another family than their service
    int m_estimators = 0;
};

} // namespace lvs
