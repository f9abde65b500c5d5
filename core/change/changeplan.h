// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"

namespace lvs {

/// An ordered list of typed operations: what the preview shows, what crosses the bus, what the history keeps.
/// Empty means "already so".
struct ChangePlan {
    std::vector<Operation> operations{};

    /// Most operations a plan may have; a guard of memory, far above the largest tables seen.
    static constexpr qsizetype largestSize = 500'000;
    /// Operations beside IPVS's own among them (HostOperation): each costs a look at the machine.
    static constexpr qsizetype mostOnHost = 4096;

    bool isEmpty() const { return operations.empty(); }
    friend bool operator==(const ChangePlan &, const ChangePlan &) = default;
};

/// Phases in which operations are applied: each leaves a table that serves traffic. Inside a phase the order of the
/// plan is kept; between phases everything before is confirmed, and inside Host every single operation on the machine.
enum class Phase : quint8 { Host, Settings, Add, Edit, Remove };
Phase phaseOf(const Operation &operation);

/// The same operations, stably ordered by phase, services before their servers when adding.
ChangePlan inApplyOrder(ChangePlan plan);

/// The smallest plan that turns `actual` into `wanted`; objects that are equal are never touched.
ChangePlan difference(const IpvsTable &actual, const IpvsTable &wanted);

/// The same changes for a table that others have changed meanwhile: what a refused, stale plan becomes. Each operation
/// starts from what is there; an edit changes only the fields that it was about; what is so already, or has lost its
/// object, is left out. `actual` must hold the servers of every service the plan touches, `host` what it touches of the
/// machine; what of that could not be read is left for the director to judge.
ChangePlan rebased(const ChangePlan &plan, const IpvsTable &actual, const HostInfo &host = {});

/// Checks one operation alone: validate() of its objects, equal keys before and after. An edit may keep what was wrong
/// before it, so that odd objects of other programs can still be drained.
Result<void> validate(const Operation &operation);
/// Checks every operation, that no two contradict, and that they are not too many (PlanTooLarge).
/// The values of any other error hold the index of the operation first.
Result<void> validate(const ChangePlan &plan);

/// What would take an applied plan back, in the order to apply it. `servers` of removed services come back newest
/// last, so that the kernel's list order is restored. What was done to the machine is taken back in reverse. Zeroed
/// counters and a cleared table can't come back from the operation alone and are left out.
ChangePlan inverse(ChangePlan applied);

/// The command equal to an operation ("ipvsadm -e -t 172.18.100.6:80 -r 192.168.10.11:80 -m -w 10 -x 0 -y 0", "sysctl
/// -w net.ipv4.vs.conntrack=1", "ip addr add 172.18.100.6/32 brd 172.18.100.6 dev lo label lo:0");
/// several lines when one operation needs several commands, none where ipvsadm has no word for it (protocols beside
/// TCP, UDP and SCTP; local and bypass forwarding).
QStringList commandsFor(const Operation &operation);
/// Those of all operations, in their order.
QStringList commandsFor(const ChangePlan &plan);

} // namespace lvs
