// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <compare>
#include <span>
#include <vector>

namespace lvs {

struct PortRange {
    quint16 first = 0;
    quint16 last = 0; ///< not below the first
    friend auto operator<=>(const PortRange &, const PortRange &) = default;
};

/// Ports in their shortest form: ranges in ascending order that neither overlap nor touch. Empty: none is named.
class PortSet
{
public:
    /// Most ranges of a set; rules with more are somebody else's.
    static constexpr std::size_t mostRanges = 64;

    PortSet() = default;
    /// OutOfRange for a range that ends before it begins, TooLong for too many.
    static Result<PortSet> of(std::vector<PortRange> ranges);
    /// Reads "80, 443, 8000-8080" with or without blanks; iptables' "8000:8080" is the same. Ports are from 1 on.
    static Result<PortSet> fromText(QStringView text);

    bool isEmpty() const { return m_ranges.empty(); }
    std::span<const PortRange> ranges() const { return m_ranges; }
    bool contains(quint16 port) const;
    /// "80,443,8000-8080"
    QString toString() const;

    friend auto operator<=>(const PortSet &, const PortSet &) = default;

private:
    std::vector<PortRange> m_ranges;
};

} // namespace lvs
