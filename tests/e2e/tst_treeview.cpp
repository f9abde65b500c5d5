// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/treeview.h"

#include <QAccessible>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QStandardItemModel>
#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

class TestTreeView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cellsOutliveQuestions_data();
    void cellsOutliveQuestions();
};

/// The first call starts the bus of assistive technology, to which the program connects then.
void TestTreeView::initTestCase()
{
    const auto call =
        QDBusMessage::createMethodCall(u"org.a11y.Bus"_s, u"/org/a11y/bus"_s, u"org.a11y.Bus"_s, u"GetAddress"_s);
    QCOMPARE(QDBusConnection::sessionBus().call(call).type(), QDBusMessage::ReplyMessage);
    QTRY_VERIFY(QAccessible::isActive());
}

void TestTreeView::cellsOutliveQuestions_data()
{
    using Change = std::function<void(QStandardItemModel &)>;
    QTest::addColumn<Change>("change");
    const auto added = [] { return new QStandardItem(u"new"_s); };
    QTest::newRow("inserted") << Change([added](QStandardItemModel &model) { model.insertRow(1, added()); });
    QTest::newRow("removed") << Change([](QStandardItemModel &model) { model.removeRow(2); });
    QTest::newRow("sorted") << Change([](QStandardItemModel &model) { model.sort(0, Qt::DescendingOrder); });
    QTest::newRow("cleared") << Change([](QStandardItemModel &model) { model.clear(); });
}

/// A screen reader asks about cells at any moment.
void TestTreeView::cellsOutliveQuestions()
{
    QFETCH(const std::function<void(QStandardItemModel &)>, change);
    QStandardItemModel model;
    for (const auto *row : {"one", "two", "three", "four"})
        model.appendRow(new QStandardItem(QString::fromLatin1(row)));
    TreeView view;
    view.setModel(&model);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QAccessibleInterface *const table = QAccessible::queryAccessibleInterface(&view);
    const QAccessible::Id asked = QAccessible::uniqueId(table->tableInterface()->cellAt(0, 0));
    QVERIFY(QAccessible::accessibleInterface(asked));

    change(model);
    // It may be gone now, but not while it answers.
    if (QAccessibleInterface *const cell = QAccessible::accessibleInterface(asked)) {
        cell->state();
        QCOMPARE(QAccessible::accessibleInterface(asked), cell);
    }
}

QTEST_MAIN(TestTreeView)
#include "tst_treeview.moc"
