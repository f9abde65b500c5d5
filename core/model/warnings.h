// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/realserver.h"
#include "core/model/virtualservice.h"

#include <vector>

namespace lvs {

/// What is valid and works, but hardly as its author thinks. The words for a person are made in the GUI
/// (app/text/warningtext).
enum class Warning : quint8 {
    // Of a service.
    LinkLocalVip,       ///< IPVS keeps no interface with an address, so replies can't be routed
    LoopbackVip,        ///< only programs on the director itself reach it
    NoScheduler,        ///< "none": the kernel takes it for no scheduler and serves nobody
    NoActiveUdp,        ///< nq, sed, ovf count active connections, and UDP has none (ip_vs_nq.c, ip_vs_sed.c, …)
    OneDestination,     ///< dh, lblc, lblcr choose by destination address, and a VIP is only one
    FlagsWithoutEffect, ///< scheduler flags, and a scheduler that reads none
    OnePacketOnlyUdp,   ///< a firewall mark's packets of other protocols are scheduled as ever
    AllClientsAreOne,   ///< persistence netmask 0.0.0.0
    EngineUnused,       ///< a persistence engine without persistence
    SipNeedsUdp,        ///< ip_vs_pe_sip.c refuses other packets, and refused packets are dropped
    // Of a real server.
    LoopbackServer,         ///< packets from outside to 127/8 are dropped
    ServerIsVip,            ///< the packets stay on the director
    PortUnused,             ///< port of a server whose packets keep theirs
    Drained,                ///< weight 0
    WeightBeyondIpvsadm,    ///< upstream's ipvsadm takes weights up to 65535
    ThresholdSparesClients, ///< a connection template does not ask whether its server is full
    MixedFamilies,          ///< excludes sync daemons (ip_vs_ctl.c)
};

/// In the order of the enumerators.
std::vector<Warning> warningsOf(const VirtualService &service);
std::vector<Warning> warningsOf(const RealServer &server, const VirtualService &service);

} // namespace lvs
