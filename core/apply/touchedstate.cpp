// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apply/touchedstate.h"

#include "core/model/syncdaemon.h"

#include <algorithm>

namespace lvs {
namespace {

/// A few services are asked for one by one; for more, one dump of all costs less.
constexpr std::size_t mostSingleReads = 8;

/// Services whose servers are asked for at a time; bounds the memory of a reading.
constexpr std::size_t listsAtATime = 64;

/// Appends a key once; runs of the same key, as plans have them, cost one comparison.
class KeyCollector
{
public:
    explicit KeyCollector(std::vector<ServiceKey> &keys)
        : m_keys(keys)
    {
    }
    void add(const ServiceKey &key)
    {
        if (!m_keys.empty() && m_keys.back() == key)
            return;
        const qsizetype before = m_seen.size();
        m_seen.insert(key);
        if (m_seen.size() > before)
            m_keys.push_back(key);
    }

private:
    std::vector<ServiceKey> &m_keys;
    QSet<ServiceKey> m_seen;
};

} // namespace

TouchedObjects::TouchedObjects(const ChangePlan &plan)
{
    KeyCollector services(m_services);
    KeyCollector lists(m_lists);
    for (const Operation &operation : plan.operations) {
        std::visit(Overloaded{
                       [&](const AddService &op) {
                           services.add(op.after.key);
                           m_added.insert(op.after.key);
                       },
                       [&](const EditService &op) { services.add(op.before.key); },
                       [&](const RemoveService &op) {
                           services.add(op.before.key);
                           lists.add(op.before.key);
                       },
                       [&](const AddServer &op) { lists.add(op.service); },
                       [&](const EditServer &op) { lists.add(op.service); },
                       [&](const RemoveServer &op) { lists.add(op.service); },
                       [&](const ZeroCounters &op) {
                           if (op.service)
                               services.add(*op.service);
                       },
                       [&](const ClearTable &) { m_wholeTable = true; },
                       [&](const SetTimeouts &) { m_timeouts = true; },
                       [&](const AddTunnel &op) {
                           m_tunnels.insert(op.after.name.toString());
                           m_host = true;
                       },
                       [&](const RemoveMarkRule &op) {
                           m_firewall = true;
                           m_removedMarks.insert(hostObjectOf(op.before));
                       },
                       [&](const FirewallOperation auto &) { m_firewall = true; },
                       [&](const MachineOperation auto &) { m_host = true; },
                       [&](const StartSyncDaemon &op) {
                           m_daemons = true;
                           m_started.insert(op.after.role);
                       },
                       [&](const StopSyncDaemon &op) {
                           m_daemons = true;
                           m_stopped.insert(op.before.role);
                       },
                   },
                   operation);
    }
}

Result<TouchedState> TouchedState::read(Backend &backend, const TouchedObjects &touched)
{
    TouchedState state;
    if (touched.wholeTable()) {
        if (auto ok = state.readWholeTable(backend); !ok)
            return std::unexpected(ok.error());
    } else {
        if (auto ok = state.readServices(backend, touched); !ok)
            return std::unexpected(ok.error());
        // A service known to be missing has no servers to read.
        QSet<ServiceKey> missing;
        for (const ServiceKey &key : touched.services()) {
            if (!state.m_services.contains(key))
                missing.insert(key);
        }
        std::vector<ServiceKey> keys;
        std::ranges::copy_if(touched.lists(), std::back_inserter(keys),
                             [&](const ServiceKey &key) { return !missing.contains(key); });
        if (auto ok = state.readLists(backend, keys); !ok)
            return std::unexpected(ok.error());
    }
    if (touched.timeouts()) {
        const auto timeouts = backend.readTimeouts();
        if (!timeouts)
            return std::unexpected(timeouts.error());
        state.m_timeouts = *timeouts;
    }
    if (touched.daemons()) {
        auto daemons = backend.readSyncDaemons();
        if (!daemons)
            return std::unexpected(daemons.error());
        state.m_daemons = std::move(*daemons);
    }
    if (touched.host()) {
        if (auto ok = state.readHost(backend); !ok)
            return std::unexpected(ok.error());
    }
    if (touched.firewall()) {
        if (auto ok = state.readFirewall(backend); !ok)
            return std::unexpected(ok.error());
    }
    return state;
}

Result<void> TouchedState::readServices(Backend &backend, const TouchedObjects &touched)
{
    if (touched.services().size() > mostSingleReads) {
        const auto all = backend.readServices();
        if (!all)
            return std::unexpected(all.error());
        const QSet<ServiceKey> wanted(touched.services().begin(), touched.services().end());
        for (const ServiceState &service : *all) {
            if (wanted.contains(service.config.key))
                m_services[service.config.key].config = service.config;
        }
        return {};
    }
    for (const ServiceKey &key : touched.services()) {
        const auto service = backend.readService(key);
        if (service)
            m_services[key].config = service->config;
        else if (service.error().code != ErrorCode::ServiceMissing)
            return std::unexpected(service.error());
    }
    return {};
}

Result<void> TouchedState::readLists(Backend &backend, std::span<const ServiceKey> keys)
{
    for (; !keys.empty(); keys = keys.subspan(std::min(keys.size(), listsAtATime))) {
        const auto part = keys.first(std::min(keys.size(), listsAtATime));
        const auto lists = backend.readServers(part);
        if (!lists)
            return std::unexpected(lists.error());
        for (std::size_t i = 0; i < part.size(); ++i) {
            const Result<ServerList> &list = (*lists)[i];
            if (list)
                m_services[part[i]].servers = ServerIndex(*list);
            else if (list.error().code == ErrorCode::ServiceMissing)
                m_services.remove(part[i]);
            else
                return std::unexpected(list.error());
        }
    }
    return {};
}

Result<void> TouchedState::readWholeTable(Backend &backend)
{
    const auto services = backend.readServices();
    if (!services)
        return std::unexpected(services.error());
    std::vector<ServiceKey> keys;
    for (const ServiceState &service : *services) {
        m_services[service.config.key].config = service.config;
        keys.push_back(service.config.key);
    }
    return readLists(backend, keys);
}

Result<void> TouchedState::readHost(Backend &backend)
{
    auto host = backend.readHost();
    if (!host)
        return std::unexpected(host.error());
    m_values = valuesOf(*host);
    for (HostInterface &interface : host->interfaces) {
        const QString name = interface.name.toString();
        m_interfaces.insert(name, std::move(interface));
    }
    return {};
}

Result<void> TouchedState::readFirewall(Backend &backend)
{
    const auto own = backend.readOwnFirewall();
    if (!own)
        return std::unexpected(own.error());
    m_values.insert(valuesOf(*own));
    std::ranges::transform(own->marks, std::back_inserter(m_markRules), &MarkRuleState::rule);
    m_isFirewallMixed = !own->unread.empty();
    return {};
}

bool TouchedState::exists(const ServiceKey &service) const
{
    return m_services.contains(service);
}

const VirtualService *TouchedState::service(const ServiceKey &key) const
{
    const Reading *reading = m_services.find(key);
    return reading && reading->config ? &*reading->config : nullptr;
}

const RealServer *TouchedState::server(const ServiceKey &service, const ServerKey &key) const
{
    const Reading *reading = m_services.find(service);
    return reading ? reading->servers.find(key) : nullptr;
}

const std::vector<RealServer> &TouchedState::servers(const ServiceKey &service) const
{
    static const std::vector<RealServer> none;
    const Reading *reading = m_services.find(service);
    return reading ? reading->servers.servers() : none;
}

const SyncDaemon *TouchedState::daemon(SyncRole role) const
{
    return findDaemon(m_daemons, role);
}

const HostInterface *TouchedState::interface(const InterfaceName &name) const
{
    const auto found = m_interfaces.constFind(name.toString());
    return found == m_interfaces.cend() ? nullptr : &*found;
}

IpvsTable TouchedState::table() const
{
    IpvsTable table;
    for (const auto &[key, reading] : m_services) {
        table.setService(reading.config.value_or(VirtualService::withDefaults(key)));
        table.setServers(key, reading.servers.servers());
    }
    return table;
}

} // namespace lvs
