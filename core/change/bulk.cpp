// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/bulk.h"

#include "core/types/netmask.h"
#include "core/types/numbers.h"

#include <algorithm>
#include <ranges>

namespace lvs {
namespace {

ChangePlan changingWeights(const std::vector<PlacedServer> &servers, auto &&weightOf)
{
    ChangePlan plan;
    plan.operations.reserve(servers.size());
    for (const PlacedServer &placed : servers) {
        RealServer after = placed.server;
        after.weight = weightOf(placed.server.weight);
        if (after != placed.server)
            plan.operations.push_back(EditServer{placed.service, placed.server, after});
    }
    return plan;
}

RealServer withPortFor(RealServer server, const ServiceKey &from, const ServiceKey &to, bool portFollows)
{
    const bool keepsPort = server.forwarding != Forwarding::Masquerading;
    const bool listenedOnServicePort = server.key.port == from.port;
    if (!to.isMark() && (keepsPort || (portFollows && listenedOnServicePort)))
        server.key.port = to.port;
    return server;
}

} // namespace

std::vector<PlacedServer> serversWithAddresses(const IpvsTable &table, const std::set<IpAddress> &addresses)
{
    std::vector<PlacedServer> found;
    for (const auto &[key, entry] : table.entries()) {
        for (const RealServer &server : entry.servers) {
            if (addresses.contains(server.key.address))
                found.push_back({key, server});
        }
    }
    return found;
}

ChangePlan settingWeights(const std::vector<PlacedServer> &servers, quint32 weight)
{
    return changingWeights(servers, [weight](quint32) { return weight; });
}

ChangePlan scalingWeights(const std::vector<PlacedServer> &servers, quint32 percent)
{
    return changingWeights(servers, [percent](quint32 weight) -> quint32 {
        if (weight == 0 || percent == 0)
            return 0;
        const quint64 scaled = (quint64(weight) * percent + 50) / 100;
        return quint32(std::clamp<quint64>(scaled, 1, limits::largestWeight));
    });
}

Relocation moving(const std::vector<PlacedServer> &servers, const ServiceKey &target, bool portFollows,
                  const IpvsTable &table)
{
    Relocation relocation;
    const IpvsTable::Entry *entry = table.find(target);
    std::set<ServerKey> taken;
    if (entry) {
        for (const RealServer &server : entry->servers)
            taken.insert(server.key);
    }
    std::vector<Operation> removals;
    for (const PlacedServer &placed : servers) {
        if (placed.service == target)
            continue; // is there
        const RealServer moved = withPortFor(placed.server, placed.service, target, portFollows);
        Result<void> verdict = entry ? validate(moved, target) : failure(ErrorCode::ServiceMissing);
        if (verdict && !taken.insert(moved.key).second)
            verdict = failure(ErrorCode::ServerExists);
        if (!verdict) {
            relocation.refused.push_back({placed, verdict.error()});
            continue;
        }
        relocation.plan.operations.push_back(AddServer{target, moved});
        removals.push_back(RemoveServer{placed.service, placed.server});
    }
    std::ranges::move(removals, std::back_inserter(relocation.plan.operations));
    return relocation;
}

Result<ChangePlan> duplicating(const IpvsTable::Entry &entry, const ServiceKey &key, const IpvsTable &table)
{
    if (table.find(key))
        return failure(ErrorCode::ServiceExists);
    VirtualService service = entry.service;
    service.key = key;
    if (key.family != entry.service.key.family)
        service.netmask = widestNetmask(key.family);
    if (auto ok = validate(service); !ok)
        return std::unexpected(ok.error());
    ChangePlan plan{{AddService{service}}};
    std::set<ServerKey> taken;
    for (const RealServer &server : entry.servers | std::views::reverse) { // the kernel puts each at the head
        const RealServer copy = withPortFor(server, entry.service.key, key, true);
        if (auto ok = validate(copy, key); !ok)
            return std::unexpected(ok.error());
        if (!taken.insert(copy.key).second) // the same host on two ports, and both follow the service's
            return failure(ErrorCode::ServerExists);
        plan.operations.push_back(AddServer{key, copy});
    }
    return plan;
}

ChangePlan clearing(const IpvsTable &table)
{
    if (table.isEmpty())
        return {};
    return {{ClearTable{tableDigest(table)}}};
}

} // namespace lvs
