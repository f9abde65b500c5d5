// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/director/tablefindings.h"
#include "tests/support/firewallobjects.h"

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
    void marksNeedRules();
    void unreadRulesOfTheOtherFamilyLeadNowhere();
    void rulesNeedServices();
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
    QVERIFY(findingsOf(snapshot, nullptr).empty());
    add(snapshot, service(web), {server(11), server(12, 0)}); // one is enough
    QVERIFY(findingsOf(snapshot, nullptr).empty());
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
    QCOMPARE(findingsOf(snapshot, nullptr), expected);
}

void TestTableFindings::whatWasNotReadIsNotFound()
{
    Snapshot snapshot;
    add(snapshot, service(web), {});
    add(snapshot, service(database), {});
    snapshot.servers.erase(snapshot.servers.begin());
    const std::vector<TableFinding> findings = findingsOf(snapshot, nullptr);
    QCOMPARE(findings.size(), 1u);
    QCOMPARE(findings.front().service, database);
}

void TestTableFindings::marksNeedRules()
{
    const ServiceKey one = ServiceKey::forMark(1, Family::IPv4);
    Snapshot snapshot;
    add(snapshot, service(one), {server(11)});
    add(snapshot, service(web), {server(11)});
    QVERIFY(findingsOf(snapshot, nullptr).empty()); // could not be read
    FirewallState firewall;
    QCOMPARE(findingsOf(snapshot, &firewall), (std::vector<TableFinding>{{.kind = Kind::NoMarkRule, .service = one}}));
    firewall.marks.push_back({.rule = webMark(2)});
    QCOMPARE(findingsOf(snapshot, &firewall).size(), 1u);
    firewall.unread.push_back({.program = FirewallProgram::IptablesLegacy});
    QCOMPARE(findingsOf(snapshot, &firewall),
             (std::vector<TableFinding>{{.kind = Kind::MarkRuleUnread, .service = one, .unread = firewall.unread}}));
    firewall.marks.push_back({.rule = webMark(1)});
    QVERIFY(findingsOf(snapshot, &firewall).empty());
}

void TestTableFindings::unreadRulesOfTheOtherFamilyLeadNowhere()
{
    const ServiceKey one = ServiceKey::forMark(1, Family::IPv4);
    Snapshot snapshot;
    add(snapshot, service(one), {server(11)});
    FirewallState firewall;
    firewall.unread = {{.program = FirewallProgram::IptablesLegacy, .place = QStringLiteral("ip6 mangle")}};
    QCOMPARE(findingsOf(snapshot, &firewall), (std::vector<TableFinding>{{.kind = Kind::NoMarkRule, .service = one}}));
    firewall.unread.push_back({.program = FirewallProgram::Nftables, .place = QStringLiteral("inet filter early")});
    QCOMPARE(findingsOf(snapshot, &firewall),
             (std::vector<TableFinding>{
                 {.kind = Kind::MarkRuleUnread, .service = one, .unread = {firewall.unread.back()}}}));
}

void TestTableFindings::rulesNeedServices()
{
    const ServiceKey ofOtherFamily = ServiceKey::forMark(1, Family::IPv6);
    Snapshot snapshot;
    add(snapshot, service(web), {server(11)});
    add(snapshot, service(ofOtherFamily), {server(12)});
    std::ranges::sort(snapshot.services, {}, [](const ServiceState &state) { return state.config.key; });
    std::ranges::sort(snapshot.servers, {}, &ServerList::service);
    FirewallState firewall;
    firewall.marks = {{.rule = webMark(1, u"80", u"2001:db8::1"), .program = FirewallProgram::Console},
                      {.rule = webMark(7), .program = FirewallProgram::IptablesNft}, // is nobody's here
                      {.rule = webMark(1), .program = FirewallProgram::Console}};
    QCOMPARE(findingsOf(snapshot, &firewall),
             (std::vector<TableFinding>{
                 {.kind = Kind::StrayRule, .service = ServiceKey::forMark(1, Family::IPv4), .rule = webMark(1)}}));
    QVERIFY(findingsOf(snapshot, nullptr).empty());
}

QTEST_MAIN(TestTableFindings)
#include "tst_tablefindings.moc"
