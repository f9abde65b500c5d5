// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/probe/targets.h"

#include "core/proc/ipvsproc.h"
#include "helper/probe/ethernet.h"

#include <QFile>

namespace lvs {

Result<QSet<IpAddress>> readTargets(const QString &tableFile)
{
    QFile file(tableFile);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NoIpvs);
    const auto table = parseIpvsProc(file.readAll());
    if (!table)
        return std::unexpected(table.error());
    QSet<IpAddress> targets;
    for (const ServiceState &service : table->services) {
        if (!service.config.key.isMark())
            targets.insert(service.config.key.address);
    }
    for (const ServerList &list : table->servers) {
        for (const ServerState &server : list.servers)
            targets.insert(server.config.key.address);
    }
    return targets;
}

Result<void> checkTargets(const QString &tableFile, const std::vector<IpAddress> &wanted)
{
    if (wanted.empty())
        return {};
    const auto targets = readTargets(tableFile);
    if (!targets)
        return std::unexpected(targets.error());
    for (const IpAddress &address : wanted) {
        if (!targets->contains(address))
            return failure(ErrorCode::NotATarget, {address.toString()});
    }
    return {};
}

Result<void> checkCensusTarget(const QString &tableFile, const IpAddress &vip)
{
    if (readOwnAddresses().contains(vip) || isNear(readEthernetInterfaces(), vip))
        return {};
    return checkTargets(tableFile, {vip});
}

} // namespace lvs
