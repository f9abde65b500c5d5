// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/directorcontract.h"

#include "core/boot/bootfiles.h"
#include "core/boot/bootrules.h"
#include "core/boot/kepttext.h"
#include "core/change/workingtable.h"
#include "core/director/snapshotdifference.h"
#include "tests/support/objects.h"
#include "tests/support/randomtable.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace lvs::test {
namespace {

/// Waits for a future; the error TimedOut if it does not finish.
template<class T> Result<T> await(QFuture<Result<T>> future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, std::chrono::seconds(30)))
        return failure(ErrorCode::TimedOut);
    return future.takeResult();
}

const std::vector<RealServer> webServers{server(12), server(11)};
const ChangePlan cluster{{
    AddService{service(web)},
    AddServer{web, server(11)},
    AddServer{web, server(12)},
    AddService{service(database)},
    AddServer{database, server(11, 1, 3306)},
}};

} // namespace

void DirectorContract::init()
{
    m_fixture = m_factory();
    QVERIFY(m_fixture);
}

void DirectorContract::cleanup()
{
    m_fixture.reset();
}

void DirectorContract::openForEditing()
{
    m_fixture->meanwhile(ClearTable{});
    for (const Operation &operation : cluster.operations)
        m_fixture->meanwhile(operation);
    director().open();
    QTRY_COMPARE_WITH_TIMEOUT(director().status().link, LinkState::Live, std::chrono::seconds(30));
    director().unlock();
    QCOMPARE(director().status().access, Access::Editable);
}

Snapshot DirectorContract::read(const Interest &interest)
{
    const auto snapshot = await(director().read(interest));
    [&] { QVERIFY(snapshot); }();
    return snapshot.value_or(Snapshot());
}

IpvsTable DirectorContract::table()
{
    return tableOf(read({.allServers = true}));
}

ApplyReport DirectorContract::apply(const ChangePlan &plan)
{
    const auto report = await(director().apply(plan));
    [&] { QVERIFY(report); }();
    return report.value_or(ApplyReport());
}

BootState DirectorContract::boot()
{
    const auto state = await(director().readBoot());
    [&] { QVERIFY(state); }();
    return state.value_or(BootState());
}

void DirectorContract::startsClosed()
{
    QVERIFY(!director().id().isEmpty());
    QCOMPARE(director().status().link, LinkState::Closed);
    QVERIFY(!director().status().lastAnswer.isValid());
    QCOMPARE(await(director().read({})).error().code, ErrorCode::LinkLost);
    QCOMPARE(await(director().apply({})).error().code, ErrorCode::LinkLost);
    QCOMPARE(await(director().readBoot()).error().code, ErrorCode::LinkLost);
    QCOMPARE(await(director().saveBoot()).error().code, ErrorCode::LinkLost);
}

void DirectorContract::opens()
{
    QSignalSpy changes(&director(), &Director::statusChanged);
    director().open();
    QCOMPARE(director().status().link, LinkState::Connecting);
    QCOMPARE(changes.size(), 1);
    director().open();
    QCOMPARE(changes.size(), 1); // nothing more to do
    QTRY_COMPARE_WITH_TIMEOUT(director().status().link, LinkState::Live, std::chrono::seconds(30));
    QVERIFY(director().status().access != Access::ReadOnly);
    QVERIFY(!director().status().error);
    const auto before = QDateTime::currentDateTimeUtc();
    read({});
    QTRY_VERIFY(director().status().lastAnswer >= before.addMSecs(-1));
    director().close();
    QCOMPARE(director().status().link, LinkState::Closed);
}

void DirectorContract::readsWhatIsAskedFor()
{
    openForEditing();
    const Snapshot none = read({});
    QCOMPARE(none.services.size(), 2u);
    QVERIFY(std::ranges::is_sorted(none.services, {}, [](const ServiceState &s) { return s.config.key; }));
    QVERIFY(none.servers.empty());
    QVERIFY(none.readAt.isValid());

    const Snapshot one = read({.serversOf = {web, tcp(u"172.18.100.9", 9), web}}); // one missing, one twice
    QCOMPARE(one.servers.size(), 1u);
    QCOMPARE(one.servers.front().service, web);
    QCOMPARE(one.servers.front().servers.size(), 2u);
    QCOMPARE(one.servers.front().servers.front().config, server(12)); // newest first

    const Snapshot all = read({.allServers = true});
    QCOMPARE(all.servers.size(), 2u);
    QVERIFY(std::ranges::is_sorted(all.servers, {}, &ServerList::service));
    QCOMPARE(tableOf(all), applied(IpvsTable(), cluster));
}

void DirectorContract::readsTheMachine()
{
    openForEditing();
    const auto info = await(director().readInfo());
    QVERIFY(info);
    QVERIFY(info->version > 0);
    const auto timeouts = await(director().readTimeouts());
    QVERIFY(timeouts);
    QVERIFY(timeouts->tcp > 0);
    const auto daemons = await(director().readSyncDaemons());
    QVERIFY(daemons);
    QVERIFY(await(director().readConnections(Asking::Never)));
    const auto host = await(director().readHost());
    QVERIFY(host);
    QVERIFY(!host->sysctls.empty());
    QVERIFY(!host->interfaces.empty());
    QVERIFY(host->kernel.state(KernelFeature::Kind::Core, u"ipvs") != FeatureState::Missing);
}

void DirectorContract::appliesAndComesBack()
{
    openForEditing();
    const IpvsTable before = table();
    QSignalSpy changed(&director(), &Director::changed);
    const ChangePlan changes{{
        AddServer{web, server(13, 5)},
        EditService{service(web), service(web, u"wrr")},
        EditServer{web, server(11), server(11, 10)},
        RemoveService{service(database), {server(11, 1, 3306)}},
    }};
    const ApplyReport report = apply(changes);
    QCOMPARE(report.outcome, ApplyOutcome::Applied);
    QCOMPARE(report.results.size(), changes.operations.size());
    QCOMPARE(report.results.front().status, OperationStatus::Done);
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(table(), applied(before, changes));

    QCOMPARE(apply(report.undo).outcome, ApplyOutcome::Applied);
    QCOMPARE(withoutListOrder(table()), withoutListOrder(before));
}

void DirectorContract::saysAlreadySo()
{
    openForEditing();
    const ApplyReport report = apply({{EditServer{web, server(11, 9), server(11)}}});
    QCOMPARE(report.outcome, ApplyOutcome::AlreadySo);
    QCOMPARE(report.results.front().status, OperationStatus::AlreadySo);
    QCOMPARE(apply({}).outcome, ApplyOutcome::AlreadySo);
}

void DirectorContract::refusesStalePlans()
{
    openForEditing();
    m_fixture->meanwhile(EditServer{web, server(11), server(11, 7)});
    const ApplyReport report = apply({{EditServer{web, server(11), server(11, 10)}}});
    QCOMPARE(report.outcome, ApplyOutcome::Refused);
    QCOMPARE(report.results.front().status, OperationStatus::Stale);
    QCOMPARE(report.error->code, ErrorCode::Stale);
    QCOMPARE(*table().find(web)->find(server(11).key), server(11, 7));
}

void DirectorContract::refusesInvalidPlans()
{
    openForEditing();
    const IpvsTable before = table();
    const ChangePlan contradicting{{RemoveServer{web, server(11)}, EditServer{web, server(11), server(11, 2)}}};
    const auto report = await(director().apply(contradicting));
    // Refused by the applier, or on the way to it.
    QCOMPARE(report ? report->error->code : report.error().code, ErrorCode::PlanContradicts);
    QCOMPARE(table(), before);
}

void DirectorContract::takesBackAFailure()
{
    openForEditing();
    const IpvsTable before = table();
    const ApplyReport report = apply({{
        AddServer{web, server(13)},
        AddService{service(tcp(u"172.18.100.7", 80), u"nosuch")},
    }});
    QCOMPARE(report.outcome, ApplyOutcome::UndoneAfterFailure);
    QCOMPARE(report.error->code, ErrorCode::SchedulerMissing);
    QCOMPARE(std::ranges::count(report.results, OperationStatus::Undone, &OperationResult::status), 1);
    QCOMPARE(std::ranges::count(report.results, OperationStatus::Failed, &OperationResult::status), 1);
    QCOMPARE(table(), before);
}

void DirectorContract::appliesOnlyWhenUnlocked()
{
    openForEditing();
    const ChangePlan changes{{RemoveServer{web, server(11)}}};
    director().lock();
    QCOMPARE(director().status().access, Access::Locked);
    QCOMPARE(await(director().apply(changes)).error().code, ErrorCode::ReadOnly);
    QCOMPARE(table().serverCount(), 3);
    director().unlock();
    QCOMPARE(apply(changes).outcome, ApplyOutcome::Applied);
    QCOMPARE(table().serverCount(), 2);
}

void DirectorContract::keepsTheTableForTheNextBoot()
{
    openForEditing();
    QCOMPARE(boot().own.state, BootFile::State::Missing);
    QVERIFY(await(director().saveBoot()));
    const BootRules kept = readBootText(boot().own.content);
    QVERIFY(!kept.faultyLine);
    QCOMPARE(withoutListOrder(kept.state.table), withoutListOrder(table()));
    QCOMPARE(kept.state.timeouts, *await(director().readTimeouts()));

    QCOMPARE(apply({{RemoveServer{web, server(11)}}}).outcome, ApplyOutcome::Applied);
    QCOMPARE(readBootText(boot().own.content).state.table.serverCount(), 3); // until it is saved again
    QVERIFY(await(director().forgetBoot()));
    QCOMPARE(boot().own.state, BootFile::State::Missing);
    QCOMPARE(table().serverCount(), 2);
}

void DirectorContract::keepsWhatSetupsNeed()
{
    openForEditing();
    const auto host = await(director().readHost());
    QVERIFY(host);
    KeptSetup setup{.id = QStringLiteral("a"), .service = web};
    const QString name = QStringLiteral("ipv4/ip_forward");
    setup.sysctls = {{name, *findSysctl(host->sysctls, name)}};
    QCOMPARE(await(director().readKept())->file.state, BootFile::State::Missing);
    QVERIFY(await(director().keepSetup(setup)));
    QCOMPARE(readKeptText(await(director().readKept())->file.content).setups, std::vector{setup});
    QCOMPARE(boot().setups.content, keptText({setup}));

    KeptSetup other = setup;
    other.sysctls.front().value = setup.sysctls.front().value == u"1" ? QStringLiteral("0") : QStringLiteral("1");
    QCOMPARE(await(director().keepSetup(other)).error().code, ErrorCode::Stale);
    director().lock();
    QCOMPARE(await(director().keepSetup(setup)).error().code, ErrorCode::ReadOnly);
    QCOMPARE(await(director().forgetSetup(setup.id)).error().code, ErrorCode::ReadOnly);
    director().unlock();
    QVERIFY(await(director().forgetSetup(setup.id)));
    QCOMPARE(boot().setups.state, BootFile::State::Missing);
    QVERIFY(await(director().keepSetup(setup)));
    QVERIFY(await(director().forgetBoot()));
    QCOMPARE(boot().setups.state, BootFile::State::Missing);
}

void DirectorContract::writesBootFiles()
{
    openForEditing();
    const RuleState state{.table = table(), .timeouts = {900, 120, 300}};
    const BootState before = boot();
    QVERIFY(await(director().writeBootFiles(BootLayout::Debian, state, before)));
    const auto files = debianBootFiles(state, before.debianDefaults.content);
    QVERIFY(files);
    QCOMPARE(boot().debianRules.content, files->rules);
    QCOMPARE(boot().debianDefaults.content, files->defaults);
    QCOMPARE(await(director().writeBootFiles(BootLayout::Debian, {}, before)).error().code, ErrorCode::Stale);

    QVERIFY(await(director().writeBootFiles(BootLayout::Rhel, state, boot())));
    QCOMPARE(boot().rhelRules.content, rhelBootFile(state));
    QCOMPARE(await(director().writeBootFiles(BootLayout::Rhel, {}, before)).error().code, ErrorCode::Stale);
    QCOMPARE(boot().debianRules.content, files->rules);
    QCOMPARE(table().serverCount(), 3);
}

void DirectorContract::bootFilesNeedUnlocking()
{
    openForEditing();
    director().lock();
    const BootState before = boot(); // looking is free
    QCOMPARE(await(director().saveBoot()).error().code, ErrorCode::ReadOnly);
    QCOMPARE(await(director().forgetBoot()).error().code, ErrorCode::ReadOnly);
    QCOMPARE(await(director().writeBootFiles(BootLayout::Debian, {}, before)).error().code, ErrorCode::ReadOnly);
    QCOMPARE(boot(), before);
}

std::vector<std::function<bool()>> DirectorContract::askManyThings()
{
    std::vector<std::function<bool()>> answered; // with a value or with LinkLost
    const auto expect = [&](auto future) {
        answered.push_back([future]() mutable {
            if (!future.isFinished() || future.resultCount() != 1)
                return false;
            const auto result = future.result();
            return result || result.error().code == ErrorCode::LinkLost ||
                   result.error().code == ErrorCode::OutcomeUnknown;
        });
    };
    for (int i = 0; i < 20; ++i) {
        expect(director().read({.allServers = true}));
        expect(director().readInfo());
        expect(director().readTimeouts());
        expect(director().readSyncDaemons());
        expect(director().readConnections(Asking::Never));
        expect(director().readHost());
        expect(director().apply({{ZeroCounters{}}}));
        expect(director().readBoot());
        expect(director().saveBoot());
    }
    return answered;
}

void DirectorContract::closingFinishesEveryFuture()
{
    openForEditing();
    const auto answered = askManyThings();
    director().close();
    for (const auto &isAnswered : answered)
        QTRY_VERIFY(isAnswered());
    QCOMPARE(director().status().link, LinkState::Closed);
}

void DirectorContract::destructionFinishesEveryFuture()
{
    openForEditing();
    const auto answered = askManyThings();
    m_fixture->destroyDirector();
    for (const auto &isAnswered : answered)
        QTRY_VERIFY(isAnswered());
}

void DirectorContract::opensAgain()
{
    openForEditing();
    director().close();
    openForEditing();
    QCOMPARE(table(), applied(IpvsTable(), cluster));
}

} // namespace lvs::test
