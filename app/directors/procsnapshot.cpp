// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/directors/procsnapshot.h"

#include "core/proc/ipvsproc.h"

#include <algorithm>

namespace lvs {

Result<Snapshot> procSnapshot(const Result<QByteArray> &text, const Interest &interest)
{
    if (!text)
        return std::unexpected(text.error());
    auto table = parseIpvsProc(*text);
    if (!table)
        return std::unexpected(table.error());
    Snapshot snapshot{
        .services = std::move(table->services), .servers = std::move(table->servers), .hasTraffic = false};
    if (!interest.allServers) {
        std::erase_if(snapshot.servers,
                      [&](const ServerList &list) { return !std::ranges::contains(interest.serversOf, list.service); });
    }
    snapshot.readAt = QDateTime::currentDateTimeUtc();
    return snapshot;
}

} // namespace lvs
