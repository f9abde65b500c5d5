// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/appliercontract.h"

#include "core/change/workingtable.h"
#include "tests/support/objects.h"
#include "tests/support/randomtable.h"
#include "tests/support/readtable.h"

#include <QTest>

#include <algorithm>
#include <cerrno>

Q_DECLARE_METATYPE(lvs::Operation)

namespace lvs::test {

using namespace Qt::StringLiterals;

namespace {

const ServiceKey mail = tcp(u"172.18.100.8", 25);

} // namespace

void ApplierContract::init()
{
    m_inner = m_factory();
    QVERIFY(m_inner);
    m_backend = std::make_unique<FaultBackend>(*m_inner);
    meanwhile(ClearTable{});
    const auto timeouts = m_inner->readTimeouts();
    QVERIFY(timeouts);
    m_timeouts = *timeouts;
    const auto daemons = m_inner->readSyncDaemons();
    QVERIFY(daemons);
    for (const SyncDaemon &daemon : *daemons)
        meanwhile(StopSyncDaemon{daemon});
}

void ApplierContract::cleanup()
{
    if (!m_inner)
        return;
    meanwhile(ClearTable{});
    meanwhile(SetTimeouts{{}, m_timeouts});
    m_backend.reset();
    m_inner.reset();
}

ApplyReport ApplierContract::apply(const ChangePlan &plan)
{
    return Applier(*m_backend).apply(plan);
}

IpvsTable ApplierContract::table()
{
    return readTable(*m_inner).value();
}

void ApplierContract::meanwhile(const Operation &operation)
{
    QVERIFY(m_inner->execute({&operation, 1}).front());
}

void ApplierContract::makeCluster()
{
    IpvsTable cluster;
    cluster.setService(service(web, u"rr"));
    cluster.setServers(web, {server(13), server(12), server(11)});
    cluster.setService(service(database, u"wlc"));
    cluster.setServers(database, {server(12, 1, 3306), server(11, 1, 3306)});
    QCOMPARE(apply(difference({}, cluster)).outcome, ApplyOutcome::Applied);
    QCOMPARE(table(), cluster);
    m_backend->reset();
}

ChangePlan ApplierContract::bigChange() const
{
    return plan({
        AddService{service(mail)},
        AddServer{mail, server(11, 1, 25)},
        AddServer{mail, server(12, 2, 25)},
        AddServer{web, server(14, 5)},
        EditService{service(web, u"rr"), service(web, u"wrr")},
        EditServer{web, server(12), server(12, 10)},
        EditServer{web, server(13), server(13, 0)},
        RemoveServer{web, server(11)},
        RemoveService{service(database, u"wlc"), {server(12, 1, 3306), server(11, 1, 3306)}},
    });
}

qsizetype ApplierContract::countOf(const ApplyReport &report, OperationStatus status)
{
    return std::ranges::count(report.results, status, &OperationResult::status);
}

SyncDaemon ApplierContract::master()
{
    return {.role = SyncRole::Master, .interface = *InterfaceName::fromText(u"lo"), .syncId = 7};
}

void ApplierContract::appliesAndComesBack()
{
    makeCluster();
    const IpvsTable before = table();
    const ApplyReport report = apply(bigChange());
    QCOMPARE(report.outcome, ApplyOutcome::Applied);
    QVERIFY(!report.error);
    QCOMPARE(countOf(report, OperationStatus::Done), qsizetype(report.plan.operations.size()));
    QCOMPARE(table(), applied(before, bigChange()));

    const ApplyReport undone = apply(report.undo);
    QCOMPARE(undone.outcome, ApplyOutcome::Applied);
    QCOMPARE(withoutListOrder(table()), withoutListOrder(before));
    QCOMPARE(table().find(database)->servers, before.find(database)->servers);
}

void ApplierContract::nothingToDo()
{
    QCOMPARE(apply({}).outcome, ApplyOutcome::AlreadySo);
    makeCluster();
    QCOMPARE(apply(bigChange()).outcome, ApplyOutcome::Applied);
    m_backend->reset();
    const ApplyReport again = apply(bigChange());
    QCOMPARE(again.outcome, ApplyOutcome::AlreadySo);
    QCOMPARE(countOf(again, OperationStatus::AlreadySo), qsizetype(again.plan.operations.size()));
    QVERIFY(again.undo.isEmpty());
    QCOMPARE(m_backend->operations(), 0);
}

void ApplierContract::skipsWhatIsAlreadySo()
{
    makeCluster();
    meanwhile(EditServer{web, server(12), server(12, 10)});
    meanwhile(RemoveServer{web, server(11)});
    m_backend->reset();
    const ApplyReport report = apply(bigChange());
    QCOMPARE(report.outcome, ApplyOutcome::Applied);
    QCOMPARE(countOf(report, OperationStatus::AlreadySo), 2);
    QCOMPARE(m_backend->operations(), qsizetype(report.plan.operations.size()) - 2);

    // What was so before does not go when the rest is taken back.
    QCOMPARE(apply(report.undo).outcome, ApplyOutcome::Applied);
    QCOMPARE(*table().find(web)->find(server(12).key), server(12, 10));
    QVERIFY(!table().find(web)->find(server(11).key));
}

void ApplierContract::refusesInvalidPlans()
{
    makeCluster();
    const IpvsTable before = table();
    m_backend->reset();
    const ApplyReport report =
        apply(plan({EditServer{web, server(12), server(12, 2)}, EditServer{web, server(12), server(12, 3)}}));
    QCOMPARE(report.outcome, ApplyOutcome::Refused);
    QCOMPARE(report.error->code, ErrorCode::PlanContradicts);
    QCOMPARE(m_backend->operations() + m_backend->reads(), 0);
    QCOMPARE(table(), before);
}

void ApplierContract::refusesStalePlans_data()
{
    QTest::addColumn<Operation>("foreign");
    QTest::addColumn<Operation>("wanted");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, const Operation &foreign, const Operation &wanted, ErrorCode code) {
        QTest::newRow(name) << foreign << wanted << code;
    };
    const VirtualService rr = service(web, u"rr");
    const VirtualService wrr = service(web, u"wrr");
    const VirtualService lc = service(web, u"lc");
    const std::vector<RealServer> servers{server(13), server(12), server(11)};

    row("service added otherwise", AddService{service(mail, u"rr")}, AddService{service(mail, u"wrr")},
        ErrorCode::ServiceExists);
    row("service edited", EditService{rr, lc}, EditService{rr, wrr}, ErrorCode::Stale);
    row("edited service removed", RemoveService{rr, servers}, EditService{rr, wrr}, ErrorCode::ServiceMissing);
    row("removed service edited", EditService{rr, lc}, RemoveService{rr, servers}, ErrorCode::Stale);
    row("removed service has another server", AddServer{web, server(14)}, RemoveService{rr, servers}, ErrorCode::Stale);
    row("removed service has a changed server", EditServer{web, server(11), server(11, 9)}, RemoveService{rr, servers},
        ErrorCode::Stale);
    row("server added otherwise", AddServer{web, server(14, 1)}, AddServer{web, server(14, 2)},
        ErrorCode::ServerExists);
    row("service of an added server removed", RemoveService{rr, servers}, AddServer{web, server(14)},
        ErrorCode::ServiceMissing);
    row("server edited", EditServer{web, server(12), server(12, 9)}, EditServer{web, server(12), server(12, 10)},
        ErrorCode::Stale);
    row("edited server removed", RemoveServer{web, server(12)}, EditServer{web, server(12), server(12, 10)},
        ErrorCode::ServerMissing);
    row("removed server edited", EditServer{web, server(12), server(12, 9)}, RemoveServer{web, server(12)},
        ErrorCode::Stale);
    row("zeroed service removed", RemoveService{rr, servers}, ZeroCounters{web}, ErrorCode::ServiceMissing);
    row("timeouts set", SetTimeouts{{}, {1000, 0, 0}}, SetTimeouts{{900, 120, 300}, {600, 0, 0}}, ErrorCode::Stale);
    row("tunable set", SetSysctl{u"ipv4/vs/conn_reuse_mode"_s, {}, u"2"_s},
        SetSysctl{u"ipv4/vs/conn_reuse_mode"_s, u"0"_s, u"1"_s}, ErrorCode::Stale);
    row("tunable missing", SetTimeouts{{}, {1000, 0, 0}}, SetSysctl{u"ipv4/vs/conn_max"_s, u"1"_s, u"2"_s},
        ErrorCode::SysctlMissing);
    IpvsTable cleared;
    cleared.setService(rr);
    row("cleared table edited", AddServer{web, server(14)}, ClearTable{tableDigest(cleared)}, ErrorCode::Stale);
}

void ApplierContract::refusesStalePlans()
{
    QFETCH(Operation, foreign);
    QFETCH(Operation, wanted);
    QFETCH(ErrorCode, code);
    makeCluster();
    meanwhile(foreign);
    const IpvsTable before = table();
    m_backend->reset();
    // With something that could be done, which must not be done either.
    ChangePlan changes = plan({wanted});
    if (!std::holds_alternative<ClearTable>(wanted))
        changes.operations.push_back(EditServer{database, server(11, 1, 3306), server(11, 5, 3306)});
    const ApplyReport report = apply(changes);
    QCOMPARE(report.outcome, ApplyOutcome::Refused);
    QCOMPARE(report.error->code, code);
    QCOMPARE(countOf(report, OperationStatus::Stale), 1);
    QCOMPARE(countOf(report, OperationStatus::NotReached), qsizetype(changes.operations.size()) - 1);
    QCOMPARE(m_backend->operations(), 0);
    QCOMPARE(table(), before);
}

void ApplierContract::editsBesideDontMatter()
{
    makeCluster();
    meanwhile(EditServer{web, server(11), server(11, 9)});
    meanwhile(AddServer{web, server(15)});
    meanwhile(EditService{service(database, u"wlc"), service(database, u"lc")});
    const IpvsTable before = table();
    const ChangePlan changes =
        plan({EditServer{web, server(12), server(12, 10)}, RemoveServer{database, server(11, 1, 3306)}});
    QCOMPARE(apply(changes).outcome, ApplyOutcome::Applied);
    QCOMPARE(table(), applied(before, changes));
}

void ApplierContract::listOrderDoesNotMatter()
{
    makeCluster();
    meanwhile(RemoveServer{web, server(12)});
    meanwhile(AddServer{web, server(12)}); // now at the head
    const std::vector<RealServer> order = table().find(web)->servers;
    const ApplyReport report = apply(plan({RemoveService{service(web, u"rr"), {server(13), server(12), server(11)}}}));
    QCOMPARE(report.outcome, ApplyOutcome::Applied);
    QCOMPARE(apply(report.undo).outcome, ApplyOutcome::Applied);
    QCOMPARE(table().find(web)->servers, order); // as it was read, not as the plan said
}

void ApplierContract::checkChangesNothing()
{
    makeCluster();
    const IpvsTable before = table();
    m_backend->reset();
    Applier applier(*m_backend);
    QCOMPARE(applier.check(bigChange()).outcome, ApplyOutcome::Applied);
    QCOMPARE(applier.check(plan({AddService{service(web, u"rr")}})).outcome, ApplyOutcome::AlreadySo);
    QCOMPARE(applier.check(plan({AddService{service(web, u"wrr")}})).outcome, ApplyOutcome::Refused);
    QCOMPARE(m_backend->operations(), 0);
    QCOMPARE(table(), before);
}

void ApplierContract::sendsBatchesWithinPhases()
{
    ChangePlan changes = plan({AddService{service(web)}, AddService{service(mail)}});
    for (int host = 1; host <= 150; ++host)
        changes.operations.push_back(AddServer{web, server(host)});
    std::vector<qsizetype> progress;
    const ApplyReport report = Applier(*m_backend).apply(changes, [&](qsizetype done, qsizetype total) {
        QCOMPARE(total, 152);
        progress.push_back(done);
    });
    QCOMPARE(report.outcome, ApplyOutcome::Applied);
    QVERIFY(std::ranges::is_sorted(progress));
    QCOMPARE(progress.back(), 152);

    IpvsTable wanted = table();
    wanted.remove(mail);
    std::vector<RealServer> servers = wanted.find(web)->servers;
    std::ranges::for_each(servers, [](RealServer &s) { s.weight = 2; });
    wanted.setServers(web, servers);
    QCOMPARE(apply(difference(table(), wanted)).outcome, ApplyOutcome::Applied);
    for (const auto &batch : m_backend->batches()) {
        QVERIFY(batch.size() <= 64);
        QVERIFY(std::ranges::all_of(batch, [&](const Operation &op) { return phaseOf(op) == phaseOf(batch.front()); }));
    }
}

void ApplierContract::zeroesWhatItAdds()
{
    const ApplyReport report = apply(plan({AddService{service(mail)}, ZeroCounters{mail}}));
    QCOMPARE(report.outcome, ApplyOutcome::Applied);
    QVERIFY(table().find(mail));
    QCOMPARE(apply(plan({ZeroCounters{database}})).outcome, ApplyOutcome::Refused);
}

void ApplierContract::clearsAndComesBack()
{
    makeCluster();
    const IpvsTable before = table();
    const ApplyReport report = apply(plan({ClearTable{tableDigest(before)}}));
    QCOMPARE(report.outcome, ApplyOutcome::Applied);
    QVERIFY(table().isEmpty());
    QCOMPARE(apply(plan({ClearTable{tableDigest(before)}})).outcome, ApplyOutcome::AlreadySo);
    QCOMPARE(apply(report.undo).outcome, ApplyOutcome::Applied);
    QCOMPARE(table(), before);
}

void ApplierContract::settingsComeBack()
{
    Timeouts wanted = m_timeouts;
    wanted.tcp += 100;
    const ChangePlan changes =
        plan({SetTimeouts{m_timeouts, {wanted.tcp, 0, 0}}, StartSyncDaemon{master()}, ZeroCounters{}});
    const ApplyReport report = apply(changes);
    QCOMPARE(report.outcome, ApplyOutcome::Applied);
    QCOMPARE(*m_inner->readTimeouts(), wanted);
    QCOMPARE(m_inner->readSyncDaemons()->size(), 1u);
    QCOMPARE(m_inner->readSyncDaemons()->front().syncId, 7u);
    QCOMPARE(apply(plan({SetTimeouts{{}, wanted}, StartSyncDaemon{master()}})).outcome, ApplyOutcome::AlreadySo);

    QCOMPARE(apply(report.undo).outcome, ApplyOutcome::Applied);
    QCOMPARE(*m_inner->readTimeouts(), m_timeouts);
    QVERIFY(m_inner->readSyncDaemons()->empty());
}

void ApplierContract::tunablesComeBack()
{
    const QString mode = u"ipv4/vs/conn_reuse_mode"_s;
    const QString threshold = u"ipv4/vs/sync_threshold"_s;
    meanwhile(SetSysctl{mode, {}, u"1"_s});
    meanwhile(SetSysctl{threshold, {}, u"3 50"_s});
    const ChangePlan changes = plan({SetSysctl{mode, u"1"_s, u"3"_s}, SetSysctl{threshold, u"3 50"_s, u"10 100"_s}});
    const ApplyReport report = apply(changes);
    QCOMPARE(report.outcome, ApplyOutcome::Applied);
    QCOMPARE(sysctl(mode), u"3"_s);
    QCOMPARE(sysctl(threshold), u"10 100"_s);
    QCOMPARE(apply(changes).outcome, ApplyOutcome::AlreadySo);

    QCOMPARE(apply(report.undo).outcome, ApplyOutcome::Applied);
    QCOMPARE(sysctl(mode), u"1"_s);
    QCOMPARE(sysctl(threshold), u"3 50"_s);
    meanwhile(SetSysctl{mode, {}, u"2"_s}); // somebody else
    QCOMPARE(apply(changes).error->code, ErrorCode::Stale);
    QCOMPARE(sysctl(mode), u"2"_s);
    QCOMPARE(sysctl(threshold), u"3 50"_s);
    meanwhile(SetSysctl{mode, {}, u"1"_s});
}

void ApplierContract::refusedTunableTakesBackTheRest()
{
    const QString mode = u"ipv4/vs/conn_reuse_mode"_s;
    meanwhile(SetSysctl{mode, {}, u"1"_s});
    meanwhile(SetSysctl{u"ipv4/vs/backup_only"_s, {}, u"0"_s});
    for (const bool ignored : {false, true}) { // the value does not hold
        m_backend->reset();
        if (ignored)
            m_backend->ignoreOperation(1);
        else
            m_backend->failOperation(1, EINVAL);
        const ApplyReport report =
            apply(plan({SetSysctl{mode, u"1"_s, u"0"_s}, SetSysctl{u"ipv4/vs/backup_only"_s, u"0"_s, u"1"_s}}));
        QCOMPARE(report.outcome, ApplyOutcome::UndoneAfterFailure);
        QCOMPARE(report.error->code, ignored ? ErrorCode::NotVerified : ErrorCode::SysctlRefused);
        QCOMPARE(sysctl(mode), u"1"_s);
        QCOMPARE(sysctl(u"ipv4/vs/backup_only"_s), u"0"_s);
    }
}

QString ApplierContract::sysctl(const QString &name)
{
    const auto host = m_inner->readHost();
    const QString *value = host ? findSysctl(host->sysctls, name) : nullptr;
    return value ? *value : QString();
}

void ApplierContract::restartsADaemon()
{
    meanwhile(StartSyncDaemon{master()});
    SyncDaemon other = master();
    other.syncId = 9;
    QCOMPARE(apply(plan({StartSyncDaemon{other}})).error->code, ErrorCode::DaemonExists);
    QCOMPARE(apply(plan({StopSyncDaemon{other}})).error->code, ErrorCode::Stale);
    const ApplyReport report = apply(plan({StartSyncDaemon{other}, StopSyncDaemon{master()}}));
    QCOMPARE(report.outcome, ApplyOutcome::Applied);
    QCOMPARE(m_inner->readSyncDaemons()->front().syncId, 9u);
    QCOMPARE(apply(report.undo).outcome, ApplyOutcome::Applied);
    QCOMPARE(m_inner->readSyncDaemons()->front().syncId, 7u);
    QCOMPARE(apply(plan({StartSyncDaemon{master()}, StopSyncDaemon{master()}})).outcome, ApplyOutcome::Applied);
    QCOMPARE(m_inner->readSyncDaemons()->size(), size_t(1)); // with the same settings, too
    meanwhile(StopSyncDaemon{master()});
}

} // namespace lvs::test
