// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apply/beforeimage.h"

#include "core/model/markmatch.h"
#include "core/model/syncdaemon.h"

#include <algorithm>

namespace lvs {
namespace {

/// Whether the fields that a change sets have the values of `expected`.
bool fieldsAre(const Timeouts &expected, const Timeouts &actual, const SetTimeouts &change)
{
    return std::ranges::all_of(
        timeoutFields, [&](auto field) { return change.after.*field == 0 || actual.*field == expected.*field; });
}

/// Whether a running daemon is the expected one.
bool isDaemon(const SyncDaemon &expected, const SyncDaemon *running)
{
    return running && isAsWanted(expected, *running);
}

bool sameServers(std::vector<RealServer> a, std::vector<RealServer> b)
{
    if (a.size() != b.size())
        return false;
    std::ranges::sort(a, {}, &RealServer::key);
    std::ranges::sort(b, {}, &RealServer::key);
    return a == b;
}

using Verdict = std::optional<ErrorCode>; ///< why an operation can't go ahead

template<class Object> Verdict compare(const Object *actual, const Object &expected, ErrorCode missing)
{
    if (!actual)
        return missing;
    return *actual == expected ? Verdict() : ErrorCode::Stale;
}

ErrorCode missing(HostObject::Kind kind)
{
    switch (kind) {
    case HostObject::Kind::Sysctl:
        return ErrorCode::SysctlMissing;
    case HostObject::Kind::Address:
        return ErrorCode::AddressMissing;
    case HostObject::Kind::Route:
        return ErrorCode::RouteMissing;
    case HostObject::Kind::Tunnel:
        return ErrorCode::TunnelMissing;
    case HostObject::Kind::MarkRule:
    case HostObject::Kind::SnatRule:
        return ErrorCode::FirewallRuleMissing;
    }
    Q_UNREACHABLE_RETURN(ErrorCode::Stale);
}

ErrorCode exists(HostObject::Kind kind)
{
    switch (kind) {
    case HostObject::Kind::Address:
        return ErrorCode::AddressExists;
    case HostObject::Kind::Route:
        return ErrorCode::RouteExists;
    case HostObject::Kind::Tunnel:
        return ErrorCode::TunnelExists;
    case HostObject::Kind::MarkRule:
    case HostObject::Kind::SnatRule:
        return ErrorCode::FirewallRuleExists;
    case HostObject::Kind::Sysctl:
        break;
    }
    return ErrorCode::Stale;
}

bool isNothing(const HostValue &value)
{
    return std::holds_alternative<std::monostate>(value);
}

Verdict hostObjection(const HostChange &change, const TouchedState &state, const TouchedObjects &touched)
{
    const HostObject &object = change.object;
    const HostValue actual = state.value(object);
    const InterfaceName interface = interfaceOf(change.after);
    if (isNothing(actual) && touched.addsTunnel(interface))
        return std::nullopt; // neither can be there yet
    if (interface != InterfaceName() && !state.interface(interface))
        return ErrorCode::InterfaceMissing;
    const auto *tunnel = std::get_if<HostTunnel>(&change.after);
    if (isNothing(change.before) && (!isNothing(actual) || (tunnel && state.interface(tunnel->name))))
        return exists(object.kind);
    if (!isNothing(change.before) && isNothing(actual))
        return missing(object.kind);
    return isSame(actual, change.before) ? Verdict() : ErrorCode::Stale;
}

/// The own rule that gives some of the packets of another one another mark, and stays: which of them had the last word
/// would depend on their order. nullptr: there is none.
const MarkRule *markedOtherwise(const MarkRule &rule, const TouchedState &state, const TouchedObjects &touched)
{
    const auto found = std::ranges::find_if(state.markRules(), [&](const MarkRule &other) {
        return other.mark != rule.mark && overlap(other, rule) && !touched.removes(other);
    });
    return found == state.markRules().end() ? nullptr : &*found;
}

Verdict firewallObjection(const Operation &operation, const TouchedState &state, const TouchedObjects &touched)
{
    if (state.isFirewallMixed())
        return ErrorCode::FirewallMixed;
    if (const Verdict verdict = hostObjection(*hostChangeOf(operation), state, touched))
        return verdict;
    const auto *mark = std::get_if<AddMarkRule>(&operation);
    return mark && markedOtherwise(mark->after, state, touched) ? Verdict(ErrorCode::FirewallRulesOverlap) : Verdict();
}

/// Whether what an operation leads to is there; a tunnel also has to be up.
bool hostHolds(const HostChange &change, const TouchedState &state)
{
    const auto *tunnel = std::get_if<HostTunnel>(&change.after);
    const HostInterface *interface = tunnel ? state.interface(tunnel->name) : nullptr;
    return isSame(state.value(change.object), change.after) && (!interface || interface->isUp);
}

Verdict objection(const Operation &operation, const TouchedState &state, const TouchedObjects &touched)
{
    const auto unlessExists = [&](const ServiceKey &service) {
        return state.exists(service) ? Verdict() : ErrorCode::ServiceMissing;
    };
    const auto compareServer = [&](const ServiceKey &service, const RealServer &expected) {
        if (const Verdict verdict = unlessExists(service))
            return verdict;
        return compare(state.server(service, expected.key), expected, ErrorCode::ServerMissing);
    };
    return std::visit(
        Overloaded{
            [&](const AddService &op) -> Verdict {
                return state.exists(op.after.key) ? Verdict(ErrorCode::ServiceExists) : std::nullopt;
            },
            [&](const EditService &op) {
                return compare(state.service(op.before.key), op.before, ErrorCode::ServiceMissing);
            },
            [&](const RemoveService &op) {
                const Verdict verdict = compare(state.service(op.before.key), op.before, ErrorCode::ServiceMissing);
                if (!verdict && !sameServers(state.servers(op.before.key), op.servers))
                    return Verdict(ErrorCode::Stale);
                return verdict;
            },
            [&](const AddServer &op) -> Verdict {
                if (!state.exists(op.service))
                    return touched.adds(op.service) ? std::nullopt : Verdict(ErrorCode::ServiceMissing);
                return state.server(op.service, op.after.key) ? Verdict(ErrorCode::ServerExists) : std::nullopt;
            },
            [&](const EditServer &op) { return compareServer(op.service, op.before); },
            [&](const RemoveServer &op) { return compareServer(op.service, op.before); },
            [&](const ZeroCounters &op) {
                const bool isNew = op.service && touched.adds(*op.service);
                return op.service && !isNew ? unlessExists(*op.service) : Verdict();
            },
            [&](const ClearTable &op) {
                return tableDigest(state.table()) == op.expected ? Verdict() : ErrorCode::Stale;
            },
            [&](const SetTimeouts &op) {
                return fieldsAre(op.before, state.timeouts(), op) ? Verdict() : ErrorCode::Stale;
            },
            [&](const FirewallOperation auto &) { return firewallObjection(operation, state, touched); },
            [&](const MachineOperation auto &) { return hostObjection(*hostChangeOf(operation), state, touched); },
            [&](const StartSyncDaemon &op) -> Verdict {
                const bool runs = state.daemon(op.after.role) && !touched.stops(op.after.role);
                return runs ? Verdict(ErrorCode::DaemonExists) : std::nullopt;
            },
            [&](const StopSyncDaemon &op) {
                return isDaemon(op.before, state.daemon(op.before.role)) ? Verdict() : ErrorCode::Stale;
            },
        },
        operation);
}

} // namespace

bool holds(const Operation &operation, const TouchedState &state)
{
    const auto is = [](const auto *actual, const auto &wanted) { return actual && *actual == wanted; };
    return std::visit(Overloaded{
                          [&](const AddService &op) { return is(state.service(op.after.key), op.after); },
                          [&](const EditService &op) { return is(state.service(op.after.key), op.after); },
                          [&](const RemoveService &op) { return !state.exists(op.before.key); },
                          [&](const AddServer &op) { return is(state.server(op.service, op.after.key), op.after); },
                          [&](const EditServer &op) { return is(state.server(op.service, op.after.key), op.after); },
                          [&](const RemoveServer &op) { return !state.server(op.service, op.before.key); },
                          [](const ZeroCounters &) { return true; },
                          [&](const ClearTable &) { return state.table().isEmpty(); },
                          [&](const SetTimeouts &op) { return fieldsAre(op.after, state.timeouts(), op); },
                          [&](const HostOperation auto &) { return hostHolds(*hostChangeOf(operation), state); },
                          [&](const StartSyncDaemon &op) { return isDaemon(op.after, state.daemon(op.after.role)); },
                          [&](const StopSyncDaemon &op) { return !state.daemon(op.before.role); },
                      },
                      operation);
}

bool isUntouched(const Operation &operation, const TouchedState &before, const TouchedState &now)
{
    const auto same = [](const auto *a, const auto *b) { return a && b ? *a == *b : a == b; };
    const auto sameService = [&](const ServiceKey &key) { return same(before.service(key), now.service(key)); };
    const auto sameServer = [&](const ServiceKey &service, const ServerKey &key) {
        return same(before.server(service, key), now.server(service, key));
    };
    return std::visit(
        Overloaded{
            [&](const AddService &op) { return sameService(op.after.key); },
            [&](const EditService &op) { return sameService(op.before.key); },
            [&](const RemoveService &op) { return sameService(op.before.key); },
            [&](const AddServer &op) { return sameServer(op.service, op.after.key); },
            [&](const EditServer &op) { return sameServer(op.service, op.before.key); },
            [&](const RemoveServer &op) { return sameServer(op.service, op.before.key); },
            [](const ZeroCounters &) { return true; },
            [&](const ClearTable &) { return tableDigest(before.table()) == tableDigest(now.table()); },
            [&](const SetTimeouts &) { return before.timeouts() == now.timeouts(); },
            [&](const HostOperation auto &) {
                const HostObject object = *hostObjectOf(operation);
                return isSame(before.value(object), now.value(object));
            },
            // A daemon that was stopped to be started anew and did not start is none that others changed.
            [&](const StartSyncDaemon &op) {
                const SyncDaemon *running = now.daemon(op.after.role);
                return !running || same(before.daemon(op.after.role), running);
            },
            [&](const StopSyncDaemon &op) { return same(before.daemon(op.before.role), now.daemon(op.before.role)); },
        },
        operation);
}

OperationResult judge(const Operation &operation, const TouchedState &state, const TouchedObjects &touched)
{
    // A daemon that the plan stops first does not run already, whatever runs now.
    const auto *start = std::get_if<StartSyncDaemon>(&operation);
    const bool restarts = start && touched.stops(start->after.role);
    if (!std::holds_alternative<ZeroCounters>(operation) && !restarts && holds(operation, state))
        return {.status = OperationStatus::AlreadySo};
    const Verdict verdict = objection(operation, state, touched);
    if (!verdict)
        return {};
    Error error{.code = *verdict};
    if (const auto *mark = std::get_if<AddMarkRule>(&operation); mark && *verdict == ErrorCode::FirewallRulesOverlap)
        error.values = {markedOtherwise(mark->after, state, touched)->toString()};
    return {.status = OperationStatus::Stale, .error = error};
}

} // namespace lvs
