// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"
#include "tests/support/objects.h"

#include <algorithm>
#include <map>

namespace lvs::test {

/// Builds readings of a table, as a director would give them.
class TableOfTest
{
public:
    TableOfTest &add(const VirtualService &service, const std::vector<RealServer> &servers)
    {
        m_services[service.key] = {.config = service};
        auto &list = m_servers[service.key];
        for (const RealServer &server : servers)
            list.push_back({.config = server});
        return *this;
    }
    ServiceState &operator[](const ServiceKey &key) { return m_services.at(key); }
    std::vector<ServerState> &servers(const ServiceKey &key) { return m_servers.at(key); }
    void remove(const ServiceKey &key)
    {
        m_services.erase(key);
        m_servers.erase(key);
    }

    /// With the servers of every service, or of those in `interest`.
    std::shared_ptr<const Snapshot> read(const std::optional<std::vector<ServiceKey>> &interest = {}) const
    {
        auto snapshot = std::make_shared<Snapshot>();
        for (const auto &[key, state] : m_services)
            snapshot->services.push_back(state);
        for (const auto &[key, servers] : m_servers) {
            if (!interest || std::ranges::contains(*interest, key))
                snapshot->servers.push_back({key, servers});
        }
        snapshot->readAt = QDateTime::currentDateTimeUtc();
        return snapshot;
    }

private:
    std::map<ServiceKey, ServiceState> m_services;
    std::map<ServiceKey, std::vector<ServerState>> m_servers;
};

/// The course's web service and database service.
inline TableOfTest courseTable()
{
    TableOfTest table;
    table.add(service(web, u"rr"), {server(11, 1), server(12, 1)});
    table.add(service(database, u"wlc"), {server(13, 5, 3306)});
    return table;
}

} // namespace lvs::test
