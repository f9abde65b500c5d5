// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"

namespace lvs::contract {

/// Every situation in which IPVS refuses a request (net/netfilter/ipvs/ip_vs_ctl.c and what it calls, 6.12), or keeps
/// silent where an error would be expected.
enum class Situation {
    NoCapability,
    UnknownCommand, ///< or a dump where a single answer belongs, and the other way round
    NoFamily,
    ShortAttribute,
    MissingAttribute,
    UnknownAddressFamily,
    ServiceExists,
    ServiceMissing,
    DumpOfMissingService,
    ModuleMissing, ///< scheduler or persistence engine
    PrefixLength,
    FullMaglevTable,
    ServerExists,
    ServerMissing,
    NegativeWeight,
    CrossedThresholds,
    LargeThreshold,
    TunnelPort,
    NotUnicast,
    MixedFamilies,
    LargeTimeout,
    InterfaceMissing,
    DaemonExists,
    UnknownRole,
    NotMulticast,
    DaemonMissing,
    SecondDump,
    ModuleLeaves,
    NoMemory,
    ReceiveQueueFull,
    LongReply,
};
inline constexpr int situations = int(Situation::LongReply) + 1;

/// A refusal that an operation brings about, on every backend.
struct Refusal {
    Situation situation;
    const char *name;
    Operation operation;
    int number; ///< errno
    ErrorCode code;
    std::vector<Operation> before{}; ///< carried out first, on a table that holds http() with server(1, 3)
};
std::vector<Refusal> refusals();

/// A situation that no Operation can bring about on both backends alike.
struct BeyondBackend {
    Situation situation;
    const char *reason;
    const char *test; ///< where it is tested
};
std::vector<BeyondBackend> beyondBackend();

} // namespace lvs::contract
