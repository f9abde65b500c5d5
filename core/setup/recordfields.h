// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/overloaded.h"
#include "core/setup/recordcode.h"
#include "core/setup/setuprecord.h"

namespace lvs {

// What the structures of a SetupRecord consist of. Changing anything here makes another version of the file
// (newestRecord); older ones are still read.

void describe(auto &code, Described<ServiceKey> auto &key)
{
    code(key.family, key.protocol, key.port, key.firewallMark, key.address);
}
void describe(auto &code, Described<ServerKey> auto &key)
{
    code(key.address, key.port);
}
void describe(auto &code, Described<VirtualService> auto &service)
{
    code(service.key, service.scheduler, service.flags, service.persistenceTimeout, service.netmask, service.engine);
}
void describe(auto &code, Described<Tunnel> auto &tunnel)
{
    code(tunnel.type, tunnel.port, tunnel.checksum);
}
void describe(auto &code, Described<RealServer> auto &server)
{
    code(server.key, server.forwarding, server.weight, server.upperThreshold, server.lowerThreshold, server.tunnel);
}
void describe(auto &code, Described<Timeouts> auto &timeouts)
{
    code(timeouts.tcp, timeouts.tcpFin, timeouts.udp);
}
void describe(auto &code, Described<SyncDaemon> auto &daemon)
{
    code(daemon.role, daemon.interface, daemon.syncId, daemon.maxLength, daemon.group, daemon.port, daemon.ttl);
}
void describe(auto &code, Described<InterfaceAddress> auto &address)
{
    code(address.address, address.prefixLength, address.scope, address.label);
}
void describe(auto &code, Described<HostAddress> auto &address)
{
    code(address.interface, address.address);
}
void describe(auto &code, Described<HostRoute> auto &route)
{
    code(route.destination, route.prefixLength, route.gateway, route.interface, route.metric);
}
void describe(auto &code, Described<HostTunnel> auto &tunnel)
{
    code(tunnel.name, tunnel.local);
}
void describe(auto &code, Described<PortRange> auto &range)
{
    code(range.first, range.last);
}
void describe(auto &code, Described<MarkRule> auto &rule)
{
    code(rule.destination, rule.protocol, rule.ports, rule.mark, rule.mask);
}
void describe(auto &code, Described<SnatRule> auto &rule)
{
    code(rule.servers, rule.virtualAddress, rule.source);
}

void describe(auto &code, Described<EditService> auto &op)
{
    code(op.before, op.after);
}
void describe(auto &code, Described<RemoveService> auto &op)
{
    code(op.before, op.servers);
}
void describe(auto &code, Described<AddServer> auto &op)
{
    code(op.service, op.after);
}
void describe(auto &code, Described<EditServer> auto &op)
{
    code(op.service, op.before, op.after);
}
void describe(auto &code, Described<RemoveServer> auto &op)
{
    code(op.service, op.before);
}
void describe(auto &code, Described<ZeroCounters> auto &op)
{
    code(op.service);
}
void describe(auto &code, Described<ClearTable> auto &op)
{
    code(op.expected);
}
void describe(auto &code, Described<SetTimeouts> auto &op)
{
    code(op.before, op.after);
}
void describe(auto &code, Described<SetSysctl> auto &op)
{
    code(op.name, op.before, op.after);
}
void describe(auto &code, Described<EditRoute> auto &op)
{
    code(op.before, op.after);
}
template<class T>
    requires OneOf<std::remove_const_t<T>, AddService, StartSyncDaemon, AddAddress, AddRoute, AddTunnel, AddMarkRule,
                   AddSnatRule>
void describe(auto &code, T &op)
{
    code(op.after);
}
template<class T>
    requires OneOf<std::remove_const_t<T>, StopSyncDaemon, RemoveAddress, RemoveRoute, RemoveTunnel, RemoveMarkRule,
                   RemoveSnatRule>
void describe(auto &code, T &op)
{
    code(op.before);
}

void describe(auto &code, Described<ChangePlan> auto &plan)
{
    code(plan.operations);
}
void describe(auto &code, Described<HostStep> auto &step)
{
    code(step.host, step.forHost, step.phase, step.plan);
}
void describe(auto &code, Described<TextSpan> auto &span)
{
    code(span.start, span.length);
}
void describe(auto &code, Described<Error> auto &error)
{
    code(error.code, error.values, error.kernelErrno, error.span);
}
void describe(auto &code, Described<StepProgress> auto &step)
{
    code(step.state, step.undo, step.wasInterrupted, step.error);
}
void describe(auto &code, Described<SetupServer> auto &server)
{
    code(server.server, server.host, server.vipInterface, server.arpInterface);
}
void describe(auto &code, Described<SetupWish> auto &wish)
{
    code(wish.service, wish.vipOfMark);
    if (code.version() >= 3)
        code(wish.protocolOfMark, wish.portsOfMark);
    code(wish.method, wish.servers, wish.director, wish.outside, wish.router);
}

} // namespace lvs
