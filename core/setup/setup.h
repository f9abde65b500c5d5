// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/firewall.h"
#include "core/model/hostinfo.h"
#include "core/model/ipvstable.h"
#include "core/model/realserver.h"
#include "core/model/virtualservice.h"
#include "core/setup/setupprobes.h"

#include <map>
#include <vector>

namespace lvs {

/// Ways in which packets come to real servers and back, with all that they need on the machines.
enum class SetupMethod : quint8 {
    DirectRouting, ///< the real servers have the VIP, hidden from ARP, and answer clients themselves
    Tunnelling,    ///< the same, and packets come to them inside IPv4; IPv4 only
    Nat,           ///< addresses are translated; the real servers answer through the director, their gateway
    FullNat,       ///< both addresses are translated; the real servers need nothing; IPv4 only
};

/// How the IPVS table forwards.
Forwarding forwardingOf(SetupMethod method);
/// Whether real servers have the VIP.
bool putsVipOnServers(SetupMethod method);
/// Whether replies pass through the director, which then has to forward.
bool repliesThroughDirector(SetupMethod method);

/// A real server and the machine behind it.
struct SetupServer {
    RealServer server{}; ///< its forwarding is that of the method
    /// Director::id() of the connection that reaches the machine; empty: the console can't reach it. One machine may be
    /// several real servers. The director itself needs nothing as a real server.
    QString host{};
    InterfaceName vipInterface = loopbackInterface(); ///< where the VIP goes, if it goes to real servers
    /// Where ARP is restricted: the interface that receives requests for the VIP; empty: on all ("all"), which holds
    /// whatever interfaces are called.
    InterfaceName arpInterface{};
    friend bool operator==(const SetupServer &, const SetupServer &) = default;
};

/// What is wanted of a director and its real servers for one service.
struct SetupWish {
    VirtualService service{};
    // Of a service by firewall mark alone, whose key has neither.
    std::optional<IpAddress> vipOfMark{};
    Protocol protocolOfMark = Protocol::Tcp;
    PortSet portsOfMark{}; ///< whose packets get the mark; empty: others see to the marks

    SetupMethod method = SetupMethod::DirectRouting;
    std::vector<SetupServer> servers{};
    QString director{};      ///< Director::id()
    InterfaceName outside{}; ///< the director's interface towards the clients, which gets the VIP
    /// DirectRouting, Tunnelling: where the real servers' default route goes. None: as it is now.
    std::optional<IpAddress> router{};

    IpAddress vip() const { return vipOfMark.value_or(service.key.address); }
    Family family() const { return service.key.family; }
    friend bool operator==(const SetupWish &, const SetupWish &) = default;
};

/// Refuses what no plan could make: parts that don't fit each other or the method, a method that does not know the
/// family, a VIP that is also a real server, two servers with one key, a wish without servers, marks that no rule sets.
Result<void> validate(const SetupWish &wish);

/// What is known of the machines, by Director::id(). One that is missing could not be asked.
using SetupHosts = std::map<QString, HostInfo>;

/// nullptr if it could not be asked.
const HostInfo *findHost(const SetupHosts &hosts, const QString &id);

/// What is known of the director and the machines behind real servers.
struct SetupFacts {
    SetupHosts hosts{};
    IpvsTable table{};                                  ///< of the director
    std::optional<FirewallState> firewall{};            ///< of the director; none: could not be read
    std::map<QString, FirewallState> serverFirewalls{}; ///< of the others, as far as they could be read
    SetupProbes probes{};                               ///< what was tried
};

/// Whether the director's packet filter has a part in a set-up: source NAT, or marks.
bool needsFirewall(const SetupWish &wish);

/// The VIP as an interface has it: a single address (/32, /128), on lo with the label "lo:0" for IPv4.
InterfaceAddress vipAddress(const IpAddress &vip, const InterfaceName &interface);

} // namespace lvs
