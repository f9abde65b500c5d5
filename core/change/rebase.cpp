// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/changeplan.h"

#include "core/change/hostvalue.h"

#include <QSet>

namespace lvs {
namespace {

/// `actual` with the fields that `after` changes in `before`.
template<class Object, class... Fields>
Object merged(const Object &before, const Object &after, const Object &actual, Fields... fields)
{
    Object object = actual;
    ((after.*fields == before.*fields ? void() : void(object.*fields = after.*fields)), ...);
    return object;
}

VirtualService merged(const EditService &edit, const VirtualService &actual)
{
    using S = VirtualService;
    VirtualService service =
        merged(edit.before, edit.after, actual, &S::scheduler, &S::persistenceTimeout, &S::netmask, &S::engine);
    const ServiceFlags changed = edit.before.flags ^ edit.after.flags;
    service.flags = (actual.flags & ~changed) | (edit.after.flags & changed);
    if (changed.testFlag(ServiceFlag::Persistent)) { // the parts of persistence mean something only together
        service.persistenceTimeout = edit.after.persistenceTimeout;
        service.netmask = edit.after.netmask;
    }
    return service;
}

RealServer merged(const EditServer &edit, const RealServer &actual)
{
    using S = RealServer;
    RealServer server = merged(edit.before, edit.after, actual, &S::forwarding, &S::weight, &S::tunnel);
    const auto thresholds = [](const RealServer &s) { return std::pair(s.upperThreshold, s.lowerThreshold); };
    if (thresholds(edit.before) != thresholds(edit.after)) { // they bound each other
        server.upperThreshold = edit.after.upperThreshold;
        server.lowerThreshold = edit.after.lowerThreshold;
    }
    return server;
}

class Rebase
{
public:
    Rebase(const IpvsTable &actual, const HostInfo &host)
        : m_actual(actual)
        , m_host(host)
        , m_values(valuesOf(host))
    {
    }

    void add(const Operation &operation)
    {
        std::visit([this](const auto &op) { take(op); }, operation);
    }
    ChangePlan plan() && { return std::move(m_plan); }

private:
    void take(const AddService &op)
    {
        const auto *entry = m_actual.find(op.after.key);
        if (!entry)
            m_added.insert(op.after.key);
        push(entry ? &entry->service : nullptr, op.after, op, EditService{{}, op.after});
    }
    void take(const EditService &op)
    {
        const auto *entry = m_actual.find(op.before.key);
        if (entry && merged(op, entry->service) != entry->service)
            m_plan.operations.push_back(EditService{entry->service, merged(op, entry->service)});
    }
    void take(const RemoveService &op)
    {
        if (const auto *entry = m_actual.find(op.before.key))
            m_plan.operations.push_back(RemoveService{entry->service, entry->servers});
    }
    void take(const AddServer &op)
    {
        if (m_actual.find(op.service) || m_added.contains(op.service))
            push(server(op.service, op.after.key), op.after, op, EditServer{op.service, {}, op.after});
    }
    void take(const EditServer &op)
    {
        const RealServer *actual = server(op.service, op.before.key);
        if (actual && merged(op, *actual) != *actual)
            m_plan.operations.push_back(EditServer{op.service, *actual, merged(op, *actual)});
    }
    void take(const RemoveServer &op)
    {
        if (const RealServer *actual = server(op.service, op.before.key))
            m_plan.operations.push_back(RemoveServer{op.service, *actual});
    }
    void take(const ZeroCounters &op)
    {
        if (!op.service || m_actual.find(*op.service))
            m_plan.operations.push_back(op);
    }
    void take(const ClearTable &)
    {
        if (!m_actual.isEmpty())
            m_plan.operations.push_back(ClearTable{tableDigest(m_actual)});
    }
    /// What is there, and what is not, is the director's to say.
    void take(const FirewallOperation auto &op) { m_plan.operations.push_back(op); }
    void take(const HostOperation auto &op)
    {
        const HostChange change = *hostChangeOf(op);
        const bool isTunable = change.object.kind == HostObject::Kind::Sysctl;
        const HostValue actual = m_values.value(change.object);
        const bool isKnown = isTunable ? !std::holds_alternative<std::monostate>(actual) : !m_host.interfaces.empty();
        const std::vector<Operation> fresh = operationsBetween(actual, change.after);
        if (isKnown && fresh.size() <= 1)
            std::ranges::copy(fresh, std::back_inserter(m_plan.operations));
        else // two for one object are no plan
            m_plan.operations.push_back(op);
    }
    /// Not about the table.
    void take(const OneOf<SetTimeouts, StartSyncDaemon, StopSyncDaemon> auto &op) { m_plan.operations.push_back(op); }

    /// Adds what is not there, edits what is there otherwise.
    template<class Object, class Edit>
    void push(const Object *actual, const Object &wanted, const Operation &addition, Edit edit)
    {
        if (!actual) {
            m_plan.operations.push_back(addition);
        } else if (*actual != wanted) {
            edit.before = *actual;
            m_plan.operations.push_back(edit);
        }
    }

    const RealServer *server(const ServiceKey &service, const ServerKey &key) const
    {
        const auto *entry = m_actual.find(service);
        return entry ? entry->find(key) : nullptr;
    }

    const IpvsTable &m_actual;
    const HostInfo &m_host;
    const QHash<HostObject, HostValue> m_values; ///< of the machine
    ChangePlan m_plan;
    QSet<ServiceKey> m_added;
};

} // namespace

ChangePlan rebased(const ChangePlan &plan, const IpvsTable &actual, const HostInfo &host)
{
    Rebase rebase(actual, host);
    for (const Operation &operation : inApplyOrder(plan).operations)
        rebase.add(operation);
    return std::move(rebase).plan();
}

} // namespace lvs
