// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sandboxclient.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace std::chrono_literals;

namespace {

TrafficProfile clients()
{
    return {.virtualAddress = web.address, .firstClient = ip(u"198.18.0.1"), .connectionsPerSecond = 50, .swing = 0};
}

quint64 connectionsOf(SandboxBackend &sandbox)
{
    return sandbox.readService(web)->traffic.counters.connections;
}

} // namespace

class TestSandboxBackend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void catchesUpWithItsClockWhenRead()
    {
        std::chrono::milliseconds now = 1000h;
        SandboxBackend sandbox([&now] { return now; });
        QCOMPARE(execute(sandbox, {AddService{service(web)}, AddServer{web, server(11)}}), 0);
        sandbox.addTraffic(clients());
        QCOMPARE(connectionsOf(sandbox), 0u);
        now += 100s;
        const quint64 after = connectionsOf(sandbox);
        QVERIFY2(after > 4500 && after < 5500, qPrintable(QString::number(after)));
        QCOMPARE(connectionsOf(sandbox), after);
    }

    void skipsMostOfALongPause()
    {
        std::chrono::milliseconds now{};
        SandboxBackend sandbox([&now] { return now; });
        QCOMPARE(execute(sandbox, {AddService{service(web)}, AddServer{web, server(11)}}), 0);
        sandbox.addTraffic(clients());
        now += 1000h;
        const quint64 after = connectionsOf(sandbox);
        QCOMPARE_GT(after, 10'000u);
        QCOMPARE_LT(after, 20'000u);
    }

    void standsStillWithoutAClock()
    {
        SandboxBackend sandbox;
        QCOMPARE(execute(sandbox, {AddService{service(web)}, AddServer{web, server(11)}}), 0);
        sandbox.addTraffic(clients());
        QCOMPARE(connectionsOf(sandbox), 0u);
        sandbox.advance(10s);
        QCOMPARE_GT(connectionsOf(sandbox), 0u);
    }

    void totalsCountForAllServices()
    {
        SandboxBackend sandbox;
        const std::vector<Operation> second{AddService{service(database)}, AddServer{database, server(12, 1, 3306)}};
        QCOMPARE(execute(sandbox, {AddService{service(web)}, AddServer{web, server(11)}}), 0);
        QCOMPARE(execute(sandbox, second), 0);
        const auto uptime = sandbox.readTotals()->uptime;
        for (int host = 1; host <= 7; ++host)
            send(sandbox, flow(web, host), TcpEvent::Syn);
        for (int host = 1; host <= 4; ++host)
            send(sandbox, flow(database, host), TcpEvent::Syn);
        sandbox.advance(3s);
        QCOMPARE(sandbox.readTotals()->traffic.counters.connections, 11u);
        QCOMPARE_GT(sandbox.readTotals()->traffic.rates.connections, 0u);
        QCOMPARE(sandbox.readTotals()->uptime, uptime + 3s);

        // What was counted stays when the service goes, or begins anew.
        QCOMPARE(execute(sandbox, {RemoveService{service(database), {}}, ZeroCounters{web}}), 0);
        QCOMPARE(sandbox.readTotals()->traffic.counters.connections, 11u);
        QCOMPARE(execute(sandbox, {ZeroCounters{}}), 0);
        QCOMPARE(sandbox.readTotals()->traffic, Traffic{});
    }

    void smallStepsAndOneLargeAreTheSame()
    {
        SandboxBackend small;
        SandboxBackend large;
        for (SandboxBackend *sandbox : {&small, &large}) {
            QCOMPARE(execute(*sandbox, {AddService{service(web)}, AddServer{web, server(11)}}), 0);
            sandbox->addTraffic(clients());
        }
        for (int i = 0; i < 1000; ++i) {
            small.advance(37ms);
            static_cast<void>(small.readService(web));
        }
        large.advance(37s);
        QCOMPARE(small.readServices().value(), large.readServices().value());
        QCOMPARE(serversOf(small, web), serversOf(large, web));
    }

    void clientsReturnWithTheService()
    {
        SandboxBackend sandbox;
        sandbox.addTraffic(clients());
        sandbox.advance(10s); // nobody there
        QCOMPARE(execute(sandbox, {AddService{service(web)}, AddServer{web, server(11)}}), 0);
        sandbox.advance(10s);
        QCOMPARE_GT(connectionsOf(sandbox), 0u);
        QCOMPARE(execute(sandbox, {ClearTable{}}), 0);
        sandbox.advance(10s);
        QVERIFY(sandbox.readServices()->empty());
    }

    void clientsEndWhatTheyBegan()
    {
        SandboxBackend sandbox;
        QCOMPARE(execute(sandbox, {AddService{service(web)}, AddServer{web, server(11)}}), 0);
        sandbox.addTraffic(clients());
        sandbox.advance(5min);
        const ServerState state = serversOf(sandbox, web).at(0);
        QVERIFY(state.activeConnections < 60);     // half a second each
        QVERIFY(state.inactiveConnections > 4500); // two minutes in TIME_WAIT
        QCOMPARE_GT(state.traffic.rates.outBytes, 0u);
    }

    void largeTablesCostNothingWithoutTraffic()
    {
        std::chrono::milliseconds now{};
        SandboxBackend sandbox([&now] { return now; });
        std::vector<Operation> operations;
        for (quint16 port = 1; port <= 100; ++port) {
            const ServiceKey key = tcp(u"172.18.100.6", port);
            operations.push_back(AddService{service(key)});
            for (int host = 1; host <= 100; ++host)
                operations.push_back(AddServer{key, server(host, 1, port)});
        }
        QCOMPARE(execute(sandbox, operations), 0);
        now += 1h;
        const auto services = sandbox.readServices();
        QCOMPARE(services->size(), 100u);
        for (const ServiceState &each : *services)
            QCOMPARE(serversOf(sandbox, each.config.key).size(), 100u);
    }
};

QTEST_APPLESS_MAIN(TestSandboxBackend)
#include "tst_sandboxbackend.moc"
