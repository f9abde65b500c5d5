// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/firewall.h"
#include "tests/support/objects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Rules of a packet filter as values: networks, ports, marks.
class TestFirewall : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void networks_data();
    void networks();
    void networksContain();
    void ports_data();
    void ports();
    void portsKnowTheirOwn();
    void refusesTooManyPorts();
    void marksLeadToServices_data();
    void marksLeadToServices();
    void whatIsWritten_data();
    void whatIsWritten();
    void sourceNat();
    void theOwnTable();
};

void TestFirewall::networks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown"); // null: refused
    const auto row = [](const char *text, const char *shown) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(shown);
    };
    row("192.168.10.0/24", "192.168.10.0/24");
    row("192.168.10.77/24", "192.168.10.0/24");
    row("192.168.10.77/255.255.255.0", "192.168.10.0/24");
    row("192.168.10.130/25", "192.168.10.128/25");
    row("172.18.100.6/32", "172.18.100.6");
    row("172.18.100.6", "172.18.100.6");
    row("0.0.0.0/0", "0.0.0.0/0");
    row("2001:db8:1:2:ff::/68", "2001:db8:1:2::/68");
    row("2001:db8:1:2:f0ff::/68", "2001:db8:1:2:f000::/68");
    row("2001:db8::1/128", "2001:db8::1");
    row("::/0", "::/0");
    for (const char *bad : {"", "/24", "192.168.10.0/", "192.168.10.0/33", "192.168.10.0/255.0.255.0", "2001:db8::/129",
                            "192.168.10.0/ 24", "192.168.10.0/-1", "192.168.10/24"})
        row(bad, nullptr);
}

void TestFirewall::networks()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    const auto network = IpNetwork::fromText(text);
    QCOMPARE(network.has_value(), !shown.isNull());
    if (network)
        QCOMPARE(network->toString(), shown);
}

void TestFirewall::networksContain()
{
    const IpNetwork network = *IpNetwork::fromText(u"192.168.10.128/25");
    QVERIFY(network.contains(ip(u"192.168.10.128")));
    QVERIFY(network.contains(ip(u"192.168.10.255")));
    QVERIFY(!network.contains(ip(u"192.168.10.127")));
    QVERIFY(!IpNetwork::every(Family::IPv4).contains(ip(u"::1")));
    QVERIFY(IpNetwork::every(Family::IPv6).contains(ip(u"::1")));
    QVERIFY(!IpNetwork::of(ip(u"10.0.0.1"), 33));
}

void TestFirewall::ports_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown"); // null: refused
    const auto row = [](const char *text, const char *shown) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(shown);
    };
    row("80", "80");
    row("443, 80", "80,443");
    row("80,80", "80");
    row("80,81,82", "80-82");
    row("8000-8080,443,8001-9000", "443,8000-9000");
    row("8000:8080", "8000-8080");
    row("1-65535", "1-65535");
    row("65535,65534", "65534-65535");
    for (const char *bad : {"", ",", "80,", "0", "65536", "90-80", "80-", "-80", "80 443", "http", "80-90-100", "+80"})
        row(bad, nullptr);
}

void TestFirewall::ports()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    const auto ports = PortSet::fromText(text);
    QCOMPARE(ports.has_value(), !shown.isNull());
    if (ports)
        QCOMPARE(ports->toString(), shown);
    else
        QVERIFY(ports.error().span.start + ports.error().span.length <= text.size());
}

void TestFirewall::portsKnowTheirOwn()
{
    const PortSet ports = *PortSet::fromText(u"80,8000-8080");
    for (const quint16 port : {80, 8000, 8040, 8080})
        QVERIFY(ports.contains(port));
    for (const quint16 port : {0, 79, 81, 7999, 8081})
        QVERIFY(!ports.contains(port));
}

void TestFirewall::refusesTooManyPorts()
{
    std::vector<PortRange> ranges;
    for (quint16 port = 1; ranges.size() < PortSet::mostRanges; port += 2)
        ranges.push_back({port, port});
    QVERIFY(PortSet::of(ranges));
    ranges.push_back({9999, 9999});
    QCOMPARE(PortSet::of(ranges).error().code, ErrorCode::TooLong);
}

void TestFirewall::marksLeadToServices_data()
{
    QTest::addColumn<quint32>("mark");
    QTest::addColumn<quint32>("mask");
    QTest::addColumn<ServiceKey>("service");
    QTest::addColumn<bool>("leads");
    const ServiceKey one = ServiceKey::forMark(1, Family::IPv4);
    QTest::newRow("the same") << 1u << ~0u << one << true;
    QTest::newRow("another") << 2u << ~0u << one << false;
    QTest::newRow("another family") << 1u << ~0u << ServiceKey::forMark(1, Family::IPv6) << false;
    QTest::newRow("an address") << 1u << ~0u << web << false;
    QTest::newRow("some bits") << 1u << 0xffu << ServiceKey::forMark(0x501, Family::IPv4) << true;
    QTest::newRow("other bits") << 1u << 0xffu << ServiceKey::forMark(0x511, Family::IPv4) << false;
}

void TestFirewall::marksLeadToServices()
{
    QFETCH(const quint32, mark);
    QFETCH(const quint32, mask);
    QFETCH(const ServiceKey, service);
    QFETCH(const bool, leads);
    QCOMPARE((MarkRule{.mark = mark, .mask = mask}.leadsTo(service)), leads);
}

void TestFirewall::whatIsWritten_data()
{
    QTest::addColumn<MarkRule>("rule");
    QTest::addColumn<std::optional<ErrorCode>>("error");
    const MarkRule good{.destination = IpNetwork::ofOne(ip(u"172.18.100.6")),
                        .protocol = quint8(Protocol::Tcp),
                        .ports = *PortSet::fromText(u"80,443"),
                        .mark = 1};
    const auto row = [&](const char *name, auto change, std::optional<ErrorCode> error) {
        MarkRule rule = good;
        change(rule);
        QTest::newRow(name) << rule << error;
    };
    row("the course's", [](MarkRule &) {}, {});
    row(
        "a network", [](MarkRule &r) { r.destination = *IpNetwork::fromText(u"172.18.100.0/24"); },
        ErrorCode::NotUnicast);
    row("multicast", [](MarkRule &r) { r.destination = IpNetwork::ofOne(ip(u"224.0.0.1")); }, ErrorCode::NotUnicast);
    row("IPv6", [](MarkRule &r) { r.destination = IpNetwork::ofOne(ip(u"2001:db8::1")); }, {});
    row("every protocol", [](MarkRule &r) { r.protocol = 0; }, ErrorCode::UnsupportedProtocol);
    row("ICMP", [](MarkRule &r) { r.protocol = 1; }, ErrorCode::UnsupportedProtocol);
    row("no ports", [](MarkRule &r) { r.ports = {}; }, ErrorCode::MissingPort);
    row("port 0", [](MarkRule &r) { r.ports = *PortSet::of({{0, 80}}); }, ErrorCode::MissingPort);
    row("no mark", [](MarkRule &r) { r.mark = 0; }, ErrorCode::FirewallMarkZero);
    row("the largest mark", [](MarkRule &r) { r.mark = ~0u; }, {});
    row("some bits", [](MarkRule &r) { r.mask = 0xff; }, ErrorCode::BadMask);
}

void TestFirewall::whatIsWritten()
{
    QFETCH(const MarkRule, rule);
    QFETCH(const std::optional<ErrorCode>, error);
    const Result<void> verdict = validate(rule);
    QCOMPARE(verdict ? std::nullopt : std::optional(verdict.error().code), error);
}

void TestFirewall::sourceNat()
{
    const SnatRule good{.servers = *IpNetwork::fromText(u"192.168.10.0/24"),
                        .virtualAddress = ip(u"172.18.100.6"),
                        .source = ip(u"192.168.10.1")};
    QVERIFY(validate(good));
    QCOMPARE(good.toString(), u"192.168.10.0/24 172.18.100.6 -> 192.168.10.1"_s);
    SnatRule rule = good;
    rule.source = ip(u"2001:db8::1");
    QCOMPARE(validate(rule).error().code, ErrorCode::FamilyMismatch);
    rule = good;
    rule.servers = IpNetwork::every(Family::IPv4);
    QCOMPARE(validate(rule).error().code, ErrorCode::BadMask);
    rule = good;
    rule.virtualAddress = ip(u"0.0.0.0");
    QCOMPARE(validate(rule).error().code, ErrorCode::NotUnicast);
}

void TestFirewall::theOwnTable()
{
    const MarkRule rule{.destination = IpNetwork::ofOne(ip(u"172.18.100.6")), .mark = 1};
    FirewallState state{.marks = {{.rule = rule, .program = FirewallProgram::IptablesNft}}};
    QVERIFY(!state.has(rule)); // somebody else's is not ours to remove
    QCOMPARE(state.leadingTo(ServiceKey::forMark(1, Family::IPv4)), state.marks);
    QVERIFY(state.leadingTo(ServiceKey::forMark(2, Family::IPv4)).empty());
    state.marks.front().program = FirewallProgram::Console;
    QVERIFY(state.has(rule));
}

QTEST_APPLESS_MAIN(TestFirewall)
#include "tst_firewall.moc"
