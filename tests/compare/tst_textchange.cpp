// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compare/takeover.h"
#include "core/compare/textchange.h"
#include "core/rules/ruleplan.h"
#include "core/rules/rulewriter.h"
#include "tests/support/objects.h"
#include "tests/support/randomtable.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Differences written into a rule file change no more of it than they must.
class TestTextChange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edits_data();
    void edits();
    void generatedTables();
};

namespace {

RuleState meaning(const QString &text)
{
    return planRules(readRuleFile(text, RuleMode::Friendly), {}, RuleStart::EmptyTable).wanted;
}

QString changed(QString text, const ChangePlan &plan)
{
    const RuleFile file = readRuleFile(text, RuleMode::Friendly);
    const QStringList lines = text.split(u'\n');
    const std::vector<qsizetype> starts = lineStarts(text);
    for (const auto &[line, fix] : textChange(file, [&](qsizetype i) { return lines[i]; }, plan))
        text.replace(starts[std::size_t(line)] + fix.span.start, fix.span.length, fix.replacement);
    return text;
}

/// `text` after everything was taken over from what `other` means.
QString mergedInto(const QString &text, const RuleState &other)
{
    const Comparison comparison = compare(meaning(text), other);
    std::vector<ComparedPart> parts{{TimeoutsKey{}, {}}, {SyncRole::Master, {}}, {SyncRole::Backup, {}}};
    for (const ComparedService &each : comparison.services)
        parts.push_back({ObjectKey{each.key, {}}, {}});
    return changed(text, takingOver(comparison, parts, Side::Left));
}

} // namespace

void TestTextChange::edits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("expected");
    const QString head = u"# the shop\n-A -t 10.0.0.1:80   -s rr # two servers\n"_s;
    const QString first = u"  -a -t 10.0.0.1:80 -r 10.0.1.1:80 -m -w 3   # old\n"_s;
    const QString second = u"-a -m -r 10.0.1.2:80 -t 10.0.0.1:80\n"_s;
    QTest::newRow("equal") << head + first << head + first << head + first;
    QTest::newRow("weight in its place") << head + first << head + u"-a -t 10.0.0.1:80 -r 10.0.1.1:80 -m -w 12\n"_s
                                         << head + u"  -a -t 10.0.0.1:80 -r 10.0.1.1:80 -m -w 12   # old\n"_s;
    QTest::newRow("weight that was not given")
        << head + second << head + u"-a -t 10.0.0.1:80 -r 10.0.1.2:80 -m -w 5\n"_s
        << head + u"-a -m -r 10.0.1.2:80 -t 10.0.0.1:80 -w 5\n"_s;
    QTest::newRow("forwarding") << head + first << head + u"-a -t 10.0.0.1:80 -r 10.0.1.1:80 -g -w 3\n"_s
                                << head + u"  -a -t 10.0.0.1:80 -r 10.0.1.1:80 -g -w 3   # old\n"_s;
    QTest::newRow("flags go") << u"-A -f 1 -s sh -b sh-port -p 60 # x\n"_s << u"-A -f 1 -s sh -p 60\n"_s
                              << u"-A -f 1 -s sh -p 60 # x\n"_s;
    QTest::newRow("scheduler before a comment")
        << head << u"-A -t 10.0.0.1:80 -s wrr\n"_s << u"# the shop\n-A -t 10.0.0.1:80   -s wrr # two servers\n"_s;
    QTest::newRow("flags come") << u"-A -f 1 -s sh -p 60 # x\n"_s << u"-A -f 1 -s sh -b sh-port -p 60\n"_s
                                << u"-A -f 1 -s sh -p 60 -b sh-port # x\n"_s;
    QTest::newRow("joined options") << u"-At 10.0.0.1:80 -srr\n-amt 10.0.0.1:80 -r 10.0.1.1 -w3\n"_s
                                    << u"-A -t 10.0.0.1:80 -s rr\n-a -t 10.0.0.1:80 -r 10.0.1.1:80 -m -w 4\n"_s
                                    << u"-At 10.0.0.1:80 -srr\n-amt 10.0.0.1:80 -r 10.0.1.1 -w 4\n"_s;
    QTest::newRow("the last command counts") << head + first + u"-e -t 10.0.0.1:80 -r 10.0.1.1:80 -m -w 9\n"_s
                                             << head + u"-a -t 10.0.0.1:80 -r 10.0.1.1:80 -m -w 1\n"_s
                                             << head + first + u"-e -t 10.0.0.1:80 -r 10.0.1.1:80 -m -w 1\n"_s;
    const QString comes =
        ruleFor(tcp(u"10.0.0.1", 80), server(9), RuleFlavour::Complete) + u'\n'; // as the writer spells it
    QTest::newRow("server comes below its service")
        << head + first + u"\n# database\n-A -t 10.0.0.2:3306 -s lc\n"_s
        << head + first + u"-a -t 10.0.0.1:80 -r 192.168.10.9:80 -m -w 1\n-A -t 10.0.0.2:3306 -s lc\n"_s
        << head + first + comes + u"\n# database\n-A -t 10.0.0.2:3306 -s lc\n"_s;
    QTest::newRow("server goes") << head + first + second + u"# end"_s << head + second << head + second + u"# end"_s;
    QTest::newRow("last line goes") << head + first.chopped(1) << head << head.chopped(1);
    QTest::newRow("everything goes") << u"-A -t 10.0.0.1:80 -s rr"_s << QString() << QString();
    QTest::newRow("service comes") << u"# none yet"_s << u"-A -t 10.0.0.1:80 -s rr\n"_s
                                   << u"# none yet\n-A -t 10.0.0.1:80 -s rr"_s;
    QTest::newRow("service comes into nothing")
        << QString() << u"-A -t 10.0.0.1:80 -s rr\n"_s << u"-A -t 10.0.0.1:80 -s rr\n"_s;
    QTest::newRow("service goes with its servers")
        << head + first + second + u"-A -f 1 -s rr\n"_s << u"-A -f 1 -s rr\n"_s << u"# the shop\n-A -f 1 -s rr\n"_s;
    QTest::newRow("continued lines") << u"-A -t 10.0.0.1:80 \\\n  -s rr \\\n  -p 60\n"_s
                                     << u"-A -t 10.0.0.1:80 -s lc -p 60\n"_s
                                     << u"-A -t 10.0.0.1:80 \\\n  -s lc \\\n  -p 60\n"_s;
    QTest::newRow("continued lines go") << head + u"-A -f 1 \\\n  -s rr\n# end\n"_s << head << head + u"# end\n"_s;
    QTest::newRow("what was cleared stays")
        << u"-A -f 1 -s rr\n-C\n"_s + head << u"-A -t 10.0.0.1:80 -s lc\n"_s
        << u"-A -f 1 -s rr\n-C\n# the shop\n-A -t 10.0.0.1:80   -s lc # two servers\n"_s;
    QTest::newRow("persistence goes") << u"-A -f 4 -s rr -p 300 -M 255.255.255.0\n-a -f 4 -r 10.0.0.1:0 -m\n"_s
                                      << u"-A -f 4 -s sh\n"_s << u"-A -f 4 -s sh\n"_s;
    QTest::newRow("timeouts") << u"--set 900 120 300\n"_s << u"--set 900 120 400\n"_s << u"--set 900 120 400\n"_s;
}

void TestTextChange::edits()
{
    QFETCH(const QString, text);
    QFETCH(const QString, other);
    QFETCH(const QString, expected);
    QCOMPARE(mergedInto(text, meaning(other)), expected);
}

void TestTextChange::generatedTables()
{
    for (quint32 seed = 1; seed <= 500; ++seed) {
        RandomTable random(seed);
        const IpvsTable table = random.table();
        const QString text = writeRules({.table = table}, RuleFlavour::Complete);
        // Only what a text can say.
        const RuleState other = meaning(writeRules({.table = random.variationOf(table)}, RuleFlavour::Complete));
        const QString merged = mergedInto(u"# kept\n"_s + text, other);
        QVERIFY(merged.startsWith(u"# kept\n"));
        QCOMPARE(withoutListOrder(meaning(merged).table), withoutListOrder(other.table));
    }
}

QTEST_GUILESS_MAIN(TestTextChange)
#include "tst_textchange.moc"
