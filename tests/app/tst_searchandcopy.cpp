// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/arrangedservices.h"
#include "app/session/annotations.h"
#include "app/widgets/filteredit.h"
#include "tests/app/windowtest.h"
#include "tests/support/objects.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QCompleter>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Finding rows of the services table, and taking them along.
class TestSearchAndCopy : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { openWindow(smallCluster, 2); }

    void filtersByKeyboard();
    void readsAllServersWhereTheyAreNeeded();
    void filterSaysWhatIsWrong();
    void filterCompletes();
    void namesAreKeptShownAndFound();
    void copies();
    void givesUpACopyWhenTheLinkBreaks();

private:
    QString shown(const ServerKey &key, ServiceColumn column) const
    {
        return model()->indexOf(web, key).siblingAtColumn(int(column)).data().toString();
    }
};

void TestSearchAndCopy::filtersByKeyboard()
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
             u"1 of 2 services  ·  1 of 3 real servers"_s);
    QTest::keyClick(filter, Qt::Key_Down);
    QVERIFY(view()->hasFocus());
    action(u"filterServices"_s)->trigger();
    QVERIFY(filter->hasFocus());
    QTest::keyClick(filter, Qt::Key_Escape);
    QVERIFY(filter->text().isEmpty());
    QVERIFY(view()->hasFocus());
    QCOMPARE(shown->rowCount(), 2);
}

void TestSearchAndCopy::readsAllServersWhereTheyAreNeeded()
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

void TestSearchAndCopy::filterSaysWhatIsWrong()
{
    auto *filter = find<FilterEdit>(u"serviceFilter"_s);
    auto *error = view()->parentWidget()->findChild<QLabel *>(u"filterError"_s);
    filter->setText(u"state:tired port:3306"_s);
    QCOMPARE(view()->model()->rowCount(), 1); // the rest holds
    QTRY_VERIFY(error->isVisible());
    QCOMPARE(error->text(), u"“state” is one of: serving, drained, unreachable, unknown, drafted, changed."_s);
    QCOMPARE(filter->accessibleDescription(), error->text());
    filter->setText(u"port:3306"_s);
    QTRY_VERIFY(!error->isVisible());

    // What is being typed and can still become right is not wrong yet.
    filter->setFocus();
    filter->clear();
    QSignalSpy judged(filter, &FilterEdit::judged);
    QTest::keyClicks(filter, u"state:dr"_s);
    QCOMPARE(view()->model()->rowCount(), 2);
    QTRY_VERIFY(!judged.isEmpty());
    QVERIFY(!error->isVisible());
    QTest::keyClicks(filter, u"y"_s);
    QTRY_VERIFY(error->isVisible());
    QTest::keyClick(filter, Qt::Key_Backspace);
    QTRY_VERIFY(!error->isVisible());
    QTest::keyClicks(filter, u" "_s);
    QTRY_VERIFY(error->isVisible());
}

void TestSearchAndCopy::filterCompletes()
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

void TestSearchAndCopy::namesAreKeptShownAndFound()
{
    choose({model()->indexOf(web, server(12).key)});
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

void TestSearchAndCopy::copies()
{
    choose({model()->indexOf(web, server(12).key)});
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

void TestSearchAndCopy::givesUpACopyWhenTheLinkBreaks()
{
    const ServiceKey mail = tcp(u"172.18.100.7", 25);
    const ChangePlan addition{{AddService{service(mail, u"rr")}, AddServer{mail, server(14, 1, 25)}}};
    change(addition);
    QTRY_VERIFY(model()->indexOf(mail).isValid());
    QVERIFY(!model()->serviceAt(model()->indexOf(mail))->serversKnown); // closed, so nobody needed them
    QClipboard *clipboard = QGuiApplication::clipboard();
    clipboard->setText(u"of another program"_s);
    action(u"copyAllAsCsv"_s)->trigger();
    m_director->close();
    m_director->open();
    QTRY_VERIFY(m_director->status().link == LinkState::Live);
    QTRY_VERIFY(!model()->indexOf(mail).isValid()); // the sandbox begins anew
    m_director->unlock();
    change(addition);
    QTRY_VERIFY(model()->indexOf(mail).isValid());
    view()->expandAll();
    QTRY_VERIFY(model()->serviceAt(model()->indexOf(mail))->serversKnown);
    QSignalSpy arranged(view()->arranged(), &ArrangedServices::arranged);
    QTRY_VERIFY(!arranged.isEmpty()); // where a copy would begin
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::sendPostedEvents();
    QCOMPARE(clipboard->text(), u"of another program"_s);
    action(u"copyAllAsCsv"_s)->trigger();
    QTRY_VERIFY(clipboard->text().contains(u"192.168.10.14:25"));
}

QTEST_MAIN(TestSearchAndCopy)
#include "tst_searchandcopy.moc"
