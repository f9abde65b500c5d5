// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/objectkey.h"
#include "core/model/ipvstable.h"

namespace lvs::keepalived {

/// Why an object can't be written for keepalived.
struct ExportProblem {
    enum class Code : quint8 {
        NoServers,  ///< keepalived leaves out services without real servers
        AllDrained, ///< it refuses services whose servers all have weight 0
        Protocol,
        Scheduler,   ///< values: name
        Flags,       ///< that it has no keyword for
        Persistence, ///< longer than it takes
        Forwarding,  ///< local or bypass
        ServerPort,  ///< a port that keepalived would replace
        Family,      ///< another family than the service's, and no tunnel
    };
    Code code{};
    ObjectKey object{};
    QStringList values{};
    friend bool operator==(const ExportProblem &, const ExportProblem &) = default;
};

struct ExportOptions {
    bool webChecks = false; ///< HTTP_GET for TCP port 80 and SSL_GET for 443 instead of TCP_CHECK
};

struct ExportedConfig {
    QString text{};
    std::vector<ExportProblem> problems{}; ///< of what is left out
};

/// The table as virtual_server blocks that `keepalived -t` accepts. What keepalived does not know is not in it:
/// netmask, timeout and engine of services that are not persistent.
ExportedConfig exportTable(const IpvsTable &table, const ExportOptions &options = {});

/// Nothing if keepalived has words for all of it.
std::optional<ExportProblem> problemOf(const VirtualService &service);
std::optional<ExportProblem> problemOf(const VirtualService &service, const RealServer &server);

// Parts of a configuration, without indentation. Lines end with "\n".

/// The block with all its servers, which are given in the order of the kernel's list.
QString serviceText(const VirtualService &service, const std::vector<RealServer> &servers,
                    const ExportOptions &options);
/// `usual` is the method of the service, which a server like it need not repeat. `checks` are whole lines.
QString serverText(const RealServer &server, bool withPort, const RealServer *usual, const QString &checks);
/// "TUN type gue port 6080 csum"
QString methodText(const RealServer &server);
/// A checker that fits the service: TCP_CHECK, DNS_CHECK for UDP port 53, UDP_CHECK, else PING_CHECK.
QString checkText(const ServiceKey &service, const RealServer &server, const ExportOptions &options);
/// Each line that is not empty, moved to the right by `indentation`.
QString indented(const QString &lines, const QString &indentation);

} // namespace lvs::keepalived
