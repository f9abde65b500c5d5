// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/setuprun.h"
#include "app/setup/planstep.h"
#include "app/setup/setupplandialog.h"
#include "app/widgets/messagebar.h"
#include "core/setup/setupkeeping.h"
#include "tests/app/setupcluster.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTreeView>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// What a person decides of a plan before it is carried out, gone on with or taken back.
class TestSetupSteps : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepingIsChosen();
    void machinesThatCantKeepAreNamed();
    void goingOnAsksForTheWord();
    void takingBackAsksForTheWord();
    void othersAskForNothing();
    void whatCantBeReadIsNamed();
};

namespace {

const QString rs1 = u"ssh:root@rs1:22"_s;

/// A set-up whose default route on rs1 is done, or still to be changed; nothing can be reached.
struct Rerouted {
    explicit Rerouted(bool isDone)
    {
        const HostRoute route{.gateway = ip(u"172.18.100.5"), .interface = cluster.wish.outside};
        HostPlanProgress progress(HostPlan{{{rs1, rs1, SetupPhase::ServerRoute, {{AddRoute{route}}}}}});
        if (isDone) {
            const HostTask task = *progress.next();
            progress.started(task);
            progress.finished(task, ApplyReport{.outcome = ApplyOutcome::Applied, .undo = inverse(task.plan)});
        }
        id = *store.add({.wish = cluster.wish, .progress = progress, .begunAt = QDateTime::currentDateTimeUtc()});
        dialog = new SetupPlanDialog(id, &store, &run, nullptr);
        dialog->show();
    }
    ~Rerouted() { delete dialog; }
    Q_DISABLE_COPY_MOVE(Rerouted)

    template<class T = QPushButton> T *find(const QString &name) const { return dialog->findChild<T *>(name); }

    SetupCluster cluster;
    SetupStore store{u"director"_s};
    SetupRun run{&store, &cluster.sessions, &cluster.hosts};
    QString id;
    SetupPlanDialog *dialog = nullptr;
};

} // namespace

void TestSetupSteps::keepingIsChosen()
{
    SetupCluster cluster;
    SetupStore store(u"director"_s);
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    PlanStep step(&run, &cluster.hosts);
    const SetupReading reading = cluster.read();
    const HostPlan plan = *planSetup(cluster.wish, reading);
    step.setPlan(cluster.wish, plan, reading);
    auto *keep = step.findChild<QCheckBox *>(u"keepAfterReboot"_s);
    const auto *view = step.findChild<QTreeView *>(u"setupPlan"_s);
    QVERIFY(keep->isVisibleTo(&step) && keep->isChecked());
    QCOMPARE(view->model()->rowCount(), int(plan.steps.size()) + 3);
    const QModelIndex last = view->model()->index(int(plan.steps.size()), 0);
    QVERIFY2(last.data().toString().contains(u"Keep for the next boot"), qPrintable(last.data().toString()));
    keep->setChecked(false);
    QCOMPARE(view->model()->rowCount(), int(plan.steps.size()));
    keep->setChecked(true);
    step.begin();
    QVERIFY(!keep->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(!run.isRunning(), 120'000);
    QVERIFY(run.record().progress.isComplete());
    for (const auto &[host, state] : cluster.read().kept)
        QVERIFY(state.file.isPresent());

    PlanStep again(&run, &cluster.hosts);
    const SetupReading after = cluster.read();
    again.setPlan(cluster.wish, *planSetup(cluster.wish, after), after);
    QVERIFY(!again.findChild<QCheckBox *>(u"keepAfterReboot"_s)->isVisibleTo(&again)); // it is so
    QCOMPARE(again.findChild<QTreeView *>(u"setupPlan"_s)->model()->rowCount(), 0);
}

void TestSetupSteps::machinesThatCantKeepAreNamed()
{
    SetupCluster cluster;
    SetupStore store(u"director"_s);
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    PlanStep step(&run, &cluster.hosts);
    SetupReading reading = cluster.read();
    reading.kept.erase(u"first"_s);
    reading.kept[u"second"_s].unit.installation = BootUnit::Installation::Disabled;
    const HostPlan plan = *planSetup(cluster.wish, reading);
    step.setPlan(cluster.wish, plan, reading);
    QCOMPARE(step.findChild<QTreeView *>(u"setupPlan"_s)->model()->rowCount(), int(plan.steps.size()) + 1);
    const QString notes = step.findChild<QLabel *>(u"setupNotes"_s)->text();
    QVERIFY2(notes.contains(u"first") && notes.contains(u"second") && !notes.contains(u"director"), qPrintable(notes));

    reading.kept.clear();
    step.setPlan(cluster.wish, plan, reading);
    QVERIFY(!step.findChild<QCheckBox *>(u"keepAfterReboot"_s)->isVisibleTo(&step));
}

void TestSetupSteps::goingOnAsksForTheWord()
{
    Rerouted rerouted(false);
    const auto *warning = rerouted.find<QLabel>(u"rerouteWarning"_s);
    auto *word = rerouted.find<QLineEdit>(u"word"_s);
    QVERIFY(warning->isVisible() && warning->text().contains(u"rs1"));
    QVERIFY(!rerouted.find(u"planGoOn"_s)->isEnabled());
    rerouted.dialog->goOn(); // as the message on the page does
    QVERIFY(!rerouted.run.isRunning());
    QVERIFY(rerouted.run.id().isEmpty());
    word->setText(u"rerout"_s);
    QVERIFY(!rerouted.find(u"planGoOn"_s)->isEnabled());
    word->setText(u"reroute"_s);
    QVERIFY(rerouted.find(u"planGoOn"_s)->isEnabled());
    rerouted.dialog->goOn();
    QCOMPARE(rerouted.run.id(), rerouted.id);
    QTRY_VERIFY(!rerouted.run.isRunning());
    QVERIFY(!rerouted.find(u"planGoOn"_s)->isEnabled()); // it is asked for each time
}

void TestSetupSteps::takingBackAsksForTheWord()
{
    Rerouted rerouted(true);
    QVERIFY(!rerouted.find(u"planUndo"_s)->isEnabled());
    rerouted.dialog->takeBack();
    QVERIFY(rerouted.run.id().isEmpty());
    rerouted.find<QLineEdit>(u"word"_s)->setText(u"reroute"_s);
    QVERIFY(rerouted.find(u"planUndo"_s)->isEnabled());
    rerouted.dialog->takeBack();
    QCOMPARE(rerouted.run.id(), rerouted.id);
    QTRY_VERIFY(!rerouted.run.isRunning());
}

void TestSetupSteps::othersAskForNothing()
{
    SetupCluster cluster;
    SetupStore store(u"director"_s);
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    QVERIFY(run.begin(cluster.wish, cluster.plan()));
    QTRY_VERIFY_WITH_TIMEOUT(!run.isRunning(), 120'000);
    SetupPlanDialog dialog(run.id(), &store, &run, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QVERIFY(!dialog.findChild<QLineEdit *>(u"word"_s)->isVisible());
    QVERIFY(dialog.findChild<QPushButton *>(u"planUndo"_s)->isEnabled());
    dialog.takeBack();
    QTRY_VERIFY_WITH_TIMEOUT(!run.isRunning(), 120'000);
    QVERIFY(store.records().empty());
}

void TestSetupSteps::whatCantBeReadIsNamed()
{
    const QTemporaryDir root;
    SetupCluster cluster;
    SetupStore store(u"director"_s);
    store.keepOnDisk(root.path());
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    QVERIFY(run.begin(cluster.wish, cluster.plan()));
    QTRY_VERIFY_WITH_TIMEOUT(!run.isRunning(), 120'000);
    QFile damaged(root.filePath(u"director/other.setup"_s));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    SetupPlanDialog dialog(run.id(), &store, &run, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    dialog.takeBack();
    QVERIFY(!run.isRunning());
    const auto labels = dialog.findChild<MessageBar *>()->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(damaged.fileName()) &&
               label->text().contains(u"move the file away"_s);
    }));
    QVERIFY(dialog.findChild<QPushButton *>(u"planUndo"_s)->isEnabled()); // once that is done
}

QTEST_MAIN(TestSetupSteps)
#include "tst_setupsteps.moc"
