// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/procsnapshot.h"

#include "core/proc/ipvsproc.h"
#include "core/proc/statsproc.h"

#include <algorithm>

namespace lvs {

QStringList procTablePaths()
{
    return {QStringLiteral("/proc/net/ip_vs"), QStringLiteral("/proc/net/ip_vs_stats")};
}

Result<Snapshot> procSnapshot(const Result<QByteArray> &text, const Interest &interest)
{
    if (!text)
        return std::unexpected(text.error());
    const qsizetype statsAt = text->indexOf(statsProcHeading);
    auto table = parseIpvsProc(QByteArrayView(*text).first(statsAt < 0 ? text->size() : statsAt));
    if (!table)
        return std::unexpected(table.error());
    Snapshot snapshot{
        .services = std::move(table->services), .servers = std::move(table->servers), .hasTraffic = false};
    if (statsAt >= 0) {
        const auto totals = parseStatsProc(QByteArrayView(*text).sliced(statsAt));
        if (!totals)
            return std::unexpected(totals.error());
        snapshot.totals = *totals;
    }
    if (!interest.allServers) {
        std::erase_if(snapshot.servers,
                      [&](const ServerList &list) { return !std::ranges::contains(interest.serversOf, list.service); });
    }
    snapshot.readAt = QDateTime::currentDateTimeUtc();
    return snapshot;
}

} // namespace lvs
