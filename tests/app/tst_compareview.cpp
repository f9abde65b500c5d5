// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/sourcebox.h"
#include "app/editor/rulechecker.h"
#include "app/language.h"
#include "app/session/presentstate.h"
#include "app/widgets/messagebar.h"
#include "tests/app/shownrules.h"
#include "tests/support/busypool.h"
#include "tests/support/sharedmachine.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QStandardPaths>
#include <QTextDocument>

#include <algorithm>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Two states side by side on the Rules page, and what is taken over from one to the other.
class TestCompareView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init()
    {
        QSettings().clear();
        // Unsaved text that another test left would be offered, some time after the page is there.
        QDir(QStandardPaths::writableLocation(QStandardPaths::StateLocation) + u"/recovery"_s).removeRecursively();
    }

    void comparisonIsATree();
    void takesOverIntoTheText();
    void takesOverIntoTheDraft();
    void takesOverOneField();
    void comparesWithAFile();
    void comparesDirectors();
    void searchesTheComparison();
    void followsTheFile();
    void readsLatin1();
    void followsTheOtherDirector();
    void seesWhatOthersChangeThere();
    void readsTheBootStateOnceAtATime();
    void comparesWithTheNextBoot();
    void comparesWithBootFiles();
    void editedTextTakesNothingOver();
    void namesAreShownAsTheyAre();
};

void TestCompareView::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"lvs-console-test"_s);
    QCoreApplication::setApplicationName(u"tst_compareview"_s);
    setLanguage(u"en"_s, this); // for its plurals
}

void TestCompareView::comparisonIsATree()
{
    ShownRules shown;
    const QAbstractItemModelTester tester(shown.comparison()->model());
    shown.write(u"-A -t 172.18.100.6:80 -s rr\n-a -t 172.18.100.6:80 -r 192.168.10.11:80 -m -w 9\n"
                "-a -t 172.18.100.6:80 -r 192.168.10.13:80 -m\n"_s);
    shown.showComparison();
    const QStringList expected{
        u"TCP 172.18.100.6:80 | Different | rr | wrr"_s,
        u"  Scheduler | Different | rr | wrr"_s,
        u"  192.168.10.11:80 | Different | NAT, weight 9 | NAT, weight 3"_s,
        u"    Weight | Different | 9 | 3"_s,
        u"  192.168.10.12:80 | Only right | – | NAT, weight 1"_s,
        u"  192.168.10.13:80 | Only left | NAT, weight 1 | –"_s,
    };
    QVERIFY2(shown.isCompared(expected), qPrintable(shown.rows().join(u'\n')));
    QCOMPARE(shown.find<QLabel>(u"compareSummary"_s)->text(), u"2 different, 1 only left, 1 only right, 1 equal"_s);
    shown.find<QCheckBox>(u"onlyDifferences"_s)->setChecked(false);
    QTRY_COMPARE(shown.rows().size(), 7); // and the timeouts
}

void TestCompareView::takesOverIntoTheText()
{
    ShownRules shown;
    shown.write(u"# the shop\n"_s + presentRules().replace(u"-w 3"_s, u"-w 9  # old one"_s));
    shown.showComparison();
    const QStringList expected{u"TCP 172.18.100.6:80 | Servers differ | wrr | wrr"_s,
                               u"  192.168.10.11:80 | Different | NAT, weight 9 | NAT, weight 3"_s,
                               u"    Weight | Different | 9 | 3"_s};
    QVERIFY2(shown.isCompared(expected), qPrintable(shown.rows().join(u'\n')));
    shown.select(0, 0);
    shown.take(u"takeLeft"_s);
    QTRY_COMPARE(shown.text(), u"# the shop\n"_s + presentRules().replace(u"-w 3"_s, u"-w 3  # old one"_s));
    QVERIFY2(shown.isCompared({}), qPrintable(shown.rows().join(u'\n')));
    QVERIFY(shown.machine.session.draft().isEmpty());
    shown.editor()->undo(); // one step
    QVERIFY(shown.text().contains(u"-w 9"_s));
}

void TestCompareView::takesOverIntoTheDraft()
{
    ShownRules shown;
    shown.write(presentRules() + u"-A -f 7 -s rr\n"_s);
    shown.showComparison();
    QTRY_COMPARE(shown.rows(), QStringList{u"Firewall mark 7 | Only left | rr | –"_s});
    const QString before = shown.text();
    shown.select(0);
    QTest::keyClick(shown.comparison(), Qt::Key_Right, Qt::AltModifier);
    QTRY_COMPARE(shown.machine.session.draft().plan(),
                 plan({AddService{service(ServiceKey::forMark(7, Family::IPv4))}}));
    QVERIFY(shown.isCompared({}));
    QCOMPARE(shown.text(), before);
    shown.machine.session.undoDraft();
    QTRY_COMPARE(shown.rows().size(), 1);
    shown.machine.director.lock();
    shown.select(0);
    QTRY_VERIFY(shown.action(u"takeLeft"_s)->isEnabled());
    QVERIFY(!shown.action(u"takeRight"_s)->isEnabled());
}

void TestCompareView::takesOverOneField()
{
    ShownRules shown;
    shown.write(presentRules().replace(u"11:80 -m -w 3"_s, u"11:80 -g -w 9"_s));
    shown.showComparison();
    QTRY_COMPARE(shown.rows().size(), 4);
    shown.select(0, 0, 1);
    QCOMPARE(shown.comparison()->currentIndex().data().toString(), u"Weight"_s);
    shown.take(u"takeRight"_s);
    QTRY_COMPARE(shown.machine.session.draft().plan(), plan({EditServer{web, server(11, 3), server(11, 9)}}));
    QTRY_COMPARE(shown.rows().size(), 3); // forwarding still differs
    shown.select(0, 0, 0);
    shown.take(u"takeLeft"_s);
    QTRY_VERIFY2(shown.text().contains(u"192.168.10.11:80 -m -w 9"_s), qPrintable(shown.text()));
    QVERIFY(shown.isCompared({}));
}

void TestCompareView::comparesWithAFile()
{
    const QTemporaryDir folder;
    ShownRules shown;
    shown.write(presentRules());
    shown.showComparison();
    shown.compare()
        ->box(Side::Right)
        ->setSource(
            {.kind = CompareSource::Kind::File, .path = fileWith(folder, "# other\n-A -t 172.18.100.6:80 -s rr\n")});
    QTRY_COMPARE(shown.rows().size(), 4);
    shown.select(0, 0);
    QVERIFY(!shown.action(u"takeRight"_s)->isEnabled());
    shown.take(u"takeLeft"_s);
    QTRY_VERIFY(shown.text().startsWith(u"-A -t 172.18.100.6:80 -s rr\n"));
    shown.compare()
        ->box(Side::Right)
        ->setSource({.kind = CompareSource::Kind::File, .path = folder.filePath(u"missing"_s)});
    QTRY_VERIFY(shown.find<QLabel>(u"compareSummary"_s)->text().contains(u"could not be read"_s));
    QCOMPARE(shown.rows(), QStringList());
}

void TestCompareView::comparesDirectors()
{
    ShownRules shown;
    Machine other(u"other"_s);
    QVERIFY(other.make(plan({AddService{service(web, u"wrr")}})));
    QTRY_VERIFY(other.session.isEditable());
    shown.sessions.add(&other.session);
    shown.showComparison();
    shown.compare()->box(Side::Left)->setSource({.kind = CompareSource::Kind::Kernel});
    shown.compare()->box(Side::Right)->setSource({.kind = CompareSource::Kind::Director, .session = &other.session});
    QTRY_COMPARE(shown.rows().size(), 3);
    shown.select(0, 0);
    shown.take(u"takeRight"_s);
    QTRY_COMPARE(other.session.draft().plan(), plan({AddServer{web, server(11, 3)}}));
    QTRY_COMPARE(shown.rows().size(), 2);
    shown.select(0, 0);
    shown.take(u"takeLeft"_s);
    QTRY_COMPARE(shown.machine.session.draft().plan(), plan({RemoveServer{web, server(12, 1)}}));
    QVERIFY(shown.isCompared({}));
    shown.sessions.remove(&other.session);
    QCOMPARE(shown.compare()->box(Side::Right)->source().kind, CompareSource::Kind::Kernel);
}

void TestCompareView::searchesTheComparison()
{
    ShownRules shown;
    shown.write(u"-A -f 7 -s rr\n"_s);
    shown.showComparison();
    QTRY_COMPARE(shown.rows().size(), 4);
    shown.find<QLineEdit>(u"compareSearch"_s)->setText(u"10.12"_s);
    const QStringList expected{u"TCP 172.18.100.6:80 | Only right | – | wrr"_s,
                               u"  192.168.10.12:80 | Only right | – | NAT, weight 1"_s};
    QVERIFY2(shown.isCompared(expected), qPrintable(shown.rows().join(u'\n')));
    shown.find<QLineEdit>(u"compareSearch"_s)->setText(u"TCP 172.18"_s);
    QTRY_COMPARE(shown.rows().size(), 3);
}

void TestCompareView::followsTheOtherDirector()
{
    ShownRules shown;
    Machine other(u"other"_s);
    QVERIFY(other.make(plan({AddService{service(web, u"wrr")}})));
    QTRY_VERIFY(other.session.isEditable());
    other.director.close();
    shown.sessions.add(&other.session);
    shown.showComparison();
    shown.compare()->box(Side::Left)->setSource({.kind = CompareSource::Kind::Kernel});
    shown.compare()->box(Side::Right)->setSource({.kind = CompareSource::Kind::Director, .session = &other.session});
    auto *summary = shown.find<QLabel>(u"compareSummary"_s);
    QTRY_VERIFY2(summary->text().startsWith(u"Kernel of "_s), qPrintable(summary->text())); // why it is not known
    QCOMPARE(shown.rows(), QStringList());
    other.director.open();
    QTRY_VERIFY(!shown.rows().isEmpty());
    QVERIFY(shown.isSettled());
    shown.select(0);
    QTRY_VERIFY(shown.action(u"takeRight"_s)->isEnabled());
    other.director.lock();
    QVERIFY(!shown.action(u"takeRight"_s)->isEnabled());
    other.director.unlock();
    QTRY_VERIFY(shown.action(u"takeRight"_s)->isEnabled());
}

void TestCompareView::followsTheFile()
{
    const QTemporaryDir folder;
    ShownRules shown;
    shown.write(u"-A -f 1 -s rr\n"_s);
    shown.showComparison();
    const QString path = fileWith(folder, "-A -f 1 -s lc\n");
    shown.compare()->box(Side::Right)->setSource({.kind = CompareSource::Kind::File, .path = path});
    QTRY_COMPARE(shown.rows().value(0), u"Firewall mark 1 | Different | rr | lc"_s);
    fileWith(folder, "-A -f 1 -s wrr\n"); // as a new file
    QTRY_COMPARE(shown.rows().value(0), u"Firewall mark 1 | Different | rr | wrr"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append)); // the same file
    file.write("-A -f 2 -s rr\n");
    file.close();
    QTRY_COMPARE(shown.rows().size(), 3);
    QVERIFY(QFile::remove(path));
    QTRY_VERIFY(shown.find<QLabel>(u"compareSummary"_s)->text().contains(u"could not be read"_s));
    fileWith(folder, "-A -f 1 -s rr\n");
    QVERIFY2(shown.isCompared({}), qPrintable(shown.rows().join(u'\n')));
}

void TestCompareView::readsLatin1()
{
    const QTemporaryDir folder;
    ShownRules shown;
    shown.write(u"# café\n-A -f 1 -s rr\n"_s);
    shown.showComparison();
    shown.compare()
        ->box(Side::Right)
        ->setSource({.kind = CompareSource::Kind::File, .path = fileWith(folder, "# caf\xe9\n-A -f 1 -s lc\n")});
    QTRY_COMPARE(shown.rows().value(0), u"Firewall mark 1 | Different | rr | lc"_s);
}

void TestCompareView::seesWhatOthersChangeThere()
{
    SharedMachine machine;
    machine.execute({AddService{service(web, u"wrr")}, AddServer{web, server(11, 3)}, AddServer{web, server(12, 1)}});
    Machine other(u"other"_s, [&machine] { return machine.makeBackend(); });
    QTRY_VERIFY(other.session.isEditable());
    ShownRules shown;
    shown.sessions.add(&other.session);
    shown.showComparison();
    shown.compare()->box(Side::Left)->setSource({.kind = CompareSource::Kind::Kernel});
    shown.compare()->box(Side::Right)->setSource({.kind = CompareSource::Kind::Director, .session = &other.session});
    QVERIFY2(shown.isCompared({}), qPrintable(shown.rows().join(u'\n')));
    other.session.watcher()->unwatch(&other.session); // nobody else looks at it
    QTRY_VERIFY(!other.session.watcher()->latest()->servers.empty());
    machine.execute({EditServer{web, server(11, 3), server(11, 8)}});
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows().size(), 3, 10'000);
    shown.sessions.remove(&other.session);
}

namespace {

/// Says how its boot state stands when the test says so.
class SlowBoot : public LocalDirector
{
public:
    using LocalDirector::LocalDirector;
    QFuture<Result<BootState>> readBoot() override
    {
        ++asked;
        pending = std::make_shared<PendingResult<BootState>>();
        return pending->future();
    }
    void answer() { std::exchange(pending, {})->finish(BootState{.own = {.state = BootFile::State::Missing}}); }

    int asked = 0;
    std::shared_ptr<PendingResult<BootState>> pending;
};

} // namespace

void TestCompareView::readsTheBootStateOnceAtATime()
{
    SlowBoot director(u"slow"_s, [] { return std::make_unique<SandboxBackend>(); });
    director.open();
    DirectorSession session(&director);
    PresentState present(&session);
    QTRY_VERIFY(isConnected(director.status().link));
    present.read();
    QTRY_VERIFY(present.state());
    QTextDocument text;
    RuleChecker checker(&text);
    Comparer comparer(&present, &checker);
    comparer.setActive(true);
    comparer.setSource(Side::Left, {.kind = CompareSource::Kind::Kernel});
    comparer.setSource(Side::Right, {.kind = CompareSource::Kind::Boot, .boot = BootSource::Own});
    QTRY_COMPARE(director.asked, 1);
    for (int i = 0; i < 10; ++i) {
        comparer.refresh();
        QCoreApplication::processEvents();
    }
    QCOMPARE(director.asked, 1);
    director.answer();
    QTRY_COMPARE(director.asked, 2); // once for all that was wanted meanwhile
    director.answer();
    QTRY_VERIFY(comparer.problem(Side::Right));
    QCOMPARE(director.asked, 2);
}

void TestCompareView::comparesWithTheNextBoot()
{
    ShownRules shown;
    shown.showComparison();
    shown.compare()->box(Side::Left)->setSource({.kind = CompareSource::Kind::Kernel});
    shown.compare()->box(Side::Right)->setSource({.kind = CompareSource::Kind::Boot, .boot = BootSource::NextBoot});
    const QStringList lost{u"TCP 172.18.100.6:80 | Only left | wrr | –"_s,
                           u"  192.168.10.11:80 | Only left | NAT, weight 3 | –"_s,
                           u"  192.168.10.12:80 | Only left | NAT, weight 1 | –"_s};
    QVERIFY2(shown.isCompared(lost), qPrintable(shown.rows().join(u'\n')));
    shown.select(0, 0);
    QVERIFY(!shown.action(u"takeRight"_s)->isEnabled()); // it is written as a whole
    QVERIFY(shown.action(u"takeRight"_s)->toolTip().contains(u"System page"_s));

    auto saved = shown.machine.director.saveBoot();
    QTRY_VERIFY(saved.isFinished());
    QVERIFY(saved.result());
    shown.page->readNow();
    QVERIFY2(shown.isCompared({}), qPrintable(shown.rows().join(u'\n')));

    // What was kept is taken back into the kernel's draft.
    QVERIFY(shown.machine.make(plan({EditServer{web, server(11, 3), server(11, 8)}})));
    const QStringList changed{u"TCP 172.18.100.6:80 | Servers differ | wrr | wrr"_s,
                              u"  192.168.10.11:80 | Different | NAT, weight 8 | NAT, weight 3"_s,
                              u"    Weight | Different | 8 | 3"_s};
    QVERIFY2(shown.isCompared(changed), qPrintable(shown.rows().join(u'\n')));
    shown.select(0, 0);
    shown.take(u"takeLeft"_s);
    QTRY_COMPARE(shown.machine.session.draft().plan(), plan({EditServer{web, server(11, 8), server(11, 3)}}));
    QVERIFY2(shown.isCompared({}), qPrintable(shown.rows().join(u'\n')));
}

void TestCompareView::comparesWithBootFiles()
{
    ShownRules shown;
    shown.showComparison();
    shown.compare()->box(Side::Left)->setSource({.kind = CompareSource::Kind::Kernel});
    auto *summary = shown.find<QLabel>(u"compareSummary"_s);
    shown.compare()->box(Side::Right)->setSource({.kind = CompareSource::Kind::Boot, .boot = BootSource::Own});
    QTRY_VERIFY2(summary->text().contains(u"Kept by LVS Console: nothing kept"_s), qPrintable(summary->text()));
    shown.compare()->box(Side::Right)->setSource({.kind = CompareSource::Kind::Boot, .boot = BootSource::Rhel});
    QTRY_COMPARE(summary->text(), u"/etc/sysconfig/ipvsadm: no such file"_s);

    RuleState other;
    other.table.setService(service(web, u"rr"));
    auto seen = shown.machine.director.readBoot();
    QTRY_VERIFY(seen.isFinished());
    for (const auto &[layout, source] :
         {std::pair(BootLayout::Debian, BootSource::Debian), std::pair(BootLayout::Rhel, BootSource::Rhel)}) {
        auto written = shown.machine.director.writeBootFiles(layout, other, *seen.result());
        QTRY_VERIFY(written.isFinished());
        QVERIFY(written.result());
        shown.compare()->box(Side::Right)->setSource({.kind = CompareSource::Kind::Boot, .boot = source});
        const QStringList expected{u"TCP 172.18.100.6:80 | Different | wrr | rr"_s,
                                   u"  Scheduler | Different | wrr | rr"_s,
                                   u"  192.168.10.11:80 | Only left | NAT, weight 3 | –"_s,
                                   u"  192.168.10.12:80 | Only left | NAT, weight 1 | –"_s};
        QVERIFY2(shown.isCompared(expected), qPrintable(shown.rows().join(u'\n')));
        seen = shown.machine.director.readBoot();
        QTRY_VERIFY(seen.isFinished());
    }
}

/// What was chosen was chosen of another text.
void TestCompareView::editedTextTakesNothingOver()
{
    ShownRules shown;
    shown.write(presentRules().replace(u"-w 3"_s, u"-w 9"_s));
    shown.showComparison();
    QTRY_VERIFY(shown.rows().size() == 3 && shown.isSettled());
    shown.select(0, 0);
    QTRY_VERIFY(shown.action(u"takeLeft"_s)->isEnabled());
    QString before;
    {
        const BusyPool busy;
        shown.action(u"takeLeft"_s)->trigger();
        shown.editor()->insertPlainText(u"# "_s);
        before = shown.text();
    }
    QTRY_VERIFY(std::ranges::any_of(shown.page->findChildren<MessageBar *>(), [](const MessageBar *bar) {
        return bar->isVisible() && bar->accessibleName().contains(u"nothing was taken over"_s);
    }));
    QCOMPARE(shown.text(), before);
}

/// The name of a file is no HTML.
void TestCompareView::namesAreShownAsTheyAre()
{
    const QTemporaryDir folder;
    ShownRules shown;
    shown.showComparison();
    shown.compare()
        ->box(Side::Right)
        ->setSource({.kind = CompareSource::Kind::File, .path = folder.filePath(u"<b>a.rules"_s)});
    auto *summary = shown.find<QLabel>(u"compareSummary"_s);
    QTRY_VERIFY(summary->text().contains(u"<b>a.rules"_s));
    QCOMPARE(summary->textFormat(), Qt::PlainText);
}

QTEST_MAIN(TestCompareView)
#include "tst_compareview.moc"
