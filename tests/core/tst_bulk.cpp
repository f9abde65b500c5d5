// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/bulk.h"
#include "core/change/workingtable.h"
#include "core/types/numbers.h"
#include "tests/support/objects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Plans for many objects at once.
class BulkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drainsOneServerInFiftyServices();
    void scalesWeights_data();
    void scalesWeights();
    void setsWeightsWhereTheyDiffer();
    void movesServers();
    void refusesWhatCantMove();
    void duplicatesAService();
    void refusesDuplicatesThatDontFit();
    void clears();
};

namespace {

RealServer by(RealServer server, Forwarding forwarding)
{
    server.forwarding = forwarding;
    return server;
}

IpvsTable twoServices()
{
    IpvsTable table;
    table.setService(service(web, u"wrr"));
    table.setServers(web, {server(12, 2), server(11, 1)});
    table.setService(service(database));
    table.setServers(database, {server(13, 5, 3306)});
    return table;
}

} // namespace

void BulkTest::drainsOneServerInFiftyServices()
{
    IpvsTable table;
    for (quint16 port = 8001; port <= 8050; ++port) {
        table.setService(service(tcp(u"172.18.100.6", port)));
        table.setServers(tcp(u"172.18.100.6", port), {server(11, 3, port), server(12, 3, port)});
    }
    const auto servers = serversWithAddresses(table, {server(11).key.address});
    QCOMPARE(servers.size(), 50u);
    const ChangePlan plan = settingWeights(servers, 0);
    QCOMPARE(plan.operations.size(), 50u);
    QVERIFY(validate(plan));
    const IpvsTable after = applied(table, plan);
    for (const auto &[key, entry] : after.entries()) {
        QCOMPARE(entry.find(server(11, 3, key.port).key)->weight, 0u);
        QCOMPARE(*entry.find(server(12, 3, key.port).key), server(12, 3, key.port));
    }
}

void BulkTest::scalesWeights_data()
{
    QTest::addColumn<quint32>("weight");
    QTest::addColumn<quint32>("percent");
    QTest::addColumn<quint32>("after");
    QTest::newRow("half") << 10u << 50u << 5u;
    QTest::newRow("rounded up") << 3u << 50u << 2u;
    QTest::newRow("rounded down") << 9u << 27u << 2u;
    QTest::newRow("never drained by rounding") << 1u << 10u << 1u;
    QTest::newRow("drained stays drained") << 0u << 500u << 0u;
    QTest::newRow("nothing drains") << 7u << 0u << 0u;
    QTest::newRow("as it is") << 7u << 100u << 7u;
    QTest::newRow("no further than the kernel goes") << limits::largestWeight << 200u << limits::largestWeight;
}

void BulkTest::scalesWeights()
{
    QFETCH(quint32, weight);
    QFETCH(quint32, percent);
    QFETCH(quint32, after);
    const ChangePlan plan = scalingWeights({{web, server(11, weight)}}, percent);
    if (weight == after)
        QVERIFY(plan.isEmpty());
    else
        QCOMPARE(plan, lvs::test::plan({EditServer{web, server(11, weight), server(11, after)}}));
}

void BulkTest::setsWeightsWhereTheyDiffer()
{
    const ChangePlan plan = settingWeights({{web, server(11, 1)}, {web, server(12, 4)}}, 4);
    QCOMPARE(plan, lvs::test::plan({EditServer{web, server(11, 1), server(11, 4)}}));
}

void BulkTest::movesServers()
{
    const IpvsTable table = twoServices();
    const Relocation follows = moving({{web, server(11, 1)}, {database, server(13, 5, 3306)}}, database, true, table);
    QVERIFY(follows.refused.empty());
    QCOMPARE(follows.plan, plan({AddServer{database, server(11, 1, 3306)}, RemoveServer{web, server(11, 1)}}));
    const Relocation keeps = moving({{web, server(11, 1)}}, database, false, table);
    QCOMPARE(keeps.plan, plan({AddServer{database, server(11, 1, 80)}, RemoveServer{web, server(11, 1)}}));

    // DR has no port of its own.
    IpvsTable routed = table;
    routed.setServers(web, {by(server(11), Forwarding::Gatewaying)});
    const Relocation gateway = moving({{web, by(server(11), Forwarding::Gatewaying)}}, database, false, routed);
    QCOMPARE(gateway.plan, plan({AddServer{database, by(server(11, 1, 3306), Forwarding::Gatewaying)},
                                 RemoveServer{web, by(server(11), Forwarding::Gatewaying)}}));
    QVERIFY(validate(gateway.plan));
}

void BulkTest::refusesWhatCantMove()
{
    IpvsTable table = twoServices();
    const ServiceKey six = tcp(u"2001:db8::6", 80);
    table.setService(service(six));
    table.setServers(database, {server(11, 5, 3306)});
    const auto codeOf = [&](const ServiceKey &target) {
        const Relocation relocation = moving({{web, server(11, 1)}}, target, true, table);
        return relocation.plan.isEmpty() && relocation.refused.size() == 1
                   ? std::optional(relocation.refused.front().error.code)
                   : std::nullopt;
    };
    QCOMPARE(codeOf(database), ErrorCode::ServerExists);
    QCOMPARE(codeOf(six), ErrorCode::FamilyMismatch);
    QCOMPARE(codeOf(tcp(u"172.18.100.6", 81)), ErrorCode::ServiceMissing);
    // Two that would become one.
    const Relocation both = moving({{web, server(12, 1)}, {six, server(12, 1)}}, database, false, table);
    QCOMPARE(both.refused.size(), 1u);
    QCOMPARE(both.plan.operations.size(), 2u);
}

void BulkTest::duplicatesAService()
{
    const IpvsTable table = twoServices();
    const ServiceKey secure = tcp(u"172.18.100.6", 443);
    const auto plan = duplicating(*table.find(web), secure, table);
    QVERIFY(plan);
    const IpvsTable after = applied(table, *plan);
    QCOMPARE(after.find(secure)->service, service(secure, u"wrr"));
    QCOMPARE(after.find(secure)->servers, std::vector({server(12, 2, 443), server(11, 1, 443)}));
    QCOMPARE(*after.find(web), *table.find(web));

    const auto elsewhere = duplicating(*table.find(web), tcp(u"172.18.100.7", 80), table);
    QVERIFY(elsewhere);
    QCOMPARE(applied(table, *elsewhere).find(tcp(u"172.18.100.7", 80))->servers, table.find(web)->servers);
}

void BulkTest::refusesDuplicatesThatDontFit()
{
    const IpvsTable table = twoServices();
    QCOMPARE(duplicating(*table.find(web), database, table).error().code, ErrorCode::ServiceExists);

    IpvsTable mapped; // both ports of one host would become the new service's
    mapped.setService(service(web));
    mapped.setServers(web, {server(11, 1, 80), server(11, 1, 8080)});
    QCOMPARE(duplicating(*mapped.find(web), tcp(u"172.18.100.6", 8080), mapped).error().code, ErrorCode::ServerExists);
    QCOMPARE(duplicating(*table.find(web), tcp(u"172.18.100.6", 0), table).error().code,
             ErrorCode::PortZeroNeedsPersistence);
    QCOMPARE(duplicating(*table.find(web), tcp(u"2001:db8::6", 80), table).error().code, ErrorCode::FamilyMismatch);
}

void BulkTest::clears()
{
    QVERIFY(clearing({}).isEmpty());
    QCOMPARE(clearing(twoServices()), plan({ClearTable{tableDigest(twoServices())}}));
}

QTEST_APPLESS_MAIN(BulkTest)
#include "tst_bulk.moc"
