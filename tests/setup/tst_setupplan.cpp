// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/serverneeds.h"
#include "core/setup/setupchecks.h"
#include "tests/setup/cluster.h"
#include "tests/support/objects.h"

#include <QTest>

#include <algorithm>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// From what is to what is wanted.
class TestSetupPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyAnswersArpForTheVipAtAnyMoment();
    void theWrongOrderWouldBeSeen();
    void aWholePlanMakesAllGreen_data();
    void aWholePlanMakesAllGreen();
    void whatIsSoIsLeftAlone_data();
    void whatIsSoIsLeftAlone();
    void commandsOfDirectRouting();
    void arpIsSetWhereItCounts_data();
    void arpIsSetWhereItCounts();
    void aWideVipIsMadeNarrow_data();
    void aWideVipIsMadeNarrow();
    void theDirectorAsItsOwnRealServerNeedsNothing();
    void oneMachineAsTwoRealServersIsSetUpOnce();
    void unreachableMachinesGetTheirRules();
    void everyServersRuleNamesItsMachine();
    void oneNetworkForAllNeedsNoRedirects();
    void theRouterIsTakenWhereItIsNamed();
    void aTableOfItsOwnForAnswersStays();
    void everyInterfaceThatAnswersIsRestricted();
    void theVipOfTheDirectorIsWhereClientsCome();
    void machinesThatMayBeCutAreNamed();
    void aRouteFromAdvertisementsIsNotLost();
    void aMachineFullOfNamesIsRefused();
    void interfacesThatAreDownTakeNothing();
    void whatCantBePlanned_data();
    void whatCantBePlanned();
    void wishesThatDontFit_data();
    void wishesThatDontFit();
};

namespace {

/// Whether a real server would answer ARP for the VIP, or name it.
bool isExposed(Cluster &cluster, const QString &id)
{
    const auto checks = checkSetup(cluster.wish, cluster.facts());
    const auto isRed = [&](SetupCheck::Code code) {
        return std::ranges::any_of(checks, [&](const SetupCheck &check) {
            return check.code == code && check.host == id && check.state == SetupCheck::State::Red;
        });
    };
    const bool hasVip = !isRed(SetupCheck::Code::ServerVip);
    return hasVip && (isRed(SetupCheck::Code::ArpIgnore) || isRed(SetupCheck::Code::ArpAnnounce) ||
                      isRed(SetupCheck::Code::ServerVipOutside));
}

/// Applies a plan step by step and says after how many steps a real server was exposed.
int exposures(Cluster &cluster, const HostPlan &plan)
{
    int exposed = 0;
    for (const HostStep &step : plan.steps) {
        for (const Operation &operation : step.plan.operations) {
            cluster.change(step.host, operation);
            exposed += isExposed(cluster, rs1) || isExposed(cluster, rs2);
        }
    }
    return exposed;
}

QStringList commandsOn(const HostPlan &plan, const QString &host)
{
    QStringList commands;
    for (const HostStep &step : plan.steps) {
        if (step.host == host)
            commands += commandsFor(step.plan);
    }
    return commands;
}

} // namespace

void TestSetupPlan::nobodyAnswersArpForTheVipAtAnyMoment()
{
    Cluster cluster(SetupMethod::DirectRouting);
    const HostPlan plan = *cluster.plan();
    QVERIFY(std::ranges::is_sorted(plan.steps, {}, &HostStep::phase));
    QCOMPARE(exposures(cluster, plan), 0);
    QCOMPARE(exposures(cluster, inverse(plan)), 0);
}

void TestSetupPlan::theWrongOrderWouldBeSeen()
{
    Cluster cluster(SetupMethod::DirectRouting);
    HostPlan plan = *cluster.plan();
    const auto phaseOf = [](const HostStep &step) {
        return step.phase == SetupPhase::RestrictArp ? SetupPhase::Rules : step.phase;
    };
    std::ranges::stable_sort(plan.steps, {}, phaseOf);
    QVERIFY(exposures(cluster, plan) > 0);
}

void TestSetupPlan::aWholePlanMakesAllGreen_data()
{
    addEverySetup();
}

void TestSetupPlan::aWholePlanMakesAllGreen()
{
    QFETCH(SetupMethod, method);
    QFETCH(Family, family);
    Cluster cluster(method, family);
    QVERIFY(firstFinding(checkSetup(cluster.wish, cluster.facts())));
    QVERIFY(cluster.setUp().isComplete());
    for (const SetupCheck &check : checkSetup(cluster.wish, cluster.facts()))
        QVERIFY2(check.state == SetupCheck::State::Green, QByteArray::number(int(check.code)));
}

void TestSetupPlan::whatIsSoIsLeftAlone_data()
{
    addEverySetup();
}

void TestSetupPlan::whatIsSoIsLeftAlone()
{
    QFETCH(SetupMethod, method);
    QFETCH(Family, family);
    Cluster cluster(method, family);
    const HostPlan first = *cluster.plan();
    QVERIFY(!first.isEmpty());
    cluster.setUp();
    QCOMPARE(cluster.plan(), HostPlan());

    // Of one thing that was taken away just that comes back.
    const HostStep &last = first.steps.back();
    for (const Operation &operation : inverse(last.plan).operations)
        cluster.change(last.host, operation);
    QCOMPARE(cluster.plan(), HostPlan{{last}});
}

void TestSetupPlan::commandsOfDirectRouting()
{
    Cluster cluster(SetupMethod::DirectRouting);
    const HostPlan plan = *cluster.plan();
    QCOMPARE(commandsOn(plan, rs1), QStringList({u"sysctl -w net.ipv4.conf.all.arp_ignore=1"_s,
                                                 u"sysctl -w net.ipv4.conf.all.arp_announce=2"_s,
                                                 u"ip addr add 172.18.100.6/32 brd 172.18.100.6 dev lo label lo:0"_s}));
    QCOMPARE(commandsOn(plan, director),
             QStringList({u"ip addr add 172.18.100.6/32 dev eth0"_s, u"ipvsadm -A -t 172.18.100.6:80 -s rr"_s,
                          u"ipvsadm -a -t 172.18.100.6:80 -r 172.18.100.11:80 -g -w 1 -x 0 -y 0"_s,
                          u"ipvsadm -a -t 172.18.100.6:80 -r 172.18.100.12:80 -g -w 1 -x 0 -y 0"_s}));
}

void TestSetupPlan::arpIsSetWhereItCounts_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("all");
    QTest::addColumn<QString>("own");
    QTest::addColumn<QStringList>("set");
    const QString setAll = u"ipv4/conf/all/arp_ignore=1"_s;
    const QString setOwn = u"ipv4/conf/eth0/arp_ignore=1"_s;
    QTest::newRow("on all") << u""_s << u"0"_s << u"0"_s << QStringList{setAll};
    QTest::newRow("on the interface") << u"eth0"_s << u"0"_s << u"0"_s << QStringList{setOwn};
    QTest::newRow("already on the interface") << u""_s << u"0"_s << u"1"_s << QStringList{};
    QTest::newRow("already on all, stricter") << u"eth0"_s << u"2"_s << u"0"_s << QStringList{};
    QTest::newRow("a reserved value of the interface would win") << u""_s << u"1"_s << u"5"_s << QStringList{setOwn};
    QTest::newRow("a reserved value of all would win") << u"eth0"_s << u"8"_s << u"2"_s << QStringList{setOwn, setAll};
    QTest::newRow("both are wrong") << u""_s << u"3"_s << u"4"_s << QStringList{setAll, setOwn};
}

void TestSetupPlan::arpIsSetWhereItCounts()
{
    QFETCH(QString, place);
    QFETCH(QString, all);
    QFETCH(QString, own);
    QFETCH(QStringList, set);
    Cluster cluster(SetupMethod::DirectRouting);
    if (!place.isEmpty())
        cluster.wish.servers.front().arpInterface = interface(place);
    cluster.setSysctl(rs1, u"ipv4/conf/all/arp_ignore"_s, all);
    cluster.setSysctl(rs1, u"ipv4/conf/eth0/arp_ignore"_s, own);
    const HostPlan plan = *cluster.plan();
    QStringList found;
    for (const HostStep &step : plan.steps) {
        for (const Operation &operation : step.plan.operations) {
            const auto *sysctl = std::get_if<SetSysctl>(&operation);
            if (sysctl && step.host == rs1 && sysctl->name.endsWith(u"arp_ignore"))
                found.append(sysctl->name + u'=' + sysctl->after);
        }
    }
    QCOMPARE(found, set);
    cluster.setUp();
    QVERIFY(!firstFinding(checkSetup(cluster.wish, cluster.facts())));
}

void TestSetupPlan::aWideVipIsMadeNarrow_data()
{
    QTest::addColumn<Family>("family");
    QTest::newRow("IPv4") << Family::IPv4;
    QTest::newRow("IPv6") << Family::IPv6;
}

void TestSetupPlan::aWideVipIsMadeNarrow()
{
    QFETCH(Family, family);
    Cluster cluster(SetupMethod::DirectRouting, family);
    InterfaceAddress wide = vipAddress(cluster.wish.vip(), loopbackInterface());
    wide.prefixLength = family == Family::IPv4 ? 24 : 64;
    cluster.change(rs1, AddAddress{{loopbackInterface(), wide}});
    const auto before = cluster.state();
    HostPlanProgress progress = cluster.setUp();
    QVERIFY(progress.isComplete());
    QVERIFY(!firstFinding(checkSetup(cluster.wish, cluster.facts())));
    progress.takeBack();
    cluster.run(progress);
    QVERIFY(progress.isTakenBack());
    QCOMPARE(cluster.state()[rs1].host.interfaces, before.at(rs1).host.interfaces);
}

void TestSetupPlan::theDirectorAsItsOwnRealServerNeedsNothing()
{
    Cluster cluster(SetupMethod::DirectRouting);
    cluster.wish.servers.front().server.key.address = ip(u"172.18.100.5");
    cluster.wish.servers.front().host = director;
    const HostPlan plan = *cluster.plan();
    for (const HostStep &step : plan.steps)
        QVERIFY(step.host == rs2 || step.phase >= SetupPhase::DirectorAddress);
    cluster.setUp();
    QVERIFY(!firstFinding(checkSetup(cluster.wish, cluster.facts())));
}

void TestSetupPlan::oneMachineAsTwoRealServersIsSetUpOnce()
{
    Cluster cluster(SetupMethod::Nat);
    const auto once = commandsOn(*cluster.plan(), rs1);
    SetupServer again = cluster.wish.servers.front();
    again.server.key.port = 8080;
    cluster.wish.servers.push_back(again);
    QCOMPARE(commandsOn(*cluster.plan(), rs1), once);
    QVERIFY(cluster.setUp().isComplete());
}

void TestSetupPlan::unreachableMachinesGetTheirRules()
{
    Cluster cluster(SetupMethod::DirectRouting);
    cluster.wish.servers.front().host.clear();
    const HostPlan plan = *cluster.plan();
    QVERIFY(commandsOn(plan, rs1).isEmpty());
    QVERIFY(
        commandsOn(plan, director).contains(u"ipvsadm -a -t 172.18.100.6:80 -r 172.18.100.11:80 -g -w 1 -x 0 -y 0"_s));
}

void TestSetupPlan::everyServersRuleNamesItsMachine()
{
    Cluster cluster(SetupMethod::Nat);
    QStringList machines;
    const HostPlan plan = *cluster.plan();
    for (const HostStep &step : plan.steps) {
        if (step.phase == SetupPhase::Rules)
            machines.append(step.forHost);
    }
    QCOMPARE(machines, QStringList({director, rs1, rs2}));
}

void TestSetupPlan::oneNetworkForAllNeedsNoRedirects()
{
    Cluster cluster(SetupMethod::Nat);
    cluster.wish.outside = interface(u"eth1");
    const QStringList commands = commandsOn(*cluster.plan(), director);
    QVERIFY(commands.contains(u"sysctl -w net.ipv4.conf.all.send_redirects=0"_s));
    QVERIFY(commands.contains(u"sysctl -w net.ipv4.conf.eth1.send_redirects=0"_s));
    cluster.setUp();
    QVERIFY(!firstFinding(checkSetup(cluster.wish, cluster.facts())));
}

void TestSetupPlan::theRouterIsTakenWhereItIsNamed()
{
    Cluster cluster(SetupMethod::DirectRouting);
    cluster.replace(rs1, sandboxRealServer(ip(u"172.18.100.11"), ip(u"172.18.100.5")));
    cluster.setUp();
    const auto unchanged = checkSetup(cluster.wish, cluster.facts());
    QCOMPARE(firstFinding(unchanged)->code, SetupCheck::Code::Gateway);
    cluster.wish.router = ip(u"172.18.100.1");
    QVERIFY(cluster.setUp().isComplete());
    QVERIFY(!firstFinding(checkSetup(cluster.wish, cluster.facts())));
}

/// By which answers already come back to the director; the main one leads administrators to the machine.
void TestSetupPlan::aTableOfItsOwnForAnswersStays()
{
    Cluster cluster(SetupMethod::Nat);
    SetupFacts facts = cluster.facts();
    const auto changesRoute = [&] {
        const QStringList commands = commandsOn(*planSetup(cluster.wish, facts), rs1);
        return std::ranges::any_of(commands, [](const QString &command) { return command.contains(u"route"_s); });
    };
    QVERIFY(changesRoute());
    facts.hosts[rs1].rules = {{.priority = 100, .source = IpNetwork::ofOne(ip(u"192.168.10.11")), .table = 300}};
    facts.hosts[rs1].tableRoutes = {{300, {.gateway = ip(u"192.168.10.1"), .interface = interface(u"eth0")}}};
    QVERIFY(!changesRoute());
}

void TestSetupPlan::everyInterfaceThatAnswersIsRestricted()
{
    Cluster cluster(SetupMethod::DirectRouting);
    HostInfo machine = sandboxRealServer(ip(u"172.18.100.11"), ip(u"172.18.100.1"));
    HostInterface second = *findInterface(machine.interfaces, interface(u"eth0"));
    second.name = interface(u"eth1");
    second.addresses.clear();
    machine.interfaces.push_back(second);
    cluster.replace(rs1, machine);
    cluster.setSysctl(rs1, u"ipv4/conf/eth0/arp_ignore"_s, u"1"_s);
    cluster.setSysctl(rs1, u"ipv4/conf/eth0/arp_announce"_s, u"2"_s);
    const auto checks = checkSetup(cluster.wish, cluster.facts());
    const auto ignores = std::ranges::find_if(
        checks, [](const SetupCheck &check) { return check.code == SetupCheck::Code::ArpIgnore && check.host == rs1; });
    QCOMPARE(ignores->state, SetupCheck::State::Red);
    QCOMPARE(ignores->interface, interface(u"eth1"));
    QVERIFY(commandsOn(*cluster.plan(), rs1).contains(u"sysctl -w net.ipv4.conf.all.arp_ignore=1"_s));
    cluster.setUp();
    QVERIFY(!firstFinding(checkSetup(cluster.wish, cluster.facts())));
    cluster.wish.servers.front().arpInterface = interface(u"eth0"); // requests come in there alone
    QVERIFY(cluster.plan()->isEmpty());
}

void TestSetupPlan::theVipOfTheDirectorIsWhereClientsCome()
{
    Cluster cluster(SetupMethod::DirectRouting);
    cluster.change(director, AddAddress{{loopbackInterface(), vipAddress(cluster.wish.vip(), loopbackInterface())}});
    const QString addition = u"ip addr add 172.18.100.6/32 dev eth0"_s;
    QVERIFY(!commandsOn(*cluster.plan(), director).contains(addition)); // it answers for all it has
    cluster.setSysctl(director, u"ipv4/conf/all/arp_ignore"_s, u"1"_s);
    QVERIFY(commandsOn(*cluster.plan(), director).contains(addition));
    QCOMPARE(firstFinding(checkSetup(cluster.wish, cluster.facts()))->code, SetupCheck::Code::DirectorVip);
    cluster.setUp();
    QVERIFY(!firstFinding(checkSetup(cluster.wish, cluster.facts())));
}

void TestSetupPlan::machinesThatMayBeCutAreNamed()
{
    QVERIFY(hostsThatMayBeCut(*Cluster(SetupMethod::DirectRouting).plan()).isEmpty());
    QCOMPARE(hostsThatMayBeCut(*Cluster(SetupMethod::Nat).plan()), QStringList({rs1, rs2}));
    const HostPlan plan = *Cluster(SetupMethod::Nat, Family::IPv6).plan();
    QCOMPARE(hostsThatMayBeCut(plan), QStringList({director, rs1, rs2}));
    HostPlan here = plan;
    for (HostStep &step : here.steps)
        step.host = u"local"_s;
    QVERIFY(hostsThatMayBeCut(here).isEmpty());
}

void TestSetupPlan::aRouteFromAdvertisementsIsNotLost()
{
    Cluster cluster(SetupMethod::Nat, Family::IPv6);
    SetupFacts facts = cluster.facts();
    for (HostRoute &route : facts.hosts.at(director).routes) {
        if (route.prefixLength == 0)
            route.gateway = ip(u"fe80::1");
    }
    QCOMPARE(planSetup(cluster.wish, facts).error(),
             (Error{.code = ErrorCode::RouteFromAdvertisement, .values = {u"eth0"_s}}));
    for (SysctlValue &value : facts.hosts.at(director).sysctls) {
        if (value.name == u"ipv6/conf/all/forwarding")
            value.value = u"1"_s; // and the route is still there
    }
    QVERIFY(planSetup(cluster.wish, facts));
}

void TestSetupPlan::aMachineFullOfNamesIsRefused()
{
    Cluster cluster(SetupMethod::Tunnelling);
    SetupFacts facts = cluster.facts();
    const QString tunnel = tunnelNameFor(cluster.wish.servers.front().server.key.address).toString();
    HostInterface taken{.name = interface(tunnel)};
    facts.hosts.at(rs1).interfaces.push_back(taken);
    QVERIFY(planSetup(cluster.wish, facts));
    for (int number = 1; number < 1000; ++number) {
        taken.name = interface(u"%1-%2"_s.arg(tunnel).arg(number));
        facts.hosts.at(rs1).interfaces.push_back(taken);
    }
    QCOMPARE(planSetup(cluster.wish, facts).error().code, ErrorCode::TunnelExists);
}

using Spoil = void (*)(Cluster &);

void TestSetupPlan::whatCantBePlanned_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<ErrorCode>("error");
    QTest::newRow("a machine that was not read")
        << Spoil([](Cluster &cluster) { cluster.wish.servers.front().host = u"ssh:root@rs9:22"_s; })
        << ErrorCode::HostNotRead;
    QTest::newRow("no director") << Spoil([](Cluster &cluster) { cluster.wish.director = u"local"_s; })
                                 << ErrorCode::HostNotRead;
    QTest::newRow("another machine") << Spoil([](Cluster &cluster) { cluster.wish.servers.front().host = rs2; })
                                     << ErrorCode::NotOnHost;
    QTest::newRow("the VIP answers on eth0") << Spoil([](Cluster &cluster) {
        cluster.change(rs1, AddAddress{{interface(u"eth0"), vipAddress(cluster.wish.vip(), interface(u"eth0"))}});
    }) << ErrorCode::VipElsewhere;
    QTest::newRow("the VIP would answer on eth0")
        << Spoil([](Cluster &cluster) { cluster.wish.servers.front().vipInterface = interface(u"eth0"); })
        << ErrorCode::VipElsewhere;
    QTest::newRow("no interface for the VIP")
        << Spoil([](Cluster &cluster) { cluster.wish.servers.front().vipInterface = interface(u"dummy0"); })
        << ErrorCode::InterfaceMissing;
    QTest::newRow("no outside interface")
        << Spoil([](Cluster &cluster) { cluster.wish.outside = interface(u"eth7"); }) << ErrorCode::InterfaceMissing;
}

void TestSetupPlan::interfacesThatAreDownTakeNothing()
{
    Cluster cluster(SetupMethod::DirectRouting);
    cluster.setUp();
    const auto lower = [&](const QString &id, QStringView name) {
        SetupFacts facts = cluster.facts();
        std::ranges::find(facts.hosts.at(id).interfaces, interface(name), &HostInterface::name)->isUp = false;
        return facts;
    };
    const SetupFacts server = lower(rs1, u"lo");
    QCOMPARE(planSetup(cluster.wish, server).error().code, ErrorCode::InterfaceDown);
    const auto checks = checkSetup(cluster.wish, server);
    QCOMPARE(firstFinding(checks)->code, SetupCheck::Code::ServerVip);
    const SetupFacts ofDirector = lower(director, u"eth0");
    QCOMPARE(planSetup(cluster.wish, ofDirector).error().code, ErrorCode::InterfaceDown);
    const auto directorChecks = checkSetup(cluster.wish, ofDirector);
    QVERIFY(std::ranges::any_of(directorChecks, [](const SetupCheck &check) {
        return check.code == SetupCheck::Code::DirectorVip && check.state == SetupCheck::State::Red;
    }));
}

void TestSetupPlan::whatCantBePlanned()
{
    QFETCH(Spoil, spoil);
    QFETCH(ErrorCode, error);
    Cluster cluster(SetupMethod::DirectRouting);
    QVERIFY(cluster.plan());
    spoil(cluster);
    const auto plan = cluster.plan();
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, error);
}

void TestSetupPlan::wishesThatDontFit_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<ErrorCode>("error");
    QTest::newRow("port mapping") << Spoil([](Cluster &cluster) {
        cluster.wish.servers.front().server.key.port = 8080;
    }) << ErrorCode::PortMustMatchService;
    QTest::newRow("no servers") << Spoil([](Cluster &cluster) { cluster.wish.servers.clear(); }) << ErrorCode::Empty;
    QTest::newRow("another method") << Spoil([](Cluster &cluster) { cluster.wish.method = SetupMethod::Nat; })
                                    << ErrorCode::UnsupportedForwarding;
    QTest::newRow("twice") << Spoil([](Cluster &cluster) {
        cluster.wish.servers.push_back(cluster.wish.servers.front());
    }) << ErrorCode::ServerExists;
    QTest::newRow("the VIP as a real server")
        << Spoil([](Cluster &cluster) { cluster.wish.servers.front().server.key.address = cluster.wish.vip(); })
        << ErrorCode::PlanContradicts;
    QTest::newRow("a mark without a VIP")
        << Spoil([](Cluster &cluster) { cluster.wish.service = service(ServiceKey::forMark(1, Family::IPv4)); })
        << ErrorCode::BadAddress;
    QTest::newRow("ports of a mark that is none")
        << Spoil([](Cluster &cluster) { cluster.wish.portsOfMark = *PortSet::fromText(u"443"); })
        << ErrorCode::PlanContradicts;
    QTest::newRow("a router of another family")
        << Spoil([](Cluster &cluster) { cluster.wish.router = ip(u"2001:db8::1"); }) << ErrorCode::FamilyMismatch;
}

void TestSetupPlan::wishesThatDontFit()
{
    QFETCH(Spoil, spoil);
    QFETCH(ErrorCode, error);
    Cluster cluster(SetupMethod::DirectRouting);
    QVERIFY(validate(cluster.wish));
    spoil(cluster);
    const auto valid = validate(cluster.wish);
    QVERIFY(!valid);
    QCOMPARE(valid.error().code, error);
    QCOMPARE(cluster.plan().error().code, error);
}

QTEST_GUILESS_MAIN(TestSetupPlan)
#include "tst_setupplan.moc"
