// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/director/tablefindings.h"

#include <algorithm>

namespace lvs {

std::vector<TableFinding> findingsOf(const Snapshot &snapshot)
{
    using Kind = TableFinding::Kind;
    std::vector<TableFinding> findings;
    auto list = snapshot.servers.begin();
    for (const auto &[config, traffic] : snapshot.services) {
        while (list != snapshot.servers.end() && list->service < config.key)
            ++list;
        const bool isRead = list != snapshot.servers.end() && list->service == config.key;
        const auto isDrained = [](const ServerState &server) { return server.config.isDrained(); };
        if (isRead && list->servers.empty())
            findings.push_back({.kind = Kind::NoServers, .service = config.key});
        else if (isRead && std::ranges::all_of(list->servers, isDrained))
            findings.push_back({.kind = Kind::AllDrained, .service = config.key});
        for (const Warning warning : warningsOf(config))
            findings.push_back({.kind = Kind::Odd, .service = config.key, .warning = warning});
    }
    std::ranges::stable_sort(findings, {}, &TableFinding::kind);
    return findings;
}

} // namespace lvs
