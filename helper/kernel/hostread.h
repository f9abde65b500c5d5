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

/// The interfaces with their addresses. Such as have names that are no text are left out.
Result<std::vector<HostInterface>> readInterfaces(RouteSocket &socket);
/// One interface; ENODEV in `Error::kernelErrno` if there is none of this name.
Result<KernelInterface> readInterface(RouteSocket &socket, const InterfaceName &name);
/// The unicast routes of the main table that lead over one interface each, at most `most`.
Result<std::vector<HostRoute>> readRoutes(RouteSocket &socket, size_t most);

/// What follows the header of a message about the route with the destination, prefix and metric of `route`; empty if
/// there is none.
Result<std::vector<std::byte>> readRouteMessage(RouteSocket &socket, const HostRoute &route);

} // namespace lvs
