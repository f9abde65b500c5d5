// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/sourcehistory.h"

#include <cmath>
#include <utility>

namespace lvs {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

} // namespace

void SourceHistory::record(const TrafficReading &reading, bool keepDay)
{
    if (keepDay && !m_minutes)
        m_minutes = std::make_unique<MinutesTier>(m_phase);
    else if (!keepDay)
        m_minutes.reset();
    if (reading.replies != RepliesPass::Unknown)
        m_replies = reading.replies;
    const bool joined = reading.joined || m_lastSeen == 0;
    if (!joined) {
        for (const MetricTraits &traits : trafficMetrics)
            m_seconds.putGap(traits.metric, reading.at);
        m_span.restart();
        m_latest.fill(none);
    }
    m_lastSeen = reading.at;
    if (reading.traffic) {
        putRates(reading.traffic->rates, reading.at);
    } else {
        for (const MetricTraits &traits : trafficMetrics) {
            if (traits.rate)
                putUnknown(traits.metric, reading.at);
        }
    }
    if (reading.traffic && reading.hasCounters) {
        putGrowth(reading.traffic->counters, reading.at);
    } else {
        for (const MetricTraits &traits : trafficMetrics) {
            if (traits.counter)
                putUnknown(traits.metric, reading.at);
        }
        m_span.restart();
    }
    for (const auto &[metric, level] :
         {std::pair(TrafficMetric::Active, reading.active), std::pair(TrafficMetric::Inactive, reading.inactive)}) {
        if (level)
            put(metric, reading.at, double(*level));
        else
            putUnknown(metric, reading.at);
    }
}

bool SourceHistory::isCounted(const MetricTraits &traits) const
{
    return m_replies != RepliesPass::None || !traits.isOutgoing;
}

void SourceHistory::putRates(const Rates &rates, qint64 at)
{
    for (const MetricTraits &traits : trafficMetrics) {
        if (!traits.rate)
            continue;
        if (isCounted(traits))
            put(traits.metric, at, double(rates.*traits.rate));
        else
            putUnknown(traits.metric, at);
    }
}

void SourceHistory::putGrowth(const Counters &counters, qint64 at)
{
    const auto growth = m_span.read(counters, at);
    const bool wentBack = m_span.takeWentBack();
    for (const MetricTraits &traits : trafficMetrics) {
        if (!traits.counter)
            continue;
        if (wentBack || !isCounted(traits))
            putUnknown(traits.metric, at);
        else if (growth)
            put(traits.metric, at, growth->perSecond[std::size_t(traits.quantity)], double(growth->span));
    }
}

void SourceHistory::put(TrafficMetric metric, qint64 at, double value, double weight)
{
    m_latest[std::size_t(metric)] = value;
    m_seconds.put(metric, at, value);
    if (m_minutes)
        m_minutes->put(metric, at, value, weight);
}

void SourceHistory::putUnknown(TrafficMetric metric, qint64 at)
{
    double &latest = m_latest[std::size_t(metric)];
    if (!std::isnan(std::exchange(latest, none)))
        m_seconds.putGap(metric, at);
}

void SourceHistory::rewind(qint64 at)
{
    m_seconds.rewind(at);
    if (m_minutes)
        m_minutes->rewind(at);
}

void SourceHistory::shrinkSeconds(std::size_t blocks)
{
    m_seconds.shrink(blocks);
}

void SourceHistory::shrinkMinutes(std::size_t blocks)
{
    if (m_minutes)
        m_minutes->shrink(blocks);
}

void SourceHistory::restore(std::vector<PackedBlock> blocks)
{
    if (!m_minutes)
        m_minutes = std::make_unique<MinutesTier>(m_phase);
    if (m_lastSeen == 0 && !blocks.empty()) // at its end, so that it is forgotten in time
        m_lastSeen = (m_minutes->firstMinute(blocks.back()) + MinutesTier::minutesPerBlock) * MinutesTier::minute;
    m_minutes->restore(std::move(blocks));
}

qint64 SourceHistory::begins() const
{
    const qint64 seconds = m_seconds.begins(m_lastSeen);
    return m_minutes ? std::min(m_minutes->begins(seconds), seconds) : seconds;
}

Curve SourceHistory::curve(TrafficMetric metric, qint64 from, qint64 to) const
{
    Curve curve{.grain = std::chrono::milliseconds(SecondsTier::slotSpan(metric))};
    const qint64 seconds = m_seconds.begins(m_lastSeen);
    if (m_minutes && from < seconds) {
        m_minutes->append(metric, from - MinutesTier::minute, std::min(to, seconds), curve.points);
        if (!curve.points.empty())
            curve.grain = std::chrono::milliseconds(MinutesTier::minute);
    }
    std::size_t minutes = curve.points.size();
    m_seconds.append(metric, from, to, curve.points);
    if (minutes == 0 || minutes == curve.points.size())
        return curve;
    // A minute that reaches into the seconds may be theirs alone, and they tell more.
    const qint64 firstSecond = curve.points[minutes].at;
    if (curve.points[minutes - 1].at + MinutesTier::minute > firstSecond)
        minutes = std::size_t(curve.points.erase(curve.points.begin() + qsizetype(minutes) - 1) - curve.points.begin());
    if (minutes == 0) {
        curve.grain = std::chrono::milliseconds(SecondsTier::slotSpan(metric));
    } else if (const qint64 end = curve.points[minutes - 1].at + MinutesTier::minute;
               firstSecond - end > MinutesTier::minute + 3 * CounterSpan::shortest) {
        curve.points.insert(curve.points.begin() + qsizetype(minutes), CurvePoint::gapAt(end));
    }
    return curve;
}

std::size_t SourceHistory::bytes() const
{
    return m_seconds.bytes() + (m_minutes ? m_minutes->bytes() + sizeof(MinutesTier) + 16 : 0);
}

} // namespace lvs
