// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/draftmerge.h"

#include <algorithm>

namespace lvs {
namespace {

/// The servers the kernel has, from a list that may show what is drafted for them.
std::vector<RealServer> undrafted(std::vector<RealServer> servers, const ServiceKey &service,
                                  const std::vector<std::optional<Operation>> &draft)
{
    const auto find = [&](const ServerKey &key) { return std::ranges::find(servers, key, &RealServer::key); };
    for (const auto &operation : draft) {
        if (!operation || serviceOf(*operation) != service)
            continue;
        if (const auto *add = std::get_if<AddServer>(&*operation)) {
            std::erase_if(servers, [&](const RealServer &server) { return server.key == add->after.key; });
        } else if (const auto *edit = std::get_if<EditServer>(&*operation)) {
            if (const auto server = find(edit->before.key); server != servers.end())
                *server = edit->before;
        } else if (const auto *remove = std::get_if<RemoveServer>(&*operation)) {
            if (find(remove->before.key) == servers.end())
                servers.push_back(remove->before);
        }
    }
    return servers;
}

} // namespace

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
    const RemoveService removal{edited ? edited->before : op.before,
                                undrafted(op.servers, op.before.key, m_operations)};
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
    dropIf<ZeroCounters>([&](const ZeroCounters &zero) { return zero == op; });
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
        const bool same = stop.before == op.after;
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
    if (object && !std::holds_alternative<ZeroCounters>(operation))
        m_index.insert(*object, m_operations.size());
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

void DraftMerge::dropDependents(const ServiceKey &service)
{
    for (auto &operation : m_operations) {
        const auto object = operation ? objectOf(*operation) : std::nullopt;
        const bool depends = object && object->service == service &&
                             (object->server || std::holds_alternative<ZeroCounters>(*operation));
        if (!depends)
            continue;
        if (object->server)
            m_index.remove(*object);
        operation.reset();
    }
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
