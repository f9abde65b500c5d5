// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/topology/packetwalk.h"

namespace lvs {

/// The step that can't be taken where a line of the checklist is red, if the packet comes there as such; nothing for
/// lines that no packet shows. Lines about source NAT and a gateway past the director show in what the client gets.
std::optional<WalkStep::Code> failingStep(const SetupCheck &check, SetupMethod method);

/// The port of the VIP to which a walk goes: the first one for which a line is red, so that the walk shows what is
/// wrong, or else the first one; 0 where none is known.
quint16 portToShow(const SetupWish &wish, const SetupFacts &facts, const SetupServer &server,
                   const std::vector<SetupCheck> &checks);

/// Finds the first step of a way that is not taken, by what is wrong with the set-up (`checks` of it) and by the rules
/// of packet filters for the very packet of each step; no step behind it is reached. Steps that fail by the way itself
/// do so already.
void judgeSteps(std::vector<WalkStep> &steps, const SetupWish &wish, const SetupFacts &facts, const SetupServer &server,
                const std::vector<SetupCheck> &checks);

} // namespace lvs
