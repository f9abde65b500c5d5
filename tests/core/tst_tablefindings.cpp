// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/director/tablefindings.h"
#include "tests/support/objects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;

class TestTableFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingToFind();
    void theWorstComesFirst();
    void whatWasNotReadIsNotFound();
};

namespace {

using Kind = TableFinding::Kind;

void add(Snapshot &snapshot, const VirtualService &service, const std::vector<RealServer> &servers)
{
    snapshot.services.push_back({.config = service});
    ServerList list{.service = service.key};
    for (const RealServer &server : servers)
        list.servers.push_back({.config = server});
    snapshot.servers.push_back(std::move(list));
}

} // namespace

void TestTableFindings::nothingToFind()
{
    Snapshot snapshot;
    QVERIFY(findingsOf(snapshot).empty());
    add(snapshot, service(web), {server(11), server(12, 0)}); // one is enough
    QVERIFY(findingsOf(snapshot).empty());
}

void TestTableFindings::theWorstComesFirst()
{
    const ServiceKey mail = tcp(u"172.18.100.6", 25);
    const ServiceKey loopback = tcp(u"127.0.0.1", 80);
    Snapshot snapshot;
    add(snapshot, service(mail), {server(11, 0), server(12, 0)});
    add(snapshot, service(loopback), {server(11)});
    add(snapshot, service(web), {});
    const std::vector<TableFinding> expected{
        {.kind = Kind::NoServers, .service = web},
        {.kind = Kind::AllDrained, .service = mail},
        {.kind = Kind::Odd, .service = loopback, .warning = Warning::LoopbackVip},
    };
    QCOMPARE(findingsOf(snapshot), expected);
}

void TestTableFindings::whatWasNotReadIsNotFound()
{
    Snapshot snapshot;
    add(snapshot, service(web), {});
    add(snapshot, service(database), {});
    snapshot.servers.erase(snapshot.servers.begin());
    const std::vector<TableFinding> findings = findingsOf(snapshot);
    QCOMPARE(findings.size(), 1u);
    QCOMPARE(findings.front().service, database);
}

QTEST_MAIN(TestTableFindings)
#include "tst_tablefindings.moc"
