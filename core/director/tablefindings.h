// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"
#include "core/model/firewall.h"
#include "core/model/warnings.h"

namespace lvs {

/// Something about a service that a person should know before anything else.
struct TableFinding {
    /// The worst first.
    enum class Kind : quint8 {
        NoServers,      ///< nobody can be served
        AllDrained,     ///< no new connection finds a real server
        NoMarkRule,     ///< a firewall-mark service, and no rule of the packet filter gives its mark
        MarkRuleUnread, ///< the same, but there are rules that can't be read and may give it: see `unread`
        StrayRule,      ///< a rule of the console's own, and `service` that it leads to is not there
        Odd,            ///< see `warning`
    };
    Kind kind = Kind::NoServers;
    ServiceKey service{};
    Warning warning{};                 ///< if Odd
    std::vector<UnreadRules> unread{}; ///< if MarkRuleUnread
    MarkRule rule{};                   ///< if StrayRule
    friend bool operator==(const TableFinding &, const TableFinding &) = default;
};

/// Of a reading, the worst first and then in the order of the services. Of a service whose servers were not read only
/// what its own configuration says. `firewall` is nullptr where it could not be read: then nothing is said of it.
std::vector<TableFinding> findingsOf(const Snapshot &snapshot, const FirewallState *firewall);

} // namespace lvs
