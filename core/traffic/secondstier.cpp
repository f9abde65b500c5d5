// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/secondstier.h"

#include "core/traffic/trafficcode.h"

namespace lvs {

namespace {

constexpr std::array<quint16, trafficMetricCount> lengths{32, 32, 32, 32, 32, 16, 16, 16, 16, 16, 64, 64};

/// Where the codes of each metric begin in a row of the open block.
constexpr std::array<std::size_t, trafficMetricCount> inRow{0, 2, 4, 6, 8, 10, 11, 12, 13, 14, 15, 19};

} // namespace

qint64 SecondsTier::slotSpan(TrafficMetric metric)
{
    return blockSpan / lengths[std::size_t(metric)];
}

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
    if (*code != trafficcode::nothing)
        code = slot(metric, at + slotSpan(metric)); // a figure stands here already
    if (code)
        *code = trafficcode::gap;
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

void SecondsTier::rewind(qint64 at)
{
    const qint64 index = (at + m_phase) / blockSpan;
    std::erase_if(m_packed, [index](const PackedBlock &block) { return block.index() >= index; });
    if (m_open && m_openIndex >= index)
        m_open.reset();
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
