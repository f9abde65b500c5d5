// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/setup.h"

namespace lvs {

// What a set-up asks of a machine's interfaces and routes. Pointers are valid as long as the HostInfo is.

/// The interface that has exactly that address, as more than the end of its tunnel; nullptr if none has.
const HostInterface *interfaceWith(const HostInfo &host, const IpAddress &address);
/// nullptr if the interface does not have it.
const InterfaceAddress *findAddress(const HostInterface &interface, const IpAddress &address);

/// Whether others learn from the interface, by ARP, where an address is.
bool answersArp(const HostInterface &interface);
/// Whether somebody in a network of an Ethernet interface of the machine could have the address.
bool isBeside(const HostInfo &host, const IpAddress &address);
/// The interfaces of a real server on which requests for the VIP can come in, and which have to keep silent: the one
/// that is named; else the one with the real server's address and every other that answers ARP and is up. Empty where
/// there is none.
std::vector<const HostInterface *> requestInterfaces(const HostInfo &host, const InterfaceName &named,
                                                     const IpAddress &rip);

/// The interface of a director by which it has the VIP for those who come to `outside`: that one, or for IPv4 another
/// one if the machine answers on `outside` for all its addresses. Interfaces that are down don't count. nullptr if
/// there is none.
const HostInterface *interfaceWithVip(const HostInfo &director, const IpAddress &vip, const InterfaceName &outside);

/// How a machine reaches another one of the same network: the interface, and its own address there.
struct LinkTo {
    const HostInterface *interface = nullptr;
    /// An address of the interface in that network; nullptr where only a route says that it is there.
    const InterfaceAddress *own = nullptr;
};
/// Nothing where a router is between the two, or no interface leads there. `except` is never the own address: a VIP, or
/// the same as `address`.
std::optional<LinkTo> linkTo(const HostInfo &host, const IpAddress &address, const IpAddress &except);

/// The address that a machine has for another one: its own in that network, or in that of the router which leads there.
/// `except` is never it. nullptr where no way is known.
const InterfaceAddress *sourceTowards(const HostInfo &host, const IpAddress &address, const IpAddress &except);

/// An interface that takes packets for an address out of tunnels, whoever sends them; nullptr if none does.
const HostInterface *tunnelFor(const HostInfo &host, const IpAddress &address);

/// Whether rp_filter lets through what comes out of a tunnel, whoever has sent it: without an IPv4 address the tunnel
/// needs it off, else it must not be strict. Nothing where its value is not known.
std::optional<bool> letsPass(const HostInfo &host, const HostInterface &tunnel);
/// The tunnel has an IPv4 address.
bool isNumbered(const HostInterface &tunnel);

/// The route of the main table to an address; nullptr if none leads there.
const HostRoute *bestRoute(const HostInfo &host, const IpAddress &destination);
/// The default route of the main table that counts, of the least metric; nullptr if there is none.
const HostRoute *defaultRoute(const HostInfo &host, Family family);

/// The route to `destination` in the tables that rules name for it, of what has `source` as its source; nullptr where
/// the main table decides. An unspecified source is one that the kernel has yet to choose: rules for certain sources
/// do not apply.
const TableRoute *ruledRoute(const HostInfo &host, const IpAddress &source, const IpAddress &destination);
/// The address by which packets come to a real server, and which its answers have as their source: the VIP where the
/// method puts it there.
IpAddress addressAtServer(SetupMethod method, const IpAddress &vip, const IpAddress &rip);

/// The default route of answers.
struct ReplyRoute {
    const HostRoute *route = nullptr; ///< nullptr: there is none
    std::optional<quint32> table{};   ///< in which a rule of routing has found it; none: in the main one
};
/// Of a family's answers that have `source` as their source.
ReplyRoute replyRoute(const HostInfo &host, const IpAddress &source, Family family);

} // namespace lvs
