// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostinfo.h"
#include "core/probe/probe.h"

#include <map>
#include <mutex>

namespace lvs {

/// What is between the machines of a sandbox: who answers when one asks its networks for a hardware address, as their
/// kernels would. Two interfaces are in one network if one has an address of a network of the other. Safe to use from
/// several threads.
class SandboxWire
{
public:
    /// What a machine is like from now on.
    void put(const QString &id, const HostInfo &machine);
    /// As a probe on the machine would take it; of one that is not here nobody is asked.
    ArpCensus census(const QString &asker, const IpAddress &address) const;

private:
    mutable std::mutex m_mutex;
    std::map<QString, HostInfo> m_machines;
};

/// The same among these machines.
ArpCensus censusAmong(const std::map<QString, HostInfo> &machines, const QString &asker, const IpAddress &address);

} // namespace lvs
