// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topology/diagramstep.h"

#include <algorithm>

namespace lvs {

namespace {

using Kind = TopologyNode::Kind;

QString idOf(Kind kind, const Topology &topology)
{
    const auto found = std::ranges::find(topology.nodes, kind, &TopologyNode::kind);
    return found == topology.nodes.end() ? QString() : found->id;
}

/// Its card, or that of a group where it is folded. Of several groups the first one stands for it.
QString idOf(const ServerKey &server, const Topology &topology)
{
    const QString id = serverNodeId(server);
    return topology.find(id) ? id : idOf(Kind::ServerGroup, topology);
}

QString cardOf(const WalkStep &step, const Topology &topology, const std::optional<ServerKey> &server)
{
    switch (step.place) {
    case WalkPlace::Client:
        return idOf(Kind::Clients, topology);
    case WalkPlace::Router:
        return idOf(Kind::Router, topology);
    case WalkPlace::Director:
        return idOf(Kind::Director, topology);
    case WalkPlace::RealServer:
        break;
    }
    return server ? idOf(*server, topology) : QString();
}

} // namespace

DiagramStep diagramStep(const std::vector<WalkStep> &steps, int step, const Topology &topology,
                        const std::optional<ServerKey> &server)
{
    if (step < 0 || step >= int(steps.size()))
        return {};
    const WalkStep &shown = steps[std::size_t(step)];
    DiagramStep place{.card = cardOf(shown, topology, server),
                      .isReply = shown.isReply(),
                      .isFailure = shown.state == WalkStep::State::Fails};
    if (shown.isOnWire && step + 1 < int(steps.size()))
        place.next = cardOf(steps[std::size_t(step) + 1], topology, server);
    return place;
}

} // namespace lvs
