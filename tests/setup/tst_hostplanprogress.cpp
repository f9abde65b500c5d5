// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/hostplanprogress.h"
#include "tests/support/objects.h"

#include <QTest>

#include <algorithm>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// What comes next, whatever the machines answer.
class TestHostPlanProgress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void stepsComeInTheirOrder();
    void nothingComesWhileSomethingRuns();
    void takingBackIsTheReverse();
    void aMachineThatFailsIsTakenBackAndOthersGoOn();
    void aDirectorThatFailsEndsTheSetUp();
    void anUnknownOutcomeIsTakenBack();
    void whatWasSoAlreadyIsNotTakenBack();
    void theUndoOfTheMachineIsUsed();
    void anUndoThatIsNotSaidIsTheInverse();
    void routesKeepTheForwardingTheyNeed();
    void whatNobodyWaitsForIsDoneAgain();
    void whatWasNotSentWaitsAgain();
    void whatIsMissingIsAddedInItsPlace();
    void whatIsLeftKeepsWhatItRestsOn();
    void whatIsLeftIsTriedAgain();
    void whatIsKeptIsForgottenFirst();
    void whatCouldNotBeKeptTakesNothingBack();
    void whatWasKeptBeforeIsForgottenWithItsMachine();
    void whatIsLeftToAnotherIsTakenBackByIt();
    void whatWouldBeDoneIsKnown();
    void onlyWhatFitsIsRead();
};

namespace {

const QString director = u"director"_s;
const QString a = u"a"_s;
const QString b = u"b"_s;

ChangePlan setting(const QString &name)
{
    return {{SetSysctl{u"ipv4/conf/%1/arp_ignore"_s.arg(name), u"0"_s, u"1"_s}}};
}

/// Steps of each phase, told apart by what they set.
HostPlan everyPhase()
{
    return {{{a, a, SetupPhase::RestrictArp, setting(u"a0"_s)},
             {b, b, SetupPhase::RestrictArp, setting(u"b0"_s)},
             {a, a, SetupPhase::ServerAddress, setting(u"a1"_s)},
             {b, b, SetupPhase::ServerAddress, setting(u"b1"_s)},
             {director, director, SetupPhase::DirectorSettings, setting(u"d0"_s)},
             {a, a, SetupPhase::ServerRoute, setting(u"a2"_s)},
             {b, b, SetupPhase::ServerRoute, setting(u"b2"_s)},
             {director, director, SetupPhase::Rules, setting(u"d1"_s)},
             {director, a, SetupPhase::Rules, setting(u"d2"_s)},
             {director, b, SetupPhase::Rules, setting(u"d3"_s)}}};
}

/// The same, kept for the next boot.
HostPlan keptPlan()
{
    HostPlan plan = everyPhase();
    for (const QString &host : {a, b, director})
        plan.steps.push_back({.host = host, .forHost = host, .phase = SetupPhase::Keep});
    return plan;
}

ApplyReport applied(const HostTask &task)
{
    return {.outcome = ApplyOutcome::Applied, .plan = task.plan, .undo = inverse(task.plan)};
}

Result<ApplyReport> failed(ErrorCode code)
{
    return failure(code);
}

using Answer = std::function<Result<ApplyReport>(const HostTask &)>;

/// Does everything and says in which order; what is taken back with a "-".
QStringList run(HostPlanProgress &progress, const Answer &answer = applied)
{
    QStringList done;
    while (const auto task = progress.next()) {
        const QString name = task->isKeeping
                                 ? u'!' + task->host
                                 : std::get<SetSysctl>(task->plan.operations.front()).name.split(u'/').at(2);
        done.append(task->isUndo ? u'-' + name : name);
        progress.started(*task);
        progress.finished(*task, answer(*task));
    }
    return done;
}

/// Everything is applied but those steps.
Answer failing(std::vector<std::size_t> steps, bool whenTakenBack, Result<ApplyReport> how)
{
    return [=](const HostTask &task) {
        const bool fails = task.isUndo == whenTakenBack && std::ranges::contains(steps, task.step);
        return fails ? how : applied(task);
    };
}

StepState stateOf(const HostPlanProgress &progress, std::size_t step)
{
    return progress.steps()[step].state;
}

} // namespace

void TestHostPlanProgress::stepsComeInTheirOrder()
{
    HostPlanProgress progress(everyPhase());
    QVERIFY(progress.isTakenBack() && !progress.isFinished());
    QCOMPARE(run(progress).join(u' '), u"a0 b0 a1 b1 d0 a2 b2 d1 d2 d3"_s);
    QVERIFY(progress.isComplete() && progress.isFinished() && !progress.isTakenBack());
}

void TestHostPlanProgress::nothingComesWhileSomethingRuns()
{
    HostPlanProgress progress(everyPhase());
    const HostTask task = *progress.next();
    progress.started(task);
    QVERIFY(progress.isRunning() && !progress.isFinished() && !progress.next());
    progress.finished(task, applied(task));
    QVERIFY(!progress.isRunning() && progress.next());
}

void TestHostPlanProgress::takingBackIsTheReverse()
{
    HostPlanProgress progress(everyPhase());
    run(progress);
    progress.takeBack();
    QCOMPARE(run(progress).join(u' '), u"-d3 -d2 -d1 -b2 -a2 -d0 -b1 -a1 -b0 -a0"_s);
    QVERIFY(progress.isTakenBack() && progress.isFinished());
}

void TestHostPlanProgress::aMachineThatFailsIsTakenBackAndOthersGoOn()
{
    HostPlanProgress progress(everyPhase());
    const auto answer = failing({5}, false, failed(ErrorCode::NotAuthorized));
    QCOMPARE(run(progress, answer).join(u' '), u"a0 b0 a1 b1 d0 a2 -a1 -a0 b2 d1 d3"_s);
    QCOMPARE(progress.failedHosts(), QStringList{a});
    QCOMPARE(stateOf(progress, 5), StepState::Failed);
    QCOMPARE(stateOf(progress, 8), StepState::Skipped);
    QVERIFY(progress.isFinished() && !progress.isComplete());

    progress.retry();
    QCOMPARE(run(progress).join(u' '), u"a0 a1 a2 d2"_s);
    QVERIFY(progress.isComplete());
}

void TestHostPlanProgress::aDirectorThatFailsEndsTheSetUp()
{
    HostPlanProgress progress(everyPhase());
    const auto answer = failing({7}, false, failed(ErrorCode::NotAuthorized));
    // Routes to a director that does not forward go back; addresses stay.
    QCOMPARE(run(progress, answer).join(u' '), u"a0 b0 a1 b1 d0 a2 b2 d1 -b2 -a2 -d0"_s);
    QCOMPARE(progress.failedHosts(), QStringList{director});
    QCOMPARE(stateOf(progress, 2), StepState::Done);
}

void TestHostPlanProgress::anUnknownOutcomeIsTakenBack()
{
    for (const auto &how : {failed(ErrorCode::OutcomeUnknown),
                            Result<ApplyReport>(ApplyReport{.outcome = ApplyOutcome::UndoIncomplete})}) {
        HostPlanProgress progress(everyPhase());
        QCOMPARE(run(progress, failing({2}, false, how)).first(6).join(u' '), u"a0 b0 a1 -a1 -a0 b1"_s);
        QCOMPARE(stateOf(progress, 2), StepState::TakenBack);
        QCOMPARE(progress.failedHosts(), QStringList{a});
    }
}

void TestHostPlanProgress::whatWasSoAlreadyIsNotTakenBack()
{
    HostPlanProgress progress(everyPhase());
    const ApplyReport already{.outcome = ApplyOutcome::AlreadySo};
    run(progress, failing({2, 3}, false, already));
    QVERIFY(progress.isComplete());
    progress.takeBack();
    QCOMPARE(run(progress).join(u' '), u"-d3 -d2 -d1 -b2 -a2 -d0 -b0 -a0"_s);
    QVERIFY(progress.isTakenBack());
}

void TestHostPlanProgress::theUndoOfTheMachineIsUsed()
{
    HostPlanProgress progress(everyPhase());
    const ChangePlan read = setting(u"read"_s);
    run(progress, [&](const HostTask &task) {
        ApplyReport report = applied(task);
        report.undo = read;
        return report;
    });
    progress.takeBack();
    QCOMPARE(progress.next()->plan, read);
}

void TestHostPlanProgress::anUndoThatIsNotSaidIsTheInverse()
{
    HostPlanProgress progress(everyPhase());
    run(progress, [&](const HostTask &task) {
        ApplyReport report = applied(task);
        report.undo = {};
        return report;
    });
    progress.takeBack();
    QCOMPARE(progress.next()->plan, inverse(everyPhase().steps.back().plan));
}

void TestHostPlanProgress::routesKeepTheForwardingTheyNeed()
{
    HostPlanProgress progress(everyPhase());
    run(progress);
    progress.takeBack();
    QCOMPARE(run(progress, failing({5}, true, failed(ErrorCode::LinkLost))).join(u' '),
             u"-d3 -d2 -d1 -b2 -a2 -b1 -b0"_s);
    QCOMPARE(stateOf(progress, 4), StepState::Left);
}

void TestHostPlanProgress::whatNobodyWaitsForIsDoneAgain()
{
    HostPlanProgress progress(everyPhase());
    progress.started(*progress.next());
    progress.retry();
    QCOMPARE(stateOf(progress, 0), StepState::Waiting);
    QVERIFY(progress.steps()[0].wasInterrupted);
    run(progress);
    progress.takeBack();
    progress.started(*progress.next());
    progress.retry();
    QCOMPARE(stateOf(progress, 9), StepState::Waiting);
    QVERIFY(progress.steps()[9].wasInterrupted);
}

void TestHostPlanProgress::whatWasNotSentWaitsAgain()
{
    HostPlanProgress progress(everyPhase());
    const HostPlanProgress before = progress;
    progress.started(*progress.next());
    progress.withdrawn({.step = 0});
    QCOMPARE(progress, before);
    run(progress);
    progress.takeBack();
    const HostPlanProgress taking = progress;
    const HostTask task = *progress.next();
    progress.started(task);
    progress.withdrawn(task);
    QCOMPARE(progress, taking);
}

void TestHostPlanProgress::whatIsMissingIsAddedInItsPlace()
{
    HostPlanProgress progress(everyPhase());
    run(progress, failing({6}, false, failed(ErrorCode::NotAuthorized))); // nothing of b is there
    progress.extend({{{a, a, SetupPhase::RestrictArp, setting(u"a0"_s)},  // lost, for one
                      {b, b, SetupPhase::ServerAddress, setting(u"b7"_s)}}});
    QCOMPARE(progress.plan().steps.size(), 7u);
    QCOMPARE(run(progress).join(u' '), u"a0 b7"_s);
    QVERIFY(progress.isComplete());
    progress.takeBack();
    QCOMPARE(run(progress).join(u' '), u"-d2 -d1 -a2 -d0 -b7 -a1 -a0"_s);
}

void TestHostPlanProgress::whatIsLeftKeepsWhatItRestsOn()
{
    HostPlanProgress progress(everyPhase());
    run(progress);
    progress.takeBack();
    // The address of `a` stays, so ARP for it must not be opened.
    QCOMPARE(run(progress, failing({2}, true, failed(ErrorCode::LinkLost))).join(u' '),
             u"-d3 -d2 -d1 -b2 -a2 -d0 -b1 -a1 -b0"_s);
    QCOMPARE(stateOf(progress, 2), StepState::Left);
    QCOMPARE(stateOf(progress, 0), StepState::Left);
    QCOMPARE(progress.steps()[0].error->code, ErrorCode::LinkLost);
    QVERIFY(!progress.isTakenBack() && progress.isFinished());

    // While the table sends packets to `b`, `b` takes them; and the director answers for the VIP.
    HostPlanProgress lost(everyPhase());
    run(lost);
    lost.takeBack();
    QCOMPARE(run(lost, failing({9}, true, failed(ErrorCode::LinkLost))).join(u' '), u"-d3"_s);
}

void TestHostPlanProgress::whatIsLeftIsTriedAgain()
{
    HostPlanProgress progress(everyPhase());
    run(progress);
    progress.takeBack();
    run(progress, failing({2}, true, failed(ErrorCode::LinkLost)));
    progress.takeBack();
    QCOMPARE(run(progress).join(u' '), u"-a1 -a0"_s);
    QVERIFY(progress.isTakenBack());
}

void TestHostPlanProgress::whatIsKeptIsForgottenFirst()
{
    HostPlanProgress progress(keptPlan());
    QCOMPARE(run(progress).join(u' '), u"a0 b0 a1 b1 d0 a2 b2 d1 d2 d3 !a !b !director"_s);
    QVERIFY(progress.isComplete() && progress.isSetUp());
    progress.takeBack();
    QCOMPARE(run(progress).join(u' '), u"-!director -!b -!a -d3 -d2 -d1 -b2 -a2 -d0 -b1 -a1 -b0 -a0"_s);
    QVERIFY(progress.isTakenBack());

    HostPlanProgress failing(keptPlan());
    run(failing, ::failing({2}, false, failed(ErrorCode::KernelRefused)));
    QCOMPARE(stateOf(failing, 10), StepState::Skipped); // what is not there need not come back
    QCOMPARE(stateOf(failing, 11), StepState::Done);
}

void TestHostPlanProgress::whatCouldNotBeKeptTakesNothingBack()
{
    HostPlanProgress progress(keptPlan());
    run(progress, failing({10}, false, failed(ErrorCode::NotAuthorized)));
    QCOMPARE(stateOf(progress, 10), StepState::Failed);
    QCOMPARE(progress.failedHosts(), QStringList{a});
    QVERIFY(progress.isSetUp() && !progress.isComplete() && progress.isFinished());
    for (std::size_t step = 0; step < progress.steps().size(); ++step)
        QVERIFY(step == 10 || stateOf(progress, step) == StepState::Done);
    progress.retry();
    QCOMPARE(run(progress).join(u' '), u"!a"_s);
    QVERIFY(progress.isComplete());

    run(progress);
    HostPlanProgress undone(keptPlan());
    run(undone, failing({10}, false, failed(ErrorCode::OutcomeUnknown)));
    undone.takeBack();
    QVERIFY(run(undone).contains(u"-!a"_s)); // it may be there, or an older one
    QVERIFY(undone.isTakenBack());
}

void TestHostPlanProgress::whatWasKeptBeforeIsForgottenWithItsMachine()
{
    HostPlanProgress progress(keptPlan());
    run(progress);
    progress.extend(
        {{{a, a, SetupPhase::ServerAddress, setting(u"a9"_s)}, {.host = a, .forHost = a, .phase = SetupPhase::Keep}}});
    QCOMPARE(std::ranges::count(progress.plan().steps, SetupPhase::Keep, &HostStep::phase), 3);
    const QStringList done = run(progress, [](const HostTask &task) {
        const bool fails = !task.isUndo && task.plan == setting(u"a9"_s);
        return fails ? failed(ErrorCode::KernelRefused) : applied(task);
    });
    QCOMPARE(done.value(1), u"-!a"_s);
    QVERIFY(done.contains(u"-a0"_s));
    QVERIFY(!done.contains(u"-!b"_s));
}

void TestHostPlanProgress::whatIsLeftToAnotherIsTakenBackByIt()
{
    HostPlanProgress heir({{{a, a, SetupPhase::ServerAddress, setting(u"a1"_s)},
                            {director, director, SetupPhase::Rules, setting(u"d1"_s)}}});
    run(heir);
    const ChangePlan undo{{SetSysctl{u"ipv4/conf/left/arp_ignore"_s, u"1"_s, u"0"_s}}};
    const HostStep step{a, a, SetupPhase::RestrictArp, inverse(undo)};
    heir.inherit(step, undo);
    heir.inherit(step, undo);
    QVERIFY(heir.isComplete());
    QVERIFY(HostPlanProgress::from(heir.plan(), heir.steps()));
    heir.takeBack();
    QCOMPARE(run(heir).join(u' '), u"-d1 -a1 -left"_s);
}

void TestHostPlanProgress::whatWouldBeDoneIsKnown()
{
    HostPlanProgress progress(keptPlan());
    QCOMPARE(progress.remaining(), keptPlan());
    QVERIFY(progress.undoing().isEmpty());
    const HostTask first = *progress.next();
    progress.started(first);
    progress.finished(first, applied(first));
    QCOMPARE(progress.remaining().steps.size(), keptPlan().steps.size() - 1);
    QCOMPARE(progress.undoing(), inverse(HostPlan{{keptPlan().steps.front()}}));
    run(progress);
    QVERIFY(progress.remaining().isEmpty());
    QCOMPARE(progress.undoing(), inverse(keptPlan()));
}

void TestHostPlanProgress::onlyWhatFitsIsRead()
{
    const HostPlanProgress progress(everyPhase());
    QCOMPARE(HostPlanProgress::from(progress.plan(), progress.steps()), progress);
    std::vector<StepProgress> steps = progress.steps();
    steps.pop_back();
    QVERIFY(!HostPlanProgress::from(progress.plan(), steps));
    steps = progress.steps();
    steps.front().state = StepState(int(StepState::Left) + 1);
    QVERIFY(!HostPlanProgress::from(progress.plan(), steps));
    HostPlan nowhere = progress.plan();
    nowhere.steps.front().host.clear();
    QVERIFY(!HostPlanProgress::from(nowhere, progress.steps()));
    HostPlan nothing = progress.plan();
    nothing.steps.front().plan = {};
    QVERIFY(!HostPlanProgress::from(nothing, progress.steps()));
    HostPlan kept = keptPlan();
    QVERIFY(HostPlanProgress::from(kept, HostPlanProgress(kept).steps()));
    kept.steps.back().plan = setting(u"a0"_s); // what is kept is read from the machine
    QVERIFY(!HostPlanProgress::from(kept, HostPlanProgress(kept).steps()));
}

QTEST_GUILESS_MAIN(TestHostPlanProgress)
#include "tst_hostplanprogress.moc"
