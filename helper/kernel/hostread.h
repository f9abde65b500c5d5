// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostinfo.h"
#include "helper/kernel/routesocket.h"

namespace lvs {

/// An interface and the kernel's number of it.
struct KernelInterface {
    int index = 0;
    HostInterface interface{}; ///< without addresses
};

/// A router with the routes of the whole Internet has a million; nobody sets up real servers by them.
constexpr size_t mostRoutes = 10'000;

/// What the kernel says of a machine's networks.
struct HostNetwork {
    /// With their addresses. Such as have names that are no text are left out, and so are addresses with such labels,
    /// or with scopes that mean nothing.
    std::vector<HostInterface> interfaces{};
    std::vector<HostRoute> routes{};     ///< the unicast routes of the main table that are all said, at most mostRoutes
    std::vector<Neighbour> neighbours{}; ///< who has answered (arp(7)), at most mostNeighbours (core/proc/hostfiles.h)
};

Result<HostNetwork> readNetwork(RouteSocket &socket);
/// One interface; ENODEV in `Error::kernelErrno` if there is none of this name.
Result<KernelInterface> readInterface(RouteSocket &socket, const InterfaceName &name);
/// All addresses of the interface with this number, also those that readInterfaces() leaves out.
Result<std::vector<InterfaceAddress>> readAddresses(RouteSocket &socket, int index);
/// What follows the header of a message about `route`, which leads over the interface with the number `index`; empty if
/// there is none, or if another with its destination, prefix and metric comes first.
Result<std::vector<std::byte>> readRouteMessage(RouteSocket &socket, const HostRoute &route, int index);

} // namespace lvs
