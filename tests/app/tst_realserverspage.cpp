// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/explainedroles.h"
#include "app/pages/realserverspage.h"

#include "app/pages/directorview.h"
#include "app/pages/serviceactions.h"
#include "app/session/setuprun.h"
#include "app/setup/checksview.h"
#include "app/setup/planstep.h"
#include "app/setup/setupplandialog.h"
#include "app/setup/setupwizard.h"
#include "app/widgets/emptystate.h"
#include "tests/app/shownsetups.h"
#include "tests/app/windowtest.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTreeView>

#include <cerrno>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Setting real servers up as a person does it.
class TestRealServersPage : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void emptyPageLeadsToTheWizard();
    void byKeyboard();
    void byClicksOnAPresentService();
    void failedMachineIsNamed();
    void closedMidwayIsOffered_data();
    void closedMidwayIsOffered();
    void brokenSetupIsFound();
    void unreachableServerGetsAScript();
    void wrongWishesGoNoFurther();
    void startsFromTheChosenService();
    void aWayThatMayBeCutAsksForAWord();
    void theClientCanBeChosen();
};

namespace {

/// Goes to a field of the window in front with Tab alone; false if it does not come there.
bool tabTo(const QString &name)
{
    QWidget *window = QApplication::activeWindow();
    for (int i = 0; window && i < 100; ++i) {
        const QWidget *focus = window->focusWidget();
        if (focus && focus->objectName() == name)
            return true;
        QTest::keyClick(window, Qt::Key_Tab);
    }
    return false;
}

void type(const QString &text)
{
    QWidget *focus = QApplication::activeWindow()->focusWidget();
    if (auto *edit = qobject_cast<QLineEdit *>(focus))
        edit->selectAll();
    QTest::keyClicks(focus, text);
}

void press(Qt::Key key)
{
    QTest::keyClick(QApplication::activeWindow()->focusWidget(), key);
}

} // namespace

void TestRealServersPage::emptyPageLeadsToTheWizard()
{
    Shown shown;
    QVERIFY(shown.isOpen());
    const auto *empty = shown.page.findChild<EmptyState *>();
    QTRY_VERIFY(empty->isVisible());
    auto *lead = empty->findChild<QPushButton *>();
    QCOMPARE(lead->text(), u"Set up real servers…"_s);
    lead->click();
    QTRY_VERIFY(shown.wizard());
    QCOMPARE(shown.title(), u"Service"_s);
    QVERIFY(!shown.button(u"wizardNext"_s)->isEnabled()); // of which?
    shown.wizard()->reject();
    QTRY_VERIFY(!shown.wizard());
}

void TestRealServersPage::byKeyboard()
{
    Shown shown;
    QVERIFY(shown.isOpen());
    const SetupReading before = shown.cluster.read();
    QVERIFY(shown.openWizard());
    QVERIFY(tabTo(u"address"_s));
    type(u"172.18.100.20"_s);
    QVERIFY(tabTo(u"port"_s));
    type(u"80"_s);
    press(Qt::Key_Return);
    QCOMPARE(shown.title(), u"Method"_s);
    press(Qt::Key_Return);
    QCOMPARE(shown.title(), u"Real servers"_s);
    const auto addServer = [&](int number, const QString &address, const QString &host) {
        QVERIFY(tabTo(u"serverAddress%1"_s.arg(number)));
        type(address);
        QVERIFY(tabTo(u"serverHost%1"_s.arg(number)));
        type(host);
        QCOMPARE(shown.find<QComboBox>(u"serverHost%1"_s.arg(number))->currentData().toString(), host);
    };
    addServer(1, u"172.18.100.11"_s, u"first"_s);
    QVERIFY(tabTo(u"addServerRow"_s));
    press(Qt::Key_Space);
    QTRY_VERIFY(shown.find(u"serverAddress2"_s)->isVisible());
    addServer(2, u"172.18.100.12"_s, u"second"_s);
    QVERIFY(tabTo(u"serverWeight2"_s));
    press(Qt::Key_Return);
    QCOMPARE(shown.title(), u"What is, what should be"_s);
    QTRY_VERIFY_WITH_TIMEOUT(shown.button(u"wizardNext"_s)->isEnabled(), patience);
    QVERIFY(tabTo(u"setupChecks"_s));
    QVERIFY(tabTo(u"wizardNext"_s));
    press(Qt::Key_Space);
    QCOMPARE(shown.title(), u"Plan"_s);
    const auto *plan = shown.find<QTreeView>(u"setupPlan"_s);
    const QStringList machines = columnOf(*plan, 1);
    QVERIFY(machines.contains(u"first"_s) && machines.contains(u"second"_s) && machines.contains(u"director"_s));
    QVERIFY(shown.find<QPlainTextEdit>(u"setupCommands"_s)->toPlainText().contains(u"172.18.100.20/32"_s));
    QVERIFY(tabTo(u"wizardNext"_s));
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(columnOf(*plan, 3), QStringList(plan->model()->rowCount(), u"done"_s), patience);
    QTRY_VERIFY_WITH_TIMEOUT(shown.button(u"wizardUndo"_s)->isEnabled(), patience);
    QVERIFY(shown.cluster.read().hosts != before.hosts);
    QVERIFY(tabTo(u"wizardUndo"_s));
    press(Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(columnOf(*plan, 3), QStringList(plan->model()->rowCount(), u"taken back"_s), patience);
    const SetupReading after = shown.cluster.read();
    QCOMPARE(after.hosts, before.hosts);
    QCOMPARE(after.table, before.table);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!shown.wizard());
}

void TestRealServersPage::byClicksOnAPresentService()
{
    Shown shown;
    QVERIFY(shown.isOpen());
    const SetupWish &wish = shown.cluster.wish;
    std::vector<Operation> rules{AddService{wish.service}};
    for (const SetupServer &server : wish.servers)
        rules.push_back(AddServer{wish.service.key, server.server});
    const auto applied = shown.cluster.director.director().apply({rules});
    QTRY_VERIFY_WITH_TIMEOUT(applied.isFinished(), patience);
    (void)shown.cluster.read(); // so that all machines are connected
    QVERIFY(shown.openWizard(wish.service.key));
    QVERIFY(shown.click(u"wizardNext"_s));
    QVERIFY(shown.find<QAbstractButton>(u"methodDr"_s)->isChecked()); // as the servers have it
    QVERIFY(shown.click(u"wizardNext"_s));
    for (const auto &[field, address, host] :
         {std::tuple(1, u"172.18.100.12"_s, u"second"_s), std::tuple(2, u"172.18.100.11"_s, u"first"_s)}) {
        QCOMPARE(shown.find<QLineEdit>(u"serverAddress%1"_s.arg(field))->text(), address);
        const auto *through = shown.find<QComboBox>(u"serverHost%1"_s.arg(field));
        QTRY_COMPARE_WITH_TIMEOUT(through->currentData().toString(), host, patience); // found by its address
    }
    QVERIFY(shown.click(u"wizardNext"_s));
    QVERIFY(shown.click(u"wizardNext"_s)); // once the machines have been looked at
    QCOMPARE(shown.title(), u"Plan"_s);
    QVERIFY(shown.click(u"wizardNext"_s));
    QTRY_VERIFY_WITH_TIMEOUT(shown.button(u"wizardUndo"_s)->isEnabled(), patience);
    QCOMPARE(shown.button(u"wizardClose"_s)->text(), u"Close"_s);
    QVERIFY(shown.click(u"wizardClose"_s));
    QTRY_VERIFY(!shown.wizard());

    const auto *setups = shown.find<QTreeView>(u"setups"_s);
    QCOMPARE(setups->model()->rowCount(), 1);
    QCOMPARE(columnOf(*setups, 0), QStringList{u"TCP 172.18.100.20:80"_s});
    QCOMPARE(columnOf(*setups, 1), QStringList{u"DR"_s});
    QCOMPARE(columnOf(*setups, 4), QStringList{u"set up"_s});
    QTRY_COMPARE_WITH_TIMEOUT(columnOf(*setups, 5), QStringList{u"all as it should be"_s}, patience);

    QVERIFY(shown.click(u"setupShowPlan"_s));
    QTRY_VERIFY(shown.page.findChild<SetupPlanDialog *>());
    QVERIFY(shown.click(u"planUndo"_s));
    QTRY_COMPARE_WITH_TIMEOUT(setups->model()->rowCount(), 0, patience);
    const IpvsTable::Entry *entry = shown.cluster.read().table.find(wish.service.key);
    QVERIFY(entry); // it was there before
}

void TestRealServersPage::failedMachineIsNamed()
{
    Shown shown;
    QVERIFY(shown.isOpen());
    const HostPlan plan = shown.cluster.plan();
    shown.cluster.second.faults().reset();
    shown.cluster.second.faults().failOperation(1, EPERM);
    auto *run = shown.page.findChild<SetupRun *>();
    QVERIFY(run->begin(shown.cluster.wish, plan));
    const auto *setups = shown.find<QTreeView>(u"setups"_s);
    QTRY_COMPARE_WITH_TIMEOUT(columnOf(*setups, 4), QStringList{u"set up in part"_s}, patience);
    QVERIFY(shown.click(u"setupShowPlan"_s));
    QTRY_VERIFY(shown.page.findChild<SetupPlanDialog *>());
    const auto *dialog = shown.page.findChild<SetupPlanDialog *>();
    const auto says = [&](const QString &name) {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().startsWith(name); });
    };
    QTRY_VERIFY(says(u"second could not be set up"_s));
    shown.cluster.second.faults().reset();
    QVERIFY(shown.click(u"planGoOn"_s));
    QTRY_COMPARE_WITH_TIMEOUT(columnOf(*setups, 4), QStringList{u"set up"_s}, patience);
    QTRY_VERIFY(says(u"Everything is set up."_s));
}

void TestRealServersPage::closedMidwayIsOffered_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<int>("left");
    QTest::newRow("go on") << u"Go on"_s << 1;
    QTest::newRow("undo") << u"Undo"_s << 0;
}

void TestRealServersPage::closedMidwayIsOffered()
{
    QFETCH(const QString, choice);
    QFETCH(const int, left);
    Shown shown;
    QVERIFY(shown.isOpen());
    const SetupReading before = shown.cluster.read();
    {
        SetupRun run(shown.cluster.session.setups(), &shown.cluster.sessions, &shown.cluster.hosts);
        QVERIFY(run.begin(shown.cluster.wish, shown.cluster.plan()));
        run.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!run.isRunning(), patience);
    }
    auto *bar = shown.find(u"unfinishedSetup"_s);
    QTRY_VERIFY(bar->isVisible());
    const auto buttons = bar->findChildren<QPushButton *>();
    const auto wanted =
        std::ranges::find_if(buttons, [&](const QPushButton *button) { return button->text() == choice; });
    QVERIFY(wanted != buttons.end());
    (*wanted)->click();
    const auto *setups = shown.find<QTreeView>(u"setups"_s);
    const auto *run = shown.page.findChild<SetupRun *>();
    QTRY_VERIFY_WITH_TIMEOUT(!run->isRunning() && run->record().progress.isFinished(), patience);
    QCOMPARE(setups->model()->rowCount(), left);
    QCOMPARE(run->record().progress.isComplete(), left == 1);
    QCOMPARE(shown.cluster.read().hosts == before.hosts, left == 0);
    QVERIFY(bar->isHidden());
}

void TestRealServersPage::brokenSetupIsFound()
{
    Shown shown;
    QVERIFY(shown.isOpen());
    auto *run = shown.page.findChild<SetupRun *>();
    QVERIFY(run->begin(shown.cluster.wish, shown.cluster.plan()));
    const auto *setups = shown.find<QTreeView>(u"setups"_s);
    QTRY_COMPARE_WITH_TIMEOUT(columnOf(*setups, 5), QStringList{u"all as it should be"_s}, patience);
    const auto broken = shown.cluster.first.director().apply(
        {{SetSysctl{u"ipv4/conf/all/arp_ignore"_s, u"1"_s, u"0"_s}}}); // somebody else
    QTRY_VERIFY_WITH_TIMEOUT(broken.isFinished(), patience);
    const SetupWish &wish = shown.cluster.wish;
    const RealServer &server = wish.servers.front().server;
    RealServer drained = server;
    drained.weight = 0;
    const auto drain = shown.cluster.director.director().apply({{EditServer{wish.service.key, server, drained}}});
    QTRY_VERIFY_WITH_TIMEOUT(drain.isFinished(), patience);
    QVERIFY(shown.click(u"checkAgain"_s));
    // What was read, and that the director and the second real server hear the first one answer for the VIP.
    QTRY_COMPARE_WITH_TIMEOUT(columnOf(*setups, 5), QStringList{u"3 things wrong"_s}, patience);
    const auto *checks = shown.find<QTreeView>(u"setupChecks"_s);
    QCOMPARE(columnOf(*checks, 0).front(), u"arp_ignore in force on eth0"_s);
    QVERIFY(columnOf(*checks, 1).front().startsWith(u"first"_s));
    QCOMPARE(columnOf(*checks, 2).front(), u"0"_s);
    QVERIFY(
        checks->model()
            ->index(0, 0)
            .data(ExplanationRole)
            .toString()
            .contains(
                u"\n0: answers for every address of the machine. 1: answers only for addresses of the interface asked.\n"_s));

    QCOMPARE(columnOf(*checks, 0).at(1), u"Others that answer for the VIP"_s);
    QVERIFY(checks->model()->index(1, 0).data(ExplanationRole).toString().contains(u"Tried from director at "_s));
    QCOMPARE(checks->model()->index(1, 2).data().toString(), u"02:00:5e:10:02:0b"_s);
    QCOMPARE(checks->model()->index(1, 3).data().toString(), u"nobody"_s);
    QCOMPARE(columnOf(*checks, 0).at(2), u"Who answers for the VIP"_s);

    QVERIFY(shown.click(u"setupAgain"_s));
    QTRY_VERIFY(shown.wizard() && shown.wizard()->isVisible());
    for (int i = 0; i < 5; ++i)
        QVERIFY(shown.click(u"wizardNext"_s));
    QTRY_COMPARE_WITH_TIMEOUT(columnOf(*setups, 5).front(), u"all as it should be"_s, patience);
    QCOMPARE(setups->model()->rowCount(), 1); // of which it has become a part
    QCOMPARE(*shown.cluster.read().table.find(wish.service.key)->find(server.key), drained);
}

void TestRealServersPage::unreachableServerGetsAScript()
{
    Shown shown;
    QVERIFY(shown.isOpen());
    SetupWish wish = shown.cluster.wish;
    wish.servers[1].host.clear();
    const SetupReading reading = shown.cluster.read();
    const auto plan = planSetup(wish, reading);
    QVERIFY(plan);
    QVERIFY(shown.page.findChild<SetupRun *>()->begin(wish, *plan));
    const auto *setups = shown.find<QTreeView>(u"setups"_s);
    QTRY_COMPARE_WITH_TIMEOUT(columnOf(*setups, 4), QStringList{u"set up"_s}, patience);
    const auto *scripts = shown.button(u"setupScripts"_s);
    QTRY_VERIFY(scripts->isVisible());
    const auto actions = scripts->menu()->actions();
    QCOMPARE(actions.size(), 2);
    QVERIFY(actions[1]->text().contains(u"not reachable"_s));
    actions[1]->trigger();
    const auto *files = shown.page.findChild<QTabWidget *>();
    QTRY_VERIFY(files && files->count() > 2);
    QTRY_VERIFY(files->widget(0)->findChild<QPlainTextEdit *>() || qobject_cast<QPlainTextEdit *>(files->widget(0)));
    const auto *script = qobject_cast<QPlainTextEdit *>(files->widget(0));
    QTRY_VERIFY(script->toPlainText().startsWith(u"#!/bin/sh"_s));
    QVERIFY(script->toPlainText().contains(u"172.18.100.20"_s));
}

void TestRealServersPage::wrongWishesGoNoFurther()
{
    Shown shown;
    QVERIFY(shown.isOpen());
    (void)shown.cluster.read();
    QVERIFY(shown.openWizard());
    shown.find<QLineEdit>(u"address"_s)->setText(u"172.18.100"_s);
    shown.find<QLineEdit>(u"port"_s)->setText(u"80"_s);
    QVERIFY(!shown.button(u"wizardNext"_s)->isEnabled());
    shown.find<QLineEdit>(u"address"_s)->setText(u"172.18.100.20"_s);
    QVERIFY(shown.click(u"wizardNext"_s));
    shown.find<QLineEdit>(u"vipInterface"_s)->setText(u"a b"_s);
    QVERIFY(!shown.button(u"wizardNext"_s)->isEnabled());
    shown.find<QLineEdit>(u"vipInterface"_s)->setText(u"lo"_s);
    QVERIFY(shown.click(u"wizardNext"_s));
    shown.find<QLineEdit>(u"serverAddress1"_s)->setText(u"172.18.100.20"_s); // the VIP itself
    QVERIFY(!shown.button(u"wizardNext"_s)->isEnabled());
    shown.find<QLineEdit>(u"serverAddress1"_s)->setText(u"172.18.100.12"_s);
    auto *through = shown.find<QComboBox>(u"serverHost1"_s);
    QVERIFY(through->findData(u"director"_s) >= 0);          // which may be a real server of its own
    through->setCurrentIndex(through->findData(u"first"_s)); // which is another machine
    QVERIFY(shown.click(u"wizardNext"_s));
    const auto *again = shown.wizard()->findChild<QPushButton *>(u"checkAgain"_s);
    QTRY_VERIFY_WITH_TIMEOUT(again->isEnabled(), patience);
    QVERIFY(!shown.button(u"wizardNext"_s)->isEnabled());
}

void TestRealServersPage::startsFromTheChosenService()
{
    openWindow(smallCluster, 2);
    choose({model()->indexOf(web, server(11).key)});
    trigger(u"setUpServers"_s);
    QCOMPARE(m_window->findChild<DirectorView *>()->currentPage(), PageId::RealServers);
    QTRY_VERIFY(m_window->findChild<SetupWizard *>());
    QCOMPARE(m_window->findChild<QComboBox *>(u"setupService"_s)->currentText(), u"TCP 172.18.100.6:80"_s);
    m_window->findChild<QPushButton *>(u"wizardNext"_s)->click();
    QVERIFY(m_window->findChild<QAbstractButton *>(u"methodNat"_s)->isChecked());
}

void TestRealServersPage::aWayThatMayBeCutAsksForAWord()
{
    SetupCluster cluster;
    SetupStore store(u"director"_s);
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    PlanStep step(&run, &cluster.hosts);
    const auto *warning = step.findChild<QLabel *>(u"rerouteWarning"_s);
    auto *word = step.findChild<QLineEdit *>(u"word"_s);
    step.setPlan(cluster.wish, cluster.plan(), {});
    QVERIFY(step.isComplete());
    QVERIFY(!word->isVisibleTo(&step));

    const QString host = u"ssh:root@rs1:22"_s;
    const HostRoute route{.gateway = ip(u"172.18.100.5"), .interface = cluster.wish.outside};
    step.setPlan(cluster.wish, {{{host, host, SetupPhase::ServerRoute, {{AddRoute{route}}}}}}, {});
    QVERIFY(word->isVisibleTo(&step));
    QVERIFY(!step.isComplete());
    QVERIFY2(warning->text().contains(u"rs1"), qPrintable(warning->text()));
    const QSignalSpy changes(&step, &PlanStep::changed);
    word->setText(u"rerout"_s);
    QVERIFY(!step.isComplete());
    word->setText(u"reroute"_s);
    QVERIFY(step.isComplete());
    QCOMPARE(changes.size(), 2);
}

void TestRealServersPage::theClientCanBeChosen()
{
    ChecksView view;
    const QSignalSpy asked(&view, &ChecksView::trialRequested);
    auto *button = view.findChild<QPushButton *>(u"tryConnections"_s);
    view.offerTrial(20, {{{}, u"this computer"_s}});
    view.setTrialEnabled(true, {});
    button->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.back().front().toString(), QString());
    view.offerTrial(20, {{{}, u"this computer"_s}, {u"ssh:root@far:22"_s, u"far"_s}});
    QVERIFY(button->menu());
    QCOMPARE(button->menu()->actions().back()->text(), u"From far"_s);
    button->menu()->actions().back()->trigger();
    QCOMPARE(asked.back().front().toString(), u"ssh:root@far:22"_s);
    view.offerTrial(20, {{{}, u"this computer"_s}});
    QVERIFY(!button->menu());
}

QTEST_MAIN(TestRealServersPage)
#include "tst_realserverspage.moc"
