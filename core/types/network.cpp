// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/types/network.h"

#include <algorithm>
#include <span>

namespace lvs {

bool isInNetwork(const IpAddress &address, const IpAddress &network, quint8 prefixLength)
{
    if (address.family() != network.family())
        return false;
    const std::size_t whole = prefixLength / 8;
    const int rest = prefixLength % 8;
    const auto &a = address.bytes();
    const auto &b = network.bytes();
    if (!std::ranges::equal(std::span(a).first(whole), std::span(b).first(whole)))
        return false;
    return rest == 0 || (a[whole] ^ b[whole]) >> (8 - rest) == 0;
}

} // namespace lvs
