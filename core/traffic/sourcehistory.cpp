// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/sourcehistory.h"

#include <cmath>
#include <utility>

namespace lvs {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t rateCount = 5;

TrafficMetric metricAt(std::size_t index)
{
    return TrafficMetric(index);
}

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
        for (std::size_t i = 0; i < trafficMetricCount; ++i)
            m_seconds.putGap(metricAt(i), reading.at);
        m_span.restart();
        m_latest.fill(none);
    }
    m_lastSeen = reading.at;
    if (reading.traffic) {
        putRates(*reading.traffic, reading.at);
    } else {
        for (std::size_t i = 0; i < 2 * rateCount; ++i)
            putUnknown(metricAt(i), reading.at);
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

void SourceHistory::putRates(const Traffic &traffic, qint64 at)
{
    const Rates &rates = traffic.rates;
    const std::array<quint64, rateCount> estimates{rates.connections, rates.inPackets, rates.outPackets, rates.inBytes,
                                                   rates.outBytes};
    const auto isKnown = [this](TrafficMetric metric) { return m_replies != RepliesPass::None || !isOutgoing(metric); };
    for (std::size_t i = 0; i < rateCount; ++i) {
        if (isKnown(metricAt(i)))
            put(metricAt(i), at, double(estimates[i]));
        else
            putUnknown(metricAt(i), at);
    }
    const auto growth = m_span.read(traffic.counters, at);
    const bool wentBack = m_span.takeWentBack();
    for (std::size_t i = 0; i < rateCount; ++i) {
        const TrafficMetric metric = metricAt(rateCount + i);
        if (wentBack || !isKnown(metric)) {
            putUnknown(metric, at);
        } else if (growth) {
            put(metric, at, growth->perSecond[i], double(growth->span));
        }
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
