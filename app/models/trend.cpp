// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/trend.h"

#include <limits>

namespace lvs {

double Trend::most() const
{
    double most = std::numeric_limits<double>::quiet_NaN();
    for (const CurvePoint &point : points) {
        if (!point.isGap())
            most = std::fmax(most, double(point.most));
    }
    return most;
}

double Trend::now() const
{
    return points.empty() ? std::numeric_limits<double>::quiet_NaN() : double(points.back().mean);
}

Trend trendOf(const TrafficHistory &history, const TrafficSource &source, TrafficMetric metric)
{
    constexpr qsizetype mostPoints = 90; // about as many as the kernel's estimator gives
    Trend trend{.to = history.lastReading()};
    trend.points = history.curve(source, metric, trend.from(), trend.to, mostPoints).points;
    return trend;
}

} // namespace lvs
