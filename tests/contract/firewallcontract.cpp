// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the contract about rules of the packet filter.
#include "tests/contract/backendcontract.h"
#include "tests/support/firewallobjects.h"

#include <QTest>

#include <cerrno>

namespace lvs {

using namespace test;

namespace {

constexpr QStringView vip = u"198.51.100.6";

} // namespace

void BackendContract::marksReadBack()
{
    MarkRule udp = webMark(~0u, u"53", u"2001:db8::6");
    udp.protocol = quint8(Protocol::Udp);
    MarkRule sctp = webMark(3, u"1-65535", vip);
    sctp.protocol = quint8(Protocol::Sctp);
    const std::vector<MarkRule> rules{webMark(1, u"80,443,8000-8080", vip), udp, sctp};
    for (const MarkRule &rule : rules)
        run(AddMarkRule{rule});
    auto state = m_backend->readFirewall();
    QVERIFY(state);
    for (const MarkRule &rule : rules)
        QVERIFY(state->has(rule));
    const auto leading = state->leadingTo(ServiceKey::forMark(1, Family::IPv4));
    QCOMPARE(leading.size(), 1u);
    QCOMPARE(leading.front().traffic, RuleTraffic());
    QCOMPARE(leading.front().program, FirewallProgram::Console);

    run(RemoveMarkRule{rules[0]});
    state = m_backend->readFirewall();
    QVERIFY(!state->has(rules[0]));
    QVERIFY(state->has(rules[1]) && state->has(rules[2]));
    run({RemoveMarkRule{rules[1]}, RemoveMarkRule{rules[2]}});
    QCOMPARE(*m_backend->readFirewall(), FirewallState());
}

void BackendContract::sourceNatReadsBack()
{
    const SnatRule four = fullNat(vip);
    const SnatRule six = fullNat(u"2001:db8::6", u"2001:db8:1::1", u"2001:db8:1::/64");
    run({AddSnatRule{four}, AddMarkRule{webMark()}, AddSnatRule{six}});
    const auto state = m_backend->readFirewall();
    QVERIFY(state);
    QVERIFY(state->has(four) && state->has(six) && state->has(webMark()));
    run({RemoveSnatRule{four}, RemoveMarkRule{webMark()}, RemoveSnatRule{six}});
    QCOMPARE(*m_backend->readFirewall(), FirewallState());
}

void BackendContract::rulesGoWithServices()
{
    const VirtualService marked = service(ServiceKey::forMark(1, Family::IPv4));
    const RealServer behind = server(11, 1, 0);
    run({AddSnatRule{fullNat(vip)}, AddService{marked}, AddServer{marked.key, behind}, AddMarkRule{webMark()}});
    QCOMPARE(serversOf(marked.key), std::vector{behind});
    const auto state = m_backend->readFirewall();
    QVERIFY(state && state->has(webMark()) && state->has(fullNat(vip)));
    run({RemoveMarkRule{webMark()}, RemoveService{marked, {behind}}, RemoveSnatRule{fullNat(vip)}});
    QVERIFY(m_backend->readServices()->empty());
    QCOMPARE(*m_backend->readFirewall(), FirewallState());
}

void BackendContract::refusesRules()
{
    const auto refusal = [this](const Operation &operation) {
        const auto results = m_backend->execute({&operation, 1});
        return results.front() ? std::pair(ErrorCode::Empty, 0)
                               : std::pair(results.front().error().code, results.front().error().kernelErrno);
    };
    QCOMPARE(refusal(RemoveMarkRule{webMark()}), std::pair(ErrorCode::FirewallRuleMissing, ENOENT));
    QCOMPARE(refusal(RemoveSnatRule{fullNat()}), std::pair(ErrorCode::FirewallRuleMissing, ENOENT));
    run({AddMarkRule{webMark()}, AddSnatRule{fullNat()}});
    QCOMPARE(refusal(AddMarkRule{webMark()}), std::pair(ErrorCode::FirewallRuleExists, EEXIST));
    QCOMPARE(refusal(AddSnatRule{fullNat()}), std::pair(ErrorCode::FirewallRuleExists, EEXIST));

    // Some of several.
    const std::vector<Operation> mixed{AddMarkRule{webMark(2)}, AddMarkRule{webMark()}, RemoveMarkRule{webMark(3)}};
    const auto results = m_backend->execute(mixed);
    QCOMPARE(results.size(), 3u);
    QVERIFY(results[0]);
    QVERIFY(!results[1] && !results[2]);
    QVERIFY(m_backend->readFirewall()->has(webMark(2)));
    run({RemoveMarkRule{webMark()}, RemoveMarkRule{webMark(2)}, RemoveSnatRule{fullNat()}});
    QCOMPARE(*m_backend->readFirewall(), FirewallState());
}

} // namespace lvs
