// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/minutestier.h"

#include "core/traffic/trafficcode.h"

#include <algorithm>

namespace lvs {

namespace {

constexpr auto lengths = [] {
    std::array<quint16, 3 * trafficMetricCount> all{};
    all.fill(MinutesTier::minutesPerBlock);
    return all;
}();

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
    const qint64 shifted = m_minute + m_phase;
    const qint64 index = shifted / minutesPerBlock;
    if (!m_open || index != m_openIndex) {
        if (m_open)
            m_packed.emplace_back(m_openIndex, *m_open, lengths);
        else
            m_open = std::make_unique<Open>();
        m_open->fill(trafficcode::nothing);
        m_openIndex = index;
        const qint64 oldest = index - kept / minute / minutesPerBlock - 1;
        std::erase_if(m_packed, [oldest](const PackedBlock &block) { return block.index() < oldest; });
        countBytes();
    }
    const auto place = std::size_t(shifted % minutesPerBlock);
    for (std::size_t metric = 0; metric < trafficMetricCount; ++metric) {
        const Sum &sum = m_sums[metric];
        if (sum.weight == 0)
            continue;
        quint16 *codes = m_open->data() + metric * 3 * minutesPerBlock + place;
        codes[0] = trafficcode::encode(sum.least);
        codes[minutesPerBlock] = trafficcode::encode(sum.weighted / sum.weight);
        codes[2 * minutesPerBlock] = trafficcode::encode(sum.most);
    }
}

void MinutesTier::rewind(qint64 at)
{
    const qint64 number = at / minute;
    const qint64 index = (number + m_phase) / minutesPerBlock;
    std::erase_if(m_packed, [index](const PackedBlock &block) { return block.index() >= index; });
    if (m_open && m_openIndex > index)
        m_open.reset();
    if (m_open && m_openIndex == index) {
        const auto place = std::size_t((number + m_phase) % minutesPerBlock);
        for (std::size_t column = 0; column < columns; ++column) {
            quint16 *codes = m_open->data() + column * minutesPerBlock;
            std::fill(codes + place, codes + minutesPerBlock, trafficcode::nothing);
        }
    }
    m_minute = -1;
    countBytes();
}

void MinutesTier::shrink(std::size_t blocks)
{
    if (m_packed.size() > blocks)
        m_packed.erase(m_packed.begin(), m_packed.end() - qsizetype(blocks));
    m_packed.shrink_to_fit();
    countBytes();
}

void MinutesTier::append(TrafficMetric metric, qint64 from, qint64 to, std::vector<CurvePoint> &points) const
{
    std::array<std::array<quint16, minutesPerBlock>, 3> buffer{};
    const auto column = std::size_t(metric) * 3;
    const auto add = [&](qint64 index) {
        const qint64 start = (index * minutesPerBlock - m_phase) * minute;
        for (std::size_t i = 0; i < minutesPerBlock; ++i) {
            const qint64 at = start + qint64(i) * minute;
            if (buffer[1][i] == trafficcode::nothing || at < from || at > to)
                continue;
            if (!points.empty() && at - points.back().at > minute && !points.back().isGap())
                points.push_back(CurvePoint::gapAt(points.back().at + minute));
            points.push_back({.at = at,
                              .least = float(trafficcode::decode(buffer[0][i])),
                              .mean = float(trafficcode::decode(buffer[1][i])),
                              .most = float(trafficcode::decode(buffer[2][i]))});
        }
    };
    const auto touches = [&](qint64 index) {
        const qint64 start = (index * minutesPerBlock - m_phase) * minute;
        return start + minutesPerBlock * minute > from && start <= to;
    };
    for (const PackedBlock &block : m_packed) {
        if (!touches(block.index()))
            continue;
        for (std::size_t i = 0; i < 3; ++i)
            block.unpack(column + i, lengths, buffer[i]);
        add(block.index());
    }
    if (m_open && touches(m_openIndex)) {
        for (std::size_t i = 0; i < 3; ++i)
            std::copy_n(m_open->data() + (column + i) * minutesPerBlock, minutesPerBlock, buffer[i].begin());
        add(m_openIndex);
    }
}

void MinutesTier::countBytes()
{
    m_bytes = m_open ? sizeof(Open) + 16 : 0;
    m_bytes += (m_packed.capacity() - m_packed.size()) * sizeof(PackedBlock) + 16;
    for (const PackedBlock &block : m_packed)
        m_bytes += block.bytes();
}

} // namespace lvs
