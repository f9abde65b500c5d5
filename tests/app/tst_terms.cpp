// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/servicedialog.h"
#include "app/dialogs/termsdialog.h"
#include "app/mainwindow.h"
#include "app/text/terms.h"
#include "app/widgets/termtips.h"

#include <QAction>
#include <QFile>
#include <QGraphicsRectItem>
#include <QGraphicsView>
#include <QGroupBox>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTabBar>
#include <QTableWidget>
#include <QTest>
#include <QToolTip>
#include <QTreeView>
#include <QVBoxLayout>
#include <QXmlStreamReader>

using namespace lvs;
using namespace Qt::StringLiterals;

namespace {

/// The tooltip at a place of a widget, as a pointer that rests there brings it up.
QString tipAt(QWidget &widget, const QPoint &position)
{
    QToolTip::hideText();
    QToolTip::showText(QPoint(1, 1), u"none"_s, nullptr); // one that stays would be taken for the new one
    QHelpEvent help(QEvent::ToolTip, position, widget.mapToGlobal(position));
    QCoreApplication::sendEvent(&widget, &help);
    return QToolTip::text() == u"none" ? QString() : QToolTip::text();
}

QString tipOf(QWidget &widget)
{
    return tipAt(widget, widget.rect().center());
}

const QString meaningOfDip = u"own address in the network of the real servers"_s;

QSet<QString> namesOf(const std::vector<Term> &terms)
{
    QSet<QString> names;
    for (const Term &term : terms)
        names.insert(term.name);
    return names;
}

} // namespace

/// Abbreviations are explained: all of them in a list, and each where it stands.
class TestTerms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyAbbreviationIsExplained();
    void wordsAreFound_data();
    void wordsAreFound();
    void widgetsExplainTheirText();
    void viewsExplainWhatIsPointedAt();
    void otherTooltipsStay();
    void theListIsSearched();
    void theListIsOpenedByKeyboard();
    void theListOpensAtWhatHasTheFocus();
};

void TestTerms::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"lvs-console-test"_s);
    QCoreApplication::setApplicationName(u"tst_terms"_s);
    QSettings().clear();
    new TermTips(this);
}

/// In all texts of the program, as the catalogue has them.
void TestTerms::everyAbbreviationIsExplained()
{
    const QSet<QString> explained = namesOf(terms());
    const QSet<QString> notOurs{// what a person is to write, or finds in a file
                                u"AUTO"_s, u"CONFIG_"_s, u"DAEMON"_s, u"HOST"_s, u"HTTP_GET"_s, u"INTERFACE"_s,
                                u"IP_VS"_s, u"PORT"_s, u"SSL_GET"_s, u"TCP_CHECK"_s, u"USER"_s,
                                // names, formats and units that other programs speak of alike
                                u"CSV"_s, u"DPDK"_s, u"GPL"_s, u"HAProxy"_s, u"ID"_s, u"PDF"_s, u"PNG"_s, u"SHA"_s,
                                u"SVG"_s, u"UTC"_s, u"UTF"_s};
    QFile catalogue(QStringLiteral(LVS_SOURCE_DIR "/translations/lvs-console_zh_CN.ts"));
    QVERIFY(catalogue.open(QIODevice::ReadOnly));
    static const QRegularExpression abbreviation(u"\\b[A-Za-z]*[A-Z][A-Za-z]*[A-Z][A-Za-z0-9_]*"_s);
    QXmlStreamReader xml(&catalogue);
    QStringList unknown;
    int texts = 0;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement() || xml.name() != u"source")
            continue;
        const QString text = xml.readElementText();
        ++texts;
        for (const auto &match : abbreviation.globalMatch(QString(text).remove(u'&'))) {
            if (!explained.contains(match.captured()) && !notOurs.contains(match.captured()))
                unknown << match.captured() + u": "_s + text;
        }
    }
    QCOMPARE_GT(texts, 1000);
    QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(u'\n')));
}

void TestTerms::wordsAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    QTest::addRow("none") << u"Clients"_s << QStringList();
    QTest::addRow("in the order of the text") << u"RIP and VIP, and the VIP again"_s << QStringList{u"RIP"_s, u"VIP"_s};
    QTest::addRow("between Chinese letters") << u"把VIP放在lo上"_s << QStringList{u"VIP"_s};
    QTest::addRow("words alone") << u"VIPs, SNATs, vip, VIP_A"_s << QStringList();
    QTest::addRow("in brackets") << u"Tunnelling (TUN)"_s << QStringList{u"TUN"_s};
    QTest::addRow("common ones are no news") << u"TCP over IPv4"_s << QStringList();
}

void TestTerms::wordsAreFound()
{
    QFETCH(const QString, text);
    QStringList found;
    for (const Term &term : termsIn(text))
        found << term.name;
    QTEST(found, "found");
}

void TestTerms::widgetsExplainTheirText()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *label = new QLabel(u"From the &DIP"_s, &window);
    auto *button = new QPushButton(u"Show the DIP"_s, &window);
    auto *box = new QGroupBox(u"The DIP"_s, &window);
    auto *own = new QLabel(u"Source"_s, &window);
    own->setToolTip(u"The DIP,\nand <5 more>"_s);
    auto *tabs = new QTabBar(&window);
    tabs->addTab(u"Other"_s);
    tabs->addTab(u"DIP"_s);
    for (QWidget *widget : std::initializer_list<QWidget *>{label, button, box, own, tabs})
        layout->addWidget(widget);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    for (QWidget *widget : std::initializer_list<QWidget *>{label, button, box, own}) {
        const QString tip = tipOf(*widget);
        QVERIFY2(tip.contains(meaningOfDip), qPrintable(tip));
        QCOMPARE(tip.count(meaningOfDip), 1);
    }
    QVERIFY2(tipOf(*own).contains(u"The DIP,<br>and &lt;5 more&gt;"), qPrintable(tipOf(*own)));
    QVERIFY(tipAt(*tabs, tabs->tabRect(0).center()).isEmpty());
    QVERIFY(tipAt(*tabs, tabs->tabRect(1).center()).contains(meaningOfDip));
    QMenu menu;
    menu.addAction(u"Other"_s);
    QAction *action = menu.addAction(u"Copy the &DIP"_s);
    menu.popup({});
    QVERIFY(tipAt(menu, menu.actionGeometry(action).center()).contains(meaningOfDip));
}

void TestTerms::viewsExplainWhatIsPointedAt()
{
    QTableWidget table(2, 2);
    table.setHorizontalHeaderLabels({u"Machine"_s, u"DIP"_s});
    table.setVerticalHeaderLabels({u"first"_s, u"its DIP"_s});
    auto *item = new QTableWidgetItem(u"192.168.10.1"_s);
    item->setToolTip(u"DIP of the director"_s);
    table.setItem(1, 1, item);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    QWidget &top = *table.horizontalHeader()->viewport();
    QVERIFY(tipAt(top, {table.columnViewportPosition(0) + 5, 5}).isEmpty());
    QVERIFY(tipAt(top, {table.columnViewportPosition(1) + 5, 5}).contains(meaningOfDip));
    QVERIFY(tipAt(*table.verticalHeader()->viewport(), {5, table.rowViewportPosition(1) + 5}).contains(meaningOfDip));
    const QString tip = tipAt(*table.viewport(), table.visualItemRect(item).center());
    QVERIFY(tip.contains(u"DIP of the director") && tip.contains(meaningOfDip));
    QVERIFY(tipAt(*table.viewport(), {5, 5}).isEmpty());

    QGraphicsScene scene;
    auto *card = scene.addRect(0, 0, 50, 50);
    card->setToolTip(u"DIP 192.168.10.1"_s);
    QGraphicsView view(&scene);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QVERIFY(tipAt(*view.viewport(), view.mapFromScene(25, 25)).contains(meaningOfDip));
    QVERIFY(!tipAt(*view.viewport(), view.mapFromScene(25, 80)).contains(meaningOfDip));
}

void TestTerms::otherTooltipsStay()
{
    QLabel label(u"Source"_s);
    label.setToolTip(u"Where it comes from"_s);
    label.show();
    QVERIFY(QTest::qWaitForWindowExposed(&label));
    QCOMPARE(tipOf(label), u"Where it comes from"_s);
    QLineEdit edit(u"DIP"_s); // what a person writes is theirs
    edit.show();
    QVERIFY(QTest::qWaitForWindowExposed(&edit));
    QVERIFY(tipOf(edit).isEmpty());
}

void TestTerms::theListIsSearched()
{
    TermsDialog dialog(nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *search = dialog.findChild<QLineEdit *>(u"termsSearch"_s);
    auto *list = dialog.findChild<QTreeView *>(u"termsList"_s);
    const auto *meaning = dialog.findChild<QLabel *>(u"termsMeaning"_s);
    const auto current = [list] { return list->currentIndex().siblingAtColumn(0).data().toString(); };
    QVERIFY(search->hasFocus());
    const int all = list->model()->rowCount();
    QCOMPARE_GT(all, int(terms().size())); // schedulers, too
    QTest::keyClicks(search, u"nat"_s);
    QCOMPARE(current(), u"NAT"_s); // and not FullNAT, which comes first
    QVERIFY2(meaning->text().startsWith(u"The director replaces the VIP"), qPrintable(meaning->text()));
    QCOMPARE_LT(list->model()->rowCount(), all);
    search->setText(u"hardware address"_s); // what it means is searched, too
    const QString first = current();
    QVERIFY(!first.isEmpty());
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(current() != first);
    search->setText(u"wlc"_s);
    QCOMPARE(current(), u"wlc"_s);
    search->setText(u"no such word"_s);
    QCOMPARE(list->model()->rowCount(), 0);
    QCOMPARE(meaning->text(), u"None of the terms has that in it."_s);
    search->clear();
    QCOMPARE(list->model()->rowCount(), all);
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
}

void TestTerms::theListIsOpenedByKeyboard()
{
    MainWindow window;
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QCOMPARE(window.findChild<QAction *>(u"terms"_s)->shortcut(), QKeySequence(Qt::Key_F1));
    QTest::keyClick(&window, Qt::Key_F1);
    auto *dialog = window.findChild<TermsDialog *>();
    QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
    window.activateWindow();
    window.findChild<QAction *>(u"terms"_s)->trigger();
    QCOMPARE(window.findChildren<TermsDialog *>().size(), 1);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(dialog, Qt::Key_F1); // it is there already
    QCOMPARE(window.findChildren<TermsDialog *>().size(), 1);
    QVERIFY(dialog->findChildren<TermsDialog *>().isEmpty());
}

void TestTerms::theListOpensAtWhatHasTheFocus()
{
    ServiceDialog dialog(KnownObjects(), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *address = dialog.findChild<QLineEdit *>(u"address"_s);
    address->setFocus();
    QTest::keyClick(address, Qt::Key_F1);
    const auto *list = dialog.findChild<TermsDialog *>();
    QVERIFY(list && list->isVisible());
    QCOMPARE(list->findChild<QTreeView *>(u"termsList"_s)->currentIndex().siblingAtColumn(0).data().toString(),
             u"VIP"_s);
    QVERIFY(address->text().isEmpty());
}

QTEST_MAIN(TestTerms)
#include "tst_terms.moc"
