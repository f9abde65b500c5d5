// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/exampleclusters.h"
#include "tests/support/objects.h"
#include "tests/support/readtable.h"

#include <QTest>

#include <algorithm>

using namespace lvs;
using namespace lvs::test;
using namespace std::chrono_literals;

namespace {

const ServiceKey direct = tcp(u"172.18.100.7", 80);
const ServiceKey marked = ServiceKey::forMark(1, Family::IPv4);

std::vector<ServerState> serversOf(Backend &backend, const ServiceKey &key)
{
    return backend.readServers(std::span(&key, 1)).value().at(0).value().servers;
}

} // namespace

class TestExampleClusters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsTheCoursesClusters()
    {
        const auto sandbox = makeExampleSandbox({});
        const IpvsTable table = readTable(*sandbox).value();
        QCOMPARE(table.entries().size(), 4u);
        for (const ServiceKey &key : {web, database, direct, marked}) {
            const IpvsTable::Entry *entry = table.find(key);
            QVERIFY(entry);
            QVERIFY(validate(entry->service));
            for (const RealServer &server : entry->servers)
                QVERIFY(validate(server, key));
        }
        QCOMPARE(table.find(web)->servers.size(), 3u);
        QCOMPARE(table.find(web)->servers.front().key.toString(), u"192.168.10.11:80");
        QCOMPARE(table.find(direct)->servers.back().key.toString(), u"172.18.100.12:80");
        QVERIFY(table.find(marked)->service.isPersistent());
    }

    void isAliveFromTheFirstReading()
    {
        const auto sandbox = makeExampleSandbox({});
        const auto services = sandbox->readServices().value();
        for (const ServiceState &service : services) {
            QCOMPARE_GT(service.traffic.counters.connections, 0u);
            QCOMPARE_GT(service.traffic.rates.inPackets, 0u);
            for (const ServerState &server : serversOf(*sandbox, service.config.key)) {
                QCOMPARE(server.activeConnections > 0, !server.config.isDrained());
                QCOMPARE(server.inactiveConnections > 0, !server.config.isDrained());
                QCOMPARE(server.traffic.rates.outBytes > 0,
                         !server.config.isDrained() && server.config.forwarding == Forwarding::Masquerading);
                QCOMPARE(server.persistentConnections > 0, service.config.isPersistent());
            }
        }
    }

    void weightsShow()
    {
        const auto sandbox = makeExampleSandbox({});
        sandbox->advance(10min);
        const auto servers = serversOf(*sandbox, web);
        const auto connections = [&](size_t index) { return double(servers[index].traffic.counters.connections); };
        QVERIFY(qAbs(connections(0) / connections(2) - 3) < 0.05);
        QVERIFY(qAbs(connections(1) / connections(2) - 2) < 0.05);
    }

    void ratesWanderGently()
    {
        const auto sandbox = makeExampleSandbox({});
        QList<double> rates;
        for (int i = 0; i < 120; ++i) {
            sandbox->advance(5s);
            rates.append(double(sandbox->readService(direct)->traffic.rates.connections));
        }
        const auto [least, most] = std::ranges::minmax(rates);
        QCOMPARE_GT(least, 15.0);
        QCOMPARE_LT(most, 120.0);
        QCOMPARE_GT(most - least, 15.0);
        for (qsizetype i = 1; i < rates.size(); ++i)
            QCOMPARE_LT(qAbs(rates[i] - rates[i - 1]), 25.0);
    }

    void sameSeedSameLife()
    {
        const auto one = makeExampleSandbox({}, 7);
        const auto two = makeExampleSandbox({}, 7);
        const auto other = makeExampleSandbox({}, 8);
        QCOMPARE(one->readServices().value(), two->readServices().value());
        QVERIFY(one->readServices().value() != other->readServices().value());
    }

    void staysSteady()
    {
        const auto sandbox = makeExampleSandbox({});
        sandbox->advance(20min);
        const size_t before = sandbox->connections().connections().size();
        sandbox->advance(10min);
        const size_t after = sandbox->connections().connections().size();
        QCOMPARE_LT(double(after), 1.5 * double(before));
    }
};

QTEST_APPLESS_MAIN(TestExampleClusters)
#include "tst_exampleclusters.moc"
