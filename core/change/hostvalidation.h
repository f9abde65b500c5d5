// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"

namespace lvs {

// What can be said of objects of a machine without looking at it.

/// NotUnicast, BadMask, BadLabel, NotSupported (a scope that IPv6 does not let choose), Empty (no interface).
Result<void> validate(const HostAddress &address);
/// BadMask (also for bits beside the prefix), NotUnicast, FamilyMismatch, OutOfRange (the metric), Empty.
Result<void> validate(const HostRoute &route);
/// NotUnicast, FamilyMismatch (no IPv4), Empty.
Result<void> validate(const HostTunnel &tunnel);

// What a removal would take along, of which its operation says nothing. `present` are the addresses of the interface,
// in the kernel's order.

/// Whether `address` is the first of its network, and others of that network follow: unless the kernel promotes one of
/// them, they go with it. Never for IPv6.
bool takesOthersAlong(const InterfaceAddress &address, const std::vector<InterfaceAddress> &present);
/// Whether somebody gave a tunnel an address: all but link-local ones and its own end.
bool isInUse(const HostTunnel &tunnel, const std::vector<InterfaceAddress> &present);

} // namespace lvs
