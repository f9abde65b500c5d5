// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <linux/netlink.h>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <span>

namespace lvs {

using Bytes = std::span<const std::byte>;

/// Hands every attribute of `bytes` to `visit(type, payload) -> bool`. False, and no further visit, if the lengths do
/// not add up or a visit returned false. Payloads are only 4-byte aligned: read them with readExactly().
/// (libnl walks attributes through a function call each, too slow for the 30 attributes of 100,000 rows.)
template<class Visit> [[nodiscard]] bool forEachAttribute(Bytes bytes, Visit &&visit)
{
    while (bytes.size() >= sizeof(nlattr)) {
        nlattr header;
        std::memcpy(&header, bytes.data(), sizeof header);
        if (header.nla_len < sizeof header || header.nla_len > bytes.size())
            return false;
        if (!visit(quint16(header.nla_type & NLA_TYPE_MASK),
                   bytes.subspan(sizeof header, header.nla_len - sizeof header)))
            return false;
        bytes = bytes.subspan(std::min<size_t>(NLA_ALIGN(header.nla_len), bytes.size()));
    }
    return bytes.empty();
}

/// Copies a payload that must have exactly the size of `value`.
template<class T> [[nodiscard]] bool readExactly(Bytes payload, T &value)
{
    if (payload.size() != sizeof value)
        return false;
    std::memcpy(&value, payload.data(), sizeof value);
    return true;
}

} // namespace lvs
