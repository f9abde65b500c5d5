// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/servicekey.h"

namespace lvs {

/// IP_VS_CONN_F_FWD_MASK values (include/uapi/linux/ip_vs.h). Local and Bypass are seen, never configured here.
enum class Forwarding : quint8 { Masquerading = 0, Local = 1, Tunnelling = 2, Gatewaying = 3, Bypass = 4 };

/// IPVS_DEST_ATTR_TUN_TYPE
enum class TunnelType : quint8 { IpIp = 0, Gue = 1, Gre = 2 };

// Protocols of the headers by which IPVS tunnels; GUE is UDP (include/uapi/linux/in.h, in6.h).
inline constexpr quint8 ipInIp = 4;
inline constexpr quint8 ipv6InIp = 41;
inline constexpr quint8 greProtocol = 47;

/// IPVS_DEST_ATTR_TUN_FLAGS
enum class TunnelChecksum : quint16 { None = 0, Checksum = 1, RemoteChecksum = 2 };

/// Tunnel options; the kernel keeps them whatever the forwarding method is, so they are always sent back.
struct Tunnel {
    TunnelType type = TunnelType::IpIp;
    quint16 port = 0; ///< host byte order; required for GUE
    TunnelChecksum checksum = TunnelChecksum::None;
    friend bool operator==(const Tunnel &, const Tunnel &) = default;
};

/// Configuration of one real server: everything NEW_DEST and SET_DEST carry.
struct RealServer {
    ServerKey key{};
    Forwarding forwarding = Forwarding::Gatewaying;
    quint32 weight = 1;         ///< 0 to limits::largestWeight; 0 = drained
    quint32 upperThreshold = 0; ///< connections, 0 = none
    quint32 lowerThreshold = 0; ///< connections, 0 = three quarters of the upper one
    Tunnel tunnel{};

    bool isDrained() const { return weight == 0; }
    friend bool operator==(const RealServer &, const RealServer &) = default;
};

/// Refuses what does not fit the service or itself (DR with another port, lower above upper threshold, …).
Result<void> validate(const RealServer &server, const ServiceKey &service);

} // namespace lvs
