// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <chrono>

namespace lvs {

/// Totals since creation or since the last zeroing (IPVS_*_ATTR_STATS64). The kernel renews them every 2 s.
struct Counters {
    quint64 connections = 0; ///< scheduling decisions
    quint64 inPackets = 0;
    quint64 outPackets = 0; ///< 0 for DR and TUN: replies don't pass the director
    quint64 inBytes = 0;    ///< IP packet length, without link header
    quint64 outBytes = 0;
    friend bool operator==(const Counters &, const Counters &) = default;
};

/// The kernel's estimator: per second, smoothed over about 7 s, renewed every 2 s.
struct Rates {
    quint64 connections = 0;
    quint64 inPackets = 0;
    quint64 outPackets = 0;
    quint64 inBytes = 0; ///< bytes, not bits
    quint64 outBytes = 0;
    friend bool operator==(const Rates &, const Rates &) = default;
};

struct Traffic {
    Counters counters{};
    Rates rates{};
    friend bool operator==(const Traffic &, const Traffic &) = default;
};

/// The figures of all services of a machine together, with what those counted that are gone.
struct MachineTotals {
    Traffic traffic{};
    /// How long the machine had been up when they were read, with what it slept (CLOCK_BOOTTIME).
    std::chrono::milliseconds uptime{};
    friend bool operator==(const MachineTotals &, const MachineTotals &) = default;
};

} // namespace lvs
