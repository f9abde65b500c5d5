// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/repliespass.h"

#include <array>

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
inline constexpr std::size_t trafficMetricCount = 12;

/// One value per metric, NaN where it is not known: per second, or a number of connections.
using TrafficValues = std::array<double, trafficMetricCount>;

inline bool isExact(TrafficMetric metric)
{
    return metric >= TrafficMetric::ExactConnections && metric <= TrafficMetric::ExactOutBytes;
}
inline bool isBytes(TrafficMetric metric)
{
    return metric == TrafficMetric::InBytes || metric == TrafficMetric::OutBytes ||
           metric == TrafficMetric::ExactInBytes || metric == TrafficMetric::ExactOutBytes;
}
/// Replies, which do not always pass the director.
inline bool isOutgoing(TrafficMetric metric)
{
    return metric == TrafficMetric::OutPackets || metric == TrafficMetric::OutBytes ||
           metric == TrafficMetric::ExactOutPackets || metric == TrafficMetric::ExactOutBytes;
}
/// Not per second, but connections that there are.
inline bool isLevel(TrafficMetric metric)
{
    return metric >= TrafficMetric::Active;
}

} // namespace lvs
