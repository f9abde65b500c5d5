// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"

#include <vector>

namespace lvs {

/// Timeouts and sync daemons of a sandbox. The machine it plays has the interfaces lo, eth0 and eth1; its daemons
/// keep their settings but send nothing. Functions give 0 or the errno with which the kernel refuses.
class SandboxSettings
{
public:
    const Timeouts &timeouts() const { return m_timeouts; }
    /// 0 leaves a value; nothing is changed on an error.
    int setTimeouts(const Timeouts &timeouts);

    const std::vector<SyncDaemon> &syncDaemons() const { return m_daemons; }
    int startSyncDaemon(SyncDaemon daemon);
    int stopSyncDaemon(SyncRole role);

private:
    Timeouts m_timeouts = defaultTimeouts;
    std::vector<SyncDaemon> m_daemons;
};

} // namespace lvs
