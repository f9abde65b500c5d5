// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule files on a real kernel, beside the real ipvsadm.
#include "core/apply/applier.h"
#include "core/apply/readtable.h"
#include "core/rules/ruleplan.h"
#include "core/rules/rulewriter.h"
#include "helper/kernel/kernelbackend.h"
#include "tests/kernel/freshnetwork.h"
#include "tests/rules/generatedrules.h"
#include "tests/support/randomtable.h"

#include <QProcess>
#include <QSet>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

class KernelRulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void linesComeToWhatIpvsadmMakesOfThem();
    void filesLeadToTheirTables();

private:
    /// The program's output; its status goes to m_status.
    QByteArray ipvsadm(const QStringList &arguments, const QByteArray &input = {});
    RuleState present();

    KernelBackend m_kernel;
    int m_status = 0;
};

namespace {

constexpr int count = 500;

/// What the planner refuses although the kernel takes it: it could not be meant.
const QSet<ErrorCode> stricter{ErrorCode::BadMask, ErrorCode::NotUnicast, ErrorCode::FirewallMarkZero,
                               ErrorCode::ThresholdOrder};

/// Of the table only: generated lines also list and save, which shows nothing to compare.
bool changesTable(const RuleCommand &command)
{
    return command.verb <= RuleVerb::Clear;
}

/// Names of hosts and ports stand for what this machine makes of them.
bool asksTheMachine(const RuleLine &line)
{
    return std::ranges::any_of(line.diagnostics, [](const RuleDiagnostic &diagnostic) {
        const auto *error = std::get_if<Error>(&diagnostic.what);
        return error && (error->code == ErrorCode::HostName || error->code == ErrorCode::ServiceName);
    });
}

bool namesWhatNoKernelHas(const RuleCommand &command)
{
    if (command.verb != RuleVerb::AddService && command.verb != RuleVerb::EditService)
        return false;
    const QString engine = command.service.engine.toString();
    const QString scheduler = command.service.scheduler.toString();
    const bool isKnown = std::ranges::contains(kernelSchedulers, scheduler) || scheduler == u"none"_s; // ip_vs_ctl.c
    return !isKnown || (engine != u"sip"_s && !engine.isEmpty());
}

} // namespace

void KernelRulesTest::init()
{
    ipvsadm({u"-C"_s});
    QCOMPARE(m_status, 0);
}

QByteArray KernelRulesTest::ipvsadm(const QStringList &arguments, const QByteArray &input)
{
    QProcess program;
    program.start(u"ipvsadm"_s, arguments);
    program.write(input);
    program.closeWriteChannel();
    program.waitForFinished();
    m_status = program.exitStatus() == QProcess::NormalExit ? program.exitCode() : -1;
    return program.readAllStandardOutput();
}

RuleState KernelRulesTest::present()
{
    return {.table = readTable(m_kernel).value(), .timeouts = m_kernel.readTimeouts().value()};
}

void KernelRulesTest::linesComeToWhatIpvsadmMakesOfThem()
{
    GeneratedRules generated(20261129);
    RuleState before = present();
    int accepted = 0;
    QStringList differences;
    for (int i = 0; i < count;) {
        const QString line = generated.line();
        const RuleLine read = readRuleLine(line, RuleMode::Compatible);
        if (read.command && !changesTable(*read.command))
            continue;
        if (read.kind == RuleLine::Kind::Blank || asksTheMachine(read))
            continue;
        if (i % 4 != 0 && !read.command) // most lines reach the kernel
            continue;
        ++i;
        ipvsadm({u"-R"_s}, line.toUtf8() + '\n');
        const RuleState after = present();
        RulePlanner planner(before);
        const auto planned = read.command ? planner.add(*read.command) : std::unexpected(Error());
        const bool isStricter = !planned && stricter.contains(planned.error().code);
        const bool isRefused = read.command && namesWhatNoKernelHas(*read.command);
        const IpvsTable expected = planned && !isRefused ? planner.wanted().table : before.table;
        if (!isStricter && withoutListOrder(after.table) != withoutListOrder(expected))
            differences << line + u" → status %1"_s.arg(m_status);
        if (!read.command && m_status != read.exitStatus)
            differences << line + u" → status %1, not %2"_s.arg(m_status).arg(read.exitStatus);
        accepted += m_status == 0;
        before = after;
    }
    qInfo("%d lines, %d of them accepted by ipvsadm and the kernel", count, accepted);
    QVERIFY2(differences.isEmpty(), qPrintable(differences.join(u'\n')));
    QVERIFY(accepted > count / 10);
}

/// One table after the other is applied from its file; then it is there, and ipvsadm saves the same lines.
void KernelRulesTest::filesLeadToTheirTables()
{
    for (int i = 0; i < count; ++i) {
        RandomTable random{quint32(i / 2)};
        const IpvsTable table = random.table();
        const RuleState state{.table = i % 2 == 0 ? table : random.variationOf(table)};
        const QString text = writeRules(state, RuleFlavour::Complete);
        const RuleState before = present();
        const RulePlan plan = planRules(readRuleFile(text, RuleMode::Friendly), before, RuleStart::EmptyTable);
        QVERIFY2(!plan.hasErrors || state.table.isEmpty(), qPrintable(text));
        if (plan.hasErrors)
            continue;
        const ApplyReport report = Applier(m_kernel).apply(plan.plan);
        QVERIFY2(report.outcome == ApplyOutcome::Applied || plan.plan.isEmpty(), qPrintable(text));
        const RuleState after = present();
        QCOMPARE(writeRules(after, RuleFlavour::AsSaved), writeRules(plan.wanted, RuleFlavour::AsSaved));
        QVERIFY(withoutListOrder(after.table) == withoutListOrder(plan.wanted.table));
        QCOMPARE(QString::fromUtf8(ipvsadm({u"-S"_s, u"-n"_s})), writeRules(after, RuleFlavour::AsSaved));
    }
}

int main(int argc, char *argv[])
{
    lvs::test::enterFreshNetwork();
    QCoreApplication application(argc, argv);
    KernelRulesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_kernelrules.moc"
