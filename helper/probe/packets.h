// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ipaddress.h"

#include <QByteArray>

#include <optional>

/// The few packets that a probe makes and reads. What comes from the network is trusted in nothing: a packet that is
/// cut short, or about something else, is none.
namespace lvs::packets {

/// Six bytes of an Ethernet interface.
using HardwareAddress = QByteArray;
inline constexpr qsizetype hardwareAddressSize = 6;

/// The checksum of the internet (RFC 1071), of IPv4, ICMP and others.
quint16 checksum(QByteArrayView bytes);

/// Tells the answers to one run of pings from those to others.
struct EchoMark {
    quint16 id = 0;
    quint64 cookie = 0; ///< random; comes back in the answer
};
/// ICMP (RFC 792) or ICMPv6 (RFC 4443); of the latter the kernel makes the checksum.
QByteArray echoRequest(Family family, const EchoMark &mark, quint16 sequence);
/// The sequence number of an answer with this mark. For IPv4 the packet begins with the IP header, for IPv6 behind it,
/// as raw sockets give them.
std::optional<quint16> echoReply(Family family, QByteArrayView packet, const EchoMark &mark);

/// Who has `target`? (RFC 826, without the Ethernet header) `sender` is an IPv4 address of the interface, or 0.0.0.0
/// where it has none, which nobody remembers (RFC 5227).
QByteArray arpRequest(const HardwareAddress &own, const IpAddress &sender, const IpAddress &target);
/// The hardware address in an answer for `target`.
std::optional<HardwareAddress> arpReply(QByteArrayView packet, const IpAddress &target);

/// The same for IPv6 (RFC 4861): ICMPv6 without its checksum.
QByteArray neighbourSolicitation(const HardwareAddress &own, const IpAddress &target);
std::optional<HardwareAddress> neighbourAdvertisement(QByteArrayView packet, const IpAddress &target);
/// The multicast address to which a solicitation for `target` goes.
IpAddress solicitedNodeAddress(const IpAddress &target);

} // namespace lvs::packets
