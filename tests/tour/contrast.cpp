// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/tour/contrast.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace lvs::tour {

namespace {

/// https://www.w3.org/TR/WCAG21/#dfn-relative-luminance
double luminance(QRgb colour)
{
    const auto linear = [](int channel) {
        const double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(qRed(colour)) + 0.7152 * linear(qGreen(colour)) + 0.0722 * linear(qBlue(colour));
}

} // namespace

double contrastOf(const QImage &picture)
{
    std::map<QRgb, int> counts;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            ++counts[picture.pixel(x, y)];
    }
    if (counts.empty())
        return 1;
    const auto commonest = std::ranges::max_element(counts, {}, [](const auto &entry) { return entry.second; });
    const double ground = luminance(commonest->first);
    double best = 1;
    for (const auto &[colour, count] : counts) {
        const double other = luminance(colour);
        best = std::max(best, (std::max(ground, other) + 0.05) / (std::min(ground, other) + 0.05));
    }
    return best;
}

} // namespace lvs::tour
