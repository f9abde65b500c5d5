// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/draftmerge.h"

#include "core/model/syncdaemon.h"

#include <algorithm>

namespace lvs {

DraftMerge::DraftMerge(const ChangePlan &plan)
{
    m_operations.reserve(plan.operations.size());
    for (const Operation &operation : plan.operations)
        append(operation);
}

ChangePlan DraftMerge::plan() &&
{
    ChangePlan plan;
    plan.operations.reserve(m_operations.size());
    for (auto &operation : m_operations) {
        if (operation)
            plan.operations.push_back(std::move(*operation));
    }
    return plan;
}

Result<void> DraftMerge::add(const Operation &operation)
{
    return std::visit([this](const auto &op) { return merge(op); }, operation);
}

void DraftMerge::drop(std::size_t index)
{
    const Operation operation = *m_operations[index];
    m_operations[index].reset();
    if (std::holds_alternative<ZeroCounters>(operation))
        return;
    if (const auto object = objectOf(operation))
        m_index.remove(*object);
    if (const auto object = hostObjectOf(operation))
        m_host.remove(*object);
    if (const auto *tunnel = std::get_if<AddTunnel>(&operation))
        dropDependents(tunnel->after);
    if (const auto *added = std::get_if<AddService>(&operation))
        dropDependents(added->after.key);
}

Result<void> DraftMerge::merge(const AddService &op)
{
    const ObjectKey object{op.after.key};
    if (m_clears)
        return failure(ErrorCode::PlanContradicts);
    if (const auto *removed = drafted<RemoveService>(object)) {
        const RemoveService before = *removed;
        if (before.before == op.after)
            drop(object);
        else
            replace(object, EditService{before.before, op.after});
        for (const RealServer &server : before.servers)
            append(RemoveServer{op.after.key, server});
        return {};
    }
    if (isDrafted(object))
        return failure(ErrorCode::ServiceExists);
    append(op);
    return {};
}

Result<void> DraftMerge::merge(const EditService &op)
{
    const ObjectKey object{op.before.key};
    if (isRemoved(op.before.key))
        return failure(ErrorCode::ServiceMissing);
    if (drafted<AddService>(object)) {
        replace(object, AddService{op.after});
        return {};
    }
    const auto *edited = drafted<EditService>(object);
    const VirtualService before = edited ? edited->before : op.before;
    if (edited && before == op.after)
        drop(object);
    else if (edited)
        replace(object, EditService{before, op.after});
    else if (before != op.after)
        append(op);
    return {};
}

Result<void> DraftMerge::merge(const RemoveService &op)
{
    const ObjectKey object{op.before.key};
    if (isRemoved(op.before.key))
        return failure(ErrorCode::ServiceMissing);
    const bool added = drafted<AddService>(object);
    const auto *edited = drafted<EditService>(object);
    const RemoveService removal{edited ? edited->before : op.before, undrafted(op.servers, op.before.key)};
    drop(object);
    dropDependents(op.before.key);
    if (!added)
        append(removal);
    return {};
}

Result<void> DraftMerge::merge(const AddServer &op)
{
    const ObjectKey object{op.service, op.after.key};
    if (isRemoved(op.service))
        return failure(ErrorCode::ServiceMissing);
    if (const auto *removed = drafted<RemoveServer>(object)) {
        const RealServer before = removed->before;
        if (before == op.after)
            drop(object);
        else
            replace(object, EditServer{op.service, before, op.after});
        return {};
    }
    if (isDrafted(object))
        return failure(ErrorCode::ServerExists);
    append(op);
    return {};
}

Result<void> DraftMerge::merge(const EditServer &op)
{
    const ObjectKey object{op.service, op.before.key};
    if (isRemoved(op.service))
        return failure(ErrorCode::ServiceMissing);
    if (drafted<RemoveServer>(object))
        return failure(ErrorCode::ServerMissing);
    if (drafted<AddServer>(object)) {
        replace(object, AddServer{op.service, op.after});
        return {};
    }
    const auto *edited = drafted<EditServer>(object);
    const RealServer before = edited ? edited->before : op.before;
    if (edited && before == op.after)
        drop(object);
    else if (edited)
        replace(object, EditServer{op.service, before, op.after});
    else if (before != op.after)
        append(op);
    return {};
}

Result<void> DraftMerge::merge(const RemoveServer &op)
{
    const ObjectKey object{op.service, op.before.key};
    if (isRemoved(op.service))
        return failure(ErrorCode::ServiceMissing);
    if (drafted<RemoveServer>(object))
        return failure(ErrorCode::ServerMissing);
    if (drafted<AddServer>(object))
        drop(object);
    else if (const auto *edited = drafted<EditServer>(object))
        replace(object, RemoveServer{op.service, edited->before});
    else
        append(op);
    return {};
}

Result<void> DraftMerge::merge(const ZeroCounters &op)
{
    if (op.service && isRemoved(*op.service))
        return failure(ErrorCode::ServiceMissing);
    if (op.service && drafted<AddService>({*op.service}))
        return {}; // it has none yet
    if (isZeroed(op.service))
        return {};
    append(op);
    return {};
}

Result<void> DraftMerge::merge(const ClearTable &op)
{
    for (auto &operation : m_operations) {
        if (operation && (objectOf(*operation) || std::holds_alternative<ClearTable>(*operation)))
            operation.reset();
    }
    m_index.clear();
    m_dependents = {};
    append(op);
    return {};
}

Result<void> DraftMerge::merge(const SetTimeouts &op)
{
    SetTimeouts merged = op;
    dropIf<SetTimeouts>([&](const SetTimeouts &drafted) {
        merged = {drafted.before, withSet(drafted.after, merged.after)};
        return true;
    });
    merged.after = changeBetween(merged.before, merged.after);
    if (merged.after != Timeouts{})
        append(merged);
    return {};
}

Result<void> DraftMerge::merge(const StartSyncDaemon &op)
{
    const auto isSame = [&](const auto &operation) {
        const auto *start = operation ? std::get_if<StartSyncDaemon>(&*operation) : nullptr;
        return start && start->after.role == op.after.role;
    };
    if (std::ranges::any_of(m_operations, isSame))
        return failure(ErrorCode::DaemonExists);
    bool restored = false;
    dropIf<StopSyncDaemon>([&](const StopSyncDaemon &stop) {
        const bool same = stop.before.role == op.after.role && isAsWanted(op.after, stop.before);
        restored = restored || same;
        return same;
    });
    if (!restored)
        append(op);
    return {};
}

Result<void> DraftMerge::merge(const StopSyncDaemon &op)
{
    bool started = false;
    dropIf<StartSyncDaemon>([&](const StartSyncDaemon &start) {
        const bool same = start.after.role == op.before.role;
        started = started || same;
        return same;
    });
    if (started)
        return {};
    const auto isSame = [&](const auto &operation) {
        const auto *stop = operation ? std::get_if<StopSyncDaemon>(&*operation) : nullptr;
        return stop && stop->before.role == op.before.role;
    };
    if (std::ranges::any_of(m_operations, isSame))
        return failure(ErrorCode::DaemonMissing);
    append(op);
    return {};
}

Result<void> DraftMerge::merge(const HostOperation auto &op)
{
    return mergeHost(op);
}

template<class Op> const Op *DraftMerge::drafted(const ObjectKey &object) const
{
    const auto index = m_index.constFind(object);
    return index == m_index.cend() ? nullptr : std::get_if<Op>(&*m_operations[*index]);
}

bool DraftMerge::isRemoved(const ServiceKey &service) const
{
    return m_clears || drafted<RemoveService>({service});
}

void DraftMerge::append(const Operation &operation)
{
    const auto object = objectOf(operation);
    const bool zeroes = std::holds_alternative<ZeroCounters>(operation);
    if (object && !zeroes)
        m_index.insert(*object, m_operations.size());
    if (const auto host = hostObjectOf(operation))
        m_host.insert(*host, m_operations.size());
    if (object && (object->server || zeroes))
        m_dependents[object->service].push_back(m_operations.size());
    else if (zeroes)
        m_zeroing = m_operations.size();
    m_clears = m_clears || std::holds_alternative<ClearTable>(operation);
    m_operations.emplace_back(operation);
}

void DraftMerge::replace(const ObjectKey &object, const Operation &operation)
{
    m_operations[m_index.value(object)] = operation;
}

void DraftMerge::drop(const ObjectKey &object)
{
    if (const auto index = m_index.constFind(object); index != m_index.cend()) {
        m_operations[*index].reset();
        m_index.erase(index);
    }
}

std::vector<std::size_t> DraftMerge::dependentsOf(const ServiceKey &service) const
{
    const auto *indices = m_dependents.find(service);
    std::vector<std::size_t> dependents = indices ? *indices : std::vector<std::size_t>();
    std::erase_if(dependents, [this](std::size_t index) { return !m_operations[index]; });
    return dependents;
}

bool DraftMerge::isZeroed(const std::optional<ServiceKey> &service) const
{
    const auto isZeroing = [this](std::size_t index) {
        return m_operations[index] && std::holds_alternative<ZeroCounters>(*m_operations[index]);
    };
    return service ? std::ranges::any_of(dependentsOf(*service), isZeroing) : m_zeroing && isZeroing(*m_zeroing);
}

std::vector<RealServer> DraftMerge::undrafted(const std::vector<RealServer> &servers, const ServiceKey &service) const
{
    const std::vector<std::size_t> dependents = dependentsOf(service);
    if (dependents.empty())
        return servers;
    QHash<ServerKey, const Operation *> draft;
    for (const std::size_t index : dependents) {
        if (const auto server = serverOf(*m_operations[index]))
            draft.insert(*server, &*m_operations[index]);
    }
    std::vector<RealServer> present;
    for (const RealServer &server : servers) {
        const Operation *operation = draft.take(server.key);
        if (operation && std::holds_alternative<AddServer>(*operation))
            continue;
        const auto *edit = operation ? std::get_if<EditServer>(operation) : nullptr;
        present.push_back(edit ? edit->before : server);
    }
    for (const std::size_t index : dependents) {
        const auto *remove = std::get_if<RemoveServer>(&*m_operations[index]);
        if (remove && draft.contains(remove->before.key)) // the list does not show it
            present.push_back(remove->before);
    }
    return present;
}

void DraftMerge::dropDependents(const ServiceKey &service)
{
    for (const std::size_t index : dependentsOf(service)) {
        if (const auto object = objectOf(*m_operations[index]); object->server)
            m_index.remove(*object);
        m_operations[index].reset();
    }
    m_dependents.remove(service);
}

template<class Op> void DraftMerge::dropIf(auto &&predicate)
{
    for (auto &operation : m_operations) {
        const auto *op = operation ? std::get_if<Op>(&*operation) : nullptr;
        if (op && predicate(*op))
            operation.reset();
    }
}

} // namespace lvs
