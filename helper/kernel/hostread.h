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

/// The interfaces with their addresses. Such as have names that are no text are left out, and so are addresses with
/// such labels, or with scopes that mean nothing.
Result<std::vector<HostInterface>> readInterfaces(RouteSocket &socket);
/// One interface; ENODEV in `Error::kernelErrno` if there is none of this name.
Result<KernelInterface> readInterface(RouteSocket &socket, const InterfaceName &name);
/// All addresses of the interface with this number, also those that readInterfaces() leaves out.
Result<std::vector<InterfaceAddress>> readAddresses(RouteSocket &socket, int index);
/// The unicast routes of the main table that are all said by HostRoute, at most `most`.
Result<std::vector<HostRoute>> readRoutes(RouteSocket &socket, size_t most);

/// The machines of both families that have answered on a network (arp(7)), at most `most`.
Result<std::vector<Neighbour>> readNeighbours(RouteSocket &socket, size_t most);

/// What follows the header of a message about `route`, which leads over the interface with the number `index`; empty if
/// there is none, or if another with its destination, prefix and metric comes first.
Result<std::vector<std::byte>> readRouteMessage(RouteSocket &socket, const HostRoute &route, int index);

} // namespace lvs
