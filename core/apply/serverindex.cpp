// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apply/serverindex.h"

namespace lvs {

ServerIndex::ServerIndex(const ServerList &list)
    : m_next(list.servers.size())
{
    m_servers.reserve(list.servers.size());
    for (const ServerState &server : list.servers)
        m_servers.push_back(server.config);
}

const RealServer *ServerIndex::find(const ServerKey &key) const
{
    if (m_servers.empty())
        return nullptr;
    if (m_next > 0 && m_servers[m_next - 1].key == key)
        return &m_servers[--m_next];
    if (m_places.isEmpty()) {
        m_places.reserve(qsizetype(m_servers.size()));
        for (std::size_t place = 0; place < m_servers.size(); ++place)
            m_places.insert(m_servers[place].key, place);
    }
    const auto place = m_places.constFind(key);
    if (place == m_places.cend())
        return nullptr;
    m_next = *place;
    return &m_servers[*place];
}

} // namespace lvs
