// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apply/undo.h"

#include "core/apply/beforeimage.h"
#include "core/apply/kernelerror.h"

#include <algorithm>
#include <ranges>

namespace lvs {
namespace {

/// What a table holds of the objects a plan touches. Other programs' edits beside them are left out, and so stay.
class TouchedPart
{
public:
    explicit TouchedPart(const ChangePlan &plan)
    {
        for (const Operation &operation : plan.operations) {
            std::visit(Overloaded{
                           [&](const AddService &op) { m_added.insert(op.after.key); },
                           [&](const RemoveService &op) { m_removed.insert(op.before.key); },
                           [&](const EditService &op) { m_edited.insert(op.before.key); },
                           [&](const OneOf<AddServer, EditServer, RemoveServer> auto &) {
                               m_servers.insert(*objectOf(operation));
                           },
                           [&](const ClearTable &) { m_cleared = true; },
                           [](const ZeroCounters &) {}, // counters don't come back
                           // settingsBack() and hostBack() bring these back.
                           [](const OneOf<SetTimeouts, StartSyncDaemon, StopSyncDaemon> auto &) {},
                           [](const HostOperation auto &) {},
                       },
                       operation);
        }
    }

    IpvsTable of(const TouchedState &state) const
    {
        const IpvsTable all = state.table();
        if (m_cleared)
            return all;
        IpvsTable part = all;
        for (const auto &[key, entry] : all.entries()) {
            if (m_added.contains(key) || m_removed.contains(key))
                continue; // the service comes and goes with all of its servers
            if (!m_edited.contains(key))
                part.setService(VirtualService::withDefaults(key));
            std::vector<RealServer> servers = entry.servers;
            std::erase_if(servers, [&](const RealServer &s) { return !m_servers.contains(ObjectKey{key, s.key}); });
            part.setServers(key, std::move(servers));
        }
        return part;
    }

    /// A service that appeared and that the plan did not add is somebody else's; only servers may be taken from it.
    void keepForeignServices(const IpvsTable &present, IpvsTable &wanted) const
    {
        for (const auto &[key, entry] : present.entries()) {
            if (!m_cleared && !m_added.contains(key) && !wanted.find(key))
                wanted.setService(entry.service);
        }
    }

    /// A service that the plan did not remove was removed by somebody else, and not all of it is known: it stays away.
    void dropForeignRemovals(ChangePlan &back) const
    {
        QSet<ServiceKey> foreign;
        for (const Operation &operation : back.operations) {
            const auto *add = std::get_if<AddService>(&operation);
            if (add && !m_cleared && !m_removed.contains(add->after.key))
                foreign.insert(add->after.key);
        }
        std::erase_if(back.operations, [&](const Operation &operation) {
            const auto service = serviceOf(operation);
            return service && foreign.contains(*service);
        });
    }

private:
    QSet<ServiceKey> m_added;
    QSet<ServiceKey> m_removed;
    QSet<ServiceKey> m_edited;
    QSet<ObjectKey> m_servers;
    bool m_cleared = false;
};

/// What is to be taken back of a plan, and what others have changed since it was done.
struct Ours {
    Ours(const ChangePlan &whole, std::span<const OperationResult> results, const TouchedState &before,
         const TouchedState &now)
    {
        for (std::size_t i = 0; i < results.size(); ++i) {
            const Operation &operation = whole.operations[i];
            const OperationResult &result = results[i];
            if (result.status == OperationStatus::Failed && !didNothing(*result.error))
                plan.operations.push_back(operation);
            if (result.status != OperationStatus::Done)
                continue;
            if (std::holds_alternative<ClearTable>(operation) || holds(operation, now) ||
                isUntouched(operation, before, now))
                plan.operations.push_back(operation);
            else if (const auto object = objectOf(operation))
                foreign.objects.insert(*object, {.code = ErrorCode::Stale});
            else if (const auto own = hostObjectOf(operation))
                foreign.host.insert(*own, {.code = ErrorCode::Stale});
            else
                foreign.settings = Error{.code = ErrorCode::Stale};
        }
    }

    ChangePlan plan;
    UndoResult foreign;
};

/// The operations that make the machine as it was, in the reverse order of the plan's.
ChangePlan hostBack(const ChangePlan &plan, const TouchedState &before, const TouchedState &now)
{
    ChangePlan back;
    for (const Operation &operation : plan.operations | std::views::reverse) {
        if (const auto object = hostObjectOf(operation))
            std::ranges::copy(operationsBetween(now.value(*object), before.value(*object)),
                              std::back_inserter(back.operations));
    }
    return back;
}

/// The operations that make timeouts and sync daemons as they were.
ChangePlan settingsBack(const TouchedObjects &touched, const TouchedState &before, const TouchedState &now)
{
    ChangePlan plan;
    if (touched.timeouts() && now.timeouts() != before.timeouts())
        plan.operations.push_back(SetTimeouts{now.timeouts(), before.timeouts()});
    for (const SyncRole role : {SyncRole::Master, SyncRole::Backup}) {
        const SyncDaemon *running = now.daemon(role);
        const SyncDaemon *wanted = before.daemon(role);
        if (running == wanted || (running && wanted && *running == *wanted))
            continue;
        if (running)
            plan.operations.push_back(StopSyncDaemon{*running});
        if (wanted)
            plan.operations.push_back(StartSyncDaemon{*wanted});
    }
    return plan;
}

/// Sends operations of Phase::Host, batch after batch, up to the first error: what rests on the one that failed stays,
/// too. ARP is not let loose again while the address is still there.
void sendHost(Backend &backend, std::span<const Operation> operations, UndoResult &errors)
{
    std::optional<Error> failed;
    for (std::size_t start = 0; start < operations.size();) {
        const std::size_t end = batchEnd(operations, start, [](std::size_t) { return true; });
        const auto results = failed ? std::vector<Result<void>>(end - start, std::unexpected(*failed))
                                    : backend.execute(operations.subspan(start, end - start));
        for (std::size_t i = start; i < end; ++i) {
            if (const Result<void> &result = results[i - start]; !result) {
                errors.host.insert(*hostObjectOf(operations[i]), result.error());
                failed = failed.value_or(result.error());
            }
        }
        start = end;
    }
}

/// Sends a plan and goes on after errors; the first error of each object, and of the settings.
UndoResult send(Backend &backend, const ChangePlan &plan)
{
    UndoResult errors;
    const auto onHost = std::ranges::find_if(
        plan.operations, [](const Operation &operation) { return phaseOf(operation) != Phase::Host; });
    const std::span<const Operation> operations(onHost, plan.operations.end());
    sendHost(backend, {plan.operations.begin(), onHost}, errors);
    for (std::size_t start = 0; start < operations.size();) {
        const std::size_t end = batchEnd(operations, start, [](std::size_t) { return true; });
        const auto results = backend.execute(operations.subspan(start, end - start));
        for (std::size_t i = start; i < end; ++i) {
            const Result<void> &result = results[i - start];
            if (result)
                continue;
            if (const auto object = objectOf(operations[i])) {
                if (!errors.objects.contains(*object))
                    errors.objects.insert(*object, result.error());
            } else if (const auto own = hostObjectOf(operations[i])) {
                errors.host.insert(*own, result.error());
            } else if (!errors.settings) {
                errors.settings = result.error();
            }
        }
        start = end;
    }
    return errors;
}

} // namespace

const Error *UndoResult::errorOf(const Operation &operation) const
{
    if (everything)
        return &*everything;
    const auto object = objectOf(operation);
    const bool clears = std::holds_alternative<ClearTable>(operation);
    if (!clears && !std::holds_alternative<RemoveService>(operation)) {
        if (const auto own = hostObjectOf(operation)) {
            const auto left = host.constFind(*own);
            return left == host.cend() ? nullptr : &*left;
        }
        if (!object)
            return settings && !std::holds_alternative<ZeroCounters>(operation) ? &*settings : nullptr;
        const auto error = objects.constFind(*object);
        return error == objects.cend() ? nullptr : &*error;
    }
    // The servers that a removed service or a cleared table took with it belong to that operation.
    for (const auto &[differing, error] : objects.asKeyValueRange()) {
        if (clears || differing.service == object->service)
            return &error;
    }
    return nullptr;
}

namespace {

/// Of what takeBack() does all but the packet filter, whose rules can't be read.
UndoResult takeBackWithoutFirewall(Backend &backend, const ChangePlan &plan, std::span<const OperationResult> results,
                                   const TouchedState &before, const Error &why)
{
    ChangePlan rest;
    std::vector<OperationResult> itsResults;
    std::vector<HostObject> rules;
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (carrierOf(plan.operations[i]) == Carrier::Firewall) {
            rules.push_back(*hostObjectOf(plan.operations[i]));
        } else {
            rest.operations.push_back(plan.operations[i]);
            itsResults.push_back(results[i]);
        }
    }
    UndoResult left = takeBack(backend, rest, itsResults, TouchedObjects(rest), before);
    for (const HostObject &rule : rules)
        left.host.insert(rule, why);
    return left;
}

} // namespace

UndoResult takeBack(Backend &backend, const ChangePlan &plan, std::span<const OperationResult> results,
                    const TouchedObjects &touched, const TouchedState &before)
{
    const auto unreadable = [&](const Error &error) {
        return touched.firewall() ? takeBackWithoutFirewall(backend, plan, results, before, error)
                                  : UndoResult{.everything = error};
    };
    const auto now = TouchedState::read(backend, touched);
    if (!now)
        return unreadable(now.error());
    const Ours ours(plan, results, before, *now);
    const TouchedPart part(ours.plan);
    const TouchedObjects settings(ours.plan);
    const IpvsTable present = part.of(*now);
    IpvsTable wanted = part.of(before);
    part.keepForeignServices(present, wanted);
    ChangePlan back = difference(present, wanted);
    part.dropForeignRemovals(back);
    for (const ChangePlan &rest : {hostBack(ours.plan, before, *now), settingsBack(settings, before, *now)})
        std::ranges::copy(rest.operations, std::back_inserter(back.operations));
    const UndoResult errors = send(backend, inApplyOrder(back));

    const auto after = TouchedState::read(backend, touched);
    if (!after)
        return unreadable(after.error());
    const Error notVerified{.code = ErrorCode::NotVerified};
    UndoResult left = ours.foreign;
    for (const Operation &operation : difference(part.of(*after), wanted).operations) {
        const ObjectKey object = *objectOf(operation);
        const Error error = errors.objects.value(object, notVerified);
        left.objects.insert(object, error);
        if (const auto *stillThere = std::get_if<RemoveService>(&operation)) {
            for (const RealServer &server : stillThere->servers)
                left.objects.insert({object.service, server.key}, error);
        }
    }
    for (const Operation &operation : hostBack(ours.plan, before, *after).operations) {
        const HostObject object = *hostObjectOf(operation);
        left.host.insert(object, errors.host.value(object, notVerified));
    }
    if (!settingsBack(settings, before, *after).isEmpty())
        left.settings = errors.settings.value_or(notVerified);
    return left;
}

} // namespace lvs
