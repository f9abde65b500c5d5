// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dialogs/describeditems.h"
#include "core/change/changeplan.h"
#include "core/director/director.h"

#include <map>

namespace lvs {

/// What a director is known to have when a dialog opens: offered while typing, and not to be added twice.
struct KnownObjects {
    /// All services and, of those whose servers have been read, the servers.
    std::map<ServiceKey, std::vector<ServerKey>> services{};
    std::vector<IpAddress> addresses{};  ///< the director's own
    std::vector<IpAddress> neighbours{}; ///< of which it knows a link-layer address

    /// The table as it was read, with what is drafted.
    static KnownObjects fromTable(const Snapshot &snapshot, const ChangePlan &draft);
    static KnownObjects fromTable(const IpvsTable &table);
    /// The addresses of the director's machine, and its neighbours.
    void addHost(const HostInfo &host);

    bool has(const ServiceKey &service) const { return services.contains(service); }
    bool has(const ServiceKey &service, const ServerKey &server) const;
};

/// Addresses for a new service: VIPs that are in use, and the director's own.
QList<DescribedItem> vipSuggestions(const KnownObjects &known);
/// Addresses for a new server of `service`: servers of the others, and neighbours.
QList<DescribedItem> serverSuggestions(const KnownObjects &known, const ServiceKey &service);
/// Ports that are in use or well known.
QList<DescribedItem> portSuggestions(const KnownObjects &known);

} // namespace lvs
