// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/realserver.h"
#include "core/probe/probe.h"

#include <QDateTime>

#include <optional>

namespace lvs {

/// A real server as its director sees it, layer by layer. Layers that were not looked at have nothing.
struct ServerHealth {
    enum class Verdict : quint8 {
        Unknown, ///< nothing was looked at, or what was seen says neither
        Reachable,
        Failing,     ///< connected, but the application does not serve: no HTTP, or a status of 500 or more
        Unreachable, ///< no connection; or, where none was tried, no way there
    };

    Forwarding forwarding = Forwarding::Masquerading; ///< by which the director sends it its packets
    std::optional<ProbeResult> network{};             ///< ping
    std::optional<ProbeResult> transport{};           ///< a TCP connection
    std::optional<HttpResult> application{};          ///< HTTP
    QDateTime at{};                                   ///< UTC, on this computer's clock: when the answers came

    /// Of the highest layer that was looked at: a firewall that drops pings does not make a server unreachable. One
    /// that gets its packets for the VIP may listen there alone: that it refuses a connection to its own address says
    /// nothing, whatever stands on the page.
    Verdict verdict() const;
    bool isBad() const { return verdict() == Verdict::Failing || verdict() == Verdict::Unreachable; }
    friend bool operator==(const ServerHealth &, const ServerHealth &) = default;

private:
    bool mayListenOnVipAlone() const;
};

/// How servers are looked at by HTTP.
struct HealthOptions {
    quint16 httpPort = 0; ///< 0: the server's own, if it is 80 or 8080
    HttpHost host{};
    HttpPath path{};
};

/// What of a server is looked at, beside the ping.
struct HealthTargets {
    std::optional<ServerKey> connection{}; ///< none for other protocols than TCP, and where there is no port
    std::optional<HttpTarget> page{};
};

HealthTargets healthTargetsFor(const ServiceKey &service, const ServerKey &server, const HealthOptions &options);

} // namespace lvs
