// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/director/readsnapshot.h"

#include <algorithm>

namespace lvs {
namespace {

/// The services whose servers are wanted, ordered and without repetition. `services` is ordered by key.
std::vector<ServiceKey> wantedLists(const Interest &interest, const std::vector<ServiceState> &services)
{
    std::vector<ServiceKey> keys;
    if (interest.allServers) {
        keys.reserve(services.size());
        for (const ServiceState &service : services)
            keys.push_back(service.config.key);
        return keys;
    }
    keys = interest.serversOf;
    std::ranges::sort(keys);
    const auto repeated = std::ranges::unique(keys);
    keys.erase(repeated.begin(), repeated.end());
    std::erase_if(keys, [&](const ServiceKey &key) {
        return !std::ranges::binary_search(services, key, {}, [](const ServiceState &s) { return s.config.key; });
    });
    return keys;
}

} // namespace

Result<Snapshot> readSnapshot(Backend &backend, const Interest &interest)
{
    const auto start = std::chrono::steady_clock::now();
    Snapshot snapshot{.readAt = QDateTime::currentDateTimeUtc()};
    auto services = backend.readServices();
    if (!services)
        return std::unexpected(services.error());
    snapshot.services = std::move(*services);
    std::ranges::sort(snapshot.services, {}, [](const ServiceState &service) { return service.config.key; });

    const std::vector<ServiceKey> keys = wantedLists(interest, snapshot.services);
    auto lists = backend.readServers(keys);
    if (!lists)
        return std::unexpected(lists.error());
    snapshot.servers.reserve(lists->size());
    for (Result<ServerList> &list : *lists) {
        if (list)
            snapshot.servers.push_back(std::move(*list));
        else if (list.error().code != ErrorCode::ServiceMissing) // gone since the services were read
            return std::unexpected(list.error());
    }
    const auto totals = backend.readTotals();
    if (!totals)
        return std::unexpected(totals.error());
    snapshot.totals = totals->traffic;
    snapshot.uptime = totals->uptime;
    snapshot.took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    return snapshot;
}

} // namespace lvs
