// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"

#include <QString>

#include <set>

namespace lvs {

/// What polkit is asked for, by consequence. Remembered authorisations ignore arguments, so only the action separates.
/// Declared in packaging/polkit/org.lvsconsole.helper1.policy.
enum class Action : quint8 {
    View,            ///< free for everyone: the kernel shows the table in a world-readable file
    ViewConnections, ///< client addresses
    EditServers,
    EditServices, ///< also zeroing counters
    ClearTable,
    TuneKernel,      ///< timeouts and tunables
    ManageAddresses, ///< also routes and tunnels
    ManageMarks,     ///< rules of the packet filter: marks, and source NAT for FullNAT
    SyncDaemon,
    WriteBootFiles, ///< what the next boot restores
    Probe,          ///< packets from the director to the machines of its table
    SetUpHost, ///< implies those that change something; asked for when several are missing, so that one password is
               ///< enough
};
inline constexpr Action everyAction[] = {
    Action::View,       Action::ViewConnections, Action::EditServers,     Action::EditServices,
    Action::ClearTable, Action::TuneKernel,      Action::ManageAddresses, Action::ManageMarks,
    Action::SyncDaemon, Action::WriteBootFiles,  Action::Probe,           Action::SetUpHost};

/// "org.lvsconsole.helper1.edit-servers"
QString idOf(Action action);

/// What an apply of the plan needs beside View.
std::set<Action> actionsFor(const ChangePlan &plan);

} // namespace lvs
