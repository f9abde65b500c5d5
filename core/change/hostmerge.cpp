// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/draftmerge.h"
#include "core/change/hostvalue.h"

namespace lvs {
namespace {

bool isNothing(const HostValue &value)
{
    return std::holds_alternative<std::monostate>(value);
}

/// Why something can't be done to an object that is there, or not there, by then.
ErrorCode objection(HostObject::Kind kind, bool isThere)
{
    switch (kind) {
    case HostObject::Kind::Address:
        return isThere ? ErrorCode::AddressExists : ErrorCode::AddressMissing;
    case HostObject::Kind::Route:
        return isThere ? ErrorCode::RouteExists : ErrorCode::RouteMissing;
    case HostObject::Kind::Tunnel:
        return isThere ? ErrorCode::TunnelExists : ErrorCode::TunnelMissing;
    case HostObject::Kind::MarkRule:
    case HostObject::Kind::SnatRule:
        return isThere ? ErrorCode::FirewallRuleExists : ErrorCode::FirewallRuleMissing;
    case HostObject::Kind::Sysctl:
        return ErrorCode::SysctlMissing;
    }
    Q_UNREACHABLE_RETURN(ErrorCode::PlanContradicts);
}

} // namespace

Result<void> DraftMerge::mergeHost(const Operation &operation)
{
    const HostChange change = *hostChangeOf(operation);
    const auto place = m_host.constFind(change.object);
    if (place == m_host.cend()) {
        if (!isSame(change.before, change.after))
            append(operation);
    } else {
        const HostChange drafted = *hostChangeOf(*m_operations[*place]);
        if (isNothing(change.before) != isNothing(drafted.after))
            return failure(objection(change.object.kind, isNothing(change.before)));
        const std::vector<Operation> merged = operationsBetween(drafted.before, change.after);
        if (merged.size() > 1) // an address with another label: no plan touches one object twice
            return failure(ErrorCode::PlanContradicts);
        if (merged.empty()) {
            m_operations[*place].reset();
            m_host.erase(place);
        } else {
            m_operations[*place] = merged.front();
        }
    }
    if (const auto *removed = std::get_if<RemoveTunnel>(&operation))
        dropDependents(removed->before);
    return {};
}

void DraftMerge::dropDependents(const HostTunnel &tunnel)
{
    const QString name = tunnel.name.toString();
    for (auto &operation : m_operations) {
        const auto change = operation ? hostChangeOf(*operation) : std::nullopt;
        if (!change || change->object.kind == HostObject::Kind::Tunnel)
            continue;
        const bool isOnIt = sysctlInterface(change->object.name) == name || interfaceOf(change->after) == tunnel.name ||
                            interfaceOf(change->before) == tunnel.name;
        if (!isOnIt)
            continue;
        m_host.remove(change->object);
        operation.reset();
    }
}

} // namespace lvs
