// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ipaddress.h"

namespace lvs {

/// IP protocol numbers; the kernel balances only these three.
enum class Protocol : quint8 { Tcp = 6, Udp = 17, Sctp = 132 };

/// Identity of a virtual service: protocol, VIP and port, or a firewall mark and a family.
/// A foreign table can hold protocols beside the three (ip_vs_ctl.c does not check), so the number is kept as it is.
struct ServiceKey {
    Family family = Family::IPv4;
    quint8 protocol = quint8(Protocol::Tcp); ///< meaningless (kept at TCP) for a firewall mark
    quint16 port = 0;                        ///< host byte order; 0 = every port (needs persistence)
    quint32 firewallMark = 0;                ///< not 0: this is a firewall-mark service and address and port are unset
    IpAddress address{};

    static ServiceKey forAddress(Protocol protocol, const IpAddress &address, quint16 port);
    static ServiceKey forMark(quint32 mark, Family family);

    bool isMark() const { return firewallMark != 0; }
    /// "TCP 172.18.100.6:80", "UDP [2001:db8::1]:53", "FWM 1", "FWM 1 IPv6": for logs, ids and tests.
    QString toString() const;

    friend auto operator<=>(const ServiceKey &, const ServiceKey &) = default;
    friend size_t qHash(const ServiceKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, quint8(key.family), key.protocol, key.port, key.firewallMark, key.address);
    }
};

/// Identity of a real server inside its service.
struct ServerKey {
    IpAddress address{};
    quint16 port = 0; ///< host byte order

    /// "192.168.10.11:80" or "[2001:db8::1]:80"
    QString toString() const;

    friend auto operator<=>(const ServerKey &, const ServerKey &) = default;
    friend size_t qHash(const ServerKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, key.address, key.port);
    }
};

/// The server is of another family than its service: only tunnelling can join them, and no sync daemon runs beside it
/// (ip_vs_ctl.c).
inline bool mixesFamilies(const ServerKey &server, const ServiceKey &service)
{
    return server.address.family() != service.family;
}

} // namespace lvs
