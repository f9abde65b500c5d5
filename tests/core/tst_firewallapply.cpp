// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apply/applier.h"
#include "core/change/hostobject.h"
#include "core/sandbox/sandboxbackend.h"
#include "tests/support/faultbackend.h"
#include "tests/support/firewallobjects.h"
#include "tests/support/hostobjects.h"

#include <QTest>

#include <algorithm>
#include <cerrno>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

namespace {

/// A packet filter that others write into, that can become unreadable, and that counts who looks.
class WatchedFirewall : public FaultBackend
{
public:
    using FaultBackend::FaultBackend;

    Result<FirewallState> readFirewall() override
    {
        ++wholeReads;
        return FaultBackend::readFirewall();
    }
    Result<FirewallState> readOwnFirewall() override
    {
        if (readsLeft-- <= 0)
            return failure(ErrorCode::FirewallRefused, {u"gone"_s});
        auto state = FaultBackend::readOwnFirewall();
        if (state && isMixed)
            state->unread.push_back({FirewallProgram::Console, u"inet lvs-console mine"_s});
        return state;
    }

    int wholeReads = 0;
    int readsLeft = 1000;
    bool isMixed = false;
};

const VirtualService marked = service(ServiceKey::forMark(1, Family::IPv4));

} // namespace

/// What the applier does with rules of the packet filter.
class TestFirewallApply : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyOperationHasACarrier();
    void looksAtTheOwnRulesAlone();
    void rulesGoTogetherAndApart();
    void refusesAMixedTableBeforeAnything();
    void alreadySoInAMixedTable();
    void refusesOtherMarksForTheSamePackets_data();
    void refusesOtherMarksForTheSamePackets();
    void marksTakeTurns();
    void onePlanGivesOneMark();
    void takesBackTheRestWithoutTheFirewall_data();
    void takesBackTheRestWithoutTheFirewall();
    void undoGoesInBatches();
};

void TestFirewallApply::everyOperationHasACarrier()
{
    QCOMPARE(carrierOf(AddServer{}), Carrier::Ipvs);
    QCOMPARE(carrierOf(StopSyncDaemon{}), Carrier::Ipvs);
    QCOMPARE(carrierOf(SetSysctl{}), Carrier::Machine);
    QCOMPARE(carrierOf(RemoveTunnel{}), Carrier::Machine);
    QCOMPARE(carrierOf(AddMarkRule{}), Carrier::Firewall);
    QCOMPARE(carrierOf(RemoveSnatRule{}), Carrier::Firewall);
}

void TestFirewallApply::looksAtTheOwnRulesAlone()
{
    SandboxBackend sandbox;
    WatchedFirewall backend(sandbox);
    QCOMPARE(Applier(backend).apply(plan({AddMarkRule{webMark()}})).outcome, ApplyOutcome::Applied);
    QCOMPARE(backend.wholeReads, 0);
}

void TestFirewallApply::rulesGoTogetherAndApart()
{
    SandboxBackend sandbox;
    FaultBackend backend(sandbox);
    ChangePlan setUp =
        plan({tune(u"ipv4/vs/conntrack"_s, 0, 1), AddService{marked}, AddServer{marked.key, server(11)}});
    for (quint16 host = 1; host <= 100; ++host) {
        setUp.operations.push_back(AddSnatRule{fullNat(QStringLiteral("172.18.100.%1").arg(host))});
        setUp.operations.push_back(AddMarkRule{webMark(1, QString::number(host))});
    }
    QCOMPARE(Applier(backend).apply(setUp).outcome, ApplyOutcome::Applied);
    const auto &batches = backend.batches();
    QCOMPARE(batches.size(), 4u); // the tunable, source NAT, the service, and marks once it has a server
    QCOMPARE(batches[1].size(), 100u);
    QCOMPARE(batches[2].size(), 2u);
    QCOMPARE(batches[3].size(), 100u);
    for (const auto &batch : batches) {
        QVERIFY(
            std::ranges::all_of(batch, [&](const Operation &op) { return carrierOf(op) == carrierOf(batch.front()); }));
    }
}

void TestFirewallApply::refusesAMixedTableBeforeAnything()
{
    SandboxBackend sandbox;
    WatchedFirewall backend(sandbox);
    backend.isMixed = true;
    const ChangePlan setUp = plan({AddSnatRule{fullNat()}, AddService{marked}, AddMarkRule{webMark()}});
    QCOMPARE(Applier(backend).check(setUp).error->code, ErrorCode::FirewallMixed);
    const ApplyReport report = Applier(backend).apply(setUp);
    QCOMPARE(report.outcome, ApplyOutcome::Refused);
    QCOMPARE(report.error->code, ErrorCode::FirewallMixed);
    QCOMPARE(backend.operations(), 0);
    QCOMPARE(Applier(backend).apply(plan({AddService{marked}})).outcome, ApplyOutcome::Applied);
}

void TestFirewallApply::alreadySoInAMixedTable()
{
    SandboxBackend sandbox;
    WatchedFirewall backend(sandbox);
    QCOMPARE(Applier(backend).apply(plan({AddMarkRule{webMark()}})).outcome, ApplyOutcome::Applied);
    backend.isMixed = true;
    QCOMPARE(Applier(backend).apply(plan({AddMarkRule{webMark()}})).outcome, ApplyOutcome::AlreadySo);
}

void TestFirewallApply::refusesOtherMarksForTheSamePackets_data()
{
    QTest::addColumn<MarkRule>("rule");
    QTest::addColumn<bool>("overlaps"); // with 172.18.100.6 TCP 80,443 -> 1
    QTest::newRow("the same packets") << webMark(2) << true;
    QTest::newRow("one of the ports") << webMark(2, u"1-80") << true;
    QTest::newRow("other ports") << webMark(2, u"81-442,444") << false;
    QTest::newRow("another address") << webMark(2, u"80,443", u"172.18.100.7") << false;
    MarkRule udp = webMark(2);
    udp.protocol = quint8(Protocol::Udp);
    QTest::newRow("another protocol") << udp << false;
    QTest::newRow("the same mark") << webMark(1, u"80") << false;
}

void TestFirewallApply::refusesOtherMarksForTheSamePackets()
{
    QFETCH(const MarkRule, rule);
    QFETCH(const bool, overlaps);
    SandboxBackend sandbox;
    sandbox.execute(std::vector<Operation>{AddMarkRule{webMark(1)}});
    const ApplyReport report = Applier(sandbox).apply(plan({AddMarkRule{rule}}));
    QCOMPARE(report.outcome, overlaps ? ApplyOutcome::Refused : ApplyOutcome::Applied);
    if (overlaps) {
        QCOMPARE(report.error->code, ErrorCode::FirewallRulesOverlap);
        QCOMPARE(report.error->values, QStringList{webMark(1).toString()});
    }
    QCOMPARE(sandbox.readFirewall()->marks.size(), overlaps ? 1u : 2u);
}

/// Ports go from one service to another without a moment in which they belong to none.
void TestFirewallApply::marksTakeTurns()
{
    SandboxBackend sandbox;
    sandbox.execute(std::vector<Operation>{AddMarkRule{webMark(1)}});
    const ApplyReport report =
        Applier(sandbox).apply(plan({RemoveMarkRule{webMark(1)}, AddMarkRule{webMark(2, u"80")}}));
    QCOMPARE(report.outcome, ApplyOutcome::Applied);
    QCOMPARE(Applier(sandbox).apply(report.undo).outcome, ApplyOutcome::Applied);
    QVERIFY(sandbox.readFirewall()->has(webMark(1)));
}

void TestFirewallApply::onePlanGivesOneMark()
{
    QVERIFY(validate(plan({AddMarkRule{webMark(1)}, AddMarkRule{webMark(2, u"22")}, RemoveMarkRule{webMark(3)}})));
    QVERIFY(validate(plan({AddMarkRule{webMark(1)}, AddMarkRule{webMark(1, u"80")}})));
    const Result<void> verdict =
        validate(plan({AddMarkRule{webMark(1)}, AddMarkRule{webMark(2, u"22")}, AddMarkRule{webMark(3, u"443")}}));
    QCOMPARE(verdict.error().code, ErrorCode::PlanContradicts);
    QCOMPARE(verdict.error().values.first(), u"2"_s);
}

void TestFirewallApply::takesBackTheRestWithoutTheFirewall_data()
{
    QTest::addColumn<int>("reads"); // that succeed: before, while it is taken back, after it
    QTest::newRow("unreadable while it is taken back") << 1;
    QTest::newRow("unreadable afterwards") << 2;
}

void TestFirewallApply::takesBackTheRestWithoutTheFirewall()
{
    QFETCH(const int, reads);
    SandboxBackend sandbox;
    WatchedFirewall backend(sandbox);
    backend.readsLeft = reads;
    backend.failOperation(3, EIO); // the mark
    const ApplyReport report = Applier(backend).apply(
        plan({AddSnatRule{fullNat()}, AddService{marked}, AddServer{marked.key, server(11)}, AddMarkRule{webMark()}}));
    QCOMPARE(report.outcome, ApplyOutcome::UndoIncomplete);
    QVERIFY(sandbox.readServices()->empty());
    QCOMPARE(report.results[0].status, OperationStatus::UndoFailed); // source NAT
    QCOMPARE(report.results[0].error->code, ErrorCode::FirewallRefused);
    QCOMPARE(report.results[1].status, OperationStatus::Undone);
    QCOMPARE(report.results[2].status, OperationStatus::Undone);
    QCOMPARE(report.results[3].error->kernelErrno, EIO);
}

void TestFirewallApply::undoGoesInBatches()
{
    SandboxBackend sandbox;
    FaultBackend backend(sandbox);
    ChangePlan setUp = plan({AddService{marked}});
    for (int host = 1; host <= 50; ++host)
        setUp.operations.push_back(RemoveSnatRule{fullNat(QStringLiteral("172.18.100.%1").arg(host))});
    for (const Operation &operation : setUp.operations) {
        if (const auto *snat = std::get_if<RemoveSnatRule>(&operation))
            sandbox.execute(std::vector<Operation>{AddSnatRule{snat->before}});
    }
    backend.failOperation(50, EIO);
    QCOMPARE(Applier(backend).apply(setUp).outcome, ApplyOutcome::UndoneAfterFailure);
    QCOMPARE(sandbox.readFirewall()->snats.size(), 50u);
    QCOMPARE(backend.batches()[2].size(), 49u); // the rules come back together, then the service goes
    QCOMPARE(backend.batches().size(), 4u);
}

QTEST_APPLESS_MAIN(TestFirewallApply)
#include "tst_firewallapply.moc"
