// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The helper of a machine is killed before, and while, it does one step of a set-up: nothing half done is left without
// being named, and what is left can be finished, and taken back without a trace. While it does one: with LVS_TEST_FULL.
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
#include <functional>
#include <optional>
#include <set>
#include <thread>
#include <utility>

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
constexpr std::size_t stepsOfPlan = 8;
const QString killing = u"systemctl kill --signal=KILL lvs-console-helper"_s;

/// Kills the helper of the machine whose turn it is.
class Killer : public QObject
{
public:
    Killer(SetupRun &run, std::function<QString(const QString &)> hostOf)
    {
        connect(&run, &SetupRun::progressed, this, [this, hostOf, &run] {
            const HostPlanProgress &progress = run.record().progress;
            for (std::size_t step = 0; step < progress.steps().size(); ++step) {
                const StepState state = progress.steps()[step].state;
                if (state == StepState::Running || state == StepState::TakingBack)
                    turnOf({step, state == StepState::TakingBack}, hostOf(progress.plan().steps[step].host));
            }
        });
    }
    ~Killer() override { join(); }

    /// A step on its way there, or back.
    struct Turn {
        std::size_t step = 0;
        bool isUndo = false;
        friend auto operator<=>(const Turn &, const Turn &) = default;
    };
    /// The one at whose step it kills while that is under way; else it kills before every step, once in either way.
    void setTurn(const Turn &turn) { m_turn = turn; }
    void join()
    {
        if (m_thread.joinable())
            m_thread.join();
    }
    std::size_t kills() const { return m_had.size(); }
    /// A run may stop at each: at the next steps, too, where systemd has started the helper too often in too short a
    /// time.
    bool killedSinceAsked() { return std::exchange(m_told, m_had.size()) != m_had.size(); }

private:
    void turnOf(const Turn &turn, const QString &host)
    {
        if ((m_turn && turn != *m_turn) || !m_had.insert(turn).second)
            return;
        if (m_turn)
            m_thread = std::thread([host] { lab::shell(host, killing); });
        else
            lab::need(host, killing); // nothing was sent yet
    }

    std::optional<Turn> m_turn;
    std::set<Turn> m_had;
    std::size_t m_told = 0;
    std::thread m_thread;
};

SetupServer serverOn(QStringView address, const LabVisit &visit)
{
    return {.server = {.key = {ip(address), 80}, .forwarding = Forwarding::Gatewaying}, .host = visit.director->id()};
}

/// What is not as it should be is said, with its reason.
bool isNamed(const HostPlanProgress &progress)
{
    return std::ranges::all_of(progress.steps(), [&](const StepProgress &step) {
        using enum StepState;
        return step.state == Done || step.state == TakenBack || step.state == Skipped || step.error;
    });
}

bool endsNamed(const SetupRun &run)
{
    return QTest::qWaitFor([&] { return !run.isRunning(); }, QDeadlineTimer(patience)) &&
           isNamed(run.record().progress);
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
    m_wish.servers = {serverOn(u"172.18.100.11", m->first), serverOn(u"172.18.100.12", m->second)};
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
    QTest::addColumn<std::optional<Killer::Turn>>("turn");
    QTest::newRow("between any two steps") << std::optional<Killer::Turn>();
    if (!qEnvironmentVariableIsSet("LVS_TEST_FULL")) // half a minute each
        return;
    for (std::size_t step = 0; step < stepsOfPlan; ++step) {
        QTest::addRow("during step %zu", step) << std::optional(Killer::Turn{step, false});
        QTest::addRow("while step %zu is taken back", step) << std::optional(Killer::Turn{step, true});
    }
}

void TestSetupKills::whatIsLeftIsNamed()
{
    QFETCH(const std::optional<Killer::Turn>, turn);
    SetupStore store(m_wish.director);
    SetupRun run(&store, &m->sessions, &m->hosts);
    const HostPlan wanted = plan();
    QCOMPARE(wanted.steps.size(), stepsOfPlan);
    Killer killer(run, [this](const QString &id) { return hostOf(id); });
    if (turn)
        killer.setTurn(*turn);

    QVERIFY(run.begin(m_wish, wanted));
    QVERIFY(endsNamed(run));
    killer.join();
    while (!run.record().progress.isComplete() && killer.killedSinceAsked()) {
        run.goOn(run.id());
        QVERIFY(endsNamed(run));
        killer.join();
    }
    QVERIFY(run.record().progress.isComplete());
    const std::vector<SetupCheck> checks = checkSetup(m_wish, read());
    QVERIFY(!checks.empty());
    QVERIFY(!firstFinding(checks));

    run.takeBack(run.id());
    QVERIFY(endsNamed(run));
    killer.join();
    while (!store.records().empty() && killer.killedSinceAsked()) {
        run.takeBack(run.id());
        QVERIFY(endsNamed(run));
        killer.join();
    }
    QCOMPARE(killer.kills(), turn ? 1 : 2 * stepsOfPlan);
    QVERIFY(store.records().empty());
    const QStringList traces = lab::differences(m_before, lab::hostStates());
    QVERIFY2(traces.isEmpty(), qPrintable(traces.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestSetupKills)
#include "tst_setupkills.moc"
