// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/draftoverlay.h"
#include "app/session/annotations.h"
#include "app/theme/statecolors.h"
#include "core/model/ipvstable.h"
#include "core/probe/serverhealth.h"
#include "core/traffic/repliespass.h"
#include "core/traffic/serviceshare.h"

#include <QDateTime>

#include <optional>

namespace lvs {

/// Set of ServiceColumn, one bit each.
using ColumnMask = quint32;

/// A real server as the tree shows it: what was read, with what is drafted laid over it.
struct ServerRow {
    ServerKey key{};
    Annotation annotation{};
    QString searchText{};                ///< address, name and note, lower case
    std::optional<ServerState> actual{}; ///< nothing: only drafted so far
    DraftedServer draft{};
    QDateTime changedOutside{};                                    ///< invalid: not changed by others
    ServerHealth::Verdict health = ServerHealth::Verdict::Unknown; ///< of the last probe
    ColumnMask glow = 0;                                           ///< configuration that has just changed

    /// Drafted values where there are any. Either `actual` or a drafted addition exists.
    const RealServer &config() const;
    void annotate(const Annotation &given);
    bool isBad() const
    {
        return health == ServerHealth::Verdict::Failing || health == ServerHealth::Verdict::Unreachable;
    }
    /// A probe says more than the table: it asks the server itself.
    State state() const
    {
        return isBad() ? State::Unreachable : config().isDrained() ? State::Drained : State::Serving;
    }
};

struct ServiceRow {
    ServiceKey key{};
    Annotation annotation{};
    QString searchText{}; ///< what it is called, name and note, lower case
    std::optional<ServiceState> actual{};
    DraftKind draft = DraftKind::None;
    VirtualService drafted{}; ///< for Added and Edited
    QDateTime changedOutside{};
    ColumnMask glow = 0;
    bool serversKnown = false;        ///< its servers have been read once
    std::vector<ServerRow> servers{}; ///< ordered by key
    ServiceShare share{};             ///< of the last readings; without servers where there is none
    int row = 0;                      ///< place among the services

    const VirtualService &config() const;
    void annotate(const Annotation &given);
    /// Serving while a server has weight, Drained if none has, Unreachable if those with a weight are, Unknown without
    /// servers or before they are read.
    State state() const;
    quint64 totalWeight() const;
    quint64 sum(quint32 ServerState::*figure) const;
    /// As its servers are in the kernel.
    RepliesPass replies() const;
    /// Part of the service's new connections that a server of it received lately; nothing where that is not known.
    std::optional<double> received(const ServerRow &server) const;
    /// Part that the scheduler promises it, drafts included; nothing where it promises none.
    std::optional<double> promised(const ServerRow &server) const;
};

} // namespace lvs
