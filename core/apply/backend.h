// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"
#include "core/model/connectionentry.h"
#include "core/model/counters.h"
#include "core/model/firewall.h"
#include "core/model/hostinfo.h"

#include <span>

namespace lvs {

/// One machine's IPVS, synchronously: the smallest interface on which everything else stands. Not thread-safe; a
/// backend belongs to the thread that uses it. Errors carry the kernel's errno in `Error::kernelErrno` (all
/// backends, so that the sandbox can be held against the kernel) beside the code made from it.
class Backend
{
public:
    virtual ~Backend() = default;

    virtual Result<KernelInfo> readInfo() = 0;
    /// Every service, in no particular order.
    virtual Result<std::vector<ServiceState>> readServices() = 0;
    /// One service; ServiceMissing (ESRCH) if there is none.
    virtual Result<ServiceState> readService(const ServiceKey &key) = 0;
    /// The servers of each of `services`, in the same order. A service that is gone gives ServiceMissing in its place.
    virtual Result<std::vector<Result<ServerList>>> readServers(std::span<const ServiceKey> services) = 0;
    virtual Result<MachineTotals> readTotals() = 0;
    virtual Result<Timeouts> readTimeouts() = 0;
    virtual Result<std::vector<SyncDaemon>> readSyncDaemons() = 0;
    /// The beginning of the connection table.
    virtual Result<ConnectionSample> readConnections() = 0;
    /// Works where there is no IPVS, too.
    virtual Result<HostInfo> readHost() = 0;
    /// Apart from readHost(), because listing a large ruleset takes its time.
    virtual Result<FirewallState> readFirewall() = 0;
    /// The console's own rules alone, which costs little whatever others have. Something is `unread` where somebody
    /// else wrote into the own table.
    virtual Result<FirewallState> readOwnFirewall() = 0;

    /// Carries out operations in order, without looking at their before-images, and goes on after an error, as the
    /// kernel does with a batch. One result per operation.
    virtual std::vector<Result<void>> execute(std::span<const Operation> operations) = 0;
};

} // namespace lvs
