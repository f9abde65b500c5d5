// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/counterspan.h"
#include "core/traffic/minutestier.h"
#include "core/traffic/secondstier.h"

#include <limits>

namespace lvs {

/// What was read of one source at one moment.
struct TrafficReading {
    qint64 at = 0;                     ///< ms since 1970 UTC
    std::optional<Traffic> traffic{};  ///< none: its counters were not read
    std::optional<quint64> active{};   ///< connections
    std::optional<quint64> inactive{}; ///< connections
    RepliesPass replies = RepliesPass::Unknown;
    bool joined = true;      ///< false: nothing that was read before belongs to this
    bool hasCounters = true; ///< false: of the traffic only the rates are known
};

/// What is kept of one source.
class SourceHistory
{
public:
    /// `phase` spreads the work of packing over time.
    explicit SourceHistory(int phase)
        : m_seconds(phase)
        , m_phase(phase)
    {
        m_latest.fill(std::numeric_limits<double>::quiet_NaN());
    }

    /// `keepDay`: minutes too, and not only seconds.
    void record(const TrafficReading &reading, bool keepDay);
    void rewind(qint64 at);
    /// Leaves the newest packed blocks, as many as said.
    void shrinkSeconds(std::size_t blocks);
    void shrinkMinutes(std::size_t blocks);

    qint64 lastSeen() const { return m_lastSeen; }
    const TrafficValues &latest() const { return m_latest; }
    RepliesPass replies() const { return m_replies; }
    /// Of the counters, from the reading before to the last one; nothing if they are not joined.
    const Counters &lastGrowth() const { return m_span.lastGrowth(); }
    bool keepsDay() const { return m_minutes != nullptr; }
    std::size_t secondsBlocks() const { return m_seconds.blocks(); }
    std::size_t minutesBlocks() const { return m_minutes ? m_minutes->blocks() : 0; }
    /// Those of the minutes that are packed from now on, one after the other (MinutesTier); null if there is none.
    const PackedBlock *takeSealed() { return m_minutes ? m_minutes->takeSealed() : nullptr; }
    std::vector<PackedBlock> unsealed() const { return m_minutes ? m_minutes->unsealed() : std::vector<PackedBlock>(); }
    qint64 firstMinute(const PackedBlock &block) const { return m_minutes->firstMinute(block); }
    /// Puts what was recorded earlier, in another run, before what is here (MinutesTier::restore()).
    void restore(std::vector<PackedBlock> blocks);
    /// When what is known of it begins, in ms.
    qint64 begins() const;
    Curve curve(TrafficMetric metric, qint64 from, qint64 to) const;
    /// On the heap.
    std::size_t bytes() const;

private:
    void put(TrafficMetric metric, qint64 at, double value, double weight = 1);
    void putRates(const Rates &rates, qint64 at);
    void putGrowth(const Counters &counters, qint64 at);
    bool isCounted(const MetricTraits &traits) const;
    /// What comes later is not to be joined to what was.
    void putUnknown(TrafficMetric metric, qint64 at);

    SecondsTier m_seconds;
    std::unique_ptr<MinutesTier> m_minutes;
    CounterSpan m_span;
    TrafficValues m_latest{};
    qint64 m_lastSeen = 0;
    int m_phase;
    RepliesPass m_replies = RepliesPass::Unknown;
};

} // namespace lvs
