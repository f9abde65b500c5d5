// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/curve.h"

namespace lvs {

/// Several curves at common moments, as a table or a stack of areas needs them.
struct AlignedCurves {
    std::vector<qint64> times{};                     ///< in order, of every point of every curve
    std::vector<std::vector<CurvePoint>> columns{};  ///< one per curve, as long as times; gaps where it is not known
    std::vector<std::chrono::milliseconds> grains{}; ///< of the curves
};

/// How long a value holds at most: of readings each second, and of any coarser grain. In ms.
qint64 longestHold(std::chrono::milliseconds grain);

/// Between its points a curve keeps the value of the last one, but not across a gap, nor for much longer than its
/// points are apart.
AlignedCurves aligned(const std::vector<Curve> &curves);

/// Upper edges of the means, one upon the other in the order of the columns; NaN where a curve is not known.
std::vector<std::vector<double>> stacked(const AlignedCurves &curves);

} // namespace lvs
