// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ipaddress.h"

#include <QtEndian>

namespace lvs {

/// An address as the one number the hashing schedulers use: IPv6 is the exclusive or of its four words.
inline quint32 foldAddress(const IpAddress &address)
{
    if (address.isIPv4())
        return address.toIPv4();
    quint32 folded = 0;
    for (int word = 0; word < 4; ++word)
        folded ^= qFromBigEndian<quint32>(address.bytes().data() + 4 * word);
    return folded;
}

/// The upper `bits` bits of a multiplicative hash (include/linux/hash.h, hash_32).
inline quint32 hash32(quint32 value, int bits)
{
    return (value * 0x61C88647u) >> (32 - bits);
}

} // namespace lvs
