// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rulefile.h"
#include "tests/rules/rulewords.h"
#include "tests/support/ruletext.h"

#include <QRandomGenerator>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Whole files: what each line is, and how an edit is taken in.
class RuleFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data();
    void kinds();
    void endsAndStatus_data();
    void endsAndStatus();
    void readsOnlyWhatChanged_data();
    void readsOnlyWhatChanged();
    void editsComeToTheSame();
    void refusesTooManyLines();

private:
    /// A letter for each line: (b)lank, (#) comment, (r)ule, (e)rror, (.) continued.
    static QString kindsOf(const RuleFile &file);
    static bool isSame(const RuleFile &one, const RuleFile &other);
};

QString RuleFileTest::kindsOf(const RuleFile &file)
{
    QString kinds;
    for (qsizetype i = 0; i < file.lineCount(); ++i)
        kinds += u"b#re."_s[int(file.line(i).kind)];
    return kinds;
}

bool RuleFileTest::isSame(const RuleFile &one, const RuleFile &other)
{
    if (kindsOf(one) != kindsOf(other))
        return false;
    for (qsizetype i = 0; i < one.lineCount(); ++i) {
        const RuleLine &line = one.line(i);
        const RuleLine &same = other.line(i);
        if (line.isContinued != same.isContinued || line.endsReading != same.endsReading ||
            line.diagnostics != same.diagnostics || line.command.has_value() != same.command.has_value())
            return false;
        if (line.command && canonical(*line.command) != canonical(*same.command))
            return false;
    }
    return true;
}

void RuleFileTest::kinds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("compatible");
    QTest::addColumn<QString>("friendly");
    QTest::addRow("nothing") << u""_s << u"b"_s << u"b"_s;
    QTest::addRow("line end") << u"\n"_s << u"bb"_s << u"bb"_s;
    QTest::addRow("blanks") << u" \t\r\n \nipvsadm\n"_s << u"bbbb"_s << u"bbbb"_s;
    QTest::addRow("rules") << u"-C\r\n-Z\r\n"_s << u"rrb"_s << u"rrb"_s;
    QTest::addRow("no line end") << u"-C\n-Z"_s << u"rr"_s << u"rr"_s;
    QTest::addRow("one blank at the end") << u"-C\n-Z "_s << u"rr"_s << u"rr"_s;
    QTest::addRow("two blanks at the end") << u"-C\n-Z  "_s << u"rb"_s << u"rr"_s;
    QTest::addRow("program") << u"ipvsadm -C\n-Z ipvsadm\n/sbin/ipvsadm -C"_s << u"rre"_s << u"rrr"_s;
    QTest::addRow("comments") << u"# one\n  # two\n-C # three"_s << u"eee"_s << u"##r"_s;
    QTest::addRow("comment ends with its line") << u"# one \\\n-C"_s << u"er"_s << u"#r"_s;
    QTest::addRow("continued") << u"-A -t 10.0.0.1:80 \\\n -s rr \\\r\n -p 60\n-C"_s << u"eeer"_s << u"r..r"_s;
    QTest::addRow("continued to nothing") << u"-C \\"_s << u"e"_s << u"r"_s;
    QTest::addRow("friendly values") << u"-A -t [2001:db8::1] -p 9 -M /64\n-A -f 0x10 -p 9 -M /24"_s << u"ee"_s
                                     << u"rr"_s;
    QTest::addRow("byte order mark") << u"\ufeff-C"_s << u"e"_s << u"r"_s;
    QTest::addRow("wrong") << u"-A\n-A -t\nfoo"_s << u"eee"_s << u"eee"_s;
}

void RuleFileTest::kinds()
{
    QFETCH(QString, text);
    QTEST(kindsOf(readRuleFile(text, RuleMode::Compatible)), "compatible");
    QTEST(kindsOf(readRuleFile(text, RuleMode::Friendly)), "friendly");
}

void RuleFileTest::endsAndStatus_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("lastLine");
    QTest::addColumn<int>("status");
    QTest::addRow("empty") << u""_s << -1 << 0;
    QTest::addRow("good") << u"-C\n-Z\n"_s << -1 << 0;
    QTest::addRow("skipped") << u"-C --bogus\n-Z\n"_s << -1 << 0;
    QTest::addRow("skipped at the end") << u"-Z\n-C --bogus\n\n"_s << -1 << 255;
    QTest::addRow("aborts") << u"-Z\n-C -t 10.0.0.1:80\n-Z"_s << 1 << 2;
    QTest::addRow("no command") << u"-Z\n\nfoo\n-Z"_s << 2 << 255;
    QTest::addRow("restores") << u"-R\n-Z"_s << 0 << 255;
    QTest::addRow("help") << u"-C --bogus\n-h --bogus\n-Z -q"_s << 1 << 0;
}

void RuleFileTest::endsAndStatus()
{
    QFETCH(QString, text);
    const RuleFile file = readRuleFile(text, RuleMode::Compatible);
    QTEST(int(file.lastLineRead().value_or(-1)), "lastLine");
    QTEST(file.exitStatus(), "status");
}

void RuleFileTest::readsOnlyWhatChanged_data()
{
    QTest::addColumn<QStringList>("before");
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("removed");
    QTest::addColumn<QStringList>("added");
    QTest::addColumn<int>("firstRead");
    QTest::addColumn<int>("read");
    const QStringList plain{u"-C"_s, u"-Z"_s, u"-C"_s, u"-Z"_s};
    QTest::addRow("changed") << plain << 1 << 1 << QStringList{u"-L"_s} << 1 << 1;
    QTest::addRow("inserted") << plain << 1 << 0 << QStringList{u"-L"_s, u"-S"_s} << 1 << 2;
    QTest::addRow("removed") << plain << 1 << 2 << QStringList{} << 1 << 0;
    QTest::addRow("at the end") << plain << 4 << 0 << QStringList{u""_s} << 3 << 2;
    const QStringList joined{u"-C"_s, u"-A \\"_s, u"-t \\"_s, u"10.0.0.1:80"_s, u"-Z"_s};
    QTest::addRow("in the middle of a command") << joined << 2 << 1 << QStringList{u"-u \\"_s} << 1 << 3;
    QTest::addRow("command cut in two") << joined << 2 << 1 << QStringList{u"-t"_s} << 1 << 3;
    QTest::addRow("command begins later") << joined << 1 << 1 << QStringList{u"-A"_s} << 1 << 3;
    QTest::addRow("joined to the next") << plain << 1 << 1 << QStringList{u"-Z \\"_s} << 1 << 2;
}

void RuleFileTest::readsOnlyWhatChanged()
{
    QFETCH(QStringList, before);
    QFETCH(int, first);
    QFETCH(int, removed);
    QFETCH(QStringList, added);
    QFETCH(int, firstRead);
    QFETCH(int, read);
    RuleFile file = readRuleFile(before.join(u'\n'), RuleMode::Friendly);
    QStringList after = before.mid(0, first) + added + before.mid(first + removed);
    const auto lines = file.replace(first, removed, added.size(), [&](qsizetype line) { return after[line]; });
    QCOMPARE(lines, (RuleFile::Lines{firstRead, read}));
    QVERIFY(isSame(file, readRuleFile(after.join(u'\n'), RuleMode::Friendly)));
}

/// Any edits, one after the other, lead to what reading everything anew would.
void RuleFileTest::editsComeToTheSame()
{
    static const QStringList pieces{u"-C"_s, u"-Z \\"_s,    u"-A -t 10.0.0.1:80"_s, u"# note \\"_s, u""_s,
                                    u"\\"_s, u"-s rr \\"_s, u"-p 60 \\\r"_s,        u"-C  "_s,      u"foo"_s,
                                    u"-h"_s};
    QRandomGenerator random(20261128);
    for (const RuleMode mode : {RuleMode::Compatible, RuleMode::Friendly}) {
        QStringList lines{u""_s};
        RuleFile file(mode);
        for (int round = 0; round < 5000; ++round) {
            const qsizetype first = random.bounded(lines.size() + 1);
            const qsizetype removed = random.bounded(std::min(lines.size() - first, qsizetype(3)) + 1);
            QStringList added;
            for (int i = random.bounded(lines.size() > 20 ? 2 : 4); i > 0; --i)
                added << pieces[random.bounded(pieces.size())];
            if (lines.size() - removed + added.size() == 0)
                added << u""_s;
            lines = lines.mid(0, first) + added + lines.mid(first + removed);
            file.replace(first, removed, added.size(), [&](qsizetype line) { return lines[line]; });
            QVERIFY2(isSame(file, readRuleFile(lines.join(u'\n'), mode)), qPrintable(lines.join(u'\n')));
        }
    }
}

void RuleFileTest::refusesTooManyLines()
{
    const QString text = QString(RuleFile::mostLines, u'\n') + u"-C"_s;
    RuleFile file = readRuleFile(text, RuleMode::Friendly);
    QCOMPARE(file.lineCount(), RuleFile::mostLines + 1);
    QVERIFY(hasErrors(file));
    QCOMPARE(std::get<Error>(file.line(RuleFile::mostLines).diagnostics.front().what).code, ErrorCode::TooManyLines);
    file.replace(0, 1, 0, [&](qsizetype line) { return line == RuleFile::mostLines - 1 ? u"-C"_s : u""_s; });
    QVERIFY(!hasErrors(file));
    QVERIFY(file.line(RuleFile::mostLines - 1).command);
}

QTEST_APPLESS_MAIN(RuleFileTest)
#include "tst_rulefile.moc"
