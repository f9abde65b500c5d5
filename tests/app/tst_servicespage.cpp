// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/formdialog.h"
#include "app/mainwindow.h"
#include "app/models/arrangedservices.h"
#include "app/models/servicetreemodel.h"
#include "app/pages/serviceactions.h"
#include "app/pages/servicespage.h"
#include "app/pages/servicesview.h"
#include "app/session/directorsession.h"
#include "app/widgets/messagebar.h"
#include "core/director/localdirector.h"
#include "core/sandbox/sandboxbackend.h"
#include "tests/support/objects.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QDir>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// The main job on the sandbox, with the window as a person sees it: draft, dock, apply, undo.
class TestServicesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void showsTheTable();
    void drainsAppliesAndUndoes();
    void undrainGivesTheWeightBack();
    void changesAWeightInPlace();
    void addsAServiceAndAServer();
    void addsNoServerToARemovedService();
    void suggestsTheDirectorsAddresses();
    void changesTheScheduler();
    void removesAServiceWithItsServers();
    void discardForgetsTheDraft();
    void marksWhatOthersChange();
    void readsWhenAsked();
    void placeSurvivesReadings();
    void placeSurvivesForeignEdits();
    void filtersByKeyboard();
    void readsAllServersWhereTheyAreNeeded();
    void filterSaysWhatIsWrong();
    void filterCompletes();
    void namesAreKeptShownAndFound();
    void columnsAreChosenByKeyboard();
    void copies();
    void detailsAreAboutTheSelection();
    void lockedDirectorsCantBeEdited();
    void everyControlHasAName();

private:
    /// On the page, or else anywhere in the window.
    template<class T> T *find(const QString &name) const
    {
        T *found = m_window->findChild<ServicesPage *>()->findChild<T *>(name);
        if (!found)
            found = m_window->findChild<T *>(name);
        if (!found)
            qWarning() << "there is no" << name;
        return found;
    }
    QAction *action(const QString &name) const { return find<QAction>(name); }
    QAction *dockAction(const QString &text) const;
    ServicesView *view() const { return find<ServicesView>(u"servicesTree"_s); }
    ServiceTreeModel *model() const { return m_window->findChild<ServiceTreeModel *>(); }
    QString shown(const ServerKey &server, ServiceColumn column) const;
    void choose(const QModelIndex &index);
    void apply();
    /// What the sandbox really has.
    IpvsTable table();
    std::optional<RealServer> real(const ServerKey &server);
    void change(const ChangePlan &plan);

    std::unique_ptr<LocalDirector> m_director;
    std::unique_ptr<MainWindow> m_window;
};

void TestServicesPage::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"lvs-console-test"_s);
    QCoreApplication::setApplicationName(u"tst_servicespage"_s);
}

void TestServicesPage::init()
{
    QSettings().clear();
    QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).removeRecursively();
    m_director = std::make_unique<LocalDirector>(u"sandbox"_s, [] {
        auto backend = std::make_unique<SandboxBackend>();
        const std::vector<Operation> cluster{AddService{service(web, u"rr")}, AddServer{web, server(11, 1)},
                                             AddServer{web, server(12, 7)}, AddService{service(database, u"wlc")},
                                             AddServer{database, server(13, 5, 3306)}};
        for (const auto &result : backend->execute(cluster))
            Q_ASSERT(result);
        return backend;
    });
    m_window = std::make_unique<MainWindow>();
    m_window->addDirector(m_director.get());
    connect(m_window.get(), &MainWindow::openRequested, this, [](Director *director) { director->open(); });
    m_window->show();
    m_window->select(m_director.get());
    QTRY_VERIFY(m_director->status().link == LinkState::Live);
    m_director->unlock();
    QTRY_COMPARE(model()->rowCount(), 2);
    QTRY_COMPARE(model()->rowCount(model()->indexOf(web)), 2);
}

void TestServicesPage::cleanup()
{
    m_window.reset();
    m_director.reset();
}

QAction *TestServicesPage::dockAction(const QString &text) const
{
    const auto actions = m_window->findChildren<QAction *>();
    for (QAction *action : actions) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    return nullptr;
}

QString TestServicesPage::shown(const ServerKey &key, ServiceColumn column) const
{
    return model()->indexOf(web, key).siblingAtColumn(int(column)).data().toString();
}

void TestServicesPage::choose(const QModelIndex &index)
{
    QVERIFY(index.isValid());
    view()->select(index);
    view()->setFocus();
}

void TestServicesPage::apply()
{
    QAction *apply = dockAction(u"Apply"_s);
    QVERIFY(apply->isEnabled());
    apply->trigger();
    QVERIFY(!apply->isEnabled()); // not twice
    QTRY_VERIFY(dockAction(u"Undo last apply"_s)->isEnabled());
}

IpvsTable TestServicesPage::table()
{
    const auto reading = m_director->read({.allServers = true, .serversOf = {}});
    if (!QTest::qWaitFor([&] { return reading.isFinished(); }))
        return {};
    const Result<Snapshot> snapshot = reading.result();
    if (!snapshot)
        return {};
    IpvsTable table;
    for (const ServiceState &state : snapshot->services)
        table.setService(state.config);
    for (const ServerList &list : snapshot->servers) {
        std::vector<RealServer> servers;
        for (const ServerState &state : list.servers)
            servers.push_back(state.config);
        table.setServers(list.service, servers);
    }
    return table;
}

std::optional<RealServer> TestServicesPage::real(const ServerKey &key)
{
    const IpvsTable now = table();
    const IpvsTable::Entry *entry = now.find(web);
    const RealServer *found = entry ? entry->find(key) : nullptr;
    return found ? std::optional(*found) : std::nullopt;
}

void TestServicesPage::change(const ChangePlan &plan)
{
    const auto report = m_director->apply(plan);
    QTRY_VERIFY(report.isFinished());
    const Result<ApplyReport> done = report.result();
    QVERIFY(done);
    QCOMPARE(done->outcome, ApplyOutcome::Applied);
}

void TestServicesPage::showsTheTable()
{
    QCOMPARE(shown(server(12).key, ServiceColumn::Weight), u"7"_s);
    QVERIFY(view()->isExpanded(view()->model()->index(0, 0)));
}

void TestServicesPage::drainsAppliesAndUndoes()
{
    choose(model()->indexOf(web, server(12).key));
    action(u"drain"_s)->trigger();
    QCOMPARE(shown(server(12).key, ServiceColumn::Weight), u"0"_s);
    QCOMPARE(real(server(12).key)->weight, 7u); // only drafted
    auto *commands = find<QPlainTextEdit>(u"pendingCommands"_s);
    QCOMPARE(commands->toPlainText(), u"ipvsadm -e -t 172.18.100.6:80 -r 192.168.10.12:80 -m -w 0 -x 0 -y 0"_s);
    const QAbstractItemModel *pending = find<QTreeView>(u"pendingList"_s)->model();
    QCOMPARE(pending->rowCount(), 1);
    QCOMPARE(pending->index(0, 0).data().toString(), u"Drain 192.168.10.12:80 of TCP 172.18.100.6:80: weight 7 → 0"_s);

    apply();
    QCOMPARE(real(server(12).key)->weight, 0u);
    QCOMPARE(pending->index(0, 1).data().toString(), u"done"_s);
    QTRY_COMPARE(shown(server(12).key, ServiceColumn::State), u"drained"_s);

    dockAction(u"Undo last apply"_s)->trigger();
    QCOMPARE(pending->rowCount(), 1);
    QCOMPARE(real(server(12).key)->weight, 0u); // again only drafted
    apply();
    QCOMPARE(real(server(12).key)->weight, 7u);
}

void TestServicesPage::undrainGivesTheWeightBack()
{
    choose(model()->indexOf(web, server(12).key));
    action(u"drain"_s)->trigger();
    apply();
    QTRY_COMPARE(shown(server(12).key, ServiceColumn::State), u"drained"_s);
    QTRY_VERIFY(action(u"undrain"_s)->isEnabled());
    action(u"undrain"_s)->trigger();
    QCOMPARE(shown(server(12).key, ServiceColumn::Weight), u"7"_s);
}

void TestServicesPage::changesAWeightInPlace()
{
    choose(model()->indexOf(web, server(11).key));
    action(u"editWeight"_s)->trigger();
    auto *editor = find<QSpinBox>(u"weightEditor"_s);
    QCOMPARE(editor->value(), 1);
    QCOMPARE(editor->maximum(), 2147483647);
    QTest::keyClicks(editor, u"10"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(shown(server(11).key, ServiceColumn::Weight), u"10"_s);
    apply();
    QCOMPARE(real(server(11).key)->weight, 10u);
}

void TestServicesPage::addsAServiceAndAServer()
{
    action(u"addService"_s)->trigger();
    auto *address = find<QLineEdit>(u"address"_s);
    auto *accept = find<QPushButton>(u"accept"_s);
    QVERIFY(!accept->isEnabled());
    address->setText(u"172.18.100"_s);
    find<QLineEdit>(u"port"_s)->setText(u"8080"_s);
    QVERIFY(!accept->isEnabled());
    address->setText(u"172.18.100.6"_s);
    find<QComboBox>(u"scheduler"_s)->setCurrentText(u"rr"_s);
    QVERIFY(accept->isEnabled());
    QCOMPARE(find<QPlainTextEdit>(u"dialogCommands"_s)->toPlainText(), u"ipvsadm -A -t 172.18.100.6:8080 -s rr"_s);
    accept->click();
    const ServiceKey added = tcp(u"172.18.100.6", 8080);
    QVERIFY(model()->indexOf(added).isValid());
    QTRY_VERIFY(!m_window->findChild<QPushButton *>(u"accept"_s)); // the dialog is gone

    choose(model()->indexOf(added));
    action(u"addServer"_s)->trigger();
    find<QLineEdit>(u"address"_s)->setText(u"192.168.10.11"_s);
    QCOMPARE(find<QLineEdit>(u"port"_s)->text(), u"8080"_s);
    find<QPushButton>(u"accept"_s)->click();
    apply();
    const IpvsTable now = table();
    QVERIFY(now.find(added));
    QCOMPARE(now.find(added)->service, service(added, u"rr"));
    QCOMPARE(now.find(added)->servers, std::vector{server(11, 1, 8080)});
}

void TestServicesPage::addsNoServerToARemovedService()
{
    choose(model()->indexOf(web));
    action(u"remove"_s)->trigger();
    choose(model()->indexOf(web));
    action(u"addServer"_s)->trigger();
    QVERIFY(!m_window->findChild<FormDialog *>()); // instead, the page says why
    const auto bars = m_window->findChildren<MessageBar *>();
    QVERIFY(std::ranges::any_of(bars, &MessageBar::isVisible));
}

void TestServicesPage::suggestsTheDirectorsAddresses()
{
    const auto host = m_director->readHost();
    QTRY_VERIFY(host.isFinished());
    const std::vector<HostInterface> interfaces = host.result()->interfaces;
    const auto outside = std::ranges::find_if(interfaces, [](const HostInterface &interface) {
        return !interface.addresses.empty() && !interface.addresses.front().address.isLoopback();
    });
    QVERIFY(outside != interfaces.end());
    const QString own = outside->addresses.front().address.toString();
    action(u"addService"_s)->trigger();
    QAbstractItemModel *offered = find<QLineEdit>(u"address"_s)->completer()->model();
    QStringList texts;
    for (int row = 0; row < offered->rowCount(); ++row)
        texts.append(offered->index(row, 0).data(Qt::EditRole).toString());
    QVERIFY2(texts.contains(own), qPrintable(own + u" in "_s + texts.join(u' ')));
}

void TestServicesPage::changesTheScheduler()
{
    choose(model()->indexOf(web));
    action(u"edit"_s)->trigger();
    find<QComboBox>(u"scheduler"_s)->setCurrentText(u"wrr"_s);
    find<QPushButton>(u"accept"_s)->click();
    apply();
    QCOMPARE(table().find(web)->service, service(web, u"wrr"));
}

void TestServicesPage::removesAServiceWithItsServers()
{
    const IpvsTable before = table();
    choose(model()->indexOf(web));
    action(u"remove"_s)->trigger();
    apply();
    QVERIFY(!table().find(web));
    QTRY_COMPARE(model()->rowCount(), 1);
    dockAction(u"Undo last apply"_s)->trigger();
    apply();
    QCOMPARE(table(), before); // with the servers in their old order
}

void TestServicesPage::discardForgetsTheDraft()
{
    choose(model()->indexOf(web, server(12).key));
    action(u"drain"_s)->trigger();
    choose(model()->indexOf(web, server(11).key));
    action(u"remove"_s)->trigger();
    QAbstractItemModel *pending = find<QTreeView>(u"pendingList"_s)->model();
    QCOMPARE(pending->rowCount(), 2);
    dockAction(u"Undo draft"_s)->trigger();
    QCOMPARE(pending->rowCount(), 1);
    dockAction(u"Discard"_s)->trigger();
    QCOMPARE(pending->rowCount(), 0);
    QCOMPARE(shown(server(12).key, ServiceColumn::Weight), u"7"_s);
    QVERIFY(!dockAction(u"Apply"_s)->isEnabled());
}

void TestServicesPage::marksWhatOthersChange()
{
    change({{EditServer{web, server(11, 1), server(11, 33)}}});
    QTRY_COMPARE(shown(server(11).key, ServiceColumn::Weight), u"33"_s);
    QTRY_VERIFY(shown(server(11).key, ServiceColumn::State).contains(u"changed outside"));
    QVERIFY(!shown(server(12).key, ServiceColumn::State).contains(u"changed outside"));
}

void TestServicesPage::readsWhenAsked()
{
    const TableWatcher *watcher = m_window->findChild<DirectorSession *>()->watcher();
    QTRY_VERIFY(watcher->latest());
    const QDateTime before = watcher->latest()->readAt;
    QSignalSpy taken(watcher, &TableWatcher::snapshotTaken);
    action(u"refresh"_s)->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1, 500); // by itself it takes a second
    QVERIFY(watcher->latest()->readAt > before);
}

void TestServicesPage::placeSurvivesReadings()
{
    ChangePlan many;
    for (int host = 100; host < 200; ++host)
        many.operations.emplace_back(AddServer{web, server(host)});
    change(many);
    QTRY_COMPARE(model()->rowCount(model()->indexOf(web)), 102);
    view()->sortByColumn(int(ServiceColumn::Weight), Qt::DescendingOrder);
    choose(model()->indexOf(web, server(150).key));
    view()->verticalScrollBar()->setValue(view()->verticalScrollBar()->maximum() / 2);
    const int scrolled = view()->verticalScrollBar()->value();
    QVERIFY(scrolled > 0);

    change({{EditServer{web, server(12, 7), server(12, 9)}}});
    QTRY_COMPARE(shown(server(12).key, ServiceColumn::Weight), u"9"_s);
    QCOMPARE(view()->verticalScrollBar()->value(), scrolled);
    QCOMPARE(view()->currentOfModel(), model()->indexOf(web, server(150).key));
    QCOMPARE(view()->selectedRowsOfModel().size(), 1);
    QCOMPARE(view()->header()->sortIndicatorSection(), int(ServiceColumn::Weight));
}

void TestServicesPage::placeSurvivesForeignEdits()
{
    ChangePlan many;
    for (int host = 20; host < 220; ++host)
        many.operations.emplace_back(AddServer{web, server(host)});
    change(many);
    QTRY_COMPARE(model()->rowCount(model()->indexOf(web)), 202);
    const auto shownIndex = [&](int host) {
        return view()->arranged()->mapFromSource(model()->indexOf(web, server(host).key));
    };
    QItemSelection selection;
    for (const int host : {150, 151, 160})
        selection.select(shownIndex(host), shownIndex(host));
    view()->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    view()->scrollTo(shownIndex(150), QAbstractItemView::PositionAtTop);
    const int top = view()->visualRect(shownIndex(150)).top();

    // Above what is in sight: three go, four come; one of the selected goes.
    change({{RemoveServer{web, server(20)}, RemoveServer{web, server(21)}, RemoveServer{web, server(90)},
             RemoveServer{web, server(151)}, AddServer{web, server(5)}, AddServer{web, server(6)},
             AddServer{web, server(7)}, AddServer{web, server(8)}, EditServer{web, server(30), server(30, 50)}}});
    QTRY_COMPARE(model()->rowCount(model()->indexOf(web)), 202);
    QTRY_VERIFY(model()->indexOf(web, server(8).key).isValid());
    QCOMPARE(view()->visualRect(shownIndex(150)).top(), top);
    QCOMPARE(view()->selectedRowsOfModel(),
             (QModelIndexList{model()->indexOf(web, server(150).key), model()->indexOf(web, server(160).key)}));

    view()->selectAll();
    QCOMPARE(view()->selectedRowsOfModel().size(), 2 + 202 + 1);
    view()->sortByColumn(int(ServiceColumn::Weight), Qt::DescendingOrder);
    QCOMPARE(view()->selectedRowsOfModel().size(), 2 + 202 + 1);
    QVERIFY(view()->selectionModel()->isSelected(shownIndex(30)));
}

void TestServicesPage::filtersByKeyboard()
{
    view()->setFocus();
    auto *filter = find<QLineEdit>(u"serviceFilter"_s);
    QTest::keyClick(view(), Qt::Key_Slash);
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"192.168.10.13"_s);
    const QAbstractItemModel *shown = view()->model();
    QCOMPARE(shown->rowCount(), 1);
    QCOMPARE(shown->index(0, 0).data().toString(), u"TCP 172.18.100.6:3306"_s);
    QCOMPARE(view()->parentWidget()->findChild<QLabel *>(u"filterCounts"_s)->text(),
             u"1 of 2 service(s)  ·  1 of 3 real server(s)"_s);
    QTest::keyClick(filter, Qt::Key_Down);
    QVERIFY(view()->hasFocus());
    action(u"filterServices"_s)->trigger();
    QVERIFY(filter->hasFocus());
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(filter->text().isEmpty());
    QVERIFY(view()->hasFocus());
    QCOMPARE(shown->rowCount(), 2);
}

void TestServicesPage::readsAllServersWhereTheyAreNeeded()
{
    QTRY_VERIFY(!view()->interest().allServers);
    view()->sortByColumn(int(ServiceColumn::Weight), Qt::DescendingOrder); // a service's is the sum of its servers'
    QTRY_VERIFY(view()->interest().allServers);
    view()->sortByColumn(int(ServiceColumn::ConnectionRate), Qt::DescendingOrder);
    QTRY_VERIFY(!view()->interest().allServers);
    auto *filter = find<QLineEdit>(u"serviceFilter"_s);
    filter->setText(u"192.168"_s);
    QTRY_VERIFY(view()->interest().allServers);
    filter->setText(u"scheduler:rr"_s);
    QTRY_VERIFY(!view()->interest().allServers);
}

void TestServicesPage::filterSaysWhatIsWrong()
{
    auto *filter = find<QLineEdit>(u"serviceFilter"_s);
    auto *error = view()->parentWidget()->findChild<QLabel *>(u"filterError"_s);
    filter->setText(u"state:tired port:3306"_s);
    QCOMPARE(view()->model()->rowCount(), 1); // the rest holds
    QTRY_VERIFY(error->isVisible());
    QCOMPARE(error->text(), u"“state” is one of: serving, drained, unknown, drafted, changed."_s);
    QCOMPARE(filter->accessibleDescription(), error->text());
    filter->setText(u"port:3306"_s);
    QTRY_VERIFY(!error->isVisible());

    // What is being typed and can still become right is not wrong yet.
    filter->setFocus();
    filter->clear();
    QTest::keyClicks(filter, u"state:dr"_s);
    QCOMPARE(view()->model()->rowCount(), 2);
    QTest::qWait(20);
    QVERIFY(!error->isVisible());
    QTest::keyClicks(filter, u"y"_s);
    QTRY_VERIFY(error->isVisible());
    QTest::keyClick(filter, Qt::Key_Backspace);
    QTRY_VERIFY(!error->isVisible());
    QTest::keyClicks(filter, u" "_s);
    QTRY_VERIFY(error->isVisible());
}

void TestServicesPage::filterCompletes()
{
    auto *filter = find<QLineEdit>(u"serviceFilter"_s);
    filter->setFocus();
    QTest::keyClicks(filter, u"sche"_s);
    const auto *completer = filter->findChild<QCompleter *>();
    QTRY_VERIFY(completer->popup()->isVisible());
    QTest::keyClick(completer->popup(), Qt::Key_Down);
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    QCOMPARE(filter->text(), u"scheduler:"_s);
    QTRY_VERIFY(completer->popup()->isVisible());
    QTest::keyClick(completer->popup(), Qt::Key_Down);
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    QCOMPARE(filter->text(), u"scheduler:rr"_s);
    QCOMPARE(view()->model()->rowCount(), 1);
}

void TestServicesPage::namesAreKeptShownAndFound()
{
    choose(model()->indexOf(web, server(12).key));
    action(u"annotate"_s)->trigger();
    find<QLineEdit>(u"annotationName"_s)->setText(u" rack  2 "_s);
    find<QPlainTextEdit>(u"annotationNote"_s)->setPlainText(u"new disk"_s);
    find<QPushButton>(u"accept"_s)->click();
    QCOMPARE(shown(server(12).key, ServiceColumn::Name), u"192.168.10.12:80  rack 2"_s);
    QCOMPARE(shown(server(12).key, ServiceColumn::Note), u"new disk"_s);
    find<QLineEdit>(u"serviceFilter"_s)->setText(u"\"rack 2\""_s);
    QCOMPARE(view()->model()->rowCount(), 1);
    QCOMPARE(view()->model()->rowCount(view()->model()->index(0, 0)), 1);
    QCOMPARE(Annotations(u"sandbox"_s).of(server(12).key.address).note, u"new disk"_s);
}

void TestServicesPage::columnsAreChosenByKeyboard()
{
    QMenu columns;
    Q_EMIT m_window->findChild<ServiceActions *>()->columnMenuOpened(&columns);
    const auto actions = columns.actions();
    const auto note = std::ranges::find(actions, u"Note"_s, &QAction::text);
    QVERIFY(note != actions.end());
    QVERIFY(view()->isColumnHidden(int(ServiceColumn::Note)));
    (*note)->trigger();
    QVERIFY(!view()->isColumnHidden(int(ServiceColumn::Note)));
    view()->header()->moveSection(5, 2);
    actions.last()->trigger();
    QVERIFY(view()->isColumnHidden(int(ServiceColumn::Note)));
    QCOMPARE(view()->header()->visualIndex(5), 5);
}

void TestServicesPage::copies()
{
    choose(model()->indexOf(web, server(12).key));
    QClipboard *clipboard = QGuiApplication::clipboard();
    clipboard->clear();
    action(u"copy"_s)->trigger();
    QTRY_VERIFY(clipboard->text().contains(u"192.168.10.12:80"));
    QVERIFY(!clipboard->text().contains(u"192.168.10.11:80"));
    QVERIFY(clipboard->mimeData()->hasHtml());
    action(u"copySelectedAsCommands"_s)->trigger();
    QTRY_COMPARE(clipboard->text(), u"ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.12:80 -m -w 7 -x 0 -y 0\n"_s);
    view()->collapseAll();
    action(u"copyAllAsCsv"_s)->trigger();
    QTRY_COMPARE(clipboard->text().count(u"\r\n"_s), 1 + 2 + 3);
    QVERIFY(clipboard->mimeData()->hasFormat(u"text/csv"_s));
}

void TestServicesPage::detailsAreAboutTheSelection()
{
    // The view's current row need not be selected: after a click beside the rows, or when its server was removed.
    choose(model()->indexOf(web, server(12).key));
    view()->selectionModel()->clearSelection();
    QVERIFY(!view()->currentOfModel().isValid());
    view()->selectionModel()->select(view()->model()->index(0, 0),
                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(view()->currentOfModel(), model()->indexOf(web));
}

void TestServicesPage::lockedDirectorsCantBeEdited()
{
    choose(model()->indexOf(web, server(12).key));
    QVERIFY(action(u"drain"_s)->isEnabled());
    auto *unlock = find<QPushButton>(u"unlockEditing"_s);
    unlock->click();
    QTRY_VERIFY(!action(u"drain"_s)->isEnabled());
    QVERIFY(!action(u"addService"_s)->isEnabled());
    unlock->click();
    QTRY_VERIFY(action(u"drain"_s)->isEnabled());
}

void TestServicesPage::everyControlHasAName()
{
    action(u"addService"_s)->trigger();
    const auto widgets = m_window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool inner = widget->objectName().startsWith(u"qt_") || !widget->isVisible() ||
                           qobject_cast<QComboBox *>(widget->parentWidget());
        if (inner || widget->focusPolicy() == Qt::NoFocus)
            continue;
        const bool interactive = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) ||
                                 qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractItemView *>(widget) ||
                                 qobject_cast<QPlainTextEdit *>(widget);
        if (!interactive)
            continue;
        QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(
            accessible && !accessible->text(QAccessible::Name).isEmpty(),
            qPrintable(u"%1 “%2”"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName())));
    }
}

QTEST_MAIN(TestServicesPage)
#include "tst_servicespage.moc"
