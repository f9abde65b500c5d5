// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"
#include "core/topology/topology.h"

#include <map>
#include <optional>

namespace lvs {

/// What flows on the edges of a topology, by a reading.
class DiagramRates
{
public:
    /// `snapshot` may be null: nothing is known then. `unreachable` as for topologyOf().
    DiagramRates(const Topology &topology, const Snapshot *snapshot, const std::set<ServerKey> &unreachable);

    /// Per second, of what comes to a card or goes through it. Nothing where it is not known.
    std::optional<Rates> of(const TopologyNode &node) const;

private:
    void addServers(const Topology &topology, const ServerList &list, const std::set<ServerKey> &unreachable);

    std::map<QString, Rates> m_byNode;
    std::optional<Rates> m_all; ///< of the service that is shown, or of all of them
};

} // namespace lvs
