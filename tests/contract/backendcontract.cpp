// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/backendcontract.h"

#include "tests/contract/contractvalues.h"
#include "tests/contract/refusals.h"
#include "tests/support/readtable.h"

#include <QTest>

#include <algorithm>
#include <cerrno>

namespace lvs {

using namespace contract;

void BackendContract::init()
{
    m_backend = m_factory();
    QVERIFY(m_backend);
    run(ClearTable{});
    const auto daemons = m_backend->readSyncDaemons();
    QVERIFY(daemons);
    for (const SyncDaemon &daemon : *daemons)
        run(StopSyncDaemon{daemon});
    const auto timeouts = m_backend->readTimeouts();
    QVERIFY(timeouts);
    m_timeouts = *timeouts;
}

void BackendContract::cleanup()
{
    if (!m_backend)
        return;
    run(ClearTable{});
    run(SetTimeouts{.before = {}, .after = m_timeouts});
    m_backend.reset();
}

Result<void> BackendContract::attempt(const Operation &operation)
{
    const std::vector<Result<void>> results = m_backend->execute(std::span(&operation, 1));
    if (results.size() != 1)
        return failure(ErrorCode::HelperFailed, {QStringLiteral("%1 results for one operation").arg(results.size())});
    return results.front();
}

void BackendContract::run(const Operation &operation)
{
    const Result<void> result = attempt(operation);
    QVERIFY2(result, result ? "" : qPrintable(describe(result.error())));
}

void BackendContract::run(const std::vector<Operation> &operations)
{
    for (const Result<void> &result : m_backend->execute(operations))
        QVERIFY2(result, result ? "" : qPrintable(describe(result.error())));
}

VirtualService BackendContract::readBack(const ServiceKey &key)
{
    const Result<ServiceState> state = m_backend->readService(key);
    return state ? state->config : VirtualService{};
}

std::vector<RealServer> BackendContract::serversOf(const ServiceKey &key)
{
    std::vector<RealServer> servers;
    const auto lists = m_backend->readServers(std::span(&key, 1));
    if (lists && lists->size() == 1 && lists->front())
        for (const ServerState &state : lists->front()->servers)
            servers.push_back(state.config);
    return servers;
}

QStringList BackendContract::serverNames(const ServiceKey &key)
{
    QStringList names;
    for (const RealServer &server : serversOf(key))
        names.append(server.key.toString());
    return names;
}

void BackendContract::tellsItsVersion()
{
    const auto info = m_backend->readInfo();
    QVERIFY(info);
    QCOMPARE(info->version, 0x010201u);
    QCOMPARE_GE(info->connectionTableSize, 256u);
    QVERIFY(!info->release.isEmpty());
}

// Reading back

void BackendContract::serviceReadsBack_data()
{
    QTest::addColumn<VirtualService>("service");
    for (const auto &[name, service] : serviceRows())
        QTest::newRow(name) << service;
}

void BackendContract::serviceReadsBack()
{
    QFETCH(VirtualService, service);
    run(AddService{service});
    const auto one = m_backend->readService(service.key);
    QVERIFY(one);
    QCOMPARE(one->config, service);
    const auto all = m_backend->readServices();
    QVERIFY(all);
    QCOMPARE(all->size(), 1u);
    QCOMPARE(all->front().config, service);
}

void BackendContract::serverReadsBack_data()
{
    QTest::addColumn<ServiceKey>("service");
    QTest::addColumn<RealServer>("server");
    for (const auto &[name, service, server] : serverRows())
        QTest::newRow(name) << service << server;
}

void BackendContract::serverReadsBack()
{
    QFETCH(ServiceKey, service);
    QFETCH(RealServer, server);
    run({AddService{VirtualService::withDefaults(service)}, AddServer{service, server}});
    const std::vector<RealServer> servers = serversOf(service);
    QCOMPARE(servers.size(), 1u);
    QCOMPARE(servers.front(), server);
}

void BackendContract::newObjectsHaveNoTraffic()
{
    run({AddService{http()}, AddServer{http().key, server(1)}});
    const auto service = m_backend->readService(http().key);
    QVERIFY(service);
    QCOMPARE(service->traffic, Traffic{});
    const ServiceKey key = http().key;
    const auto lists = m_backend->readServers(std::span(&key, 1));
    QVERIFY(lists && lists->size() == 1 && lists->front());
    QCOMPARE(lists->front()->service, key);
    QCOMPARE(lists->front()->servers, (std::vector<ServerState>{{.config = server(1)}}));
}

void BackendContract::servicesAreToldApart()
{
    std::vector<ServiceKey> keys{tcp("10.0.0.1", 80),
                                 udp("10.0.0.1", 80),
                                 sctp("10.0.0.1", 80),
                                 tcp("10.0.0.1", 81),
                                 tcp("10.0.0.2", 80),
                                 tcp("2001:db8::1", 80),
                                 ServiceKey::forMark(1, Family::IPv4),
                                 ServiceKey::forMark(1, Family::IPv6),
                                 ServiceKey::forMark(2, Family::IPv4)};
    for (const ServiceKey &key : keys)
        run(AddService{VirtualService::withDefaults(key)});
    const auto services = m_backend->readServices();
    QVERIFY(services);
    std::vector<ServiceKey> read;
    for (const ServiceState &state : *services)
        read.push_back(state.config.key);
    std::ranges::sort(keys);
    std::ranges::sort(read);
    QCOMPARE(read, keys);
}

void BackendContract::sameServerInTwoServices()
{
    const ServiceKey https = tcp("10.0.0.1", 443);
    run({AddService{http()}, AddService{VirtualService::withDefaults(https)}, AddServer{http().key, server(1, 2)},
         AddServer{https, server(1, 7)}, RemoveServer{http().key, server(1, 2)}});
    QCOMPARE(serversOf(http().key), std::vector<RealServer>{});
    QCOMPARE(serversOf(https), std::vector<RealServer>{server(1, 7)});
}

void BackendContract::everyServiceIsReadOnce()
{
    std::vector<ServiceKey> keys;
    for (quint16 port = 1; port <= 500; ++port) {
        keys.push_back(tcp("10.0.0.1", port));
        run(AddService{VirtualService::withDefaults(keys.back())});
    }
    const auto services = m_backend->readServices();
    QVERIFY(services);
    std::vector<ServiceKey> read;
    for (const ServiceState &state : *services)
        read.push_back(state.config.key);
    std::ranges::sort(read);
    QCOMPARE(read, keys);
}

void BackendContract::longServerListReadsBack()
{
    run(AddService{http()});
    std::vector<RealServer> expected;
    for (quint16 number = 1; number <= 500; ++number) {
        RealServer next = server(1, number);
        next.key.port = number;
        run(AddServer{http().key, next});
        expected.insert(expected.begin(), next);
    }
    QCOMPARE(serversOf(http().key), expected);
}

// Lists

void BackendContract::newestServerComesFirst()
{
    run({AddService{http()}, AddServer{http().key, server(2)}, AddServer{http().key, server(1)},
         AddServer{http().key, server(3)}});
    QCOMPARE(serverNames(http().key),
             (QStringList{server(3).key.toString(), server(1).key.toString(), server(2).key.toString()}));
    run(EditServer{http().key, server(2), server(2, 9)});
    QCOMPARE(serversOf(http().key), (std::vector{server(3), server(1), server(2, 9)}));
}

void BackendContract::readsServersInTheOrderAsked()
{
    const std::vector<ServiceKey> keys{tcp("10.0.0.3", 80), tcp("10.0.0.1", 80), tcp("10.0.0.2", 80)};
    for (quint8 i = 0; i < keys.size(); ++i)
        run({AddService{VirtualService::withDefaults(keys[i])}, AddServer{keys[i], server(i)}});
    const auto lists = m_backend->readServers(keys);
    QVERIFY(lists);
    QCOMPARE(lists->size(), keys.size());
    for (quint8 i = 0; i < keys.size(); ++i) {
        QVERIFY((*lists)[i]);
        QCOMPARE((*lists)[i]->service, keys[i]);
        QCOMPARE((*lists)[i]->servers.size(), 1u);
        QCOMPARE((*lists)[i]->servers.front().config, server(i));
    }
}

void BackendContract::readOfAGoneService()
{
    const ServiceKey gone = tcp("10.0.0.9", 80);
    const ServiceKey empty = tcp("10.0.0.2", 80);
    run({AddService{http()}, AddServer{http().key, server(1)}, AddService{VirtualService::withDefaults(empty)}});

    const auto service = m_backend->readService(gone);
    QVERIFY(!service);
    QCOMPARE(service.error().code, ErrorCode::ServiceMissing);
    QCOMPARE(service.error().kernelErrno, ESRCH);

    const auto lists = m_backend->readServers(std::vector{empty, gone, http().key});
    QVERIFY(lists);
    QCOMPARE(lists->size(), 3u);
    QVERIFY((*lists)[0] && (*lists)[0]->servers.empty());
    QVERIFY(!(*lists)[1]);
    QCOMPARE((*lists)[1].error().code, ErrorCode::ServiceMissing);
    QVERIFY((*lists)[2] && (*lists)[2]->servers.size() == 1);
}

// Changing

void BackendContract::editServiceReplacesAllFields()
{
    VirtualService before = VirtualService::withDefaults(udp("10.0.0.1", 5060));
    before.flags = ServiceFlag::Persistent;
    before.persistenceTimeout = 600;
    before.netmask = 0xffffff00;
    before.engine = engine("sip");
    VirtualService after = VirtualService::withDefaults(before.key);
    after.scheduler = scheduler("sh");
    after.flags = ServiceFlag::Scheduler1 | ServiceFlag::OnePacket;
    after.persistenceTimeout = 30;

    run({AddService{before}, EditService{before, after}});
    QCOMPARE(readBack(before.key), after);
    run(EditService{after, before});
    QCOMPARE(readBack(before.key), before);
}

void BackendContract::editServiceKeepsServers()
{
    VirtualService after = http();
    after.scheduler = scheduler("wrr");
    run({AddService{http()}, AddServer{http().key, server(1, 3)}, AddServer{http().key, server(2, 4)},
         EditService{http(), after}});
    QCOMPARE(serversOf(http().key), (std::vector{server(2, 4), server(1, 3)}));
}

void BackendContract::editServerReplacesAllFields()
{
    RealServer before = server(1, 5);
    before.upperThreshold = 100;
    before.lowerThreshold = 50;
    before.forwarding = Forwarding::Tunnelling;
    before.tunnel = {.type = TunnelType::Gue, .port = 6080, .checksum = TunnelChecksum::RemoteChecksum};
    RealServer after = server(1, 0);
    after.forwarding = Forwarding::Gatewaying;

    run({AddService{http()}, AddServer{http().key, before}, EditServer{http().key, before, after}});
    QCOMPARE(serversOf(http().key), std::vector{after});
    run(EditServer{http().key, after, before});
    QCOMPARE(serversOf(http().key), std::vector{before});
}

void BackendContract::editServerTouchesNothingElse()
{
    run({AddService{http()}, AddServer{http().key, server(1, 3)}, AddServer{http().key, server(2, 4)}});
    run(EditServer{http().key, server(1, 3), server(1, 30)});
    QCOMPARE(readBack(http().key), http());
    QCOMPARE(serversOf(http().key), (std::vector{server(2, 4), server(1, 30)}));
}

void BackendContract::removedServerComesBackAtTheHead()
{
    run({AddService{http()}, AddServer{http().key, server(1)}, AddServer{http().key, server(2)},
         RemoveServer{http().key, server(1)}});
    QCOMPARE(serversOf(http().key), std::vector{server(2)});
    run(AddServer{http().key, server(1, 8)});
    QCOMPARE(serversOf(http().key), (std::vector{server(1, 8), server(2)}));
}

void BackendContract::removeServiceTakesItsServers()
{
    run({AddService{http()}, AddServer{http().key, server(1)}, RemoveService{http(), {server(1)}}});
    QVERIFY(!m_backend->readService(http().key));
    run(AddService{http()});
    QCOMPARE(serversOf(http().key), std::vector<RealServer>{});
}

void BackendContract::clearRemovesEverything()
{
    const VirtualService marked = VirtualService::withDefaults(ServiceKey::forMark(1, Family::IPv4));
    run({AddService{http()}, AddServer{http().key, server(1)}, AddService{marked}, ClearTable{}});
    const auto services = m_backend->readServices();
    QVERIFY(services);
    QVERIFY(services->empty());
    run(ClearTable{}); // an empty table can be cleared
}

void BackendContract::zeroKeepsTheConfiguration()
{
    run({AddService{http()}, AddServer{http().key, server(1, 3)}, ZeroCounters{http().key}, ZeroCounters{}});
    QCOMPARE(readBack(http().key), http());
    QCOMPARE(serversOf(http().key), std::vector{server(1, 3)});
}

void BackendContract::tellsTotals()
{
    run({AddService{http()}, ZeroCounters{}});
    const auto totals = m_backend->readTotals();
    QVERIFY(totals);
    QCOMPARE(totals->traffic, Traffic{});
    QCOMPARE_GT(totals->uptime.count(), 0); // 0 would be: not known
    QCOMPARE_GE(m_backend->readTotals()->uptime, totals->uptime);
}

// Refusals

void BackendContract::refuses_data()
{
    QTest::addColumn<Refusal>("refusal");
    for (const Refusal &refusal : refusals())
        QTest::addRow("%02d %s", int(refusal.situation), refusal.name) << refusal;
}

void BackendContract::refuses()
{
    QFETCH(const Refusal, refusal);
    run({AddService{http()}, AddServer{http().key, server(1, 3)}});
    run(refusal.before);
    const auto table = test::readTable(*m_backend);
    const auto timeouts = m_backend->readTimeouts();
    const auto daemons = m_backend->readSyncDaemons();
    QVERIFY(table && timeouts && daemons);

    const Result<void> result = attempt(refusal.operation);
    QVERIFY(!result);
    QCOMPARE(result.error().kernelErrno, refusal.number);
    QCOMPARE(result.error().code, refusal.code);

    QVERIFY(test::readTable(*m_backend) == table); // all as it was
    QVERIFY(m_backend->readTimeouts() == timeouts);
    QVERIFY(m_backend->readSyncDaemons() == daemons);
}

void BackendContract::everySituationIsTested()
{
    QList<int> times(situations);
    for (const Refusal &refusal : refusals())
        times[int(refusal.situation)] = 1;
    for (const BeyondBackend &beyond : beyondBackend())
        ++times[int(beyond.situation)];
    QCOMPARE(times, QList<int>(situations, 1)); // here or elsewhere
}

void BackendContract::maglevTakesOneMoreThanItHasPlacesFor()
{
    VirtualService maglev = http();
    maglev.scheduler = scheduler("mh");
    run(AddService{http()});
    run(manyServers(http().key, maglevPlaces));
    run({EditService{http(), maglev}, AddServer{http().key, server(2)}}); // without a word
    QCOMPARE(readBack(http().key), maglev);
    QCOMPARE(serversOf(http().key).size(), maglevPlaces + 1u);
}

void BackendContract::goesOnAfterAnError()
{
    const std::vector<Operation> operations{AddService{http()}, AddServer{http().key, server(1)},
                                            AddServer{http().key, server(1)}, RemoveServer{http().key, server(9)},
                                            AddServer{http().key, server(2)}};
    const std::vector<Result<void>> results = m_backend->execute(operations);
    QCOMPARE(results.size(), operations.size());
    QVERIFY(results[0] && results[1] && !results[2] && !results[3] && results[4]);
    QCOMPARE(results[2].error().code, ErrorCode::ServerExists);
    QCOMPARE(results[3].error().code, ErrorCode::ServerMissing);
    QCOMPARE(serversOf(http().key), (std::vector{server(2), server(1)}));
}

void BackendContract::runsLongBatches()
{
    std::vector<Operation> operations{AddService{http()}};
    for (quint16 port = 1; port <= 2000; ++port) {
        RealServer next = server(1);
        next.key.port = port;
        operations.push_back(AddServer{http().key, next});
        if (port % 10 == 0) // every tenth once more
            operations.push_back(AddServer{http().key, next});
    }
    const std::vector<Result<void>> results = m_backend->execute(operations);
    QCOMPARE(results.size(), operations.size());
    for (size_t i = 1; i < results.size(); ++i)
        QCOMPARE(results[i].has_value(), i % 11 != 0);
    QCOMPARE(serversOf(http().key).size(), 2000u);
    QVERIFY(m_backend->execute({}).empty());
}

} // namespace lvs
