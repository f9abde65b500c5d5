// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/ipnetwork.h"

#include "core/types/netmask.h"

#include <algorithm>

namespace lvs {
namespace {

quint8 widestPrefix(Family family)
{
    return family == Family::IPv4 ? 32 : 128;
}

IpAddress cleared(const IpAddress &address, quint32 prefixLength)
{
    auto bytes = address.bytes();
    for (quint32 i = 0; i < bytes.size(); ++i) {
        const quint32 kept = std::clamp<quint32>(prefixLength, 8 * i, 8 * i + 8) - 8 * i; // bits of this byte
        bytes[i] &= quint8(0xff << (8 - kept));
    }
    if (!address.isIPv4())
        return IpAddress::fromIPv6(bytes);
    return IpAddress::fromIPv4(quint32(bytes[0]) << 24 | quint32(bytes[1]) << 16 | quint32(bytes[2]) << 8 | bytes[3]);
}

} // namespace

Result<IpNetwork> IpNetwork::of(const IpAddress &address, quint32 prefixLength)
{
    if (prefixLength > widestPrefix(address.family()))
        return failure(ErrorCode::BadMask);
    return IpNetwork(cleared(address, prefixLength), quint8(prefixLength));
}

IpNetwork IpNetwork::ofOne(const IpAddress &address)
{
    return {address, widestPrefix(address.family())};
}

IpNetwork IpNetwork::every(Family family)
{
    return {IpAddress::any(family), 0};
}

Result<IpNetwork> IpNetwork::fromText(QStringView text)
{
    const qsizetype slash = text.indexOf(u'/');
    const auto address = IpAddress::fromText(slash < 0 ? text : text.first(slash));
    if (!address)
        return std::unexpected(address.error());
    if (slash < 0)
        return ofOne(*address);
    const QStringView length = text.sliced(slash + 1);
    if (length == u'0')
        return every(address->family());
    const auto mask = netmaskOrPrefixFromText(length, address->family());
    if (!mask) {
        Error error = mask.error();
        error.span.start += slash + 1;
        return std::unexpected(error);
    }
    return of(*address, quint32(lvs::prefixLength(*mask, address->family())));
}

bool IpNetwork::isOne() const
{
    return m_prefixLength == widestPrefix(family());
}

bool IpNetwork::contains(const IpAddress &address) const
{
    return address.family() == family() && cleared(address, m_prefixLength) == m_address;
}

QString IpNetwork::toString() const
{
    return isOne() ? m_address.toString() : m_address.toString() + u'/' + QString::number(m_prefixLength);
}

} // namespace lvs
