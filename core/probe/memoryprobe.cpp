// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/memoryprobe.h"

#include "core/sandbox/sandboxwire.h"
#include "core/setup/hostfacts.h"

#include <QCryptographicHash>

#include <cerrno>

namespace lvs {

namespace {

using namespace std::chrono_literals;

constexpr auto roundTrip = 300us; // of a local network
constexpr auto pageTime = 2ms;

std::unexpected<Error> notATarget(const IpAddress &address)
{
    return failure(ErrorCode::NotATarget, {address.toString()});
}

/// What the sandbox's web servers say: who they are.
HttpResult page(const ServerKey &server)
{
    const QByteArray line = server.address.toString().toLatin1();
    return {.result = {.outcome = ProbeOutcome::Answered, .took = pageTime},
            .status = 200,
            .bytes = quint32(line.size() + 1),
            .firstLine = QCryptographicHash::hash(line, QCryptographicHash::Sha256)};
}

/// All of them have the same.
TlsResult certificate()
{
    static const QDateTime validUntil = QDateTime::currentDateTimeUtc().addMonths(3);
    return {.result = {.outcome = ProbeOutcome::Answered, .took = pageTime},
            .certificate = QCryptographicHash::hash("sandbox", QCryptographicHash::Sha256),
            .validUntil = validUntil};
}

} // namespace

Result<std::set<IpAddress>> probeTargets(Backend &backend)
{
    const auto services = backend.readServices();
    if (!services)
        return std::unexpected(services.error());
    std::set<IpAddress> targets;
    std::vector<ServiceKey> keys;
    for (const ServiceState &service : *services) {
        keys.push_back(service.config.key);
        if (!service.config.key.isMark())
            targets.insert(service.config.key.address);
    }
    const auto lists = backend.readServers(keys);
    if (!lists)
        return std::unexpected(lists.error());
    for (const Result<ServerList> &list : *lists) {
        for (const ServerState &server : list ? list->servers : std::vector<ServerState>())
            targets.insert(server.config.key.address);
    }
    return targets;
}

Result<ProbeReport> MemoryProbe::look(Backend &backend, const ProbeRequest &request) const
{
    const auto targets = probeTargets(backend);
    if (!targets)
        return std::unexpected(targets.error());
    const ProbeResult answered{.outcome = ProbeOutcome::Answered, .took = roundTrip};
    const ProbeResult refused{.outcome = ProbeOutcome::Refused, .took = roundTrip, .kernelErrno = ECONNREFUSED};
    ProbeReport report;
    for (const IpAddress &address : request.pings) {
        if (!targets->contains(address))
            return notATarget(address);
        report.pings.push_back(answered);
    }
    for (const ServerKey &server : request.connections) {
        if (!targets->contains(server.address))
            return notATarget(server.address);
        report.connections.push_back(m_closed.contains(server) ? refused : answered);
    }
    for (const HttpTarget &target : request.pages) {
        if (!targets->contains(target.server.address))
            return notATarget(target.server.address);
        report.pages.push_back(m_closed.contains(target.server) ? HttpResult{.result = refused} : page(target.server));
    }
    for (const ServerKey &server : request.certificates) {
        if (!targets->contains(server.address))
            return notATarget(server.address);
        report.certificates.push_back(m_closed.contains(server) ? TlsResult{.result = refused} : certificate());
    }
    return report;
}

void MemoryProbe::join(std::shared_ptr<const SandboxWire> wire, const QString &id)
{
    m_wire = std::move(wire);
    m_id = id;
}

Result<ArpCensus> MemoryProbe::census(Backend &backend, const IpAddress &vip) const
{
    const auto targets = probeTargets(backend);
    if (!targets)
        return std::unexpected(targets.error());
    const auto host = backend.readHost();
    if (!host)
        return std::unexpected(host.error());
    if (!targets->contains(vip) && !interfaceWith(*host, vip) && !isBeside(*host, vip))
        return notATarget(vip);
    if (m_wire)
        return m_wire->census(m_id, vip);
    ArpCensus census{.requests = 5};
    for (const HostInterface &interface : host->interfaces) {
        if (interface.isUp && interface.name.toString() != u"lo")
            census.asked.push_back(interface.name);
    }
    return census;
}

} // namespace lvs
