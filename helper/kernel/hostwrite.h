// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"
#include "helper/kernel/routesocket.h"

namespace lvs {

// Each carries out one operation on addresses, routes or tunnels: 0 or the errno with which the kernel refuses it,
// ENODEV where an interface is missing. Nothing is sent that validate() refuses (EINVAL). BadKernelReply when nobody
// knows whether it was done.

Result<int> carryOut(const AddAddress &add, RouteSocket &socket);
Result<int> carryOut(const RemoveAddress &remove, RouteSocket &socket);
Result<int> carryOut(const AddRoute &add, RouteSocket &socket);
/// Only gateway and interface change; what else the route has (its protocol, source address, metrics) stays.
Result<int> carryOut(const EditRoute &edit, RouteSocket &socket);
Result<int> carryOut(const RemoveRoute &remove, RouteSocket &socket);
/// The kernel loads its module.
Result<int> carryOut(const AddTunnel &add, RouteSocket &socket);
/// ENODEV also for an interface that is no HostTunnel: no other is ever deleted.
Result<int> carryOut(const RemoveTunnel &remove, RouteSocket &socket);

} // namespace lvs
