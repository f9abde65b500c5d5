// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/setupchecktext.h"
#include "app/text/walktext.h"
#include "tests/setup/brokenclusters.h"
#include "tests/support/objects.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// The words of walks: each step says what happens by its method, and a failed one why.
class TestWalkText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStepSaysWhatHappens_data() { addEverySetup(); }
    void everyStepSaysWhatHappens();
    void methodsSayDifferentThings();
    void hooksAreWrittenAsNetfilterDoes();
    void failuresSayWhatComesOfThem();
    void rulesAreNamed();
    void failuresWithoutAFindingAreExplained();
};

namespace {

using Step = WalkStep::Code;
using enum SetupMethod;

const ServerKey client{ip(u"10.1.1.10"), 40000};

std::vector<WalkStep> walk(Cluster &cluster, const SetupFacts &facts)
{
    return walkPacket({cluster.wish, facts}, cluster.wish.servers.front(), client);
}

QString reasonAt(const std::vector<WalkStep> &steps, Step code, const SetupWish &wish)
{
    const auto step = std::ranges::find(steps, code, &WalkStep::code);
    return step == steps.end() ? QString() : walkReason(*step, wish);
}

QString failureIn(const std::vector<WalkStep> &steps, const SetupWish &wish)
{
    const WalkStep *failure = failureOf(steps);
    return failure ? walkFailure(*failure, wish) : QString();
}

} // namespace

void TestWalkText::everyStepSaysWhatHappens()
{
    QFETCH(const SetupMethod, method);
    QFETCH(const Family, family);
    Cluster cluster(method, family);
    cluster.setUp();
    const ServerKey from = family == Family::IPv4 ? client : ServerKey{ip(u"2001:db8:a::10"), 40000};
    QSet<QString> said;
    const auto steps = walkPacket({cluster.wish, cluster.facts()}, cluster.wish.servers.front(), from);
    for (const WalkStep &step : steps) {
        said << walkStepName(step.code) << walkReason(step, cluster.wish);
        QVERIFY(!walkReason(step, cluster.wish).contains(u'%')); // every place is filled
        QVERIFY(walkFailure(step, cluster.wish).isEmpty());
    }
    QVERIFY(!said.contains(QString()));
    QCOMPARE(said.size(), qsizetype(2 * steps.size())); // none of them twice
}

void TestWalkText::methodsSayDifferentThings()
{
    const std::vector methods{DirectRouting, Tunnelling, Nat, FullNat};
    for (const Step code : {Step::SentOn, Step::LeavesDirector, Step::ServerReceives, Step::ServerAnswers}) {
        QSet<QString> said;
        for (const SetupMethod method : methods) {
            Cluster cluster(method);
            cluster.setUp();
            said << reasonAt(walk(cluster, cluster.facts()), code, cluster.wish);
        }
        // NAT and FullNAT are the same until source NAT; behind it the real server sees another client. DR and TUN
        // answer in the same way.
        const bool hasTwins = code != Step::LeavesDirector;
        QCOMPARE(said.size(), hasTwins ? 3 : 4);
    }
    Cluster translated(FullNat);
    translated.setUp();
    const QString reason = reasonAt(walk(translated, translated.facts()), Step::LeavesDirector, translated.wish);
    QVERIFY(reason.contains(u"192.168.10.1"_s));
    translated.setSysctl(director, u"ipv4/vs/conntrack"_s, u"0"_s);
    const QString plain = reasonAt(walk(translated, translated.facts()), Step::LeavesDirector, translated.wish);
    QVERIFY(!plain.isEmpty() && plain != reason); // it does not say what does not happen
}

void TestWalkText::hooksAreWrittenAsNetfilterDoes()
{
    QStringList hooks;
    for (const PacketHook hook : {PacketHook::None, PacketHook::Prerouting, PacketHook::Input, PacketHook::Forward,
                                  PacketHook::Output, PacketHook::Postrouting})
        hooks << hookText(hook);
    QCOMPARE(hooks, (QStringList{QString(), u"PREROUTING"_s, u"INPUT"_s, u"FORWARD"_s, u"OUTPUT"_s, u"POSTROUTING"_s}));
}

void TestWalkText::failuresSayWhatComesOfThem()
{
    for (const BrokenCluster &broken : brokenClusters()) {
        Cluster cluster(broken.method);
        setUp(cluster, broken);
        broken.breaks(cluster);
        const SetupFacts facts = cluster.facts();
        for (const SetupServer &server : cluster.wish.servers) {
            const auto steps = walkPacket({cluster.wish, facts}, server, client);
            const WalkStep *failure = failureOf(steps);
            if (!failure)
                continue;
            QVERIFY2(failure->finding, broken.name);
            const QString consequence = setupCheckConsequence(*failure->finding, cluster.wish);
            QVERIFY2(!consequence.isEmpty(), broken.name);
            QVERIFY2(walkFailure(*failure, cluster.wish).startsWith(consequence), broken.name);
            for (const WalkStep &step : steps)
                QVERIFY2(&step == failure || walkFailure(step, cluster.wish).isEmpty(), broken.name);
        }
    }
}

void TestWalkText::rulesAreNamed()
{
    Cluster cluster(Nat);
    cluster.setUp();
    cluster.filters[director] = {{.hook = FilterHook::Input,
                                  .chain = 1,
                                  .verdict = FilterVerdict::Drop,
                                  .place = u"inet filter input"_s,
                                  .sources = {*IpNetwork::fromText(u"10.1.1.0/24")}}};
    const QString failure = failureIn(walk(cluster, cluster.facts()), cluster.wish);
    QVERIFY2(failure.contains(u"drop from 10.1.1.0/24"_s) && failure.contains(u"inet filter input"_s),
             qPrintable(failure));
}

void TestWalkText::failuresWithoutAFindingAreExplained()
{
    Cluster cluster(Nat);
    cluster.setUp();
    const SetupServer &server = cluster.wish.servers.front();
    const auto strange = walkPacket({cluster.wish, cluster.facts()}, server, {ip(u"192.168.10.99"), 40000});
    const QString text = failureIn(strange, cluster.wish);
    QVERIFY2(text.contains(u"192.168.10.11"_s), qPrintable(text)); // who it is that answers
    SetupFacts facts = cluster.facts();
    const auto isDefault = [](const HostRoute &route) { return route.prefixLength == 0; };
    std::erase_if(facts.hosts[director].routes, isDefault);
    QVERIFY(failureIn(walk(cluster, facts), cluster.wish) != text);
    QVERIFY(!failureIn(walk(cluster, facts), cluster.wish).isEmpty());
}

QTEST_GUILESS_MAIN(TestWalkText)
#include "tst_walktext.moc"
