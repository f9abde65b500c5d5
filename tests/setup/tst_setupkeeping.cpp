// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/kepttext.h"
#include "core/boot/setuprestoration.h"
#include "core/setup/arpvalues.h"
#include "core/setup/setupchecks.h"
#include "core/setup/setupkeeping.h"
#include "tests/setup/cluster.h"
#include "tests/support/objects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// What of set-ups is kept for the next boot, and what that brings back.
class TestSetupKeeping : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rebootedMachinesAreBack_data();
    void rebootedMachinesAreBack();
    void whatWasThereBeforeIsKept();
    void nothingForeignIsKept();
    void redirectsCountWhereTheyAre();
    void containersComeAndGo();
    void aSetupThatIsLeftNeedsNoOther();
    void stepsComeLast();
    void stepsAreForMachinesThatCan_data();
    void stepsAreForMachinesThatCan();
    void whatIsKeptNeedsNoStep();
    void machinesThatNeedNothingKeepNothing();

private:
    const QString id = u"0-a"_s;
    const KeptState able{.file = {.state = BootFile::State::Missing},
                         .unit = {.installation = BootUnit::Installation::Enabled}};
    std::map<QString, KeptState> everywhere() const { return {{director, able}, {rs1, able}, {rs2, able}}; }
};

namespace {

/// As lvs-console-restore.service does.
void boot(Backend &machine, const std::vector<KeptSetup> &setups)
{
    const KeptText kept = readKeptText(keptText(setups));
    QVERIFY(kept.faultyLines.empty());
    QVERIFY(restoreMachine(machine, kept).isWhole());
    const auto table = restore(machine, keptRules(kept));
    QVERIFY(table && table->failures.empty());
    QVERIFY(restoreMarks(machine, kept).isWhole());
}

} // namespace

void TestSetupKeeping::rebootedMachinesAreBack_data()
{
    QTest::addColumn<SetupMethod>("method");
    QTest::addColumn<Family>("family");
    QTest::addColumn<bool>("hasMark");
    for (const SetupMethod method :
         {SetupMethod::DirectRouting, SetupMethod::Tunnelling, SetupMethod::Nat, SetupMethod::FullNat}) {
        for (const Family family : {Family::IPv4, Family::IPv6}) {
            const bool knowsIPv6 = method == SetupMethod::DirectRouting || method == SetupMethod::Nat;
            for (const bool hasMark : {false, true}) {
                if (family == Family::IPv4 || (knowsIPv6 && !hasMark))
                    QTest::addRow("%d, IPv%d%s", int(method), family == Family::IPv4 ? 4 : 6, hasMark ? ", mark" : "")
                        << method << family << hasMark;
            }
        }
    }
}

void TestSetupKeeping::rebootedMachinesAreBack()
{
    QFETCH(SetupMethod, method);
    QFETCH(Family, family);
    QFETCH(bool, hasMark);
    Cluster cluster(method, family);
    if (hasMark)
        useMark(cluster.wish);
    if (putsVipOnServers(method) && family == Family::IPv4)
        cluster.wish.router = ip(u"172.18.100.254");
    QVERIFY(cluster.setUp().isComplete());
    Cluster booted(method, family);
    booted.wish = cluster.wish;
    QVERIFY(!booted.plan()->isEmpty());
    for (const QString &host : {director, rs1, rs2}) {
        const KeptSetup kept = keptFor(id, cluster.wish, host, cluster.facts());
        QVERIFY(validate(kept));
        boot(booted.machine(host), {kept});
    }
    const auto plan = booted.plan();
    QVERIFY(plan);
    QCOMPARE(plan->steps.size(), 0U);
    QVERIFY(!firstFinding(checkSetup(booted.wish, booted.facts())));
    QCOMPARE(booted.table(), cluster.table());
}

void TestSetupKeeping::whatWasThereBeforeIsKept()
{
    Cluster cluster(SetupMethod::DirectRouting);
    cluster.setSysctl(rs1, interfaceSysctl(interface(u"eth0"), u"arp_ignore"), u"2"_s); // by hand
    cluster.setSysctl(rs1, interfaceSysctl({}, u"arp_announce"), u"2"_s);
    cluster.setUp();
    const KeptSetup kept = keptFor(id, cluster.wish, rs1, cluster.facts());
    Cluster booted(SetupMethod::DirectRouting);
    boot(booted.machine(rs1), {kept});
    QCOMPARE(sysctlNumber(booted.hosts().at(rs1).sysctls, u"ipv4/conf/eth0/arp_ignore"), 2);
    const HostPlan missing = *booted.plan();
    for (const HostStep &step : missing.steps)
        QVERIFY(step.host != rs1);
}

void TestSetupKeeping::nothingForeignIsKept()
{
    Cluster cluster(SetupMethod::DirectRouting);
    cluster.setUp();
    cluster.setSysctl(rs1, u"ipv4/conf/eth0/rp_filter"_s, u"1"_s);
    cluster.change(rs1, AddAddress{{interface(u"lo"), {.address = ip(u"172.18.100.99"), .prefixLength = 32}}});
    cluster.change(director, AddService{service(database)});
    const KeptSetup server = keptFor(id, cluster.wish, rs1, cluster.facts());
    QCOMPARE(server.sysctls, (std::vector<SysctlValue>{{u"ipv4/conf/all/arp_ignore"_s, u"1"_s},
                                                       {u"ipv4/conf/all/arp_announce"_s, u"2"_s}}));
    QCOMPARE(server.addresses,
             (std::vector<HostAddress>{{interface(u"lo"), vipAddress(cluster.wish.vip(), interface(u"lo"))}}));
    QVERIFY(server.routes.empty()); // the set-up has not said where replies go
    const KeptSetup onDirector = keptFor(id, cluster.wish, director, cluster.facts());
    QVERIFY(onDirector.sysctls.empty());
    QCOMPARE(onDirector.rules->servers.size(), 2U);
    QVERIFY(keptFor(id, cluster.wish, u"ssh:root@other:22"_s, cluster.facts()).isEmpty());
}

void TestSetupKeeping::redirectsCountWhereTheyAre()
{
    Cluster cluster(SetupMethod::Nat); // whose clients are on another interface than its real servers
    cluster.setSysctl(director, u"ipv4/conf/all/send_redirects"_s, u"0"_s);
    cluster.setSysctl(director, u"ipv4/conf/eth0/send_redirects"_s, u"0"_s);
    QVERIFY(cluster.setUp().isComplete());
    const KeptSetup kept = keptFor(id, cluster.wish, director, cluster.facts());
    QCOMPARE(kept.sysctls, (std::vector<SysctlValue>{{u"ipv4/ip_forward"_s, u"1"_s}}));
}

/// net.ipv4.conf.default.arp_ignore is 1, so that every interface has it that a container brings with it.
void TestSetupKeeping::containersComeAndGo()
{
    HostInfo machine = sandboxRealServer(ip(u"172.18.100.11"), ip(u"172.18.100.1"));
    const auto addInterface = [&](QStringView name, std::vector<InterfaceAddress> addresses) {
        HostInterface another = *findInterface(machine.interfaces, interface(u"eth0"));
        another.name = interface(name);
        another.addresses = std::move(addresses);
        machine.interfaces.push_back(another);
    };
    addInterface(u"eth1", {{.address = ip(u"172.18.100.111"), .prefixLength = 24}}); // where the VIP is, too
    addInterface(u"docker0", {{.address = ip(u"172.17.0.1"), .prefixLength = 16}});
    addInterface(u"veth7", {});
    Cluster cluster(SetupMethod::DirectRouting);
    cluster.replace(rs1, machine);
    for (const QStringView name : {u"eth0", u"eth1", u"docker0", u"veth7"})
        cluster.setSysctl(rs1, interfaceSysctl(interface(name), u"arp_ignore"), u"1"_s);
    QVERIFY(cluster.setUp().isComplete());
    const KeptSetup kept = keptFor(id, cluster.wish, rs1, cluster.facts());
    QCOMPARE(kept.sysctls, (std::vector<SysctlValue>{{u"ipv4/conf/eth0/arp_ignore"_s, u"1"_s},
                                                     {u"ipv4/conf/eth1/arp_ignore"_s, u"1"_s},
                                                     {u"ipv4/conf/all/arp_announce"_s, u"2"_s}}));
    cluster.wish.servers.front().arpInterface = interface(u"docker0"); // whatever a person says
    QVERIFY(std::ranges::contains(keptFor(id, cluster.wish, rs1, cluster.facts()).sysctls,
                                  SysctlValue{u"ipv4/conf/docker0/arp_ignore"_s, u"1"_s}));
}

/// Two services with a VIP each on the same machines; the first is undone, with what was kept for it.
void TestSetupKeeping::aSetupThatIsLeftNeedsNoOther()
{
    Cluster cluster(SetupMethod::DirectRouting);
    cluster.setUp();
    cluster.wish.service = service(tcp(u"172.18.100.7", 80));
    cluster.setUp();
    const KeptSetup second = keptFor(u"second"_s, cluster.wish, rs1, cluster.facts());
    Cluster booted(SetupMethod::DirectRouting);
    booted.wish = cluster.wish;
    boot(booted.machine(rs1), {second});
    const HostPlan missing = *booted.plan();
    for (const HostStep &step : missing.steps)
        QVERIFY(step.host != rs1);
}

void TestSetupKeeping::stepsComeLast()
{
    Cluster cluster(SetupMethod::DirectRouting);
    const HostPlan plan = withKeeping(*cluster.plan(), {}, cluster.wish, cluster.facts(), everywhere());
    QVERIFY(validate(plan));
    QStringList keeping;
    for (const HostStep &step : plan.steps) {
        if (step.phase == SetupPhase::Keep)
            keeping << step.host;
        else
            QVERIFY(keeping.isEmpty());
    }
    QCOMPARE(keeping, (QStringList{rs1, rs2, director}));
    QCOMPARE(inverse(plan).steps.front().phase, SetupPhase::Keep); // forgotten before anything is taken back
    QVERIFY(hostsThatCantKeep(cluster.wish, everywhere()).isEmpty());
}

void TestSetupKeeping::stepsAreForMachinesThatCan_data()
{
    QTest::addColumn<KeptState>("state");
    KeptState state = able;
    state.unit.installation = BootUnit::Installation::Disabled;
    QTest::newRow("the unit is off") << state;
    state.unit.installation = BootUnit::Installation::Unknown;
    QTest::newRow("the unit is not known") << state;
    state = able;
    state.file.state = BootFile::State::Unusable;
    QTest::newRow("there is something else") << state;
}

void TestSetupKeeping::stepsAreForMachinesThatCan()
{
    QFETCH(KeptState, state);
    Cluster cluster(SetupMethod::DirectRouting);
    auto kept = everywhere();
    kept[rs1] = state;
    kept.erase(rs2);
    const HostPlan plan = withKeeping(*cluster.plan(), {}, cluster.wish, cluster.facts(), kept);
    QCOMPARE(std::ranges::count(plan.steps, SetupPhase::Keep, &HostStep::phase), 1);
    QCOMPARE(plan.steps.back().host, director);
    QCOMPARE(hostsThatCantKeep(cluster.wish, kept), (QStringList{rs1, rs2}));
    cluster.wish.servers[1].host.clear(); // set up by hand
    QCOMPARE(hostsThatCantKeep(cluster.wish, kept), QStringList{rs1});
}

void TestSetupKeeping::whatIsKeptNeedsNoStep()
{
    Cluster cluster(SetupMethod::DirectRouting);
    cluster.setUp();
    auto kept = everywhere();
    const auto plan = [&] { return withKeeping(*cluster.plan(), id, cluster.wish, cluster.facts(), kept); };
    QCOMPARE(plan().steps.size(), 3U);
    for (auto &[host, state] : kept) {
        const KeptSetup setup = keptFor(id, cluster.wish, host, cluster.facts());
        state.file = {.state = BootFile::State::Present, .content = keptText({setup})};
    }
    QVERIFY(plan().isEmpty());
    cluster.setSysctl(rs1, u"ipv4/conf/all/arp_ignore"_s, u"2"_s); // as good, but not as kept
    QCOMPARE(plan().steps.size(), 1U);
    QCOMPARE(plan().steps.front().host, rs1);
}

void TestSetupKeeping::machinesThatNeedNothingKeepNothing()
{
    Cluster cluster(SetupMethod::FullNat);
    const HostPlan plan = withKeeping(*cluster.plan(), {}, cluster.wish, cluster.facts(), everywhere());
    QCOMPARE(std::ranges::count(plan.steps, SetupPhase::Keep, &HostStep::phase), 1);
    QVERIFY(hostsThatCantKeep(cluster.wish, {{director, able}}).isEmpty());
    QVERIFY(keptFor(id, cluster.wish, rs1, cluster.facts()).isEmpty());
}

QTEST_GUILESS_MAIN(TestSetupKeeping)
#include "tst_setupkeeping.moc"
