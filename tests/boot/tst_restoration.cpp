// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/restoration.h"
#include "core/sandbox/sandboxbackend.h"
#include "tests/support/objects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

class TestRestoration : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyTableIsFilled();
    void presentObjectsStayAsTheyAre();
    void whatTheKernelRefusesHoldsUpNothingElse();
    void changesMeanwhileAreSeen();
    void errorsOfTheMachineAreErrors();
    void nothingIsEverRemoved();
};

namespace {

/// Remembers what was done to it.
class Watched : public SandboxBackend
{
public:
    std::vector<Result<void>> execute(std::span<const Operation> operations) override
    {
        seen.insert(seen.end(), operations.begin(), operations.end());
        if (meanwhile)
            std::exchange(meanwhile, {})();
        return SandboxBackend::execute(operations);
    }
    Result<std::vector<ServiceState>> readServices() override
    {
        if (broken)
            return failure(ErrorCode::NoIpvs);
        return SandboxBackend::readServices();
    }
    std::vector<Operation> seen;
    std::function<void()> meanwhile;
    bool broken = false;
};

SyncDaemon daemonOn(QStringView interface)
{
    return {.role = SyncRole::Backup, .interface = *InterfaceName::fromText(interface), .syncId = 1};
}

RuleState wanted()
{
    RuleState state{.timeouts = {1000, 0, 0}, .daemons = {daemonOn(u"eth0")}};
    state.table.setService(service(web));
    state.table.setServers(web, {server(12), server(11)});
    state.table.setService(service(database));
    state.table.setServers(database, {server(11, 1, 3306)});
    return state;
}

} // namespace

void TestRestoration::emptyTableIsFilled()
{
    Watched kernel;
    const auto report = restore(kernel, wanted());
    QVERIFY(report);
    QVERIFY(report->failures.empty());
    QCOMPARE(report->different, 0);
    const RuleState after = *readRuleState(kernel);
    QCOMPARE(after.table, wanted().table);
    QCOMPARE(after.timeouts, (Timeouts{1000, 120, 300}));
    QCOMPARE(after.daemons.size(), 1u);

    kernel.seen.clear();
    QVERIFY(restore(kernel, wanted())); // a second start of the unit
    QVERIFY(std::ranges::none_of(kernel.seen, [](const Operation &o) { return std::holds_alternative<AddServer>(o); }));
    QCOMPARE(readRuleState(kernel)->table, wanted().table);
}

void TestRestoration::presentObjectsStayAsTheyAre()
{
    Watched kernel;
    kernel.execute(std::vector<Operation>{AddService{service(web, u"wlc")}, AddServer{web, server(11, 9)},
                                          AddServer{web, server(13)}, StartSyncDaemon{daemonOn(u"eth1")}});
    const auto report = restore(kernel, wanted());
    QVERIFY(report);
    QCOMPARE(report->different, 3); // service, server, sync daemon
    QVERIFY(report->failures.empty());
    const RuleState after = *readRuleState(kernel);
    QCOMPARE(after.table.find(web)->service, service(web, u"wlc"));
    QCOMPARE(*after.table.find(web)->find(server(11).key), server(11, 9));
    QVERIFY(after.table.find(web)->find(server(12).key));
    QVERIFY(after.table.find(web)->find(server(13).key));
    QVERIFY(after.table.find(database));
    QCOMPARE(after.daemons.front().interface.toString(), u"eth1"_s);
}

void TestRestoration::whatTheKernelRefusesHoldsUpNothingElse()
{
    Watched kernel;
    RuleState state = wanted();
    state.table.setService(service(web, u"nosuch"));
    state.daemons = {daemonOn(u"nosuch0")};
    const auto report = restore(kernel, state);
    QVERIFY(report);
    QCOMPARE(report->failures.size(), 2u);
    QCOMPARE(report->failures[0].error.code, ErrorCode::SchedulerMissing);
    QCOMPARE(report->failures[1].error.code, ErrorCode::InterfaceMissing);
    const RuleState after = *readRuleState(kernel);
    QVERIFY(!after.table.find(web));
    QCOMPARE(after.table.find(database)->servers.size(), 1u);
    QCOMPARE(after.timeouts.tcp, 1000u);
}

void TestRestoration::changesMeanwhileAreSeen()
{
    Watched kernel;
    kernel.meanwhile = [&] {
        const std::vector<Operation> others{AddService{service(web)}, AddServer{web, server(11, 7)}};
        kernel.SandboxBackend::execute(others);
    };
    const auto report = restore(kernel, wanted());
    QVERIFY(report);
    const RuleState after = *readRuleState(kernel);
    QVERIFY(after.table.find(web));
    QVERIFY(after.table.find(database));
}

void TestRestoration::errorsOfTheMachineAreErrors()
{
    Watched kernel;
    kernel.broken = true;
    QCOMPARE(restore(kernel, wanted()).error().code, ErrorCode::NoIpvs);
    QVERIFY(kernel.seen.empty());
}

void TestRestoration::nothingIsEverRemoved()
{
    const RuleState full = wanted();
    const Additions added = additions(full, {.timeouts = {}});
    QVERIFY(added.table.isEmpty());
    QVERIFY(added.settings.isEmpty());
    QCOMPARE(added.different, 0);
}

QTEST_APPLESS_MAIN(TestRestoration)
#include "tst_restoration.moc"
