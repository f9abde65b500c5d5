// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/probe/probe.h"

#include <QDateTime>

#include <map>
#include <optional>

namespace lvs {

/// Connections that a machine made to the VIP as a client does, and who got them by the director's own counters.
struct ConnectionTally {
    struct Server {
        ServerKey key{};
        quint64 received = 0;             ///< new connections meanwhile, also those of other clients
        std::optional<double> promised{}; ///< 0 to 1; nothing if the scheduler promises no parts
        friend bool operator==(const Server &, const Server &) = default;
    };
    QString client{}; ///< Director::id() of that machine; "local": this computer
    quint32 tried = 0;
    quint32 connected = 0;
    bool isCounted = true; ///< false: the director shows no counters
    std::vector<Server> servers{};
    QDateTime at{}; ///< UTC, when the counters were read
    friend bool operator==(const ConnectionTally &, const ConnectionTally &) = default;
};

/// What came of the packets that the machines of a set-up sent to see whether it works. What is not in it was not
/// tried.
struct SetupProbes {
    std::map<QString, Result<ArpCensus>> censuses{};        ///< of the VIP, by Director::id() of the machine that asked
    std::map<ServerKey, Result<ProbeResult>> connections{}; ///< from the director by TCP
    std::map<ServerKey, Result<TlsResult>> certificates{};  ///< from the director, where the service is HTTPS
    std::optional<ConnectionTally> clients{};
    QDateTime takenAt{}; ///< UTC, when the last answer had come
};

} // namespace lvs
