// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <chrono>
#include <cmath>
#include <vector>

namespace lvs {

/// What a metric was over a span of time, as one point of a curve.
struct CurvePoint {
    qint64 at = 0;   ///< end of the span: ms since 1970 UTC, on this computer's clock
    float least = 0; ///< all three are equal where the span is one reading
    float mean = 0;
    float most = 0;

    /// Nothing was read, or what was read can't be joined to what was before: the line is broken here.
    bool isGap() const { return std::isnan(mean); }
};

/// A metric of a source over time.
struct Curve {
    std::vector<CurvePoint> points{};  ///< in order of time
    std::chrono::milliseconds grain{}; ///< usual span of a point
};

} // namespace lvs
