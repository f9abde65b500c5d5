// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/setupexport.h"

namespace lvs {

/// The name of the tunnel interface that is made for a real server: by its address, so that two real servers on one
/// machine don't get the same.
InterfaceName tunnelNameFor(const IpAddress &rip);

/// What a machine needs to be a real server, whatever it has.
struct ServerNeeds {
    std::vector<SysctlValue> sysctls{}; ///< ARP; of the tunnel where there is one
    std::optional<HostTunnel> tunnel{};
    std::optional<HostAddress> vip{};
    std::optional<IpAddress> gateway{};
    bool isEmpty() const { return sysctls.empty() && !tunnel && !vip && !gateway; }
};
ServerNeeds needsOf(const SetupWish &wish, const ExportedServer &server);

/// The sh script for these needs; see SetupFormat::Script.
QString setupScript(const SetupWish &wish, const ServerNeeds &needs);

} // namespace lvs
