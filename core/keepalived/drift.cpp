// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keepalived/drift.h"

#include <QHash>

#include <algorithm>
#include <set>

namespace lvs::keepalived {

namespace {

using Cause = Drift::Cause;

/// What the kernel remembers of a persistence that is off has no effect.
std::vector<Field> effectiveDifferences(const VirtualService &kernel, const VirtualService &file)
{
    std::vector<Field> fields = differingFields(kernel, file);
    const bool one = kernel.isPersistent() || file.isPersistent();
    const bool both = kernel.isPersistent() && file.isPersistent();
    std::erase_if(fields, [one, both](Field field) {
        const bool isDetail = field == Field::Netmask || field == Field::Engine;
        return (field == Field::Persistence && !one) || (isDetail && !both);
    });
    return fields;
}

bool isTunnelDetail(Field field)
{
    return field == Field::TunnelPort || field == Field::TunnelChecksum;
}

std::vector<Field> effectiveDifferences(const RealServer &kernel, const RealServer &file)
{
    std::vector<Field> fields = differingFields(kernel, file);
    if (kernel.tunnel.type != file.tunnel.type)
        std::erase_if(fields, isTunnelDetail);
    return fields;
}

void take(Field field, RealServer &server, const RealServer &file)
{
    if (field == Field::TunnelType) // a type without its port is refused
        server.tunnel = file.tunnel;
    else
        takeField(field, server, file);
}

void take(Field field, VirtualService &service, const VirtualService &file)
{
    if (field == Field::Persistence && !service.isPersistent()) { // what was remembered would come back
        service.netmask = file.netmask;
        service.engine = file.engine;
    }
    takeField(field, service, file);
}

/// Compares one service with the block that makes it.
class ServiceDrift
{
public:
    ServiceDrift(const ServiceBlock &block, const IpvsTable::Entry &kernel, std::vector<Drift> &into)
        : m_block(block)
        , m_kernel(kernel)
        , m_into(into)
    {
        for (const RealServer &server : kernel.servers)
            m_servers.insert(server.key, &server);
        if (block.sorry) {
            m_sorry = Configuration::serverFor(*block.sorry, key());
            const RealServer *present = m_servers.value(m_sorry->key);
            m_sorryStandsIn = present && present->weight > 0;
        }
    }

    void compare()
    {
        const VirtualService file = Configuration::serviceFor(m_block, key());
        for (const Field field : effectiveDifferences(m_kernel.service, file))
            m_into.push_back({.service = key(),
                              .field = field,
                              .kernelService = m_kernel.service,
                              .fileService = file,
                              .origin = m_block.origin});
        for (const Configuration::PlacedBlock &placed : Configuration::serversFor(m_block, key()))
            compare(*placed.block, placed.server);
        for (const RealServer &server : m_kernel.servers) {
            if (m_servers.contains(server.key))
                compareExtra(server);
        }
    }

private:
    const ServiceKey &key() const { return m_kernel.service.key; }

    void add(std::optional<Field> field, Cause cause, const RealServer *kernel, const RealServer *file,
             const Origin &origin)
    {
        Drift drift{.service = key(), .server = (kernel ? kernel : file)->key, .field = field, .cause = cause};
        drift.origin = origin;
        if (kernel)
            drift.kernelServer = *kernel;
        if (file)
            drift.fileServer = *file;
        m_into.push_back(std::move(drift));
    }

    void compare(const ServerBlock &block, const RealServer &file)
    {
        const bool isSorryToo = m_sorry && m_sorry->key == file.key;
        const RealServer *kernel = m_servers.take(file.key);
        const Cause absence = m_sorryStandsIn && !isSorryToo ? Cause::SorryServer
                              : block.isChecked              ? Cause::FailedCheck
                                                             : Cause::Real;
        if (!kernel) {
            // With inhibit_on_failure a failed server stays in the table.
            add({}, block.inhibits && absence == Cause::FailedCheck ? Cause::Real : absence, nullptr, &file,
                block.origin);
            return;
        }
        for (const Field field : effectiveDifferences(*kernel, file))
            add(field, field == Field::Weight ? causeOfWeight(block, *kernel, absence) : Cause::Real, kernel, &file,
                block.origin);
    }

    static Cause causeOfWeight(const ServerBlock &block, const RealServer &kernel, Cause absence)
    {
        if (kernel.weight == 0 && block.inhibits && absence != Cause::Real)
            return absence;
        return block.changesWeight ? Cause::CheckedWeight : Cause::Real;
    }

    /// A server that no real_server block names.
    void compareExtra(const RealServer &server)
    {
        if (!m_sorry || m_sorry->key != server.key)
            return add({}, Cause::Real, &server, nullptr, m_block.origin);
        if (m_sorryStandsIn)
            add({}, Cause::SorryServer, &server, nullptr, m_block.sorry->origin);
        else if (!m_block.sorry->inhibits) // else it waits with weight 0
            add({}, Cause::Real, &server, nullptr, m_block.sorry->origin);
    }

    const ServiceBlock &m_block;
    const IpvsTable::Entry &m_kernel;
    std::vector<Drift> &m_into;
    QHash<ServerKey, const RealServer *> m_servers; ///< of the kernel, not compared yet
    std::optional<RealServer> m_sorry;
    bool m_sorryStandsIn = false;
};

} // namespace

std::vector<Drift> driftOf(const Configuration &config, const IpvsTable &kernel)
{
    std::map<ServiceKey, const ServiceBlock *> blocks;
    for (const ServiceBlock &block : config.services) {
        for (const ServiceKey &key : block.keys)
            blocks.emplace(key, &block);
    }
    std::set<ServiceKey> keys;
    for (const auto &[key, block] : blocks)
        keys.insert(key);
    for (const auto &[key, entry] : kernel.entries())
        keys.insert(key);

    const IpvsTable file = config.table();
    std::vector<Drift> drifts;
    for (const ServiceKey &key : keys) {
        const auto block = blocks.find(key);
        const IpvsTable::Entry *entry = kernel.find(key);
        const IpvsTable::Entry *wanted = file.find(key);
        if (block == blocks.end())
            drifts.push_back({.service = key, .cause = Cause::NotKeepalived, .kernelService = entry->service});
        else if (entry)
            ServiceDrift(*block->second, *entry, drifts).compare();
        else
            drifts.push_back({.service = key,
                              .fileService = wanted->service,
                              .fileServers = wanted->servers,
                              .origin = block->second->origin});
    }
    return drifts;
}

IpvsTable withTaken(const IpvsTable &kernel, std::span<const Drift> chosen)
{
    IpvsTable table = kernel;
    for (const Drift &drift : chosen) {
        const IpvsTable::Entry *entry = table.find(drift.service);
        if (!drift.server) {
            if (!drift.fileService) {
                table.remove(drift.service);
            } else if (!entry) {
                table.setService(*drift.fileService);
                table.setServers(drift.service, drift.fileServers);
            } else {
                VirtualService service = entry->service;
                take(*drift.field, service, *drift.fileService);
                table.setService(service);
            }
            continue;
        }
        if (!entry)
            continue;
        std::vector<RealServer> servers = entry->servers;
        const auto server = std::ranges::find(servers, *drift.server, &RealServer::key);
        if (server == servers.end()) {
            if (drift.fileServer)
                servers.insert(servers.begin(), *drift.fileServer);
        } else if (drift.fileServer) {
            take(*drift.field, *server, *drift.fileServer);
        } else {
            servers.erase(server);
        }
        table.setServers(drift.service, std::move(servers));
    }
    return table;
}

} // namespace lvs::keepalived
