// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topology/directorpicture.h"

#include "app/session/directorsession.h"
#include "app/session/topologyreading.h"
#include "app/text/domaintext.h"
#include "core/director/snapshotdifference.h"
#include "core/topology/recognition.h"

#include <algorithm>

namespace lvs {

namespace {

/// Where there are more real servers, all of them are read once and not all the time.
constexpr std::size_t fewServers = 10'000;

bool isWhole(const Snapshot &snapshot)
{
    return snapshot.servers.size() == snapshot.services.size();
}

std::size_t serverCount(const Snapshot &snapshot)
{
    std::size_t count = 0;
    for (const ServerList &list : snapshot.servers)
        count += list.servers.size();
    return count;
}

IpvsTable drawnOf(const Snapshot &snapshot)
{
    Snapshot first;
    const auto services = std::min(snapshot.services.size(), DirectorPicture::mostServices);
    first.services.assign(snapshot.services.begin(), snapshot.services.begin() + std::ptrdiff_t(services));
    first.servers.assign(snapshot.servers.begin(), snapshot.servers.begin() + std::ptrdiff_t(services));
    return tableOf(first);
}

} // namespace

DirectorPicture::DirectorPicture(DirectorSession *session, HostList *hosts, TopologyReading *reading)
    : m_session(session)
    , m_hosts(hosts)
    , m_reading(reading)
{
}

Interest DirectorPicture::interest(const std::optional<ServiceKey> &chosen) const
{
    if (chosen)
        return {.allServers = false, .serversOf = {*chosen}};
    return {.allServers = !m_whole || serverCount(*m_whole) <= fewServers, .serversOf = {}};
}

void DirectorPicture::take(const std::shared_ptr<const Snapshot> &snapshot)
{
    if (snapshot == m_whole || !isWhole(*snapshot))
        return;
    m_whole = snapshot;
    m_wholeTable = drawnOf(*snapshot);
}

std::size_t DirectorPicture::services() const
{
    return m_whole ? m_whole->services.size() : 0;
}

std::optional<DirectorPicture::Service> DirectorPicture::ofService(const ServiceKey &key,
                                                                   const std::set<ServerCondition> &unfolded) const
{
    const auto snapshot = m_session->watcher()->latest();
    const auto list = std::ranges::find(snapshot->servers, key, &ServerList::service);
    if (list == snapshot->servers.end())
        return {};
    Service service{.facts = m_reading->facts(), .servers = {snapshot, &*list}, .readAt = snapshot->readAt};
    const IpvsTable::Entry *entry = service.facts.table.find(key);
    if (!entry)
        return {};
    const std::set<ServerKey> bad = unreachable(*list);
    service.wish = recogniseSetup(*entry, m_session->director()->id(), service.facts.hosts, service.facts.firewall);
    service.content = describe(
        topologyOf(service.wish, service.facts, bad, unfolded),
        {.snapshot = snapshot.get(), .names = m_session->annotations(), .hosts = hostNames(), .unreachable = bad});
    return service;
}

std::optional<DiagramContent> DirectorPicture::ofDirector() const
{
    if (!m_whole)
        return {};
    const auto snapshot = m_session->watcher()->latest();
    return describe(topologyOf(m_wholeTable, m_session->director()->id(), m_reading->facts().hosts),
                    {.snapshot = snapshot.get(), .names = m_session->annotations(), .hosts = hostNames()});
}

std::map<QString, QString> DirectorPicture::hostNames() const
{
    std::map<QString, QString> names;
    for (const Director *host : m_hosts->hosts())
        names.emplace(host->id(), host->hostName().isEmpty() ? hostText(host->id()) : host->hostName());
    return names;
}

std::set<ServerKey> DirectorPicture::unreachable(const ServerList &list) const
{
    std::set<ServerKey> found;
    for (const ServerState &server : list.servers) {
        const ServerHealth *health = m_session->health()->find(list.service, server.config.key);
        if (health && health->isBad())
            found.insert(server.config.key);
    }
    return found;
}

} // namespace lvs
