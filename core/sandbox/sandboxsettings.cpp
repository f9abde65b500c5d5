// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxsettings.h"

#include "core/model/syncdaemon.h"

#include <algorithm>
#include <cerrno>
#include <limits>

namespace lvs {

namespace {

/// The kernel counts in ticks of 1/250 s and keeps them in an int (ip_vs_ctl.c, ip_vs_set_timeout).
constexpr quint32 largestTimeout = std::numeric_limits<int>::max() / 250;

/// 0 for an interface that does not exist.
quint32 mtuOf(const InterfaceName &interface)
{
    if (interface.toString() == QLatin1StringView("lo"))
        return 65536;
    return interface.toString() == QLatin1StringView("eth0") || interface.toString() == QLatin1StringView("eth1") ? 1500
                                                                                                                  : 0;
}

/// The largest number stands last in a list of processors.
bool namesMissingCpu(const QString &list)
{
    constexpr qsizetype cpus = 4;
    return list.sliced(std::max(list.lastIndexOf(u'-'), list.lastIndexOf(u',')) + 1).toLongLong() >= cpus;
}

} // namespace

int SandboxSettings::setTimeouts(const Timeouts &timeouts)
{
    if (std::max({timeouts.tcp, timeouts.tcpFin, timeouts.udp}) > largestTimeout)
        return EINVAL;
    const auto replace = [](quint32 &value, quint32 wanted) {
        if (wanted != 0)
            value = wanted;
    };
    replace(m_timeouts.tcp, timeouts.tcp);
    replace(m_timeouts.tcpFin, timeouts.tcpFin);
    replace(m_timeouts.udp, timeouts.udp);
    return 0;
}

int SandboxSettings::startSyncDaemon(SyncDaemon daemon)
{
    if (daemon.group && !daemon.group->isMulticast())
        return EINVAL;
    const quint32 mtu = mtuOf(daemon.interface);
    if (mtu == 0)
        return ENODEV;
    if (daemon.role != SyncRole::Master && daemon.role != SyncRole::Backup)
        return EINVAL;
    if (std::ranges::contains(m_daemons, daemon.role, &SyncDaemon::role))
        return EEXIST;

    daemon = started(daemon);
    const bool isBackup = daemon.role == SyncRole::Backup;
    if (daemon.maxLength == 0)
        daemon.maxLength = quint16((isBackup ? std::clamp(mtu, 1500u, 65535u) : 1500u) - syncHeaders(*daemon.group));
    m_daemons.push_back(daemon);
    return 0;
}

int SandboxSettings::stopSyncDaemon(SyncRole role)
{
    if (role != SyncRole::Master && role != SyncRole::Backup)
        return EINVAL;
    return std::erase_if(m_daemons, [role](const SyncDaemon &daemon) { return daemon.role == role; }) == 0 ? ESRCH : 0;
}

int SandboxSettings::setSysctl(const SysctlValue &value)
{
    if (!validate(value))
        return EINVAL;
    if (sysctlNamed(value.name)->kind == Sysctl::Kind::CpuList && namesMissingCpu(value.value))
        return ERANGE;
    m_sysctls.insert(value.name, value.value);
    return 0;
}

void SandboxSettings::forgetSysctlsOf(const InterfaceName &interface)
{
    m_sysctls.removeIf([&](const auto &set) { return sysctlInterface(set.key()) == interface.toString(); });
}

} // namespace lvs
