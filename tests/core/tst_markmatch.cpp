// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/workingtable.h"
#include "core/model/markmatch.h"
#include "tests/support/firewallobjects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Which packets rules have in common, with one another and with services.
class TestMarkMatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rulesOverlap_data();
    void rulesOverlap();
    void rulesTakeFromServices_data();
    void rulesTakeFromServices();
    void unreadRulesMark_data();
    void unreadRulesMark();
    void draftChangesTheOwnTableAlone();
};

namespace {

MarkRule rule(QStringView network, quint8 protocol, QStringView ports)
{
    return {.destination = *IpNetwork::fromText(network),
            .protocol = protocol,
            .ports = ports.isEmpty() ? PortSet() : *PortSet::fromText(ports),
            .mark = 1};
}

constexpr auto tcpNumber = quint8(Protocol::Tcp);
constexpr auto udpNumber = quint8(Protocol::Udp);

} // namespace

void TestMarkMatch::rulesOverlap_data()
{
    QTest::addColumn<MarkRule>("other"); // than TCP 80 and 8000 to 8080 of 172.18.100.6
    QTest::addColumn<bool>("does");
    const auto row = [](const char *name, const MarkRule &other, bool does) { QTest::newRow(name) << other << does; };
    row("itself", rule(u"172.18.100.6", tcpNumber, u"80,8000-8080"), true);
    row("one port of it", rule(u"172.18.100.6", tcpNumber, u"80,443"), true);
    row("a port of its range", rule(u"172.18.100.6", tcpNumber, u"8079-9000"), true);
    row("ports beside", rule(u"172.18.100.6", tcpNumber, u"81-7999,8081"), false);
    row("every port", rule(u"172.18.100.6", tcpNumber, u""), true);
    row("another protocol", rule(u"172.18.100.6", udpNumber, u"80"), false);
    row("whatever the protocol", rule(u"172.18.100.6", 0, u""), true);
    row("another VIP", rule(u"172.18.100.7", tcpNumber, u"80"), false);
    row("its network", rule(u"172.18.100.0/24", tcpNumber, u"80"), true);
    row("every address", rule(u"0.0.0.0/0", 0, u""), true);
    row("another family", rule(u"::/0", 0, u""), false);
}

void TestMarkMatch::rulesOverlap()
{
    QFETCH(const MarkRule, other);
    const MarkRule one = rule(u"172.18.100.6", tcpNumber, u"80,8000-8080");
    QTEST(overlap(one, other), "does");
    QTEST(overlap(other, one), "does");
}

void TestMarkMatch::rulesTakeFromServices_data()
{
    QTest::addColumn<ServiceKey>("service");
    QTest::addColumn<bool>("does");
    QTest::newRow("a port of it") << tcp(u"172.18.100.6", 443) << true;
    QTest::newRow("another port") << tcp(u"172.18.100.6", 8443) << false;
    QTest::newRow("every port") << tcp(u"172.18.100.6", 0) << true;
    QTest::newRow("another VIP") << tcp(u"172.18.100.7", 443) << false;
    QTest::newRow("another protocol") << ServiceKey::forAddress(Protocol::Udp, ip(u"172.18.100.6"), 443) << false;
    QTest::newRow("its own mark") << ServiceKey::forMark(1, Family::IPv4) << false;
}

void TestMarkMatch::rulesTakeFromServices()
{
    QFETCH(const ServiceKey, service);
    QTEST(takesFrom(webMark(), service), "does");
}

void TestMarkMatch::unreadRulesMark_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<bool>("ofIPv4");
    QTest::addColumn<bool>("ofIPv6");
    QTest::newRow("IPv4") << u"ip mangle PREROUTING"_s << true << false;
    QTest::newRow("IPv6") << u"ip6 mangle"_s << false << true;
    QTest::newRow("both") << u"inet filter early"_s << true << true;
    QTest::newRow("who knows") << QString() << true << true;
}

void TestMarkMatch::unreadRulesMark()
{
    QFETCH(const QString, place);
    QTEST(mayMark({.place = place}, Family::IPv4), "ofIPv4");
    QTEST(mayMark({.place = place}, Family::IPv6), "ofIPv6");
}

void TestMarkMatch::draftChangesTheOwnTableAlone()
{
    FirewallState present;
    present.marks = {{.rule = webMark(), .program = FirewallProgram::IptablesNft},
                     {.rule = webMark(), .program = FirewallProgram::Console}};
    present.snats = {{.rule = fullNat()}};
    const FirewallState drafted =
        applied(present, ChangePlan{{RemoveMarkRule{webMark()}, RemoveSnatRule{fullNat()},
                                     AddMarkRule{webMark(2, u"8080")}, AddSnatRule{fullNat(u"172.18.100.7")}}});
    FirewallState expected;
    expected.marks = {present.marks[0], {.rule = webMark(2, u"8080"), .program = FirewallProgram::Console}};
    expected.snats = {{.rule = fullNat(u"172.18.100.7")}};
    QCOMPARE(drafted, expected);
}

QTEST_GUILESS_MAIN(TestMarkMatch)
#include "tst_markmatch.moc"
