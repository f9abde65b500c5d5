// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostinfo.h"
#include "helper/kernel/routesocket.h"

#include <map>

namespace lvs {

/// By the kernel's numbers of them.
using InterfaceNames = std::map<int, InterfaceName>;

/// A router with the routes of the whole Internet has a million; nobody sets up real servers by them.
constexpr size_t mostRoutes = 10'000;

/// How a machine routes packets. Of other tables routes of a kind that is not read (unreachable, multipath) are left
/// out, too, and rules that ask for more than addresses.
struct Routing {
    std::vector<HostRoute> routes{}; ///< the unicast routes of the main table that are all said, at most mostRoutes
    std::vector<RoutingRule> rules{};
    std::vector<TableRoute> tableRoutes{}; ///< the same of the tables that they name, at most mostRoutes
};

/// Errors are those of the kernel (core/apply/kernelerror.h), and BadKernelReply.
Result<Routing> readRouting(RouteSocket &socket, const InterfaceNames &names);
/// What follows the header of a message about `route`, which leads over the interface with the number `index`; empty if
/// there is none, or if another with its destination, prefix and metric comes first.
Result<std::vector<std::byte>> readRouteMessage(RouteSocket &socket, const HostRoute &route, int index);

} // namespace lvs
