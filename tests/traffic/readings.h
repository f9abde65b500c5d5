// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/traffichistory.h"
#include "tests/support/objects.h"

#include <QTimeZone>

namespace lvs::test {

/// A director whose objects count as the test says, read on a clock of the test's own.
class ReadDirector
{
public:
    static constexpr qint64 begin = 1'750'000'000'000; ///< ms since 1970

    Snapshot snapshot{};
    qint64 now = begin;

    ServiceState &add(const ServiceKey &key, const std::vector<RealServer> &servers)
    {
        snapshot.services.push_back({.config = service(key)});
        ServerList list{.service = key};
        for (const RealServer &server : servers)
            list.servers.push_back({.config = server});
        snapshot.servers.push_back(std::move(list));
        return snapshot.services.back();
    }
    /// Goes on by `pace` and gives the reading then.
    const Snapshot &read(qint64 pace = 1000)
    {
        now += pace;
        snapshot.readAt = QDateTime::fromMSecsSinceEpoch(now, QTimeZone::UTC);
        return snapshot;
    }
};

/// What comes with one more connection of ten packets of 100 bytes, answered by as many of 1,000.
inline void grow(Traffic &traffic, quint64 connections)
{
    traffic.counters.connections += connections;
    traffic.counters.inPackets += 10 * connections;
    traffic.counters.outPackets += 10 * connections;
    traffic.counters.inBytes += 1'000 * connections;
    traffic.counters.outBytes += 10'000 * connections;
}

inline qsizetype gapsOf(const Curve &curve)
{
    return std::ranges::count_if(curve.points, &CurvePoint::isGap);
}
inline float mostOf(const Curve &curve)
{
    float most = 0;
    for (const CurvePoint &point : curve.points)
        most = point.isGap() ? most : std::max(most, point.most);
    return most;
}

} // namespace lvs::test
