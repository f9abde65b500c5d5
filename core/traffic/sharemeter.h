// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"
#include "core/traffic/serviceshare.h"

#include <map>

namespace lvs {

/// Counts the new connections of each server over the last one to two minutes, exactly, from the kernel's counters.
/// A span is of one promise: it begins anew when the scheduler, a weight or the servers change, when counters go back
/// and when nobody has looked for a minute. Not thread-safe.
class ShareMeter
{
public:
    /// A span is twice as long at most, and then goes on from its middle.
    static constexpr std::chrono::milliseconds half{60'000};

    /// Takes a reading in: the services whose servers it has. Without traffic there is nothing to count.
    void record(const Snapshot &snapshot);
    /// Of what was recorded; without servers for a service that is not known.
    ServiceShare of(const ServiceKey &service) const;

private:
    struct Server {
        ServerKey key{};
        quint32 weight = 0;
        quint64 first = 0; ///< counter at the begin of the span, …
        quint64 middle = 0;
        quint64 last = 0;
    };
    struct Service {
        VirtualService config{};
        std::vector<Server> servers{};    ///< in the kernel's order
        std::vector<std::size_t> byKey{}; ///< places in that order
        qint64 firstAt = 0;               ///< ms since 1970 UTC, …
        qint64 middleAt = 0;
        qint64 lastAt = 0;
        qint64 changedAt = 0;  ///< the promise; 0: not seen
        quint64 templates = 0; ///< clients that are held, more or less
        bool isNearlyFull = false;
    };

    static void record(Service &service, const VirtualService &config, const std::vector<ServerState> &servers,
                       qint64 at);
    static SkewCause causeOf(const Service &service, const ServiceShare &share);

    std::map<ServiceKey, Service> m_services;
};

} // namespace lvs
