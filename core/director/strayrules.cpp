// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/director/strayrules.h"

#include <algorithm>

namespace lvs {

std::vector<MarkRule> strayRules(const Snapshot &snapshot, const FirewallState &firewall)
{
    const auto keyOf = [](const ServiceState &service) -> const ServiceKey & { return service.config.key; };
    std::vector<MarkRule> stray;
    for (const MarkRuleState &state : firewall.marks) {
        const ServiceKey service = ServiceKey::forMark(state.rule.mark, state.rule.destination.family());
        if (state.program == FirewallProgram::Console &&
            !std::ranges::binary_search(snapshot.services, service, {}, keyOf))
            stray.push_back(state.rule);
    }
    return stray;
}

} // namespace lvs
