// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/hostobject.h"

namespace lvs {

Carrier carrierOf(const Operation &operation)
{
    return std::visit(
        Overloaded{
            [](const FirewallOperation auto &) { return Carrier::Firewall; },
            [](const MachineOperation auto &) { return Carrier::Machine; },
            [](const OneOf<AddService, EditService, RemoveService, AddServer, EditServer, RemoveServer, ZeroCounters,
                           ClearTable, SetTimeouts, StartSyncDaemon, StopSyncDaemon> auto &) { return Carrier::Ipvs; },
        },
        operation);
}

HostObject hostObjectOf(const SetSysctl &set)
{
    return {.kind = HostObject::Kind::Sysctl, .name = set.name};
}

HostObject hostObjectOf(const HostAddress &address)
{
    const InterfaceAddress &own = address.address;
    return {.kind = HostObject::Kind::Address,
            .name = address.interface.toString(),
            .address = own.address,
            .prefixLength = own.address.isIPv4() ? own.prefixLength : quint8(0)};
}

HostObject hostObjectOf(const HostRoute &route)
{
    return {.kind = HostObject::Kind::Route,
            .address = route.destination,
            .prefixLength = route.prefixLength,
            .metric = route.metric};
}

HostObject hostObjectOf(const HostTunnel &tunnel)
{
    return {.kind = HostObject::Kind::Tunnel, .name = tunnel.name.toString()};
}

HostObject hostObjectOf(const MarkRule &rule)
{
    return {.kind = HostObject::Kind::MarkRule, .name = rule.toString()};
}

HostObject hostObjectOf(const SnatRule &rule)
{
    return {.kind = HostObject::Kind::SnatRule, .name = rule.toString()};
}

std::optional<HostObject> hostObjectOf(const Operation &operation)
{
    using Object = std::optional<HostObject>;
    return std::visit(
        Overloaded{
            [](const SetSysctl &op) -> Object { return hostObjectOf(op); },
            [](const OneOf<AddAddress, AddRoute, EditRoute, AddTunnel, AddMarkRule, AddSnatRule> auto &op) -> Object {
                return hostObjectOf(op.after);
            },
            [](const OneOf<RemoveAddress, RemoveRoute, RemoveTunnel, RemoveMarkRule, RemoveSnatRule> auto &op)
                -> Object { return hostObjectOf(op.before); },
            [](const OneOf<AddService, EditService, RemoveService, AddServer, EditServer, RemoveServer, ZeroCounters,
                           ClearTable, SetTimeouts, StartSyncDaemon, StopSyncDaemon> auto &) -> Object {
                return std::nullopt;
            },
        },
        operation);
}

} // namespace lvs
