// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxbackend.h"

#include "core/apply/kernelerror.h"
#include "core/change/hostcommands.h"
#include "core/change/overloaded.h"
#include "core/sandbox/connectionlisting.h"

#include <algorithm>
#include <cerrno>
#include <ranges>

namespace lvs {

/// The machine that is played had been up for a while before its IPVS began.
constexpr SandboxTime upBefore = std::chrono::minutes(1);

SandboxBackend::SandboxBackend(Clock clock, quint64 seed, const HostInfo &machine)
    : m_realClock(std::move(clock))
    , m_network(machine)
    , m_neighbours(machine.neighbours)
    , m_listeners(machine.listeners)
    , m_table(m_clock)
    , m_connections(m_clock, m_table, m_settings)
    , m_generator(m_clock, m_firewall, m_connections, seed)
{
    if (m_realClock)
        m_caughtUpAt = m_realClock();
    for (const SysctlValue &sysctl : machine.sysctls)
        m_settings.setSysctl(sysctl);
}

void SandboxBackend::advance(std::chrono::milliseconds duration)
{
    const SandboxTime target = m_clock.now + duration;
    while (true) {
        const SandboxTime next =
            std::min({m_connections.nextTimer(), m_generator.nextEvent(), m_table.nextTrashCheck()});
        if (next > target)
            break;
        m_clock.now = std::max(m_clock.now, next);
        m_connections.expireDue();
        m_generator.runDue();
        if (m_table.nextTrashCheck() <= m_clock.now)
            m_table.checkTrash();
    }
    m_clock.now = target;
}

void SandboxBackend::catchUp()
{
    if (!m_realClock)
        return;
    const std::chrono::milliseconds now = m_realClock();
    advance(std::min(now - m_caughtUpAt, longestCatchUp));
    m_caughtUpAt = now;
}

Result<KernelInfo> SandboxBackend::readInfo()
{
    return KernelInfo{.version = 0x010201, .connectionTableSize = 4096, .release = QStringLiteral("6.12.107-sandbox")};
}

Result<std::vector<ServiceState>> SandboxBackend::readServices()
{
    catchUp();
    std::vector<ServiceState> states;
    states.reserve(m_table.services().size());
    for (const auto &service : std::views::values(m_table.services()))
        states.push_back({.config = service->config, .traffic = service->estimator.read(m_clock.now)});
    return states;
}

Result<ServiceState> SandboxBackend::readService(const ServiceKey &key)
{
    catchUp();
    SandboxService *service = m_table.find(key);
    if (!service)
        return std::unexpected(errorFromErrno(ESRCH));
    return ServiceState{.config = service->config, .traffic = service->estimator.read(m_clock.now)};
}

Result<std::vector<Result<ServerList>>> SandboxBackend::readServers(std::span<const ServiceKey> services)
{
    catchUp();
    std::vector<Result<ServerList>> lists;
    lists.reserve(services.size());
    for (const ServiceKey &key : services) {
        const SandboxService *service = m_table.find(key);
        if (!service) {
            lists.push_back(std::unexpected(errorFromErrno(ESRCH)));
            continue;
        }
        ServerList list{.service = key};
        list.servers.reserve(service->servers.size());
        for (const auto &server : service->servers)
            list.servers.push_back(server->state(m_clock.now));
        lists.push_back(std::move(list));
    }
    return lists;
}

Result<MachineTotals> SandboxBackend::readTotals()
{
    catchUp();
    return MachineTotals{.traffic = m_table.totals().read(m_clock.now), .uptime = upBefore + m_clock.now};
}

Result<Timeouts> SandboxBackend::readTimeouts()
{
    return m_settings.timeouts();
}

Result<std::vector<SyncDaemon>> SandboxBackend::readSyncDaemons()
{
    return m_settings.syncDaemons();
}

Result<ConnectionSample> SandboxBackend::readConnections()
{
    catchUp();
    return listConnections(m_connections, m_clock.now);
}

Result<HostInfo> SandboxBackend::readHost()
{
    QSet<QString> schedulers;
    for (const auto &service : std::views::values(m_table.services()))
        schedulers.insert(service->config.scheduler.toString());
    HostInfo host = sandboxHost(schedulers, m_settings.sysctls(), m_network);
    host.neighbours = m_neighbours;
    host.listeners = m_listeners;
    return host;
}

Result<FirewallState> SandboxBackend::readFirewall()
{
    catchUp();
    return m_firewall.state();
}

std::vector<Result<void>> SandboxBackend::execute(std::span<const Operation> operations)
{
    catchUp();
    std::vector<Result<void>> results;
    results.reserve(operations.size());
    for (const Operation &operation : operations) {
        if (const int refused = carryOut(operation))
            results.push_back(std::unexpected(errorFromErrno(refused, operation)));
        else
            results.emplace_back();
    }
    return results;
}

int SandboxBackend::carryOut(const Operation &operation)
{
    const bool syncRuns = !m_settings.syncDaemons().empty();
    return std::visit(
        Overloaded{
            [&](const AddService &add) { return m_table.add(add.after); },
            [&](const EditService &edit) { return m_table.edit(edit.after); },
            [&](const RemoveService &remove) { return m_table.remove(remove.before.key); },
            [&](const AddServer &add) { return m_table.add(add.service, add.after, syncRuns); },
            [&](const EditServer &edit) { return m_table.edit(edit.service, edit.after, syncRuns); },
            [&](const RemoveServer &remove) { return m_table.remove(remove.service, remove.before.key); },
            [&](const ZeroCounters &zero) {
                if (zero.service)
                    return m_table.zero(*zero.service);
                m_table.zeroAll();
                return 0;
            },
            [&](const ClearTable &) {
                m_table.clear();
                return 0;
            },
            [&](const SetTimeouts &set) { return m_settings.setTimeouts(set.after); },
            [&](const SetSysctl &change) { return set(change); },
            [&](const OneOf<AddAddress, AddRoute> auto &add) { return m_network.add(add.after); },
            [&](const AddTunnel &tunnel) { return add(tunnel.after); },
            [&](const EditRoute &edit) { return m_network.edit(edit.before, edit.after); },
            [&](const OneOf<RemoveAddress, RemoveRoute> auto &remove) { return m_network.remove(remove.before); },
            [&](const RemoveTunnel &tunnel) { return remove(tunnel.before); },
            [&](const OneOf<AddMarkRule, AddSnatRule> auto &add) { return m_firewall.add(add.after); },
            [&](const OneOf<RemoveMarkRule, RemoveSnatRule> auto &remove) { return m_firewall.remove(remove.before); },
            [&](const StartSyncDaemon &start) {
                return m_table.hasMixedFamilies() ? EINVAL : m_settings.startSyncDaemon(start.after);
            },
            [&](const StopSyncDaemon &stop) { return m_settings.stopSyncDaemon(stop.before.role); },
        },
        operation);
}

int SandboxBackend::set(const SetSysctl &set)
{
    const bool isThere = findSysctl(readHost()->sysctls, set.name);
    return isThere ? m_settings.setSysctl({set.name, set.after}) : ENOENT;
}

int SandboxBackend::add(const HostTunnel &tunnel)
{
    const int refused = m_network.add(tunnel);
    return refused ? refused : m_settings.setSysctl(tunnelFilter(tunnel));
}

int SandboxBackend::remove(const HostTunnel &tunnel)
{
    const int refused = m_network.remove(tunnel);
    if (!refused)
        m_settings.forgetSysctlsOf(tunnel.name);
    return refused;
}

} // namespace lvs
