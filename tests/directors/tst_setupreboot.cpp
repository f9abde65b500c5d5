// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Machines of the lab that were set up are rebooted: what the set-up needs on them is back, and at no moment between
// does a real server answer ARP for the VIP.
#include "app/session/hostlist.h"
#include "app/session/sessionlist.h"
#include "app/session/setupreading.h"
#include "app/session/setuprun.h"
#include "core/setup/setupkeeping.h"
#include "core/setup/setupplan.h"
#include "tests/directors/labvisit.h"
#include "tests/lab/arpobserver.h"
#include "tests/lab/hoststates.h"
#include "tests/support/objects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

class TestSetupReboot : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aRealServerComesBackInSilence();
    void aDirectorComesBack();

private:
    /// Sets up, with everything kept for the next boot.
    void setUp(const SetupWish &wish);
    void takeBack();
    SetupReading read(const SetupWish &wish);
    void reboot(LabVisit &visit, const QString &host);

    std::unique_ptr<LabVisit> m_director;
    std::unique_ptr<LabVisit> m_server;
    HostList m_hosts;
    SessionList m_sessions;
    std::unique_ptr<SetupStore> m_store;
    std::unique_ptr<SetupRun> m_run;
    QStringList m_before;
};

namespace {

SetupWish wishFor(SetupMethod method, QStringView vip, QStringView rip, const LabVisit &director,
                  const LabVisit &server)
{
    SetupWish wish{
        .method = method, .director = director.director->id(), .outside = *InterfaceName::fromText(u"outside")};
    wish.service = service(tcp(vip, 80));
    wish.servers = {
        {.server = {.key = {ip(rip), 80}, .forwarding = forwardingOf(method)}, .host = server.director->id()}};
    return wish;
}

/// What a machine of the lab has, as far as a set-up could change it.
QStringList stateOf(const QString &host)
{
    QStringList lines = lab::hostStates();
    lines.removeIf([&](const QString &line) { return !line.startsWith(host + u": "_s); });
    return lines;
}

/// Of both; what other tests have left on rs2 goes when the director starts it again.
QStringList statesOfBoth()
{
    QStringList lines = lab::hostStates();
    lines.removeIf([](const QString &line) { return line.startsWith(u"rs2: "); });
    return lines;
}

bool comesBack(const QString &host, const QStringList &before)
{
    const auto isBack = [&] { return lab::differences(before, stateOf(host)).isEmpty(); };
    return QTest::qWaitFor(isBack, QDeadlineTimer(std::chrono::minutes(3))) || isBack();
}

QString restored(const QString &host)
{
    return lab::need(host, u"journalctl -q -b -o cat -u lvs-console-restore.service"_s);
}

const QString file = u"/var/lib/lvs-console-helper/boot.setups"_s;

} // namespace

void TestSetupReboot::init()
{
    lab::clearTable();
    // Whatever a test has left would not come back: rules, and schedulers' modules, which have tunables.
    lab::shell(u"director"_s, u"nft flush ruleset; modprobe -rq ip_vs_lblc ip_vs_lblcr"_s);
    m_before = statesOfBoth();
    m_director = std::make_unique<LabVisit>(u"root"_s);
    m_server = std::make_unique<LabVisit>(u"root"_s, u"rs1"_s);
    for (LabVisit *visit : {m_director.get(), m_server.get()}) {
        QVERIFY(visit->opens());
        visit->director->unlock();
        m_hosts.add(visit->director.get());
    }
    m_store = std::make_unique<SetupStore>(m_director->director->id());
    m_run = std::make_unique<SetupRun>(m_store.get(), &m_sessions, &m_hosts);
}

void TestSetupReboot::cleanup()
{
    m_run.reset();
    for (LabVisit *visit : {m_director.get(), m_server.get()})
        m_hosts.remove(visit->director.get());
    m_server.reset();
    m_director.reset();
    for (const QString &host : {u"director"_s, u"rs1"_s})
        lab::shell(host, u"rm -f "_s + file);
}

SetupReading TestSetupReboot::read(const SetupWish &wish)
{
    const QFuture<SetupReading> reading = readSetup(m_hosts, wish);
    if (!QTest::qWaitFor([&] { return reading.isFinished(); }, QDeadlineTimer(std::chrono::minutes(2))))
        return {};
    return reading.result();
}

void TestSetupReboot::setUp(const SetupWish &wish)
{
    const SetupReading reading = read(wish);
    const auto plan = planSetup(wish, reading);
    QVERIFY(plan);
    QVERIFY(hostsThatCantKeep(wish, reading.kept).isEmpty());
    QVERIFY(m_run->begin(wish, withKeeping(*plan, {}, wish, reading, reading.kept)));
    QTRY_VERIFY_WITH_TIMEOUT(!m_run->isRunning(), 180'000);
    for (const StepProgress &step : m_run->record().progress.steps())
        QVERIFY2(!step.error,
                 qPrintable(step.error ? u"%1 %2"_s.arg(int(step.error->code)).arg(step.error->values.join(u' '))
                                       : QString()));
    QVERIFY(m_run->record().progress.isComplete());
}

void TestSetupReboot::takeBack()
{
    m_run->takeBack(m_run->id());
    QTRY_VERIFY_WITH_TIMEOUT(!m_run->isRunning(), 180'000);
    QVERIFY(m_store->records().empty());
    for (const QString &host : {u"director"_s, u"rs1"_s})
        lab::need(host, u"test ! -e "_s + file);
    const QStringList traces = lab::differences(m_before, statesOfBoth());
    QVERIFY2(traces.isEmpty(), qPrintable(traces.join(u'\n')));
}

void TestSetupReboot::reboot(LabVisit &visit, const QString &host)
{
    lab::shell(host, u"systemctl reboot"_s);
    QVERIFY(visit.reaches(LinkState::Reconnecting, LabVisit::reboot));
    QVERIFY(visit.readsAgain(LabVisit::reboot));
}

void TestSetupReboot::aRealServerComesBackInSilence()
{
    const SetupWish wish =
        wishFor(SetupMethod::DirectRouting, u"172.18.100.7", u"172.18.100.11", *m_director, *m_server);
    setUp(wish);
    const QStringList before = stateOf(u"rs1"_s);
    QVERIFY(before.contains(u"rs1: net.ipv4.conf.all.arp_ignore = 1"_s));
    QCOMPARE(lab::fetch(u"http://172.18.100.7/"_s, 10).value(u"rs1"_s), 10);

    lab::ArpObserver observer(u"172.18.100.7"_s);
    reboot(*m_server, u"rs1"_s);
    QVERIFY2(comesBack(u"rs1"_s, before),
             qPrintable(lab::differences(before, stateOf(u"rs1"_s)).join(u'\n') + restored(u"rs1"_s)));
    const lab::ArpTally tally = observer.end();
    QVERIFY(tally.requests >= 100);
    const QString director = lab::need(u"director"_s, u"cat /sys/class/net/outside/address"_s);
    QCOMPARE(tally.claims.keys(), QStringList{director});
    const QString said = restored(u"rs1"_s); // so it was really gone
    QVERIFY2(said.contains(u"2 set-sysctl") && said.contains(u"1 add-address"), qPrintable(said));
    QCOMPARE(lab::need(u"rs1"_s, u"systemctl is-active lvs-console-restore.service"_s), u"active"_s);
    QCOMPARE(lab::fetch(u"http://172.18.100.7/"_s, 10).value(u"rs1"_s), 10);
    takeBack();
}

void TestSetupReboot::aDirectorComesBack()
{
    const SetupWish wish = wishFor(SetupMethod::FullNat, u"172.18.100.8", u"192.168.10.11", *m_director, *m_server);
    setUp(wish);
    const QStringList before = stateOf(u"director"_s);
    QVERIFY(before.contains(u"director: net.ipv4.vs.conntrack = 1"_s));
    reboot(*m_director, u"director"_s);
    lab::awaitHosts();
    QVERIFY2(comesBack(u"director"_s, before),
             qPrintable(lab::differences(before, stateOf(u"director"_s)).join(u'\n') + restored(u"director"_s)));
    QVERIFY(m_server->readsAgain(LabVisit::reboot));
    takeBack();
}

QTEST_GUILESS_MAIN(TestSetupReboot)
#include "tst_setupreboot.moc"
