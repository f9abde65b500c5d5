// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QHashFunctions>
#include <QtEndian>

#include <array>
#include <bit>
#include <compare>

namespace lvs {

/// Numbers as in the kernel's AF_INET and AF_INET6 (include/linux/socket.h).
enum class Family : quint8 { IPv4 = 2, IPv6 = 10 };

/// One IPv4 or IPv6 address without port, prefix or zone. Ordered by family, then numerically.
class IpAddress
{
public:
    /// 0.0.0.0
    constexpr IpAddress() = default;
    /// `value` in host byte order.
    static IpAddress fromIPv4(quint32 value);
    /// `bytes` in network byte order.
    static IpAddress fromIPv6(const std::array<quint8, 16> &bytes);
    /// 0.0.0.0 or ::
    static IpAddress any(Family family) { return family == Family::IPv4 ? IpAddress() : fromIPv6({}); }
    /// Reads a dotted quad (four decimal parts, no leading zeros) or an RFC 4291 literal without brackets.
    static Result<IpAddress> fromText(QStringView text);

    Family family() const { return m_family; }
    bool isIPv4() const { return m_family == Family::IPv4; }
    /// Network byte order; an IPv4 address uses the first four.
    const std::array<quint8, 16> &bytes() const { return m_bytes; }
    quint32 toIPv4() const;
    /// Shortest usual form (RFC 5952 for IPv6).
    QString toString() const;
    bool isUnspecified() const;
    bool isMulticast() const;
    bool isBroadcast() const; ///< 255.255.255.255
    bool isLinkLocal() const; ///< fe80::/10; IPv4's 169.254/16 is ordinary to the kernel
    bool isLoopback() const;  ///< 127/8 or ::1
    /// What the kernel accepts as a real server without looking at routes: not multicast, broadcast, unspecified,
    /// link-local or an IPv4 address in the form of IPv6
    /// (net/netfilter/ipvs/ip_vs_ctl.c, ip_vs_new_dest). 0.0.0.0 alone: since Linux 5.3 the rest of 0/8 is ordinary.
    bool isUnicast() const;

    friend constexpr bool operator==(const IpAddress &a, const IpAddress &b)
    {
        return a.m_family == b.m_family && a.halves() == b.halves();
    }
    friend constexpr std::strong_ordering operator<=>(const IpAddress &a, const IpAddress &b)
    {
        if (const auto order = a.m_family <=> b.m_family; order != 0)
            return order;
        // Tables are sorted at each tick: two numbers are compared, not sixteen.
        const auto [aHigh, aLow] = a.halves();
        const auto [bHigh, bLow] = b.halves();
        const auto order = qFromBigEndian(aHigh) <=> qFromBigEndian(bHigh);
        return order != 0 ? order : qFromBigEndian(aLow) <=> qFromBigEndian(bLow);
    }
    friend size_t qHash(const IpAddress &address, size_t seed = 0) noexcept
    {
        const auto [high, low] = address.halves();
        return qHashMulti(seed, high, low, quint8(address.m_family));
    }

private:
    /// As they lie in memory.
    constexpr std::array<quint64, 2> halves() const { return std::bit_cast<std::array<quint64, 2>>(m_bytes); }

    Family m_family = Family::IPv4;
    std::array<quint8, 16> m_bytes{};
};

} // namespace lvs
