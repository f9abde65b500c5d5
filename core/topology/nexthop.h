// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/setup.h"

namespace lvs {

/// Where a machine sends what goes to an address.
struct NextHop {
    InterfaceName interface{};
    IpAddress address{};   ///< of the neighbour that gets it: the destination itself, or the router to it
    bool isRouter = false; ///< it is a router's
    friend bool operator==(const NextHop &, const NextHop &) = default;
};

/// By its rules of routing (ip-rule(8)), the networks of its interfaces and its main routing table; nothing where none
/// leads there. Source and destination are those of the packet; a source that is unspecified is yet to be chosen.
std::optional<NextHop> nextHop(const HostInfo &host, const IpAddress &source, const IpAddress &destination);

/// The hardware address of a neighbour, as the machine has learnt it, or else as the neighbour says itself, if it is
/// one of `hosts`; empty where neither is known. For an address of the machine itself that of the interface.
QByteArray hardwareOf(const IpAddress &address, const HostInfo &asker, const InterfaceName &on,
                      const SetupHosts &hosts);

/// Whether a machine passes on what is for others; a machine that says nothing of that does not.
bool forwards(const HostInfo &host, Family family);

/// The machine that has the address; nothing if it is none of these.
SetupHosts::const_iterator hostWith(const SetupHosts &hosts, const IpAddress &address);

} // namespace lvs
