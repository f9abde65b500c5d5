// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"

#include <QStringList>

namespace lvs {

/// What a step of a set-up is about, in the order of the steps: at no moment does a real server answer ARP for the VIP,
/// and packets come only when everything is ready for them.
enum class SetupPhase : quint8 {
    RestrictArp,      ///< on a real server, before it has the VIP
    Tunnel,           ///< on a real server: takes packets out of tunnels
    ServerAddress,    ///< the VIP on a real server
    DirectorSettings, ///< forwarding, connection tracking
    SourceNat,        ///< on the director: rules of the packet filter, which nothing passes without
    ServerRoute,      ///< default route of a real server
    DirectorAddress,  ///< the VIP on the director
    Rules,            ///< service and real servers in the IPVS table
    Marks,            ///< on the director: the rule of the packet filter that leads to a marked service
    Keep,             ///< on every machine: what it needs is kept for its next boot (setupkeeping.h)
};
inline constexpr SetupPhase lastSetupPhase = SetupPhase::Keep;

/// Changes to be applied to one machine at once.
struct HostStep {
    QString host{}; ///< Director::id() of the machine that is changed
    /// The machine for which this is done: `host`, or for a rule the machine behind the real server. Where anything
    /// failed on it, the step is pointless.
    QString forHost{};
    SetupPhase phase{};
    ChangePlan plan{}; ///< not empty; of Keep empty, for what is kept is read from the machine when its turn comes
    friend bool operator==(const HostStep &, const HostStep &) = default;
};

/// A change that spans machines: steps, to be done one after another.
struct HostPlan {
    std::vector<HostStep> steps{};

    static constexpr qsizetype largestSize = 10'000;

    bool isEmpty() const { return steps.empty(); }
    friend bool operator==(const HostPlan &, const HostPlan &) = default;
};

/// Takes a plan back that was carried out whole: the last step first, each turned round.
HostPlan inverse(const HostPlan &plan);

/// The machines whose default route or IPv6 forwarding is changed, and that a console reaches over a network: it may
/// cut itself off. In the order of the plan.
QStringList hostsThatMayBeCut(const HostPlan &plan);

/// Checks the plan of every step, and the names of the machines.
Result<void> validate(const HostPlan &plan);

} // namespace lvs
