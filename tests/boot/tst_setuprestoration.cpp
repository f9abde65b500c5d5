// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/setuprestoration.h"
#include "core/sandbox/sandboxbackend.h"
#include "core/setup/hostfacts.h"
#include "tests/boot/keptsamples.h"
#include "tests/support/faultbackend.h"
#include "tests/support/readtable.h"

#include <QTest>

#include <cerrno>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Machines that were booted get back what set-ups need.
class TestSetupRestoration : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void arpIsRestrictedBeforeTheAddressIsThere();
    void whatIsThereIsLeftAlone();
    void withoutRestrictionThereIsNoAddress_data();
    void withoutRestrictionThereIsNoAddress();
    void oneInterfaceMayBeEnough();
    void interfacesThatAreGoneAnswerNobody();
    void otherInterfacesMayAnswer_data();
    void otherInterfacesMayAnswer();
    void anIncompleteSetupGetsNoAddress();
    void addressesOfOtherKindsNeedNoRestriction();
    void whatFailsHoldsUpNothingElse();
    void tunnelsComeWithTheirTunables();
    void theDefaultRouteLeadsWhereItDid();
    void aMachineWithoutARouteGetsOne();
    void severalSetupsShareAMachine();
    void rulesAndMarksComeLast();
    void whatStopsIsTold();
    void machinesThatCantBeReadAreErrors();
};

namespace {

/// A real server that was booted: nothing of a set-up is there.
struct Booted {
    explicit Booted(const HostInfo &host = sandboxRealServer(ip(u"172.18.100.11"), ip(u"172.18.100.1")))
        : machine(SandboxBackend::Clock(), 1, host)
        , watched(machine)
    {
    }

    SandboxBackend machine;
    FaultBackend watched;

    SetupRestoreReport restore(const std::vector<KeptSetup> &setups) { return restore(KeptText{.setups = setups}); }
    SetupRestoreReport restore(const KeptText &kept)
    {
        const SetupRestoreReport report = restoreMachine(watched, kept);
        [&] { QVERIFY(!report.stopped); }();
        return report;
    }
    HostInfo host() { return *machine.readHost(); }
    bool has(const HostAddress &address)
    {
        const HostInfo host = this->host();
        const HostInterface *on = findInterface(host.interfaces, address.interface);
        return on && std::ranges::contains(on->addresses, address.address);
    }
    HostRoute defaultRoute()
    {
        const HostInfo host = this->host();
        const HostRoute *route = lvs::defaultRoute(host, Family::IPv4);
        return route ? *route : HostRoute();
    }
    int sysctl(const QString &name) { return sysctlNumber(host().sysctls, name).value_or(-1); }
    QStringList commands() const
    {
        QStringList commands;
        for (const auto &batch : watched.batches()) {
            for (const Operation &operation : batch)
                commands << commandsFor(operation);
        }
        return commands;
    }
};

/// A machine without nftables.
class NoFilter : public FaultBackend
{
public:
    using FaultBackend::FaultBackend;
    Result<FirewallState> readOwnFirewall() override { return failure(ErrorCode::NotSupported); }
};

const QString arpIgnore = u"ipv4/conf/all/arp_ignore"_s;
const QString arpAnnounce = u"ipv4/conf/all/arp_announce"_s;

} // namespace

void TestSetupRestoration::arpIsRestrictedBeforeTheAddressIsThere()
{
    Booted booted;
    const SetupRestoreReport report = booted.restore({keptServer()});
    QVERIFY(report.isWhole());
    QCOMPARE(report.done.operations.size(), 3U);
    QCOMPARE(booted.commands(), (QStringList{u"sysctl -w net.ipv4.conf.all.arp_ignore=1"_s,
                                             u"sysctl -w net.ipv4.conf.all.arp_announce=2"_s,
                                             u"ip addr add 172.18.100.6/32 brd 172.18.100.6 dev lo label lo:0"_s}));
    QVERIFY(booted.has(keptServer().addresses.front()));
}

void TestSetupRestoration::whatIsThereIsLeftAlone()
{
    Booted booted;
    HostAddress other = keptServer().addresses.front();
    other.address.label.clear();
    booted.machine.execute(plan({AddAddress{other}}).operations);
    booted.restore({keptServer()});
    QVERIFY(booted.has(other)); // an address keeps the label it has
    booted.watched.reset();
    const SetupRestoreReport again = booted.restore({keptServer()});
    QVERIFY(again.isWhole());
    QVERIFY(again.done.isEmpty());
    QCOMPARE(booted.watched.operations(), 0);
}

void TestSetupRestoration::withoutRestrictionThereIsNoAddress_data()
{
    QTest::addColumn<int>("refused");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("arp_ignore can't be set") << 0 << true;
    QTest::newRow("arp_announce can't be set") << 1 << true;
    QTest::newRow("nothing is kept of ARP") << -1 << false;
}

void TestSetupRestoration::withoutRestrictionThereIsNoAddress()
{
    QFETCH(int, refused);
    QFETCH(bool, isKept);
    Booted booted;
    KeptSetup setup = keptServer();
    setup.routes = {defaultRouteBy(u"172.18.100.254")};
    if (!isKept)
        setup.sysctls.clear();
    if (refused >= 0)
        booted.watched.failOperation(refused, EACCES);
    const SetupRestoreReport report = booted.restore({setup});
    QCOMPARE(report.withheld, setup.addresses);
    QVERIFY(!report.isWhole());
    QVERIFY(!booted.has(setup.addresses.front()));
    QCOMPARE(report.failures.size(), refused >= 0 ? 1U : 0U);
    QCOMPARE(booted.defaultRoute(), setup.routes.front()); // harmless by itself
}

void TestSetupRestoration::oneInterfaceMayBeEnough()
{
    Booted booted;
    KeptSetup setup = keptServer();
    setup.sysctls = {{u"ipv4/conf/eth0/arp_ignore"_s, u"1"_s}, {u"ipv4/conf/eth0/arp_announce"_s, u"2"_s}};
    QVERIFY(booted.restore({setup}).isWhole());
    QVERIFY(booted.has(setup.addresses.front()));

    Booted renamed; // the interface has another name by now, and answers
    setup.sysctls = {{u"ipv4/conf/enp1/arp_ignore"_s, u"1"_s}, {u"ipv4/conf/enp1/arp_announce"_s, u"2"_s}};
    const SetupRestoreReport report = renamed.restore({setup});
    QVERIFY(report.failures.empty());
    QCOMPARE(report.withheld, setup.addresses);
}

void TestSetupRestoration::interfacesThatAreGoneAnswerNobody()
{
    Booted booted;
    KeptSetup setup = keptServer();
    setup.sysctls.push_back({u"ipv4/conf/veth7/arp_ignore"_s, u"1"_s});
    QVERIFY(booted.restore({setup}).isWhole());
    QVERIFY(booted.has(setup.addresses.front()));

    Booted byName;
    setup.sysctls = {{u"ipv4/conf/eth0/arp_ignore"_s, u"1"_s},
                     {u"ipv4/conf/veth7/arp_ignore"_s, u"1"_s},
                     {u"ipv4/conf/all/arp_announce"_s, u"2"_s}};
    QVERIFY(byName.restore({setup}).isWhole());
    QVERIFY(byName.has(setup.addresses.front()));
}

void TestSetupRestoration::otherInterfacesMayAnswer_data()
{
    QTest::addColumn<std::vector<SysctlValue>>("sysctls");
    QTest::addColumn<int>("own"); ///< arp_ignore of eth1
    QTest::addColumn<bool>("isSafe");
    const SysctlValue announce{arpAnnounce, u"2"_s};
    const SysctlValue first{u"ipv4/conf/eth0/arp_ignore"_s, u"1"_s};
    const SysctlValue gone{u"ipv4/conf/enp1/arp_ignore"_s, u"1"_s};
    using Values = std::vector<SysctlValue>;
    QTest::newRow("the one that was restricted is there") << Values{first, announce} << 0 << true;
    QTest::newRow("one may have another name") << Values{first, gone, announce} << 0 << false;
    QTest::newRow("none of them answers") << Values{first, gone, announce} << 1 << true;
    QTest::newRow("one has a value that undoes that of all") << keptServer().sysctls << 3 << false;
    QTest::newRow("all are restricted together") << keptServer().sysctls << 0 << true;
}

void TestSetupRestoration::otherInterfacesMayAnswer()
{
    QFETCH(std::vector<SysctlValue>, sysctls);
    QFETCH(int, own);
    QFETCH(bool, isSafe);
    HostInfo host = sandboxRealServer(ip(u"172.18.100.11"), ip(u"172.18.100.1"));
    HostInterface second = *findInterface(host.interfaces, interface(u"eth0"));
    second.name = interface(u"eth1");
    second.addresses = {{.address = ip(u"172.18.100.111"), .prefixLength = 24}};
    host.interfaces.push_back(second);
    Booted booted(host);
    booted.machine.execute(plan({SetSysctl{u"ipv4/conf/eth1/arp_ignore"_s, u"0"_s, QString::number(own)}}).operations);
    KeptSetup setup = keptServer();
    setup.sysctls = sysctls;
    const SetupRestoreReport report = booted.restore({setup});
    QVERIFY(report.failures.empty());
    QCOMPARE(report.withheld.empty(), isSafe);
    QCOMPARE(booted.has(setup.addresses.front()), isSafe);
}

void TestSetupRestoration::anIncompleteSetupGetsNoAddress()
{
    Booted booted;
    KeptSetup other = keptServer();
    other.id = u"other"_s;
    other.addresses = {loopbackVip(u"172.18.100.7")};
    const SetupRestoreReport report =
        booted.restore({.setups = {keptServer(), other}, .incomplete = {keptServer().id}, .faultyLines = {3}});
    QCOMPARE(report.withheld, keptServer().addresses); // which line is lost is not known
    QVERIFY(booted.has(other.addresses.front()));
}

void TestSetupRestoration::addressesOfOtherKindsNeedNoRestriction()
{
    Booted booted;
    KeptSetup setup{.id = u"a"_s, .service = web, .addresses = {loopbackVip(u"2001:db8:1::6")}};
    setup.addresses.push_back({interface(u"eth0"), {.address = ip(u"172.18.100.6"), .prefixLength = 32}});
    QVERIFY(booted.restore({setup}).isWhole());
    for (const HostAddress &address : setup.addresses)
        QVERIFY(booted.has(address));
}

void TestSetupRestoration::whatFailsHoldsUpNothingElse()
{
    Booted booted;
    KeptSetup setup = keptServer();
    setup.addresses.insert(setup.addresses.begin(),
                           {interface(u"dummy0"), {.address = ip(u"172.18.100.7"), .prefixLength = 32}});
    setup.sysctls.push_back({u"ipv4/conf/dummy0/rp_filter"_s, u"2"_s});
    const SetupRestoreReport report = booted.restore({setup});
    QCOMPARE(report.failures.size(), 2U);
    QCOMPARE(report.failures[1].operation, Operation(AddAddress{setup.addresses.front()}));
    QCOMPARE(report.failures[1].error.code, ErrorCode::InterfaceMissing);
    QVERIFY(report.withheld.empty());
    QVERIFY(booted.has(setup.addresses.back()));
}

void TestSetupRestoration::tunnelsComeWithTheirTunables()
{
    Booted booted;
    KeptSetup setup = keptServer();
    setup.tunnels = {tunnel(u"lvsac12640b", u"172.18.100.11")};
    setup.sysctls.push_back({u"ipv4/conf/lvsac12640b/rp_filter"_s, u"0"_s});
    QVERIFY(booted.restore({setup}).isWhole());
    const HostInfo host = booted.host();
    const HostInterface *tunnel = findInterface(host.interfaces, setup.tunnels.front().name);
    QVERIFY(tunnel);
    QCOMPARE(tunnelOf(*tunnel), setup.tunnels.front());
    QCOMPARE(booted.sysctl(u"ipv4/conf/lvsac12640b/rp_filter"_s), 0); // not what a new tunnel gets
    QVERIFY(booted.restore({setup}).done.isEmpty());
}

void TestSetupRestoration::theDefaultRouteLeadsWhereItDid()
{
    Booted booted;
    HostRoute byLease = defaultRouteBy(u"172.18.100.1"); // what the network's own services made meanwhile
    byLease.metric = 100;
    booted.machine.execute(plan({RemoveRoute{defaultRouteBy(u"172.18.100.1")}, AddRoute{byLease}}).operations);
    KeptSetup setup{.id = u"a"_s, .service = web, .routes = {defaultRouteBy(u"172.18.100.254")}};
    QVERIFY(booted.restore({setup}).isWhole());
    HostRoute expected = byLease;
    expected.gateway = ip(u"172.18.100.254");
    QCOMPARE(booted.defaultRoute(), expected);
    QVERIFY(booted.restore({setup}).done.isEmpty());
}

void TestSetupRestoration::aMachineWithoutARouteGetsOne()
{
    Booted booted;
    booted.machine.execute(plan({RemoveRoute{defaultRouteBy(u"172.18.100.1")}}).operations);
    KeptSetup setup{.id = u"a"_s, .service = web, .routes = {defaultRouteBy(u"172.18.100.254")}};
    QVERIFY(booted.restore({setup}).isWhole());
    QCOMPARE(booted.defaultRoute(), setup.routes.front());
}

void TestSetupRestoration::severalSetupsShareAMachine()
{
    Booted booted;
    KeptSetup later = keptServer();
    later.id = u"later"_s;
    later.sysctls[0].value = u"2"_s;
    later.addresses.push_back(loopbackVip(u"172.18.100.7"));
    const SetupRestoreReport report = booted.restore({keptServer(), later});
    QVERIFY(report.isWhole());
    QCOMPARE(booted.sysctl(arpIgnore), 2);
    QCOMPARE(booted.sysctl(arpAnnounce), 2);
    QCOMPARE(report.done.operations.size(), 4U); // each thing once
    for (const HostAddress &address : later.addresses)
        QVERIFY(booted.has(address));
}

void TestSetupRestoration::rulesAndMarksComeLast()
{
    SandboxBackend machine;
    const KeptText kept{.setups = {keptDirector()}};
    QVERIFY(restoreMachine(machine, kept).isWhole());
    FirewallState firewall = *machine.readFirewall();
    QVERIFY(firewall.has(fullNat()));
    QVERIFY(!firewall.has(webMark()));
    const auto table = restore(machine, keptRules(kept));
    QVERIFY(table && table->failures.empty());
    QCOMPARE(readTable(machine)->find(keptDirector().service)->servers,
             (std::vector{server(11), server(12, 2)})); // the newest first, as before
    QVERIFY(restoreMarks(machine, kept).isWhole());
    firewall = *machine.readFirewall();
    QVERIFY(firewall.has(webMark()));
    QVERIFY(restoreMarks(machine, kept).done.isEmpty());
}

void TestSetupRestoration::whatStopsIsTold()
{
    Booted booted;
    NoFilter machine(booted.machine);
    KeptSetup setup = keptServer();
    setup.snats = {fullNat()};
    const SetupRestoreReport report = restoreMachine(machine, {.setups = {setup}});
    QVERIFY(!report.isWhole());
    QCOMPARE(report.stopped->code, ErrorCode::NotSupported);
    QCOMPARE(report.done.operations.size(), 3U); // what was done before is told no less
    QVERIFY(report.failures.empty() && report.withheld.empty());
    QVERIFY(booted.has(setup.addresses.front()));
}

void TestSetupRestoration::machinesThatCantBeReadAreErrors()
{
    Booted booted;
    booted.watched.failReadsFrom(0, EIO);
    QVERIFY(restoreMachine(booted.watched, {.setups = {keptServer()}}).stopped);
    QVERIFY(restoreMarks(booted.watched, {.setups = {keptDirector()}}).stopped);
    QVERIFY(restoreMarks(booted.watched, {.setups = {keptServer()}}).isWhole()); // there is nothing to look at
}

QTEST_GUILESS_MAIN(TestSetupRestoration)
#include "tst_setuprestoration.moc"
