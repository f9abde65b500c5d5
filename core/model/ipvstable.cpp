// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/ipvstable.h"

#include <QHashSeed>

#include <algorithm>
#include <bit>

namespace lvs {

bool hasRepeats(const std::vector<ServerState> &servers)
{
    // Asked of every list of every reading. Most stand in the order in which their servers were added, or against it.
    const auto keyOf = [](const ServerState &state) -> const ServerKey & { return state.config.key; };
    if (std::ranges::adjacent_find(servers, std::ranges::greater_equal(), keyOf) == servers.end() ||
        std::ranges::adjacent_find(servers, std::ranges::less_equal(), keyOf) == servers.end())
        return false;
    // A table of places, half of them free, is much faster than sorting.
    std::vector<quint32> places(std::bit_ceil(2 * servers.size() + 1)); // numbers from 1 on; 0: free
    const std::size_t mask = places.size() - 1;
    for (std::size_t i = 0; i < servers.size(); ++i) {
        const ServerKey &key = servers[i].config.key;
        std::size_t place = qHash(key, QHashSeed::globalSeed()) & mask; // seeded: others choose the addresses
        for (; places[place] != 0; place = (place + 1) & mask) {
            if (servers[places[place] - 1].config.key == key)
                return true;
        }
        places[place] = quint32(i + 1);
    }
    return false;
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
