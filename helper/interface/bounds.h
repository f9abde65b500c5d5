// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"

#include <QtTypes>

#include <chrono>

/// What one message may hold. The bus itself stops at 32 MiB a message; these stop earlier, and by meaning.
namespace lvs::bus::bounds {

/// Operations in one Stage() and in one answer of ReadResults() and ReadUndo().
inline constexpr qsizetype operationsPerPiece = 10'000;
/// Operations in a staged plan; the servers that a RemoveService names count as operations too.
inline constexpr qsizetype operationsPerPlan = ChangePlan::largestSize;
/// Service keys in one ReadServers().
inline constexpr qsizetype keysPerRead = 10'000;
/// Servers named by one RemoveService.
inline constexpr qsizetype serversPerOperation = 200'000;
/// Size at which the helper ends a page and leaves the rest to the next call.
inline constexpr qsizetype pageTarget = 4 * 1024 * 1024;
/// Size above which a page is refused unread; one service with very many servers may exceed the target.
inline constexpr qsizetype pageLargest = 24 * 1024 * 1024;
/// Unanswered calls of one connection, of one user other than root, and of all; more are refused at once with
/// TooManyRequests. Each may be a question to polkit, and the system bus lets a connection wait for 128 answers
/// (max_replies_per_connection, dbus-daemon(1)): all together stay below that, with room for plans that need several.
inline constexpr qsizetype callsPerCaller = 16;
inline constexpr qsizetype callsInTotal = 112;
inline constexpr qsizetype callsPerUser = callsInTotal / 2;
/// How long a plan is kept that its owner neither adds to, applies nor reads; PlanMissing after that.
inline constexpr std::chrono::minutes planLifetime{10};
/// Interfaces of a machine, addresses of one of them, tunables, routes, neighbours and listeners; the helper leaves out
/// what is more.
inline constexpr qsizetype interfaces = 4096;
inline constexpr qsizetype addressesPerInterface = 10'000;
inline constexpr qsizetype sysctls = 20'000;
inline constexpr qsizetype routes = 10'000; ///< of the main table, and of all others
inline constexpr qsizetype routingRules = 2000;
inline constexpr qsizetype neighbours = 10'000;
inline constexpr qsizetype listeners = 10'000;
/// Rules of each kind that are told of a machine; the helper leaves out what is more.
inline constexpr qsizetype firewallRules = 10'000;
/// Networks, protocols and interfaces of each kind that a rule of the packet filter names.
inline constexpr qsizetype filterValues = 64;
/// Sync daemons of a machine: a master and a backup.
inline constexpr qsizetype daemons = 2;
/// Targets of one call to the probe service, interfaces that a census asks on, and answers that it keeps.
inline constexpr qsizetype targetsPerProbe = 256;
inline constexpr qsizetype censusInterfaces = 64;
inline constexpr qsizetype arpAnswers = 256;
/// Calls to the probe service in a minute of one user other than root, and targets that may wait for their turn; more
/// are refused at once with TooManyRequests.
inline constexpr qsizetype probesPerMinute = 120;
inline constexpr qsizetype waitingTargets = 1024;
/// Values of an error, and bytes of any one string.
inline constexpr qsizetype errorValues = 8;
inline constexpr qsizetype stringBytes = 255;

} // namespace lvs::bus::bounds
