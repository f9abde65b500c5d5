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
    /// Of a block: least, mean and most of each metric.
    static constexpr std::size_t columns = 3 * trafficMetricCount;
    /// Lengths of the columns.
    static constexpr auto lengths = [] {
        std::array<quint16, columns> all{};
        all.fill(minutesPerBlock);
        return all;
    }();

    /// `phase` shifts the blocks in time, so that not all sources pack theirs at once.
    explicit MinutesTier(int phase)
        : m_phase(phase % minutesPerBlock)
    {
    }

    /// `weight` is the time that the figure stands for, in any unit, the same for all of a metric.
    void put(TrafficMetric metric, qint64 at, double value, double weight);
    /// Forgets everything from `at` on, but for the minute that it is in if that is not over: the clock went back.
    void rewind(qint64 at);
    /// Forgets the oldest blocks but for `blocks` of them.
    void shrink(std::size_t blocks);
    std::size_t blocks() const { return m_packed.size(); }

    /// The block that was packed since this was asked last; null if none was. Valid until the tier changes.
    const PackedBlock *takeSealed();
    /// What is not packed yet, oldest first: the block that is not full, and that of the minute that is not over, where
    /// this one begins it. Nothing before the first figure.
    std::vector<PackedBlock> unsealed() const;
    /// In minutes since 1970; what a block's first column entry stands for.
    qint64 firstMinute(const PackedBlock &block) const { return firstMinute(block, int(m_phase)); }
    static qint64 firstMinute(const PackedBlock &block, int phase)
    {
        return block.index() * minutesPerBlock - phase % minutesPerBlock;
    }
    /// Of the block of this phase that `minute` since 1970 is in.
    static qint64 indexOf(qint64 minute, int phase) { return (minute + phase % minutesPerBlock) / minutesPerBlock; }
    /// Puts what was packed earlier in its place: `blocks` of this phase, in order of time, none of them later than
    /// what stands here. What stands here wins.
    void restore(std::vector<PackedBlock> blocks);

    /// Adds the minutes of `metric` that begin between two moments and are over.
    void append(TrafficMetric metric, qint64 from, qint64 to, std::vector<CurvePoint> &points) const;
    /// The same of one block.
    static void append(const PackedBlock &block, qint64 firstMinute, TrafficMetric metric, qint64 from, qint64 to,
                       std::vector<CurvePoint> &points);
    /// When the oldest block begins, in ms; `otherwise` if there is nothing.
    qint64 begins(qint64 otherwise) const;
    std::size_t bytes() const { return m_bytes; }

private:
    using Open = std::array<quint16, columns * minutesPerBlock>;
    struct Sum {
        double weighted = 0;
        double weight = 0;
        double least = 0;
        double most = 0;
    };

    void begin(qint64 number);
    void finishMinute();
    /// Of the minute that is being summed up, into its place in `codes`.
    void enterMinute(Open &codes) const;
    static Open unpacked(const PackedBlock &block);
    void reopen(const PackedBlock &block);
    void countBytes();

    qint64 m_phase;
    qint64 m_minute = -1; ///< that is being summed up; since 1970
    std::array<Sum, trafficMetricCount> m_sums{};
    qint64 m_openIndex = 0;
    std::unique_ptr<Open> m_open;
    std::vector<PackedBlock> m_packed; ///< oldest first
    std::size_t m_bytes = 0;           ///< on the heap
    bool m_sealed = false;             ///< the newest packed block was not taken
};

} // namespace lvs
