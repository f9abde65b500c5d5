// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"
#include "core/change/servicemap.h"

#include <QHash>

namespace lvs {

/// A table in memory on which operations are carried out as the kernel would: an added server comes to the head of its
/// service's list. Servers are found by key, so that long lists cost no more than short ones.
class WorkingTable
{
public:
    explicit WorkingTable(IpvsTable table)
        : m_table(std::move(table))
    {
    }

    /// nullptr if there is no such service; valid until the next change.
    const VirtualService *find(const ServiceKey &service) const;
    const RealServer *find(const ServiceKey &service, const ServerKey &server);
    /// Changes nothing where the object is missing, or there already. What is not about the table has no effect.
    Result<void> carryOut(const Operation &operation);
    IpvsTable table() const;

private:
    /// The servers of one service.
    class Servers
    {
    public:
        explicit Servers(const std::vector<RealServer> &kernelOrder = {});
        const RealServer *find(const ServerKey &key) const;
        Result<void> add(const RealServer &server);
        Result<void> edit(const RealServer &server);
        Result<void> remove(const ServerKey &key);
        std::vector<RealServer> kernelOrder() const;

    private:
        std::vector<std::optional<RealServer>> m_oldestFirst;
        QHash<ServerKey, std::size_t> m_index;
    };

    /// nullptr if there is no such service.
    Servers *servers(const ServiceKey &service);
    template<class Change> Result<void> change(const ServiceKey &service, Change change);

    IpvsTable m_table; ///< without the changes of servers
    ServiceMap<Servers> m_servers;
};

/// The table as the kernel would show it after the plan. Operations that do not fit it change nothing.
IpvsTable applied(IpvsTable table, const ChangePlan &plan);
Timeouts applied(Timeouts timeouts, const ChangePlan &plan);
std::vector<SyncDaemon> applied(std::vector<SyncDaemon> daemons, const ChangePlan &plan);
/// Added rules are the last, and have met nothing yet.
FirewallState applied(FirewallState firewall, const ChangePlan &plan);

} // namespace lvs
