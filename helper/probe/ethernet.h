// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostinfo.h"

#include <QSet>

namespace lvs {

/// Interfaces on which hardware addresses can be asked for: Ethernet, up, with ARP. Their index stands beside them.
struct EthernetInterface {
    HostInterface interface{};
    int index = 0;
};

/// As the kernel lists them.
std::vector<EthernetInterface> readEthernetInterfaces();
/// The machine's addresses on all interfaces, without those of loopback.
QSet<IpAddress> readOwnAddresses();

/// Whether somebody in the network of one of the interfaces could have the address. One that an interface has alone is
/// in no network.
bool isNear(const std::vector<EthernetInterface> &all, const IpAddress &address);

/// Those on which somebody could have `vip`: the one of this name, or, if that is empty, those whose network holds it,
/// or else all; at most bounds::censusInterfaces. InterfaceMissing for a name that is none of them, TooLong where all
/// are more.
Result<std::vector<EthernetInterface>> interfacesFor(const std::vector<EthernetInterface> &all, const IpAddress &vip,
                                                     const InterfaceName &name);

/// The address from which neighbours of `vip` are asked: one of the same network, or else any; never `vip` itself,
/// which everybody would take for its owner's. 0.0.0.0 where there is none.
IpAddress askerOf(const EthernetInterface &interface, const IpAddress &vip);

} // namespace lvs
