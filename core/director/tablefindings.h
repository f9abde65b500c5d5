// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"
#include "core/model/warnings.h"

namespace lvs {

/// Something about a service that a person should know before anything else.
struct TableFinding {
    /// The worst first.
    enum class Kind : quint8 {
        NoServers,  ///< nobody can be served
        AllDrained, ///< no new connection finds a real server
        Odd,        ///< see `warning`
    };
    Kind kind = Kind::NoServers;
    ServiceKey service{};
    Warning warning{}; ///< if Odd
    friend bool operator==(const TableFinding &, const TableFinding &) = default;
};

/// Of a reading, the worst first and then in the order of the services. Of a service whose servers were not read only
/// what its own configuration says.
std::vector<TableFinding> findingsOf(const Snapshot &snapshot);

} // namespace lvs
