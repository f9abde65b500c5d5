// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/ruleplan.h"
#include "core/rules/rulewriter.h"
#include "core/types/netmask.h"
#include "tests/contract/generatedtable.h"
#include "tests/support/randomtable.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Generated tables written, read, compared and carried into each other; 100,000 of them with LVS_TEST_FULL.
class RuleSurvivalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenReadsTheSame();
    void applyingTheDifferenceLeadsThere();

private:
    static int count() { return qEnvironmentVariableIsSet("LVS_TEST_FULL") ? 100'000 : 10'000; }
};

namespace {

/// Without what ipvsadm has no word for: a timeout without persistence, and tunnels of servers that are none.
IpvsTable sayable(const IpvsTable &table)
{
    IpvsTable result;
    for (const auto &[key, entry] : table.entries()) {
        VirtualService service = entry.service;
        if (!service.isPersistent())
            service.persistenceTimeout = 0;
        std::vector<RealServer> servers = entry.servers;
        for (RealServer &server : servers) {
            if (server.forwarding != Forwarding::Tunnelling)
                server.tunnel = {};
        }
        result.setService(service);
        result.setServers(key, std::move(servers));
    }
    return withoutListOrder(result);
}

} // namespace

void RuleSurvivalTest::whatIsWrittenReadsTheSame()
{
    for (int i = 0; i < count(); ++i) {
        RuleState state{.table = sayable(contract::GeneratedTable(quint32(i)).table(1 + i % 5, i % 7))};
        if (i % 3 == 0) {
            state.timeouts = {900, 120, quint32(i)};
            state.daemons.push_back({.interface = *InterfaceName::fromText(u"eth1"), .syncId = quint32(i % 256)});
        }
        const QString text = writeRules(state, RuleFlavour::Complete);
        const RuleMode mode = i % 2 == 0 ? RuleMode::Compatible : RuleMode::Friendly;
        const RulePlan plan = planRules(readRuleFile(text, mode), {}, RuleStart::EmptyTable);
        QVERIFY2(!plan.hasErrors && plan.remarks.empty(), qPrintable(text));
        QVERIFY2(withoutListOrder(plan.wanted.table) == state.table, qPrintable(text));
        QVERIFY2(plan.wanted.timeouts == state.timeouts && plan.wanted.daemons == state.daemons, qPrintable(text));
        QCOMPARE(writeRules(plan.wanted, RuleFlavour::Complete), text);
    }
}

void RuleSurvivalTest::applyingTheDifferenceLeadsThere()
{
    for (int i = 0; i < count(); ++i) {
        RandomTable random{quint32(i)};
        const IpvsTable present = sayable(random.table());
        const IpvsTable wanted = sayable(random.variationOf(present));
        const RuleFile file = readRuleFile(writeRules({.table = wanted}, RuleFlavour::Complete), RuleMode::Friendly);
        const RulePlan plan = planRules(file, {.table = present}, RuleStart::EmptyTable);
        QVERIFY(!plan.hasErrors);
        QVERIFY(withoutListOrder(applied(present, plan.plan)) == wanted);
        for (const Operation &operation : plan.plan.operations) { // no object goes that comes back
            QVERIFY(!std::holds_alternative<ClearTable>(operation));
            if (const auto *removal = std::get_if<RemoveService>(&operation))
                QVERIFY(!wanted.find(removal->before.key));
            if (const auto *removal = std::get_if<RemoveServer>(&operation))
                QVERIFY(!wanted.find(removal->service)->find(removal->before.key));
        }
        QVERIFY(planRules(file, {.table = wanted}, RuleStart::EmptyTable).plan.isEmpty());
    }
}

QTEST_APPLESS_MAIN(RuleSurvivalTest)
#include "tst_rulesurvival.moc"
