// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/kernelbackend.h"

#include "core/apply/kernelerror.h"
#include "core/change/hostobject.h"
#include "core/proc/connectionsproc.h"
#include "core/proc/hostfiles.h"
#include "core/proc/listenersproc.h"
#include "core/proc/statsproc.h"
#include "helper/kernel/firewall.h"
#include "helper/kernel/hostread.h"
#include "helper/kernel/hostwrite.h"
#include "helper/kernel/ipvsdecode.h"
#include "helper/kernel/ipvsencode.h"
#include "helper/kernel/sysctlfile.h"

#include <linux/ip_vs.h>

#include <QFile>
#include <QSet>

#include <algorithm>
#include <cerrno>
#include <ctime>

#include <sys/utsname.h>

namespace lvs {

namespace {

/// How often a torn reading is repeated before it is taken as it is, on a table that never stands still.
constexpr int mostReadings = 4;

const ServiceKey &serviceKey(const ServiceState &service)
{
    return service.config.key;
}

/// A sync daemon's thread that is stopped before it has begun to run makes kthread_stop() return EINTR; the daemon is
/// stopped all the same (net/netfilter/ipvs/ip_vs_sync.c, stop_sync_thread).
bool isDone(int error, const Operation &operation)
{
    return error == 0 || (error == EINTR && std::holds_alternative<StopSyncDaemon>(operation));
}

/// The operations at the beginning of a list that one carrier carries out.
std::span<const Operation> runOf(Carrier carrier, std::span<const Operation> operations)
{
    const auto end = std::ranges::find_if_not(operations, [&](const Operation &o) { return carrierOf(o) == carrier; });
    return {operations.begin(), end};
}

/// Keeps the first of equal keys, in the order of the list.
void removeRepeats(std::vector<ServerState> &servers)
{
    QSet<ServerKey> seen;
    std::erase_if(servers, [&](const ServerState &server) {
        const qsizetype before = seen.size();
        seen.insert(server.config.key);
        return seen.size() == before;
    });
}

} // namespace

Result<KernelInfo> KernelBackend::readInfo()
{
    KernelInfo info;
    m_batch.beginCommand(IPVS_CMD_GET_INFO);
    const auto read = readOne(IPVS_CMD_SET_INFO, [&](Bytes attributes) { return decodeInfo(attributes, info); });
    if (!read)
        return std::unexpected(read.error());
    utsname system;
    if (uname(&system) == 0)
        info.release = QString::fromLatin1(system.release);
    return info;
}

Result<std::vector<ServiceState>> KernelBackend::readServices()
{
    std::vector<ServiceState> services;
    for (int reading = 1;; ++reading) {
        const Result<Outcome> read = dumpServices(services);
        if (!read)
            return std::unexpected(read.error());
        const bool agrees = std::ranges::equal(m_serviceKeys, services, {}, {}, serviceKey);
        if (!agrees) {
            m_serviceKeys.clear();
            std::ranges::transform(services, std::back_inserter(m_serviceKeys), serviceKey);
        }
        if (agrees || read->datagrams <= 1 || reading == mostReadings)
            return services;
    }
}

Result<ServiceState> KernelBackend::readService(const ServiceKey &key)
{
    ServiceState service;
    encodeReadService(key, m_batch);
    const auto read =
        readOne(IPVS_CMD_NEW_SERVICE, [&](Bytes attributes) { return decodeService(attributes, service); });
    if (!read)
        return std::unexpected(read.error());
    return service;
}

Result<std::vector<Result<ServerList>>> KernelBackend::readServers(std::span<const ServiceKey> services)
{
    std::vector<Result<ServerList>> lists;
    lists.reserve(services.size());
    for (const ServiceKey &service : services)
        lists.emplace_back(ServerList{.service = service});

    // Each by itself: the kernel runs one dump of a socket at a time, and one that has brought objects only ends when
    // they are read. Requests sent along with it are answered with EBUSY.
    size_t usualSize = 0; // the services of a table mostly have as many servers as the one before
    for (Result<ServerList> &list : lists) {
        list->servers.reserve(usualSize);
        const Result<Outcome> read = dumpServers(*list);
        if (!read)
            return std::unexpected(read.error());
        if (read->datagrams > 1) {
            if (const Result<void> mended = mendTorn(*list); !mended)
                return std::unexpected(mended.error());
        }
        usualSize = list->servers.size();
    }
    if (const Result<void> marked = markMissing(lists); !marked)
        return std::unexpected(marked.error());
    return lists;
}

Result<MachineTotals> KernelBackend::readTotals()
{
    if (const Result<void> opened = open(); !opened) // loads the module
        return std::unexpected(opened.error());
    QFile file(QStringLiteral("/proc/net/ip_vs_stats")); // netlink does not have them
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NoIpvs);
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return parseStatsProc(file.read(longestStatsProc)).transform([&](const Traffic &traffic) {
        return MachineTotals{
            .traffic = traffic,
            .uptime = std::chrono::seconds(now.tv_sec) +
                      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::nanoseconds(now.tv_nsec))};
    });
}

Result<Timeouts> KernelBackend::readTimeouts()
{
    Timeouts timeouts;
    m_batch.beginCommand(IPVS_CMD_GET_CONFIG);
    const auto read =
        readOne(IPVS_CMD_SET_CONFIG, [&](Bytes attributes) { return decodeTimeouts(attributes, timeouts); });
    if (!read)
        return std::unexpected(read.error());
    return timeouts;
}

Result<std::vector<SyncDaemon>> KernelBackend::readSyncDaemons()
{
    std::vector<SyncDaemon> daemons;
    m_batch.beginDump(IPVS_CMD_GET_DAEMON);
    const auto read = this->read(IPVS_CMD_NEW_DAEMON,
                                 [&](Bytes attributes) { return decodeDaemon(attributes, daemons.emplace_back()); });
    if (!read)
        return std::unexpected(read.error());
    return daemons;
}

Result<ConnectionSample> KernelBackend::readConnections()
{
    QFile file(QStringLiteral("/proc/net/ip_vs_conn"));
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(ErrorCode::NoIpvs);
    return parseConnections(readConnectionsText(file));
}

Result<HostInfo> KernelBackend::readHost()
{
    HostInfo host = hostInfoFrom(readHostFiles());
    if (const Result<void> opened = openRoutes(); !opened)
        return std::unexpected(opened.error());
    auto network = readNetwork(*m_routes);
    if (!network) {
        m_routes.reset();
        return std::unexpected(network.error());
    }
    host.interfaces = std::move(network->interfaces);
    host.routes = std::move(network->routing.routes);
    host.rules = std::move(network->routing.rules);
    host.tableRoutes = std::move(network->routing.tableRoutes);
    host.neighbours = std::move(network->neighbours);
    host.listeners = readListeners();
    return host;
}

Result<FirewallState> KernelBackend::readFirewall()
{
    const std::scoped_lock turn(*m_nftables);
    return lvs::readFirewall();
}

Result<FirewallState> KernelBackend::readOwnFirewall()
{
    const std::scoped_lock turn(*m_nftables);
    return lvs::readOwnFirewall();
}

std::vector<Result<void>> KernelBackend::execute(std::span<const Operation> operations)
{
    std::vector<Result<void>> results;
    results.reserve(operations.size());
    while (results.size() < operations.size()) {
        const auto rest = operations.subspan(results.size());
        const Carrier carrier = carrierOf(rest.front());
        const auto run = runOf(carrier, rest);
        if (carrier == Carrier::Firewall) { // in one transaction
            const std::scoped_lock turn(*m_nftables);
            std::ranges::move(executeFirewall(run), std::back_inserter(results));
            continue;
        }
        if (carrier == Carrier::Machine) {
            results.push_back(carryOut(rest.front()));
            continue;
        }
        const auto part = run.first(std::min<size_t>(run.size(), NetlinkSocket::largestBatch));
        for (const Operation &operation : part)
            encodeOperation(operation, m_batch);
        const Outcomes outcomes = exchange([](qsizetype, quint8, Bytes) { return false; });
        if (!outcomes) {
            while (results.size() < operations.size())
                results.push_back(std::unexpected(outcomes.error()));
            break;
        }
        for (size_t i = 0; i < part.size(); ++i) {
            const int error = (*outcomes)[i].error;
            results.push_back(isDone(error, part[i]) ? Result<void>()
                                                     : std::unexpected(errorFromErrno(error, part[i])));
        }
    }
    return results;
}

Result<void> KernelBackend::carryOut(const Operation &operation)
{
    if (const Result<void> opened = openRoutes(); !opened)
        return opened;
    const Result<int> refused =
        std::visit(Overloaded{
                       [](const SetSysctl &set) -> Result<int> { return writeSysctl({set.name, set.after}); },
                       [this](const MachineOperation auto &op) { return lvs::carryOut(op, *m_routes); },
                       [](const auto &) -> Result<int> { return EOPNOTSUPP; },
                   },
                   operation);
    if (!refused) {
        m_routes.reset(); // late answers must not meet new requests
        return std::unexpected(refused.error());
    }
    return *refused == 0 ? Result<void>() : std::unexpected(errorFromErrno(*refused, operation));
}

Result<void> KernelBackend::openRoutes()
{
    if (m_routes)
        return {};
    auto opened = RouteSocket::open();
    if (!opened)
        return std::unexpected(opened.error());
    m_routes = std::move(*opened);
    return {};
}

Result<Outcome> KernelBackend::dumpServices(std::vector<ServiceState> &services)
{
    services.clear();
    m_batch.beginDump(IPVS_CMD_GET_SERVICE);
    const auto outcome = read(IPVS_CMD_NEW_SERVICE,
                              [&](Bytes attributes) { return decodeService(attributes, services.emplace_back()); });
    std::ranges::sort(services, {}, serviceKey);
    const auto repeats = std::ranges::unique(services, {}, serviceKey);
    services.erase(repeats.begin(), repeats.end());
    return outcome;
}

Result<Outcome> KernelBackend::dumpServers(ServerList &list)
{
    list.servers.clear();
    encodeReadServers(list.service, m_batch);
    return read(IPVS_CMD_NEW_DEST,
                [&](Bytes attributes) { return decodeServer(attributes, list.servers.emplace_back()); });
}

Result<void> KernelBackend::mendTorn(ServerList &list)
{
    for (int readings = 1; hasRepeats(list.servers); ++readings) {
        if (readings == mostReadings) {
            removeRepeats(list.servers);
            break;
        }
        if (const Result<Outcome> again = dumpServers(list); !again)
            return std::unexpected(again.error());
    }
    return {};
}

Result<void> KernelBackend::markMissing(std::vector<Result<ServerList>> &lists)
{
    std::vector<Result<ServerList> *> asked;
    const auto ask = [&]() -> Result<void> {
        const Outcomes outcomes = exchange([](qsizetype, quint8, Bytes) { return true; });
        if (!outcomes)
            return std::unexpected(outcomes.error());
        for (size_t i = 0; i < asked.size(); ++i) {
            if (const int error = (*outcomes)[i].error; error != 0)
                *asked[i] = std::unexpected(errorFromErrno(error));
        }
        asked.clear();
        return {};
    };
    for (Result<ServerList> &list : lists) {
        if (!list->servers.empty())
            continue;
        encodeReadService(list->service, m_batch);
        asked.push_back(&list);
        if (qsizetype(asked.size()) == NetlinkSocket::largestBatch) {
            if (const Result<void> answered = ask(); !answered)
                return answered;
        }
    }
    return asked.empty() ? Result<void>() : ask();
}

Result<Outcome> KernelBackend::read(quint8 command, const Decode &decode)
{
    const Outcomes outcomes =
        exchange([&](qsizetype, quint8 sent, Bytes attributes) { return sent == command && decode(attributes); });
    if (!outcomes)
        return std::unexpected(outcomes.error());
    const Outcome &outcome = outcomes->front();
    if (outcome.error != 0)
        return std::unexpected(errorFromErrno(outcome.error));
    return outcome;
}

Result<void> KernelBackend::readOne(quint8 command, const Decode &decode)
{
    int objects = 0;
    const auto outcome = read(command, [&](Bytes attributes) { return ++objects == 1 && decode(attributes); });
    if (!outcome)
        return std::unexpected(outcome.error());
    return objects == 1 ? Result<void>() : failure(ErrorCode::BadKernelReply);
}

KernelBackend::Outcomes KernelBackend::exchange(const ReplyReader::OnObject &onObject)
{
    const quint16 family = m_socket ? m_socket->family() : 0;
    Outcomes outcomes = exchangeOnce(onObject);
    // A family that is gone is ENOENT, too: the module was unloaded, and maybe loaded again.
    const bool familyMayBeGone = family != 0 && outcomes && std::ranges::all_of(*outcomes, [](const Outcome &outcome) {
                                     return outcome.error == ENOENT;
                                 });
    if (familyMayBeGone) {
        m_socket.reset();
        if (const Result<void> opened = open(); !opened)
            outcomes = std::unexpected(opened.error());
        else if (m_socket->family() != family)
            outcomes = exchangeOnce(onObject);
    }
    m_batch.clear();
    return outcomes;
}

KernelBackend::Outcomes KernelBackend::exchangeOnce(const ReplyReader::OnObject &onObject)
{
    if (const Result<void> opened = open(); !opened)
        return std::unexpected(opened.error());
    Outcomes outcomes = m_socket->exchange(m_batch, onObject);
    if (!outcomes)
        m_socket.reset(); // late answers must not meet new requests
    return outcomes;
}

Result<void> KernelBackend::open()
{
    if (m_socket)
        return {};
    auto opened = NetlinkSocket::open(IPVS_GENL_NAME);
    if (!opened)
        return std::unexpected(opened.error());
    m_socket = std::move(*opened);
    return {};
}

} // namespace lvs
