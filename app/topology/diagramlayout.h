// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/topology/topology.h"

#include <QRectF>

#include <vector>

namespace lvs {

/// How much room the parts of a diagram need, as their painter has measured it.
struct DiagramSizes {
    std::vector<QSizeF> cards{};  ///< in the order of Topology::nodes
    std::vector<QSizeF> labels{}; ///< in the order of Topology::edges; empty: none
    friend bool operator==(const DiagramSizes &, const DiagramSizes &) = default;
};

/// Where an edge is drawn: horizontal and vertical lines, each from one corner to the next.
struct DiagramWay {
    std::vector<QPointF> requests{}; ///< from TopologyEdge::from to TopologyEdge::to
    std::vector<QPointF> replies{};  ///< the way back of one for both; of one for replies alone as its ends stand
    QRectF label{};                  ///< null: none
};

/// Where everything is drawn.
struct DiagramPlan {
    std::vector<QRectF> cards{};
    std::vector<DiagramWay> ways{};
    QRectF area{}; ///< all of it, with a margin
};

/// As many cards of the last column stand upon each other at least before there is a second one.
inline constexpr int leastRows = 12;

/// From left to right: clients, router, director, and what is behind it. Lines run between cards, never through one or
/// through a label; replies that pass the director by have a lane of their own below everything.
DiagramPlan layOut(const Topology &topology, const DiagramSizes &sizes);

} // namespace lvs
