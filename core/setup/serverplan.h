// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/setup/hostplan.h"
#include "core/setup/setup.h"

namespace lvs {

/// A real server to be set up, and what its machine and the director have.
struct PlannedServer {
    const SetupWish &wish;
    const SetupServer &server;
    const HostInfo &host;
    const HostInterface &interface; ///< of the host, with the real server's address
    const HostInfo &director;

    const IpAddress &rip() const { return server.server.key.address; }
};

/// What a phase does on the machine: plans to be applied one after another, of which some may be empty.
struct ServerSteps {
    SetupPhase phase{};
    std::vector<ChangePlan> plans{};
};

// The phases of a real server. All give no plans where the method does not need them.

/// So that it does not answer for the VIP, nor name it. IPv4 only: IPv6 answers for addresses of the interface alone.
Result<ServerSteps> restrictArp(const PlannedServer &server);
/// So that what comes in a tunnel is taken out, and not dropped for its way back. TunnelExists.
Result<ServerSteps> takeOutOfTunnels(const PlannedServer &server);
/// VipElsewhere, InterfaceMissing, InterfaceDown.
Result<ServerSteps> addVip(const PlannedServer &server);
/// NotOnLink.
Result<ServerSteps> routeReplies(const PlannedServer &server);

/// Collects what has to be set of a machine's tunables.
class SysctlChanges
{
public:
    explicit SysctlChanges(const HostInfo &host)
        : m_host(host)
    {
    }

    /// Nothing where it is so already.
    void set(const QString &name, const QString &value);
    /// SysctlMissing if the machine does not have one of them.
    Result<ChangePlan> result() &&;

private:
    const HostInfo &m_host;
    Result<ChangePlan> m_plan;
};

} // namespace lvs
