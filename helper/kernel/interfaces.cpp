// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/interfaces.h"

#include <QtEndian>

#include <bit>
#include <cstring>
#include <memory>

#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

namespace lvs {

namespace {

std::optional<IpAddress> addressOf(const sockaddr *socket)
{
    if (!socket)
        return {};
    if (socket->sa_family == AF_INET) {
        sockaddr_in in;
        std::memcpy(&in, socket, sizeof in);
        return IpAddress::fromIPv4(qFromBigEndian(quint32(in.sin_addr.s_addr)));
    }
    if (socket->sa_family == AF_INET6) {
        sockaddr_in6 in6;
        std::memcpy(&in6, socket, sizeof in6);
        return IpAddress::fromIPv6(std::bit_cast<std::array<quint8, 16>>(in6.sin6_addr));
    }
    return {};
}

/// The ones of a mask.
quint8 prefixLength(const IpAddress &mask)
{
    int bits = 0;
    for (const quint8 byte : mask.bytes())
        bits += std::popcount(byte);
    return quint8(bits);
}

HostInterface &entryFor(const InterfaceName &name, std::vector<HostInterface> &interfaces)
{
    const auto known = std::ranges::find(interfaces, name, &HostInterface::name);
    if (known != interfaces.end())
        return *known;
    return interfaces.emplace_back(HostInterface{.name = name});
}

} // namespace

std::vector<HostInterface> readInterfaces()
{
    ifaddrs *list = nullptr;
    if (getifaddrs(&list) != 0)
        return {};
    const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> owner(list, freeifaddrs);
    std::vector<HostInterface> interfaces;
    for (const ifaddrs *row = list; row; row = row->ifa_next) {
        // An address with a label such as "eth0:1" stands under the label.
        const auto name = InterfaceName::fromText(QString::fromUtf8(row->ifa_name).section(u':', 0, 0));
        if (!name)
            continue;
        HostInterface &interface = entryFor(*name, interfaces);
        interface.isUp = (row->ifa_flags & IFF_UP) != 0;
        const auto address = addressOf(row->ifa_addr);
        const auto mask = addressOf(row->ifa_netmask);
        if (address)
            interface.addresses.push_back(
                {.address = *address, .prefixLength = mask ? prefixLength(*mask) : quint8(0)});
    }
    return interfaces;
}

} // namespace lvs
