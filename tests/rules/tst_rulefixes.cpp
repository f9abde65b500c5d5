// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/ruleplan.h"
#include "tests/support/ruletext.h"

#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

/// What the friendly mode says about a line, and what the line becomes if a person takes a fix.
class RuleFixesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fixes_data();
    void fixes();
    void deviationsBecomeIpvsadm_data();
    void deviationsBecomeIpvsadm();
    void fixesOfPlans_data();
    void fixesOfPlans();
    void knowsOtherDialects();
};

namespace {

QString fixed(QString text, const RuleFix &fix)
{
    return text.replace(fix.span.start, fix.span.length, fix.replacement);
}

QStringList allFixed(const QString &text, const RuleDiagnostic &diagnostic)
{
    QStringList results;
    for (const RuleFix &fix : diagnostic.fixes)
        results << fixed(text, fix);
    return results;
}

} // namespace

void RuleFixesTest::fixes_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("place"); // of the one diagnostic that has fixes
    QTest::addColumn<QStringList>("fixed");
    const auto row = [](const QString &line, const QString &place, const QStringList &fixed) {
        QTest::newRow(qPrintable(line)) << line << place << fixed;
    };
    row(u"-A -t 10.0.0.1:80 -p -s rr"_s, u"-p"_s,
        {u"-A -t 10.0.0.1:80 -p 360 -s rr"_s, u"-A -t 10.0.0.1:80 -p 300 -s rr"_s});
    row(u"-A -f 1 -6p"_s, u"p"_s, {u"-A -f 1 -6p 360"_s, u"-A -f 1 -6p 300"_s});
    row(u"-A -t 10.1:80"_s, u"10.1:80"_s, {u"-A -t 10.0.0.1:80"_s});
    row(u"-A -t 010.0.0.1:80"_s, u"010.0.0.1:80"_s, {u"-A -t 8.0.0.1:80"_s});
    row(u"-A -t 10.0.0.1:80 -p 9 -M 24"_s, u"24"_s, {u"-A -t 10.0.0.1:80 -p 9 -M 255.255.255.0"_s});
    row(u"-A -M 64 -t [2001:db8::1]:80 -p 9"_s, u"-M 64"_s, {u"-A -t [2001:db8::1]:80 -M 64 -p 9"_s});
    row(u"-A -f 1 -M 255.255.255.0 -p 9 -6"_s, u"-M 255.255.255.0"_s, {u"-A -f 1 -p 9 -6"_s});
    row(u"-A -f 1 -M 64 -p 9 -6"_s, u"-M 64"_s, {u"-A -f 1 -p 9 -6 -M 64"_s});
    row(u"-A -t 10.0.0.1:80 -M 255.255.255.0"_s, u"-M 255.255.255.0"_s, {u"-A -t 10.0.0.1:80"_s});
    row(u"-a -t 10.0.0.1:80 -r 10.0.0.2:8080"_s, u"-r 10.0.0.2:8080"_s,
        {u"-a -t 10.0.0.1:80 -r 10.0.0.2:80"_s, u"-a -t 10.0.0.1:80 -r 10.0.0.2:8080 -m"_s});
    row(u"-a -t 10.0.0.1:80 -r 10.0.0.2:8080 -gw 1"_s, u"-r 10.0.0.2:8080"_s,
        {u"-a -t 10.0.0.1:80 -r 10.0.0.2:80 -gw 1"_s, u"-a -t 10.0.0.1:80 -r 10.0.0.2:8080 -mw 1"_s});
    row(u"-a -t 10.0.0.1:80 -r 10.0.0.2:8080 --ipip"_s, u"-r 10.0.0.2:8080"_s,
        {u"-a -t 10.0.0.1:80 -r 10.0.0.2:80 --ipip"_s});
    row(u"-a -r 10.0.0.2 -t 10.0.0.1:80 -m"_s, u"-r 10.0.0.2"_s, {u"-a -t 10.0.0.1:80 -r 10.0.0.2 -m"_s});
    row(u"--start-daemon master"_s, u"--start-daemon"_s, {u"--start-daemon master --mcast-interface eth0"_s});
    const QString edit = u"-e -t 10.0.0.1:80 -r 10.0.0.2 -w 0"_s;
    row(edit, u"-e"_s, {edit + u" -m"_s, edit + u" -i"_s, edit + u" -g"_s});

    row(u"-A -t 10.0.0.1:http"_s, u"http"_s, {u"-A -t 10.0.0.1:80"_s});
    row(u"-A -t [10.0.0.1]:80"_s, u"[10.0.0.1]:80"_s, {u"-A -t 10.0.0.1:80"_s});
    row(u"-A -t 10.0.0.1: -p 9"_s, u""_s, {u"-A -t 10.0.0.1 -p 9"_s});
    row(u"-A -t 10.0.0.1 -s rr"_s, u"-t 10.0.0.1"_s, {u"-A -t 10.0.0.1:80 -s rr"_s, u"-A -t 10.0.0.1 -p 360 -s rr"_s});
    row(u"-A --tcp-serv 10.0.0.1:80"_s, u"--tcp-serv"_s, {u"-A --tcp-service 10.0.0.1:80"_s});
    row(u"-A\u00a0-t 10.0.0.1:80"_s, u"\u00a0"_s, {u"-A -t 10.0.0.1:80"_s});
    row(u"-C\r-Z"_s, u"\r"_s, {u"-C\n-Z"_s});
}

void RuleFixesTest::fixes()
{
    QFETCH(QString, line);
    QFETCH(QStringList, fixed);
    const RuleLine read = readRuleLine(line, RuleMode::Friendly);
    const RuleDiagnostic *mendable = nullptr;
    for (const RuleDiagnostic &diagnostic : read.diagnostics) {
        if (!diagnostic.fixes.empty())
            mendable = &diagnostic;
    }
    QVERIFY(mendable);
    QTEST(line.mid(mendable->span().start, mendable->span().length), "place");
    QCOMPARE(allFixed(line, *mendable), fixed);
    for (const QString &text : std::as_const(fixed)) { // each alone mends it
        const RuleFile after = readRuleFile(text, RuleMode::Friendly);
        for (const RuleDiagnostic &diagnostic : after.line(0).diagnostics)
            QVERIFY2(diagnostic.what.index() != mendable->what.index() || diagnostic.what == mendable->what ||
                         diagnostic.severity != Severity::Failure,
                     qPrintable(text));
        QVERIFY2(!after.line(0).hasError(), qPrintable(text));
    }
}

void RuleFixesTest::deviationsBecomeIpvsadm_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("mended");
    QTest::addColumn<Severity>("severity");
    const auto warning = Severity::Warning;
    QTest::newRow("comment line") << u"# note"_s << u""_s << Severity::Information;
    QTest::newRow("trailing comment") << u"-C # note"_s << u"-C "_s << warning;
    QTest::newRow("continued line") << u"-A \\\n-f 1"_s << u"-A  -f 1"_s << warning;
    QTest::newRow("backslash at the end") << u"-C \\"_s << u"-C  "_s << warning;
    QTest::newRow("brackets without a port") << u"-A -t [2001:db8::1] -p 9"_s << u"-A -t 2001:db8::1 -p 9"_s << warning;
    QTest::newRow("server in brackets") << u"-a -f 1 -6 -r [2001:db8::2]"_s << u"-a -f 1 -6 -r 2001:db8::2"_s
                                        << warning;
    QTest::newRow("prefix") << u"-A -f 1 -p 9 -M /20"_s << u"-A -f 1 -p 9 -M 255.255.240.0"_s << warning;
    QTest::newRow("prefix of IPv6") << u"-A -t [::1]:80 -p 9 -M/64"_s << u"-A -t [::1]:80 -p 9 -M64"_s << warning;
    QTest::newRow("hexadecimal mark") << u"-A -f 0xFF"_s << u"-A -f 255"_s << warning;
    QTest::newRow("path") << u"/sbin/ipvsadm -C"_s << u"ipvsadm -C"_s << warning;
    QTest::newRow("byte order mark") << u"\ufeff-C"_s << u"-C"_s << warning;
    QTest::newRow("two blanks at the end") << u"-C  "_s << u"-C\n"_s << warning;
}

/// Every spelling that only the friendly mode knows is told, and its fix makes of it what ipvsadm reads the same way.
void RuleFixesTest::deviationsBecomeIpvsadm()
{
    QFETCH(QString, text);
    QFETCH(QString, mended);
    const RuleFile friendly = readRuleFile(text, RuleMode::Friendly);
    QVERIFY(!test::hasErrors(friendly));
    QCOMPARE(friendly.line(0).diagnostics.size(), std::size_t(1));
    const RuleDiagnostic &diagnostic = friendly.line(0).diagnostics.front();
    QTEST(diagnostic.severity, "severity");
    QCOMPARE(allFixed(text, diagnostic), QStringList{mended});
    const RuleFile compatible = readRuleFile(text, RuleMode::Compatible);
    QVERIFY(test::hasErrors(compatible) || !compatible.line(0).command);
    const RuleLine after = readRuleLine(mended, RuleMode::Compatible);
    QVERIFY(!after.hasError());
    QCOMPARE(after.command.has_value(), friendly.line(0).command.has_value());
    if (after.command) {
        QCOMPARE(after.command->service, friendly.line(0).command->service);
        QCOMPARE(after.command->server, friendly.line(0).command->server);
    }
}

void RuleFixesTest::fixesOfPlans_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("fixed");
    const auto row = [](const QString &line, const QStringList &fixed) {
        QTest::newRow(qPrintable(line)) << line << fixed;
    };
    const QString edit = u"-e -t 10.0.0.1:80 -r 10.0.0.2:80 -w 0"_s;
    row(edit + u" # drain"_s, {edit + u" -m -x 9 # drain"_s});
    row(u"-E -t 10.0.0.1:80 -s rr"_s, {u"-E -t 10.0.0.1:80 -s rr -p 60"_s});
    row(u"-A -t 10.0.0.1:80 -s rr"_s, {u"-E -t 10.0.0.1:80 -s rr"_s});
    row(u"--add-service -t 10.0.0.1:80 -s rr"_s, {u"-E -t 10.0.0.1:80 -s rr"_s});
    row(u"-a -t 10.0.0.1:80 -r 10.0.0.2:80 -m -w 0"_s, {u"-e -t 10.0.0.1:80 -r 10.0.0.2:80 -m -w 0"_s});
    row(u"-E -t 10.0.0.1:81 -s rr"_s, {u"-A -t 10.0.0.1:81 -s rr"_s});
    row(u"-e -t 10.0.0.1:80 -r 10.0.0.3:80 -m"_s, {u"-a -t 10.0.0.1:80 -r 10.0.0.3:80 -m"_s});
    row(u"-d -t 10.0.0.1:80 -r 10.0.0.3:80"_s, {});
    row(u"-D -t 10.0.0.1:81"_s, {});
}

void RuleFixesTest::fixesOfPlans()
{
    QFETCH(QString, line);
    const QString present = u"-A -t 10.0.0.1:80 -s wlc -p 60\n-a -t 10.0.0.1:80 -r 10.0.0.2:80 -m -x 9\n"_s;
    const RuleState state = planRules(readRuleFile(present, RuleMode::Friendly), {}, RuleStart::EmptyTable).wanted;
    const RulePlan plan = planRules(readRuleFile(line, RuleMode::Friendly), state, RuleStart::PresentState);
    QCOMPARE(plan.remarks.size(), std::size_t(1));
    QTEST(allFixed(line, plan.remarks.front().diagnostic), "fixed");
    QCOMPARE(plan.plan.isEmpty(), plan.hasErrors);
}

void RuleFixesTest::knowsOtherDialects()
{
    const auto errorOf = [](const QString &line) {
        const std::vector<RuleDiagnostic> found = readRuleLine(line, RuleMode::Friendly).diagnostics;
        const auto *error = found.empty() ? nullptr : std::get_if<Error>(&found.front().what);
        return error ? std::optional(error->code) : std::nullopt;
    };
    const QString line = u"-a -t 10.0.0.1:80 -r 10.0.0.2:80 -w 1 "_s;
    QCOMPARE(errorOf(line + u"-b"_s), std::optional(ErrorCode::OtherDialect));
    QCOMPARE(errorOf(line + u"-m"_s), std::optional<ErrorCode>());
    QVERIFY(errorOf(u"-A -t 10.0.0.1:80 -b"_s) != std::optional(ErrorCode::OtherDialect)); // only its value is missing
}

QTEST_APPLESS_MAIN(RuleFixesTest)
#include "tst_rulefixes.moc"
