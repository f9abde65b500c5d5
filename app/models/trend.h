// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/traffichistory.h"

#include <QMetaType>

namespace lvs {

/// The last minutes of a figure, to be drawn small.
struct Trend {
    static constexpr std::chrono::milliseconds span{180'000};

    std::vector<CurvePoint> points{}; ///< of the span before `to`
    qint64 to = 0;                    ///< the last reading, ms since 1970 UTC

    qint64 from() const { return to - span.count(); }
    /// The largest value; NaN if nothing is known.
    double most() const;
    /// The newest; NaN if it is not known.
    double now() const;
};

Trend trendOf(const TrafficHistory &history, const TrafficSource &source, TrafficMetric metric);

} // namespace lvs

Q_DECLARE_METATYPE(lvs::Trend)
