// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/hostplan.h"
#include "core/setup/setup.h"

#include <span>

namespace lvs {

/// The machines that the wish names, the director first, each once.
QStringList hostsOf(const SetupWish &wish);

/// The steps from what is to what is wanted; empty when all is so. Real servers whose machine can't be reached get
/// their rules, but no other steps: see setupexport.h.
///
/// Errors: those of validate(); HostNotRead (of the director, its packet filter where needsFirewall(), or of a machine
/// that is named in the wish), NotOnHost (a real server's address), VipElsewhere, InterfaceMissing, InterfaceDown,
/// TunnelExists, NotOnLink (the director has no address in the network of a real server that needs one),
/// RouteFromAdvertisement.
Result<HostPlan> planSetup(const SetupWish &wish, const SetupFacts &facts);

/// `undo` for a machine without what other set-ups, which stay, need on it: the VIP of a second port, ARP restricted
/// for another VIP, forwarding, the rules of the packet filter that lead to them. Rules of IPVS are never left out.
ChangePlan keepingForOthers(ChangePlan undo, const QString &host, std::span<const SetupWish> others);
/// What that leaves out, in parallel to `others`: each operation with the first who needs it.
std::vector<ChangePlan> neededByOthers(const ChangePlan &undo, const QString &host, std::span<const SetupWish> others);

} // namespace lvs
