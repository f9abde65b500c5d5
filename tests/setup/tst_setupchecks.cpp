// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/hostcommands.h"
#include "core/setup/setupchecks.h"
#include "tests/setup/cluster.h"
#include "tests/support/firewallobjects.h"

#include <QTest>

#include <algorithm>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Clusters that don't work: the cause is named first, with what was seen and where.
class TestSetupChecks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theCauseIsNamedFirst_data();
    void theCauseIsNamedFirst();
    void whatIsSetOnLoopbackIsSaidToHaveNoEffect();
    void machinesThatCantBeAskedAreNotJudged_data();
    void machinesThatCantBeAskedAreNotJudged();
    void evidenceHasBothValuesOfATunable();
    void portMappingIsNamed();
    void aVipOfScopeHostIsHiddenByThree();
};

namespace {

using Code = SetupCheck::Code;
using State = SetupCheck::State;
using Break = void (*)(Cluster &);

void breakRow(const char *name, SetupMethod method, Break how, Code code, const QString &host, const QString &is,
              const QString &wanted)
{
    QTest::newRow(name) << method << how << code << host << is << wanted;
}

std::vector<SetupCheck> checksOf(Cluster &cluster)
{
    return checkSetup(cluster.wish, cluster.verified());
}

} // namespace

void TestSetupChecks::theCauseIsNamedFirst_data()
{
    QTest::addColumn<SetupMethod>("method");
    QTest::addColumn<Break>("how");
    QTest::addColumn<Code>("code");
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("is");
    QTest::addColumn<QString>("wanted");
    using enum SetupMethod;

    for (const char value : {'0', '3', '4', '7', '8'}) {
        static const std::map<char, Break> ignores{
            {'0', [](Cluster &c) { c.setSysctl(rs1, u"ipv4/conf/all/arp_ignore"_s, u"0"_s); }},
            {'3', [](Cluster &c) { c.setSysctl(rs1, u"ipv4/conf/all/arp_ignore"_s, u"3"_s); }},
            {'4', [](Cluster &c) { c.setSysctl(rs1, u"ipv4/conf/eth0/arp_ignore"_s, u"4"_s); }},
            {'7', [](Cluster &c) { c.setSysctl(rs1, u"ipv4/conf/eth0/arp_ignore"_s, u"7"_s); }},
            {'8', [](Cluster &c) { c.setSysctl(rs1, u"ipv4/conf/all/arp_ignore"_s, u"8"_s); }},
        };
        const QByteArray name = QByteArray("arp_ignore ") + value;
        breakRow(name, DirectRouting, ignores.at(value), Code::ArpIgnore, rs1, QString(QLatin1Char(value)), u"1"_s);
    }
    breakRow(
        "arp_ignore under TUN", Tunnelling, [](Cluster &c) { c.setSysctl(rs2, u"ipv4/conf/all/arp_ignore"_s, u"0"_s); },
        Code::ArpIgnore, rs2, u"0"_s, u"1"_s);
    breakRow(
        "arp_announce 0", DirectRouting, [](Cluster &c) { c.setSysctl(rs2, u"ipv4/conf/all/arp_announce"_s, u"0"_s); },
        Code::ArpAnnounce, rs2, u"0"_s, u"2"_s);
    breakRow(
        "arp_announce 1", DirectRouting, [](Cluster &c) { c.setSysctl(rs2, u"ipv4/conf/all/arp_announce"_s, u"1"_s); },
        Code::ArpAnnounce, rs2, u"1"_s, u"2"_s);
    breakRow(
        "VIP missing on a real server", DirectRouting,
        [](Cluster &c) { c.change(rs1, RemoveAddress{{interface(u"lo"), vipOn(c, u"lo")}}); }, Code::ServerVip, rs1, {},
        u"lo"_s);
    breakRow(
        "VIP missing on the director", DirectRouting,
        [](Cluster &c) { c.change(director, RemoveAddress{{interface(u"eth0"), vipOn(c, u"eth0")}}); },
        Code::DirectorVip, director, {}, u"eth0"_s);
    breakRow(
        "VIP as a network on lo", DirectRouting,
        [](Cluster &c) {
            InterfaceAddress wide = vipOn(c, u"lo");
            c.change(rs1, RemoveAddress{{interface(u"lo"), wide}});
            wide.prefixLength = 24;
            c.change(rs1, AddAddress{{interface(u"lo"), wide}});
        },
        Code::ServerVipPrefix, rs1, u"172.18.100.6/24"_s, u"172.18.100.6/32"_s);
    breakRow("VIP on the outside of a real server", DirectRouting,
             [](Cluster &c) { c.change(rs1, AddAddress{{interface(u"eth0"), vipOn(c, u"eth0")}}); },
             Code::ServerVipOutside, rs1, u"eth0"_s, {});
    breakRow(
        "the director as gateway under DR", DirectRouting, [](Cluster &c) { reroute(c, rs2, u"172.18.100.5"); },
        Code::Gateway, rs2, u"172.18.100.5"_s, u"!172.18.100.5"_s);
    breakRow(
        "another gateway under NAT", Nat, [](Cluster &c) { reroute(c, rs1, u"192.168.10.254"); }, Code::Gateway, rs1,
        u"192.168.10.254"_s, u"192.168.10.1"_s);
    breakRow(
        "ip_forward 0 under NAT", Nat, [](Cluster &c) { c.setSysctl(director, u"ipv4/ip_forward"_s, u"0"_s); },
        Code::Forwarding, director, u"0"_s, u"1"_s);
    breakRow(
        "ip_forward 0 under FullNAT", FullNat, [](Cluster &c) { c.setSysctl(director, u"ipv4/ip_forward"_s, u"0"_s); },
        Code::Forwarding, director, u"0"_s, u"1"_s);
    breakRow(
        "conntrack 0 under FullNAT", FullNat, [](Cluster &c) { c.setSysctl(director, u"ipv4/vs/conntrack"_s, u"0"_s); },
        Code::Conntrack, director, u"0"_s, u"1"_s);
    breakRow(
        "no source NAT under FullNAT", FullNat, [](Cluster &c) { c.change(director, RemoveSnatRule{fullNat()}); },
        Code::SourceNat, director, {}, u"192.168.10.1"_s);
    breakRow(
        "source NAT to an address that is gone", FullNat,
        [](Cluster &c) {
            c.change(director, RemoveSnatRule{fullNat()});
            c.change(director, AddSnatRule{fullNat(u"172.18.100.6", u"192.168.10.9")});
        },
        Code::SourceNat, director, u"192.168.10.9"_s, u"192.168.10.1"_s);
    breakRow(
        "rp_filter on a tunnel", Tunnelling,
        [](Cluster &c) { c.setSysctl(rs1, u"ipv4/conf/lvsac12640b/rp_filter"_s, u"1"_s); }, Code::ReversePath, rs1,
        u"1"_s, u"!1"_s);
    breakRow(
        "rp_filter on all", Tunnelling,
        [](Cluster &c) {
            c.setSysctl(rs1, u"ipv4/conf/lvsac12640b/rp_filter"_s, u"0"_s);
            c.setSysctl(rs1, u"ipv4/conf/all/rp_filter"_s, u"1"_s);
        },
        Code::ReversePath, rs1, u"1"_s, u"!1"_s);
    breakRow(
        "a tunnel without an address", Tunnelling, // drops whatever comes in, strict or not
        [](Cluster &c) {
            const HostTunnel tunnel{interface(u"lvsac12640b"), ip(u"172.18.100.11")};
            c.change(rs1, RemoveAddress{tunnelAddress(tunnel)});
        },
        Code::ReversePath, rs1, u"2"_s, u"0"_s);
    breakRow("no tunnel", Tunnelling,
             [](Cluster &c) { c.change(rs1, RemoveTunnel{{interface(u"lvsac12640b"), ip(u"172.18.100.11")}}); },
             Code::ServerTunnel, rs1, {}, {});
    breakRow("a real server on another segment under DR", DirectRouting,
             [](Cluster &c) {
                 c.wish.servers.front().server.key.address = ip(u"10.1.1.11");
                 c.change(rs1, AddAddress{{interface(u"eth0"), {.address = ip(u"10.1.1.11"), .prefixLength = 24}}});
                 c.change(director, AddServer{c.wish.service.key, c.wish.servers.front().server});
             },
             Code::SameSegment, director, u"172.18.100.1"_s, {});
    breakRow(
        "another machine than the real server", DirectRouting,
        [](Cluster &c) {
            c.change(rs1, RemoveAddress{{interface(u"eth0"), {.address = ip(u"172.18.100.11"), .prefixLength = 24}}});
        },
        Code::ServerAddress, rs1, {}, u"172.18.100.11"_s);
    breakRow(
        "no service", Nat, [](Cluster &c) { c.change(director, RemoveService{c.wish.service, {}}); }, Code::Service,
        director, {}, u"TCP 172.18.100.6:80"_s);
    breakRow(
        "a real server of another method", DirectRouting,
        [](Cluster &c) {
            RealServer masqueraded = c.wish.servers.back().server;
            masqueraded.forwarding = Forwarding::Masquerading;
            c.change(director, EditServer{c.wish.service.key, c.wish.servers.back().server, masqueraded});
        },
        Code::Server, director, u"-m"_s, u"-g"_s);
    breakRow(
        "ip_forward 0 and another gateway", Nat,
        [](Cluster &c) {
            reroute(c, rs1, u"192.168.10.254");
            c.setSysctl(director, u"ipv4/ip_forward"_s, u"0"_s);
        },
        Code::Forwarding, director, u"0"_s, u"1"_s);
}

void TestSetupChecks::theCauseIsNamedFirst()
{
    QFETCH(SetupMethod, method);
    QFETCH(Break, how);
    QFETCH(Code, code);
    Cluster cluster(method);
    cluster.setUp();
    QVERIFY(!firstFinding(checksOf(cluster)));
    how(cluster);
    const auto checks = checksOf(cluster);
    const SetupCheck *finding = firstFinding(checks);
    QVERIFY(finding);
    QCOMPARE(finding->code, code);
    QTEST(finding->host, "host");
    QTEST(finding->is, "is");
    QTEST(finding->wanted, "wanted");
}

void TestSetupChecks::whatIsSetOnLoopbackIsSaidToHaveNoEffect()
{
    Cluster cluster(SetupMethod::DirectRouting);
    const auto isAboutLoopback = [](const SetupCheck &check) { return check.code == Code::ArpOnLoopback; };
    cluster.setUp();
    QVERIFY(std::ranges::none_of(checksOf(cluster), isAboutLoopback));

    // As the course has it, and nothing else.
    cluster.setSysctl(rs1, u"ipv4/conf/all/arp_ignore"_s, u"0"_s);
    cluster.setSysctl(rs1, u"ipv4/conf/lo/arp_ignore"_s, u"1"_s);
    cluster.setSysctl(rs1, u"ipv4/conf/lo/arp_announce"_s, u"2"_s);
    const auto checks = checksOf(cluster);
    QCOMPARE(firstFinding(checks)->code, Code::ArpIgnore);
    const auto about = std::ranges::find_if(checks, isAboutLoopback);
    QVERIFY(about != checks.end());
    QCOMPARE(about->state, State::Green);
    QCOMPARE(about->host, rs1);
    QCOMPARE(about->evidence, (std::vector<SetupEvidence>{{u"ipv4/conf/lo/arp_ignore"_s, u"1"_s},
                                                          {u"ipv4/conf/lo/arp_announce"_s, u"2"_s}}));
}

void TestSetupChecks::machinesThatCantBeAskedAreNotJudged_data()
{
    addEverySetup();
}

void TestSetupChecks::machinesThatCantBeAskedAreNotJudged()
{
    QFETCH(SetupMethod, method);
    QFETCH(Family, family);
    Cluster cluster(method, family);
    cluster.setUp();
    cluster.wish.servers.front().host.clear();
    SetupFacts facts = cluster.facts();
    facts.hosts.erase(rs2);
    const auto checks = checkSetup(cluster.wish, facts);
    QVERIFY(!firstFinding(checks));
    for (const SetupCheck &check : checks) {
        if (check.host == director)
            QCOMPARE(check.state, State::Green);
        else
            QCOMPARE(check.state, State::Unknown);
    }
    for (const SetupServer &server : cluster.wish.servers)
        QVERIFY(std::ranges::any_of(checks, [&](const SetupCheck &check) {
            return check.code == Code::ServerAddress && check.server == server.server.key;
        }));

    facts.hosts.clear();
    facts.firewall.reset();
    for (const SetupCheck &check : checkSetup(cluster.wish, facts))
        QCOMPARE(check.state == State::Unknown,
                 check.code != Code::Service && check.code != Code::Server && check.code != Code::PortMapping);
    facts.table = {}; // no more than the director's interfaces
    QVERIFY(!firstFinding(checkSetup(cluster.wish, facts)));
}

void TestSetupChecks::evidenceHasBothValuesOfATunable()
{
    Cluster cluster(SetupMethod::DirectRouting);
    cluster.setUp();
    cluster.setSysctl(rs1, u"ipv4/conf/eth0/arp_ignore"_s, u"5"_s);
    const auto checks = checksOf(cluster);
    const SetupCheck *finding = firstFinding(checks);
    QVERIFY(finding);
    QCOMPARE(finding->interface, interface(u"eth0"));
    QCOMPARE(finding->server, cluster.wish.servers.front().server.key);
    QCOMPARE(finding->evidence, (std::vector<SetupEvidence>{{u"ipv4/conf/all/arp_ignore"_s, u"1"_s},
                                                            {u"ipv4/conf/eth0/arp_ignore"_s, u"5"_s}}));
}

void TestSetupChecks::portMappingIsNamed()
{
    for (const SetupMethod method : {SetupMethod::DirectRouting, SetupMethod::Tunnelling}) {
        Cluster cluster(method);
        cluster.setUp();
        cluster.wish.servers.back().server.key.port = 8080;
        const auto checks = checksOf(cluster);
        const SetupCheck *finding = firstFinding(checks);
        QVERIFY(finding);
        QCOMPARE(finding->code, Code::PortMapping);
        QCOMPARE(finding->is, u"8080"_s);
        QCOMPARE(finding->wanted, u"80"_s);
    }
    Cluster cluster(SetupMethod::Nat);
    cluster.wish.servers.back().server.key.port = 8080;
    cluster.setUp();
    QVERIFY(!firstFinding(checksOf(cluster)));
}

void TestSetupChecks::aVipOfScopeHostIsHiddenByThree()
{
    Cluster cluster(SetupMethod::DirectRouting);
    cluster.setUp();
    InterfaceAddress vip = vipOn(cluster, u"lo");
    cluster.change(rs1, RemoveAddress{{interface(u"lo"), vip}});
    vip.scope = AddressScope::Host;
    cluster.change(rs1, AddAddress{{interface(u"lo"), vip}});
    cluster.setSysctl(rs1, u"ipv4/conf/all/arp_ignore"_s, u"3"_s);
    QVERIFY(!firstFinding(checksOf(cluster)));
}

QTEST_GUILESS_MAIN(TestSetupChecks)
#include "tst_setupchecks.moc"
