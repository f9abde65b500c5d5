// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxtable.h"

#include "core/sandbox/scheduler/maglevhash.h"

#include <algorithm>
#include <cerrno>
#include <limits>
#include <ranges>

namespace lvs {

namespace {

constexpr SandboxTime trashPeriod = std::chrono::seconds(120);
constexpr SandboxTime estimatorSpacing{40}; // IPVS_EST_TICK

/// What adding and editing a service have in common.
int checkService(const VirtualService &service)
{
    if (!isKnownScheduler(service.scheduler.toString()))
        return ENOENT;
    if (!service.engine.isNone() && service.engine.toString() != QLatin1StringView("sip"))
        return ENOENT;
    if (service.key.family == Family::IPv6 && (service.netmask < 1 || service.netmask > 128))
        return EINVAL;
    return 0;
}

/// What adding and editing a real server have in common.
int checkServer(const ServiceKey &service, const RealServer &server, bool syncRuns)
{
    constexpr quint32 largestInt = std::numeric_limits<int>::max();
    if (mixesFamilies(server.key, service) && (syncRuns || server.forwarding != Forwarding::Tunnelling))
        return EINVAL;
    if (server.weight > largestInt || server.lowerThreshold > server.upperThreshold)
        return ERANGE;
    if (server.upperThreshold > largestInt || (server.tunnel.type == TunnelType::Gue && server.tunnel.port == 0))
        return EINVAL;
    return 0;
}

} // namespace

SandboxTable::~SandboxTable() = default;

SandboxService *SandboxTable::find(const ServiceKey &key) const
{
    const auto found = m_services.find(key);
    return found == m_services.end() ? nullptr : found->second.get();
}

SandboxService *SandboxTable::findForPacket(quint32 mark, const ServiceKey &addressKey) const
{
    if (mark != 0)
        if (SandboxService *service = find(ServiceKey::forMark(mark, addressKey.family)))
            return service;
    if (SandboxService *service = find(addressKey))
        return service;
    ServiceKey everyPort = addressKey;
    everyPort.port = 0;
    return find(everyPort);
}

int SandboxTable::add(const VirtualService &service)
{
    if (find(service.key))
        return EEXIST;
    if (const int refused = checkService(service))
        return refused;
    auto added = std::make_unique<SandboxService>();
    added->config = service;
    added->scheduler = makeScheduler(service.scheduler.toString());
    added->estimator = Estimator(nextFirstTick());
    if (added->scheduler)
        added->scheduler->bind(*added);
    m_services.emplace(service.key, std::move(added));
    return 0;
}

int SandboxTable::edit(const VirtualService &service)
{
    SandboxService *edited = find(service.key);
    if (!edited)
        return ESRCH;
    if (const int refused = checkService(service))
        return refused;
    const bool newScheduler = edited->config.scheduler != service.scheduler;
    if (newScheduler && service.scheduler.toString() == QLatin1StringView("mh") &&
        edited->servers.size() > MaglevHash::tableSize)
        return EINVAL;
    edited->config = service;
    if (newScheduler) { // the state of a scheduler survives every other edit
        edited->scheduler = makeScheduler(service.scheduler.toString());
        if (edited->scheduler)
            edited->scheduler->bind(*edited);
    }
    return 0;
}

int SandboxTable::remove(const ServiceKey &key)
{
    const auto found = m_services.find(key);
    if (found == m_services.end())
        return ESRCH;
    for (const auto &server : found->second->servers)
        moveToTrash(server);
    m_services.erase(found);
    return 0;
}

void SandboxTable::clear()
{
    while (!m_services.empty())
        remove(m_services.begin()->first);
}

SandboxTable::ServerPosition SandboxTable::positionOf(SandboxService &service, const ServerKey &server)
{
    return std::ranges::find_if(service.servers, [&server](const auto &each) { return each->config().key == server; });
}

int SandboxTable::add(const ServiceKey &serviceKey, const RealServer &server, bool syncRuns)
{
    SandboxService *service = find(serviceKey);
    if (!service)
        return ESRCH;
    if (const int refused = checkServer(serviceKey, server, syncRuns))
        return refused;
    if (positionOf(*service, server.key) != service->servers.end())
        return EEXIST;

    std::shared_ptr<SandboxServer> added = takeFromTrash({serviceKey, server.key});
    if (added) {
        added->revive(server);
    } else {
        if (!server.key.address.isUnicast())
            return EINVAL;
        added = std::make_shared<SandboxServer>(server, serviceKey, nextFirstTick());
    }
    added->setService(service);
    service->servers.insert(service->servers.begin(), added);
    m_mixedFamilies += mixesFamilies(server.key, serviceKey);
    if (service->scheduler)
        service->scheduler->serverAdded(*service);
    return 0;
}

int SandboxTable::edit(const ServiceKey &serviceKey, const RealServer &server, bool syncRuns)
{
    SandboxService *service = find(serviceKey);
    if (!service)
        return ESRCH;
    if (const int refused = checkServer(serviceKey, server, syncRuns))
        return refused;
    const ServerPosition position = positionOf(*service, server.key);
    if (position == service->servers.end())
        return ENOENT;
    (*position)->configure(server);
    if (service->scheduler)
        service->scheduler->serverEdited(*service);
    return 0;
}

int SandboxTable::remove(const ServiceKey &serviceKey, const ServerKey &server)
{
    SandboxService *service = find(serviceKey);
    if (!service)
        return ESRCH;
    const ServerPosition position = positionOf(*service, server);
    if (position == service->servers.end())
        return ENOENT;
    const std::shared_ptr<SandboxServer> removed = *position;
    const SandboxServer *before = position == service->servers.begin() ? nullptr : std::prev(position)->get();
    service->servers.erase(position);
    if (service->scheduler)
        service->scheduler->serverRemoved(*service, removed.get(), before);
    moveToTrash(removed);
    return 0;
}

void SandboxTable::moveToTrash(const std::shared_ptr<SandboxServer> &server)
{
    if (m_trash.empty())
        m_nextTrashCheck = m_clock.now + trashPeriod / 2;
    m_mixedFamilies -= mixesFamilies(server->config().key, server->serviceKey());
    server->setService(nullptr);
    server->idleSince.reset();
    m_trash.insert_or_assign({server->serviceKey(), server->config().key}, server);
}

std::shared_ptr<SandboxServer> SandboxTable::takeFromTrash(const TrashKey &key)
{
    const auto node = m_trash.extract(key);
    return node ? node.mapped() : nullptr;
}

void SandboxTable::checkTrash()
{
    std::erase_if(m_trash, [this](const auto &entry) {
        SandboxServer &server = *entry.second;
        if (server.isReferenced())
            return false;
        if (!server.idleSince)
            server.idleSince = m_clock.now;
        return m_clock.now - *server.idleSince >= trashPeriod;
    });
    m_nextTrashCheck = m_clock.now + trashPeriod / 2;
}

int SandboxTable::zero(const ServiceKey &key)
{
    SandboxService *service = find(key);
    if (!service)
        return ESRCH;
    zero(*service);
    return 0;
}

void SandboxTable::zeroAll()
{
    for (const auto &service : std::views::values(m_services))
        zero(*service);
    m_totals.zero(m_clock.now);
}

void SandboxTable::zero(SandboxService &service)
{
    service.estimator.zero(m_clock.now);
    for (const auto &server : service.servers)
        server->zero(m_clock.now);
}

SandboxTime SandboxTable::nextFirstTick()
{
    const int ticks = int(Estimator::period / estimatorSpacing);
    return m_clock.now + (1 + m_estimators++ % ticks) * estimatorSpacing;
}

} // namespace lvs
