// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/setupchecks.h"
#include "tests/setup/cluster.h"
#include "tests/support/objects.h"

#include <QTest>

#include <algorithm>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Whatever happens on the way, machines are as they were once everything is taken back.
class TestSetupUndo : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingIsAsItWas_data();
    void everythingIsAsItWas();
    void whatWasSetDifferentlyComesBack();
    void aFailureAtAnyStepLeavesNothingOfItsMachine_data();
    void aFailureAtAnyStepLeavesNothingOfItsMachine();
    void anInterruptionAtAnyStepCanGoOnOrBeTakenBack_data();
    void anInterruptionAtAnyStepCanGoOnOrBeTakenBack();
    void whatOthersNeedStays();
    void redirectsAreNeededForSomeOnly_data();
    void redirectsAreNeededForSomeOnly();
};

namespace {

/// As setup is told to a file and read from it by another console.
HostPlanProgress keptAndRead(const HostPlanProgress &progress)
{
    return *HostPlanProgress::from(progress.plan(), progress.steps());
}

int stepsOf(SetupMethod method, Family family)
{
    return int(Cluster(method, family).plan()->steps.size());
}

void addEveryStep()
{
    QTest::addColumn<SetupMethod>("method");
    QTest::addColumn<Family>("family");
    QTest::addColumn<int>("step");
    using enum SetupMethod;
    for (const auto &[name, method, family] :
         {std::tuple("DR, IPv4", DirectRouting, Family::IPv4), std::tuple("DR, IPv6", DirectRouting, Family::IPv6),
          std::tuple("TUN", Tunnelling, Family::IPv4), std::tuple("NAT, IPv4", Nat, Family::IPv4),
          std::tuple("NAT, IPv6", Nat, Family::IPv6), std::tuple("FullNAT", FullNat, Family::IPv4)}) {
        for (int step = 0; step < stepsOf(method, family); ++step)
            QTest::addRow("%s, step %d", name, step) << method << family << step;
    }
}

} // namespace

void TestSetupUndo::everythingIsAsItWas_data()
{
    addEverySetup();
}

void TestSetupUndo::everythingIsAsItWas()
{
    QFETCH(SetupMethod, method);
    QFETCH(Family, family);
    Cluster cluster(method, family);
    const auto before = cluster.state();
    HostPlanProgress progress = cluster.setUp();
    QVERIFY(progress.isComplete());
    QVERIFY(cluster.state() != before);
    progress.takeBack();
    cluster.run(progress);
    QVERIFY(progress.isTakenBack());
    QVERIFY(cluster.state() == before);
}

void TestSetupUndo::whatWasSetDifferentlyComesBack()
{
    Cluster cluster(SetupMethod::DirectRouting);
    cluster.setSysctl(rs1, u"ipv4/conf/all/arp_ignore"_s, u"3"_s);
    cluster.setSysctl(rs1, u"ipv4/conf/eth0/arp_ignore"_s, u"5"_s);
    RealServer masqueraded = cluster.wish.servers.front().server;
    masqueraded.forwarding = Forwarding::Masquerading;
    masqueraded.weight = 7;
    cluster.change(director, AddService{service(cluster.wish.service.key, u"wrr")});
    cluster.change(director, AddServer{cluster.wish.service.key, masqueraded});
    const auto before = cluster.state();
    HostPlanProgress progress = cluster.setUp();
    QVERIFY(progress.isComplete());
    QVERIFY(!firstFinding(checkSetup(cluster.wish, cluster.facts())));
    progress.takeBack();
    cluster.run(progress);
    QVERIFY(cluster.state() == before);
}

void TestSetupUndo::aFailureAtAnyStepLeavesNothingOfItsMachine_data()
{
    addEveryStep();
}

void TestSetupUndo::aFailureAtAnyStepLeavesNothingOfItsMachine()
{
    QFETCH(SetupMethod, method);
    QFETCH(Family, family);
    QFETCH(int, step);
    Cluster cluster(method, family);
    const auto before = cluster.state();
    HostPlanProgress progress(*cluster.plan());
    const HostStep failing = progress.plan().steps[std::size_t(step)];
    cluster.run(progress, [&](const HostTask &task) -> std::optional<Error> {
        if (task.step != std::size_t(step) || task.isUndo)
            return std::nullopt;
        return Error{.code = ErrorCode::NotAuthorized};
    });
    QVERIFY(progress.isFinished());
    QCOMPARE(progress.failedHosts(), QStringList{failing.forHost});
    if (failing.forHost == director) {
        QVERIFY(cluster.state()[director] == before.at(director));
    } else {
        QVERIFY(cluster.state()[failing.forHost] == before.at(failing.forHost));
        // The other real server is ready, and alone in the table.
        Cluster reduced(method, family);
        std::erase_if(reduced.wish.servers, [&](const SetupServer &server) { return server.host == failing.forHost; });
        reduced.setUp();
        QVERIFY(cluster.state() == reduced.state());
    }
    progress.takeBack();
    cluster.run(progress);
    QVERIFY(cluster.state() == before);

    progress.retry();
    cluster.run(progress);
    QVERIFY(progress.isComplete());
    QVERIFY(progress.failedHosts().isEmpty());
    QVERIFY(!firstFinding(checkSetup(cluster.wish, cluster.facts())));
}

void TestSetupUndo::anInterruptionAtAnyStepCanGoOnOrBeTakenBack_data()
{
    addEveryStep();
}

void TestSetupUndo::anInterruptionAtAnyStepCanGoOnOrBeTakenBack()
{
    QFETCH(SetupMethod, method);
    QFETCH(Family, family);
    QFETCH(int, step);
    for (const bool hasHappened : {false, true}) {
        for (const bool goesOn : {false, true}) {
            Cluster cluster(method, family);
            const auto before = cluster.state();
            HostPlanProgress progress(*cluster.plan());
            HostPlanProgress kept;
            while (const auto task = progress.next()) {
                progress.started(*task);
                if (task->step == std::size_t(step)) {
                    kept = progress; // the console ends here
                    if (hasHappened)
                        QVERIFY(cluster.apply(task->host, task->plan));
                    break;
                }
                progress.finished(*task, cluster.apply(task->host, task->plan));
            }
            kept = keptAndRead(kept);
            QVERIFY(!kept.isRunning() && !kept.isFinished());
            if (goesOn) {
                cluster.run(kept);
                QVERIFY(kept.isComplete());
                QVERIFY(!firstFinding(checkSetup(cluster.wish, cluster.facts())));
            }
            kept.takeBack();
            cluster.run(kept);
            QVERIFY(kept.isTakenBack());
            QVERIFY(cluster.state() == before);
        }
    }
}

void TestSetupUndo::whatOthersNeedStays()
{
    for (const SetupMethod method :
         {SetupMethod::DirectRouting, SetupMethod::Tunnelling, SetupMethod::Nat, SetupMethod::FullNat}) {
        Cluster cluster(method);
        HostPlanProgress first = cluster.setUp();
        const SetupWish firstWish = cluster.wish;
        // A second port of the same VIP needs all but the rules, which it finds there.
        cluster.wish.service.key.port = 443;
        for (SetupServer &server : cluster.wish.servers)
            server.server.key.port = 443;
        HostPlanProgress second = cluster.setUp();
        QVERIFY(second.isComplete());
        for (const HostStep &step : second.plan().steps)
            QCOMPARE(step.phase, SetupPhase::Rules);

        first.takeBack();
        while (const auto task = first.next()) {
            first.started(*task);
            const ChangePlan plan = keepingForOthers(task->plan, task->host, std::span(&cluster.wish, 1));
            first.finished(*task, cluster.apply(task->host, plan));
        }
        QVERIFY(first.isTakenBack());
        QVERIFY(!firstFinding(checkSetup(cluster.wish, cluster.facts())));
        QVERIFY(!cluster.table().find(firstWish.service.key));
    }
}

void TestSetupUndo::redirectsAreNeededForSomeOnly_data()
{
    addEverySetup();
}

void TestSetupUndo::redirectsAreNeededForSomeOnly()
{
    QFETCH(SetupMethod, method);
    QFETCH(Family, family);
    const SetupWish other = Cluster(method, family).wish;
    const auto isNeeded = [&](const QString &name) {
        const ChangePlan undo{{SetSysctl{name, u"0"_s, u"1"_s}}};
        return keepingForOthers(undo, director, std::span(&other, 1)).isEmpty();
    };
    const bool isNat = method == SetupMethod::Nat && family == Family::IPv4;
    QCOMPARE(isNeeded(u"ipv4/conf/all/send_redirects"_s), isNat);
    QCOMPARE(isNeeded(u"ipv4/conf/eth0/send_redirects"_s), isNat);
    QVERIFY(!isNeeded(u"ipv4/conf/eth1/send_redirects"_s)); // clients come to eth0
    QCOMPARE(isNeeded(u"ipv4/vs/conntrack"_s), method == SetupMethod::FullNat);
    QCOMPARE(isNeeded(u"ipv4/ip_forward"_s), isNat || method == SetupMethod::FullNat);
}

QTEST_GUILESS_MAIN(TestSetupUndo)
#include "tst_setupundo.moc"
