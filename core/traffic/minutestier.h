// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/curve.h"
#include "core/traffic/packedblock.h"
#include "core/traffic/trafficmetric.h"

#include <array>
#include <memory>

namespace lvs {

/// A day of a source in minutes, with least, mean and most of each. A minute in which nothing was read is a gap.
class MinutesTier
{
public:
    static constexpr qint64 minute = 60'000; ///< ms
    static constexpr qint64 minutesPerBlock = 32;
    /// What is kept at least, in ms.
    static constexpr qint64 kept = 24 * 60 * minute;

    /// `phase` shifts the blocks in time, so that not all sources pack theirs at once.
    explicit MinutesTier(int phase)
        : m_phase(phase % minutesPerBlock)
    {
    }

    /// `weight` is the time that the figure stands for, in any unit, the same for all of a metric.
    void put(TrafficMetric metric, qint64 at, double value, double weight);
    /// Forgets everything from `at` on: the clock went back.
    void rewind(qint64 at);
    /// Forgets the oldest blocks but for `blocks` of them.
    void shrink(std::size_t blocks);
    std::size_t blocks() const { return m_packed.size(); }

    /// Adds the minutes of `metric` that begin between two moments and are over.
    void append(TrafficMetric metric, qint64 from, qint64 to, std::vector<CurvePoint> &points) const;
    std::size_t bytes() const { return m_bytes; }

private:
    static constexpr std::size_t columns = 3 * trafficMetricCount; ///< least, mean and most of each metric
    using Open = std::array<quint16, columns * minutesPerBlock>;
    struct Sum {
        double weighted = 0;
        double weight = 0;
        double least = 0;
        double most = 0;
    };

    void begin(qint64 number);
    void finishMinute();
    void countBytes();

    qint64 m_phase;
    qint64 m_minute = -1; ///< that is being summed up; since 1970
    std::array<Sum, trafficMetricCount> m_sums{};
    qint64 m_openIndex = 0;
    std::unique_ptr<Open> m_open;
    std::vector<PackedBlock> m_packed; ///< oldest first
    std::size_t m_bytes = 0;           ///< on the heap
};

} // namespace lvs
