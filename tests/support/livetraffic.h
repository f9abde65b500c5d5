// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ipvstable.h"

#include <random>

namespace lvs::test {

/// Traffic that never repeats itself: goes on by `seconds` with about `mean` connections a second and the noise of the
/// real thing.
inline void liveOn(Traffic &traffic, double mean, double seconds, std::mt19937 &random)
{
    const double noise = 0.8 + 0.4 * double(random() % 1000) / 1000;
    const auto connections = quint64(mean * seconds * noise);
    traffic.counters.connections += connections;
    traffic.counters.inPackets += connections * 9 + random() % 20;
    traffic.counters.outPackets += connections * 8 + random() % 20;
    traffic.counters.inBytes += connections * 1400 + random() % 10'000;
    traffic.counters.outBytes += connections * 22'000 + random() % 100'000;
    const auto smooth = [&](quint64 &rate, double now) { rate = quint64((double(rate) * 3 + now) / 4); };
    smooth(traffic.rates.connections, mean * noise);
    smooth(traffic.rates.inPackets, mean * noise * 9);
    smooth(traffic.rates.outPackets, mean * noise * 8);
    smooth(traffic.rates.inBytes, mean * noise * 1400);
    smooth(traffic.rates.outBytes, mean * noise * 22'000);
}

/// A server's, with connections that come and go.
inline void liveOn(ServerState &server, double mean, double seconds, std::mt19937 &random)
{
    liveOn(server.traffic, mean, seconds, random);
    server.activeConnections = 40 + random() % 20;
    server.inactiveConnections = 100 + random() % 60;
}

} // namespace lvs::test
