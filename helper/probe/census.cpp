// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/probe/census.h"

#include "helper/interface/bounds.h"
#include "helper/probe/packets.h"
#include "helper/probe/socketaddress.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>
#include <span>

#include <linux/if_packet.h>
#include <netinet/icmp6.h>
#include <netinet/if_ether.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace lvs {

namespace {

sockaddr_ll linkAddress(int interface)
{
    sockaddr_ll address{};
    address.sll_family = AF_PACKET;
    address.sll_protocol = qToBigEndian(quint16(ETH_P_ARP));
    address.sll_ifindex = interface;
    return address;
}

Descriptor openForArp(int interface)
{
    // Bound by the second step: until then a socket with a protocol would hear all interfaces.
    Descriptor socket(::socket(AF_PACKET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    const sockaddr_ll address = linkAddress(interface);
    if (socket.isOpen() && ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return Descriptor();
    return socket;
}

/// Nothing is believed that another hop limit says was passed on by a router (RFC 4861, section 7.1).
constexpr int localHops = 255;

/// The next packet of a socket with IPV6_RECVHOPLIMIT: its length; -1 for one that does not come from the link.
ssize_t receiveFromLink(int socket, std::span<char> buffer)
{
    iovec whole{.iov_base = buffer.data(), .iov_len = buffer.size()};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control;
    msghdr message{};
    message.msg_iov = &whole;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    const ssize_t received = ::recvmsg(socket, &message, 0);
    if (received < 0)
        return received;
    for (cmsghdr *part = CMSG_FIRSTHDR(&message); part; part = CMSG_NXTHDR(&message, part)) {
        int hops = 0;
        if (part->cmsg_level == IPPROTO_IPV6 && part->cmsg_type == IPV6_HOPLIMIT &&
            part->cmsg_len == CMSG_LEN(sizeof hops)) {
            std::memcpy(&hops, CMSG_DATA(part), sizeof hops);
            return hops == localHops ? received : -1;
        }
    }
    return -1;
}

/// Bound to its interface, so that it hears no other.
Descriptor openForNeighbours(const EthernetInterface &on)
{
    const QByteArray name = on.interface.name.toString().toUtf8();
    Descriptor socket(::socket(AF_INET6, SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_ICMPV6));
    icmp6_filter filter;
    ICMP6_FILTER_SETBLOCKALL(&filter);
    ICMP6_FILTER_SETPASS(ND_NEIGHBOR_ADVERT, &filter);
    constexpr int yes = 1;
    const bool usable =
        socket.isOpen() && ::setsockopt(socket, IPPROTO_ICMPV6, ICMP6_FILTER, &filter, sizeof filter) == 0 &&
        ::setsockopt(socket, IPPROTO_IPV6, IPV6_MULTICAST_HOPS, &localHops, sizeof localHops) == 0 &&
        ::setsockopt(socket, IPPROTO_IPV6, IPV6_RECVHOPLIMIT, &yes, sizeof yes) == 0 &&
        ::setsockopt(socket, SOL_SOCKET, SO_BINDTODEVICE, name.constData(), socklen_t(name.size())) == 0;
    return usable ? std::move(socket) : Descriptor();
}

} // namespace

Census::Census(const IpAddress &vip, std::vector<EthernetInterface> interfaces, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_vip(vip)
    , m_limits(limits)
{
    for (EthernetInterface &interface : interfaces)
        m_ears.push_back({.on = std::move(interface)});
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Census::askAll);
}

void Census::start()
{
    for (Ear &ear : m_ears) {
        open(ear);
        if (!ear.socket.isOpen())
            continue; // it has gone, or is no longer up
        m_census.asked.push_back(ear.on.interface.name);
        ear.notifier = std::make_unique<QSocketNotifier>(ear.socket, QSocketNotifier::Read);
        connect(ear.notifier.get(), &QSocketNotifier::activated, this, [this, &ear] { receive(ear); });
    }
    m_next.start(0);
}

void Census::open(Ear &ear) const
{
    ear.socket = m_vip.isIPv4() ? openForArp(ear.on.index) : openForNeighbours(ear.on);
}

void Census::askAll()
{
    if (m_census.requests == m_limits.requests) {
        m_ears.clear();
        Q_EMIT finished(m_census);
        return;
    }
    for (const Ear &ear : m_ears) {
        if (ear.socket.isOpen())
            ask(ear);
    }
    ++m_census.requests;
    m_next.start(m_census.requests == m_limits.requests ? m_limits.listening : m_limits.between);
}

// What can't be sent is lost, as packets are: the next request follows.

void Census::ask(const Ear &ear) const
{
    const QByteArray &own = ear.on.interface.hardwareAddress;
    if (m_vip.isIPv4()) {
        sockaddr_ll everybody = linkAddress(ear.on.index);
        everybody.sll_halen = packets::hardwareAddressSize;
        std::fill_n(everybody.sll_addr, packets::hardwareAddressSize, quint8(0xff));
        const QByteArray request = packets::arpRequest(own, askerOf(ear.on, m_vip), m_vip);
        ::sendto(ear.socket, request.constData(), size_t(request.size()), 0,
                 reinterpret_cast<const sockaddr *>(&everybody), sizeof everybody);
    } else {
        const SocketAddress group(packets::solicitedNodeAddress(m_vip), 0, ear.on.index);
        const QByteArray request = packets::neighbourSolicitation(own, m_vip);
        ::sendto(ear.socket, request.constData(), size_t(request.size()), 0, group.data(), group.size);
    }
}

void Census::receive(const Ear &ear)
{
    std::array<char, 1500> buffer;
    const ssize_t received =
        m_vip.isIPv4() ? ::recv(ear.socket, buffer.data(), buffer.size(), 0) : receiveFromLink(ear.socket, buffer);
    if (received < 0)
        return;
    const QByteArrayView packet(buffer.data(), received);
    const auto answer =
        m_vip.isIPv4() ? packets::arpReply(packet, m_vip) : packets::neighbourAdvertisement(packet, m_vip);
    if (answer && *answer != ear.on.interface.hardwareAddress)
        count(ear, *answer);
}

void Census::count(const Ear &ear, const QByteArray &hardwareAddress)
{
    const InterfaceName &name = ear.on.interface.name;
    const auto known = std::ranges::find_if(m_census.answers, [&](const ArpAnswer &answer) {
        return answer.interface == name && answer.hardwareAddress == hardwareAddress;
    });
    if (known != m_census.answers.end())
        ++known->answers;
    else if (std::ssize(m_census.answers) < bus::bounds::arpAnswers)
        m_census.answers.push_back({.interface = name, .hardwareAddress = hardwareAddress, .answers = 1});
}

} // namespace lvs
