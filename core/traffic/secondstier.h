// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/curve.h"
#include "core/traffic/packedblock.h"
#include "core/traffic/trafficmetric.h"

#include <array>
#include <memory>

namespace lvs {

/// The last minutes of a source, as fine as the kernel renews its figures: connections each second, rates of the
/// estimator every two, exact rates every four. Blocks of about a minute; the newest is open, the others are packed.
class SecondsTier
{
public:
    /// Blocks begin at multiples of it, in ms of the shifted time.
    static constexpr qint64 blockSpan = 64'000;
    /// The open block lies in rows of four seconds, so that what comes together stands together.
    static constexpr std::size_t rows = 16;
    /// What is kept at least, in ms.
    static constexpr qint64 kept = 600'000;

    /// `phase` shifts the blocks in time, so that not all sources pack theirs at once.
    explicit SecondsTier(int phase)
        : m_phase((phase & 15) * 4000)
    {
    }

    /// In order of time, but for what is less than a slot apart.
    void put(TrafficMetric metric, qint64 at, double value);
    /// What comes in this metric from `at` on is not joined to what was before.
    void putGap(TrafficMetric metric, qint64 at);
    /// Forgets everything from `at` on: the clock went back.
    void rewind(qint64 at);
    /// Forgets the oldest blocks but for `blocks` of them.
    void shrink(std::size_t blocks);
    std::size_t blocks() const { return m_packed.size(); }

    /// Adds the points of `metric` between two moments.
    void append(TrafficMetric metric, qint64 from, qint64 to, std::vector<CurvePoint> &points) const;
    static constexpr qint64 slotSpan(TrafficMetric metric) ///< ms
    {
        return std::chrono::milliseconds(traitsOf(metric).grain).count();
    }
    /// When the oldest block begins; now() if there is nothing.
    qint64 begins(qint64 now) const;
    bool isEmpty() const { return !m_open && m_packed.empty(); }
    std::size_t bytes() const { return m_bytes; }

private:
    static constexpr std::size_t rowSize = [] {
        std::size_t size = 0;
        for (const MetricTraits &traits : trafficMetrics)
            size += std::size_t(blockSpan / std::chrono::milliseconds(traits.grain).count()) / rows;
        return size;
    }();
    using Open = std::array<quint16, rows * rowSize>;

    quint16 *slot(TrafficMetric metric, qint64 at);
    static std::size_t placeOf(TrafficMetric metric, std::size_t slot);
    /// Of the open block, into the beginning of `codes`; gives that part of it.
    std::span<quint16> copyColumn(TrafficMetric metric, std::span<quint16> codes) const;
    void open(qint64 index);
    void reopen(const PackedBlock &block);
    void seal();
    void countBytes();

    qint64 m_phase;
    qint64 m_openIndex = 0;
    std::unique_ptr<Open> m_open;
    std::vector<PackedBlock> m_packed; ///< oldest first
    std::size_t m_bytes = 0;           ///< on the heap
    quint16 m_gapsNext = 0;            ///< bit per metric: the next block begins with a gap
};

} // namespace lvs
