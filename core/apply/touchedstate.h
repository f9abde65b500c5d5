// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"
#include "core/apply/serverindex.h"
#include "core/change/changeplan.h"
#include "core/change/hostvalue.h"
#include "core/change/servicemap.h"

#include <QSet>

namespace lvs {

/// What a plan touches, and therefore what is read before and after it.
class TouchedObjects
{
public:
    explicit TouchedObjects(const ChangePlan &plan);

    /// Services whose configuration matters, without repetition.
    const std::vector<ServiceKey> &services() const { return m_services; }
    /// Services whose servers matter, without repetition.
    const std::vector<ServiceKey> &lists() const { return m_lists; }
    bool wholeTable() const { return m_wholeTable; } ///< the plan clears it
    bool timeouts() const { return m_timeouts; }
    bool daemons() const { return m_daemons; }
    /// Something of the machine beside the table and its settings.
    bool host() const { return m_host; }
    bool firewall() const { return m_firewall; }

    bool adds(const ServiceKey &service) const { return m_added.contains(service); }
    bool starts(SyncRole role) const { return m_started.contains(role); }
    bool stops(SyncRole role) const { return m_stopped.contains(role); }
    bool addsTunnel(const InterfaceName &name) const { return m_tunnels.contains(name.toString()); }
    bool removes(const MarkRule &rule) const { return m_removedMarks.contains(hostObjectOf(rule)); }

private:
    std::vector<ServiceKey> m_services;
    std::vector<ServiceKey> m_lists;
    QSet<ServiceKey> m_added;
    QSet<SyncRole> m_started;
    QSet<SyncRole> m_stopped;
    QSet<QString> m_tunnels; ///< that are added
    QSet<HostObject> m_removedMarks;
    bool m_host = false;
    bool m_firewall = false;
    bool m_wholeTable = false;
    bool m_timeouts = false;
    bool m_daemons = false;
};

/// One reading of the touched objects.
class TouchedState
{
public:
    static Result<TouchedState> read(Backend &backend, const TouchedObjects &touched);

    bool exists(const ServiceKey &service) const;
    /// nullptr: not there, or not among the touched. Valid as long as this state, like all pointers here.
    const VirtualService *service(const ServiceKey &key) const;
    const RealServer *server(const ServiceKey &service, const ServerKey &key) const;
    /// Kernel list order.
    const std::vector<RealServer> &servers(const ServiceKey &service) const;
    const SyncDaemon *daemon(SyncRole role) const;
    const Timeouts &timeouts() const { return m_timeouts; }
    HostValue value(const HostObject &object) const { return m_values.value(object); }
    /// The rules of the own table.
    const std::vector<MarkRule> &markRules() const { return m_markRules; }
    /// Somebody else wrote into the own table of the packet filter.
    bool isFirewallMixed() const { return m_isFirewallMixed; }
    /// nullptr: the machine does not have it.
    const HostInterface *interface(const InterfaceName &name) const;
    /// Everything that was read of the table; services of which only servers are touched have defaults.
    IpvsTable table() const;

private:
    struct Reading {
        std::optional<VirtualService> config{};
        ServerIndex servers{};
    };

    Result<void> readServices(Backend &backend, const TouchedObjects &touched);
    Result<void> readLists(Backend &backend, std::span<const ServiceKey> keys);
    Result<void> readWholeTable(Backend &backend);
    Result<void> readHost(Backend &backend);
    Result<void> readFirewall(Backend &backend);

    ServiceMap<Reading> m_services; ///< those that exist
    Timeouts m_timeouts;
    std::vector<SyncDaemon> m_daemons;
    QHash<HostObject, HostValue> m_values;      ///< of the machine
    QHash<QString, HostInterface> m_interfaces; ///< by name
    std::vector<MarkRule> m_markRules;
    bool m_isFirewallMixed = false;
};

} // namespace lvs
