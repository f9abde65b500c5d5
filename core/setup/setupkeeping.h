// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boot/bootstate.h"
#include "core/boot/keptsetup.h"
#include "core/setup/hostplan.h"
#include "core/setup/setup.h"

namespace lvs {

// What of a set-up is kept for the next boot of its machines.

/// What a set-up needs on a machine, as the machine has it: also what was there before the set-up, and what others need
/// as well. `id` is that of the set-up; `table` and `firewall` of `facts` count where the machine is the director.
KeptSetup keptFor(const QString &id, const SetupWish &wish, const QString &host, const SetupFacts &facts);

/// Whether what is kept on a machine comes back: our unit is enabled, and the file can be written.
bool canKeep(const KeptState &state);

/// The machines that the set-up has a part on, and that can't keep it; not those that this console can't reach.
QStringList hostsThatCantKeep(const SetupWish &wish, const std::map<QString, KeptState> &kept);

/// A plan with a step at its end for each machine that can keep something of the set-up and has not done so yet. `kept`
/// is what was read of the machines, by Director::id().
HostPlan withKeeping(HostPlan plan, const QString &id, const SetupWish &wish, const SetupFacts &facts,
                     const std::map<QString, KeptState> &kept);

} // namespace lvs
