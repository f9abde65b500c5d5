// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/tunnelpacket.h"

#include "core/types/servicekey.h"

namespace lvs {

FilteredPacket tunnelPacket(const Tunnel &tunnel, Family inside, const IpAddress &realServer)
{
    FilteredPacket packet{.destination = realServer};
    switch (tunnel.type) {
    case TunnelType::IpIp:
        packet.protocol = inside == Family::IPv4 ? ipInIp : ipv6InIp;
        break;
    case TunnelType::Gue:
        packet.protocol = quint8(Protocol::Udp);
        packet.destinationPort = tunnel.port;
        break;
    case TunnelType::Gre:
        packet.protocol = greProtocol;
        break;
    }
    return packet;
}

} // namespace lvs
