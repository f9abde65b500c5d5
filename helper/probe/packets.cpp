// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/probe/packets.h"

#include <QtEndian>

#include <net/if_arp.h>
#include <netinet/icmp6.h>
#include <netinet/if_ether.h>
#include <netinet/ip_icmp.h>

#include <algorithm>

namespace lvs::packets {

namespace {

constexpr qsizetype echoHeader = 8;  // type, code, checksum, id, sequence
constexpr qsizetype arpSize = 28;    // of IPv4 over Ethernet
constexpr qsizetype smallestIp = 20; // header of IPv4 without options
constexpr quint8 optionUnit = 8;     // of neighbour discovery, in bytes

template<class T> void append(QByteArray &bytes, T value)
{
    const T big = qToBigEndian(value);
    bytes.append(reinterpret_cast<const char *>(&big), sizeof big);
}

template<class T> T numberAt(QByteArrayView bytes, qsizetype place)
{
    return qFromBigEndian<T>(bytes.data() + place);
}

QByteArray bytesOf(const IpAddress &address)
{
    return {reinterpret_cast<const char *>(address.bytes().data()), address.isIPv4() ? 4 : 16};
}

/// What stands behind the header of an IPv4 packet that carries ICMP; empty if it is none.
QByteArrayView behindIp(QByteArrayView packet)
{
    if (packet.size() < smallestIp || quint8(packet[0]) >> 4 != 4 || packet[9] != IPPROTO_ICMP)
        return {};
    const qsizetype header = (quint8(packet[0]) & 0xf) * 4;
    return header < smallestIp || header > packet.size() ? QByteArrayView() : packet.sliced(header);
}

} // namespace

quint16 checksum(QByteArrayView bytes)
{
    quint32 sum = 0;
    for (qsizetype place = 0; place < bytes.size(); ++place)
        sum += quint32(quint8(bytes[place])) << (place % 2 == 0 ? 8 : 0);
    while (sum > 0xffff)
        sum = (sum & 0xffff) + (sum >> 16);
    return quint16(~sum);
}

QByteArray echoRequest(Family family, const EchoMark &mark, quint16 sequence)
{
    const bool isIPv4 = family == Family::IPv4;
    QByteArray packet;
    append(packet, quint8(isIPv4 ? ICMP_ECHO : ICMP6_ECHO_REQUEST));
    append(packet, quint8(0));
    append(packet, quint16(0));
    append(packet, mark.id);
    append(packet, sequence);
    append(packet, mark.cookie);
    if (isIPv4)
        qToBigEndian(checksum(packet), packet.data() + 2);
    return packet;
}

std::optional<quint16> echoReply(Family family, QByteArrayView packet, const EchoMark &mark)
{
    const bool isIPv4 = family == Family::IPv4;
    const QByteArrayView icmp = isIPv4 ? behindIp(packet) : packet;
    if (icmp.size() < echoHeader + qsizetype(sizeof mark.cookie))
        return {};
    const auto type = isIPv4 ? quint8(ICMP_ECHOREPLY) : quint8(ICMP6_ECHO_REPLY);
    if (quint8(icmp[0]) != type || icmp[1] != 0 || numberAt<quint16>(icmp, 4) != mark.id ||
        numberAt<quint64>(icmp, echoHeader) != mark.cookie)
        return {};
    return numberAt<quint16>(icmp, 6);
}

QByteArray arpRequest(const HardwareAddress &own, const IpAddress &sender, const IpAddress &target)
{
    QByteArray packet;
    append(packet, quint16(ARPHRD_ETHER));
    append(packet, quint16(ETH_P_IP));
    append(packet, quint8(hardwareAddressSize));
    append(packet, quint8(4));
    append(packet, quint16(ARPOP_REQUEST));
    packet += own + bytesOf(sender) + QByteArray(hardwareAddressSize, '\0') + bytesOf(target);
    return packet;
}

std::optional<HardwareAddress> arpReply(QByteArrayView packet, const IpAddress &target)
{
    if (packet.size() < arpSize || numberAt<quint16>(packet, 0) != ARPHRD_ETHER ||
        numberAt<quint16>(packet, 2) != ETH_P_IP || packet[4] != hardwareAddressSize || packet[5] != 4 ||
        numberAt<quint16>(packet, 6) != ARPOP_REPLY || packet.sliced(14, 4) != bytesOf(target))
        return {};
    return packet.sliced(8, hardwareAddressSize).toByteArray();
}

QByteArray neighbourSolicitation(const HardwareAddress &own, const IpAddress &target)
{
    QByteArray packet;
    append(packet, quint8(ND_NEIGHBOR_SOLICIT));
    append(packet, quint8(0));
    append(packet, quint16(0)); // checksum
    append(packet, quint32(0));
    packet += bytesOf(target);
    append(packet, quint8(ND_OPT_SOURCE_LINKADDR));
    append(packet, quint8(1));
    return packet + own;
}

std::optional<HardwareAddress> neighbourAdvertisement(QByteArrayView packet, const IpAddress &target)
{
    constexpr qsizetype size = 24; // without options
    if (packet.size() < size || quint8(packet[0]) != ND_NEIGHBOR_ADVERT || packet[1] != 0 ||
        packet.sliced(8, 16) != bytesOf(target))
        return {};
    for (QByteArrayView options = packet.sliced(size); options.size() >= optionUnit;) {
        const qsizetype length = quint8(options[1]) * optionUnit;
        if (length == 0 || length > options.size())
            break;
        if (options[0] == ND_OPT_TARGET_LINKADDR && length == optionUnit)
            return options.sliced(2, hardwareAddressSize).toByteArray();
        options = options.sliced(length);
    }
    return {};
}

IpAddress solicitedNodeAddress(const IpAddress &target)
{
    std::array<quint8, 16> bytes{0xff, 0x02, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x01, 0xff};
    std::copy_n(target.bytes().begin() + 13, 3, bytes.begin() + 13);
    return IpAddress::fromIPv6(bytes);
}

} // namespace lvs::packets
