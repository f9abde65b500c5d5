// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/apply/applier.h"
#include "core/apply/kernelerror.h"
#include "core/change/draft.h"
#include "core/change/hostobject.h"
#include "core/sandbox/exampleclusters.h"
#include "core/sandbox/sandboxbackend.h"
#include "core/setup/setupplan.h"
#include "tests/support/faultbackend.h"
#include "tests/support/firewallobjects.h"

#include <QTest>

#include <cerrno>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Operations on firewall rules: their order, their undo, and what a plan, a draft and the applier make of them.
class TestFirewallOperations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void order();
    void undo();
    void commands();
    void validity();
    void onePlanTouchesARuleOnce();
    void draftsMerge();
    void appliedTakenBackAndAlreadySo();
    void failureTakesRulesBack();
    void whatOthersRemovedStaysAway();
    void rulesLeadClientsToTheService();
    void whatOtherSetUpsNeedStays();
};

void TestFirewallOperations::order()
{
    const VirtualService marked = service(ServiceKey::forMark(1, Family::IPv4));
    const ChangePlan setUp =
        plan({AddMarkRule{webMark()}, AddServer{marked.key, server(11)}, AddService{marked}, AddSnatRule{fullNat()}});
    QCOMPARE(inApplyOrder(setUp), plan({AddSnatRule{fullNat()}, AddService{marked}, AddServer{marked.key, server(11)},
                                        AddMarkRule{webMark()}}));
    const ChangePlan takeDown = plan({RemoveSnatRule{fullNat()}, RemoveService{marked, {}}, RemoveMarkRule{webMark()}});
    QCOMPARE(inApplyOrder(takeDown),
             plan({RemoveMarkRule{webMark()}, RemoveService{marked, {}}, RemoveSnatRule{fullNat()}}));
    // Another set of ports: no moment without a rule.
    const ChangePlan edit = plan({RemoveMarkRule{webMark()}, AddMarkRule{webMark(1, u"80,443,8080")}});
    QCOMPARE(inApplyOrder(edit), plan({AddMarkRule{webMark(1, u"80,443,8080")}, RemoveMarkRule{webMark()}}));
}

void TestFirewallOperations::undo()
{
    const VirtualService marked = service(ServiceKey::forMark(1, Family::IPv4));
    const ChangePlan setUp = plan({AddSnatRule{fullNat()}, AddService{marked}, AddMarkRule{webMark()}});
    const ChangePlan back = plan({RemoveMarkRule{webMark()}, RemoveService{marked, {}}, RemoveSnatRule{fullNat()}});
    QCOMPARE(inverse(setUp), back);
    QCOMPARE(inverse(back), setUp);
}

void TestFirewallOperations::commands()
{
    QCOMPARE(
        commandsFor(Operation(AddMarkRule{webMark(80)})),
        (QStringList{
            u"nft add table inet lvs-console"_s,
            u"nft 'add chain inet lvs-console marks { type filter hook prerouting priority mangle; }'"_s,
            u"nft 'add rule inet lvs-console marks ip daddr 172.18.100.6 tcp dport { 80, 443 } meta mark set 0x00000050 counter'"_s}));
    QCOMPARE(
        commandsFor(Operation(AddMarkRule{webMark(1, u"8000-8080", u"2001:db8::1")})).last(),
        u"nft 'add rule inet lvs-console marks ip6 daddr 2001:db8::1 tcp dport 8000-8080 meta mark set 0x00000001 counter'"_s);
    QCOMPARE(commandsFor(Operation(RemoveMarkRule{webMark()})),
             QStringList{u"nft delete rule inet lvs-console marks handle $(nft -a list chain inet lvs-console marks | "
                         u"grep -F 'ip daddr "
                         "172.18.100.6 tcp dport { 80, 443 } meta mark set 0x00000001 ' | sed 's/.*# handle //')"_s});
    QCOMPARE(
        commandsFor(Operation(AddSnatRule{fullNat()})).last(),
        u"nft 'add rule inet lvs-console fullnat ip daddr 192.168.10.0/24 ct original ip daddr 172.18.100.6 counter "
        "snat ip to 192.168.10.1'"_s);
    QVERIFY(
        commandsFor(Operation(RemoveSnatRule{fullNat()})).first().contains(u"grep -F 'snat ip to 192.168.10.1 '"_s));
}

void TestFirewallOperations::validity()
{
    QVERIFY(validate(Operation(AddMarkRule{webMark()})));
    QCOMPARE(validate(Operation(AddMarkRule{webMark(0)})).error().code, ErrorCode::FirewallMarkZero);
    QVERIFY(validate(Operation(RemoveMarkRule{webMark(0)}))); // what is there, however odd
    QCOMPARE(validate(Operation(AddSnatRule{fullNat(u"2001:db8::1")})).error().code, ErrorCode::FamilyMismatch);
}

void TestFirewallOperations::onePlanTouchesARuleOnce()
{
    QVERIFY(validate(plan({AddMarkRule{webMark(1)}, AddMarkRule{webMark(2, u"22")}, RemoveMarkRule{webMark(3)}})));
    for (const ChangePlan &odd : {plan({AddMarkRule{webMark()}, AddMarkRule{webMark()}}),
                                  plan({AddMarkRule{webMark()}, RemoveMarkRule{webMark()}}),
                                  plan({AddSnatRule{fullNat()}, RemoveSnatRule{fullNat()}})})
        QCOMPARE(validate(odd).error().code, ErrorCode::PlanContradicts);
}

void TestFirewallOperations::draftsMerge()
{
    Draft draft;
    QVERIFY(draft.add(AddMarkRule{webMark()}));
    QCOMPARE(draft.add(AddMarkRule{webMark()}).error().code, ErrorCode::FirewallRuleExists);
    QVERIFY(draft.add(RemoveMarkRule{webMark()})); // leaves nothing
    QVERIFY(draft.isEmpty());
    QVERIFY(draft.add(RemoveMarkRule{webMark()}));
    QCOMPARE(draft.add(RemoveMarkRule{webMark()}).error().code, ErrorCode::FirewallRuleMissing);
    QVERIFY(draft.add(AddMarkRule{webMark()}));
    QVERIFY(draft.isEmpty());
    QVERIFY(draft.add(AddSnatRule{fullNat()}));
    draft.rebase({}, {});
    QCOMPARE(draft.plan(), plan({AddSnatRule{fullNat()}}));
}

void TestFirewallOperations::appliedTakenBackAndAlreadySo()
{
    SandboxBackend backend;
    const ChangePlan setUp = plan({AddSnatRule{fullNat()}, AddMarkRule{webMark()}});
    const ApplyReport report = Applier(backend).apply(setUp);
    QCOMPARE(report.outcome, ApplyOutcome::Applied);
    const auto state = backend.readFirewall();
    QVERIFY(state->has(webMark()) && state->has(fullNat()));
    QCOMPARE(Applier(backend).apply(setUp).outcome, ApplyOutcome::AlreadySo);
    QCOMPARE(Applier(backend).apply(report.undo).outcome, ApplyOutcome::Applied);
    QCOMPARE(*backend.readFirewall(), FirewallState());
    QCOMPARE(Applier(backend).apply(report.undo).outcome, ApplyOutcome::AlreadySo);
}

void TestFirewallOperations::failureTakesRulesBack()
{
    SandboxBackend sandbox;
    sandbox.execute(std::vector<Operation>{AddMarkRule{webMark(9)}});
    FaultBackend backend(sandbox);
    const VirtualService marked = service(ServiceKey::forMark(1, Family::IPv4));
    const ChangePlan setUp =
        plan({AddSnatRule{fullNat()}, AddService{marked}, AddMarkRule{webMark()}, RemoveMarkRule{webMark(9)}});
    for (qsizetype failing = 0; failing < 4; ++failing) {
        for (const auto really : {FaultBackend::Really::NotDone, FaultBackend::Really::Done}) {
            backend.reset();
            backend.failOperation(failing, EIO, really);
            const ApplyReport report = Applier(backend).apply(setUp);
            QCOMPARE(report.outcome, ApplyOutcome::UndoneAfterFailure);
            const FirewallState state = *sandbox.readFirewall();
            QCOMPARE(state.marks.size(), 1u);
            QVERIFY(state.has(webMark(9)));
            QVERIFY(state.snats.empty());
        }
    }
    // What can't be taken back is named.
    backend.reset();
    backend.failOperationsFrom(3, EIO);
    const ApplyReport report = Applier(backend).apply(setUp);
    QCOMPARE(report.outcome, ApplyOutcome::UndoIncomplete);
    QCOMPARE(report.results[0].status, OperationStatus::UndoFailed);
    QCOMPARE(report.results[0].error->kernelErrno, EIO);
}

void TestFirewallOperations::whatOthersRemovedStaysAway()
{
    SandboxBackend sandbox;
    FaultBackend backend(sandbox);
    const VirtualService marked = service(ServiceKey::forMark(1, Family::IPv4));
    backend.beforeOperation(2,
                            [](Backend &inner) { inner.execute(std::vector<Operation>{RemoveSnatRule{fullNat()}}); });
    backend.failOperation(2, EIO);
    const ApplyReport report =
        Applier(backend).apply(plan({AddSnatRule{fullNat()}, AddService{marked}, AddMarkRule{webMark()}}));
    QVERIFY(report.outcome != ApplyOutcome::Applied);
    QCOMPARE(*sandbox.readFirewall(), FirewallState());
}

void TestFirewallOperations::rulesLeadClientsToTheService()
{
    using namespace std::chrono_literals;
    const auto sandbox = makeExampleSandbox({}, 1);
    const ServiceKey marked = ServiceKey::forMark(1, Family::IPv4);
    const auto connections = [&] { return sandbox->readService(marked)->traffic.counters.connections; };
    const auto rule = sandbox->readFirewall()->leadingTo(marked);
    QCOMPARE(rule.size(), 1u);
    QVERIFY(rule.front().traffic->packets > 0);
    QVERIFY(connections() > 0);

    const auto results = sandbox->execute(std::vector<Operation>{RemoveMarkRule{rule.front().rule}});
    QVERIFY(results.front());
    sandbox->advance(1min); // figures are of the last two seconds
    const quint64 before = connections();
    sandbox->advance(1min);
    QCOMPARE(connections(), before);
    sandbox->execute(std::vector<Operation>{AddMarkRule{rule.front().rule}});
    sandbox->advance(1min);
    QVERIFY(connections() > before);
}

void TestFirewallOperations::whatOtherSetUpsNeedStays()
{
    const QString director = u"ssh:root@director:22"_s;
    SetupWish marked;
    marked.service = service(ServiceKey::forMark(1, Family::IPv4));
    marked.vipOfMark = ip(u"172.18.100.6");
    marked.method = SetupMethod::FullNat;
    marked.director = director;
    marked.servers = {{.server = server(11)}};
    const ChangePlan needed = plan({RemoveMarkRule{webMark(1)}, RemoveSnatRule{fullNat()}});
    const ChangePlan others =
        plan({RemoveMarkRule{webMark(2)}, RemoveMarkRule{webMark(1, u"80", u"2001:db8::1")},
              RemoveMarkRule{webMark(1, u"80", u"172.18.100.7")}, RemoveSnatRule{fullNat(u"172.18.100.7")},
              RemoveSnatRule{fullNat(u"172.18.100.6", u"10.0.0.1", u"10.0.0.0/24")}});
    QCOMPARE(keepingForOthers(needed, director, std::span(&marked, 1)), ChangePlan());
    QCOMPARE(keepingForOthers(others, director, std::span(&marked, 1)), others);
    QCOMPARE(keepingForOthers(needed, u"ssh:root@rs1:22"_s, std::span(&marked, 1)), needed);
    marked.method = SetupMethod::Nat;
    QCOMPARE(keepingForOthers(needed, director, std::span(&marked, 1)), plan({RemoveSnatRule{fullNat()}}));
}

QTEST_APPLESS_MAIN(TestFirewallOperations)
#include "tst_firewalloperations.moc"
