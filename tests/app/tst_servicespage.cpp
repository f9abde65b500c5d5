// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/formdialog.h"
#include "app/models/arrangedservices.h"
#include "app/pages/serviceactions.h"
#include "app/session/directorsession.h"
#include "app/widgets/messagebar.h"
#include "tests/app/windowtest.h"
#include "tests/support/objects.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QCompleter>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <algorithm>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// The main job on the sandbox, with the window as a person sees it: draft, dock, apply, undo.
class TestServicesPage : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openWindow(smallCluster, 2); }

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
    void placeSurvivesInALargeTable();
    void columnsAreChosenByKeyboard();
    void detailsAreAboutTheSelection();
    void lockedDirectorsCantBeEdited();
    void everyControlHasAName();

private:
    QString shown(const ServerKey &server, ServiceColumn column) const;
    /// The selected rows from top to bottom, as indexes of the model.
    QModelIndexList selected() const
    {
        QModelIndexList rows;
        view()->forEachSelected([&](const ServiceRow &service, const ServerRow *server) {
            rows << (server ? model()->indexOf(service.key, server->key) : model()->indexOf(service.key));
        });
        return rows;
    }
    void apply();
    /// What the sandbox really has.
    IpvsTable table();
    std::optional<RealServer> real(const ServerKey &server);
};

QString TestServicesPage::shown(const ServerKey &key, ServiceColumn column) const
{
    return model()->indexOf(web, key).siblingAtColumn(int(column)).data().toString();
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

void TestServicesPage::showsTheTable()
{
    QCOMPARE(shown(server(12).key, ServiceColumn::Weight), u"7"_s);
    QVERIFY(view()->isExpanded(view()->model()->index(0, 0)));
}

void TestServicesPage::drainsAppliesAndUndoes()
{
    choose({model()->indexOf(web, server(12).key)});
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
    choose({model()->indexOf(web, server(12).key)});
    action(u"drain"_s)->trigger();
    apply();
    QTRY_COMPARE(shown(server(12).key, ServiceColumn::State), u"drained"_s);
    QTRY_VERIFY(action(u"undrain"_s)->isEnabled());
    action(u"undrain"_s)->trigger();
    QCOMPARE(shown(server(12).key, ServiceColumn::Weight), u"7"_s);
}

void TestServicesPage::changesAWeightInPlace()
{
    choose({model()->indexOf(web, server(11).key)});
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

    choose({model()->indexOf(added)});
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
    choose({model()->indexOf(web)});
    action(u"remove"_s)->trigger();
    choose({model()->indexOf(web)});
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
    choose({model()->indexOf(web)});
    action(u"edit"_s)->trigger();
    find<QComboBox>(u"scheduler"_s)->setCurrentText(u"wrr"_s);
    find<QPushButton>(u"accept"_s)->click();
    apply();
    QCOMPARE(table().find(web)->service, service(web, u"wrr"));
}

void TestServicesPage::removesAServiceWithItsServers()
{
    const IpvsTable before = table();
    choose({model()->indexOf(web)});
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
    choose({model()->indexOf(web, server(12).key)});
    action(u"drain"_s)->trigger();
    choose({model()->indexOf(web, server(11).key)});
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
    TableWatcher *watcher = m_window->findChild<DirectorSession *>()->watcher();
    QTRY_VERIFY(watcher->latest());
    for (QObject *viewer : m_window->findChildren<QObject *>())
        watcher->unwatch(viewer); // so that nothing is read without being asked for
    const QDateTime asked = QDateTime::currentDateTimeUtc();
    action(u"refresh"_s)->trigger();
    QTRY_VERIFY(watcher->latest()->readAt >= asked);
}

void TestServicesPage::placeSurvivesReadings()
{
    ChangePlan many;
    for (int host = 100; host < 200; ++host)
        many.operations.emplace_back(AddServer{web, server(host)});
    change(many);
    QTRY_COMPARE(model()->rowCount(model()->indexOf(web)), 102);
    view()->sortByColumn(int(ServiceColumn::Weight), Qt::DescendingOrder);
    choose({model()->indexOf(web, server(150).key)});
    view()->verticalScrollBar()->setValue(view()->verticalScrollBar()->maximum() / 2);
    const int scrolled = view()->verticalScrollBar()->value();
    QVERIFY(scrolled > 0);

    change({{EditServer{web, server(12, 7), server(12, 9)}}});
    QTRY_COMPARE(shown(server(12).key, ServiceColumn::Weight), u"9"_s);
    QCOMPARE(view()->verticalScrollBar()->value(), scrolled);
    QCOMPARE(view()->currentOfModel(), model()->indexOf(web, server(150).key));
    QCOMPARE(selected().size(), 1);
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
    QCOMPARE(selected(),
             (QModelIndexList{model()->indexOf(web, server(150).key), model()->indexOf(web, server(160).key)}));

    view()->selectAll();
    QCOMPARE(selected().size(), 2 + 202 + 1);
    view()->sortByColumn(int(ServiceColumn::Weight), Qt::DescendingOrder);
    QCOMPARE(selected().size(), 2 + 202 + 1);
    QVERIFY(view()->selectionModel()->isSelected(shownIndex(30)));
}

void TestServicesPage::placeSurvivesInALargeTable()
{
    const auto key = [](quint16 port) { return tcp(u"172.18.100.7", port); };
    ChangePlan many;
    for (quint16 port = 1000; port < 1030; ++port) {
        many.operations.emplace_back(AddService{service(key(port))});
        for (int host = 1; host <= 200; ++host)
            many.operations.emplace_back(AddServer{key(port), server(host)});
    }
    change(many);
    QTRY_COMPARE(model()->rowCount(), 32);
    view()->expandAll();
    QTRY_COMPARE(model()->rowCount(model()->indexOf(key(1029))), 200); // more than is taken in one turn
    view()->selectAll();
    const qsizetype all = selected().size();
    QCOMPARE(all, 2 + 3 + 30 * 201);
    const auto shownIndex = [&] {
        return view()->arranged()->mapFromSource(model()->indexOf(key(1020), server(100).key));
    };
    view()->scrollTo(shownIndex(), QAbstractItemView::PositionAtTop);
    const int top = view()->visualRect(shownIndex()).top();

    // One of the selected goes, one comes that was not selected, another changes.
    change({{RemoveServer{key(1000), server(5)}, AddServer{key(1010), server(250)},
             EditServer{key(1029), server(7), server(7, 9)}}});
    const auto weight = [&] { return model()->serverAt(model()->indexOf(key(1029), server(7).key))->config().weight; };
    QTRY_COMPARE(weight(), 9u);
    // The model has it before it is arranged.
    QTRY_VERIFY(view()->arranged()->mapFromSource(model()->indexOf(key(1010), server(250).key)).isValid());
    QTRY_VERIFY(!view()->arranged()->isArranging());
    QCOMPARE(view()->visualRect(shownIndex()).top(), top);
    QCOMPARE(selected().size(), all - 1);

    view()->sortByColumn(int(ServiceColumn::Weight), Qt::DescendingOrder);
    QTRY_VERIFY(!view()->arranged()->isArranging());
    QCOMPARE(selected().size(), all - 1);
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

void TestServicesPage::detailsAreAboutTheSelection()
{
    // The view's current row need not be selected: after a click beside the rows, or when its server was removed.
    choose({model()->indexOf(web, server(12).key)});
    view()->selectionModel()->clearSelection();
    QVERIFY(!view()->currentOfModel().isValid());
    view()->selectionModel()->select(view()->model()->index(0, 0),
                                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(view()->currentOfModel(), model()->indexOf(web));
}

void TestServicesPage::lockedDirectorsCantBeEdited()
{
    choose({model()->indexOf(web, server(12).key)});
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
