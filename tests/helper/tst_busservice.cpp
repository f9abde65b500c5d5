// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/convert.h"
#include "helper/interface/names.h"
#include "helper/interface/pages.h"
#include "helper/service/idleexit.h"
#include "tests/helper/samples.h"
#include "tests/helper/servicefixture.h"

#include <QDBusArgument>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace lvs;
using namespace Qt::StringLiterals;

/// Hears the signals of the helper on a connection.
class SignalListener : public QObject
{
    Q_OBJECT
public:
    explicit SignalListener(QDBusConnection bus)
    {
        bus.connect(lvs::bus::serviceName, lvs::bus::objectPath, lvs::bus::interfaceName, u"Changed"_s, this,
                    SLOT(onChanged(qulonglong)));
        bus.connect(lvs::bus::serviceName, lvs::bus::objectPath, lvs::bus::interfaceName, u"Progress"_s, this,
                    SLOT(onProgress(qulonglong, uint, uint)));
    }
    QList<qulonglong> changes;
    QList<uint> progress;

private Q_SLOTS:
    void onChanged(qulonglong generation) { changes.append(generation); }
    void onProgress(qulonglong, uint done, uint) { progress.append(done); }
};

class TestBusService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m.reset(); }
    void readsTellTheTable();
    void serversComePageByPage();
    void pagesOfServicesAreOfOneReading();
    void consolesShareASweep();
    void sweepIsNotSharedBeyondAChange();
    void sweepIsNotSharedForLong();
    void settingsAreTold();
    void machineWithoutIpvsSaysSo();
    void planIsAppliedReportedAndTakenBack();
    void alreadySoChangesNothing();
    void stalePlanIsRefusedWithoutAQuestion();
    void planComesInPieces();
    void plansBelongToTheirOwner();
    void secondApplyIsBusyWhileReadsAreAnswered();
    void leavingDropsThePlanAndNotTheApply();
    void tooManyCallsAreRefusedAtOnce();
    void forgottenPlanIsDropped();
    void oneUserLeavesRoomForOthers();
    void manyClientsGetTheirOwnAnswers();
    void everyAttemptIsRecordedOnce();
    void helperEndsWhenNobodyNeedsIt();
    void toldToEndItFinishesTheApply();

private:
    struct Bench : ServiceFixture {
        std::unique_ptr<TestClient> client;
    };
    std::unique_ptr<Bench> m;
};

namespace {

const std::vector<Operation> cluster = {AddService{samples::service()}, AddServer{samples::tcp(), samples::server()},
                                        AddServer{samples::tcp(), samples::server(u"192.168.10.12")}};

const std::vector<ServiceKey> fromTheStart;

/// What a console reads each second.
struct Picture {
    QByteArray services;
    QByteArray servers;
};
Picture look(TestClient &client)
{
    return {
        .services = client.call(u"ReadServices"_s, {argumentOf(fromTheStart)}).arguments().at(1).toByteArray(),
        .servers =
            client.call(u"ReadServers"_s, {argumentOf(std::vector{samples::tcp()})}).arguments().at(2).toByteArray()};
}

Operation newWeight(quint32 before, quint32 after)
{
    return EditServer{samples::tcp(), samples::server(u"192.168.10.11", 80, before),
                      samples::server(u"192.168.10.11", 80, after)};
}

} // namespace

void TestBusService::init()
{
    m = std::make_unique<Bench>();
    QVERIFY(m->start());
    m->client = std::make_unique<TestClient>(m->bus);
}

void TestBusService::readsTellTheTable()
{
    m->machine.execute(cluster);
    const QDBusMessage services = m->client->call(u"ReadServices"_s, {argumentOf(std::vector<ServiceKey>())});
    QCOMPARE(services.signature(), u"tay"_s);
    const auto page = lvs::bus::decodeServices(services.arguments().at(1).toByteArray());
    QVERIFY(page);
    QCOMPARE(page->services.size(), 1u);
    QCOMPARE(page->services[0].config, samples::service());

    const std::vector<ServiceKey> asked{samples::tcp(u"172.18.100.99"), samples::tcp()};
    const QDBusMessage servers = m->client->call(u"ReadServers"_s, {argumentOf(asked)});
    QCOMPARE(servers.signature(), u"tuay"_s);
    QCOMPARE(servers.arguments().at(1).toUInt(), 2u); // the missing one is covered, and has no list
    const auto lists = lvs::bus::decodeServers(servers.arguments().at(2).toByteArray());
    QVERIFY(lists);
    QCOMPARE(lists->size(), 1u);
    QCOMPARE(lists->at(0).servers.size(), 2u);
}

void TestBusService::serversComePageByPage()
{
    std::vector<ServiceKey> keys;
    std::vector<Operation> operations;
    for (quint16 port = 1; port <= 100; ++port) {
        keys.push_back(samples::tcp(u"172.18.100.6", port));
        operations.push_back(AddService{samples::service(keys.back())});
        for (const ServerState &server : samples::manyServers(keys.back(), 2000).servers)
            operations.push_back(AddServer{keys.back(), server.config});
    }
    m->machine.execute(operations);

    size_t covered = 0;
    size_t servers = 0;
    int pages = 0;
    for (; covered < keys.size(); ++pages) {
        const std::vector<ServiceKey> rest(keys.begin() + qsizetype(covered), keys.end());
        const QDBusMessage answer = m->client->call(u"ReadServers"_s, {argumentOf(rest)});
        QCOMPARE_GT(answer.arguments().at(1).toUInt(), 0u);
        covered += answer.arguments().at(1).toUInt();
        const auto lists = lvs::bus::decodeServers(answer.arguments().at(2).toByteArray());
        QVERIFY(lists);
        for (const ServerList &list : *lists)
            servers += list.servers.size();
    }
    QCOMPARE(servers, 200'000u);
    QCOMPARE_GT(pages, 1);
}

void TestBusService::pagesOfServicesAreOfOneReading()
{
    std::vector<Operation> operations;
    for (quint32 mark = 1; mark <= 250'000; ++mark)
        operations.push_back(AddService{samples::service(ServiceKey::forMark(mark, Family::IPv4))});
    m->machine.execute(operations);
    const int reads = m->machine.reads;
    std::vector<ServiceKey> after;
    size_t services = 0;
    int pages = 0;
    for (bool more = true; more; ++pages) {
        const QDBusMessage answer = m->client->call(u"ReadServices"_s, {argumentOf(after)});
        const auto page = lvs::bus::decodeServices(answer.arguments().at(1).toByteArray());
        QVERIFY(page);
        services += page->services.size();
        after = {page->services.back().config.key};
        more = page->more;
    }
    QCOMPARE(services, operations.size());
    QCOMPARE_GT(pages, 1);
    QCOMPARE(m->machine.reads, reads + 1);
}

void TestBusService::consolesShareASweep()
{
    m->machine.execute(cluster);
    TestClient other(m->bus);
    // Where the machine was too slow for once, nothing is seen.
    const auto looks = [&](Picture &mine, Picture &theirs, int &sweeps) {
        const int reads = m->machine.reads;
        QElapsedTimer begun;
        begun.start();
        mine = look(*m->client);
        const int sweep = m->machine.reads - reads;
        theirs = look(other);
        sweeps = (m->machine.reads - reads) / sweep;
        return !begun.hasExpired(SharedReadings::freshness.count());
    };
    Picture first;
    Picture second;
    int sweeps = 0;
    while (!looks(first, second, sweeps))
        QTest::qWait(SharedReadings::freshness);
    QCOMPARE(sweeps, 1);
    QCOMPARE(second.services, first.services);
    QCOMPARE(second.servers, first.servers);
    QCOMPARE(lvs::bus::decodeServers(second.servers)->at(0).servers.size(), 2u);

    // Who asks again gets what is there now, and so do the others behind it.
    m->machine.execute({newWeight(1, 10)}); // by another program
    Picture again;
    while (!looks(again, second, sweeps))
        QTest::qWait(SharedReadings::freshness);
    QCOMPARE(sweeps, 1);
    QVERIFY(again.servers != first.servers);
    QCOMPARE(second.servers, again.servers);
}

void TestBusService::sweepIsNotSharedBeyondAChange()
{
    m->machine.execute(cluster);
    TestClient other(m->bus);
    const Picture before = look(*m->client);
    QCOMPARE(outcomeOf(m->client->apply({newWeight(1, 10)})), ApplyOutcome::Applied);
    const auto lists = lvs::bus::decodeServers(look(other).servers);
    QVERIFY(lists);
    QVERIFY(std::ranges::contains(lists->at(0).servers, 10u,
                                  [](const ServerState &server) { return server.config.weight; }));
}

void TestBusService::sweepIsNotSharedForLong()
{
    m->machine.execute(cluster);
    TestClient other(m->bus);
    look(*m->client);
    const int reads = m->machine.reads;
    QTest::qWait(SharedReadings::freshness + std::chrono::milliseconds(50));
    QCOMPARE(m->machine.reads, reads); // by nobody's wish
    look(other);
    QCOMPARE_GT(m->machine.reads, reads);
}

void TestBusService::settingsAreTold()
{
    QCOMPARE(m->client->call(u"GetInfo"_s).signature(), u"uus"_s);
    QCOMPARE(m->client->call(u"ReadTotals"_s).signature(), u"(ttttt)(ttttt)t"_s);
    QCOMPARE(m->client->call(u"GetTimeouts"_s).signature(), u"(uuu)"_s);
    QCOMPARE(m->client->call(u"GetSyncDaemons"_s).signature(), u"a(ysuqayqy)"_s);
    QCOMPARE(m->client->call(u"ReadConnections"_s).signature(), u"a(yayquayqayqsuss)b"_s);
    const QDBusMessage host = m->client->call(u"ReadHost"_s);
    QCOMPARE(host.signature(),
             u"(a(ss)a(sy)yya(sbyaya(ayay)a(ayyys))a(ayyaysu)a(aysay)a(yayq)a(uya(ayy)a(ayy)u)a(u(ayyaysu)))"_s);
    lvs::bus::HostData data;
    host.arguments().constFirst().value<QDBusArgument>() >> data;
    QCOMPARE(lvs::bus::fromWire(data)->kernel.tableBits, quint8(12));
}

void TestBusService::machineWithoutIpvsSaysSo()
{
    m->machine.broken = true;
    QCOMPARE(codeOf(m->client->call(u"GetInfo"_s)), ErrorCode::NoIpvs);
    QCOMPARE(codeOf(m->client->call(u"ReadServices"_s, {argumentOf(std::vector<ServiceKey>())})), ErrorCode::NoIpvs);
}

void TestBusService::planIsAppliedReportedAndTakenBack()
{
    SignalListener listener(m->client->connection());
    TestClient other(m->bus);
    SignalListener bystander(other.connection());

    const quint64 plan = m->client->stage(cluster);
    const QDBusMessage answer = answerOf(m->client->sendApply(plan));
    QCOMPARE(answer.signature(), u"yuuta(sasi)"_s);
    QCOMPARE(outcomeOf(answer), ApplyOutcome::Applied);
    QCOMPARE(answer.arguments().at(1).toUInt(), 3u);
    QCOMPARE(m->machine.table().serverCount(), 2);

    QTRY_COMPARE(listener.changes.size(), 1);
    QTRY_COMPARE(bystander.changes.size(), 1);
    QTRY_VERIFY(!listener.progress.isEmpty());
    QCOMPARE(listener.progress.last(), 3u);
    QVERIFY(bystander.progress.isEmpty());

    const auto results = lvs::bus::listFrom<lvs::bus::ResultData>(
        m->client->call(u"ReadResults"_s, {plan, 0U}).arguments().constFirst());
    QCOMPARE(results.size(), 3);
    for (const auto &result : results) {
        QVERIFY(lvs::bus::fromWire(result.operation));
        QCOMPARE(lvs::bus::resultFromWire(result)->status, OperationStatus::Done);
    }
    QVERIFY(
        lvs::bus::listFrom<lvs::bus::ResultData>(m->client->call(u"ReadResults"_s, {plan, 3U}).arguments().constFirst())
            .isEmpty());
    const auto undo = lvs::bus::listFromWire(lvs::bus::listFrom<lvs::bus::OperationData>(
                                                 m->client->call(u"ReadUndo"_s, {plan, 0U}).arguments().constFirst()),
                                             100);
    QVERIFY(undo);
    QCOMPARE(undo->size(), size_t(answer.arguments().at(2).toUInt()));
    QVERIFY(!undo->empty());

    QCOMPARE(outcomeOf(m->client->apply(*undo)), ApplyOutcome::Applied);
    QVERIFY(m->machine.table().isEmpty());
    QCOMPARE(codeOf(m->client->call(u"ReadResults"_s, {plan, 0U})), ErrorCode::PlanMissing);
}

void TestBusService::alreadySoChangesNothing()
{
    m->machine.execute(cluster);
    m->polkit->setEveryAnswer(MockPolkit::Answer::YesAfterPassword);
    m->polkit->setAnswer(u"view"_s, MockPolkit::Answer::Yes);
    SignalListener listener(m->client->connection());
    const int changes = m->machine.changes;
    QCOMPARE(outcomeOf(m->client->apply(cluster)), ApplyOutcome::AlreadySo);
    QCOMPARE(outcomeOf(m->client->apply({})), ApplyOutcome::AlreadySo);
    QCOMPARE(int(m->machine.changes), changes);
    QVERIFY(m->polkit->prompts().isEmpty());
    QVERIFY(listener.changes.isEmpty());
}

void TestBusService::stalePlanIsRefusedWithoutAQuestion()
{
    m->machine.execute(cluster);
    m->polkit->setAnswer(u"edit-servers"_s, MockPolkit::Answer::YesAfterPassword);
    const QDBusMessage answer = m->client->apply({newWeight(5, 10)});
    QCOMPARE(outcomeOf(answer), ApplyOutcome::Refused);
    QVERIFY(m->polkit->prompts().isEmpty());
    m->polkit->setAnswer(u"edit-servers"_s, MockPolkit::Answer::Yes);
    QCOMPARE(outcomeOf(m->client->apply({newWeight(5, 10)})), ApplyOutcome::Refused);
    QCOMPARE(m->machine.table().find(samples::tcp())->find(samples::server().key)->weight, 1u);
}

void TestBusService::planComesInPieces()
{
    quint64 plan = m->client->stage({cluster[0]});
    QCOMPARE(m->client->stage({cluster[1]}, plan), plan);
    QCOMPARE(m->client->stage({cluster[2]}, plan), plan);
    QCOMPARE(outcomeOf(answerOf(m->client->sendApply(plan))), ApplyOutcome::Applied);
    QCOMPARE(m->machine.table().serverCount(), 2);
    // Applied once: neither again nor longer.
    QCOMPARE(codeOf(answerOf(m->client->sendApply(plan))), ErrorCode::PlanMissing);
    QCOMPARE(codeOf(m->client->call(u"Stage"_s, {plan, argumentOf(cluster)})), ErrorCode::PlanMissing);

    plan = m->client->stage({newWeight(1, 10)});
    QCOMPARE(m->client->stage({newWeight(1, 3)}, plan), plan);
    QCOMPARE(codeOf(answerOf(m->client->sendApply(plan))), ErrorCode::PlanContradicts);
}

void TestBusService::plansBelongToTheirOwner()
{
    const quint64 plan = m->client->stage(cluster);
    TestClient other(m->bus);
    for (const auto &[method, arguments] :
         {std::pair(u"Apply"_s, QVariantList{plan}), std::pair(u"Discard"_s, QVariantList{plan}),
          std::pair(u"ReadResults"_s, QVariantList{plan, 0U}), std::pair(u"ReadUndo"_s, QVariantList{plan, 0U}),
          std::pair(u"Stage"_s, QVariantList{plan, argumentOf(cluster)})})
        QCOMPARE(codeOf(other.call(method, arguments, true)), ErrorCode::PlanMissing);
    QVERIFY(m->machine.table().isEmpty());
    QVERIFY(!codeOf(m->client->call(u"Discard"_s, {plan})));
    QCOMPARE(codeOf(m->client->call(u"Discard"_s, {plan})), ErrorCode::PlanMissing);
}

void TestBusService::secondApplyIsBusyWhileReadsAreAnswered()
{
    m->machine.hold();
    const QDBusPendingCall first = m->client->sendApply(m->client->stage(cluster));
    TestClient other(m->bus);
    QTRY_COMPARE(codeOf(other.apply({SetTimeouts{{900, 120, 300}, {901, 0, 0}}})), ErrorCode::Busy);
    QVERIFY(!codeOf(other.call(u"ReadServices"_s, {argumentOf(std::vector<ServiceKey>())})));
    QVERIFY(!codeOf(other.call(u"GetInfo"_s)));
    QVERIFY(!first.isFinished());
    m->machine.release();
    QCOMPARE(outcomeOf(answerOf(first)), ApplyOutcome::Applied);
}

void TestBusService::leavingDropsThePlanAndNotTheApply()
{
    m->client->stage(cluster);
    QVERIFY(!m->service->isIdle());
    m->client = std::make_unique<TestClient>(m->bus);
    QTRY_VERIFY(m->service->isIdle());

    m->machine.hold();
    m->client->sendApply(m->client->stage(cluster));
    TestClient other(m->bus);
    QTRY_COMPARE(codeOf(other.apply({SetTimeouts{{900, 120, 300}, {901, 0, 0}}})), ErrorCode::Busy);
    m->client.reset();
    m->machine.release();
    QTRY_COMPARE(m->machine.table().serverCount(), 2);
}

void TestBusService::tooManyCallsAreRefusedAtOnce()
{
    m->polkit->setAnswer(u"view"_s, MockPolkit::Answer::Silent);
    for (qsizetype i = 0; i < lvs::bus::bounds::callsPerCaller; ++i)
        m->client->send(u"GetInfo"_s);
    QCOMPARE(codeOf(m->client->call(u"GetInfo"_s)), ErrorCode::TooManyRequests);
    m->polkit->setAnswer(u"view"_s, MockPolkit::Answer::Yes);
    TestClient other(m->bus);
    QVERIFY(!codeOf(other.call(u"GetInfo"_s)));
}

void TestBusService::forgottenPlanIsDropped()
{
    m = std::make_unique<Bench>();
    QVERIFY(m->start({}, std::chrono::milliseconds(200)));
    m->client = std::make_unique<TestClient>(m->bus);
    QSignalSpy settled(m->service.get(), &HelperService::settled);
    const quint64 plan = m->client->stage(cluster);
    QVERIFY(!m->service->isIdle());
    settled.clear();
    QVERIFY(settled.wait()); // so that a helper without work can end
    QVERIFY(m->service->isIdle());
    QCOMPARE(codeOf(answerOf(m->client->sendApply(plan))), ErrorCode::PlanMissing);
    QVERIFY(m->machine.table().isEmpty());

    // A plan that waits for a password, or for the kernel, is not forgotten.
    m->machine.hold();
    const QDBusPendingCall applying = m->client->sendApply(m->client->stage(cluster));
    QTRY_VERIFY(m->service->isChanging());
    TestClient other(m->bus);
    QVERIFY(other.stage(cluster));
    settled.clear();
    QVERIFY(settled.wait()); // the later one is dropped
    m->machine.release();
    QCOMPARE(outcomeOf(answerOf(applying)), ApplyOutcome::Applied);
}

void TestBusService::oneUserLeavesRoomForOthers()
{
    m->polkit->setAnswer(u"view"_s, MockPolkit::Answer::Silent);
    std::vector<std::unique_ptr<TestClient>> clients;
    for (qsizetype call = 0; call < lvs::bus::bounds::callsPerUser; ++call) {
        if (call % lvs::bus::bounds::callsPerCaller == 0)
            clients.push_back(std::make_unique<TestClient>(m->bus.connectAsOrdinaryUser()));
        clients.back()->send(u"GetInfo"_s);
    }
    QTRY_COMPARE(m->polkit->questions().size(), lvs::bus::bounds::callsPerUser); // connections overtake each other
    clients.push_back(std::make_unique<TestClient>(m->bus.connectAsOrdinaryUser()));
    QCOMPARE(codeOf(clients.back()->call(u"GetInfo"_s)), ErrorCode::TooManyRequests);
    if (geteuid() == 0) {
        m->polkit->setAnswer(u"view"_s, MockPolkit::Answer::Yes);
        QVERIFY(!codeOf(m->client->call(u"GetInfo"_s)));
    }
}

void TestBusService::manyClientsGetTheirOwnAnswers()
{
    constexpr quint16 count = lvs::bus::bounds::callsPerUser;
    std::vector<std::unique_ptr<TestClient>> clients;
    std::vector<QDBusPendingCall> stages;
    for (quint16 i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<TestClient>(m->bus));
        const auto key = samples::tcp(u"172.18.100.6", quint16(1000 + i));
        stages.push_back(clients.back()->send(u"Stage"_s, {0ULL, argumentOf({AddService{samples::service(key)}})}));
    }
    std::vector<quint64> plans;
    for (const QDBusPendingCall &call : stages)
        plans.push_back(answerOf(call).arguments().constFirst().toULongLong());
    // All apply at once; who finds the helper busy tries again.
    std::vector<size_t> waiting(count);
    std::iota(waiting.begin(), waiting.end(), 0);
    while (!waiting.empty()) {
        std::vector<QDBusPendingCall> applies;
        for (const size_t i : waiting)
            applies.push_back(clients[i]->sendApply(plans[i]));
        std::vector<size_t> busy;
        for (size_t i = 0; i < waiting.size(); ++i) {
            const QDBusMessage answer = answerOf(applies[i]);
            if (codeOf(answer) == ErrorCode::Busy)
                busy.push_back(waiting[i]);
            else
                QCOMPARE(outcomeOf(answer), ApplyOutcome::Applied);
        }
        QCOMPARE_LT(busy.size(), waiting.size());
        waiting = busy;
    }
    for (size_t i = 0; i < count; ++i) {
        const auto results = lvs::bus::listFrom<lvs::bus::ResultData>(
            clients[i]->call(u"ReadResults"_s, {plans[i], 0U}).arguments().constFirst());
        QCOMPARE(results.constFirst().operation.services.constFirst().key.port, quint16(1000 + i));
    }
    QCOMPARE(m->machine.table().entries().size(), size_t(count));
}

void TestBusService::everyAttemptIsRecordedOnce()
{
    m->client->apply(cluster);
    m->client->call(u"GetInfo"_s);
    m->polkit->setAnswer(u"clear-table"_s, MockPolkit::Answer::No);
    m->client->apply({ClearTable{QByteArray(32, 'x')}});
    m->client->call(u"Discard"_s, {7777ULL});

    QStringList records;
    for (const Attempt &attempt : m->journal.attempts) {
        QCOMPARE(attempt.caller.busName, m->client->connection().baseService());
        QCOMPARE(attempt.caller.uid, getuid());
        records.append(attempt.method + u' ' + attempt.outcome + u' ' + attempt.verdict + u' ' + attempt.plan);
    }
    QCOMPARE(records, QStringList({
                          u"Stage answered allowed "_s, // the first look of this caller
                          u"Apply applied allowed 3 operations: 1 add-service, 2 add-server"_s,
                          u"Apply NotAuthorized denied 1 operations: 1 clear-table"_s,
                          u"Discard PlanMissing  "_s,
                      }));
    QCOMPARE(m->journal.attempts[1].generationAfter, m->journal.attempts[1].generationBefore + 1);
    QCOMPARE(m->journal.attempts[2].generationAfter, m->journal.attempts[2].generationBefore);
    QCOMPARE(m->journal.attempts[1].action,
             u"org.lvsconsole.helper1.edit-servers org.lvsconsole.helper1.edit-services"_s);
}

void TestBusService::helperEndsWhenNobodyNeedsIt()
{
    const quint64 plan = m->client->stage(cluster);
    bool released = false;
    IdleExit idleExit(*m->service, std::chrono::milliseconds(20), [&released] { released = true; });
    QSignalSpy stopped(&idleExit, &IdleExit::stopped);
    QVERIFY(!stopped.wait(100)); // a staged plan keeps it alive
    QVERIFY(!released);
    m->client->call(u"Discard"_s, {plan});
    QVERIFY(!stopped.isEmpty() || stopped.wait());
    QVERIFY(released);
}

void TestBusService::toldToEndItFinishesTheApply()
{
    bool released = false;
    IdleExit exit(*m->service, std::chrono::hours(1), [&released] { released = true; });
    QSignalSpy stopped(&exit, &IdleExit::stopped);
    m->client->stage(cluster); // staged alone keeps nobody waiting
    m->machine.hold();
    const auto applying = m->client->sendApply(m->client->stage(cluster));
    QTRY_VERIFY(m->service->isChanging());
    exit.terminate();
    QVERIFY(released);
    QVERIFY(!stopped.wait(100));
    m->machine.release();
    QCOMPARE(outcomeOf(answerOf(applying)), ApplyOutcome::Applied);
    QVERIFY(!stopped.isEmpty() || stopped.wait());
}

QTEST_GUILESS_MAIN(TestBusService)
#include "tst_busservice.moc"
