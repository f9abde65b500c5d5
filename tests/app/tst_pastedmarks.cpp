// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rules/pastedmarks.h"
#include "tests/support/firewallobjects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;

/// What commands of iptables come to in the console's own table.
class TestPastedMarks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesToWhatIsDifferent();
    void whatIsDraftedIsThereAlready();
    void aRuleOfIptablesIsLeftAlone();
    void theSameRuleElsewhereIsSaid();
    void whatIsNotThereCantGo();
    void rulesDontContradict();
    void withoutAReadingNothingIsKnown();
};

namespace {

PastedMarks::Answer add(PastedMarks &marks, const MarkRule &rule)
{
    return marks.add({.isRemoval = false, .rule = rule});
}

PastedMarks::Answer remove(PastedMarks &marks, const MarkRule &rule)
{
    return marks.add({.isRemoval = true, .rule = rule});
}

FirewallState having(const MarkRule &rule, FirewallProgram program)
{
    FirewallState state;
    state.marks = {{.rule = rule, .program = program, .place = QStringLiteral("ip mangle PREROUTING")}};
    return state;
}

using Operations = std::vector<Operation>;

} // namespace

void TestPastedMarks::comesToWhatIsDifferent()
{
    PastedMarks marks(having(webMark(), FirewallProgram::Console), {});
    QVERIFY(!remove(marks, webMark()).remark);
    QVERIFY(!add(marks, webMark(2)).remark); // in place of the other
    QVERIFY(!add(marks, webMark(3, u"8080")).remark);
    QVERIFY(!remove(marks, webMark(3, u"8080")).remark); // nothing, after all
    QCOMPARE(marks.plan().operations, (Operations{RemoveMarkRule{webMark()}, AddMarkRule{webMark(2)}}));
}

void TestPastedMarks::whatIsDraftedIsThereAlready()
{
    const ChangePlan draft{{AddMarkRule{webMark()}}};
    PastedMarks marks(FirewallState(), draft);
    const auto [isLeftOut, remark] = add(marks, webMark());
    QVERIFY(!isLeftOut);
    QVERIFY(remark && remark->mark == State::Unknown);
    QVERIFY(marks.plan().isEmpty());
    remove(marks, webMark());
    QCOMPARE(marks.plan().operations, Operations{RemoveMarkRule{webMark()}}); // takes the draft back
    PastedMarks unread(std::nullopt, draft);
    add(unread, webMark());
    QVERIFY(unread.plan().isEmpty());
}

void TestPastedMarks::aRuleOfIptablesIsLeftAlone()
{
    PastedMarks marks(having(webMark(), FirewallProgram::IptablesNft), {});
    const auto [isLeftOut, remark] = remove(marks, webMark());
    QVERIFY(isLeftOut);
    QVERIFY(remark && remark->sentence.contains(QStringLiteral("ip mangle PREROUTING")));
    QVERIFY(marks.plan().isEmpty());
}

void TestPastedMarks::theSameRuleElsewhereIsSaid()
{
    FirewallState firewall = having(webMark(), FirewallProgram::IptablesNft);
    PastedMarks marks(firewall, {});
    const auto [isLeftOut, remark] = add(marks, webMark());
    QVERIFY(!isLeftOut);
    QVERIFY(remark && remark->mark == State::Overloaded);
    QCOMPARE(marks.plan().operations, Operations{AddMarkRule{webMark()}});
    firewall.marks.front().isNarrower = true;
    PastedMarks narrower(firewall, {});
    QVERIFY(!add(narrower, webMark()).remark);
}

void TestPastedMarks::whatIsNotThereCantGo()
{
    PastedMarks marks(FirewallState(), {});
    const auto [isLeftOut, remark] = remove(marks, webMark());
    QVERIFY(isLeftOut);
    QVERIFY(remark && remark->mark == State::Unreachable);
    QVERIFY(marks.plan().isEmpty());
}

void TestPastedMarks::rulesDontContradict()
{
    PastedMarks marks(having(webMark(), FirewallProgram::Console), {});
    const auto [isLeftOut, remark] = add(marks, webMark(2, u"443"));
    QVERIFY(isLeftOut);
    QVERIFY(remark && remark->mark == State::Unreachable);
    QVERIFY(!add(marks, webMark(1, u"443")).isLeftOut); // the same mark
    QCOMPARE(marks.plan().operations, Operations{AddMarkRule{webMark(1, u"443")}});
}

void TestPastedMarks::withoutAReadingNothingIsKnown()
{
    PastedMarks marks(std::nullopt, {});
    const auto [isLeftOut, remark] = remove(marks, webMark());
    QVERIFY(!isLeftOut);
    QVERIFY(remark && remark->mark == State::Overloaded);
    QCOMPARE(marks.plan().operations, Operations{RemoveMarkRule{webMark()}});
    add(marks, webMark());
    QCOMPARE(marks.plan().operations, Operations{AddMarkRule{webMark()}}); // it is to be there, whether it was or not
}

QTEST_GUILESS_MAIN(TestPastedMarks)
#include "tst_pastedmarks.moc"
