// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/secondstier.h"

#include "core/traffic/trafficcode.h"

#include <algorithm>

namespace lvs {

namespace {

constexpr auto lengths = [] {
    std::array<quint16, trafficMetricCount> all{};
    for (const MetricTraits &traits : trafficMetrics)
        all[std::size_t(traits.metric)] = quint16(SecondsTier::blockSpan / SecondsTier::slotSpan(traits.metric));
    return all;
}();

/// Where the codes of each metric begin in a row of the open block.
constexpr auto inRow = [] {
    std::array<std::size_t, trafficMetricCount> all{};
    for (std::size_t i = 1; i < all.size(); ++i)
        all[i] = all[i - 1] + lengths[i - 1] / SecondsTier::rows;
    return all;
}();

constexpr quint16 bit(TrafficMetric metric)
{
    return quint16(1U << unsigned(metric));
}
static_assert(trafficMetricCount <= 16);

} // namespace

void SecondsTier::put(TrafficMetric metric, qint64 at, double value)
{
    quint16 *code = slot(metric, at);
    if (code && *code != trafficcode::gap)
        *code = trafficcode::encode(value);
}

void SecondsTier::putGap(TrafficMetric metric, qint64 at)
{
    quint16 *code = slot(metric, at);
    if (!code)
        return;
    if (*code == trafficcode::nothing) {
        *code = trafficcode::gap;
        return;
    }
    // A figure stands here already. The next block is not begun for that: gaps of other metrics may belong to this one.
    const qint64 next = at + slotSpan(metric);
    if ((next + m_phase) / blockSpan == m_openIndex)
        *slot(metric, next) = trafficcode::gap;
    else
        m_gapsNext |= bit(metric);
}

quint16 *SecondsTier::slot(TrafficMetric metric, qint64 at)
{
    const qint64 shifted = at + m_phase;
    const qint64 index = shifted / blockSpan;
    if (!m_open || index > m_openIndex)
        open(index);
    if (index < m_openIndex)
        return nullptr;
    return &(*m_open)[placeOf(metric, std::size_t(shifted % blockSpan / slotSpan(metric)))];
}

std::size_t SecondsTier::placeOf(TrafficMetric metric, std::size_t slot)
{
    const std::size_t slotsInRow = lengths[std::size_t(metric)] / rows;
    return slot / slotsInRow * rowSize + inRow[std::size_t(metric)] + slot % slotsInRow;
}

std::span<quint16> SecondsTier::copyColumn(TrafficMetric metric, std::span<quint16> codes) const
{
    const auto column = codes.first(lengths[std::size_t(metric)]);
    for (std::size_t i = 0; i < column.size(); ++i)
        column[i] = (*m_open)[placeOf(metric, i)];
    return column;
}

void SecondsTier::open(qint64 index)
{
    if (m_open)
        seal();
    else
        m_open = std::make_unique<Open>();
    m_open->fill(trafficcode::nothing);
    m_openIndex = index;
    for (const MetricTraits &traits : trafficMetrics) {
        if (m_gapsNext & bit(traits.metric))
            (*m_open)[placeOf(traits.metric, 0)] = trafficcode::gap;
    }
    m_gapsNext = 0;
    const qint64 oldest = index - kept / blockSpan - 1;
    std::erase_if(m_packed, [oldest](const PackedBlock &block) { return block.index() < oldest; });
    countBytes();
}

void SecondsTier::seal()
{
    if (m_packed.capacity() == 0)
        m_packed.reserve(kept / blockSpan + 2);
    Open columns{};
    std::size_t at = 0;
    for (std::size_t i = 0; i < trafficMetricCount; ++i)
        at += copyColumn(TrafficMetric(i), std::span(columns).subspan(at)).size();
    m_packed.emplace_back(m_openIndex, columns, lengths);
}

void SecondsTier::reopen(const PackedBlock &block)
{
    m_open = std::make_unique<Open>();
    m_openIndex = block.index();
    std::array<quint16, std::ranges::max(lengths)> buffer{};
    for (const MetricTraits &traits : trafficMetrics) {
        const auto codes = std::span(buffer).first(lengths[std::size_t(traits.metric)]);
        block.unpack(std::size_t(traits.metric), lengths, codes);
        for (std::size_t i = 0; i < codes.size(); ++i)
            (*m_open)[placeOf(traits.metric, i)] = codes[i];
    }
}

void SecondsTier::rewind(qint64 at)
{
    const qint64 shifted = at + m_phase;
    const qint64 index = shifted / blockSpan;
    if (m_open && m_openIndex > index)
        m_open.reset();
    // What was before in the same block stays.
    if (const auto cut = std::ranges::find(m_packed, index, &PackedBlock::index); cut != m_packed.end())
        reopen(*cut);
    std::erase_if(m_packed, [index](const PackedBlock &block) { return block.index() >= index; });
    if (m_open && m_openIndex == index) {
        for (const MetricTraits &traits : trafficMetrics) {
            const auto first = std::size_t(shifted % blockSpan / slotSpan(traits.metric));
            for (std::size_t i = first; i < lengths[std::size_t(traits.metric)]; ++i)
                (*m_open)[placeOf(traits.metric, i)] = trafficcode::nothing;
        }
    }
    m_gapsNext = 0;
    countBytes();
}

void SecondsTier::shrink(std::size_t blocks)
{
    if (m_packed.size() > blocks)
        m_packed.erase(m_packed.begin(), m_packed.end() - qsizetype(blocks));
    countBytes();
}

void SecondsTier::append(TrafficMetric metric, qint64 from, qint64 to, std::vector<CurvePoint> &points) const
{
    const std::size_t length = lengths[std::size_t(metric)];
    const qint64 span = slotSpan(metric);
    std::array<quint16, 64> buffer{};
    const auto add = [&](qint64 index, std::span<const quint16> codes) {
        const qint64 start = index * blockSpan - m_phase;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            const qint64 at = start + qint64(i) * span;
            if (codes[i] == trafficcode::nothing || at < from || at > to)
                continue;
            const auto value = float(trafficcode::decode(codes[i]));
            points.push_back({.at = at, .least = value, .mean = value, .most = value});
        }
    };
    const auto touches = [&](qint64 index) {
        return (index + 1) * blockSpan - m_phase > from && index * blockSpan - m_phase <= to;
    };
    for (const PackedBlock &block : m_packed) {
        if (!touches(block.index()))
            continue;
        const auto codes = std::span(buffer).first(length);
        block.unpack(std::size_t(metric), lengths, codes);
        add(block.index(), codes);
    }
    if (m_open && touches(m_openIndex))
        add(m_openIndex, copyColumn(metric, buffer));
}

qint64 SecondsTier::begins(qint64 now) const
{
    if (!m_packed.empty())
        return m_packed.front().index() * blockSpan - m_phase;
    return m_open ? m_openIndex * blockSpan - m_phase : now;
}

void SecondsTier::countBytes()
{
    m_bytes = m_open ? sizeof(Open) + 16 : 0;
    if (m_packed.capacity() > 0)
        m_bytes += (m_packed.capacity() - m_packed.size()) * sizeof(PackedBlock) + 16;
    for (const PackedBlock &block : m_packed)
        m_bytes += block.bytes();
}

} // namespace lvs
