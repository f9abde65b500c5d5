// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <array>
#include <cstddef>
#include <span>

namespace lvs {

/// The usual checksum of files (ISO-HDLC, as zlib's and PNG's).
constexpr quint32 crc32(std::span<const std::byte> bytes)
{
    constexpr auto table = [] {
        std::array<quint32, 256> entries{};
        for (quint32 i = 0; i < entries.size(); ++i) {
            quint32 entry = i;
            for (int bit = 0; bit < 8; ++bit)
                entry = entry & 1 ? entry >> 1 ^ 0xedb8'8320 : entry >> 1;
            entries[i] = entry;
        }
        return entries;
    }();
    quint32 sum = ~0U;
    for (const std::byte byte : bytes)
        sum = sum >> 8 ^ table[(sum ^ quint32(byte)) & 0xff];
    return ~sum;
}

} // namespace lvs
