// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/recoveryfile.h"
#include "app/documents/ruledocument.h"
#include "app/language.h"
#include "app/session/presentstate.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/messagebar.h"
#include "tests/app/shownrules.h"
#include "tests/support/busypool.h"

#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>

#include <algorithm>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Rules from the table to the text and back, as a person does it.
class TestRulesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void startsFromTheTable();
    void startsFromTheTableBeforeItIsRead();
    void draftsTheSmallestPlan();
    void saysWhatATextStandsFor_data();
    void saysWhatATextStandsFor();
    void carriesCommandsOut();
    void clearsBesideADraft();
    void saysWhyNotYet();
    void opensWhatIsDropped();
    void asksBeforeTextIsLost();
    void offersWhatWasLeft();
    void tellsOfAChangedFile();
    void offersLatin1();
    void savesAsUtf8WhereItWasToGo();
    void savesARemovedFile();
    void asksForWhatWasTypedMeanwhile();
    void foreignChangeIsAskedAboutWhenSaving();
    void saysOnceThatTextIsNotKept();
    void refusesLongLines();
};

namespace {

void drop(QWidget *page, const QString &path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(page, &enter);
    QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(page, &event);
}

} // namespace

void TestRulesPage::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"lvs-console-test"_s);
    QCoreApplication::setApplicationName(u"tst_rulespage"_s);
    setLanguage(u"en"_s, this); // for its plurals
}

void TestRulesPage::init()
{
    QSettings().clear();
    QDir(QStandardPaths::writableLocation(QStandardPaths::StateLocation) + u"/recovery"_s).removeRecursively();
}

void TestRulesPage::startsFromTheTable()
{
    ShownRules shown;
    auto *empty = shown.page->findChild<EmptyState *>();
    QVERIFY(empty->isVisible());
    QTRY_VERIFY(shown.page->findChild<PresentState *>()->state());
    empty->findChild<QPushButton *>()->click();
    QTRY_VERIFY(shown.text().startsWith(u"-A -t 172.18.100.6:80 -s wrr\n"));
    QVERIFY(!empty->isVisible());
    QTRY_COMPARE(shown.page->summary(), u"The director has these rules already."_s);
    QVERIFY(!shown.action(u"applyRules"_s)->isEnabled());
}

/// Nobody has to know that a reading is under way.
void TestRulesPage::startsFromTheTableBeforeItIsRead()
{
    auto noAnswerYet = std::make_optional<BusyPool>();
    ShownRules shown;
    shown.page->findChild<EmptyState *>()->findChild<QPushButton *>()->click();
    QVERIFY(!shown.page->findChild<PresentState *>()->state());
    noAnswerYet.reset();
    QTRY_VERIFY(shown.text().startsWith(u"-A -t 172.18.100.6:80 -s wrr\n"));
}

void TestRulesPage::draftsTheSmallestPlan()
{
    ShownRules shown;
    shown.write(presentRules().replace(u"-w 3"_s, u"-w 9"_s));
    QVERIFY(shown.canApply());
    QCOMPARE(shown.page->summary(), u"1 change leads from the present table to these rules."_s);
    shown.action(u"applyRules"_s)->trigger();
    QCOMPARE(shown.machine.session.draft().plan(), plan({EditServer{web, server(11, 3), server(11, 9)}}));
    QTRY_VERIFY(!shown.action(u"applyRules"_s)->isEnabled()); // it is drafted
    shown.machine.session.apply();
    QTRY_VERIFY(shown.machine.session.draft().isEmpty());
    QTRY_COMPARE(shown.page->summary(), u"The director has these rules already."_s);
}

void TestRulesPage::saysWhatATextStandsFor_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("start"); // row of the box
    QTest::addColumn<QString>("meaning");
    QTest::addColumn<QString>("button");
    const QString mark = u"-A -f 7 -s rr\n"_s;
    const QString table = u"Taken as the whole table"_s;
    const QString commands = u"Taken as commands for the present table"_s;
    QTest::newRow("whole table") << presentRules() + mark << 0 << table << u"Draft as table: 1 change"_s;
    QTest::newRow("names less") << mark << 0 << u"Whole table, removes 1 service that it does not name"_s
                                << u"Draft as table: 2 changes"_s;
    QTest::newRow("names fewer servers") << u"-A -t 172.18.100.6:80 -s wrr\n"_s << 0
                                         << u"Whole table, removes 2 real servers that it does not name"_s
                                         << u"Draft as table: 2 changes"_s;
    QTest::newRow("chosen") << mark << 2 << commands << u"Draft as commands: 1 change"_s;
    QTest::newRow("commands") << u"-e -t 172.18.100.6:80 -r 192.168.10.11 -m -w 9\n"_s << 0 << commands
                              << u"Draft as commands: 1 change"_s;
    QTest::newRow("nothing") << u"# later\n"_s << 0 << QString() << u"Draft as commands"_s;
}

void TestRulesPage::saysWhatATextStandsFor()
{
    QFETCH(const QString, text);
    QFETCH(const int, start);
    QFETCH(const QString, meaning);
    QFETCH(const QString, button);
    ShownRules shown;
    shown.find<QComboBox>(u"ruleStart"_s)->setCurrentIndex(start);
    shown.write(text);
    const QAction *apply = shown.action(u"applyRules"_s);
    QTRY_COMPARE(apply->iconText(), button);
    QTRY_COMPARE(shown.find<QLabel>(u"ruleMeaning"_s)->text(), meaning);
    QTRY_VERIFY(apply->isEnabled() || apply->toolTip().startsWith(u"There are no rules"_s));
}

void TestRulesPage::carriesCommandsOut()
{
    ShownRules shown;
    shown.write(u"-A -f 7 -s rr\n"_s);
    QVERIFY(shown.canApply());
    shown.find<QComboBox>(u"ruleStart"_s)->setCurrentIndex(2);
    QTRY_COMPARE(shown.page->summary(), u"1 change leads from the present table to these rules."_s);
    shown.action(u"applyRules"_s)->trigger();
    QCOMPARE(shown.machine.session.draft().plan(), plan({AddService{service(ServiceKey::forMark(7, Family::IPv4))}}));
}

/// What is drafted is not in the table that a clearing finds.
void TestRulesPage::clearsBesideADraft()
{
    ShownRules shown;
    QTRY_VERIFY(shown.page->findChild<PresentState *>()->state());
    QVERIFY(shown.machine.session.add(plan({AddService{service(database)}})));
    shown.write(u"-C\n"_s);
    shown.find<QComboBox>(u"ruleStart"_s)->setCurrentIndex(2);
    QVERIFY(shown.canApply());
    shown.action(u"applyRules"_s)->trigger();
    QTRY_COMPARE(shown.machine.session.draft().plan().operations.size(), 1u);
    shown.machine.session.apply();
    QTRY_VERIFY(shown.machine.session.report());
    QCOMPARE(shown.machine.session.report()->outcome, ApplyOutcome::Applied);
}

void TestRulesPage::saysWhyNotYet()
{
    ShownRules shown;
    QAction *apply = shown.action(u"applyRules"_s);
    shown.write(u"-A -t 172.18.100.6:443 -s rr\n-A -t nonsense\n"_s);
    QTRY_VERIFY2(apply->toolTip().contains(u"1 error"_s), qPrintable(apply->toolTip()));
    QVERIFY(!apply->isEnabled());
    shown.editor()->setPlainText(u"-A -t 172.18.100.6:443 -s rr\n"_s);
    QVERIFY(!apply->isEnabled()); // not before it has been checked
    QVERIFY(shown.canApply());
    shown.machine.director.lock();
    QVERIFY(!apply->isEnabled());
    QVERIFY(apply->toolTip().contains(u"locked"_s));
}

void TestRulesPage::opensWhatIsDropped()
{
    const QTemporaryDir folder;
    const QString path = fileWith(folder, "-A -f 1 -s rr\r\n");
    ShownRules shown;
    drop(shown.page.get(), path);
    QTRY_COMPARE(shown.text(), u"-A -f 1 -s rr\n"_s);
    QCOMPARE(shown.find<QLabel>(u"ruleTitle"_s)->text(), u"a.rules · CRLF"_s);
    QVERIFY(shown.page->unsaved().isEmpty());
    QTest::keyClicks(shown.editor(), u"# "_s);
    QCOMPARE(shown.page->unsaved(), u"a.rules*"_s);
    shown.action(u"saveRules"_s)->trigger();
    QTRY_VERIFY(shown.page->unsaved().isEmpty());
    QCOMPARE(readFileBytes(path), QByteArray("# -A -f 1 -s rr\r\n"));
    QCOMPARE(QSettings().value(u"rules/recent"_s).toStringList(), QStringList{path});
}

void TestRulesPage::asksBeforeTextIsLost()
{
    const QTemporaryDir folder;
    const QString path = fileWith(folder, "-A -f 1 -s rr\n");
    ShownRules shown;
    shown.write(u"-A -f 2\n"_s);
    const auto answer = [&](const QString &text) {
        QMessageBox *box = nullptr;
        if (!QTest::qWaitFor([&] { return (box = shown.page->findChild<QMessageBox *>()) != nullptr; }))
            return false;
        for (QAbstractButton *button : box->buttons()) {
            if (button->text() == text)
                button->click();
        }
        return QTest::qWaitFor([&] { return !shown.page->findChild<QMessageBox *>(); });
    };
    drop(shown.page.get(), path);
    QVERIFY(answer(u"Cancel"_s));
    QCOMPARE(shown.text(), u"-A -f 2\n"_s);
    drop(shown.page.get(), path);
    QVERIFY(answer(u"Discard"_s));
    QTRY_COMPARE(shown.text(), u"-A -f 1 -s rr\n"_s);
}

void TestRulesPage::offersWhatWasLeft()
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::StateLocation) + u"/recovery"_s);
    {
        ShownRules crashed;
        crashed.write(u"-A -f 5\n"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!folder.entryList({u"*.json"_s}).isEmpty(), 10'000);
    }
    ShownRules shown;
    QPushButton *restore = nullptr;
    QTRY_VERIFY((restore = shown.choice(u"Restore"_s)));
    restore->click();
    QTRY_COMPARE(shown.text(), u"-A -f 5\n"_s);
    QCOMPARE(shown.page->unsaved(), u"Untitled*"_s);
    shown.page->giveUp();
    QVERIFY(folder.entryList({u"*.json"_s}).isEmpty());
}

void TestRulesPage::tellsOfAChangedFile()
{
    const QTemporaryDir folder;
    const QString path = fileWith(folder, "-A -f 1 -s rr\n");
    ShownRules shown;
    drop(shown.page.get(), path);
    QTRY_COMPARE(shown.text(), u"-A -f 1 -s rr\n"_s);
    fileWith(folder, "-A -f 1 -s lc\n");
    QPushButton *compare = nullptr;
    QTRY_VERIFY((compare = shown.choice(u"Compare"_s)));
    compare->click();
    const QStringList expected{u"Firewall mark 1 | Different | rr | lc"_s, u"  Scheduler | Different | rr | lc"_s};
    QVERIFY2(shown.isCompared(expected), qPrintable(shown.rows().join(u'\n')));
    fileWith(folder, "-A -f 1 -s wrr\n");
    QPushButton *reload = nullptr;
    QTRY_VERIFY((reload = shown.choice(u"Reload"_s)));
    reload->click();
    QTRY_COMPARE(shown.text(), u"-A -f 1 -s wrr\n"_s);
}

void TestRulesPage::offersLatin1()
{
    const QTemporaryDir folder;
    ShownRules shown;
    drop(shown.page.get(), fileWith(folder, "# caf\xe9\n"));
    QPushButton *latin1 = nullptr;
    QTRY_VERIFY((latin1 = shown.choice(u"Open as Latin-1"_s)));
    latin1->click();
    QTRY_COMPARE(shown.text(), u"# café\n"_s);
    QCOMPARE(shown.find<QLabel>(u"ruleTitle"_s)->text(), u"a.rules · Latin-1"_s);
}

void TestRulesPage::savesAsUtf8WhereItWasToGo()
{
    const QTemporaryDir folder;
    const QString path = fileWith(folder, "# caf\xe9\n");
    ShownRules shown;
    drop(shown.page.get(), path);
    QPushButton *button = nullptr;
    QTRY_VERIFY((button = shown.choice(u"Open as Latin-1"_s)));
    button->click();
    QTRY_COMPARE(shown.text(), u"# café\n"_s);
    shown.editor()->insertPlainText(u"# 规则\n"_s);
    const QString target = folder.filePath(u"b.rules"_s);
    shown.page->findChild<RuleDocument *>()->saveAs(target);
    QTRY_VERIFY((button = shown.choice(u"Save as UTF-8"_s)));
    button->click();
    QTRY_VERIFY(shown.page->unsaved().isEmpty());
    QCOMPARE(readFileBytes(target), u"# 规则\n# café\n"_s.toUtf8());
    QCOMPARE(readFileBytes(path), QByteArray("# caf\xe9\n"));
}

void TestRulesPage::savesARemovedFile()
{
    const QTemporaryDir folder;
    const QString path = fileWith(folder, "-A -f 1 -s rr\n");
    ShownRules shown;
    drop(shown.page.get(), path);
    QTRY_COMPARE(shown.text(), u"-A -f 1 -s rr\n"_s);
    QVERIFY(!shown.action(u"saveRules"_s)->isEnabled());
    QVERIFY(QFile::remove(path));
    QTRY_VERIFY(shown.action(u"saveRules"_s)->isEnabled());
    shown.action(u"saveRules"_s)->trigger();
    QTRY_VERIFY(shown.page->unsaved().isEmpty());
    QCOMPARE(readFileBytes(path), QByteArray("-A -f 1 -s rr\n"));
}

void TestRulesPage::asksForWhatWasTypedMeanwhile()
{
    const QTemporaryDir folder;
    const QString path = fileWith(folder, "-A -f 1 -s rr\n");
    ShownRules shown;
    {
        const BusyPool busy;
        drop(shown.page.get(), path);
        shown.editor()->insertPlainText(u"-A -f 2\n"_s);
    }
    QTRY_VERIFY(shown.page->findChild<QMessageBox *>());
    QCOMPARE(shown.text(), u"-A -f 2\n"_s);
}

void TestRulesPage::foreignChangeIsAskedAboutWhenSaving()
{
    const QTemporaryDir folder;
    const QString path = fileWith(folder, "-A -f 1 -s rr\n");
    ShownRules shown;
    drop(shown.page.get(), path);
    QTRY_COMPARE(shown.text(), u"-A -f 1 -s rr\n"_s);
    shown.editor()->insertPlainText(u"# mine\n"_s);
    fileWith(folder, "-A -f 1 -s lc\n");
    shown.action(u"saveRules"_s)->trigger();
    QPushButton *keep = nullptr;
    QTRY_VERIFY((keep = shown.choice(u"Keep mine"_s)));
    QCOMPARE(readFileBytes(path), QByteArray("-A -f 1 -s lc\n"));
    keep->click();
    shown.action(u"saveRules"_s)->trigger();
    QTRY_VERIFY(shown.page->unsaved().isEmpty());
    QCOMPARE(readFileBytes(path), QByteArray("# mine\n-A -f 1 -s rr\n"));
}

void TestRulesPage::saysOnceThatTextIsNotKept()
{
    ShownRules shown;
    QDir folder(QStandardPaths::writableLocation(QStandardPaths::StateLocation) + u"/recovery"_s);
    QVERIFY(folder.removeRecursively());
    const auto *recovery = shown.page->findChild<RecoveryFile *>();
    QSignalSpy failed(recovery, &RecoveryFile::notStored);
    const auto isTold = [&] {
        return std::ranges::any_of(shown.page->findChildren<MessageBar *>(), [](const MessageBar *bar) {
            return bar->isVisible() && bar->accessibleName().startsWith(u"Unsaved text is not kept"_s);
        });
    };
    shown.write(u"-A -f 5\n"_s);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 10'000);
    QVERIFY(isTold());
    for (auto *bar : shown.page->findChildren<MessageBar *>())
        bar->hide();
    shown.editor()->insertPlainText(u"#"_s);
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 2, 10'000);
    QVERIFY(!isTold());
}

void TestRulesPage::refusesLongLines()
{
    const QTemporaryDir folder;
    ShownRules shown;
    const auto isTold = [&](const QString &words) {
        return QTest::qWaitFor([&] {
            return std::ranges::any_of(shown.page->findChildren<MessageBar *>(), [&](const MessageBar *bar) {
                return bar->isVisible() && bar->accessibleName().contains(words);
            });
        });
    };
    drop(shown.page.get(), fileWith(folder, "-A -f 1\n-A -f 2 " + QByteArray(1024 * 1024, 'x') + '\n'));
    QVERIFY(isTold(u"line 2 goes on at column 65537"_s));
    QVERIFY(shown.text().isEmpty());
    shown.write(u"-A -f 1\n"_s);
    QGuiApplication::clipboard()->setText(QString(1024 * 1024, u'x'));
    shown.editor()->paste();
    QVERIFY(isTold(u"Nothing was pasted"_s));
    QCOMPARE(shown.text(), u"-A -f 1\n"_s);
}

QTEST_MAIN(TestRulesPage)
#include "tst_rulespage.moc"
