// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keepalived/configfile.h"
#include "core/keepalived/configtext.h"
#include "core/model/ipvstable.h"

#include <optional>
#include <span>

namespace lvs::keepalived {

/// Where a statement stands.
struct Origin {
    std::size_t file = 0; ///< index into Configuration::files
    TextSpan span{};
    friend bool operator==(const Origin &, const Origin &) = default;
};

/// A real or sorry server of a virtual_server block.
struct ServerBlock {
    RealServer server{}; ///< as keepalived sets it up while it is healthy; the port is the one that is written
    bool hasPort = false;
    bool inhibits = false;      ///< inhibit_on_failure: weight 0 instead of removal
    bool isChecked = false;     ///< has a checker, so that it can fail
    bool changesWeight = false; ///< a checker sets its weight: misc_dynamic, or FILE_CHECK with a weight
    Origin origin{};
};

/// A virtual_server block; it makes one service, or one for each address and mark of its group.
struct ServiceBlock {
    std::vector<ServiceKey> keys{};
    VirtualService service{};           ///< of the first key; the others differ in key and widest netmask only
    std::vector<ServerBlock> servers{}; ///< in the order of the file; keepalived adds them so
    std::optional<ServerBlock> sorry{};
    quint32 quorum = 1; ///< sum of weights below which the sorry server takes over
    bool isGroup = false;
    Origin origin{};
};

/// An address that VRRP puts on an interface.
struct VrrpAddress {
    IpAddress address{};
    QString instance{};
    Origin origin{};
};

/// What a keepalived configuration says about IPVS.
struct Configuration {
    std::vector<ConfigText> files{}; ///< the main file first
    std::vector<ServiceBlock> services{};
    std::vector<VrrpAddress> addresses{};
    QStringList missingIncludes{}; ///< absolute patterns of files that were asked for and not given
    std::vector<ConfigNote> notes{};
    bool isUncertain = false; ///< something was not followed that may concern IPVS

    /// A copy of the service for one of the block's keys.
    static VirtualService serviceFor(const ServiceBlock &block, const ServiceKey &key);
    /// A server of the block as it becomes in one of its services: DR and TUN take the service's port, or 0 with a
    /// mark.
    static RealServer serverFor(const ServerBlock &server, const ServiceKey &key);
    /// A real_server block with what it becomes.
    struct PlacedBlock {
        const ServerBlock *block = nullptr;
        RealServer server{};
    };
    /// All servers of the block in one of its services, in the order of the file. Where the ports of a group make two
    /// of them one, the kernel refuses the second.
    static std::vector<PlacedBlock> serversFor(const ServiceBlock &block, const ServiceKey &key);
    /// The table keepalived makes while every server is healthy. Servers in the order of the kernel's list.
    IpvsTable table() const;
};

struct ConfigLimits {
    qsizetype objects = 300'000; ///< services and servers together
};

/// Puts files together and reads what they say (keepalived 2.3.3: check_parser.c, check_data.c, ipvswrapper.c). The
/// first file is the main one; `include` finds the others by their path. Conditional lines are left out, and said so.
Configuration readConfiguration(std::span<const ConfigFile> files, const ConfigLimits &limits = {});

/// The files that `include PATTERN` in the file at `includer` takes, as an absolute pattern where that path is
/// absolute.
QString includePattern(const QString &includer, QStringView pattern);

} // namespace lvs::keepalived
