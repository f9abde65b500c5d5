// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/traffic/sharepromise.h"
#include "core/types/servicekey.h"

#include <chrono>
#include <optional>
#include <vector>

namespace lvs {

/// Why the parts that servers received may differ from those promised, the likeliest that can be seen from the table.
enum class SkewCause : quint8 {
    Drained, ///< a server without weight got some: clients that persistence or an open connection still leads there
    Full,    ///< a server is near its upper threshold, and gets nothing while it has reached it
    ChangedLately, ///< clients that were there before the weights changed stay where they are
    FewClients,    ///< clients stay with their server, and there are too few of them to be spread evenly
    Persistence,   ///< clients stay with their server, however much each of them wants
    Unseen,        ///< something else: whoever writes weights again and again starts each round anew
};

/// How the new connections of a service were shared out over a span of time, beside what its scheduler promises.
struct ServiceShare {
    /// A server's part is called skewed if it is off its promise by more than each of
    /// - 3 standard deviations of as many independent choices (sqrt(p (1 - p) / n)),
    /// - what a round that was not finished can make (round * p * (1 - p) / n), for within a round the heavy come
    /// first,
    /// - 3 points, and 2 s of the span: counters of different servers are renewed as far apart, also after a change.
    /// Nothing is said of fewer than 100 connections or fewer than one round, and a promise counts as kept only where
    /// less than 10 points off would have been noticed.
    static constexpr quint64 fewest = 100;
    static constexpr double tolerance = 0.03;
    static constexpr double coarsest = 0.1;
    static constexpr std::chrono::milliseconds renewal{2000};

    enum class Verdict : quint8 { NoPromise, TooFew, AsPromised, Skewed };

    struct Server {
        ServerKey key{};
        quint64 connections = 0;          ///< new ones in the span
        std::optional<double> received{}; ///< part of those of the service, 0 to 1; nothing if it had none
        std::optional<double> promised{}; ///< 0 to 1; nothing if the scheduler promises no parts
        bool isSkewed = false;
        friend bool operator==(const Server &, const Server &) = default;
    };

    SharePromise promise = SharePromise::Unknown;
    Verdict verdict = Verdict::NoPromise;
    std::chrono::milliseconds span{}; ///< in which the connections were counted; 0: not yet
    quint64 connections = 0;          ///< new ones in the span
    double deviation = 0;             ///< the largest of a server from its promise, 0 to 1
    std::optional<SkewCause> cause{}; ///< if skewed
    std::vector<Server> servers{};    ///< ordered by key

    /// Enough has come to say whether the promise was kept.
    bool isJudged() const { return verdict == Verdict::AsPromised || verdict == Verdict::Skewed; }
    const Server *find(const ServerKey &key) const;
    friend bool operator==(const ServiceShare &, const ServiceShare &) = default;
};

} // namespace lvs
