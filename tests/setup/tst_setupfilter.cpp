// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/setupchecks.h"
#include "tests/setup/cluster.h"
#include "tests/support/firewallobjects.h"

#include <QTest>

#include <algorithm>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// What set-ups want of the director's packet filter: source NAT and marks.
class TestSetupFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void commandsOfFullNat();
    void theSourceIsWhatServersCanAnswer();
    void aRuleThatServesIsLeftAlone();
    void aRuleWithALostSourceIsReplaced();
    void theDirectorAsItsOwnRealServerNeedsNoSourceNat();
    void nothingIsPlannedOnAFilterThatCantBeRead();
    void markedServicesAreSetUpAndTakenBack_data();
    void markedServicesAreSetUpAndTakenBack();
    void theMarkComesLast();
    void whatMarksIsJudged_data();
    void whatMarksIsJudged();
    void marksOfOthersAreEnough();
    void aWrongMarkIsNamedFirstAndMended();
    void rulesThatCantBeReadAreNotJudged();
};

namespace {

using Code = SetupCheck::Code;
using State = SetupCheck::State;

QStringList commandsOn(const HostPlan &plan, const QString &host)
{
    QStringList commands;
    for (const HostStep &step : plan.steps) {
        if (step.host == host)
            commands += commandsFor(step.plan);
    }
    return commands;
}

std::vector<Operation> operationsIn(const HostPlan &plan, SetupPhase phase)
{
    std::vector<Operation> operations;
    for (const HostStep &step : plan.steps) {
        if (step.phase == phase)
            std::ranges::copy(step.plan.operations, std::back_inserter(operations));
    }
    return operations;
}

Cluster marked(SetupMethod method, Family family = Family::IPv4)
{
    Cluster cluster(method, family);
    useMark(cluster.wish);
    return cluster;
}

SetupCheck markCheckOf(Cluster &cluster, const FirewallState &firewall)
{
    SetupFacts facts = cluster.facts();
    facts.firewall = firewall;
    const auto checks = checkSetup(cluster.wish, facts);
    const auto found = std::ranges::find(checks, Code::MarkRule, &SetupCheck::code);
    return found == checks.end() ? SetupCheck() : *found;
}

MarkRuleState foreign(const MarkRule &rule)
{
    return {.rule = rule, .program = FirewallProgram::IptablesNft, .place = u"ip mangle PREROUTING"_s};
}

} // namespace

void TestSetupFilter::commandsOfFullNat()
{
    Cluster cluster(SetupMethod::FullNat);
    const HostPlan plan = *cluster.plan();
    QVERIFY(std::ranges::is_sorted(plan.steps, {}, &HostStep::phase));
    QVERIFY(commandsOn(plan, rs1).isEmpty());
    const QStringList commands = commandsOn(plan, director);
    QStringList expected{u"sysctl -w net.ipv4.ip_forward=1"_s, u"sysctl -w net.ipv4.vs.conntrack=1"_s};
    expected += commandsFor(AddSnatRule{fullNat()});
    expected += {u"ip addr add 172.18.100.6/32 dev eth0"_s, u"ipvsadm -A -t 172.18.100.6:80 -s rr"_s,
                 u"ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.11:80 -m -w 1 -x 0 -y 0"_s,
                 u"ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.12:80 -m -w 1 -x 0 -y 0"_s};
    QCOMPARE(commands, expected);

    // Taken back while connection tracking is still there.
    const HostPlan back = inverse(plan);
    const auto placeOf = [&](SetupPhase phase) { return std::ranges::find(back.steps, phase, &HostStep::phase); };
    QVERIFY(placeOf(SetupPhase::Rules) < placeOf(SetupPhase::SourceNat));
    QVERIFY(placeOf(SetupPhase::SourceNat) < placeOf(SetupPhase::DirectorSettings));
}

void TestSetupFilter::theSourceIsWhatServersCanAnswer()
{
    Cluster cluster(SetupMethod::FullNat);
    SetupServer far = cluster.wish.servers.front();
    far.host.clear();
    far.server.key.address = ip(u"10.9.8.7");
    cluster.wish.servers.push_back(far);
    const std::vector<Operation> byDefault{AddSnatRule{fullNat()},
                                           AddSnatRule{fullNat(u"172.18.100.6", u"172.18.100.5", u"10.9.8.7")}};
    QCOMPARE(operationsIn(*cluster.plan(), SetupPhase::SourceNat), byDefault);

    const auto addRoute = [&](QStringView destination, quint8 prefixLength, QStringView gateway, QStringView name) {
        cluster.change(director, AddRoute{{.destination = ip(destination),
                                           .prefixLength = prefixLength,
                                           .gateway = ip(gateway),
                                           .interface = interface(name)}});
    };
    addRoute(u"10.9.0.0", 16, u"192.168.10.254", u"eth1"); // the narrower route counts
    const std::vector<Operation> byRoute{AddSnatRule{fullNat()},
                                         AddSnatRule{fullNat(u"172.18.100.6", u"192.168.10.1", u"10.9.8.7")}};
    QCOMPARE(operationsIn(*cluster.plan(), SetupPhase::SourceNat), byRoute);
    QVERIFY(cluster.setUp().isComplete());
    QVERIFY(!firstFinding(checkSetup(cluster.wish, cluster.facts())));

    SetupFacts nowhere = cluster.facts();
    nowhere.firewall = FirewallState();
    std::erase_if(nowhere.hosts.at(director).routes, [](const HostRoute &route) { return route.gateway.has_value(); });
    const auto plan = planSetup(cluster.wish, nowhere);
    QVERIFY(!plan);
    QCOMPARE(plan.error(), (Error{.code = ErrorCode::NotOnLink, .values = {u"10.9.8.7"_s}}));
}

void TestSetupFilter::aRuleThatServesIsLeftAlone()
{
    Cluster cluster(SetupMethod::FullNat);
    const SnatRule wide = fullNat(u"172.18.100.6", u"192.168.10.1", u"192.168.0.0/16");
    cluster.change(director, AddSnatRule{wide});
    cluster.change(director, AddSnatRule{fullNat(u"172.18.100.7")}); // of another VIP
    const auto before = cluster.state();
    QVERIFY(operationsIn(*cluster.plan(), SetupPhase::SourceNat).empty());
    HostPlanProgress progress = cluster.setUp();
    QVERIFY(!firstFinding(checkSetup(cluster.wish, cluster.facts())));
    progress.takeBack();
    cluster.run(progress);
    QVERIFY(cluster.state() == before);
}

void TestSetupFilter::aRuleWithALostSourceIsReplaced()
{
    Cluster cluster(SetupMethod::FullNat);
    const SnatRule lost = fullNat(u"172.18.100.6", u"192.168.10.9");
    cluster.change(director, AddSnatRule{lost});
    cluster.change(director, AddSnatRule{fullNat()}); // too late: the first decides
    const auto before = cluster.state();
    QCOMPARE(operationsIn(*cluster.plan(), SetupPhase::SourceNat), std::vector<Operation>{RemoveSnatRule{lost}});
    HostPlanProgress progress = cluster.setUp();
    QVERIFY(progress.isComplete());
    QVERIFY(!firstFinding(checkSetup(cluster.wish, cluster.facts())));
    progress.takeBack();
    cluster.run(progress);
    QVERIFY(cluster.firewall().has(lost));
    QCOMPARE(cluster.state()[director].host, before.at(director).host);
}

void TestSetupFilter::theDirectorAsItsOwnRealServerNeedsNoSourceNat()
{
    Cluster cluster(SetupMethod::FullNat);
    cluster.wish.servers.resize(1);
    cluster.wish.servers.front().server.key.address = ip(u"192.168.10.1");
    cluster.wish.servers.front().host = director;
    QVERIFY(operationsIn(*cluster.plan(), SetupPhase::SourceNat).empty());
    cluster.setUp();
    QVERIFY(!firstFinding(checkSetup(cluster.wish, cluster.facts())));
}

void TestSetupFilter::nothingIsPlannedOnAFilterThatCantBeRead()
{
    for (const SetupMethod method : {SetupMethod::DirectRouting, SetupMethod::FullNat}) {
        Cluster cluster(method);
        SetupFacts facts = cluster.facts();
        facts.firewall.reset();
        const bool needsIt = method == SetupMethod::FullNat;
        QCOMPARE(planSetup(cluster.wish, facts).has_value(), !needsIt);
        useMark(cluster.wish);
        const auto plan = planSetup(cluster.wish, facts);
        QVERIFY(!plan);
        QCOMPARE(plan.error(), (Error{.code = ErrorCode::HostNotRead, .values = {director}}));
    }
}

void TestSetupFilter::markedServicesAreSetUpAndTakenBack_data()
{
    addEverySetup();
}

void TestSetupFilter::markedServicesAreSetUpAndTakenBack()
{
    QFETCH(SetupMethod, method);
    QFETCH(Family, family);
    Cluster cluster = marked(method, family);
    const auto before = cluster.state();
    QVERIFY(firstFinding(checkSetup(cluster.wish, cluster.facts())));
    HostPlanProgress progress = cluster.setUp();
    QVERIFY(progress.isComplete());
    for (const SetupCheck &check : checkSetup(cluster.wish, cluster.facts()))
        QVERIFY2(check.state == State::Green, QByteArray::number(int(check.code)));
    QCOMPARE(cluster.firewall().leadingTo(cluster.wish.service.key).size(), 1u);
    QCOMPARE(cluster.plan(), HostPlan());
    progress.takeBack();
    cluster.run(progress);
    QVERIFY(progress.isTakenBack());
    QVERIFY(cluster.state() == before);
}

void TestSetupFilter::theMarkComesLast()
{
    Cluster cluster = marked(SetupMethod::DirectRouting);
    const HostPlan plan = *cluster.plan();
    QCOMPARE(plan.steps.back().phase, SetupPhase::Marks);
    QCOMPARE(plan.steps.back().plan, (ChangePlan{{AddMarkRule{webMark()}}}));
    QCOMPARE(inverse(plan).steps.front().plan, (ChangePlan{{RemoveMarkRule{webMark()}}}));
}

void TestSetupFilter::whatMarksIsJudged_data()
{
    QTest::addColumn<std::vector<MarkRuleState>>("rules");
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("is");
    const auto addRow = [](const char *name, const std::vector<MarkRuleState> &rules, State state, const QString &is) {
        QTest::newRow(name) << rules << state << is;
    };
    addRow("none", {}, State::Red, {});
    addRow("as wanted", {foreign(webMark())}, State::Green, u"TCP 80,443"_s);
    addRow("two rules", {foreign(webMark(1, u"443")), foreign(webMark(1, u"80"))}, State::Green, u"TCP 443, TCP 80"_s);
    addRow("ranges", {foreign(webMark(1, u"1-100")), foreign(webMark(1, u"101-500"))}, State::Green,
           u"TCP 1-100, TCP 101-500"_s);
    addRow("the wrong port", {foreign(webMark(1, u"80,444"))}, State::Red, u"TCP 80,444"_s);
    addRow("another mark", {foreign(webMark(2))}, State::Red, {});
    addRow("another VIP", {foreign(webMark(1, u"80,443", u"172.18.100.7"))}, State::Red, {});
    MarkRuleState narrow = foreign(webMark());
    narrow.isNarrower = true;
    addRow("of some clients alone", {narrow}, State::Red, {});
    MarkRuleState whole = foreign({.destination = *IpNetwork::fromText(u"172.18.0.0/16"), .mark = 1});
    addRow("a whole network", {whole}, State::Green, u"0-65535"_s);
    MarkRuleState datagrams = foreign(webMark());
    datagrams.rule.protocol = quint8(Protocol::Udp);
    addRow("another protocol", {datagrams}, State::Red, u"UDP 80,443"_s);
}

void TestSetupFilter::whatMarksIsJudged()
{
    QFETCH(std::vector<MarkRuleState>, rules);
    QFETCH(State, state);
    Cluster cluster = marked(SetupMethod::Nat);
    const SetupCheck check = markCheckOf(cluster, {.marks = rules});
    QCOMPARE(check.state, state);
    QTEST(check.is, "is");
    QCOMPARE(check.wanted, u"TCP 80,443"_s);
    QCOMPARE(check.evidence.size(), rules.size());
}

void TestSetupFilter::marksOfOthersAreEnough()
{
    Cluster cluster = marked(SetupMethod::Nat);
    cluster.wish.portsOfMark = {};
    QVERIFY(operationsIn(*cluster.plan(), SetupPhase::Marks).empty());
    QCOMPARE(markCheckOf(cluster, {}).state, State::Red);
    QCOMPARE(markCheckOf(cluster, {}).wanted, u"0x1"_s);
    QCOMPARE(markCheckOf(cluster, {.marks = {foreign(webMark(1, u"8080"))}}).state, State::Green);
    SetupFacts facts = cluster.facts();
    facts.firewall->marks = {foreign(webMark())};
    cluster.wish.portsOfMark = *PortSet::fromText(u"80,443");
    const auto plan = planSetup(cluster.wish, facts);
    QVERIFY(plan && operationsIn(*plan, SetupPhase::Marks).empty());
}

void TestSetupFilter::aWrongMarkIsNamedFirstAndMended()
{
    Cluster cluster = marked(SetupMethod::FullNat);
    cluster.setUp();
    QVERIFY(!firstFinding(checkSetup(cluster.wish, cluster.facts())));
    cluster.change(director, RemoveMarkRule{webMark()});
    cluster.change(director, AddMarkRule{webMark(1, u"80,444")});
    cluster.change(director, RemoveSnatRule{fullNat()}); // wrong as well, and not the first thing to look at
    const auto checks = checkSetup(cluster.wish, cluster.facts());
    const SetupCheck *finding = firstFinding(checks);
    QVERIFY(finding);
    QCOMPARE(finding->code, Code::MarkRule);
    QCOMPARE(finding->host, director);
    QCOMPARE(finding->is, u"TCP 80,444"_s);
    QCOMPARE(finding->wanted, u"TCP 80,443"_s);
    QCOMPARE(finding->evidence,
             (std::vector<SetupEvidence>{{u"inet lvs-console marks"_s, u"172.18.100.6 TCP 80,444 -> 0x1"_s}}));
    QCOMPARE(operationsIn(*cluster.plan(), SetupPhase::Marks), std::vector<Operation>{AddMarkRule{webMark()}});
    cluster.setUp();
    QVERIFY(!firstFinding(checkSetup(cluster.wish, cluster.facts())));
}

void TestSetupFilter::rulesThatCantBeReadAreNotJudged()
{
    Cluster cluster = marked(SetupMethod::Nat);
    const std::vector<UnreadRules> unread{{FirewallProgram::IptablesLegacy, u"ip mangle"_s}};
    const SetupCheck check = markCheckOf(cluster, {.unread = unread});
    QCOMPARE(check.state, State::Unknown);
    QCOMPARE(check.evidence, (std::vector<SetupEvidence>{{u"ip mangle"_s, {}}}));
    QCOMPARE(markCheckOf(cluster, {.marks = {foreign(webMark())}, .unread = unread}).state, State::Green);
    SetupFacts facts = cluster.facts();
    facts.firewall->unread = unread;
    const auto plan = planSetup(cluster.wish, facts); // which does no harm beside another rule for the same
    QVERIFY(plan);
    QCOMPARE(operationsIn(*plan, SetupPhase::Marks), std::vector<Operation>{AddMarkRule{webMark()}});
}

QTEST_GUILESS_MAIN(TestSetupFilter)
#include "tst_setupfilter.moc"
