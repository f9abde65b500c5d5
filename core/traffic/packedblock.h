// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <cstddef>
#include <span>
#include <vector>

namespace lvs {

/// Columns of codes (trafficcode.h) in as few bits as the spread of each column needs. Lengths are not kept: they are
/// the same for all blocks of a kind, and the caller's to know.
class PackedBlock
{
public:
    /// `codes` holds the columns one after the other.
    PackedBlock(qint64 index, std::span<const quint16> codes, std::span<const quint16> lengths);

    /// Which block of its kind it is, in order of time.
    qint64 index() const { return m_index; }
    /// Fills `codes`, which is as long as that column.
    void unpack(std::size_t column, std::span<const quint16> lengths, std::span<quint16> codes) const;
    /// With what the allocator adds.
    std::size_t bytes() const { return sizeof(*this) + m_data.capacity() + 16; }

private:
    qint64 m_index;
    std::vector<quint8> m_data;
};

} // namespace lvs
