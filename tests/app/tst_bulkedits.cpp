// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/directorview.h"
#include "core/director/snapshotdifference.h"
#include "core/sandbox/exampleclusters.h"
#include "tests/app/windowtest.h"
#include "tests/support/objects.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Operations on many objects, with the window as a person sees it, on the sandbox with its clients.
class TestBulkEdits : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openWindow([] { return makeExampleSandbox(); }, 4);
    }

    void drainsAServerInAllServices();
    void setsWeightsOfASelection();
    void movesServers();
    void duplicatesAService();
    void zeroesCounters();
    void clearsOnlyWithTheWord();
    void pastesCommands();
    void saysWhatItDidNotUnderstand();
    void pastesALongText();
    void pastesOnWhatIsDrafted();
    void pastesInTheTableOnlyWhatAreRules();
    void saysWhatIsLeftOnAServer();
    void drainsBeforeItRemoves();

private:
    QPushButton *accept() const { return m_window->findChild<QPushButton *>(u"accept"_s); }
    /// What is drafted, as commands.
    QStringList drafted() const
    {
        return find<QPlainTextEdit>(u"pendingCommands"_s)->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    }
    void applyDraft() const { dockAction(u"Apply"_s)->trigger(); }
    static void paste(const QString &text) { QGuiApplication::clipboard()->setText(text); }
};

void TestBulkEdits::drainsAServerInAllServices()
{
    choose({model()->indexOf(web, server(11).key)});
    trigger(u"drainEverywhere"_s);
    QTRY_COMPARE(drafted().size(), 2);
    QVERIFY(drafted()[0].contains(u"-r 192.168.10.11:80 -m -w 0"));
    QVERIFY(drafted()[1].contains(u"-r 192.168.10.11:3306 -m -w 0"));
    choose({model()->indexOf(web, server(11).key)});
    trigger(u"undrainEverywhere"_s);
    QTRY_COMPARE(drafted(), QStringList()); // back to the weights they have
}

void TestBulkEdits::setsWeightsOfASelection()
{
    choose({model()->indexOf(web, server(11).key), model()->indexOf(web, server(12).key)});
    trigger(u"setWeights"_s);
    QVERIFY(!accept()->isEnabled());
    find<QLineEdit>(u"number"_s)->setText(u"2147483648"_s);
    QVERIFY(!accept()->isEnabled());
    find<QLineEdit>(u"number"_s)->setText(u"77"_s);
    accept()->click();
    QCOMPARE(drafted().size(), 2);
    QVERIFY(drafted()[0].contains(u"-w 77") && drafted()[1].contains(u"-w 77"));
    QTRY_VERIFY(!accept());

    trigger(u"setWeights"_s);
    find<QComboBox>(u"how"_s)->setCurrentIndex(1);
    find<QLineEdit>(u"number"_s)->setText(u"200"_s);
    accept()->click();
    QVERIFY(drafted()[0].contains(u"-w 154") && drafted()[1].contains(u"-w 154"));
}

void TestBulkEdits::movesServers()
{
    choose({model()->indexOf(web, server(12).key)});
    trigger(u"move"_s);
    QTRY_VERIFY(isThere(u"target"_s));
    auto *target = find<QComboBox>(u"target"_s);
    QCOMPARE(target->findText(u"TCP 172.18.100.6:80"_s), -1); // where it is
    target->setCurrentText(u"TCP 172.18.100.6:3306"_s);
    QVERIFY(!accept()->isEnabled()); // the database has this server
    QVERIFY(find<QLabel>(u"refused"_s)->text().contains(u"has this real server already"));
    find<QCheckBox>(u"portFollows"_s)->setChecked(false);
    QVERIFY(accept()->isEnabled());
    accept()->click();
    QCOMPARE(drafted().size(), 2);
    QVERIFY(drafted()[0].startsWith(u"ipvsadm -a -t 172.18.100.6:3306 -r 192.168.10.12:80 -m"));
    QCOMPARE(drafted()[1], u"ipvsadm -d -t 172.18.100.6:80 -r 192.168.10.12:80"_s);
}

void TestBulkEdits::duplicatesAService()
{
    choose({model()->indexOf(web)});
    trigger(u"duplicate"_s);
    QTRY_VERIFY(isThere(u"port"_s));
    QVERIFY(!accept()->isEnabled()); // the same again is none
    find<QLineEdit>(u"port"_s)->setText(u"3306"_s);
    QVERIFY(!accept()->isEnabled());
    find<QLineEdit>(u"port"_s)->setText(u"8080"_s);
    accept()->click();
    QVERIFY(drafted()[0].startsWith(u"ipvsadm -A -t 172.18.100.6:8080 "));
    QCOMPARE(drafted().size(), 1 + model()->rowCount(model()->indexOf(web)));
    QVERIFY(drafted()[1].contains(u":8080 -m"));
}

void TestBulkEdits::zeroesCounters()
{
    choose({model()->indexOf(web)});
    trigger(u"zeroSelected"_s);
    QCOMPARE(drafted(), QStringList{u"ipvsadm -Z -t 172.18.100.6:80"_s});
    trigger(u"zeroAll"_s);
    QCOMPARE(drafted().last(), u"ipvsadm -Z"_s);
}

void TestBulkEdits::clearsOnlyWithTheWord()
{
    trigger(u"clear"_s);
    QTRY_VERIFY(isThere(u"word"_s));
    QVERIFY(find<QLabel>(u"count"_s)->text().startsWith(QString::number(model()->rowCount())));
    QVERIFY(find<QLabel>(u"count"_s)->window()->windowTitle().contains(u"Sandbox"));
    QVERIFY(!accept()->isEnabled());
    find<QLineEdit>(u"word"_s)->setText(u"clea"_s);
    QVERIFY(!accept()->isEnabled());
    find<QLineEdit>(u"word"_s)->setText(u"clear"_s);
    accept()->click();
    QCOMPARE(drafted(), QStringList{u"ipvsadm -C"_s});
}

void TestBulkEdits::pastesCommands()
{
    paste(u"[root@lvs ~]# ipvsadm -A -t 172.18.100.6:8080 -s rr\n"
          "[root@lvs ~]# ipvsadm -a -t 172.18.100.6:8080 -r 192.168.10.11 -m -w 2\n"_s);
    trigger(u"paste"_s);
    QTRY_COMPARE(accept()->text(), u"Draft 2 changes"_s);
    QVERIFY(accept()->isEnabled());
    QCOMPARE(find<QTreeWidget>(u"pasteRemarks"_s)->topLevelItemCount(), 0);
    accept()->click();
    QCOMPARE(drafted(), QStringList({u"ipvsadm -A -t 172.18.100.6:8080 -s rr"_s,
                                     u"ipvsadm -a -t 172.18.100.6:8080 -r 192.168.10.11:8080 -m -w 2 -x 0 -y 0"_s}));
}

void TestBulkEdits::saysWhatItDidNotUnderstand()
{
    paste(u"ls\nipvsadm -A -t web:8080 -s rr\nipvsadm -A -t 172.18.100.6:8080 -s rr -p\n"_s);
    trigger(u"paste"_s);
    QTRY_COMPARE(accept()->text(), u"Draft 1 change"_s);
    const auto *remarks = find<QTreeWidget>(u"pasteRemarks"_s);
    QCOMPARE(remarks->topLevelItemCount(), 3);
    QCOMPARE(remarks->topLevelItem(0)->text(1), u"“ls” is not ipvsadm."_s);
    QCOMPARE(remarks->topLevelItem(1)->text(0), u"Line 2"_s);
    QVERIFY(remarks->topLevelItem(1)->text(1).startsWith(u"“web” is a host name."));
    QVERIFY(remarks->topLevelItem(2)->text(1).contains(u"360"));
    QVERIFY(find<QLabel>(u"pasteSummary"_s)->text().startsWith(u"2 commands will be left out"));

    // The text can be corrected.
    auto *text = find<QPlainTextEdit>(u"pasteText"_s);
    text->setPlainText(text->toPlainText().replace(u"web:8080"_s, u"172.18.100.6:8081"_s));
    QVERIFY(!accept()->isEnabled());
    QTRY_COMPARE(accept()->text(), u"Draft 2 changes"_s);
    QVERIFY(accept()->isEnabled());
}

void TestBulkEdits::pastesALongText()
{
    const QString text = u"ls\n"_s.repeated(1200) + u"ipvsadm -A -t 172.18.100.6:8080 -s rr\n"_s.repeated(20'000);
    paste(text);
    trigger(u"paste"_s);
    QTRY_COMPARE(accept()->text(), u"Draft 1 change"_s);
    QCOMPARE(find<QPlainTextEdit>(u"pasteText"_s)->toPlainText(), text);
    QVERIFY(find<QLabel>(u"pasteSummary"_s)->text().startsWith(u"1,200 commands will be left out"));
    const auto *remarks = find<QTreeWidget>(u"pasteRemarks"_s);
    QCOMPARE(remarks->topLevelItemCount(), 1001); // nobody reads more
    QCOMPARE(remarks->topLevelItem(999)->text(0), u"Line 1000"_s);
    QCOMPARE(remarks->topLevelItem(1000)->text(1), u"… and 20,199 more"_s);
}

void TestBulkEdits::pastesOnWhatIsDrafted()
{
    paste(u"ipvsadm --set 600 0 0\nipvsadm --start-daemon master --mcast-interface eth0\n"
          "ipvsadm -A -t 172.18.100.6:8080 -s rr\n"_s);
    trigger(u"paste"_s);
    QTRY_COMPARE(accept()->text(), u"Draft 3 changes"_s);
    accept()->click();
    paste(u"ipvsadm --set 600 0 0\nipvsadm --start-daemon master --mcast-interface eth0\nipvsadm -C\n"_s);
    trigger(u"paste"_s);
    QTRY_COMPARE(accept()->text(), u"Draft 1 change"_s); // the others are drafted already
    accept()->click();
    QCOMPARE(drafted().last(), u"ipvsadm -C"_s);
    applyDraft();
    QTRY_COMPARE(model()->rowCount(), 0); // it was not refused as stale
}

void TestBulkEdits::pastesInTheTableOnlyWhatAreRules()
{
    choose({model()->indexOf(web)});
    paste(u"172.18.100.6"_s);
    trigger(u"pasteRules"_s);
    QVERIFY(!m_window->findChild<QDialog *>(u"pasteDialog"_s));
    paste(u"# ipvsadm -C"_s);
    trigger(u"pasteRules"_s);
    QVERIFY(find<QDialog>(u"pasteDialog"_s));
}

void TestBulkEdits::saysWhatIsLeftOnAServer()
{
    const QModelIndex index = model()->indexOf(web, server(11).key);
    QTRY_VERIFY(model()->serverAt(index)->actual->activeConnections > 0);
    choose({index});
    trigger(u"remove"_s);
    const auto *question = find<QMessageBox>(u"removalQuestion"_s);
    QVERIFY(question);
    QVERIFY(question->text().contains(u"192.168.10.11:80"));
    QVERIFY(question->text().contains(u"active"));
    QTRY_VERIFY(question->informativeText().contains(u"expire_nodest_conn = 0"));
    QVERIFY(drafted().isEmpty());
    find<QPushButton>(u"removeAnyway"_s)->click();
    QCOMPARE(drafted(), QStringList{u"ipvsadm -d -t 172.18.100.6:80 -r 192.168.10.11:80"_s});
}

void TestBulkEdits::drainsBeforeItRemoves()
{
    const QModelIndex index = model()->indexOf(web, server(11).key);
    QTRY_VERIFY(model()->serverAt(index)->actual->activeConnections > 0);
    choose({index});
    trigger(u"remove"_s);
    find<QPushButton>(u"drainFirst"_s)->click();
    QCOMPARE(drafted().size(), 1);
    QVERIFY(drafted().front().contains(u"-w 0"));

    m_window->findChild<DirectorView *>()->showPage(PageId::System); // and back: the assistant can still be called
    m_window->findChild<DirectorView *>()->showPage(PageId::Services);
    trigger(u"showDrains"_s);
    const auto *list = find<QTreeWidget>(u"drainList"_s);
    QCOMPARE(list->topLevelItemCount(), 1);
    QCOMPARE(list->topLevelItem(0)->text(0), u"192.168.10.11:80"_s);
    QVERIFY(find<QCheckBox>(u"whenEmpty"_s)->isChecked());
    QTRY_VERIFY(find<QPlainTextEdit>(u"drainCommands"_s)
                    ->toPlainText()
                    .contains(u"sysctl -w net.ipv4.vs.expire_nodest_conn=1"));
    applyDraft();
    QTRY_COMPARE(list->topLevelItem(0)->text(2), u"draining"_s);
    QTRY_VERIFY(find<QWidget>(u"drainBar"_s)->isVisible());
    find<QPushButton>(u"removeNow"_s)->click();
    QTRY_COMPARE(list->topLevelItem(0)->text(2), u"removal drafted"_s);
    QCOMPARE(drafted(), QStringList{u"ipvsadm -d -t 172.18.100.6:80 -r 192.168.10.11:80"_s});
}

QTEST_MAIN(TestBulkEdits)
#include "tst_bulkedits.moc"
