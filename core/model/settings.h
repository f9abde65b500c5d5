// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ipaddress.h"
#include "core/types/names.h"

#include <array>
#include <optional>

namespace lvs {

/// The three connection timeouts of `ipvsadm --set`, in seconds: 0 to limits::largestTimeout. In an operation 0 leaves
/// a value as it is.
struct Timeouts {
    quint32 tcp = 0;
    quint32 tcpFin = 0;
    quint32 udp = 0;
    friend bool operator==(const Timeouts &, const Timeouts &) = default;
};

/// The three in the order of `ipvsadm --set`.
inline constexpr std::array timeoutFields{&Timeouts::tcp, &Timeouts::tcpFin, &Timeouts::udp};

/// What `present` becomes when `change` is set.
constexpr Timeouts withSet(Timeouts present, const Timeouts &change)
{
    for (const auto field : timeoutFields) {
        if (change.*field != 0)
            present.*field = change.*field;
    }
    return present;
}

/// What has to be set to make `wanted` of `present`; 0 for each that is so already.
constexpr Timeouts changeBetween(const Timeouts &present, Timeouts wanted)
{
    for (const auto field : timeoutFields) {
        if (wanted.*field == present.*field)
            wanted.*field = 0;
    }
    return wanted;
}

/// What a kernel begins with (ip_vs_proto_tcp.c, ip_vs_proto_udp.c).
inline constexpr Timeouts defaultTimeouts{.tcp = 900, .tcpFin = 120, .udp = 300};

/// IP_VS_STATE_MASTER and IP_VS_STATE_BACKUP
enum class SyncRole : quint8 { Master = 1, Backup = 2 };

/// A connection-sync daemon (IPVS_DAEMON_ATTR_*). 0 or empty = the kernel's default.
struct SyncDaemon {
    SyncRole role = SyncRole::Master;
    InterfaceName interface{};
    quint32 syncId = 0;               ///< 0 to limits::largestSyncId
    quint16 maxLength = 0;            ///< bytes, 0 to limits::largestSyncLength
    std::optional<IpAddress> group{}; ///< multicast
    quint16 port = 0;                 ///< UDP, host byte order
    quint8 ttl = 0;                   ///< of the multicast packets
    friend bool operator==(const SyncDaemon &, const SyncDaemon &) = default;
};

/// What GET_INFO tells, with the release of the kernel.
struct KernelInfo {
    quint32 version = 0;             ///< 0x010201 = 1.2.1
    quint32 connectionTableSize = 0; ///< buckets
    QString release{};               ///< as `uname -r`
    friend bool operator==(const KernelInfo &, const KernelInfo &) = default;
};

} // namespace lvs
