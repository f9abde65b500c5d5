// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/procsnapshot.h"

#include "core/proc/ipvsproc.h"
#include "core/proc/statsproc.h"
#include "core/proc/uptimeproc.h"

#include <algorithm>

namespace lvs {

QStringList procTablePaths()
{
    return {QStringLiteral("/proc/uptime"), QStringLiteral("/proc/net/ip_vs"), QStringLiteral("/proc/net/ip_vs_stats")};
}

Result<Snapshot> procSnapshot(const Result<QByteArray> &text, const Interest &interest)
{
    if (!text)
        return std::unexpected(text.error());
    const qsizetype tableAt = std::max<qsizetype>(text->indexOf(ipvsProcHeading), 0);
    const qsizetype statsAt = text->indexOf(statsProcHeading, tableAt);
    auto table = parseIpvsProc(QByteArrayView(*text).sliced(tableAt, (statsAt < 0 ? text->size() : statsAt) - tableAt));
    if (!table)
        return std::unexpected(table.error());
    Snapshot snapshot{
        .services = std::move(table->services), .servers = std::move(table->servers), .hasTraffic = false};
    if (tableAt > 0) {
        const auto uptime = parseUptimeProc(QByteArrayView(*text).first(tableAt));
        if (!uptime)
            return std::unexpected(uptime.error());
        snapshot.uptime = *uptime;
    }
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
