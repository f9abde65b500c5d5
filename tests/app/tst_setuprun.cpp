// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/setuprun.h"

#include "app/session/connecting.h"
#include "core/boot/kepttext.h"
#include "core/setup/setupkeeping.h"
#include "tests/app/setupcluster.h"
#include "tests/support/fakedirector.h"

#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cerrno>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Set-ups of several machines: whatever fails and whenever the console ends, nothing is half done without being named.
class TestSetupRun : public QObject
{
    Q_OBJECT

    /// A machine to which the way does not open.
    class Unreached : public FakeDirector
    {
    public:
        QString id() const override { return u"second"_s; }
        void open() override
        {
            if (status().link == LinkState::Closed)
                setLink(LinkState::Connecting);
        }
    };

private Q_SLOTS:
    void initTestCase();
    void init();
    void setsUpAndTakesBack();
    void failuresAreNamedAndTakenBack_data();
    void failuresAreNamedAndTakenBack();
    void closedMidwayGoesOnOrBack_data();
    void closedMidwayGoesOnOrBack();
    void stopsBetweenSteps();
    void stopsWhileNothingIsSent();
    void lostWaysAreGivenUp();
    void againIsTheSameSetUp();
    void whatWasRolledBackAsksNothing();
    void aRunThatEndsLeavesNoApplyBehind();
    void lockedMachinesAreUnlockedForIt();
    void forgottenMachinesAreNamed();
    void othersKeepWhatTheyNeed();
    void directorsShareMachines();
    void whoIsAtWorkInheritsNothing();
    void whatIsKeptForTheNextBootIsForgotten();
    void whatCouldNotBeKeptIsNamed();
    void fullDiskEndsTheRun();
    void damagedFilesAreLeftAlone();

private:
    /// Everything that a set-up could change, in a form that can be compared.
    static bool isAsBefore(SetupCluster &cluster, const SetupReading &before);
    static bool waitForEnd(SetupRun &run);

    std::unique_ptr<QTemporaryDir> m_root;
};

void TestSetupRun::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
}

void TestSetupRun::init()
{
    m_root = std::make_unique<QTemporaryDir>();
}

bool TestSetupRun::isAsBefore(SetupCluster &cluster, const SetupReading &before)
{
    const SetupReading now = cluster.read();
    return !before.hosts.empty() && now.hosts == before.hosts && now.table == before.table;
}

bool TestSetupRun::waitForEnd(SetupRun &run)
{
    return QTest::qWaitFor([&] { return !run.isRunning(); }, std::chrono::minutes(2));
}

void TestSetupRun::setsUpAndTakesBack()
{
    SetupCluster cluster;
    const SetupReading before = cluster.read();
    QCOMPARE(before.hosts.size(), 3u);
    SetupStore store(u"director"_s);
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    const HostPlan plan = cluster.plan();
    QVERIFY(plan.steps.size() > 4);
    QVERIFY(run.begin(cluster.wish, plan));
    QVERIFY(run.isRunning());
    QVERIFY(waitForEnd(run));
    QVERIFY(run.record().progress.isComplete());
    QCOMPARE(store.records().size(), 1u);
    QVERIFY(cluster.plan().isEmpty()); // all is so now
    const SetupReading after = cluster.read();
    const std::vector<SetupCheck> checks = checkSetup(cluster.wish, after);
    QVERIFY(!checks.empty());
    QVERIFY(!firstFinding(checks));

    run.takeBack(run.id());
    QVERIFY(waitForEnd(run));
    QVERIFY(run.record().progress.isTakenBack());
    QVERIFY(store.records().empty());
    QVERIFY(isAsBefore(cluster, before));
}

void TestSetupRun::failuresAreNamedAndTakenBack_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("operation");
    SetupCluster cluster;
    std::map<QString, int> operations;
    for (const HostStep &step : cluster.plan().steps)
        operations[step.host] += int(step.plan.operations.size());
    QCOMPARE(operations.size(), 3u);
    for (const auto &[host, count] : operations) {
        for (int operation = 0; operation < count; ++operation)
            QTest::addRow("%s %d", qPrintable(host), operation) << host << operation;
    }
}

void TestSetupRun::failuresAreNamedAndTakenBack()
{
    QFETCH(const QString, host);
    QFETCH(const int, operation);
    SetupCluster cluster;
    const SetupReading before = cluster.read();
    const HostPlan plan = cluster.plan();
    SetupStore store(u"director"_s);
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    cluster.machine(host).faults().reset();
    cluster.machine(host).faults().failOperation(operation, EPERM);
    QVERIFY(run.begin(cluster.wish, plan));
    QVERIFY(waitForEnd(run));
    const HostPlanProgress &progress = run.record().progress;
    QVERIFY(!progress.isComplete());
    const QString name = progress.failedHosts().value(0);
    QVERIFY2(!name.isEmpty(), "the machine is named");
    const SetupReading after = cluster.read();
    if (host != u"director") {
        QCOMPARE(name, host);
        QCOMPARE(after.hosts.at(host).interfaces, before.hosts.at(host).interfaces);
        QCOMPARE(after.hosts.at(host).sysctls, before.hosts.at(host).sysctls);
        const QString other = host == u"first" ? u"second"_s : u"first"_s;
        QVERIFY(after.hosts.at(other) != before.hosts.at(other)); // it is set up
        const IpvsTable::Entry *entry = after.table.find(cluster.wish.service.key);
        QVERIFY(entry);
        QCOMPARE(entry->servers.size(), 1u);
    }

    cluster.machine(host).faults().reset();
    run.goOn(run.id());
    QVERIFY(waitForEnd(run));
    QVERIFY(run.record().progress.isComplete());
    QVERIFY(cluster.plan().isEmpty());
    run.takeBack(run.id());
    QVERIFY(waitForEnd(run));
    QVERIFY(isAsBefore(cluster, before));
}

void TestSetupRun::closedMidwayGoesOnOrBack_data()
{
    QTest::addColumn<int>("boundary");
    QTest::addColumn<bool>("goesOn");
    constexpr int boundaries = 14; // two a step: sent, answered
    for (int boundary = 0; boundary < boundaries; ++boundary) {
        QTest::addRow("on, %d", boundary) << boundary << true;
        QTest::addRow("back, %d", boundary) << boundary << false;
    }
}

void TestSetupRun::closedMidwayGoesOnOrBack()
{
    QFETCH(const int, boundary);
    QFETCH(const bool, goesOn);
    SetupCluster cluster;
    const SetupReading before = cluster.read();
    const HostPlan plan = cluster.plan();
    QString id;
    {
        SetupStore store(u"director"_s);
        store.keepOnDisk(m_root->path());
        auto run = std::make_unique<SetupRun>(&store, &cluster.sessions, &cluster.hosts);
        int seen = 0;
        connect(run.get(), &SetupRun::progressed, this, [&] {
            if (seen++ == boundary)
                run.release()->deleteLater(); // as far as anybody can tell, the console is gone
        });
        QVERIFY(run->begin(cluster.wish, plan));
        QTRY_VERIFY(seen > boundary || !run->isRunning());
        id = store.records().front().id;
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);

    SetupStore store(u"director"_s);
    store.keepOnDisk(m_root->path());
    QVERIFY(!store.unreadable());
    QCOMPARE(store.records().size(), 1u);
    QCOMPARE(store.records().front().id, id);
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    if (goesOn) {
        run.goOn(id);
        QVERIFY(waitForEnd(run));
        QVERIFY(run.record().progress.isComplete());
        QVERIFY(cluster.plan().isEmpty());
    }
    run.takeBack(id);
    QVERIFY(waitForEnd(run));
    QVERIFY(store.records().empty());
    QVERIFY(isAsBefore(cluster, before));
}

void TestSetupRun::stopsBetweenSteps()
{
    SetupCluster cluster;
    SetupStore store(u"director"_s);
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    const HostPlan plan = cluster.plan();
    QVERIFY(run.begin(cluster.wish, plan));
    run.stop();
    QVERIFY(run.isStopping());
    QVERIFY(waitForEnd(run));
    QCOMPARE(run.record().progress.steps()[0].state, StepState::Done);
    QCOMPARE(run.record().progress.steps()[1].state, StepState::Waiting);
    QVERIFY(!run.record().progress.isFinished());
    run.goOn(run.id());
    QVERIFY(waitForEnd(run));
    QVERIFY(run.record().progress.isComplete());
}

void TestSetupRun::stopsWhileNothingIsSent()
{
    SetupCluster cluster;
    const HostPlan plan = cluster.plan();
    Unreached lost;
    cluster.hosts.remove(&cluster.second.director());
    cluster.hosts.add(&lost);
    SetupStore store(u"director"_s);
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    QVERIFY(run.begin(cluster.wish, plan));
    const auto isWaiting = [&] {
        return std::ranges::contains(run.record().progress.steps(), StepState::Running, &StepProgress::state) &&
               lost.status().link == LinkState::Connecting;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isWaiting(), std::chrono::minutes(2));
    run.stop();
    QVERIFY(!run.isRunning());
    QVERIFY(!run.record().progress.isRunning());
    QCOMPARE(*store.find(run.id()), run.record());
    lost.setLink(LinkState::Live);
    QCoreApplication::processEvents();
    QVERIFY(lost.applied().empty()); // it was withdrawn
    cluster.hosts.remove(&lost);
}

void TestSetupRun::lostWaysAreGivenUp()
{
    Unreached lost;
    lost.setLink(LinkState::Reconnecting);
    const QFuture<Result<void>> givenUp = connectTo(lost, {});
    QTRY_VERIFY(givenUp.isFinished());
    QCOMPARE(givenUp.result().error().code, ErrorCode::HostUnreachable);

    lost.setLink(LinkState::Reconnecting);
    const QFuture<Result<void>> comesBack = connectTo(lost, {});
    lost.setLink(LinkState::Connecting);
    QTest::qWait(1);
    QVERIFY(!comesBack.isFinished()); // a person may be asked for a password
    lost.setLink(LinkState::Live);
    QTRY_VERIFY(comesBack.isFinished());
    QVERIFY(comesBack.result());
}

void TestSetupRun::againIsTheSameSetUp()
{
    SetupCluster cluster;
    const SetupReading before = cluster.read();
    SetupStore store(u"director"_s);
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    SetupWish whole = cluster.wish;
    cluster.wish.servers.pop_back();
    QVERIFY(run.begin(cluster.wish, cluster.plan()));
    QVERIFY(waitForEnd(run));
    const QString id = run.id();
    cluster.wish = whole;
    QVERIFY(run.begin(cluster.wish, cluster.plan()));
    QVERIFY(waitForEnd(run));
    QCOMPARE(run.id(), id);
    QCOMPARE(store.records().size(), 1u);
    QVERIFY(run.record().progress.isComplete());
    QCOMPARE(run.record().wish, whole);
    QVERIFY(cluster.plan().isEmpty());

    run.takeBack(id);
    QVERIFY(waitForEnd(run));
    QVERIFY(store.records().empty());
    QVERIFY(isAsBefore(cluster, before));
}

void TestSetupRun::whatWasRolledBackAsksNothing()
{
    SetupCluster cluster;
    SetupStore store(u"director"_s);
    const SetupRecord begun{.wish = cluster.wish, .progress = HostPlanProgress(cluster.plan())};
    QVERIFY(begun.progress.isTakenBack() && !begun.progress.isComplete());
    QVERIFY(store.add(begun));
    QVERIFY(store.recordsBeside({})->empty());
    const SetupRecord soAlready{.wish = cluster.wish, .progress = HostPlanProgress(HostPlan())};
    QVERIFY(store.add(soAlready));
    QCOMPARE(store.recordsBeside({})->size(), 1u);
    QCOMPARE(store.recordsBeside({})->front().wish, cluster.wish);
}

void TestSetupRun::aRunThatEndsLeavesNoApplyBehind()
{
    SetupCluster cluster;
    HostPlan plan = cluster.plan();
    std::erase_if(plan.steps, [](const HostStep &step) { return step.host != u"director"; });
    QObject viewer;
    cluster.session.watcher()->watch(&viewer, {.allServers = true});
    QTRY_VERIFY(cluster.session.watcher()->latest());
    SetupStore store(u"director"_s);
    auto run = std::make_unique<SetupRun>(&store, &cluster.sessions, &cluster.hosts);
    QVERIFY(run->begin(cluster.wish, plan));
    QVERIFY(run->isRunning());
    run.reset();
    QSignalSpy readings(cluster.session.watcher(), &TableWatcher::snapshotTaken);
    QTRY_VERIFY(readings.size() > 1);
    QSignalSpy foreign(cluster.session.watcher(), &TableWatcher::foreignEdits);
    ChangePlan same; // what the run was to do is by somebody else now
    for (const HostStep &step : plan.steps) {
        if (step.phase == SetupPhase::Rules)
            same.operations.insert(same.operations.end(), step.plan.operations.begin(), step.plan.operations.end());
    }
    cluster.director.director().apply(same);
    QTRY_VERIFY_WITH_TIMEOUT(!foreign.isEmpty(), std::chrono::minutes(2));
}

void TestSetupRun::lockedMachinesAreUnlockedForIt()
{
    SetupCluster cluster;
    const HostPlan plan = cluster.plan(); // which opens them
    cluster.first.director().lock();
    SetupStore store(u"director"_s);
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    QVERIFY(run.begin(cluster.wish, plan));
    QVERIFY(waitForEnd(run));
    QVERIFY(run.record().progress.isComplete());
    QCOMPARE(cluster.first.director().status().access, Access::Locked);
    QCOMPARE(cluster.second.director().status().access, Access::Editable);
}

void TestSetupRun::forgottenMachinesAreNamed()
{
    SetupCluster cluster;
    const HostPlan plan = cluster.plan();
    cluster.hosts.remove(&cluster.second.director());
    SetupStore store(u"director"_s);
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    QVERIFY(run.begin(cluster.wish, plan));
    QVERIFY(waitForEnd(run));
    QCOMPARE(run.record().progress.failedHosts(), QStringList{u"second"_s});
    const SetupReading after = cluster.read();
    QVERIFY(after.errors.contains(u"second"_s));
    QCOMPARE(after.table.find(cluster.wish.service.key)->servers.size(), 1u);
}

void TestSetupRun::othersKeepWhatTheyNeed()
{
    SetupCluster cluster;
    const SetupReading before = cluster.read();
    SetupStore store(u"director"_s);
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    QVERIFY(run.begin(cluster.wish, cluster.plan()));
    QVERIFY(waitForEnd(run));
    const QString first = run.id();
    cluster.wish.service.key.port = 443; // the same VIP
    for (SetupServer &server : cluster.wish.servers)
        server.server.key.port = 443;
    QVERIFY(run.begin(cluster.wish, cluster.plan()));
    QVERIFY(waitForEnd(run));
    QVERIFY(run.record().progress.isComplete());

    run.takeBack(first);
    QVERIFY(waitForEnd(run));
    QCOMPARE(store.records().size(), 1u);
    const SetupReading after = cluster.read();
    QVERIFY(!firstFinding(checkSetup(cluster.wish, after)));

    // The last who needs it takes back what the first one made.
    QVERIFY(store.records().front().progress.isComplete());
    run.takeBack(store.records().front().id);
    QVERIFY(waitForEnd(run));
    QVERIFY(store.records().empty());
    QVERIFY(isAsBefore(cluster, before));
}

/// Another director's set-up, which this console began at another time, needs the VIP on the first machine.
void TestSetupRun::directorsShareMachines()
{
    SetupCluster cluster;
    const SetupReading before = cluster.read();
    SetupRecord other{.wish = cluster.wish, .begunAt = QDateTime::currentDateTimeUtc()};
    other.wish.director = u"ssh:root@other:22"_s;
    other.wish.servers.pop_back();
    {
        SetupStore there(other.wish.director);
        there.keepOnDisk(m_root->path());
        other.id = *there.add(other);
    }
    SetupStore store(u"director"_s);
    store.keepOnDisk(m_root->path());
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    QVERIFY(run.begin(cluster.wish, cluster.plan()));
    QVERIFY(waitForEnd(run));
    run.takeBack(run.id());
    QVERIFY(waitForEnd(run));
    QVERIFY(store.records().empty());
    QVERIFY(cluster.read().hosts.at(u"first"_s) != before.hosts.at(u"first"_s));

    SetupStore there(other.wish.director);
    there.keepOnDisk(m_root->path());
    QVERIFY(!there.unreadable());
    SetupRun thatRun(&there, &cluster.sessions, &cluster.hosts);
    thatRun.takeBack(other.id);
    QVERIFY(waitForEnd(thatRun));
    QVERIFY(there.records().empty());
    QVERIFY(isAsBefore(cluster, before));
}

void TestSetupRun::whoIsAtWorkInheritsNothing()
{
    SetupCluster cluster;
    const SetupReading before = cluster.read();
    DirectorSession session(&cluster.second.director());
    cluster.sessions.add(&session);
    SetupRecord other{.wish = cluster.wish, .begunAt = QDateTime::currentDateTimeUtc()};
    other.wish.director = u"second"_s;
    other.wish.servers.pop_back();
    session.setups()->keepOnDisk(m_root->path());
    other.id = *session.setups()->add(other);
    session.setups()->setRunning(other.id);

    SetupStore store(u"director"_s);
    store.keepOnDisk(m_root->path());
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    QVERIFY(run.begin(cluster.wish, cluster.plan()));
    QVERIFY(waitForEnd(run));
    run.takeBack(run.id());
    QVERIFY(waitForEnd(run));
    const auto &steps = run.record().progress.steps();
    const auto left = std::ranges::find(steps, StepState::Left, &StepProgress::state);
    QVERIFY(left != steps.end());
    QCOMPARE(left->error->code, ErrorCode::Busy);

    session.setups()->setRunning({});
    run.takeBack(run.id());
    QVERIFY(waitForEnd(run));
    QVERIFY(store.records().empty());
    SetupRun thatRun(session.setups(), &cluster.sessions, &cluster.hosts);
    thatRun.takeBack(other.id);
    QVERIFY(waitForEnd(thatRun));
    QVERIFY(isAsBefore(cluster, before));
    cluster.sessions.remove(&session);
}

void TestSetupRun::whatIsKeptForTheNextBootIsForgotten()
{
    SetupCluster cluster;
    const SetupReading before = cluster.read();
    QCOMPARE(before.kept.size(), 3u);
    SetupStore store(u"director"_s);
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    cluster.first.director().lock();
    const auto planned = [&] {
        const SetupReading now = cluster.read();
        return withKeeping(*planSetup(cluster.wish, now), run.idFor(cluster.wish), cluster.wish, now, now.kept);
    };
    QVERIFY(run.begin(cluster.wish, planned()));
    QVERIFY(waitForEnd(run));
    QVERIFY(run.record().progress.isComplete());
    QCOMPARE(cluster.first.director().status().access, Access::Locked);
    const SetupReading after = cluster.read();
    for (const auto &[host, state] : after.kept) {
        const KeptText kept = readKeptText(state.file.content);
        QCOMPARE(kept.setups, std::vector{keptFor(run.id(), cluster.wish, host, after)});
        QVERIFY(!kept.setups.front().isEmpty());
    }
    QVERIFY(planned().isEmpty());

    run.takeBack(run.id());
    QVERIFY(waitForEnd(run));
    QVERIFY(store.records().empty());
    const SetupReading undone = cluster.read();
    for (const auto &[host, state] : undone.kept)
        QCOMPARE(state.file.state, BootFile::State::Missing);
    QVERIFY(isAsBefore(cluster, before));
}

void TestSetupRun::whatCouldNotBeKeptIsNamed()
{
    SetupCluster cluster;
    SetupStore store(u"director"_s);
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    const SetupReading before = cluster.read();
    const HostPlan plan = withKeeping(*planSetup(cluster.wish, before), {}, cluster.wish, before, before.kept);
    connect(&run, &SetupRun::progressed, this, [&] {
        const auto task = run.record().progress.next();
        if (task && task->isKeeping && task->host == u"first")
            cluster.first.faults().failReadsFrom(0, EIO);
    });
    QVERIFY(run.begin(cluster.wish, plan));
    QVERIFY(waitForEnd(run));
    QCOMPARE(run.record().progress.failedHosts(), QStringList{u"first"_s});
    QVERIFY(run.record().progress.isSetUp() && !run.record().progress.isComplete());

    cluster.first.faults().reset();
    run.disconnect(this);
    run.goOn(run.id());
    QVERIFY(waitForEnd(run));
    QVERIFY(run.record().progress.isComplete());
}

void TestSetupRun::fullDiskEndsTheRun()
{
    SetupCluster cluster;
    const SetupReading before = cluster.read();
    const HostPlan plan = cluster.plan();
    QFile blocker(m_root->filePath(u"setups"_s)); // where a folder would have to be
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    SetupStore store(u"director"_s);
    store.keepOnDisk(blocker.fileName());
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    const Result<void> begun = run.begin(cluster.wish, plan);
    QVERIFY(!begun);
    QCOMPARE(begun.error().code, ErrorCode::FileNotWritten);
    QVERIFY(!run.isRunning());
    QVERIFY(isAsBefore(cluster, before));
}

void TestSetupRun::damagedFilesAreLeftAlone()
{
    QVERIFY(QDir(m_root->path()).mkpath(u"director"_s));
    QFile file(m_root->filePath(u"director/old.setup"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not a set-up");
    file.close();
    SetupStore store(u"director"_s);
    store.keepOnDisk(m_root->path());
    QVERIFY(store.records().empty());
    QVERIFY(store.unreadable());
    QCOMPARE(store.unreadable()->code, ErrorCode::FileNotUnderstood);
    QVERIFY(file.exists());

    SetupStore another(u"another"_s); // a record under a name that is not its own
    another.keepOnDisk(m_root->path());
    SetupCluster cluster;
    const Result<QString> id = another.add({.wish = cluster.wish, .begunAt = QDateTime::currentDateTimeUtc()});
    QVERIFY(id);
    QVERIFY(QFile::rename(m_root->filePath(u"another/%1.setup"_s.arg(*id)), m_root->filePath(u"another/copy.setup"_s)));
    SetupStore next(u"another"_s);
    next.keepOnDisk(m_root->path());
    QVERIFY(next.records().empty() && next.unreadable());
}

QTEST_GUILESS_MAIN(TestSetupRun)
#include "tst_setuprun.moc"
