// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/annotations.h"
#include "app/text/markedtext.h"
#include "core/director/director.h"
#include "core/topology/topology.h"

#include <map>

namespace lvs {

/// What a card says.
struct CardText {
    struct Line {
        QString role{}; ///< "VIP"; may be empty
        QString text{}; ///< an address with its interface
        friend bool operator==(const Line &, const Line &) = default;
    };
    QString id{};   ///< TopologyNode::id
    QString icon{}; ///< of the icon theme
    QString title{};
    std::vector<Line> lines{};
    MarkedText state{}; ///< none where the sentence is empty
    bool isKnown = true;
    friend bool operator==(const CardText &, const CardText &) = default;
};

/// What stands at an edge, and how much flows there in bytes per second.
struct WayText {
    QString network{};
    QString forwarding{};
    QString requests{}; ///< "35/s · 22 kB/s"; empty where it is not known
    QString replies{};
    QString note{};
    double requestBytes = 0;
    double replyBytes = 0;
    QString requestLine() const; ///< "→ 35/s · 22 kB/s"
    QString replyLine() const;
    QStringList lines() const; ///< all that is there
    friend bool operator==(const WayText &, const WayText &) = default;
};

/// A topology in words and figures. Cards are in the order of its nodes, ways in that of its edges.
struct DiagramContent {
    Topology topology{};
    std::vector<CardText> cards{};
    std::vector<WayText> ways{};
    friend bool operator==(const DiagramContent &, const DiagramContent &) = default;
};

/// Where the words come from that are not the topology's own.
struct DiagramSource {
    const Snapshot *snapshot = nullptr; ///< figures; null: none are known
    const Annotations *names = nullptr;
    std::map<QString, QString> hosts{}; ///< how machines are called, by Director::id()
    std::set<ServerKey> unreachable{};  ///< as for topologyOf()
};
DiagramContent describe(const Topology &topology, const DiagramSource &source);

/// "VIP", "DIP", "RIP", "gateway"; empty for others.
QString roleText(AddressRole role);
MarkedText conditionText(ServerCondition condition);

} // namespace lvs
