// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/probe/socketaddress.h"

#include <QtEndian>

#include <netinet/in.h>

#include <algorithm>
#include <bit>
#include <cstring>

namespace lvs {

SocketAddress::SocketAddress(const IpAddress &address, quint16 port, int interface)
{
    if (address.isIPv4()) {
        sockaddr_in in{};
        in.sin_family = AF_INET;
        in.sin_port = qToBigEndian(port);
        in.sin_addr.s_addr = qToBigEndian(address.toIPv4());
        std::memcpy(&storage, &in, sizeof in);
        size = sizeof in;
    } else {
        sockaddr_in6 in6{};
        in6.sin6_family = AF_INET6;
        in6.sin6_port = qToBigEndian(port);
        in6.sin6_addr = std::bit_cast<in6_addr>(address.bytes());
        in6.sin6_scope_id = quint32(interface);
        std::memcpy(&storage, &in6, sizeof in6);
        size = sizeof in6;
    }
}

int domainOf(const IpAddress &address)
{
    return address.isIPv4() ? AF_INET : AF_INET6;
}

std::optional<IpAddress> addressOf(const sockaddr *address)
{
    if (address && address->sa_family == AF_INET) {
        sockaddr_in in;
        std::memcpy(&in, address, sizeof in);
        return IpAddress::fromIPv4(qFromBigEndian(quint32(in.sin_addr.s_addr)));
    }
    if (address && address->sa_family == AF_INET6) {
        sockaddr_in6 in6;
        std::memcpy(&in6, address, sizeof in6);
        return IpAddress::fromIPv6(std::bit_cast<std::array<quint8, 16>>(in6.sin6_addr));
    }
    return {};
}

} // namespace lvs
