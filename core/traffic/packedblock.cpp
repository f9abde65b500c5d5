// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/packedblock.h"

#include "core/traffic/trafficcode.h"

#include <algorithm>
#include <bit>

namespace lvs {

namespace {

/// Of each column: the smallest figure, and the bits per code. No bits: every code is that one.
constexpr std::size_t headSize = 3;

struct Head {
    quint16 base = trafficcode::nothing;
    quint8 width = 0;
};

Head headOf(std::span<const quint16> codes)
{
    quint16 least = 0xffff;
    quint16 most = 0;
    quint16 leastFigure = 0xffff;
    for (const quint16 code : codes) {
        least = std::min(least, code);
        most = std::max(most, code);
        if (code >= trafficcode::smallest)
            leastFigure = std::min(leastFigure, code);
    }
    if (least == most)
        return {.base = least};
    const auto base = std::min(leastFigure, most);
    const unsigned spread = most < trafficcode::smallest ? most : most - base + trafficcode::smallest;
    return {.base = base, .width = quint8(std::bit_width(spread))};
}

std::size_t size(quint8 width, quint16 length)
{
    return (std::size_t(width) * length + 7) / 8;
}

} // namespace

PackedBlock::PackedBlock(qint64 index, std::span<const quint16> codes, std::span<const quint16> lengths)
    : m_index(index)
{
    std::vector<Head> heads;
    heads.reserve(lengths.size());
    std::size_t total = lengths.size() * headSize;
    std::size_t at = 0;
    for (const quint16 length : lengths) {
        heads.push_back(headOf(codes.subspan(at, length)));
        total += size(heads.back().width, length);
        at += length;
    }
    m_data.reserve(total);
    for (const Head &head : heads) {
        m_data.push_back(quint8(head.base & 0xff));
        m_data.push_back(quint8(head.base >> 8));
        m_data.push_back(head.width);
    }
    at = 0;
    for (std::size_t column = 0; column < lengths.size(); ++column) {
        const Head head = heads[column];
        quint64 bits = 0;
        int held = 0;
        for (const quint16 code : codes.subspan(at, head.width ? lengths[column] : 0)) {
            const unsigned stored = code < trafficcode::smallest ? code : code - head.base + trafficcode::smallest;
            bits |= quint64(stored) << held;
            for (held += head.width; held >= 8; held -= 8, bits >>= 8)
                m_data.push_back(quint8(bits));
        }
        if (held > 0)
            m_data.push_back(quint8(bits));
        at += lengths[column];
    }
}

std::optional<PackedBlock> PackedBlock::fromData(qint64 index, std::span<const quint8> data,
                                                 std::span<const quint16> lengths)
{
    std::size_t needed = lengths.size() * headSize;
    if (data.size() < needed)
        return std::nullopt;
    for (std::size_t column = 0; column < lengths.size(); ++column) {
        const quint8 width = data[column * headSize + 2];
        if (width > 16)
            return std::nullopt;
        needed += size(width, lengths[column]);
    }
    if (data.size() != needed)
        return std::nullopt;
    return PackedBlock(index, data);
}

void PackedBlock::unpack(std::size_t column, std::span<const quint16> lengths, std::span<quint16> codes) const
{
    const auto head = [&](std::size_t i) {
        const quint8 *from = m_data.data() + i * headSize;
        return Head{.base = quint16(from[0] | from[1] << 8), .width = from[2]};
    };
    std::size_t at = lengths.size() * headSize;
    for (std::size_t i = 0; i < column; ++i)
        at += size(head(i).width, lengths[i]);
    const auto [base, width] = head(column);
    if (width == 0) {
        std::ranges::fill(codes, base);
        return;
    }
    quint64 bits = 0;
    int held = 0;
    for (quint16 &code : codes) {
        for (; held < width; held += 8)
            bits |= quint64(m_data[at++]) << held;
        const auto stored = quint16(bits & ((1U << width) - 1));
        code = stored < trafficcode::smallest ? stored : quint16(stored - trafficcode::smallest + base);
        bits >>= width;
        held -= width;
    }
}

} // namespace lvs
