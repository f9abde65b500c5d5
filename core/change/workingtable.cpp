// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/workingtable.h"

#include "core/change/hostobject.h"

#include <ranges>

namespace lvs {

WorkingTable::Servers::Servers(const std::vector<RealServer> &kernelOrder)
{
    m_oldestFirst.reserve(kernelOrder.size());
    m_index.reserve(qsizetype(kernelOrder.size()));
    for (const RealServer &server : kernelOrder | std::views::reverse)
        add(server).value();
}

const RealServer *WorkingTable::Servers::find(const ServerKey &key) const
{
    const auto found = m_index.constFind(key);
    return found == m_index.cend() ? nullptr : &*m_oldestFirst[*found];
}

Result<void> WorkingTable::Servers::add(const RealServer &server)
{
    if (m_index.contains(server.key))
        return failure(ErrorCode::ServerExists);
    m_index.insert(server.key, m_oldestFirst.size());
    m_oldestFirst.push_back(server);
    return {};
}

Result<void> WorkingTable::Servers::edit(const RealServer &server)
{
    const auto found = m_index.constFind(server.key);
    if (found == m_index.cend())
        return failure(ErrorCode::ServerMissing);
    m_oldestFirst[*found] = server;
    return {};
}

Result<void> WorkingTable::Servers::remove(const ServerKey &key)
{
    const auto found = m_index.constFind(key);
    if (found == m_index.cend())
        return failure(ErrorCode::ServerMissing);
    m_oldestFirst[*found].reset();
    m_index.erase(found);
    return {};
}

std::vector<RealServer> WorkingTable::Servers::kernelOrder() const
{
    std::vector<RealServer> servers;
    servers.reserve(std::size_t(m_index.size()));
    for (const auto &server : m_oldestFirst | std::views::reverse) {
        if (server)
            servers.push_back(*server);
    }
    return servers;
}

const VirtualService *WorkingTable::find(const ServiceKey &service) const
{
    const IpvsTable::Entry *entry = m_table.find(service);
    return entry ? &entry->service : nullptr;
}

const RealServer *WorkingTable::find(const ServiceKey &service, const ServerKey &server)
{
    const Servers *known = servers(service);
    return known ? known->find(server) : nullptr;
}

WorkingTable::Servers *WorkingTable::servers(const ServiceKey &service)
{
    if (Servers *known = m_servers.find(service))
        return known;
    const IpvsTable::Entry *entry = m_table.find(service);
    if (!entry)
        return nullptr;
    Servers &made = m_servers[service];
    made = Servers(entry->servers);
    return &made;
}

template<class Change> Result<void> WorkingTable::change(const ServiceKey &service, Change change)
{
    Servers *known = servers(service);
    return known ? change(*known) : failure(ErrorCode::ServiceMissing);
}

Result<void> WorkingTable::carryOut(const Operation &operation)
{
    return std::visit(
        Overloaded{
            [this](const AddService &op) -> Result<void> {
                if (m_table.find(op.after.key))
                    return failure(ErrorCode::ServiceExists);
                m_table.setService(op.after);
                return {};
            },
            [this](const EditService &op) -> Result<void> {
                if (!m_table.find(op.after.key))
                    return failure(ErrorCode::ServiceMissing);
                m_table.setService(op.after);
                return {};
            },
            [this](const RemoveService &op) -> Result<void> {
                if (!m_table.find(op.before.key))
                    return failure(ErrorCode::ServiceMissing);
                m_table.remove(op.before.key);
                m_servers.remove(op.before.key);
                return {};
            },
            [this](const AddServer &op) {
                return change(op.service, [&](Servers &servers) { return servers.add(op.after); });
            },
            [this](const EditServer &op) {
                return change(op.service, [&](Servers &servers) { return servers.edit(op.after); });
            },
            [this](const RemoveServer &op) {
                return change(op.service, [&](Servers &servers) { return servers.remove(op.before.key); });
            },
            [this](const ClearTable &) -> Result<void> {
                m_table = {};
                m_servers = {};
                return {};
            },
            [](const OneOf<ZeroCounters, SetTimeouts, StartSyncDaemon, StopSyncDaemon> auto &) -> Result<void> {
                return {};
            },
            [](const HostOperation auto &) -> Result<void> { return {}; },
        },
        operation);
}

IpvsTable WorkingTable::table() const
{
    IpvsTable table = m_table;
    for (const auto &[service, servers] : m_servers)
        table.setServers(service, servers.kernelOrder());
    return table;
}

IpvsTable applied(IpvsTable table, const ChangePlan &plan)
{
    WorkingTable working(std::move(table));
    for (const Operation &operation : inApplyOrder(plan).operations)
        static_cast<void>(working.carryOut(operation));
    return working.table();
}

Timeouts applied(Timeouts timeouts, const ChangePlan &plan)
{
    for (const Operation &operation : plan.operations) {
        if (const auto *change = std::get_if<SetTimeouts>(&operation))
            timeouts = withSet(timeouts, change->after);
    }
    return timeouts;
}

std::vector<SyncDaemon> applied(std::vector<SyncDaemon> daemons, const ChangePlan &plan)
{
    for (const Operation &operation : plan.operations) {
        if (const auto *stop = std::get_if<StopSyncDaemon>(&operation))
            std::erase_if(daemons, [&](const SyncDaemon &daemon) { return daemon.role == stop->before.role; });
        else if (const auto *start = std::get_if<StartSyncDaemon>(&operation))
            daemons.push_back(start->after);
    }
    return daemons;
}

FirewallState applied(FirewallState firewall, const ChangePlan &plan)
{
    const auto isOwn = [](const MarkRule &rule) {
        return [&rule](const MarkRuleState &state) {
            return state.program == FirewallProgram::Console && state.rule == rule;
        };
    };
    for (const Operation &operation : plan.operations) {
        std::visit(Overloaded{
                       [&](const AddMarkRule &op) {
                           firewall.marks.push_back({.rule = op.after, .program = FirewallProgram::Console});
                       },
                       [&](const RemoveMarkRule &op) { std::erase_if(firewall.marks, isOwn(op.before)); },
                       [&](const AddSnatRule &op) { firewall.snats.push_back({.rule = op.after}); },
                       [&](const RemoveSnatRule &op) {
                           std::erase_if(firewall.snats,
                                         [&](const SnatRuleState &state) { return state.rule == op.before; });
                       },
                       [](const auto &) {},
                   },
                   operation);
    }
    return firewall;
}

} // namespace lvs
