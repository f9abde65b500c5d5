// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/hostvalue.h"

namespace lvs {
namespace {

struct Between {
    std::vector<Operation> operator()(const SysctlValue &from, const SysctlValue &to) const
    {
        return {SetSysctl{from.name, from.value, to.value}};
    }
    // The kernel changes neither label nor scope of an address that is there.
    std::vector<Operation> operator()(const HostAddress &from, const HostAddress &to) const
    {
        return {RemoveAddress{from}, AddAddress{to}};
    }
    std::vector<Operation> operator()(const HostRoute &from, const HostRoute &to) const
    {
        return {EditRoute{from, to}};
    }
    std::vector<Operation> operator()(const HostTunnel &from, const HostTunnel &to) const
    {
        return {RemoveTunnel{from}, AddTunnel{to}};
    }
    std::vector<Operation> operator()(std::monostate, const HostAddress &to) const { return {AddAddress{to}}; }
    std::vector<Operation> operator()(std::monostate, const HostRoute &to) const { return {AddRoute{to}}; }
    std::vector<Operation> operator()(std::monostate, const HostTunnel &to) const { return {AddTunnel{to}}; }
    std::vector<Operation> operator()(const HostAddress &from, std::monostate) const { return {RemoveAddress{from}}; }
    std::vector<Operation> operator()(const HostRoute &from, std::monostate) const { return {RemoveRoute{from}}; }
    std::vector<Operation> operator()(const HostTunnel &from, std::monostate) const { return {RemoveTunnel{from}}; }
    std::vector<Operation> operator()(std::monostate, const MarkRule &to) const { return {AddMarkRule{to}}; }
    std::vector<Operation> operator()(std::monostate, const SnatRule &to) const { return {AddSnatRule{to}}; }
    std::vector<Operation> operator()(const MarkRule &from, std::monostate) const { return {RemoveMarkRule{from}}; }
    std::vector<Operation> operator()(const SnatRule &from, std::monostate) const { return {RemoveSnatRule{from}}; }
    template<class From, class To> std::vector<Operation> operator()(const From &, const To &) const { return {}; }
};

} // namespace

QHash<HostObject, HostValue> valuesOf(const HostInfo &host)
{
    QHash<HostObject, HostValue> values;
    const auto add = [&](const HostObject &object, const auto &value) {
        HostValue &known = values[object];
        if (std::holds_alternative<std::monostate>(known))
            known = value;
    };
    for (const SysctlValue &sysctl : host.sysctls)
        add({.kind = HostObject::Kind::Sysctl, .name = sysctl.name}, sysctl);
    for (const HostInterface &interface : host.interfaces) {
        for (const InterfaceAddress &address : interface.addresses) {
            const HostAddress own{interface.name, address};
            add(hostObjectOf(own), own);
        }
        if (const auto tunnel = tunnelOf(interface))
            add(hostObjectOf(*tunnel), *tunnel);
    }
    for (const HostRoute &route : host.routes)
        add(hostObjectOf(route), route);
    return values;
}

QHash<HostObject, HostValue> valuesOf(const FirewallState &firewall)
{
    QHash<HostObject, HostValue> values;
    for (const MarkRuleState &mark : firewall.marks) {
        if (mark.program == FirewallProgram::Console)
            values.insert(hostObjectOf(mark.rule), mark.rule);
    }
    for (const SnatRuleState &snat : firewall.snats)
        values.insert(hostObjectOf(snat.rule), snat.rule);
    return values;
}

std::optional<HostChange> hostChangeOf(const Operation &operation)
{
    const auto object = hostObjectOf(operation);
    if (!object)
        return std::nullopt;
    HostChange change{.object = *object};
    std::visit(Overloaded{
                   [&](const SetSysctl &op) {
                       change.before = SysctlValue{op.name, op.before};
                       change.after = SysctlValue{op.name, op.after};
                   },
                   [&](const EditRoute &op) {
                       change.before = op.before;
                       change.after = op.after;
                   },
                   [&](const OneOf<AddAddress, AddRoute, AddTunnel, AddMarkRule, AddSnatRule> auto &op) {
                       change.after = op.after;
                   },
                   [&](const OneOf<RemoveAddress, RemoveRoute, RemoveTunnel, RemoveMarkRule, RemoveSnatRule> auto &op) {
                       change.before = op.before;
                   },
                   [](const auto &) { Q_UNREACHABLE(); },
               },
               operation);
    return change;
}

bool isSame(const HostValue &a, const HostValue &b)
{
    const auto *first = std::get_if<SysctlValue>(&a);
    const auto *second = std::get_if<SysctlValue>(&b);
    if (first && second)
        return first->name == second->name && isSameSetting(first->name, first->value, second->value);
    return a == b;
}

std::vector<Operation> operationsBetween(const HostValue &from, const HostValue &to)
{
    return isSame(from, to) ? std::vector<Operation>() : std::visit(Between{}, from, to);
}

InterfaceName interfaceOf(const HostValue &value)
{
    return std::visit(Overloaded{
                          [](const OneOf<HostAddress, HostRoute> auto &own) { return own.interface; },
                          [](const OneOf<std::monostate, SysctlValue, HostTunnel, MarkRule, SnatRule> auto &) {
                              return InterfaceName();
                          },
                      },
                      value);
}

} // namespace lvs
