// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/counters.h"
#include "core/traffic/repliespass.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace lvs {

/// What can be drawn of a source. Stored by number: only ever added to.
enum class TrafficMetric : quint8 {
    // The kernel's estimator: whole numbers per second, smoothed over about 7 s, renewed every 2 s
    // (core/model/counters.h).
    Connections,
    InPackets,
    OutPackets,
    InBytes,
    OutBytes,
    // Exact: growth of a counter per second, over the time between two changes of it that were seen.
    ExactConnections,
    ExactInPackets,
    ExactOutPackets,
    ExactInBytes,
    ExactOutBytes,
    // Connections at the moment; of a service the sum of its servers', known while those are read.
    Active,
    Inactive,
};

/// What is counted, whichever way it is made a rate.
enum class TrafficQuantity : quint8 { Connections, InPackets, OutPackets, InBytes, OutBytes, Active, Inactive };
/// Those of Counters and Rates come first, in their order.
inline constexpr std::size_t countedQuantities = 5;

/// What holds for a metric whatever its source.
struct MetricTraits {
    TrafficMetric metric;
    TrafficQuantity quantity;
    /// How far apart its points are at least.
    std::chrono::seconds grain;
    quint64 Rates::*rate = nullptr;       ///< of the estimator; null for others
    quint64 Counters::*counter = nullptr; ///< whose growth it is; null for others
    bool isBytes = false;
    bool isOutgoing = false; ///< replies, which do not always pass the director
};

inline constexpr auto trafficMetrics = [] {
    using enum TrafficMetric;
    using Quantity = TrafficQuantity;
    using namespace std::chrono_literals;
    return std::to_array<MetricTraits>({
        {.metric = Connections, .quantity = Quantity::Connections, .grain = 2s, .rate = &Rates::connections},
        {.metric = InPackets, .quantity = Quantity::InPackets, .grain = 2s, .rate = &Rates::inPackets},
        {.metric = OutPackets,
         .quantity = Quantity::OutPackets,
         .grain = 2s,
         .rate = &Rates::outPackets,
         .isOutgoing = true},
        {.metric = InBytes, .quantity = Quantity::InBytes, .grain = 2s, .rate = &Rates::inBytes, .isBytes = true},
        {.metric = OutBytes,
         .quantity = Quantity::OutBytes,
         .grain = 2s,
         .rate = &Rates::outBytes,
         .isBytes = true,
         .isOutgoing = true},
        {.metric = ExactConnections, .quantity = Quantity::Connections, .grain = 4s, .counter = &Counters::connections},
        {.metric = ExactInPackets, .quantity = Quantity::InPackets, .grain = 4s, .counter = &Counters::inPackets},
        {.metric = ExactOutPackets,
         .quantity = Quantity::OutPackets,
         .grain = 4s,
         .counter = &Counters::outPackets,
         .isOutgoing = true},
        {.metric = ExactInBytes,
         .quantity = Quantity::InBytes,
         .grain = 4s,
         .counter = &Counters::inBytes,
         .isBytes = true},
        {.metric = ExactOutBytes,
         .quantity = Quantity::OutBytes,
         .grain = 4s,
         .counter = &Counters::outBytes,
         .isBytes = true,
         .isOutgoing = true},
        {.metric = Active, .quantity = Quantity::Active, .grain = 1s},
        {.metric = Inactive, .quantity = Quantity::Inactive, .grain = 1s},
    });
}();
inline constexpr std::size_t trafficMetricCount = trafficMetrics.size();
static_assert(std::ranges::is_sorted(trafficMetrics, {}, &MetricTraits::metric) &&
              std::size_t(trafficMetrics.back().metric) == trafficMetricCount - 1);

constexpr const MetricTraits &traitsOf(TrafficMetric metric)
{
    return trafficMetrics[std::size_t(metric)];
}

/// One value per metric, NaN where it is not known: per second, or a number of connections.
using TrafficValues = std::array<double, trafficMetricCount>;

constexpr bool isExact(TrafficMetric metric)
{
    return traitsOf(metric).counter;
}
constexpr bool isBytes(TrafficMetric metric)
{
    return traitsOf(metric).isBytes;
}
/// Replies, which do not always pass the director.
constexpr bool isOutgoing(TrafficMetric metric)
{
    return traitsOf(metric).isOutgoing;
}
/// Not per second, but connections that there are.
constexpr bool isLevel(TrafficMetric metric)
{
    return !traitsOf(metric).rate && !traitsOf(metric).counter;
}

} // namespace lvs
