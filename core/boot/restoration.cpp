// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/restoration.h"

#include "core/apply/applier.h"
#include "core/apply/kernelerror.h"
#include "core/apply/readtable.h"
#include "core/change/hostobject.h"
#include "core/rules/statedifference.h"

#include <set>

namespace lvs {
namespace {

/// How often a state that others change under us is looked at again.
constexpr int mostTries = 5;

/// The services that an apply could not add.
std::set<ServiceKey> lostServices(const ApplyReport &report)
{
    std::set<ServiceKey> lost;
    for (std::size_t i = 0; i < report.results.size(); ++i) {
        const auto *service = std::get_if<AddService>(&report.plan.operations[i]);
        if (service && report.results[i].status == OperationStatus::Failed)
            lost.insert(service->after.key);
    }
    return lost;
}

/// Whether the error says that the object, or the one it belongs to, is no longer as it was read.
bool isOutdated(const Error &error)
{
    return error.code == ErrorCode::Stale || didNothing(error);
}

/// Whether others have changed something that the plan is about, so that a fresh reading leads to another plan.
bool isOvertaken(const ApplyReport &report)
{
    const std::set<ServiceKey> lost = lostServices(report);
    for (std::size_t i = 0; i < report.results.size(); ++i) {
        const OperationResult &result = report.results[i];
        const auto *server = std::get_if<AddServer>(&report.plan.operations[i]);
        if (server && lost.contains(server->service))
            continue; // it could only fail
        const bool hasFailed = result.status == OperationStatus::Failed && result.error && isOutdated(*result.error);
        if (hasFailed || result.status == OperationStatus::Stale)
            return true;
    }
    return report.outcome == ApplyOutcome::Refused && report.error && report.error->code == ErrorCode::Stale;
}

/// What is left to do after an apply that was taken back: everything but what failed, and the servers of services
/// that failed.
ChangePlan withoutFailures(const ApplyReport &report, std::vector<RestoreReport::Failure> &failures)
{
    const std::set<ServiceKey> lost = lostServices(report);
    ChangePlan rest;
    for (std::size_t i = 0; i < report.results.size(); ++i) {
        const Operation &operation = report.plan.operations[i];
        const auto *server = std::get_if<AddServer>(&operation);
        if (server && lost.contains(server->service))
            continue; // the service says it all
        if (report.results[i].status == OperationStatus::Failed)
            failures.push_back({operation, report.results[i].error.value_or(Error())});
        else
            rest.operations.push_back(operation);
    }
    return rest;
}

/// Whether the whole plan came to an end, with failures or without. On the last try what the kernel says of an object
/// is taken for a failure like others.
Result<bool> carryOut(Backend &backend, ChangePlan plan, RestoreReport &report, bool isLastTry)
{
    while (!plan.isEmpty()) {
        const ApplyReport applied = Applier(backend).apply(plan);
        if (applied.outcome == ApplyOutcome::Applied || applied.outcome == ApplyOutcome::AlreadySo) {
            std::ranges::copy(applied.plan.operations, std::back_inserter(report.done.operations));
            return true;
        }
        if (isOvertaken(applied) && (!isLastTry || applied.outcome == ApplyOutcome::Refused))
            return false;
        const std::size_t known = report.failures.size();
        plan = withoutFailures(applied, report.failures);
        if (report.failures.size() == known) // not the fault of an operation
            return std::unexpected(applied.error.value_or(Error()));
    }
    return true;
}

} // namespace

Result<RuleState> readRuleState(Backend &backend)
{
    auto table = readTable(backend);
    if (!table)
        return std::unexpected(table.error());
    const auto timeouts = backend.readTimeouts();
    if (!timeouts)
        return std::unexpected(timeouts.error());
    auto daemons = backend.readSyncDaemons();
    if (!daemons)
        return std::unexpected(daemons.error());
    return RuleState{.table = std::move(*table), .timeouts = *timeouts, .daemons = std::move(*daemons)};
}

Additions additions(const RuleState &present, const RuleState &wanted)
{
    Additions added;
    for (const Operation &operation : difference(present, wanted).operations) {
        std::visit(Overloaded{
                       [&](const OneOf<AddService, AddServer> auto &) { added.table.operations.push_back(operation); },
                       [&](const OneOf<EditService, EditServer> auto &) { ++added.different; },
                       [&](const SetTimeouts &) { added.settings.operations.push_back(operation); },
                       [&](const StartSyncDaemon &start) {
                           if (std::ranges::contains(present.daemons, start.after.role, &SyncDaemon::role))
                               ++added.different;
                           else
                               added.settings.operations.push_back(operation);
                       },
                       [](const OneOf<RemoveService, RemoveServer, StopSyncDaemon, ZeroCounters, ClearTable> auto &) {},
                       [](const HostOperation auto &) {},
                   },
                   operation);
    }
    return added;
}

Result<RestoreReport> restore(Backend &backend, const RuleState &wanted)
{
    RestoreReport report;
    for (int tries = 0; tries < mostTries; ++tries) {
        const auto present = readRuleState(backend);
        if (!present)
            return std::unexpected(present.error());
        const Additions added = additions(*present, wanted);
        report.failures.clear(); // they are tried again
        report.different = added.different;
        const bool isLastTry = tries + 1 == mostTries;
        auto done = carryOut(backend, added.table, report, isLastTry);
        // Each setting by itself: a sync daemon whose interface is not there yet holds up nothing else.
        for (std::size_t i = 0; done && *done && i < added.settings.operations.size(); ++i)
            done = carryOut(backend, {{added.settings.operations[i]}}, report, isLastTry);
        if (!done)
            return std::unexpected(done.error());
        if (*done)
            return report;
    }
    return failure(ErrorCode::Stale);
}

} // namespace lvs
