// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/ruleplan.h"
#include "tests/rules/badcases.h"
#include "tests/support/objects.h"
#include "tests/support/ruletext.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Files that are refused, each where it is wrong.
class BadFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRefused_data();
    void isRefused();
    void thereAreEnough();
    void hugeFiles_data();
    void hugeFiles();

private:
    struct Found {
        qsizetype line = -1;
        RuleDiagnostic diagnostic{};
    };
    static Found firstError(const RuleFile &file);
    static QString codeOf(const RuleDiagnostic &diagnostic);
    static QString refusal(const RuleFile &file);
    static RulePlan planned(const RuleFile &file);
};

/// On a director that has something to lose, but nothing that the files speak of.
RulePlan BadFilesTest::planned(const RuleFile &file)
{
    RuleState present;
    present.table.setService(service(web));
    return planRules(file, present, RuleStart::EmptyTable);
}

/// Of the lines themselves, or else of what they come to.
BadFilesTest::Found BadFilesTest::firstError(const RuleFile &file)
{
    for (qsizetype line = 0; line < file.lineCount(); ++line) {
        for (const RuleDiagnostic &diagnostic : file.line(line).diagnostics) {
            if (diagnostic.severity == Severity::Failure)
                return {line, diagnostic};
        }
    }
    for (const RuleRemark &remark : planned(file).remarks) {
        if (remark.diagnostic.severity == Severity::Failure)
            return {remark.line, remark.diagnostic};
    }
    return {};
}

QString BadFilesTest::codeOf(const RuleDiagnostic &diagnostic)
{
    const auto *error = std::get_if<Error>(&diagnostic.what);
    return error ? QString::fromLatin1(QMetaEnum::fromType<ErrorCode>().valueToKey(int(error->code)))
                 : u"Note%1"_s.arg(int(std::get<RuleNote>(diagnostic.what).code));
}

/// "CODE LINE:COLUMN" of the first error.
QString BadFilesTest::refusal(const RuleFile &file)
{
    const Found found = firstError(file);
    if (found.line < 0)
        return u"accepted"_s;
    return u"%1 %2:%3"_s.arg(codeOf(found.diagnostic)).arg(found.line + 1).arg(found.diagnostic.span().start + 1);
}

void BadFilesTest::isRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    for (const BadCase &bad : badCases())
        QTest::newRow(qPrintable(bad.name)) << bad.bytes << u"%1 %2:%3"_s.arg(bad.code).arg(bad.line).arg(bad.column);
}

void BadFilesTest::isRefused()
{
    QFETCH(QByteArray, bytes);
    const QString text = ruleTextFromBytes(bytes);
    const RuleFile file = readRuleFile(text, RuleMode::Friendly);
    QTEST(refusal(file), "expected");
    const RulePlan plan = planned(file);
    QVERIFY(plan.hasErrors);
    QVERIFY(plan.plan.isEmpty());
    const Found found = firstError(file);
    const qsizetype start = lineStarts(text)[std::size_t(found.line)] + found.diagnostic.span().start;
    QVERIFY(start + found.diagnostic.span().length <= text.size());
}

void BadFilesTest::thereAreEnough()
{
    const QList<BadCase> cases = badCases();
    QSet<QString> classes;
    for (const BadCase &bad : cases)
        classes.insert(bad.name.section(u' ', 0, 0));
    QVERIFY(cases.size() >= 150);
    QVERIFY(classes.size() >= 15);
}

void BadFilesTest::hugeFiles_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    constexpr qsizetype mebibyte = 1 << 20;
    const QString rule = u"-A -t 10.0.0.1:80 -s rr\n"_s;
    QTest::newRow("a word of 1 MiB") << rule + u"-A -t "_s + QString(mebibyte, u'1') << u"TooLong 2:4102"_s;
    QTest::newRow("a line of 1 MiB of options")
        << QString(u"-A"_s + u" -6"_s.repeated(mebibyte / 3)) << u"OptionNeeds 1:4"_s;
    QTest::newRow("a line of 1 MiB of words")
        << QString(u"-A -f 1"_s + u" x"_s.repeated(mebibyte / 2)) << u"UnexpectedWord 1:9"_s;
    QTest::newRow("a line of 1 MiB of joined options")
        << QString(u"-A -f 1 -"_s + QString(mebibyte, u'6')) << u"TooLong 1:4104"_s;
    QTest::newRow("1 MiB of blanks") << QString(mebibyte, u' ') << u"NoRules 1:1"_s;
    QTest::newRow("1 MiB of joined lines") << QString(u"-A \\\n"_s.repeated(mebibyte / 5)) << u"OptionConflict 1:6"_s;
    QTest::newRow("1 MiB of NUL") << QString(mebibyte, QChar(0)) << u"ControlCharacter 1:1"_s;
    QTest::newRow("a million lines") << rule.repeated(1'000'000) << u"TooManyLines 500001:1"_s;
    QTest::newRow("a million empty lines") << QString(1'000'000, u'\n') << u"TooManyLines 500001:1"_s;
    QTest::newRow("a million wrong lines") << u"x\n"_s.repeated(1'000'000) << u"NotACommand 1:1"_s;
}

void BadFilesTest::hugeFiles()
{
    QFETCH(QString, text);
    QTEST(refusal(readRuleFile(text, RuleMode::Friendly)), "expected");
}

QTEST_APPLESS_MAIN(BadFilesTest)
#include "tst_badfiles.moc"
