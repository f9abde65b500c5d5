// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/hostobject.h"

#include <QHash>

#include <vector>

namespace lvs {

/// What a machine has of a HostObject; std::monostate: it has none.
using HostValue = std::variant<std::monostate, SysctlValue, HostAddress, HostRoute, HostTunnel, MarkRule, SnatRule>;

/// Everything that a machine has; of what it has twice the first. Looking for one object after another in the machine
/// itself would cost their product.
QHash<HostObject, HostValue> valuesOf(const HostInfo &host);
/// The rules of the own table.
QHash<HostObject, HostValue> valuesOf(const FirewallState &firewall);

/// What an operation on the machine expects, and what it leads to.
struct HostChange {
    HostObject object{};
    HostValue before{};
    HostValue after{};
};
/// Nothing for operations on the table and its settings.
std::optional<HostChange> hostChangeOf(const Operation &operation);

/// Tunables are the same when their settings are.
bool isSame(const HostValue &a, const HostValue &b);
/// What makes `to` of `from`, both of one object: nothing where they are the same, two operations for an address that
/// changes. A tunable can't be made or taken away.
std::vector<Operation> operationsBetween(const HostValue &from, const HostValue &to);
/// The interface an object needs; empty for such as need none.
InterfaceName interfaceOf(const HostValue &value);

} // namespace lvs
