// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <algorithm>
#include <bit>
#include <cmath>

namespace lvs::trafficcode {

// A figure in 16 bits: multiples of 1/16 below 128 and whole numbers up to 2,048 are exact, anything else is within
// 1/32 or 0.05 %, whichever is more: three digits are known, and the fourth about. Small whole numbers, which most
// figures are, lie close together, so that a column of them packs well (packedblock.h).

inline constexpr quint16 nothing = 0; ///< not read
inline constexpr quint16 gap = 1;     ///< what follows can't be joined to what was before
inline constexpr quint16 smallest = 2;

/// Above it a fourth digit is only about right.
inline constexpr double wholeUpTo = 2048;

/// `value` is at least 0; those above 2^58 are taken for that.
inline quint16 encode(double value)
{
    constexpr double most = double(quint64(1) << 62);
    const auto units = quint64(std::min(value * 16 + 0.5, most));
    if (units < 2048)
        return quint16(smallest + units);
    const int shift = std::bit_width(units) - 11;
    const quint64 mantissa = (units + (quint64(1) << (shift - 1))) >> shift; // 1024 to 2048
    return quint16(smallest + quint64(shift) * 1024 + mantissa);
}

/// NaN for what is not a figure.
inline double decode(quint16 code)
{
    if (code < smallest)
        return std::nan("");
    const unsigned units = code - smallest;
    if (units < 2048)
        return units / 16.0;
    return std::ldexp(double(units % 1024 + 1024), int(units / 1024) - 1 - 4);
}

/// A decoded figure without digits that are not known of it: it has four at most above wholeUpTo.
inline double known(double figure)
{
    if (!(figure > wholeUpTo))
        return figure;
    const double unit = std::pow(10, std::floor(std::log10(figure)) - 3);
    return std::round(figure / unit) * unit;
}

} // namespace lvs::trafficcode
