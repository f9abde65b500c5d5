// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <cstddef>
#include <optional>
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
    /// From what data() gave; nothing if these can't be blocks of columns of those lengths.
    static std::optional<PackedBlock> fromData(qint64 index, std::span<const quint8> data,
                                               std::span<const quint16> lengths);

    /// Which block of its kind it is, in order of time.
    qint64 index() const { return m_index; }
    /// Fills `codes`, which is as long as that column.
    void unpack(std::size_t column, std::span<const quint16> lengths, std::span<quint16> codes) const;
    /// All but the index, the same on every machine.
    std::span<const quint8> data() const { return m_data; }
    /// With what the allocator adds.
    std::size_t bytes() const { return sizeof(*this) + m_data.capacity() + 16; }

private:
    PackedBlock(qint64 index, std::span<const quint8> data)
        : m_index(index)
        , m_data(data.begin(), data.end())
    {
    }

    qint64 m_index;
    std::vector<quint8> m_data;
};

} // namespace lvs
