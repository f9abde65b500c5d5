// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <vector>

namespace lvs {

/// Programs that keep an IPVS table as they think it should be, and undo what others change in it.
enum class TableOwner : quint8 {
    Keepalived,
    Ldirectord,
    Pacemaker, ///< a cluster that may run one of the others
    Heartbeat, ///< the same, older
    KubeProxy, ///< in its IPVS mode
};

/// Which of them run on a machine. They may work on the table of another network namespace, which can't be seen.
struct TableOwners {
    bool isKnown = false; ///< false: the machine shows only a part of its processes, so that there may be more
    std::vector<TableOwner> running{}; ///< in the order of the enumerators
    friend bool operator==(const TableOwners &, const TableOwners &) = default;
};

} // namespace lvs
