// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/kernel/routingread.h"

namespace lvs {

/// An interface and the kernel's number of it.
struct KernelInterface {
    int index = 0;
    HostInterface interface{}; ///< without addresses
};

/// What the kernel says of a machine's networks.
struct HostNetwork {
    /// With their addresses. Such as have names that are no text are left out, and so are addresses with such labels,
    /// or with scopes that mean nothing.
    std::vector<HostInterface> interfaces{};
    Routing routing{};
    std::vector<Neighbour> neighbours{}; ///< who has answered (arp(7)), at most mostNeighbours (core/proc/hostfiles.h)
};

Result<HostNetwork> readNetwork(RouteSocket &socket);
/// One interface; ENODEV in `Error::kernelErrno` if there is none of this name.
Result<KernelInterface> readInterface(RouteSocket &socket, const InterfaceName &name);
/// All addresses of the interface with this number, also those that readInterfaces() leaves out.
Result<std::vector<InterfaceAddress>> readAddresses(RouteSocket &socket, int index);

} // namespace lvs
