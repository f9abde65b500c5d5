// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/ipaddress.h"
#include "helper/kernel/attributes.h"

#include <string_view>
#include <vector>

namespace lvs {

/// One request of rtnetlink under construction: its header, that of its kind, attributes.
class RouteRequest
{
public:
    /// `header` is the structure that follows nlmsghdr in messages of `type` (rtnetlink(7)).
    template<class Header> RouteRequest(quint16 type, quint16 flags, const Header &header)
        : RouteRequest(type, flags)
    {
        append(&header, sizeof header);
    }

    void put(quint16 type, Bytes payload);
    template<class T> void putValue(quint16 type, const T &value) { put(type, std::as_bytes(std::span(&value, 1))); }
    void putAddress(quint16 type, const IpAddress &address);
    /// With a terminating NUL.
    void putString(quint16 type, std::string_view text);
    /// Attributes put between the two belong to the nested one.
    [[nodiscard]] size_t beginNested(quint16 type);
    void endNested(size_t nested);

    /// Gives it its length and number; done just before sending.
    Bytes finish(quint32 sequence);

private:
    RouteRequest(quint16 type, quint16 flags);
    void append(const void *data, size_t size);

    std::vector<std::byte> m_bytes;
};

/// Address of 4 or 16 bytes in network order.
[[nodiscard]] bool readAddress(Bytes payload, IpAddress &address);

} // namespace lvs
