// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"
#include "core/sandbox/sandboxsettings.h"
#include "core/sandbox/sandboxtable.h"

namespace lvs {

/// An IPVS in this process, faithful enough to learn and to test on: the kernel's table with its error codes, its
/// schedulers, connections with their states and timers, persistence, counters and rates.
class SandboxBackend : public Backend
{
public:
    SandboxBackend();

    Result<KernelInfo> readInfo() override;
    Result<std::vector<ServiceState>> readServices() override;
    Result<ServiceState> readService(const ServiceKey &key) override;
    Result<std::vector<Result<ServerList>>> readServers(std::span<const ServiceKey> services) override;
    Result<Timeouts> readTimeouts() override;
    Result<std::vector<SyncDaemon>> readSyncDaemons() override;
    std::vector<Result<void>> execute(std::span<const Operation> operations) override;

private:
    int carryOut(const Operation &operation);

    SandboxClock m_clock;
    SandboxSettings m_settings;
    SandboxTable m_table;
};

} // namespace lvs
