// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boot/bootstate.h"
#include "core/boot/keptsetup.h"
#include "core/rules/ruleplanner.h"

namespace lvs {

/// The boot files and units of a machine that exists in memory alone: Debian with ipvsadm as it is installed.
class MemoryBoot
{
public:
    MemoryBoot();

    const BootState &state() const { return m_state; }
    Result<void> save(const RuleState &state);
    /// Forgets set-ups, too.
    void forget();
    Result<void> keep(const KeptSetup &setup);
    Result<void> forgetSetup(const QString &id);
    /// Like save() BootIncomplete where not everything would come back; what can be is written then. Stale if the files
    /// are no longer those in `seen`.
    Result<void> write(BootLayout layout, const RuleState &state, const BootState &seen);

private:
    BootState m_state;
};

} // namespace lvs
