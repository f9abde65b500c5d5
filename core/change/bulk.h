// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"

#include <set>

namespace lvs {

// Plans for operations on many objects at once.

/// A real server in its place.
struct PlacedServer {
    ServiceKey service{};
    RealServer server{};
    friend bool operator==(const PlacedServer &, const PlacedServer &) = default;
};

/// Every server with one of these addresses, whatever service and port; in the order of the table.
std::vector<PlacedServer> serversWithAddresses(const IpvsTable &table, const std::set<IpAddress> &addresses);

/// Gives each server the weight; those that have it are left alone.
ChangePlan settingWeights(const std::vector<PlacedServer> &servers, quint32 weight);

/// Multiplies each weight by percent / 100, rounded to the nearest, at least 1 and at most limits::largestWeight, so
/// that nobody is drained by a rounding; drained servers stay drained. With 0 percent all are drained.
ChangePlan scalingWeights(const std::vector<PlacedServer> &servers, quint32 percent);

struct Relocation {
    ChangePlan plan{};
    /// What can't move, and why.
    struct Refusal {
        PlacedServer server{};
        Error error{};
    };
    std::vector<Refusal> refused{};
};

/// Adds the servers to another service and removes them where they were. DR and TUN take the port of the new service;
/// with NAT a server that listened on its service's port follows to the new one if `portFollows`, else keeps its port.
Relocation moving(const std::vector<PlacedServer> &servers, const ServiceKey &target, bool portFollows,
                  const IpvsTable &table);

/// The service and its servers (kernel list order) again, under another key. Servers on the port of the old service get
/// the port of the new one. Refuses what does not fit the new key, and a key that the table has.
Result<ChangePlan> duplicating(const IpvsTable::Entry &entry, const ServiceKey &key, const IpvsTable &table);

/// Removes every service, if the table is still this one.
ChangePlan clearing(const IpvsTable &table);

} // namespace lvs
