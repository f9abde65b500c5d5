// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/scheduler/scheduler.h"

#include "core/sandbox/scheduler/destinationhash.h"
#include "core/sandbox/scheduler/loadbased.h"
#include "core/sandbox/scheduler/maglevhash.h"
#include "core/sandbox/scheduler/roundrobin.h"
#include "core/sandbox/scheduler/sourcehash.h"
#include "core/sandbox/scheduler/weightedroundrobin.h"

#include <algorithm>
#include <array>

namespace lvs {

namespace {

template<class S> std::unique_ptr<Scheduler> make()
{
    return std::make_unique<S>();
}

template<LoadBased::Rule rule> std::unique_ptr<Scheduler> makeLoadBased()
{
    return std::make_unique<LoadBased>(rule);
}

struct Known {
    QLatin1StringView name;
    std::unique_ptr<Scheduler> (*make)();
};

using Rule = LoadBased::Rule;

constexpr std::array known{
    Known{QLatin1StringView("rr"), make<RoundRobin>},
    Known{QLatin1StringView("wrr"), make<WeightedRoundRobin>},
    Known{QLatin1StringView("lc"), makeLoadBased<Rule::LeastConnections>},
    Known{QLatin1StringView("wlc"), makeLoadBased<Rule::WeightedLeastConnections>},
    Known{QLatin1StringView("sed"), makeLoadBased<Rule::ShortestExpectedDelay>},
    Known{QLatin1StringView("nq"), makeLoadBased<Rule::NeverQueue>},
    Known{QLatin1StringView("fo"), makeLoadBased<Rule::Failover>},
    Known{QLatin1StringView("ovf"), makeLoadBased<Rule::Overflow>},
    Known{QLatin1StringView("sh"), make<SourceHash>},
    Known{QLatin1StringView("dh"), make<DestinationHash>},
    Known{QLatin1StringView("lblc"), makeLoadBased<Rule::WeightedLeastConnections>},
    Known{QLatin1StringView("lblcr"), makeLoadBased<Rule::WeightedLeastConnections>},
    Known{QLatin1StringView("twos"), makeLoadBased<Rule::WeightedLeastConnections>},
    Known{QLatin1StringView("mh"), make<MaglevHash>},
};

constexpr QLatin1StringView noScheduler("none");

} // namespace

bool isKnownScheduler(QStringView name)
{
    return name == noScheduler || std::ranges::any_of(known, [name](const Known &entry) { return entry.name == name; });
}

std::unique_ptr<Scheduler> makeScheduler(QStringView name)
{
    const auto found = std::ranges::find_if(known, [name](const Known &entry) { return entry.name == name; });
    return found == known.end() ? nullptr : found->make();
}

} // namespace lvs
