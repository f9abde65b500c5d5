// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"

namespace lvs {

/// What a set-up needs of one machine, kept for the machine's next boot: settings and additions, nothing that removes
/// anything. A machine may serve several set-ups; what any of them needs comes back.
struct KeptSetup {
    QString id{};         ///< of the set-up: 1 to 64 of [0-9a-z-]
    ServiceKey service{}; ///< that is set up
    std::vector<SysctlValue> sysctls{};
    std::vector<HostTunnel> tunnels{};
    std::vector<HostAddress> addresses{};
    std::vector<HostRoute> routes{}; ///< default routes with a gateway
    std::vector<SnatRule> snats{};
    /// Of the service, on the director; the servers in the order in which they are added.
    std::optional<IpvsTable::Entry> rules{};
    std::vector<MarkRule> marks{};

    /// Most of them on one machine.
    static constexpr qsizetype mostSetups = 1000;
    /// Most real servers of one of them.
    static constexpr qsizetype mostServers = 10'000;
    /// Most of everything else together.
    static constexpr qsizetype mostOnHost = 1000;

    /// Whether nothing is needed.
    bool isEmpty() const;
    friend bool operator==(const KeptSetup &, const KeptSetup &) = default;
};

/// Refuses what is no set-up's: values that validate() of their kinds refuses, routes to somewhere, rules of another
/// service or that ipvsadm can't say, the same server twice.
Result<void> validate(const KeptSetup &setup);
/// Whether a text can be the id of one.
bool isSetupId(const QString &id);

/// What makes a machine so, in the order of a set-up; tunables expect to be so already.
ChangePlan planOf(const KeptSetup &setup);

} // namespace lvs
