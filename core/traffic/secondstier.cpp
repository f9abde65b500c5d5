// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/secondstier.h"

#include "core/traffic/trafficcode.h"

namespace lvs {

namespace {

constexpr std::array<quint16, trafficMetricCount> lengths{32, 32, 32, 32, 32, 16, 16, 16, 16, 16, 64, 64};

std::size_t offsetOf(TrafficMetric metric)
{
    std::size_t offset = 0;
    for (std::size_t i = 0; i < std::size_t(metric); ++i)
        offset += lengths[i];
    return offset;
}

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
    return &(*m_open)[offsetOf(metric) + std::size_t(shifted % blockSpan / slotSpan(metric))];
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
    m_packed.emplace_back(m_openIndex, *m_open, lengths);
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
        add(m_openIndex, std::span<const quint16>(*m_open).subspan(offsetOf(metric), length));
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
