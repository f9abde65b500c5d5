// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/setup.h"

namespace lvs {

// Where the packets of clients come to, of a service of TCP or UDP.

/// Nothing for another protocol, about whose programs nothing is known.
std::optional<Protocol> protocolOf(const SetupWish &wish);
/// Each port of a set; none where there are more than a few.
std::vector<quint16> eachOf(const PortSet &ports);
/// Ports of the VIP to which clients come. None for a service of every port, or of more than a few.
std::vector<quint16> portsOf(const SetupWish &wish);
/// What the packets say on the machine of a real server: the VIP, or its own address where addresses are translated.
std::vector<ServerKey> endpointsOn(const SetupWish &wish, const SetupServer &server);

/// Where a connection from the director shows whether a real server can be reached at its own address; TCP alone. Only
/// what is in the table: nothing else may be asked of the director.
std::vector<ServerKey> endpointsFrom(const IpvsTable &directors, const SetupWish &wish, const SetupServer &server);
/// Those of them to which HTTPS comes: ports 443 and 8443 of the service.
std::vector<ServerKey> httpsEndpointsFrom(const IpvsTable &directors, const SetupWish &wish, const SetupServer &server);

} // namespace lvs
