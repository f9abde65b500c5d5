// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apply/readtable.h"

namespace lvs {

Result<IpvsTable> readTable(Backend &backend)
{
    const auto services = backend.readServices();
    if (!services)
        return std::unexpected(services.error());
    IpvsTable table;
    for (const ServiceState &service : *services)
        table.setService(service.config);

    std::vector<ServiceKey> keys;
    keys.reserve(table.entries().size());
    for (const auto &[key, entry] : table.entries())
        keys.push_back(key);
    const auto lists = backend.readServers(keys);
    if (!lists)
        return std::unexpected(lists.error());
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const Result<ServerList> &list = (*lists)[i];
        if (!list) {
            if (list.error().code != ErrorCode::ServiceMissing)
                return std::unexpected(list.error());
            table.remove(keys[i]); // gone since the services were read
            continue;
        }
        std::vector<RealServer> servers;
        servers.reserve(list->servers.size());
        for (const ServerState &server : list->servers)
            servers.push_back(server.config);
        table.setServers(keys[i], std::move(servers));
    }
    return table;
}

} // namespace lvs
