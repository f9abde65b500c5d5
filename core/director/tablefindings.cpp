// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/director/tablefindings.h"

#include "core/director/strayrules.h"
#include "core/model/markmatch.h"

#include <algorithm>

namespace lvs {
namespace {

TableFinding withoutRule(const ServiceKey &service, const FirewallState &firewall)
{
    TableFinding finding{.kind = TableFinding::Kind::NoMarkRule, .service = service};
    std::ranges::copy_if(firewall.unread, std::back_inserter(finding.unread),
                         [&](const UnreadRules &unread) { return mayMark(unread, service.family); });
    if (!finding.unread.empty())
        finding.kind = TableFinding::Kind::MarkRuleUnread;
    return finding;
}

} // namespace

std::vector<TableFinding> findingsOf(const Snapshot &snapshot, const FirewallState *firewall)
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
        if (config.key.isMark() && firewall && firewall->leadingTo(config.key).empty())
            findings.push_back(withoutRule(config.key, *firewall));
        for (const Warning warning : warningsOf(config))
            findings.push_back({.kind = Kind::Odd, .service = config.key, .warning = warning});
    }
    if (firewall) {
        for (const MarkRule &rule : strayRules(snapshot, *firewall)) {
            const ServiceKey service = ServiceKey::forMark(rule.mark, rule.destination.family());
            findings.push_back({.kind = Kind::StrayRule, .service = service, .rule = rule});
        }
    }
    std::ranges::stable_sort(findings, {}, &TableFinding::kind);
    return findings;
}

} // namespace lvs
