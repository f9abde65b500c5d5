// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/setup.h"

namespace lvs {

/// For whom the lines are that set up a real server which the console can't reach.
enum class SetupFormat : quint8 {
    Script,         ///< sh script with the words start, stop and status, for now or as a service's; needs iproute2
    Networkd,       ///< file in /etc/systemd/network
    NetworkManager, ///< keyfile in /etc/NetworkManager/system-connections
    Ifupdown,       ///< stanza of /etc/network/interfaces
    SysctlFile,     ///< file in /etc/sysctl.d
};
inline constexpr SetupFormat everySetupFormat[] = {SetupFormat::Script, SetupFormat::Networkd,
                                                   SetupFormat::NetworkManager, SetupFormat::Ifupdown,
                                                   SetupFormat::SysctlFile};

/// What a real server needs that the wish does not say.
struct ExportedServer {
    SetupServer server{};
    /// NAT: the director's address in the network of the real server, its gateway. Other methods: none.
    std::optional<IpAddress> gateway{};
    /// NAT: the real server's interface in that network, for the formats that are about interfaces.
    InterfaceName interface{};
};

/// The gateway from what is known of the director; see ExportedServer.
std::optional<IpAddress> gatewayFor(const SetupWish &wish, const SetupServer &server, const HostInfo &director);

/// The same steps as planSetup() has for a real server, as text that ends with a line end; empty where the format has
/// nothing to say (tunables beside SysctlFile and Script; FullNAT). Made of values only.
QString exportSetup(const SetupWish &wish, const ExportedServer &server, SetupFormat format);

/// Where the file belongs: "/etc/sysctl.d/60-lvs-console.conf"; of a script a name alone.
QString suggestedPath(const SetupWish &wish, SetupFormat format);

} // namespace lvs
