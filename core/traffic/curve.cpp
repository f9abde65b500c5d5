// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/curve.h"

#include <algorithm>
#include <limits>

namespace lvs {

CurvePoint CurvePoint::gapAt(qint64 at)
{
    constexpr float none = std::numeric_limits<float>::quiet_NaN();
    return {.at = at, .least = none, .mean = none, .most = none};
}

Curve thinned(Curve curve, qint64 from, qint64 to, qsizetype mostPoints)
{
    if (qsizetype(curve.points.size()) <= mostPoints || mostPoints < 1 || to <= from)
        return curve;
    const qint64 span = std::max<qint64>((to - from) / mostPoints, 1);
    Curve result{.grain = std::max(curve.grain, std::chrono::milliseconds(span))};
    for (auto point = curve.points.begin(); point != curve.points.end();) {
        // Bounds are whole multiples of the span, so that points stay where they are while the window moves on.
        const qint64 bucket = point->at / span;
        CurvePoint joined = CurvePoint::gapAt(bucket * span);
        double sum = 0;
        int count = 0;
        bool gap = false;
        for (; point != curve.points.end() && point->at / span == bucket; ++point) {
            if (point->isGap()) {
                gap = true;
                continue;
            }
            joined.least = count == 0 ? point->least : std::min(joined.least, point->least);
            joined.most = count == 0 ? point->most : std::max(joined.most, point->most);
            sum += point->mean;
            ++count;
        }
        if (count > 0) {
            joined.mean = float(sum / count);
            result.points.push_back(joined);
        }
        if (gap)
            result.points.push_back(CurvePoint::gapAt(bucket * span + span / 2));
    }
    return result;
}

} // namespace lvs
