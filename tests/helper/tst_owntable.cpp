// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/nftwrite.h"
#include "helper/kernel/owntable.h"
#include "tests/helper/nftlistings.h"
#include "tests/support/firewallobjects.h"

#include <QTest>

#include <algorithm>
#include <cerrno>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

namespace {

const QJsonObject marksChainListed = chain("inet", "lvs-console", "marks", "prerouting");
const QJsonObject fullNatListed = chain("inet", "lvs-console", "fullnat", "postrouting", 100, "nat");
const QJsonObject tableListed = object(R"({"table": {"family": "inet", "name": "lvs-console", "handle": 1}})");

QJsonObject listedMark(const MarkRule &rule, int handle)
{
    return listed("inet", "lvs-console", "marks", expressionsOf(MarkRuleState{.rule = rule}), handle);
}

QJsonObject listedSnat(const SnatRule &rule, int handle)
{
    return listed("inet", "lvs-console", "fullnat", expressionsOf(SnatRuleState{.rule = rule}), handle);
}

/// A table with two marks and one rule of source NAT.
OwnTable filledTable()
{
    return *OwnTable::from(ruleset({tableListed, marksChainListed, fullNatListed, listedMark(webMark(1), 5),
                                    listedMark(webMark(2, u"22"), 6), listedSnat(fullNat(), 7)}));
}

/// "delete rule 5", "add rule marks": each command in short.
QStringList commandsOf(const OwnTable &table)
{
    QStringList lines;
    for (const QJsonValue &command : object(table.changes())["nftables"_L1].toArray()) {
        const QString verb = command.toObject().begin().key();
        const QJsonObject what = command[verb].toObject();
        const QString kind = what.begin().key();
        const QJsonObject object = what[kind].toObject();
        const QString name = kind == "table"_L1    ? QString()
                             : kind == "chain"_L1  ? u' ' + object["name"_L1].toString()
                             : verb == "delete"_L1 ? u' ' + QString::number(object["handle"_L1].toInt())
                                                   : u' ' + object["chain"_L1].toString();
        lines << verb + u' ' + kind + name;
    }
    return lines;
}

} // namespace

/// The console's own table: what counts as its own, and the smallest change of it.
class TestOwnTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatItWrites();
    void firstRule();
    void oneMoreRule();
    void oneRuleLess();
    void lastRuleOfAChain();
    void lastRule();
    void nothingChanges();
    void rulesThatComeAndGo();
    void refusals();
    void twiceTheSame();
    void strangers_data();
    void strangers();
    void emptyChainsAreOurs();
    void tooLarge();
    void refusesWhatIsNoListing();
};

void TestOwnTable::readsWhatItWrites()
{
    MarkRule six = webMark(~0u, u"53", u"2001:db8::1");
    six.protocol = quint8(Protocol::Udp);
    const MarkRule ranges = webMark(1, u"80,443,8000-8080");
    const std::vector<MarkRuleState> marks{{.rule = ranges,
                                            .program = FirewallProgram::Console,
                                            .place = u"inet lvs-console marks"_s,
                                            .traffic = RuleTraffic{5, 600}},
                                           {.rule = six,
                                            .program = FirewallProgram::Console,
                                            .place = u"inet lvs-console marks"_s,
                                            .traffic = RuleTraffic{}}};
    const std::vector<SnatRuleState> snats{{.rule = fullNat(), .traffic = RuleTraffic{7, 800}}};
    QJsonArray objects{tableListed, marksChainListed, fullNatListed};
    for (const MarkRuleState &mark : marks)
        objects.append(listed("inet", "lvs-console", "marks", expressionsOf(mark)));
    for (const SnatRuleState &snat : snats)
        objects.append(listed("inet", "lvs-console", "fullnat", expressionsOf(snat)));
    const auto table = OwnTable::from(ruleset(objects));
    QVERIFY(table);
    QVERIFY(!table->isMixed());
    QCOMPARE(table->state(), (FirewallState{.marks = marks, .snats = snats}));
    QVERIFY(table->state().has(ranges));
    QVERIFY(table->state().has(fullNat()));
    QVERIFY(table->changes().isEmpty());
}

void TestOwnTable::firstRule()
{
    OwnTable table;
    QCOMPARE(table.carryOut(AddMarkRule{webMark(1, u"80,443,8000-8080")}), 0);
    QCOMPARE(commandsOf(table), (QStringList{u"add table"_s, u"add chain marks"_s, u"add rule marks"_s}));
    const QJsonArray commands = object(table.changes())["nftables"_L1].toArray();
    QCOMPARE(commands[1]["add"_L1]["chain"_L1], object(R"({"family": "inet", "table": "lvs-console", "name": "marks",
             "type": "filter", "hook": "prerouting", "prio": -150, "policy": "accept"})"));
    QCOMPARE(commands[2]["add"_L1]["rule"_L1]["expr"_L1][1],
             object(R"({"match": {"op": "==", "left": {"payload": {"protocol": "tcp", "field": "dport"}},
                                  "right": {"set": [80, 443, {"range": [8000, 8080]}]}}})"));
}

void TestOwnTable::oneMoreRule()
{
    OwnTable table = filledTable();
    QCOMPARE(table.carryOut(AddSnatRule{fullNat(u"172.18.100.7")}), 0);
    QCOMPARE(commandsOf(table), (QStringList{u"add table"_s, u"add rule fullnat"_s}));
    QCOMPARE(table.state().snats.size(), 2u);
}

void TestOwnTable::oneRuleLess()
{
    OwnTable table = filledTable();
    QCOMPARE(table.carryOut(RemoveMarkRule{webMark(2, u"22")}), 0);
    QCOMPARE(commandsOf(table), (QStringList{u"delete rule 6"_s, u"add table"_s}));
    QVERIFY(!table.state().has(webMark(2, u"22")));
    QVERIFY(table.state().has(webMark(1)));
}

void TestOwnTable::lastRuleOfAChain()
{
    OwnTable table = filledTable();
    QCOMPARE(table.carryOut(RemoveSnatRule{fullNat()}), 0);
    QCOMPARE(commandsOf(table), (QStringList{u"delete rule 7"_s, u"delete chain fullnat"_s, u"add table"_s}));
}

void TestOwnTable::lastRule()
{
    OwnTable table = filledTable();
    QCOMPARE(table.carryOut(RemoveMarkRule{webMark(1)}), 0);
    QCOMPARE(table.carryOut(RemoveMarkRule{webMark(2, u"22")}), 0);
    QCOMPARE(table.carryOut(RemoveSnatRule{fullNat()}), 0);
    QCOMPARE(commandsOf(table), QStringList{u"delete table"_s});
}

void TestOwnTable::nothingChanges()
{
    OwnTable table = filledTable();
    QCOMPARE(table.carryOut(AddMarkRule{webMark(1)}), EEXIST);
    QCOMPARE(table.carryOut(RemoveSnatRule{fullNat(u"172.18.100.9")}), ENOENT);
    QVERIFY(table.changes().isEmpty());
}

void TestOwnTable::rulesThatComeAndGo()
{
    OwnTable table;
    QCOMPARE(table.carryOut(AddMarkRule{webMark()}), 0);
    QCOMPARE(table.carryOut(RemoveMarkRule{webMark()}), 0);
    QVERIFY(table.changes().isEmpty());
    table = filledTable();
    QCOMPARE(table.carryOut(RemoveMarkRule{webMark(1)}), 0);
    QCOMPARE(table.carryOut(AddMarkRule{webMark(1)}), 0);
    QCOMPARE(commandsOf(table), (QStringList{u"delete rule 5"_s, u"add table"_s, u"add rule marks"_s}));
}

void TestOwnTable::refusals()
{
    OwnTable table;
    QCOMPARE(table.carryOut(ClearTable{}), EOPNOTSUPP);
    QCOMPARE(table.carryOut(SetSysctl{}), EOPNOTSUPP);
}

void TestOwnTable::twiceTheSame()
{
    OwnTable table = *OwnTable::from(ruleset({tableListed, marksChainListed, listedMark(webMark(), 5),
                                              listedMark(webMark(), 6), listedMark(webMark(2, u"22"), 7)}));
    QCOMPARE(table.carryOut(RemoveMarkRule{webMark()}), 0);
    QCOMPARE(commandsOf(table), (QStringList{u"delete rule 5"_s, u"delete rule 6"_s, u"add table"_s}));
}

void TestOwnTable::strangers_data()
{
    QTest::addColumn<QJsonArray>("objects");
    QTest::addColumn<QString>("place");
    const auto row = [](const char *name, const QJsonArray &objects, const char *place = "marks") {
        QTest::newRow(name) << objects << u"inet lvs-console %1"_s.arg(QLatin1StringView(place));
    };
    const auto rule = [](const QByteArray &chainName, const QJsonArray &expressions) {
        return listed("inet", "lvs-console", chainName, expressions);
    };
    const QJsonArray mark = expressionsOf(MarkRuleState{.rule = webMark(), .traffic = RuleTraffic{}});
    QJsonArray narrower = mark;
    narrower.prepend(object(R"({"match": {"op": "==", "left": {"meta": {"key": "iifname"}}, "right": "eth0"}})"));
    row("another condition", {marksChainListed, rule("marks", narrower)});
    QJsonArray verdict = mark;
    verdict.append(object(R"({"accept": null})"));
    row("a verdict", {marksChainListed, rule("marks", verdict)});
    row("in the wrong chain", {fullNatListed, rule("fullnat", mark)}, "fullnat");
    row("source NAT in the wrong chain",
        {marksChainListed, listed("inet", "lvs-console", "marks", expressionsOf(SnatRuleState{.rule = fullNat()}))});
    row("nothing about marks", {marksChainListed, rule("marks", {object(R"({"drop": null})")})});
    row("without a number", {marksChainListed, listedMark(webMark(), 0)});
    row("an empty chain", {marksChainListed, chain("inet", "lvs-console", "mine")}, "mine");
    row("a chain without a hook", {chain("inet", "lvs-console", "marks")});
    row("another hook", {chain("inet", "lvs-console", "marks", "input")});
    row("another priority", {chain("inet", "lvs-console", "marks", "prerouting", -149)});
    row("another type", {chain("inet", "lvs-console", "marks", "prerouting", -150, "nat")});
    QJsonObject dropping = marksChainListed["chain"_L1].toObject();
    dropping["policy"_L1] = u"drop"_s;
    row("another policy", {QJsonObject{{"chain"_L1, dropping}}});
    row("a set", {object(R"({"set": {"family": "inet", "name": "vips", "table": "lvs-console"}})")}, "vips");
    row("a map", {object(R"({"map": {"family": "inet", "name": "vips", "table": "lvs-console"}})")}, "vips");
    row("a counter", {object(R"({"counter": {"family": "inet", "name": "seen", "table": "lvs-console"}})")}, "seen");
    QTest::newRow("a table that sleeps")
        << QJsonArray{object(R"({"table": {"family": "inet", "name": "lvs-console", "flags": "dormant"}})")}
        << u"inet lvs-console"_s;
    QTest::newRow("a table of a program that runs")
        << QJsonArray{object(R"({"table": {"family": "inet", "name": "lvs-console", "flags": ["owner"]}})")}
        << u"inet lvs-console"_s;
}

void TestOwnTable::strangers()
{
    QFETCH(const QJsonArray, objects);
    QFETCH(const QString, place);
    const auto table = OwnTable::from(ruleset(objects));
    QVERIFY(table);
    QVERIFY(table->isMixed());
    QCOMPARE(summary(table->state()), QStringList{u"0 %1 unread"_s.arg(place)});
}

void TestOwnTable::emptyChainsAreOurs()
{
    OwnTable table = *OwnTable::from(ruleset({tableListed, marksChainListed, fullNatListed}));
    QVERIFY(!table.isMixed());
    QCOMPARE(table.carryOut(AddMarkRule{webMark()}), 0);
    QCOMPARE(commandsOf(table), (QStringList{u"delete chain fullnat"_s, u"add table"_s, u"add rule marks"_s}));
}

void TestOwnTable::tooLarge()
{
    QVERIFY(OwnTable::unread().isMixed());
    QCOMPARE(summary(OwnTable::unread().state()), QStringList{u"0 inet lvs-console unread"_s});
}

void TestOwnTable::refusesWhatIsNoListing()
{
    for (const QByteArray &text : {QByteArray(), QByteArray("[]"), QByteArray(R"({"nftables": 1})"), QByteArray("{")})
        QCOMPARE(OwnTable::from(text).error().code, ErrorCode::BadKernelReply);
    QVERIFY(!OwnTable::from(ruleset({1, u"x"_s, QJsonObject()}))->isMixed());
}

QTEST_APPLESS_MAIN(TestOwnTable)
#include "tst_owntable.moc"
