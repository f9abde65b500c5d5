// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compare/sourcebox.h"
#include "app/language.h"
#include "app/widgets/messagebar.h"
#include "tests/app/shownrules.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QStandardPaths>

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
    void init() { QSettings().clear(); }

    void comparisonIsATree();
    void takesOverIntoTheText();
    void takesOverIntoTheDraft();
    void takesOverOneField();
    void comparesWithAFile();
    void comparesDirectors();
    void searchesTheComparison();
    void followsTheOtherDirector();
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
    QVERIFY(!shown.action(u"takeRight"_s)->isEnabled());
    QVERIFY(shown.action(u"takeLeft"_s)->isEnabled());
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
    QTRY_COMPARE(shown.rows().size(), 3);
    shown.select(0, 0);
    shown.take(u"takeLeft"_s);
    shown.editor()->insertPlainText(u"# "_s);
    const QString before = shown.text();
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
