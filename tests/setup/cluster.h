// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/applyreport.h"
#include "core/sandbox/sandboxbackend.h"
#include "core/setup/hostplanprogress.h"
#include "core/setup/setupplan.h"

#include <functional>
#include <map>
#include <memory>
#include <set>

namespace lvs::test {

/// Everything that can be read of a machine.
struct MachineState {
    HostInfo host{};
    IpvsTable table{};
    FirewallState firewall{};
    friend bool operator==(const MachineState &, const MachineState &) = default;
};

/// A director and two real servers as sandboxes, on which nothing is set up, and the wish for a service on them.
///
/// The director has eth0 towards the clients and eth1 towards a network of its own. Real servers of DR and TUN are
/// beside it on eth0 and answer through a router; those of NAT and FullNAT are behind it on eth1, with another gateway.
class Cluster
{
public:
    explicit Cluster(SetupMethod method, Family family = Family::IPv4);

    SetupWish wish;
    // What a sandbox has not.
    std::map<QString, std::vector<FilterRule>> filters; ///< of the machines
    std::set<QString> idle;                             ///< machines on which no program listens

    SandboxBackend &machine(const QString &id) { return *m_machines.at(id); }
    /// Puts another machine in the place of one.
    void replace(const QString &id, const HostInfo &machine);
    SetupHosts hosts();
    IpvsTable table(); ///< of the director
    FirewallState firewall();
    SetupFacts facts();
    /// With everything that can be tried.
    SetupFacts verified();
    std::map<QString, MachineState> state();

    Result<HostPlan> plan() { return planSetup(wish, facts()); }
    Result<ApplyReport> apply(const QString &host, const ChangePlan &plan);
    /// Does what is to be done until nothing is left. `before` each task may break something; while it gives an error,
    /// that is the answer instead.
    using Before = std::function<std::optional<Error>(const HostTask &)>;
    void run(HostPlanProgress &progress, const Before &before = {});
    /// Sets everything up.
    HostPlanProgress setUp();
    /// Carries out on a machine what nobody planned.
    void change(const QString &host, const Operation &operation);
    void setSysctl(const QString &host, const QString &name, const QString &value);

private:
    std::map<QString, std::unique_ptr<SandboxBackend>> m_machines;
};

inline const QString director = QStringLiteral("ssh:root@director:22");
inline const QString rs1 = QStringLiteral("ssh:root@rs1:22");
inline const QString rs2 = QStringLiteral("ssh:root@rs2:22");

InterfaceName interface(QStringView name);
/// The cluster's VIP, as that interface has it.
InterfaceAddress vipOn(const Cluster &cluster, QStringView name);
/// What a server answered that shows a certificate; those of different letters differ.
TlsResult certificate(char of);
/// Gives a machine's default route another gateway.
void reroute(Cluster &cluster, const QString &id, QStringView gateway);
/// Makes a wish for port 80 one for 80 and 443 of the VIP under mark 1.
void useMark(SetupWish &wish);
/// "METHOD-FAMILY" of every way of setting up, as rows with the columns method and family.
void addEverySetup();

} // namespace lvs::test
