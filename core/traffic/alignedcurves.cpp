// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/alignedcurves.h"

#include <algorithm>

namespace lvs {

namespace {

std::vector<CurvePoint> column(const Curve &curve, const std::vector<qint64> &times)
{
    std::vector<CurvePoint> column;
    column.reserve(times.size());
    auto next = curve.points.begin();
    for (const qint64 time : times) {
        while (next != curve.points.end() && next->at <= time)
            ++next;
        const bool known =
            next != curve.points.begin() && !(next - 1)->isGap() && time - (next - 1)->at <= longestHold(curve.grain);
        column.push_back(known ? *(next - 1) : CurvePoint::gapAt(time));
        column.back().at = time;
    }
    return column;
}

} // namespace

qint64 longestHold(std::chrono::milliseconds grain)
{
    return std::max<qint64>(3 * grain.count(), 15'000);
}

AlignedCurves aligned(const std::vector<Curve> &curves)
{
    AlignedCurves result;
    for (const Curve &curve : curves) {
        for (const CurvePoint &point : curve.points)
            result.times.push_back(point.at);
    }
    std::ranges::sort(result.times);
    const auto repeated = std::ranges::unique(result.times);
    result.times.erase(repeated.begin(), repeated.end());
    for (const Curve &curve : curves) {
        result.columns.push_back(column(curve, result.times));
        result.grains.push_back(curve.grain);
    }
    return result;
}

std::vector<std::vector<double>> stacked(const AlignedCurves &curves)
{
    std::vector<std::vector<double>> edges;
    std::vector<double> sum(curves.times.size(), 0);
    for (const auto &column : curves.columns) {
        std::vector<double> edge(column.size());
        for (std::size_t i = 0; i < column.size(); ++i) {
            if (!column[i].isGap())
                sum[i] += double(column[i].mean);
            edge[i] = column[i].isGap() ? std::nan("") : sum[i];
        }
        edges.push_back(std::move(edge));
    }
    return edges;
}

} // namespace lvs
