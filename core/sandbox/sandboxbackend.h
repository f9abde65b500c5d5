// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"
#include "core/sandbox/connectiontable.h"
#include "core/sandbox/sandboxfirewall.h"
#include "core/sandbox/sandboxhost.h"
#include "core/sandbox/sandboxnetwork.h"
#include "core/sandbox/trafficgenerator.h"

#include <functional>

namespace lvs {

/// An IPVS in this process, faithful enough to learn and to test on: the kernel's table with its error codes, its
/// schedulers, connections with their states and timers, persistence, counters and rates. It plays Linux 6.12.107 and
/// behaves as with all sysctls at their defaults. Its table begins empty; see exampleclusters.h.
///
/// Time inside stands still until somebody looks: then it catches up with the clock it was given, or it is moved by
/// advance(). So tests need no waiting, and a sandbox nobody reads costs nothing.
class SandboxBackend : public Backend
{
public:
    using Clock = std::function<std::chrono::milliseconds()>;

    /// Longest time that is caught up with; of a longer pause (a sleeping laptop) only so much happens.
    static constexpr SandboxTime longestCatchUp = std::chrono::minutes(5);

    /// Without a clock time is moved by advance() alone. `clock` counts from any point and never goes back. The same
    /// seed and the same calls at the same times give the same figures. `machine` is what it begins as, see
    /// sandboxhost.h.
    explicit SandboxBackend(Clock clock = {}, quint64 seed = 1, const HostInfo &machine = sandboxDirector());

    Result<KernelInfo> readInfo() override;
    Result<std::vector<ServiceState>> readServices() override;
    Result<ServiceState> readService(const ServiceKey &key) override;
    Result<std::vector<Result<ServerList>>> readServers(std::span<const ServiceKey> services) override;
    Result<MachineTotals> readTotals() override;
    Result<Timeouts> readTimeouts() override;
    Result<std::vector<SyncDaemon>> readSyncDaemons() override;
    Result<ConnectionSample> readConnections() override;
    Result<HostInfo> readHost() override;
    Result<FirewallState> readFirewall() override;
    Result<FirewallState> readOwnFirewall() override { return readFirewall(); }
    std::vector<Result<void>> execute(std::span<const Operation> operations) override;

    /// Lets time go on, with everything that happens meanwhile.
    void advance(std::chrono::milliseconds duration);
    /// Lets clients come from now on. They keep coming whatever becomes of the service.
    void addTraffic(const TrafficProfile &profile) { m_generator.add(profile); }
    /// For packets of one's own.
    ConnectionTable &connections() { return m_connections; }

private:
    void catchUp();
    int carryOut(const Operation &operation);
    int set(const SetSysctl &set);
    int add(const HostTunnel &tunnel);
    int remove(const HostTunnel &tunnel);

    Clock m_realClock;
    std::chrono::milliseconds m_caughtUpAt{}; ///< of m_realClock
    SandboxClock m_clock;
    SandboxSettings m_settings;
    SandboxNetwork m_network;
    std::vector<Neighbour> m_neighbours;
    std::vector<Listener> m_listeners;
    SandboxFirewall m_firewall;
    SandboxTable m_table;
    ConnectionTable m_connections;
    TrafficGenerator m_generator;
};

} // namespace lvs
