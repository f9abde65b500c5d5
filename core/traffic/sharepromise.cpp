// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/sharepromise.h"

#include <algorithm>
#include <numeric>

namespace lvs {

namespace {

/// A server's part of a round, as a number of turns.
quint64 turnsOf(SharePromise promise, quint32 weight)
{
    return promise == SharePromise::Equal ? quint64(weight > 0) : weight;
}

quint64 allTurns(SharePromise promise, std::span<const quint32> weights)
{
    quint64 turns = 0;
    for (const quint32 weight : weights)
        turns += turnsOf(promise, weight);
    return turns;
}

} // namespace

SharePromise promiseOf(const SchedulerName &scheduler)
{
    const QString &name = scheduler.toString();
    const auto isOneOf = [&name](std::initializer_list<QStringView> names) {
        return std::ranges::contains(names, name);
    };
    if (name == u"rr")
        return SharePromise::Equal;
    if (name == u"wrr")
        return SharePromise::ByWeight;
    if (isOneOf({u"lc", u"wlc", u"sed", u"nq", u"twos"}))
        return SharePromise::ByLoad;
    if (isOneOf({u"sh", u"mh"}))
        return SharePromise::BySource;
    if (isOneOf({u"dh", u"lblc", u"lblcr"}))
        return SharePromise::ByDestination;
    return isOneOf({u"fo", u"ovf"}) ? SharePromise::InOrder : SharePromise::Unknown;
}

std::vector<double> promisedShares(SharePromise promise, std::span<const quint32> weights)
{
    std::vector<double> shares;
    if (!promisesShares(promise))
        return shares;
    shares.reserve(weights.size());
    const auto all = double(std::max<quint64>(allTurns(promise, weights), 1));
    for (const quint32 weight : weights)
        shares.push_back(double(turnsOf(promise, weight)) / all);
    return shares;
}

quint64 roundOf(SharePromise promise, std::span<const quint32> weights)
{
    if (!promisesShares(promise))
        return 0;
    quint64 divisor = 0;
    for (const quint32 weight : weights)
        divisor = std::gcd(divisor, turnsOf(promise, weight));
    return divisor == 0 ? 0 : allTurns(promise, weights) / divisor;
}

} // namespace lvs
