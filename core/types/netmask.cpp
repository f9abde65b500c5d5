// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/netmask.h"

#include "core/types/numbers.h"

#include <bit>

namespace lvs {

quint32 widestNetmask(Family family)
{
    return family == Family::IPv4 ? 0xffffffff : 128;
}

bool isNetmask(quint32 netmask, Family family)
{
    if (family == Family::IPv6)
        return netmask >= 1 && netmask <= 128;
    const quint32 hostPart = ~netmask;
    return (hostPart & (hostPart + 1)) == 0;
}

Result<quint32> netmaskFromText(QStringView text, Family family)
{
    const Error badMask{.code = ErrorCode::BadMask, .span = {0, text.size()}};
    if (family == Family::IPv6) {
        auto prefix = numberFromText(text, 1, 128);
        if (!prefix && prefix.error().code == ErrorCode::OutOfRange)
            return std::unexpected(badMask);
        return prefix;
    }
    const auto mask = IpAddress::fromText(text);
    if (!mask)
        return std::unexpected(mask.error());
    if (!mask->isIPv4() || !isNetmask(mask->toIPv4(), family))
        return std::unexpected(badMask);
    return mask->toIPv4();
}

Result<quint32> netmaskOrPrefixFromText(QStringView text, Family family)
{
    const qsizetype slash = text.startsWith(u'/') ? 1 : 0;
    if (slash == 0 && family == Family::IPv4 && text.contains(u'.'))
        return netmaskFromText(text, family);
    const bool isIPv4 = family == Family::IPv4;
    auto prefix = numberFromText(text.sliced(slash), isIPv4 ? 0 : 1, isIPv4 ? 32 : 128);
    if (!prefix)
        prefix.error().span.start += slash;
    else if (isIPv4)
        return *prefix == 0 ? 0 : ~0u << (32 - *prefix);
    return prefix;
}

int prefixLength(quint32 netmask, Family family)
{
    return family == Family::IPv4 ? std::popcount(netmask) : int(netmask);
}

QString netmaskToString(quint32 netmask, Family family)
{
    return family == Family::IPv4 ? IpAddress::fromIPv4(netmask).toString() : QString::number(netmask);
}

} // namespace lvs
