// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/counters.h"
#include "core/model/realserver.h"
#include "core/model/virtualservice.h"

#include <map>
#include <vector>

namespace lvs {

/// A service with its live figures, as one row of a read.
struct ServiceState {
    VirtualService config{};
    Traffic traffic{};
    friend bool operator==(const ServiceState &, const ServiceState &) = default;
};

/// A real server with its live figures.
struct ServerState {
    RealServer config{};
    quint32 activeConnections = 0;
    quint32 inactiveConnections = 0;
    quint32 persistentConnections = 0; ///< connection templates
    Traffic traffic{};
    friend bool operator==(const ServerState &, const ServerState &) = default;
};

/// The servers of one service in the kernel's list order (newest first), which is also the order of scheduling.
struct ServerList {
    ServiceKey service{};
    std::vector<ServerState> servers{};
    friend bool operator==(const ServerList &, const ServerList &) = default;
};

/// Whether a server stands in the list twice, as in a reading during which the kernel's list changed.
bool hasRepeats(const std::vector<ServerState> &servers);

/// Configuration of a whole table, without figures: what rule files, drafts and differences are about.
/// Services are ordered by key; servers keep the kernel's list order.
class IpvsTable
{
public:
    struct Entry {
        VirtualService service{};
        std::vector<RealServer> servers{};
        const RealServer *find(const ServerKey &key) const;
        friend bool operator==(const Entry &, const Entry &) = default;
    };

    bool isEmpty() const { return m_entries.empty(); }
    const std::map<ServiceKey, Entry> &entries() const { return m_entries; }
    /// nullptr if there is no such service; valid until the next change.
    const Entry *find(const ServiceKey &key) const;
    /// Adds or replaces the service, keeping its servers.
    void setService(const VirtualService &service);
    /// The service must be there.
    void setServers(const ServiceKey &service, std::vector<RealServer> servers);
    void remove(const ServiceKey &service);
    qsizetype serverCount() const;

    friend bool operator==(const IpvsTable &, const IpvsTable &) = default;

private:
    std::map<ServiceKey, Entry> m_entries;
};

} // namespace lvs
