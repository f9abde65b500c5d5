// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostinfo.h"
#include "core/model/interfacesysctl.h"

namespace lvs {

/// What a value of arp_ignore makes of a request for an address of the machine (net/ipv4/arp.c, arp_ignore).
enum class ArpIgnore : quint8 {
    AnswersAll,     ///< 0: for any of its addresses, on any interface
    OwnInterface,   ///< 1: only for addresses of the interface on which it came
    OwnSubnet,      ///< 2: the same, and the asker is in the same subnet
    NotHostScope,   ///< 3: for any but those of scope host
    Reserved,       ///< 4 to 7: as 0
    AnswersNothing, ///< 8: not even for the machine's own address on that interface
    Unknown,        ///< any other: as 0
};
inline constexpr int largestArpIgnore = 8;
ArpIgnore meaningOfArpIgnore(int value);
/// Whether a VIP on another interface, of that scope, stays hidden, and the machine's own addresses do not.
bool hidesVip(ArpIgnore meaning, AddressScope scope);

/// Which address a machine gives as its own in its ARP requests (net/ipv4/arp.c, arp_solicit).
enum class ArpAnnounce : quint8 {
    PacketSource, ///< 0: that of the packet it has to send, so the VIP under its replies
    SameSubnet,   ///< 1: the same where it is in the subnet of the one asked, as the VIP often is
    Best,         ///< 2: one of the interface on which it asks
    Unknown,      ///< any other: as 0
};
inline constexpr int largestArpAnnounce = 2;
ArpAnnounce meaningOfArpAnnounce(int value);
bool hidesVip(ArpAnnounce meaning);

/// The value that holds for an interface: the greater one of its own and that of "all", which is how the kernel reads
/// arp_ignore, arp_announce and rp_filter (include/linux/inetdevice.h, IN_DEV_MAXCONF). Nothing where either is not
/// known.
std::optional<int> effectiveValue(const HostInfo &host, const InterfaceName &interface, QStringView name);

} // namespace lvs
