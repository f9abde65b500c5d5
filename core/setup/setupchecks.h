// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ipvstable.h"
#include "core/setup/setup.h"

namespace lvs {

/// A fact that was seen.
struct SetupEvidence {
    /// A tunable as in SysctlValue::name, an interface, or "default" for the default route.
    QString name{};
    QString value{}; ///< of the tunable, "ADDRESS/PREFIX" of the interface, gateway of the route; empty: none
    friend bool operator==(const SetupEvidence &, const SetupEvidence &) = default;
};

/// One line of the checklist of a set-up: what is, what should be, and how that is known. The words, with reason and
/// remedy, are made in the GUI (app/text/setuptext).
struct SetupCheck {
    /// In the order in which a person should look: of two that are wrong, the earlier can be the cause of the later.
    enum class Code : quint8 {
        PortMapping,   ///< DR, TUN: the port of a real server is that of the service, for packets keep theirs
        ServerAddress, ///< the machine has the address by which the director knows the real server
        SameSegment,   ///< DR: the director reaches the real server without a router
        DirectorVip,   ///< the director has the VIP, and answers for it on the outside interface
        Forwarding,    ///< NAT, FullNAT: the director forwards (ip_forward)
        Conntrack,     ///< FullNAT: IPVS and connection tracking work together (vs/conntrack)
        ArpIgnore,     ///< DR, TUN, IPv4: the real server does not answer ARP for the VIP; `is` is the worst effective
                       ///< value
        ArpAnnounce,   ///< DR, TUN, IPv4: it does not name the VIP in its own ARP; `is` is the worst effective value
        ArpOnLoopback, ///< always green: what is set on lo has no effect, for no ARP comes in there
        ServerVip,     ///< DR, TUN: the real server has the VIP, on an interface that is up
        ServerVipPrefix,  ///< DR, TUN: as a single address: a network on lo would make all of it local
        ServerVipOutside, ///< DR, TUN: it has the VIP on an interface that answers ARP for it whatever is set
        ServerTunnel,     ///< TUN: an interface takes packets out of tunnels
        ReversePath,      ///< TUN: rp_filter does not drop them; `is` is the effective value
        Gateway,          ///< DR, TUN: the default route does not go to the director; NAT: it does
        Redirects,        ///< NAT with one network: the director does not send real servers past itself
        Service,          ///< the service is in the IPVS table as wanted
        Server,           ///< the real server is in the IPVS table as wanted
    };
    enum class State : quint8 {
        Green,
        Red,
        Unknown, ///< the machine could not be asked, or not about this
    };
    Code code{};
    State state = State::Unknown;
    QString host{}; ///< vantage: Director::id() of the machine that was asked; empty: cannot be reached
    std::optional<ServerKey> server{}; ///< the real server it is about
    InterfaceName interface{};         ///< the interface it is about, if it is about one
    QString is{};                      ///< value, address or interface; empty: nothing, or Unknown
    QString wanted{};                  ///< the same; "!ADDRESS" for anything else than that
    std::vector<SetupEvidence> evidence{};
    friend bool operator==(const SetupCheck &, const SetupCheck &) = default;
};

/// The whole checklist, ordered by code and then as the wish names the servers, so that the first red one is the cause
/// of the trouble. `table` is the director's.
std::vector<SetupCheck> checkSetup(const SetupWish &wish, const SetupHosts &hosts, const IpvsTable &table);

/// The first red one; nullptr for a healthy set-up.
const SetupCheck *firstFinding(const std::vector<SetupCheck> &checks);

} // namespace lvs
