// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/setup.h"

namespace lvs {

/// The set-up that a service of a live table amounts to: the method by how it forwards and by the rules of source NAT,
/// VIP and ports of a mark by the rules that lead to it, machines by the addresses that they have, the director's
/// outside interface by where it has the VIP, or on which network others ask for it. What is not known stays empty.
/// `director` is its Director::id().
SetupWish recogniseSetup(const IpvsTable::Entry &entry, const QString &director, const SetupHosts &hosts,
                         const std::optional<FirewallState> &firewall);

/// The method alone, of the first real server that has one. A service without servers is taken for direct routing.
/// Source NAT by rules of other programs makes it FullNAT, too, if they may be for all clients; `own` is the director.
SetupMethod recogniseMethod(const IpvsTable::Entry &entry, const HostInfo *own,
                            const std::optional<FirewallState> &firewall);

/// That of one real server: a table can have several in one service.
SetupMethod methodTo(const SetupWish &wish, const SetupServer &server, const SetupFacts &facts);

} // namespace lvs
