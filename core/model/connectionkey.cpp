// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/connectionkey.h"

namespace lvs {

namespace {

constexpr quint16 ftpPort = 21;

/// `netmask` as in VirtualService.
IpAddress masked(const IpAddress &address, quint32 netmask)
{
    if (address.isIPv4())
        return IpAddress::fromIPv4(address.toIPv4() & netmask);
    std::array<quint8, 16> bytes = address.bytes();
    for (quint32 bit = netmask; bit < 128; ++bit)
        bytes[bit / 8] &= quint8(~(0x80u >> bit % 8));
    return IpAddress::fromIPv6(bytes);
}

} // namespace

ConnectionKey templateKey(const VirtualService &service, const ConnectionKey &connection)
{
    ConnectionKey key{.client = masked(connection.client, service.netmask)};
    if (service.key.isMark()) {
        key.protocol = 0;
        key.mark = service.key.firewallMark;
        return key;
    }
    key.protocol = connection.protocol;
    key.virtualAddress = connection.virtualAddress;
    // FTP's data connections go where the control connection went.
    const bool perPort = connection.virtualPort == service.key.port && connection.virtualPort != ftpPort;
    key.virtualPort = perPort ? connection.virtualPort : 0;
    return key;
}

} // namespace lvs
