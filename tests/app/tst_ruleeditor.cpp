// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/documents/filetext.h"
#include "app/editor/findbar.h"
#include "app/editor/problemlist.h"
#include "app/editor/rulechecker.h"
#include "app/editor/rulecompletion.h"
#include "app/editor/ruleeditor.h"
#include "app/language.h"
#include "app/theme/statecolors.h"
#include "tests/support/objects.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QClipboard>
#include <QCompleter>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextDocumentLayout>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTreeView>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// The editor tells what is wrong, mends it, and knows what can be written.
class TestRuleEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setLanguage(QStringLiteral("en"), this); } // for its plurals
    void completes_data();
    void completes();
    void underlinesAndExplains();
    void fixes();
    void fixByKeyboard();
    void editsAreCheckedAsTheWhole();
    void knowsThePresentTable();
    void modesDiffer();
    void problemsLeadToTheirPlace();
    void completionReplacesTheWord();
    void returnStartsALine();
    void shiftReturnToo();
    void pastedTextHasNoOddCharacters();
    void longLineIsNotPasted();
    void colorsWhatIsSeen();
    void finds();
};

namespace {

struct PlainText : QTextDocument {
    PlainText() { setDocumentLayout(new QPlainTextDocumentLayout(this)); }
};

struct Shown {
    explicit Shown(const QString &content = {})
    {
        text.setPlainText(content);
        text.setModified(false);
        editor.resize(900, 300);
        editor.show();
        editor.activateWindow();
        (void)QTest::qWaitForWindowActive(&editor);
        editor.setFocus();
    }
    bool isChecked()
    {
        return QTest::qWaitFor([this] { return checker.isCurrent() && checker.result() && checker.lines(); });
    }
    static RuleState present()
    {
        RuleState state;
        state.table.setService(service(web));
        state.table.setServers(web, {server(11)});
        return state;
    }

    PlainText text;
    RuleChecker checker{&text};
    RuleEditor editor{&text, &checker};
};

QStringList textsOf(const RuleCompletion &completion)
{
    QStringList texts;
    for (const DescribedItem &item : completion.items)
        texts << item.text;
    return texts;
}

} // namespace

void TestRuleEditor::completes_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("contains");
    QTest::addColumn<QStringList>("lacks");
    QTest::newRow("commands") << QString() << QStringList{u"-A"_s, u"-a"_s, u"-C"_s, u"--set"_s}
                              << QStringList{u"-t"_s, u"-R"_s, u"-L"_s};
    QTest::newRow("command begun") << u"--st"_s << QStringList{u"--start-daemon"_s, u"--stop-daemon"_s}
                                   << QStringList{u"--set"_s};
    QTest::newRow("options of a service")
        << u"-A "_s << QStringList{u"-t"_s, u"-s"_s, u"-p"_s} << QStringList{u"-r"_s, u"-w"_s, u"-A"_s};
    QTest::newRow("options of a server") << u"-a -t 172.18.100.6:80 "_s << QStringList{u"-r"_s, u"-w"_s, u"-m"_s}
                                         << QStringList{u"-s"_s, u"-u"_s, u"-t"_s};
    QTest::newRow("one way of forwarding") << u"-a -m "_s << QStringList{u"-w"_s} << QStringList{u"-g"_s, u"-i"_s};
    QTest::newRow("schedulers") << u"-A -t 10.0.0.1:80 -s "_s << QStringList{u"rr"_s, u"wlc"_s} << QStringList{u"-p"_s};
    QTest::newRow("scheduler begun") << u"-A -t 10.0.0.1:80 -s w"_s << QStringList{u"wrr"_s, u"wlc"_s}
                                     << QStringList{u"rr"_s};
    QTest::newRow("services") << u"-a -t 172"_s << QStringList{u"172.18.100.6:80"_s} << QStringList();
    QTest::newRow("no UDP service") << u"-a -u "_s << QStringList() << QStringList{u"172.18.100.6:80"_s};
    QTest::newRow("servers") << u"-a -t 172.18.100.6:80 -r 192."_s << QStringList{u"192.168.10.11:80"_s}
                             << QStringList();
    QTest::newRow("roles") << u"--start-daemon "_s << QStringList{u"master"_s, u"backup"_s} << QStringList();
    QTest::newRow("numbers") << u"-a -w "_s << QStringList() << QStringList{u"-m"_s};
    QTest::newRow("comment") << u"# -A "_s << QStringList() << QStringList{u"-t"_s};
    QTest::newRow("behind a comment") << u"-A -f 1 # "_s << QStringList() << QStringList{u"-s"_s};
}

void TestRuleEditor::completes()
{
    QFETCH(const QString, line);
    QFETCH(const QStringList, contains);
    QFETCH(const QStringList, lacks);
    const QStringList texts = textsOf(completeRule(line, line.size(), Shown::present().table));
    for (const QString &text : contains)
        QVERIFY2(texts.contains(text), qPrintable(text));
    for (const QString &text : lacks)
        QVERIFY2(!texts.contains(text), qPrintable(text));
    if (contains.isEmpty())
        QVERIFY2(texts.isEmpty(), qPrintable(texts.join(u' ')));
}

void TestRuleEditor::underlinesAndExplains()
{
    Shown shown(u"-A -t 10.0.0.1:80 -s rr -p\n-A -t 10.0.0.1:99999"_s);
    QVERIFY(shown.isChecked());
    QTRY_VERIFY(!shown.editor.extraSelections().isEmpty());
    QStringList underlined;
    for (const QTextEdit::ExtraSelection &selection : shown.editor.extraSelections())
        underlined << selection.cursor.selectedText();
    QVERIFY2(underlined.contains(u"-p"_s), qPrintable(underlined.join(u'|')));
    QVERIFY2(underlined.last().contains(u"99999"_s), qPrintable(underlined.join(u'|')));
    QCOMPARE(shown.editor.severityOf(0), Severity::Warning);
    QCOMPARE(shown.editor.severityOf(1), Severity::Failure);
}

void TestRuleEditor::fixes()
{
    Shown shown(u"# first\n-A -t 10.0.0.1:80 -s rr -p # who\n"_s);
    QVERIFY(shown.isChecked());
    const QTextBlock line = shown.text.findBlockByNumber(1);
    const auto proposals = shown.editor.proposalsAt(line.position() + int(line.text().indexOf(u"-p")));
    QVERIFY(!proposals.empty());
    QVERIFY(!proposals[0].reason.isEmpty());
    shown.editor.accept(proposals[0]);
    QVERIFY2(shown.text.findBlockByNumber(1).text().contains(u"-p 360"_s), qPrintable(shown.text.toPlainText()));
    QVERIFY(shown.editor.proposalsAt(shown.text.findBlockByNumber(1).position()).size() <= 1); // the comment
    shown.editor.undo();
    QCOMPARE(shown.text.findBlockByNumber(1).text(), u"-A -t 10.0.0.1:80 -s rr -p # who"_s);
}

void TestRuleEditor::fixByKeyboard()
{
    Shown shown(u"-A -t 10.0.0.1:80 -s rr -p"_s);
    QVERIFY(shown.isChecked());
    shown.editor.moveCursor(QTextCursor::End);
    QTest::keyClick(&shown.editor, Qt::Key_Return, Qt::AltModifier);
    QMenu *menu = nullptr;
    QTRY_VERIFY((menu = shown.editor.findChild<QMenu *>()) && menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(shown.text.toPlainText(), u"-A -t 10.0.0.1:80 -s rr -p 360"_s);
}

/// Line by line or at once: the same is said.
void TestRuleEditor::editsAreCheckedAsTheWhole()
{
    Shown shown(u"-A -f 1\n-A -f 1 \\\n  -s rr\n"_s);
    QVERIFY(shown.isChecked());
    QTextCursor cursor(&shown.text);
    const auto type = [&](int line, int column, int removed, const QString &text) {
        cursor.setPosition(shown.text.findBlockByNumber(line).position() + column);
        cursor.setPosition(cursor.position() + removed, QTextCursor::KeepAnchor);
        cursor.insertText(text);
    };
    type(1, 8, 1, {}); // the lines fall apart
    type(0, 0, 0, u"# new\n-x\n"_s);
    type(4, 0, 2, u"-A -f 3 "_s);
    type(1, 0, 3, {});
    const RuleFile whole = readRuleFile(shown.text.toPlainText(), RuleMode::Friendly);
    QCOMPARE(shown.text.blockCount(), whole.lineCount());
    for (int line = 0; line < shown.text.blockCount(); ++line)
        QCOMPARE(shown.checker.diagnosticsOf(line), whole.line(line).diagnostics);
    QVERIFY(shown.isChecked());
    QVERIFY(shown.checker.result()->file.lineCount() == shown.text.blockCount());
}

void TestRuleEditor::knowsThePresentTable()
{
    Shown shown(u"-D -t 10.9.9.9:80\n-d -t 172.18.100.6:80 -r 192.168.10.11:80\n"_s);
    QVERIFY(shown.isChecked());
    QVERIFY(!shown.checker.result()->isPresentKnown);
    QCOMPARE(shown.checker.result()->errors, 0);
    const auto present = std::make_shared<const RuleState>(Shown::present());
    shown.checker.setPresent(present, present);
    QVERIFY(shown.isChecked());
    QTRY_COMPARE(shown.checker.result()->errors, 1);
    QCOMPARE(shown.editor.severityOf(0), Severity::Failure);
    QVERIFY(shown.checker.result()->plan.plan.isEmpty());
    shown.text.setPlainText(u"-d -t 172.18.100.6:80 -r 192.168.10.11:80\n"_s);
    QTRY_COMPARE(shown.checker.result()->plan.plan, plan({RemoveServer{web, server(11)}}));
    shown.checker.setStart(RuleStart::EmptyTable);
    QTRY_COMPARE(shown.checker.result()->errors, 1); // there is no such server in an empty table
}

void TestRuleEditor::modesDiffer()
{
    Shown shown(u"# comment\n-A -f 1\n"_s);
    QVERIFY(shown.isChecked());
    QCOMPARE(shown.checker.result()->errors, 0);
    shown.checker.setMode(RuleMode::Compatible);
    QTRY_COMPARE(shown.checker.result()->errors, 1);
    QCOMPARE(shown.checker.result()->problems[0].line, 0);
    shown.checker.setMode(RuleMode::Friendly);
    QTRY_COMPARE(shown.checker.result()->errors, 0);
}

void TestRuleEditor::problemsLeadToTheirPlace()
{
    Shown shown(u"-A -f 1 -p\n\n-A -f 0\n"_s);
    ProblemList list(&shown.checker);
    const QAbstractItemModelTester tester(list.view()->model());
    QSignalSpy chosen(&list, &ProblemList::chosen);
    list.show();
    QVERIFY(shown.isChecked());
    QTRY_COMPARE(list.view()->model()->rowCount(), 2);
    QCOMPARE(list.view()->model()->index(0, 0).data().toString(), u"Line 3"_s); // errors first
    QCOMPARE(list.view()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), u"Line 3, error"_s);
    QCOMPARE(list.findChild<QLabel *>(u"problemSummary"_s)->text(), u"1 error, 1 warning"_s);
    list.view()->setCurrentIndex(list.view()->model()->index(1, 0));
    QTest::keyClick(list.view(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].value<Problem>().line, 0);
    shown.text.setPlainText(u"-A -f 1 -s rr\n"_s);
    QTRY_COMPARE(list.findChild<QLabel *>(u"problemSummary"_s)->text(), u"No problems"_s);
}

void TestRuleEditor::completionReplacesTheWord()
{
    Shown shown;
    shown.editor.setPresent(std::make_shared<const RuleState>(Shown::present()));
    QTest::keyClicks(&shown.editor, u"-a -t 172"_s);
    QAbstractItemView *popup = shown.editor.completer()->popup();
    QVERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(shown.text.toPlainText(), u"-a -t 172.18.100.6:80"_s);
    QVERIFY(!popup->isVisible());
    QTest::keyClicks(&shown.editor, u" "_s);
    QTest::keyClick(&shown.editor, Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
}

/// Suggestions that nobody chose are in nobody's way.
void TestRuleEditor::returnStartsALine()
{
    Shown shown;
    QTest::keyClicks(&shown.editor, u"-A -f 1 -s w"_s);
    QVERIFY(shown.editor.completer()->popup()->isVisible());
    QTest::keyClick(shown.editor.completer()->popup(), Qt::Key_Return);
    QCOMPARE(shown.text.toPlainText(), u"-A -f 1 -s w\n"_s);
}

/// And does not break it with a character that no file has.
void TestRuleEditor::shiftReturnToo()
{
    Shown shown(u"-A -f 1"_s);
    shown.editor.moveCursor(QTextCursor::End);
    QTest::keyClick(&shown.editor, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(shown.text.blockCount(), 2);
    QCOMPARE(shown.text.firstBlock().text(), u"-A -f 1"_s);
}

void TestRuleEditor::pastedTextHasNoOddCharacters()
{
    Shown shown;
    QString pasted = u"a\r\nb\rc\nd"_s;
    pasted += QChar::LineSeparator + u"e"_s + QChar::ParagraphSeparator + u"f"_s + QChar::Null;
    QGuiApplication::clipboard()->setText(pasted);
    shown.editor.paste();
    QStringList lines;
    for (QTextBlock block = shown.text.begin(); block.isValid(); block = block.next())
        lines << block.text();
    const QStringList expected{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s + QChar::ReplacementCharacter};
    QCOMPARE(lines, expected);
}

void TestRuleEditor::longLineIsNotPasted()
{
    Shown shown(u"-A"_s);
    QSignalSpy refused(&shown.editor, &RuleEditor::pasteRefused);
    const auto paste = [&](const QString &text) {
        QGuiApplication::clipboard()->setText(text);
        shown.editor.paste();
    };
    paste(QString(longestTextLine - 1, u'x')); // with what is there it is too long
    paste(u"\n"_s + QString(longestTextLine + 1, u'x') + u'\n');
    QCOMPARE(refused.count(), 2);
    QCOMPARE(shown.text.toPlainText(), u"-A"_s);
    paste(QString(longestTextLine - 2, u'x'));
    QCOMPARE(refused.count(), 2);
    QCOMPARE(shown.text.toPlainText().size(), longestTextLine);
}

void TestRuleEditor::colorsWhatIsSeen()
{
    Shown shown(u"-A -t 10.0.0.1:80 -s rr # web\n"_s.repeated(5000));
    const auto colors = [&](int line) { return shown.text.findBlockByNumber(line).layout()->formats(); };
    QTRY_VERIFY(!colors(0).isEmpty());
    QVERIFY(colors(4000).isEmpty());
    shown.editor.goToLine(4000);
    QTRY_VERIFY(!colors(4000).isEmpty());
    const auto light = colors(4000);
    QPalette dark = darkPalette();
    shown.editor.setPalette(dark);
    QTRY_VERIFY(colors(4000) != light);
    QVERIFY(!shown.text.isModified());
}

void TestRuleEditor::finds()
{
    Shown shown(u"-A -f 1\n-A -f 2\n-A -f 1\n"_s);
    FindBar bar(&shown.editor);
    bar.begin();
    auto *words = bar.findChild<QLineEdit *>(u"find"_s);
    QTest::keyClicks(words, u"-f 1"_s);
    QCOMPARE(shown.editor.textCursor().blockNumber(), 0);
    QTest::keyClick(words, Qt::Key_Return);
    QCOMPARE(shown.editor.textCursor().blockNumber(), 2);
    QTest::keyClick(words, Qt::Key_Return); // from the end to the beginning
    QCOMPARE(shown.editor.textCursor().blockNumber(), 0);
    QTest::keyClick(words, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(shown.editor.textCursor().blockNumber(), 2);
    QTest::keyClick(words, Qt::Key_Escape);
    QVERIFY(!bar.isVisible());
}

QTEST_MAIN(TestRuleEditor)
#include "tst_ruleeditor.moc"
