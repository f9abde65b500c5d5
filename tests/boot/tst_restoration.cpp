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
    void changesAfterTheReadingAreSeen_data();
    void changesAfterTheReadingAreSeen();
    void endlessChangesAreAnError();
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
    /// The last thing that is read before anything is planned.
    Result<std::vector<SyncDaemon>> readSyncDaemons() override
    {
        auto daemons = SandboxBackend::readSyncDaemons();
        if (afterReading)
            afterReading();
        return daemons;
    }
    void others(const std::vector<Operation> &operations) { SandboxBackend::execute(operations); }

    std::vector<Operation> seen;
    std::function<void()> meanwhile;
    std::function<void()> afterReading;
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
    const auto again = restore(kernel, wanted()); // a second start of the unit
    QVERIFY(again);
    QCOMPARE(again->different, 0); // the daemon's fields that the kernel filled in are none
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
    QVERIFY(report->failures.empty());
    QCOMPARE(report->different, 1);
    const RuleState after = *readRuleState(kernel);
    QCOMPARE(*after.table.find(web)->find(server(11).key), server(11, 7));
    QVERIFY(after.table.find(web)->find(server(12).key));
    QVERIFY(after.table.find(database));
}

void TestRestoration::changesAfterTheReadingAreSeen_data()
{
    QTest::addColumn<ChangePlan>("change");
    QTest::newRow("service and server") << plan({AddService{service(web)}, AddServer{web, server(11, 7)}});
    QTest::newRow("sync daemon") << plan({StartSyncDaemon{daemonOn(u"eth0")}});
    QTest::newRow("service goes") << plan({RemoveService{service(database), {}}});
    QTest::newRow("timeouts") << plan({SetTimeouts{{900, 120, 300}, {800, 0, 0}}});
}

void TestRestoration::changesAfterTheReadingAreSeen()
{
    QFETCH(const ChangePlan, change);
    Watched kernel;
    kernel.others({AddService{service(database)}});
    kernel.afterReading = [&] {
        kernel.afterReading = {};
        kernel.others(change.operations);
    };
    const auto report = restore(kernel, wanted());
    QVERIFY(report);
    QVERIFY(report->failures.empty());
    const RuleState after = *readRuleState(kernel);
    QVERIFY(after.table.find(web)->find(server(12).key));
    QVERIFY(after.table.find(database)->find(server(11, 1, 3306).key));
    QCOMPARE(after.daemons.size(), 1u);
    QCOMPARE(after.timeouts.tcp, 1000u);
}

void TestRestoration::endlessChangesAreAnError()
{
    Watched kernel;
    int readings = 0;
    kernel.afterReading = [&] {
        if (++readings % 2 == 1)
            kernel.others({AddService{service(database, u"wlc")}});
        else
            kernel.others({RemoveService{service(database), {}}});
    };
    RuleState state;
    state.table.setService(service(database));
    state.table.setServers(database, {server(11, 1, 3306)});
    state.table.setService(service(web));
    state.table.setServers(web, {server(11)});
    const auto report = restore(kernel, state);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Stale);
    QVERIFY(readings < 20);
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
