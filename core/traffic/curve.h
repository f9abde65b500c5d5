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
    qint64 at = 0;   ///< ms since 1970 UTC, on this computer's clock: the beginning of the span
    float least = 0; ///< all three are equal where the span is one reading
    float mean = 0;
    float most = 0;

    /// Nothing was read, or what was read can't be joined to what was before: the line is broken here.
    bool isGap() const { return std::isnan(mean); }
    static CurvePoint gapAt(qint64 at);
};

/// A metric of a source over time.
struct Curve {
    std::vector<CurvePoint> points{};  ///< in order of time
    std::chrono::milliseconds grain{}; ///< span of the coarsest point
};

/// Joins points to about `mostPoints` between two moments, without losing least and most of any span, nor a gap.
Curve thinned(Curve curve, qint64 from, qint64 to, qsizetype mostPoints);

} // namespace lvs
