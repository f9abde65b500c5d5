// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ipaddress.h"

namespace lvs {

/// An address with a prefix length; the bits behind it are zero. All of 0.0.0.0/0 or ::/0 is every address of a family.
class IpNetwork
{
public:
    IpNetwork() = default; ///< 0.0.0.0/0
    /// Clears the bits behind the prefix. BadMask for a length that the family does not have.
    static Result<IpNetwork> of(const IpAddress &address, quint32 prefixLength);
    static IpNetwork ofOne(const IpAddress &address);
    static IpNetwork every(Family family);
    /// Reads "192.168.10.0/24", "192.168.10.0/255.255.255.0", "2001:db8::/64", or an address alone.
    static Result<IpNetwork> fromText(QStringView text);

    const IpAddress &address() const { return m_address; }
    quint8 prefixLength() const { return m_prefixLength; }
    Family family() const { return m_address.family(); }
    bool isOne() const; ///< one address
    bool contains(const IpAddress &address) const;
    /// "192.168.10.0/24"; one address without its length.
    QString toString() const;

    friend auto operator<=>(const IpNetwork &, const IpNetwork &) = default;

private:
    IpNetwork(const IpAddress &address, quint8 prefixLength)
        : m_address(address)
        , m_prefixLength(prefixLength)
    {
    }
    IpAddress m_address;
    quint8 m_prefixLength = 0;
};

} // namespace lvs
