// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/setupchecks.h"
#include "core/topology/recognition.h"
#include "tests/setup/cluster.h"
#include "tests/support/objects.h"

#include <QTest>

#include <algorithm>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// A set-up is read back out of the machines that it made.
class TestRecognition : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWishIsRecognised_data() { addEverySetup(); }
    void theWishIsRecognised();
    void marksAreRecognised();
    void allPortsOfAMarkAreNone();
    void narrowRulesSayLess();
    void thePlaceOfTheVipIsRecognised();
    void directorsAreRealServersToo();
    void strangersHaveNoMachine();
    void methodsAreThoseOfTheServers_data();
    void methodsAreThoseOfTheServers();
    void othersSourceNatMakesItFullNat_data();
    void othersSourceNatMakesItFullNat();
    void asksWhereTheVipIsAskedFor();
};

namespace {

using enum SetupMethod;

SetupWish recognised(const SetupFacts &facts, const ServerKey *only = nullptr)
{
    IpvsTable::Entry entry = facts.table.entries().begin()->second;
    if (only)
        std::erase_if(entry.servers, [&](const RealServer &server) { return server.key != *only; });
    SetupWish wish = recogniseSetup(entry, director, facts.hosts, facts.firewall);
    // The kernel lists the newest first.
    std::ranges::sort(wish.servers, {}, [](const SetupServer &server) { return server.server.key; });
    return wish;
}

IpvsTable::Entry entryOf(std::initializer_list<Forwarding> forwardings)
{
    IpvsTable::Entry entry{.service = service(web)};
    for (quint32 last = 11; const Forwarding forwarding : forwardings)
        entry.servers.push_back({.key = {IpAddress::fromIPv4(0xc0a80a00 + last++), 80}, .forwarding = forwarding});
    return entry;
}

} // namespace

void TestRecognition::theWishIsRecognised()
{
    QFETCH(const SetupMethod, method);
    QFETCH(const Family, family);
    Cluster cluster(method, family);
    cluster.setUp();
    const SetupWish wish = recognised(cluster.facts());
    QCOMPARE(wish.method, method);
    QCOMPARE(wish.outside, interface(u"eth0"));
    QCOMPARE(wish.servers.size(), cluster.wish.servers.size());
    QCOMPARE(wish.servers.front().host, rs1);
    QCOMPARE(wish.servers.back().host, rs2);
    QVERIFY(wish == cluster.wish);
}

void TestRecognition::marksAreRecognised()
{
    for (const SetupMethod method : {DirectRouting, Nat}) {
        Cluster cluster(method);
        useMark(cluster.wish);
        cluster.setUp();
        const SetupWish wish = recognised(cluster.facts());
        QCOMPARE(wish.vipOfMark, cluster.wish.vipOfMark);
        QCOMPARE(wish.portsOfMark.toString(), u"80,443"_s);
        QCOMPARE(wish.protocolOfMark, Protocol::Tcp);
        QVERIFY(wish == cluster.wish);
    }
}

void TestRecognition::allPortsOfAMarkAreNone()
{
    Cluster cluster(DirectRouting);
    useMark(cluster.wish);
    cluster.setUp();
    SetupFacts facts = cluster.facts();
    MarkRuleState all = facts.firewall->marks.front();
    all.rule.ports = {};
    facts.firewall->marks.push_back(all);
    const SetupWish wish = recognised(facts);
    QCOMPARE(wish.vipOfMark, cluster.wish.vipOfMark);
    QVERIFY(wish.portsOfMark.isEmpty());
}

void TestRecognition::narrowRulesSayLess()
{
    Cluster cluster(DirectRouting);
    useMark(cluster.wish);
    cluster.setUp();
    SetupFacts facts = cluster.facts();
    MarkRuleState narrow = facts.firewall->marks.front();
    narrow.isNarrower = true;
    narrow.rule.destination = *IpNetwork::fromText(u"172.18.100.9");
    facts.firewall->marks.insert(facts.firewall->marks.begin(), narrow);
    QVERIFY(recognised(facts) == cluster.wish);
    facts.firewall->marks.clear();
    QVERIFY(!recognised(facts).vipOfMark);
}

void TestRecognition::thePlaceOfTheVipIsRecognised()
{
    Cluster cluster(DirectRouting);
    HostInfo machine = *cluster.machine(rs1).readHost();
    machine.interfaces.push_back({.name = interface(u"dummy0"), .isUp = true, .kind = InterfaceKind::Dummy});
    std::erase_if(machine.routes, [](const HostRoute &route) { return !route.gateway; }); // those come by themselves
    cluster.replace(rs1, machine);
    cluster.wish.servers.front().vipInterface = interface(u"dummy0");
    cluster.setUp();
    QVERIFY(recognised(cluster.facts()) == cluster.wish);
}

void TestRecognition::directorsAreRealServersToo()
{
    for (const QStringView address : {u"172.18.100.5", u"127.0.0.1", u"127.0.0.7"}) {
        Cluster cluster(DirectRouting);
        const RealServer own{.key = {ip(address), 80}};
        cluster.setUp();
        cluster.change(director, AddServer{cluster.wish.service.key, own});
        SetupFacts facts = cluster.facts();
        QCOMPARE(recognised(facts, &own.key).servers.front().host, director);
        facts.hosts.erase(director);
        if (own.key.address.isLoopback())
            QCOMPARE(recognised(facts, &own.key).servers.front().host, director);
    }
}

void TestRecognition::strangersHaveNoMachine()
{
    Cluster cluster(Nat);
    cluster.setUp();
    SetupFacts facts = cluster.facts();
    facts.hosts.erase(rs2);
    const SetupWish wish = recognised(facts);
    QCOMPARE(wish.servers.front().host, rs1);
    QVERIFY(wish.servers.back().host.isEmpty());
    facts.hosts.clear();
    QVERIFY(recognised(facts).outside == InterfaceName());
}

void TestRecognition::methodsAreThoseOfTheServers_data()
{
    QTest::addColumn<IpvsTable::Entry>("entry");
    QTest::addColumn<SetupMethod>("method");
    using enum Forwarding;
    QTest::newRow("none") << entryOf({}) << DirectRouting;
    QTest::newRow("DR") << entryOf({Gatewaying}) << DirectRouting;
    QTest::newRow("TUN") << entryOf({Tunnelling}) << SetupMethod::Tunnelling;
    QTest::newRow("NAT") << entryOf({Masquerading}) << Nat;
    QTest::newRow("local first") << entryOf({Local, Gatewaying}) << DirectRouting;
    QTest::newRow("local alone") << entryOf({Local}) << Nat;
}

void TestRecognition::methodsAreThoseOfTheServers()
{
    QFETCH(const IpvsTable::Entry, entry);
    QFETCH(const SetupMethod, method);
    QCOMPARE(recogniseMethod(entry, nullptr, {}), method);
    FirewallState firewall;
    const SnatRule rule{.servers = *IpNetwork::fromText(u"192.168.10.0/24"),
                        .virtualAddress = web.address,
                        .source = ip(u"192.168.10.1")};
    firewall.snats = {{.rule = rule}};
    const bool isTranslated = std::ranges::contains(entry.servers, Forwarding::Masquerading, &RealServer::forwarding);
    QCOMPARE(recogniseMethod(entry, nullptr, firewall), isTranslated ? FullNat : method);
    firewall.snats.front().rule.virtualAddress = ip(u"172.18.100.7"); // of another service
    QCOMPARE(recogniseMethod(entry, nullptr, firewall), method);
}

void TestRecognition::othersSourceNatMakesItFullNat_data()
{
    QTest::addColumn<FilterRule>("rule");
    QTest::addColumn<bool>("isTracked");
    QTest::addColumn<SetupMethod>("method");
    QTest::addColumn<SetupCheck::State>("state"); // of its check
    using State = SetupCheck::State;
    const auto row = [](const char *name, FilterRule rule, SetupMethod method, State state, bool isTracked = true) {
        rule.hook = FilterHook::SourceNat;
        rule.chain = 1;
        rule.verdict = FilterVerdict::Translate;
        rule.place = u"ip nat POSTROUTING"_s;
        QTest::newRow(name) << rule << isTracked << method << state;
    };
    const auto network = [](QStringView text) { return std::vector{*IpNetwork::fromText(text)}; };
    row("to the real servers", {.destinations = network(u"192.168.10.0/24")}, FullNat, State::Green);
    row("out of the inside", {.to = {interface(u"eth1")}}, FullNat, State::Green);
    row("of who comes from there", {.from = {interface(u"eth0")}}, FullNat, State::Unknown);
    row("and more", {.to = {interface(u"eth1")}, .isConditional = true}, FullNat, State::Unknown);
    row("without tracking", {.to = {interface(u"eth1")}}, Nat, State::Red, false);
    row("out of the outside", {.to = {interface(u"eth0")}}, Nat, State::Red);
    row("of the real servers", {.sources = network(u"192.168.10.0/24")}, Nat, State::Red);
}

/// As rules of iptables that a person has made.
void TestRecognition::othersSourceNatMakesItFullNat()
{
    QFETCH(const FilterRule, rule);
    QFETCH(const bool, isTracked);
    QFETCH(const SetupMethod, method);
    QFETCH(const SetupCheck::State, state);
    Cluster cluster(Nat);
    cluster.setUp();
    cluster.setSysctl(director, u"ipv4/vs/conntrack"_s, isTracked ? u"1"_s : u"0"_s);
    cluster.filters[director] = {rule};
    const SetupFacts facts = cluster.facts();
    SetupWish wish = recogniseSetup(facts.table.entries().begin()->second, director, facts.hosts, facts.firewall);
    QCOMPARE(wish.method, method);
    wish.method = FullNat;
    const std::vector<SetupCheck> checks = checkSetup(wish, facts);
    const auto check = std::ranges::find(checks, SetupCheck::Code::SourceNat, &SetupCheck::code);
    QVERIFY(check != checks.end());
    QCOMPARE(check->state, state);
    if (state != SetupCheck::State::Red)
        QCOMPARE(check->evidence.front().name, u"ip nat POSTROUTING"_s);
}

void TestRecognition::asksWhereTheVipIsAskedFor()
{
    Cluster cluster(DirectRouting);
    cluster.setUp();
    cluster.change(director, RemoveAddress{{interface(u"eth0"), vipOn(cluster, u"eth0")}});
    QVERIFY(recognised(cluster.facts()).outside == InterfaceName()); // nobody has it
    cluster.change(director, AddAddress{{interface(u"lo"), vipOn(cluster, u"lo")}});
    QCOMPARE(recognised(cluster.facts()).outside, interface(u"eth0"));
    cluster.change(director, AddAddress{{interface(u"eth1"), vipOn(cluster, u"eth1")}});
    QCOMPARE(recognised(cluster.facts()).outside, interface(u"eth0")); // the first of two that are asked
    cluster.change(director, RemoveAddress{{interface(u"eth1"), vipOn(cluster, u"eth1")}});
    SetupFacts facts = cluster.facts();
    for (HostInterface &own : facts.hosts[director].interfaces)
        std::erase_if(own.addresses,
                      [](const InterfaceAddress &address) { return address.address == ip(u"172.18.100.5"); });
    QCOMPARE(recognised(facts).outside, loopbackInterface()); // it is routed there
}

QTEST_GUILESS_MAIN(TestRecognition)
#include "tst_recognition.moc"
