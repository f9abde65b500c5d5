// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/alignedcurves.h"
#include "core/traffic/trafficevents.h"
#include "core/traffic/trafficmetric.h"

#include <QString>

#include <optional>

namespace lvs {

/// A curve with what it is of.
struct TrafficSeries {
    TrafficSource source{};
    QString name{};
    int color = 0; ///< for seriesColor()
    Curve curve{};

    bool hasValues() const { return !std::ranges::all_of(curve.points, &CurvePoint::isGap); }
};

/// Something that happened.
struct TrafficMark {
    qint64 at = 0;
    TrafficEvent::Kind kind{};
    QString text{};
};

/// What a graph shows, and how.
struct TrafficPicture {
    std::vector<TrafficSeries> series{};
    AlignedCurves values{}; ///< of the series, in their order
    std::vector<TrafficMark> marks{};
    TrafficMetric metric{};
    std::optional<TrafficSource> highlighted{}; ///< drawn thicker than the others
    bool stacked = false;
    bool logarithmic = false; ///< unless it is stacked
};

} // namespace lvs
