// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"
#include "core/change/overloaded.h"

namespace lvs {

/// Operations on the console's own rules in the packet filter.
template<class T>
concept FirewallOperation = OneOf<T, AddMarkRule, RemoveMarkRule, AddSnatRule, RemoveSnatRule>;

/// Operations on tunables, addresses, routes and tunnels. They are carried out one after another in the order of the
/// plan, because each may rest on the one before: ARP is restricted before the address is there.
template<class T>
concept MachineOperation =
    OneOf<T, SetSysctl, AddAddress, RemoveAddress, AddRoute, EditRoute, RemoveRoute, AddTunnel, RemoveTunnel>;

/// Operations on a machine beside its IPVS table and settings: those about a HostObject.
template<class T>
concept HostOperation = MachineOperation<T> || FirewallOperation<T>;

/// Who carries an operation out. Not to be told from its phase: rules of the packet filter stand among what IPVS does.
enum class Carrier : quint8 {
    Ipvs,     ///< the table and its settings
    Machine,  ///< MachineOperation
    Firewall, ///< FirewallOperation
};
Carrier carrierOf(const Operation &operation);

/// Identity of what such an operation is about, inside one machine.
struct HostObject {
    enum class Kind : quint8 { Sysctl, Address, Route, Tunnel, MarkRule, SnatRule };

    Kind kind = Kind::Sysctl;
    QString name{};          ///< of the tunable or the interface; empty for a route; a rule as text
    IpAddress address{};     ///< of an address; the destination of a route
    quint8 prefixLength = 0; ///< of an IPv4 address or a route: the kernel keeps an IPv6 address once
    quint32 metric = 0;      ///< of a route

    friend bool operator==(const HostObject &, const HostObject &) = default;
    friend size_t qHash(const HostObject &object, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, quint8(object.kind), object.name, object.address, object.prefixLength, object.metric);
    }
};

HostObject hostObjectOf(const SetSysctl &set);
HostObject hostObjectOf(const HostAddress &address);
HostObject hostObjectOf(const HostRoute &route);
HostObject hostObjectOf(const HostTunnel &tunnel);
HostObject hostObjectOf(const MarkRule &rule);
HostObject hostObjectOf(const SnatRule &rule);
/// Nothing for operations on the table and its settings.
std::optional<HostObject> hostObjectOf(const Operation &operation);

} // namespace lvs
