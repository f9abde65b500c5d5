// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/ipvsadmwords.h"

#include "core/types/netmask.h"

using namespace Qt::StringLiterals;

namespace lvs {

QString selectorWords(const ServiceKey &key)
{
    if (key.isMark())
        return u" -f %1%2"_s.arg(key.firewallMark).arg(key.family == Family::IPv6 ? u" -6" : u"");
    const QString endpoint = ServerKey{key.address, key.port}.toString();
    switch (Protocol(key.protocol)) {
    case Protocol::Tcp:
        return u" -t "_s + endpoint;
    case Protocol::Udp:
        return u" -u "_s + endpoint;
    case Protocol::Sctp:
        return u" --sctp-service "_s + endpoint;
    }
    return {};
}

QString serviceWords(const VirtualService &service, bool withNetmask)
{
    QString text = u" -s "_s + service.scheduler.toString();
    if (service.isPersistent())
        text += u" -p %1"_s.arg(service.persistenceTimeout);
    if (withNetmask)
        text += u" -M "_s + netmaskToString(service.netmask, service.key.family);
    if (!service.engine.isNone())
        text += u" --pe "_s + service.engine.toString();
    if (service.flags.testFlag(ServiceFlag::OnePacket))
        text += u" -o"_s;
    if (const ServiceFlags flags = service.flags & schedulerFlags)
        text += u" -b "_s + flagNames(flags, service.scheduler).join(u',');
    return text;
}

QString tunnelWords(const Tunnel &tunnel)
{
    const QString checksum = [&] {
        switch (tunnel.checksum) {
        case TunnelChecksum::None:
            return u" --tun-nocsum"_s;
        case TunnelChecksum::Checksum:
            return u" --tun-csum"_s;
        case TunnelChecksum::RemoteChecksum:
            return u" --tun-remcsum"_s;
        }
        return QString();
    }();
    switch (tunnel.type) {
    case TunnelType::IpIp:
        return u" --tun-type ipip"_s;
    case TunnelType::Gue:
        return u" --tun-type gue --tun-port %1%2"_s.arg(tunnel.port).arg(checksum);
    case TunnelType::Gre:
        return u" --tun-type gre"_s + checksum;
    }
    return {};
}

QString forwardingWord(Forwarding forwarding)
{
    switch (forwarding) {
    case Forwarding::Masquerading:
        return u" -m"_s;
    case Forwarding::Tunnelling:
        return u" -i"_s;
    case Forwarding::Gatewaying:
        return u" -g"_s;
    case Forwarding::Local:
    case Forwarding::Bypass:
        break;
    }
    return {};
}

} // namespace lvs
