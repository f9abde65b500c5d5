// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boot/kepttext.h"
#include "core/boot/restoration.h"

namespace lvs {

/// What bringing back kept set-ups did on a machine.
struct SetupRestoreReport {
    ChangePlan done{};
    std::vector<RestoreReport::Failure> failures{};
    /// Not added, because the machine would answer ARP for them: it is not restricted as when they were kept.
    std::vector<HostAddress> withheld{};
    /// Why the rest was not even tried: the machine could not be read.
    std::optional<Error> stopped{};
    bool isWhole() const { return failures.empty() && withheld.empty() && !stopped; }
};

// The parts of a restoration, to be carried out in this order, which is that of a set-up: ARP is restricted before an
// address is there, and packets get marks once the table has a place for them. Each is done by itself: what the kernel
// refuses is reported, and the rest comes, as far as it does no harm alone. Settings and routes become what was kept,
// of two set-ups the later one's; everything else is added where it is missing.

/// Everything beside the table and marks.
SetupRestoreReport restoreMachine(Backend &backend, const KeptText &kept);
/// What restore() is to add to the table; of a service that is kept twice, the later one.
RuleState keptRules(const KeptText &kept);
SetupRestoreReport restoreMarks(Backend &backend, const KeptText &kept);

} // namespace lvs
