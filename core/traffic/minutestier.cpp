// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/minutestier.h"

#include "core/traffic/trafficcode.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lvs {

namespace {

using Minutes = std::span<const quint16, std::size_t(MinutesTier::minutesPerBlock)>;

/// Adds the minutes of a block whose least, mean and most these are.
void appendMinutes(Minutes least, Minutes mean, Minutes most, qint64 firstMinute, qint64 from, qint64 to,
                   std::vector<CurvePoint> &points)
{
    constexpr qint64 minute = MinutesTier::minute;
    for (std::size_t i = 0; i < mean.size(); ++i) {
        const qint64 at = (firstMinute + qint64(i)) * minute;
        if (mean[i] == trafficcode::nothing || at < from || at > to)
            continue;
        if (!points.empty() && at - points.back().at > minute && !points.back().isGap())
            points.push_back(CurvePoint::gapAt(points.back().at + minute));
        points.push_back({.at = at,
                          .least = float(trafficcode::decode(least[i])),
                          .mean = float(trafficcode::decode(mean[i])),
                          .most = float(trafficcode::decode(most[i]))});
    }
}

bool touches(qint64 firstMinute, qint64 from, qint64 to)
{
    return (firstMinute + MinutesTier::minutesPerBlock) * MinutesTier::minute > from &&
           firstMinute * MinutesTier::minute <= to;
}

} // namespace

void MinutesTier::put(TrafficMetric metric, qint64 at, double value, double weight)
{
    const qint64 number = at / minute;
    if (number != m_minute)
        begin(number);
    Sum &sum = m_sums[std::size_t(metric)];
    sum.least = sum.weight == 0 ? value : std::min(sum.least, value);
    sum.most = sum.weight == 0 ? value : std::max(sum.most, value);
    sum.weighted += value * weight;
    sum.weight += weight;
}

void MinutesTier::begin(qint64 number)
{
    if (m_minute >= 0)
        finishMinute();
    m_minute = number;
    m_sums = {};
}

void MinutesTier::finishMinute()
{
    const qint64 index = (m_minute + m_phase) / minutesPerBlock;
    if (!m_open || index != m_openIndex) {
        if (m_open) {
            m_packed.emplace_back(m_openIndex, *m_open, lengths);
            m_sealed = true;
        } else {
            m_open = std::make_unique<Open>();
        }
        m_open->fill(trafficcode::nothing);
        m_openIndex = index;
        const qint64 oldest = index - kept / minute / minutesPerBlock - 1;
        std::erase_if(m_packed, [oldest](const PackedBlock &block) { return block.index() < oldest; });
        countBytes();
    }
    enterMinute(*m_open);
}

void MinutesTier::enterMinute(Open &codes) const
{
    const auto place = std::size_t((m_minute + m_phase) % minutesPerBlock);
    for (std::size_t metric = 0; metric < trafficMetricCount; ++metric) {
        const Sum &sum = m_sums[metric];
        if (sum.weight == 0)
            continue;
        quint16 *code = codes.data() + metric * 3 * minutesPerBlock + place;
        code[0] = trafficcode::encode(sum.least);
        code[minutesPerBlock] = trafficcode::encode(sum.weighted / sum.weight);
        code[2 * minutesPerBlock] = trafficcode::encode(sum.most);
    }
}

const PackedBlock *MinutesTier::takeSealed()
{
    return std::exchange(m_sealed, false) && !m_packed.empty() ? &m_packed.back() : nullptr;
}

std::vector<PackedBlock> MinutesTier::unsealed() const
{
    std::vector<PackedBlock> blocks;
    const auto add = [&](qint64 index, const Open &codes) {
        if (!std::ranges::all_of(codes, [](quint16 code) { return code == trafficcode::nothing; }))
            blocks.emplace_back(index, codes, lengths);
    };
    Open codes{};
    if (m_open)
        codes = *m_open;
    if (m_minute < 0) {
        add(m_openIndex, codes);
        return blocks;
    }
    const qint64 index = (m_minute + m_phase) / minutesPerBlock;
    if (m_open && m_openIndex != index) { // full, but packed only once the minute is over
        add(m_openIndex, codes);
        codes = {};
    }
    enterMinute(codes);
    add(index, codes);
    return blocks;
}

MinutesTier::Open MinutesTier::unpacked(const PackedBlock &block)
{
    Open codes{};
    for (std::size_t column = 0; column < columns; ++column)
        block.unpack(column, lengths, std::span(codes).subspan(column * minutesPerBlock, minutesPerBlock));
    return codes;
}

void MinutesTier::reopen(const PackedBlock &block)
{
    m_open = std::make_unique<Open>(unpacked(block));
    m_openIndex = block.index();
}

void MinutesTier::restore(std::vector<PackedBlock> blocks)
{
    if (blocks.empty())
        return;
    const auto fill = [](Open &codes, const PackedBlock &earlier) {
        const Open under = unpacked(earlier);
        for (std::size_t i = 0; i < codes.size(); ++i)
            codes[i] = codes[i] == trafficcode::nothing ? under[i] : codes[i];
    };
    // The newest goes on: it was written before its minutes were over.
    if (!m_open) {
        reopen(blocks.back());
        blocks.pop_back();
    } else if (blocks.back().index() == m_openIndex) {
        fill(*m_open, blocks.back());
        blocks.pop_back();
    } else if (!m_packed.empty() && blocks.back().index() == m_packed.front().index()) {
        Open codes = unpacked(m_packed.front());
        fill(codes, blocks.back());
        m_packed.front() = PackedBlock(blocks.back().index(), codes, lengths);
        blocks.pop_back();
    }
    const qint64 until = m_packed.empty() ? m_openIndex : m_packed.front().index();
    std::erase_if(blocks, [until](const PackedBlock &block) { return block.index() >= until; });
    m_packed.insert(m_packed.begin(), std::make_move_iterator(blocks.begin()), std::make_move_iterator(blocks.end()));
    m_packed.shrink_to_fit();
    countBytes();
}

void MinutesTier::rewind(qint64 at)
{
    const qint64 number = at / minute;
    const qint64 index = (number + m_phase) / minutesPerBlock;
    if (m_open && m_openIndex > index)
        m_open.reset();
    // What was before in the same block stays.
    if (const auto cut = std::ranges::find(m_packed, index, &PackedBlock::index); cut != m_packed.end())
        reopen(*cut);
    std::erase_if(m_packed, [index](const PackedBlock &block) { return block.index() >= index; });
    if (m_open && m_openIndex == index) {
        const auto place = std::size_t((number + m_phase) % minutesPerBlock);
        for (std::size_t column = 0; column < columns; ++column) {
            quint16 *codes = m_open->data() + column * minutesPerBlock;
            std::fill(codes + place, codes + minutesPerBlock, trafficcode::nothing);
        }
    }
    if (number != m_minute)
        m_minute = -1;
    m_sealed = false;
    countBytes();
}

void MinutesTier::shrink(std::size_t blocks)
{
    if (m_packed.size() > blocks)
        m_packed.erase(m_packed.begin(), m_packed.end() - qsizetype(blocks));
    m_packed.shrink_to_fit();
    countBytes();
}

void MinutesTier::append(const PackedBlock &block, qint64 firstMinute, TrafficMetric metric, qint64 from, qint64 to,
                         std::vector<CurvePoint> &points)
{
    if (!touches(firstMinute, from, to))
        return;
    std::array<std::array<quint16, minutesPerBlock>, 3> codes{};
    for (std::size_t i = 0; i < codes.size(); ++i)
        block.unpack(std::size_t(metric) * 3 + i, lengths, codes[i]);
    appendMinutes(codes[0], codes[1], codes[2], firstMinute, from, to, points);
}

void MinutesTier::append(TrafficMetric metric, qint64 from, qint64 to, std::vector<CurvePoint> &points) const
{
    for (const PackedBlock &block : m_packed)
        append(block, firstMinute(block), metric, from, to, points);
    const qint64 openBegins = m_openIndex * minutesPerBlock - m_phase;
    if (!m_open || !touches(openBegins, from, to))
        return;
    const auto column = [&](std::size_t i) {
        return Minutes(m_open->data() + (std::size_t(metric) * 3 + i) * minutesPerBlock, minutesPerBlock);
    };
    appendMinutes(column(0), column(1), column(2), openBegins, from, to, points);
}

qint64 MinutesTier::begins(qint64 otherwise) const
{
    if (!m_packed.empty())
        return firstMinute(m_packed.front()) * minute;
    return m_open ? (m_openIndex * minutesPerBlock - m_phase) * minute : otherwise;
}

void MinutesTier::countBytes()
{
    m_bytes = m_open ? sizeof(Open) + 16 : 0;
    m_bytes += (m_packed.capacity() - m_packed.size()) * sizeof(PackedBlock) + 16;
    for (const PackedBlock &block : m_packed)
        m_bytes += block.bytes();
}

} // namespace lvs
