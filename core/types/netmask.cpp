// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/netmask.h"

#include "core/types/numbers.h"

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

QString netmaskToString(quint32 netmask, Family family)
{
    return family == Family::IPv4 ? IpAddress::fromIPv4(netmask).toString() : QString::number(netmask);
}

} // namespace lvs
