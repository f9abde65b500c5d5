// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/statedifference.h"
#include "tests/rules/rulewords.h"
#include "tests/support/objects.h"
#include "tests/support/randomtable.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// What commands come to on the course's table.
class RulePlannerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plans_data();
    void plans();
    void refuses_data();
    void refuses();
    void sparesWhatComesBack();
    void clearsWhatStaysEmpty();
    void clearsWhatIsThereNotWhatIsDrafted();
    void daemonsThatTheKernelFilledIn();
    void zeroesOnce();
    void saysWhatAnEditResets();
    void saysThatNothingChanges();
    void leadsToTheTableWritten();
    void differencesOfSettings();

private:
    /// The web service with 192.168.10.11 and .12, NAT, weight 3; timeouts 900 120 300; a master daemon on eth1.
    static RuleState present();
    static Result<std::vector<RuleNote>> add(RulePlanner &planner, const QString &line);
    static QStringList commandsOf(const IpvsTable &table);
};

RuleState RulePlannerTest::present()
{
    RuleState state{.timeouts = {900, 120, 300}};
    state.table.setService(service(web, u"wrr"));
    RealServer limited = server(11, 3);
    limited.upperThreshold = 200;
    state.table.setServers(web, {server(12, 3), limited});
    state.daemons.push_back({.role = SyncRole::Master, .interface = *InterfaceName::fromText(u"eth1")});
    return state;
}

Result<std::vector<RuleNote>> RulePlannerTest::add(RulePlanner &planner, const QString &line)
{
    return readRuleCommand(wordsOf(line)).and_then([&](const RuleCommand &command) { return planner.add(command); });
}

QStringList RulePlannerTest::commandsOf(const IpvsTable &table)
{
    QStringList commands;
    for (const Operation &operation : difference({}, withoutListOrder(table)).operations)
        commands << commandsFor(operation);
    return commands;
}

void RulePlannerTest::plans_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QStringList>("plan");
    const auto row = [](const char *name, const QStringList &lines, const QStringList &plan) {
        QTest::newRow(name) << lines << plan;
    };
    const QString vip = u"-t 172.18.100.6:80 "_s;
    row("new service with a server",
        {u"-A -u 172.18.100.6:53 -s rr"_s, u"-a -u 172.18.100.6:53 -r 192.168.10.13 -m -w 2"_s},
        {u"ipvsadm -A -u 172.18.100.6:53 -s rr"_s,
         u"ipvsadm -a -u 172.18.100.6:53 -r 192.168.10.13:53 -m -w 2 -x 0 -y 0"_s});
    row("drain", {u"-e "_s + vip + u"-r 192.168.10.12 -m -w 0"_s},
        {u"ipvsadm -e -t 172.18.100.6:80 -r 192.168.10.12:80 -m -w 0 -x 0 -y 0"_s});
    row("twice", {u"-e "_s + vip + u"-r 192.168.10.12 -m -w 0"_s, u"-e "_s + vip + u"-r 192.168.10.12 -m -w 5"_s},
        {u"ipvsadm -e -t 172.18.100.6:80 -r 192.168.10.12:80 -m -w 5 -x 0 -y 0"_s});
    row("there and back", {u"-d "_s + vip + u"-r 192.168.10.12"_s, u"-a "_s + vip + u"-r 192.168.10.12 -m -w 3"_s}, {});
    row("scheduler", {u"-E "_s + vip + u"-s rr"_s}, {u"ipvsadm -E -t 172.18.100.6:80 -s rr"_s});
    row("remove a server", {u"-d "_s + vip + u"-r 192.168.10.11"_s},
        {u"ipvsadm -d -t 172.18.100.6:80 -r 192.168.10.11:80"_s});
    row("remove the service", {u"-D "_s + vip}, {u"ipvsadm -D -t 172.18.100.6:80"_s});
    row("zero", {u"-Z"_s, u"-Z "_s + vip, u"-Z"_s}, {u"ipvsadm -Z"_s, u"ipvsadm -Z -t 172.18.100.6:80"_s});
    row("zero what comes", {u"-A -f 7 -s rr"_s, u"-Z -f 7"_s}, {u"ipvsadm -A -f 7 -s rr"_s});
    row("zero what was removed and comes back",
        {u"-D "_s + vip, u"-A "_s + vip + u"-s rr"_s, u"-Z "_s + vip, u"-a "_s + vip + u"-r 192.168.10.12 -m -w 3"_s},
        {u"ipvsadm -E -t 172.18.100.6:80 -s rr"_s, u"ipvsadm -d -t 172.18.100.6:80 -r 192.168.10.11:80"_s,
         u"ipvsadm -Z -t 172.18.100.6:80"_s});
    row("zero what goes", {u"-Z "_s + vip, u"-D "_s + vip}, {u"ipvsadm -D -t 172.18.100.6:80"_s});
    row("timeouts", {u"--set 0 60 300"_s}, {u"ipvsadm --set 0 60 0"_s});
    row("timeouts as they are", {u"--set 900 0 300"_s}, {});
    row("daemon", {u"--start-daemon backup --mcast-interface eth1"_s},
        {u"ipvsadm --start-daemon backup --mcast-interface eth1 --syncid 0"_s});
    row("restart", {u"--stop-daemon master"_s, u"--start-daemon master --mcast-interface eth1 --syncid 7"_s},
        {u"ipvsadm --stop-daemon master"_s, u"ipvsadm --start-daemon master --mcast-interface eth1 --syncid 7"_s});
    row("only looked", {u"-Ln"_s, u"-S -n"_s, u"-h"_s}, {});
}

void RulePlannerTest::plans()
{
    QFETCH(QStringList, lines);
    QFETCH(QStringList, plan);
    RulePlanner planner(present());
    for (const QString &line : lines)
        QVERIFY2(add(planner, line), qPrintable(line));
    QStringList commands;
    for (const Operation &operation : planner.plan(planner.wanted()).operations)
        commands << commandsFor(operation);
    QCOMPARE(commands, plan);
    QVERIFY(validate(planner.plan(planner.wanted())));
}

void RulePlannerTest::refuses_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("place");
    const auto row = [](const QString &line, ErrorCode code, const QString &place) {
        QTest::newRow(qPrintable(line)) << line << code << place;
    };
    row(u"-A -t 172.18.100.6:80 -s rr"_s, ErrorCode::ServiceExists, u"-t 172.18.100.6:80"_s);
    row(u"-E -t 172.18.100.6:81"_s, ErrorCode::ServiceMissing, u"-t 172.18.100.6:81"_s);
    row(u"-D -f 1"_s, ErrorCode::ServiceMissing, u"-f 1"_s);
    row(u"-Z -f 1"_s, ErrorCode::ServiceMissing, u"-f 1"_s);
    row(u"-a -t 172.18.100.6:81 -r 192.168.10.11"_s, ErrorCode::ServiceMissing, u"-t 172.18.100.6:81"_s);
    row(u"-a -t 172.18.100.6:80 -r 192.168.10.12 -m"_s, ErrorCode::ServerExists, u"-r 192.168.10.12"_s);
    row(u"-e -t 172.18.100.6:80 -r 192.168.10.13 -m"_s, ErrorCode::ServerMissing, u"-r 192.168.10.13"_s);
    row(u"-d -t 172.18.100.6:80 -r 192.168.10.12:8080"_s, ErrorCode::ServerMissing, u"-r 192.168.10.12:8080"_s);
    row(u"-A -t 172.18.100.6:81 -p 60 -M 24"_s, ErrorCode::BadMask, u"-M 24"_s);
    row(u"-A -t 224.0.0.1:80"_s, ErrorCode::NotUnicast, u"-t 224.0.0.1:80"_s);
    row(u"-a -t 172.18.100.6:80 -r 0.0.0.0"_s, ErrorCode::NotUnicast, u"-r 0.0.0.0"_s);
    row(u"-a -t 172.18.100.6:80 -r 192.168.10.13 -x 1 -y 2"_s, ErrorCode::ThresholdOrder, u"-y 2"_s);
    row(u"--start-daemon master"_s, ErrorCode::DaemonExists, u"--start-daemon"_s);
    row(u"--stop-daemon backup"_s, ErrorCode::DaemonMissing, u"--stop-daemon"_s);
    row(u"-R"_s, ErrorCode::RulesElsewhere, u"-R"_s);
}

void RulePlannerTest::refuses()
{
    QFETCH(QString, line);
    QFETCH(ErrorCode, code);
    QFETCH(QString, place);
    RulePlanner planner(present());
    const auto added = add(planner, line);
    QVERIFY2(!added, "accepted");
    QCOMPARE(added.error().code, code);
    QCOMPARE(line.mid(added.error().span.start, added.error().span.length), place);
    QVERIFY(planner.plan(planner.wanted()).isEmpty());
}

/// The beginning of most scripts: -C, then everything anew.
void RulePlannerTest::sparesWhatComesBack()
{
    RulePlanner planner(present());
    for (const QString &line :
         {u"-C"_s, u"-A -t 172.18.100.6:80 -s wrr"_s, u"-a -t 172.18.100.6:80 -r 192.168.10.12 -m -w 3"_s,
          u"-a -t 172.18.100.6:80 -r 192.168.10.11 -m -w 4 -x 200"_s})
        QVERIFY2(add(planner, line), qPrintable(line));
    const IpvsTable table = present().table;
    RealServer after = *table.find(web)->find(server(11).key);
    after.weight = 4;
    QCOMPARE(planner.plan(planner.wanted()), plan({EditServer{web, *table.find(web)->find(server(11).key), after}}));
}

void RulePlannerTest::clearsWhatStaysEmpty()
{
    RulePlanner planner(present());
    QVERIFY(add(planner, u"-C"_s));
    QCOMPARE(planner.plan(planner.wanted()), plan({ClearTable{tableDigest(present().table)}}));
    RulePlanner empty(RuleState{});
    QVERIFY(add(empty, u"-C"_s));
    QVERIFY(empty.plan(empty.wanted()).isEmpty());
}

/// What commands start from may hold drafted changes, which a clearing does not find.
void RulePlannerTest::clearsWhatIsThereNotWhatIsDrafted()
{
    RuleState drafted = present();
    drafted.table.setService(service(database));
    const RuleState actual = present();
    RulePlanner clearing(drafted, RuleStart::PresentState, &actual.table);
    QVERIFY(add(clearing, u"-C"_s));
    QCOMPARE(clearing.plan(clearing.wanted()), plan({ClearTable{tableDigest(actual.table)}}));
}

/// What a line leaves open is as the kernel filled it in: nothing to stop and start again.
void RulePlannerTest::daemonsThatTheKernelFilledIn()
{
    RuleState running = present();
    SyncDaemon &daemon = running.daemons.front();
    daemon.maxLength = 1472;
    daemon.group = IpAddress::fromIPv4(0xe0000051);
    daemon.port = 8848;
    daemon.ttl = 1;
    QVERIFY(difference(running, present()).isEmpty());
    for (const RuleStart start : {RuleStart::PresentState, RuleStart::EmptyTable}) {
        RulePlanner planner(running, start);
        const auto notes = add(planner, u"--start-daemon master --mcast-interface eth1"_s);
        QVERIFY(notes);
        QVERIFY(std::ranges::contains(*notes, RuleNote::Code::AlreadySo, &RuleNote::code));
        QCOMPARE(planner.wanted().daemons, running.daemons);
    }
    RuleState other = present();
    other.daemons.front().port = 8849;
    QCOMPARE(difference(running, other), plan({StopSyncDaemon{daemon}, StartSyncDaemon{other.daemons.front()}}));
}

void RulePlannerTest::zeroesOnce()
{
    RulePlanner planner(present());
    for (int i = 0; i < 100'000; ++i)
        QVERIFY(add(planner, i % 2 ? u"-Z"_s : u"-Z -t 172.18.100.6:80"_s));
    QCOMPARE(planner.plan(planner.wanted()), plan({ZeroCounters{web}, ZeroCounters{}}));
}

void RulePlannerTest::saysWhatAnEditResets()
{
    RulePlanner planner(present());
    const auto notes = add(planner, u"-e -t 172.18.100.6:80 -r 192.168.10.11 -w 0"_s);
    QVERIFY(notes);
    QCOMPARE(notes->size(), 1u);
    QVERIFY(notes->front().code == RuleNote::Code::ResetsUnnamed);
    QCOMPARE(notes->front().values, QStringList({u"-m"_s, u"-x 200"_s}));
    const auto service = add(planner, u"-E -t 172.18.100.6:80"_s);
    QVERIFY(service);
    QCOMPARE(service->front().values, QStringList{u"-s wrr"_s});
    QVERIFY(add(planner, u"-e -t 172.18.100.6:80 -r 192.168.10.11 -m -w 0 -x 200"_s)->empty());
}

void RulePlannerTest::saysThatNothingChanges()
{
    for (const QString &line : {u"-A -t 172.18.100.6:80 -s wrr"_s, u"-E -t 172.18.100.6:80 -s wrr"_s,
                                u"-a -t 172.18.100.6:80 -r 192.168.10.12 -m -w 3"_s, u"-L"_s}) {
        RulePlanner planner(present());
        const auto notes = add(planner, line);
        QVERIFY2(notes, qPrintable(line));
        QCOMPARE(notes->size(), 1u);
        QVERIFY(notes->front().code == RuleNote::Code::AlreadySo);
        QVERIFY(planner.plan(planner.wanted()).isEmpty());
    }
}

/// The commands of any table, carried out on any other that was cleared, make the table.
void RulePlannerTest::leadsToTheTableWritten()
{
    RandomTable random(20261122);
    for (int round = 0; round < 200; ++round) {
        const IpvsTable actual = random.table();
        const IpvsTable wanted = random.variationOf(actual);
        RulePlanner planner({.table = actual});
        QVERIFY(add(planner, u"-C"_s));
        for (const Operation &operation : difference({}, wanted).operations) {
            for (const QString &line : commandsFor(operation))
                QVERIFY2(add(planner, line.sliced(8)), qPrintable(line));
        }
        // What ipvsadm has no words for, such as the mask of a service that is not persistent, is not in its commands.
        QCOMPARE(commandsOf(applied(actual, planner.plan(planner.wanted()))), commandsOf(wanted));
    }
}

void RulePlannerTest::differencesOfSettings()
{
    RuleState wanted = present();
    wanted.timeouts = {0, 60, 300}; // 0: stays
    wanted.daemons.front().syncId = 4;
    QCOMPARE(
        difference(present(), wanted).operations,
        (std::vector<Operation>{SetTimeouts{{900, 120, 300}, {0, 60, 0}}, StopSyncDaemon{present().daemons.front()},
                                StartSyncDaemon{wanted.daemons.front()}}));
    QVERIFY(difference(present(), present()).isEmpty());
}

QTEST_APPLESS_MAIN(RulePlannerTest)
#include "tst_ruleplanner.moc"
