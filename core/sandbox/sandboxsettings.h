// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"
#include "core/model/sysctls.h"

#include <QHash>

#include <vector>

namespace lvs {

/// Timeouts, sync daemons and tunables of a sandbox. The machine it plays has the interfaces lo, eth0 and eth1 and four
/// processors; its daemons keep their settings but send nothing, and tunables keep their values but have no effect.
/// Functions give 0 or the errno with which the kernel refuses.
class SandboxSettings
{
public:
    const Timeouts &timeouts() const { return m_timeouts; }
    /// 0 leaves a value; nothing is changed on an error.
    int setTimeouts(const Timeouts &timeouts);

    const std::vector<SyncDaemon> &syncDaemons() const { return m_daemons; }
    int startSyncDaemon(SyncDaemon daemon);
    int stopSyncDaemon(SyncRole role);

    /// Those that were set, by name.
    const QHash<QString, QString> &sysctls() const { return m_sysctls; }
    /// Of one that the machine has.
    int setSysctl(const SysctlValue &value);
    /// Those of an interface go with it.
    void forgetSysctlsOf(const InterfaceName &interface);

private:
    Timeouts m_timeouts = defaultTimeouts;
    std::vector<SyncDaemon> m_daemons;
    QHash<QString, QString> m_sysctls;
};

} // namespace lvs
