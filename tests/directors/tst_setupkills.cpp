// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The helper of a machine is killed before, and while, it does one step of a set-up: nothing half done is left without
// being named, and what is left can be finished, and taken back without a trace.
#include "app/session/hostlist.h"
#include "app/session/sessionlist.h"
#include "app/session/setupreading.h"
#include "app/session/setuprun.h"
#include "core/setup/setupchecks.h"
#include "core/setup/setupplan.h"
#include "tests/directors/labvisit.h"
#include "tests/lab/hoststates.h"
#include "tests/support/objects.h"

#include <QTest>

#include <algorithm>
#include <optional>
#include <thread>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

class TestSetupKills : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void whatIsLeftIsNamed_data();
    void whatIsLeftIsNamed();

private:
    SetupReading read();
    HostPlan plan();
    QString hostOf(const QString &id) const;

    struct Machines {
        LabVisit director{u"root"_s};
        LabVisit first{u"root"_s, u"rs1"_s};
        LabVisit second{u"root"_s, u"rs2"_s};
        HostList hosts;
        SessionList sessions;
    };
    std::unique_ptr<Machines> m;
    SetupWish m_wish;
    QStringList m_before;
};

namespace {

constexpr auto patience = std::chrono::minutes(3);
constexpr std::size_t stepsOfPlan = 6; ///< ARP and VIP on either real server, VIP on the director, rules

void killHelper(const QString &host)
{
    lab::need(host, u"systemctl kill --signal=KILL lvs-console-helper"_s);
}

/// Kills the helper of the machine whose turn it is, as that step begins, in its way there or back; once.
class Killing : public QObject
{
public:
    enum class When : quint8 { Before, During };

    Killing(SetupRun &run, std::size_t step, bool isUndo, When when, std::function<QString(const QString &)> hostOf)
    {
        connect(&run, &SetupRun::progressed, this, [=, this, &run] {
            const HostPlanProgress &progress = run.record().progress;
            const StepState state = progress.steps()[step].state;
            if (m_isDone || state != (isUndo ? StepState::TakingBack : StepState::Running))
                return;
            m_isDone = true;
            const QString host = hostOf(progress.plan().steps[step].host);
            if (when == When::Before)
                killHelper(host); // what is running was not sent yet
            else
                m_killer = std::thread([host] { lab::shell(host, u"systemctl kill --signal=KILL lvs-console-helper"_s); });
        });
    }
    ~Killing() override { join(); }

    void join()
    {
        if (m_killer.joinable())
            m_killer.join();
    }
    bool isDone() const { return m_isDone; }

private:
    std::thread m_killer;
    bool m_isDone = false;
};

bool waitForEnd(SetupRun &run)
{
    return QTest::qWaitFor([&] { return !run.isRunning(); }, QDeadlineTimer(patience));
}

/// What is not as it should be is said, with its reason.
bool isNamed(const HostPlanProgress &progress)
{
    return std::ranges::all_of(progress.steps(), [&](const StepProgress &step) {
        using enum StepState;
        return step.state == Done || step.state == TakenBack || step.state == Skipped || step.error;
    });
}

} // namespace

void TestSetupKills::initTestCase()
{
    lab::awaitHosts();
    lab::clearTable();
    for (const QString &host : {u"rs1"_s, u"rs2"_s})
        lab::need(host, u"ip route replace default via 172.18.100.254"_s); // direct routing as it should be
    m_before = lab::hostStates();
    m = std::make_unique<Machines>();
    for (LabVisit *visit : {&m->director, &m->first, &m->second}) {
        QVERIFY(visit->opens());
        visit->director->unlock();
        m->hosts.add(visit->director.get());
    }
    m_wish = {.method = SetupMethod::DirectRouting,
              .director = m->director.director->id(),
              .outside = *InterfaceName::fromText(u"outside")};
    m_wish.service = service(tcp(u"172.18.100.20", 80), u"rr");
    m_wish.servers = {{.server = {.key = {ip(u"172.18.100.11"), 80}}, .host = m->first.director->id()},
                      {.server = {.key = {ip(u"172.18.100.12"), 80}}, .host = m->second.director->id()}};
}

void TestSetupKills::cleanupTestCase()
{
    m.reset();
    for (const QString &host : {u"rs1"_s, u"rs2"_s})
        lab::need(host, u"ip route replace default via 192.168.10.1"_s);
}

SetupReading TestSetupKills::read()
{
    const QFuture<SetupReading> reading = readSetup(m->hosts, m_wish);
    if (!QTest::qWaitFor([&] { return reading.isFinished(); }, QDeadlineTimer(patience)))
        return {};
    return reading.result();
}

HostPlan TestSetupKills::plan()
{
    return planSetup(m_wish, read()).value_or(HostPlan());
}

QString TestSetupKills::hostOf(const QString &id) const
{
    if (id == m_wish.director)
        return u"director"_s;
    return id == m_wish.servers[0].host ? u"rs1"_s : u"rs2"_s;
}

void TestSetupKills::whatIsLeftIsNamed_data()
{
    QTest::addColumn<std::size_t>("step");
    QTest::addColumn<bool>("isUndo");
    QTest::addColumn<bool>("during");
    for (std::size_t step = 0; step < stepsOfPlan; ++step) {
        QTest::addRow("before step %zu", step) << step << false << false;
        QTest::addRow("during step %zu", step) << step << false << true;
        QTest::addRow("before step %zu is taken back", step) << step << true << false;
        QTest::addRow("while step %zu is taken back", step) << step << true << true;
    }
}

void TestSetupKills::whatIsLeftIsNamed()
{
    QFETCH(const std::size_t, step);
    QFETCH(const bool, isUndo);
    QFETCH(const bool, during);
    SetupStore store(m_wish.director);
    SetupRun run(&store, &m->sessions, &m->hosts);
    const HostPlan wanted = plan();
    QCOMPARE(wanted.steps.size(), stepsOfPlan);
    Killing killing(run, step, isUndo, during ? Killing::When::During : Killing::When::Before,
                    [this](const QString &id) { return hostOf(id); });

    QVERIFY(run.begin(m_wish, wanted));
    QVERIFY(waitForEnd(run));
    QVERIFY(isNamed(run.record().progress));
    killing.join();
    if (!run.record().progress.isComplete()) {
        run.goOn(run.id());
        QVERIFY(waitForEnd(run));
    }
    QVERIFY(run.record().progress.isComplete());
    const std::vector<SetupCheck> checks = checkSetup(m_wish, read());
    QVERIFY(!checks.empty());
    QVERIFY(!firstFinding(checks));

    run.takeBack(run.id());
    QVERIFY(waitForEnd(run));
    QVERIFY(isNamed(run.record().progress));
    killing.join();
    QVERIFY(killing.isDone());
    if (!store.records().empty()) {
        run.takeBack(run.id());
        QVERIFY(waitForEnd(run));
    }
    QVERIFY(store.records().empty());
    const QStringList traces = lab::differences(m_before, lab::hostStates());
    QVERIFY2(traces.isEmpty(), qPrintable(traces.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestSetupKills)
#include "tst_setupkills.moc"
