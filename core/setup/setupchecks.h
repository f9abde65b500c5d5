// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/setup.h"

namespace lvs {

/// A fact that was seen.
struct SetupEvidence {
    /// A tunable as in SysctlValue::name, an interface, "default" for the default route or "table 300" for that of
    /// another table, the place of a rule ("inet filter input"), or an endpoint that was tried.
    QString name{};
    QString value{}; ///< of the tunable, "ADDRESS/PREFIX" of the interface, gateway of the route; empty: none
    friend bool operator==(const SetupEvidence &, const SetupEvidence &) = default;
};

/// One line of the checklist of a set-up: what is, what should be, and how that is known. The words, with reason and
/// remedy, are made in the GUI (app/text/setupchecktext).
struct SetupCheck {
    /// In the order in which a person should look: of two that are wrong, the earlier can be the cause of the later.
    enum class Code : quint8 {
        PortMapping,   ///< DR, TUN: the port of a real server is that of the service, for packets keep theirs
        ServerAddress, ///< the machine has the address by which the director knows the real server
        SameSegment,   ///< DR: the director reaches the real server without a router
        DirectorVip,   ///< the director has the VIP, and answers for it on the outside interface
        MarkRule,      ///< service by firewall mark: the packet filter gives packets for the VIP the mark
        Forwarding,    ///< NAT, FullNAT: the director forwards (ip_forward)
        Conntrack,     ///< FullNAT: IPVS and connection tracking work together (vs/conntrack)
        SourceNat,     ///< FullNAT: what goes to the real server gets an address of the director as its source
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
        FirewallDrop,     ///< a machine's packet filter lets through what it has to; `is` is the rule that does not
        Listener,         ///< a program on the real server waits on the port to which packets come
        Reachable,   ///< tried from the director: a connection to the real server's own address; `is` is the name of
                     ///< the ProbeOutcome, in small letters
        Certificate, ///< HTTPS, tried from the director: a real server shows the certificate that most of them show;
                     ///< `is` and `wanted` are the beginnings of their SHA-256, or `is` the name of the ProbeOutcome
        ArpSilence,  ///< asked from the director: nobody else answers for the VIP; `is` is who does
        ArpOwner,    ///< asked from a real server: exactly the director answers for it; `is` is who does
        Clients,     ///< tried from `host` as a client: connections to the VIP come about, `is` of `wanted`; the
                     ///< evidence is how many each real server got, and behind a blank how many were promised it
    };
    enum class State : quint8 {
        Green,
        Red,
        Unknown, ///< the machine could not be asked, or not about this
    };
    Code code{};
    State state = State::Unknown;
    QString host{}; ///< vantage: Director::id() of the machine that was asked, "local": this computer; empty: cannot be
                    ///< reached
    std::optional<ServerKey> server{}; ///< the real server it is about
    InterfaceName interface{};         ///< the interface it is about, if it is about one
    quint16 port = 0;                  ///< the same
    QString is{};                      ///< value, address or interface; empty: nothing, or Unknown
    QString wanted{};                  ///< the same; "!ADDRESS" for anything else than that
    std::vector<SetupEvidence> evidence{};
    std::optional<Error> error{}; ///< why it is Unknown, where the machine said so
    QDateTime triedAt{};          ///< UTC, when packets were sent for it; invalid: it was read
    friend bool operator==(const SetupCheck &, const SetupCheck &) = default;
};

/// The whole checklist, ordered by code and then as the wish names the servers, so that the first red one is the cause
/// of the trouble. Of what was not tried there is no line.
std::vector<SetupCheck> checkSetup(const SetupWish &wish, const SetupFacts &facts);

/// The first red one; nullptr for a healthy set-up.
const SetupCheck *firstFinding(const std::vector<SetupCheck> &checks);

} // namespace lvs
