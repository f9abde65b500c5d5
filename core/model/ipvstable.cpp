// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/ipvstable.h"

#include <algorithm>

namespace lvs {

bool hasRepeats(const std::vector<ServerState> &servers)
{
    std::vector<ServerKey> keys;
    keys.reserve(servers.size());
    std::ranges::transform(servers, std::back_inserter(keys),
                           [](const ServerState &server) { return server.config.key; });
    std::ranges::sort(keys);
    return std::ranges::adjacent_find(keys) != keys.end();
}

const RealServer *IpvsTable::Entry::find(const ServerKey &key) const
{
    const auto server = std::ranges::find(servers, key, &RealServer::key);
    return server == servers.end() ? nullptr : &*server;
}

const IpvsTable::Entry *IpvsTable::find(const ServiceKey &key) const
{
    const auto entry = m_entries.find(key);
    return entry == m_entries.end() ? nullptr : &entry->second;
}

void IpvsTable::setService(const VirtualService &service)
{
    m_entries[service.key].service = service;
}

void IpvsTable::setServers(const ServiceKey &service, std::vector<RealServer> servers)
{
    const auto entry = m_entries.find(service);
    Q_ASSERT(entry != m_entries.end());
    if (entry != m_entries.end())
        entry->second.servers = std::move(servers);
}

void IpvsTable::remove(const ServiceKey &service)
{
    m_entries.erase(service);
}

qsizetype IpvsTable::serverCount() const
{
    qsizetype count = 0;
    for (const auto &[key, entry] : m_entries)
        count += qsizetype(entry.servers.size());
    return count;
}

} // namespace lvs
