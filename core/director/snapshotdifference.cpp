// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/director/snapshotdifference.h"

#include <algorithm>

namespace lvs {
namespace {

const ServerList *listOf(const Snapshot &snapshot, const ServiceKey &service)
{
    const auto list = std::ranges::lower_bound(snapshot.servers, service, {}, &ServerList::service);
    return list != snapshot.servers.end() && list->service == service ? &*list : nullptr;
}

std::vector<RealServer> configsOf(const ServerList *list)
{
    std::vector<RealServer> servers;
    if (!list)
        return servers;
    servers.reserve(list->servers.size());
    for (const ServerState &server : list->servers)
        servers.push_back(server.config);
    return servers;
}

void put(IpvsTable &table, const ServiceState &service, const ServerList *list)
{
    table.setService(service.config);
    table.setServers(service.config.key, configsOf(list));
}

bool sameConfigs(const ServerList &a, const ServerList &b)
{
    return std::ranges::equal(a.servers, b.servers, {}, &ServerState::config, &ServerState::config);
}

} // namespace

IpvsTable tableOf(const Snapshot &snapshot)
{
    IpvsTable table;
    for (const ServiceState &service : snapshot.services)
        put(table, service, listOf(snapshot, service.config.key));
    return table;
}

ChangePlan snapshotDifference(const Snapshot &was, const Snapshot &now)
{
    IpvsTable before; // only services of which something differs
    IpvsTable after;
    auto old = was.services.begin();
    auto fresh = now.services.begin();
    while (old != was.services.end() || fresh != now.services.end()) {
        const bool onlyOld =
            fresh == now.services.end() || (old != was.services.end() && old->config.key < fresh->config.key);
        const bool onlyFresh = !onlyOld && (old == was.services.end() || fresh->config.key < old->config.key);
        if (onlyOld) {
            put(before, *old, listOf(was, old->config.key));
            ++old;
            continue;
        }
        const ServerList *freshList = listOf(now, fresh->config.key);
        if (onlyFresh) {
            put(after, *fresh, freshList);
            ++fresh;
            continue;
        }
        const ServerList *oldList = listOf(was, old->config.key);
        const bool listsDiffer = oldList && freshList && !sameConfigs(*oldList, *freshList);
        if (listsDiffer || old->config != fresh->config) {
            put(before, *old, listsDiffer ? oldList : nullptr);
            put(after, *fresh, listsDiffer ? freshList : nullptr);
        }
        ++old;
        ++fresh;
    }
    return difference(before, after);
}

} // namespace lvs
