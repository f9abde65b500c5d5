// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/comparison.h"

#include "core/model/syncdaemon.h"

#include <algorithm>

namespace lvs {
namespace {

const std::vector<RealServer> none;

using Servers = std::vector<const RealServer *>;

Servers inOrder(const std::vector<RealServer> &servers)
{
    Servers sorted;
    sorted.reserve(servers.size());
    for (const RealServer &server : servers)
        sorted.push_back(&server);
    std::ranges::sort(sorted, {}, [](const RealServer *server) -> const ServerKey & { return server->key; });
    return sorted;
}

std::vector<Compared<RealServer>> compareServers(const std::vector<RealServer> &left,
                                                 const std::vector<RealServer> &right)
{
    const Servers ours = inOrder(left);
    const Servers theirs = inOrder(right);
    std::vector<Compared<RealServer>> servers;
    servers.reserve(std::max(ours.size(), theirs.size()));
    auto one = ours.begin();
    auto other = theirs.begin();
    while (one != ours.end() || other != theirs.end()) {
        const bool hasLeft = one != ours.end() && (other == theirs.end() || (*one)->key <= (*other)->key);
        const bool hasRight = other != theirs.end() && (one == ours.end() || (*other)->key <= (*one)->key);
        Compared<RealServer> &server = servers.emplace_back();
        if (hasLeft)
            server.left = **one++;
        if (hasRight)
            server.right = **other++;
    }
    return servers;
}

void count(Comparison::Counts &counts, Standing standing)
{
    switch (standing) {
    case Standing::Equal:
        ++counts.equal;
        break;
    case Standing::OnlyLeft:
        ++counts.onlyLeft;
        break;
    case Standing::OnlyRight:
        ++counts.onlyRight;
        break;
    case Standing::Changed:
        ++counts.changed;
        break;
    }
}

/// What one side leaves open is no difference.
Compared<Timeouts> compareTimeouts(const Timeouts &left, const Timeouts &right)
{
    return {withSet(right, left), withSet(left, right)};
}

Compared<SyncDaemon> compareDaemons(const SyncDaemon *left, const SyncDaemon *right)
{
    Compared<SyncDaemon> daemon;
    if (left)
        daemon.left = right ? levelled(*left, *right) : *left;
    if (right)
        daemon.right = left ? levelled(*right, *daemon.left) : *right;
    return daemon;
}

ComparedService compareService(const ServiceKey &key, const IpvsTable::Entry *left, const IpvsTable::Entry *right)
{
    ComparedService compared{.key = key};
    if (left)
        compared.service.left = left->service;
    if (right)
        compared.service.right = right->service;
    compared.servers = compareServers(left ? left->servers : none, right ? right->servers : none);
    return compared;
}

} // namespace

const ComparedService *Comparison::find(const ServiceKey &key) const
{
    const auto found = std::ranges::lower_bound(services, key, {}, &ComparedService::key);
    return found == services.end() || found->key != key ? nullptr : &*found;
}

Comparison compare(const RuleState &left, const RuleState &right, CompareScope scope)
{
    Comparison result;
    const auto &ours = left.table.entries();
    const auto &theirs = right.table.entries();
    auto one = ours.begin();
    auto other = theirs.begin();
    while (one != ours.end() || other != theirs.end()) {
        const bool hasLeft = one != ours.end() && (other == theirs.end() || one->first <= other->first);
        const bool hasRight = other != theirs.end() && (one == ours.end() || other->first <= one->first);
        const ServiceKey &key = hasLeft ? one->first : other->first;
        result.services.push_back(
            compareService(key, hasLeft ? &one->second : nullptr, hasRight ? &other->second : nullptr));
        if (hasLeft)
            ++one;
        if (hasRight)
            ++other;
    }
    for (ComparedService &service : result.services) {
        const qsizetype before = result.counts.different();
        count(result.counts, service.service.standing());
        for (const Compared<RealServer> &server : service.servers)
            count(result.counts, server.standing());
        service.isEqual = result.counts.different() == before;
    }
    if (scope == CompareScope::TableOnly)
        return result;
    result.timeouts = compareTimeouts(left.timeouts, right.timeouts);
    count(result.counts, result.timeouts.standing());
    for (const SyncRole role : {SyncRole::Master, SyncRole::Backup}) {
        const Compared<SyncDaemon> daemon =
            compareDaemons(findDaemon(left.daemons, role), findDaemon(right.daemons, role));
        if (!daemon.left && !daemon.right)
            continue;
        count(result.counts, daemon.standing());
        result.daemons.push_back(daemon);
    }
    return result;
}

} // namespace lvs
