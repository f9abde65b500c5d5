// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/changeplan.h"

#include "core/change/hostobject.h"
#include "core/change/hostvalidation.h"
#include "core/change/servicemap.h"
#include "core/model/markmatch.h"
#include "core/types/numbers.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace lvs {
namespace {

Result<void> checkRange(quint32 value, quint32 smallest, quint32 largest)
{
    if (value < smallest || value > largest)
        return failure(ErrorCode::OutOfRange, {QString::number(smallest), QString::number(largest)});
    return {};
}

// Values without a name may stay as another program left them; an edit never brings them in.

bool bringsUnnamed(const VirtualService &before, const VirtualService &after)
{
    return bool(after.flags & ~before.flags & ~knownServiceFlags);
}

bool bringsUnnamed(const RealServer &before, const RealServer &after)
{
    const bool unnamedTunnel =
        after.tunnel.type > TunnelType::Gre || after.tunnel.checksum > TunnelChecksum::RemoteChecksum;
    return (after.forwarding > Forwarding::Bypass && after.forwarding != before.forwarding) ||
           (unnamedTunnel && after.tunnel != before.tunnel);
}

/// What an edit writes must be valid, except where it only keeps what was there: odd objects of other programs can
/// still be drained.
template<class Check> Result<void> checkEdit(const auto &before, const auto &after, Check check)
{
    if (before.key != after.key)
        return failure(ErrorCode::PlanContradicts);
    const Result<void> verdict = check(after);
    if (const Result<void> old = check(before);
        !verdict && !old && verdict.error() == old.error() && !bringsUnnamed(before, after))
        return {};
    return verdict;
}

Result<void> checkTimeouts(const Timeouts &timeouts)
{
    for (const auto field : timeoutFields) {
        if (auto ok = checkRange(timeouts.*field, 0, limits::largestTimeout); !ok)
            return ok;
    }
    return {};
}

Result<void> checkDaemon(const SyncDaemon &daemon)
{
    if (daemon.role != SyncRole::Master && daemon.role != SyncRole::Backup)
        return failure(ErrorCode::NotSupported);
    if (daemon.interface.toString().isEmpty())
        return failure(ErrorCode::Empty);
    if (auto ok = checkRange(daemon.syncId, 0, limits::largestSyncId); !ok)
        return ok;
    if (auto ok = checkRange(daemon.maxLength, 0, limits::largestSyncLength); !ok)
        return ok;
    if (daemon.group && !daemon.group->isMulticast())
        return failure(ErrorCode::BadAddress);
    return {};
}

/// Finds operations that can't both hold. Each object may be touched once.
class Contradictions
{
public:
    explicit Contradictions(const ChangePlan &plan)
    {
        for (const Operation &operation : plan.operations) {
            if (const auto *added = std::get_if<AddService>(&operation))
                m_services[added->after.key].added = true;
            else if (const auto *removed = std::get_if<RemoveService>(&operation))
                m_services[removed->before.key].removed = true;
            m_clears = m_clears || std::holds_alternative<ClearTable>(operation);
        }
    }

    bool contradicts(const Operation &operation)
    {
        if (const auto *added = std::get_if<AddMarkRule>(&operation); added && marksOtherwise(added->after))
            return true;
        if (const auto object = hostObjectOf(operation))
            return !isNew(m_host, *object);
        const auto key = serviceOf(operation);
        if (!key)
            return !isNew(m_settings, settingOf(operation));
        if (m_clears)
            return true;
        Service &service = m_services[*key];
        if (std::holds_alternative<ZeroCounters>(operation))
            return service.removed;
        const auto server = serverOf(operation);
        if (!server)
            return std::exchange(service.touched, true);
        const bool needsOldService = !std::holds_alternative<AddServer>(operation);
        return service.removed || (needsOldService && service.added) || !isNew(service.servers, *server);
    }

private:
    struct Service {
        bool added = false;
        bool removed = false;
        bool touched = false;
        QSet<ServerKey> servers{};
    };

    /// Whether a rule added before gives some of the packets another mark.
    bool marksOtherwise(const MarkRule &rule)
    {
        const bool isOther = std::ranges::any_of(
            m_marks, [&](const MarkRule &other) { return other.mark != rule.mark && overlap(other, rule); });
        m_marks.push_back(rule);
        return isOther;
    }

    template<class T> static bool isNew(QSet<T> &known, const T &value)
    {
        const qsizetype before = known.size();
        known.insert(value);
        return known.size() > before;
    }

    /// Kind of an operation on the whole machine, and the role for a daemon.
    static std::pair<std::size_t, SyncRole> settingOf(const Operation &operation)
    {
        SyncRole role{};
        if (const auto *start = std::get_if<StartSyncDaemon>(&operation))
            role = start->after.role;
        else if (const auto *stop = std::get_if<StopSyncDaemon>(&operation))
            role = stop->before.role;
        return {operation.index(), role};
    }

    ServiceMap<Service> m_services;
    QSet<std::pair<std::size_t, SyncRole>> m_settings;
    QSet<HostObject> m_host;
    std::vector<MarkRule> m_marks; ///< that are added
    bool m_clears = false;
};

} // namespace

Result<void> validate(const Operation &operation)
{
    const auto service = [](const VirtualService &s) { return validate(s); };
    const auto serverOf = [](const ServiceKey &key) {
        return [&key](const RealServer &s) { return lvs::validate(s, key); };
    };
    return std::visit(
        Overloaded{
            [&](const AddService &op) { return service(op.after); },
            [&](const EditService &op) { return checkEdit(op.before, op.after, service); },
            [&](const AddServer &op) { return validate(op.after, op.service); },
            [&](const EditServer &op) { return checkEdit(op.before, op.after, serverOf(op.service)); },
            [](const SetTimeouts &op) { return checkTimeouts(op.after); },
            [](const SetSysctl &op) { return validate(SysctlValue{op.name, op.after}); },
            [](const OneOf<AddAddress, AddRoute, AddTunnel, AddMarkRule, AddSnatRule> auto &op) {
                return validate(op.after);
            },
            [](const EditRoute &op) {
                const bool isSameObject = hostObjectOf(op.before) == hostObjectOf(op.after);
                return isSameObject ? validate(op.after) : failure(ErrorCode::PlanContradicts);
            },
            [](const StartSyncDaemon &op) { return checkDaemon(op.after); },
            // Removals name what is there, however odd.
            [](const OneOf<RemoveService, RemoveServer, StopSyncDaemon, ZeroCounters, ClearTable, RemoveAddress,
                           RemoveRoute, RemoveTunnel, RemoveMarkRule, RemoveSnatRule> auto &) {
                return Result<void>();
            },
        },
        operation);
}

Result<void> validate(const ChangePlan &plan)
{
    if (qsizetype(plan.operations.size()) > ChangePlan::largestSize)
        return failure(ErrorCode::PlanTooLarge, {QString::number(ChangePlan::largestSize)});
    const auto isOnHost = [](const Operation &operation) { return carrierOf(operation) != Carrier::Ipvs; };
    if (std::ranges::count_if(plan.operations, isOnHost) > ChangePlan::mostOnHost)
        return failure(ErrorCode::PlanTooLarge, {QString::number(ChangePlan::mostOnHost)});
    Contradictions contradictions(plan);
    for (qsizetype index = 0; const Operation &operation : plan.operations) {
        Result<void> verdict = validate(operation);
        if (verdict && contradictions.contradicts(operation))
            verdict = failure(ErrorCode::PlanContradicts);
        if (!verdict) {
            verdict.error().values.prepend(QString::number(index));
            return verdict;
        }
        ++index;
    }
    return {};
}

} // namespace lvs
