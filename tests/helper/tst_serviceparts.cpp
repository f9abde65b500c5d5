// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/bounds.h"
#include "helper/service/confinement.h"
#include "helper/service/opencalls.h"
#include "helper/service/planstore.h"
#include "tests/helper/samples.h"

#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

/// Parts of the service that need no bus: the store of plans and the look at the own confinement.
class TestServiceParts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void largePlansComeInPiecesAndEnd();
    void oneUserHasRoomForOnePlan();
    void namedServersCount();
    void unusedPlansAreDropped();
    void callsAreLimited();
    void looseEndsAreFound_data();
    void looseEndsAreFound();
};

namespace {

const Caller user{.busName = u":1.1"_s, .uid = 1000};
const Caller sameUser{.busName = u":1.2"_s, .uid = 1000};
const Caller otherUser{.busName = u":1.3"_s, .uid = 1001};

std::vector<Operation> piece(qsizetype size)
{
    return std::vector<Operation>(size_t(size), Operation(ZeroCounters{}));
}

constexpr char confined[] = "Name:\tlvs-console-hel\nUid:\t998\t998\t998\t998\nCapInh:\t0000000000001000\n"
                            "CapPrm:\t0000000000001000\nCapEff:\t0000000000001000\nCapBnd:\t0000000000001000\n"
                            "NoNewPrivs:\t1\nSeccomp:\t2\n";

} // namespace

void TestServiceParts::largePlansComeInPiecesAndEnd()
{
    PlanStore store;
    const auto id = store.stage(user, 0, {});
    QVERIFY(id);
    for (qsizetype size = 0; size < bus::bounds::operationsPerPlan; size += bus::bounds::operationsPerPiece)
        QCOMPARE(store.stage(user, *id, piece(bus::bounds::operationsPerPiece)), id);
    QCOMPARE(store.stage(user, *id, piece(1)).error().code, ErrorCode::PlanTooLarge);
    QCOMPARE((*store.find(user, *id))->plan.operations.size(), size_t(bus::bounds::operationsPerPlan));
}

void TestServiceParts::oneUserHasRoomForOnePlan()
{
    PlanStore store;
    QVERIFY(store.stage(user, 0, piece(bus::bounds::operationsPerPlan)));
    QCOMPARE(store.stage(sameUser, 0, piece(1)).error().code, ErrorCode::TooManyRequests);
    QVERIFY(store.stage(otherUser, 0, piece(bus::bounds::operationsPerPlan)));
    const Caller third{.busName = u":1.4"_s, .uid = 1002};
    QCOMPARE(store.stage(third, 0, piece(1)).error().code, ErrorCode::TooManyRequests);
    store.drop(user.busName);
    QVERIFY(store.stage(sameUser, 0, piece(1)));
}

void TestServiceParts::namedServersCount()
{
    PlanStore store;
    const Operation removal = RemoveService{samples::service(), std::vector(100'000, samples::server())};
    const auto id = store.stage(user, 0, std::vector(4, removal));
    QVERIFY(id);
    QCOMPARE(store.stage(user, *id, {removal}).error().code, ErrorCode::PlanTooLarge);
}

void TestServiceParts::unusedPlansAreDropped()
{
    using Clock = std::chrono::steady_clock;
    PlanStore store;
    const auto left = store.stage(user, 0, piece(1));
    const auto applying = store.stage(sameUser, 0, piece(1));
    const auto used = store.stage(otherUser, 0, piece(1));
    QVERIFY(left && applying && used);
    (*store.find(sameUser, *applying))->state = StagedPlan::State::Applying;
    const auto since = Clock::now();
    QVERIFY(store.find(otherUser, *used));
    QVERIFY(store.dropUnused(since));
    QCOMPARE(store.find(user, *left).error().code, ErrorCode::PlanMissing);
    QVERIFY(store.find(sameUser, *applying));
    QVERIFY(store.find(otherUser, *used));
    QVERIFY(!store.dropUnused(since));
    QVERIFY(store.stage(otherUser, *used, piece(1))); // adding is a use, too
    QVERIFY(!store.dropUnused(since));
}

void TestServiceParts::callsAreLimited()
{
    OpenCalls calls;
    const auto caller = [](qsizetype connection, uid_t uid) {
        return Caller{.busName = u":1.%1.%2"_s.arg(uid).arg(connection), .uid = uid};
    };
    const auto come = [&](qsizetype connection, uid_t uid) {
        const Caller who = caller(connection, uid);
        return calls.enter(who.busName) && calls.identify(who);
    };
    for (qsizetype call = 0; call < bus::bounds::callsPerUser; ++call)
        QVERIFY(come(call / bus::bounds::callsPerCaller, 1000));
    QVERIFY(!come(98, 1000)); // one user, by however many connections
    QVERIFY(come(0, 1001));
    calls.leave(caller(98, 1000).busName, 1000);    // the refused one
    QVERIFY(!calls.enter(caller(0, 1000).busName)); // one connection; its user is not looked at any more
    calls.leave(caller(0, 1000).busName, uid_t(-1));
    calls.leave(caller(0, 1000).busName, 1000);
    QVERIFY(come(0, 1000));

    // Root is bound by the total alone.
    for (qsizetype call = bus::bounds::callsPerUser + 1; call < bus::bounds::callsInTotal; ++call)
        QVERIFY(come(call / bus::bounds::callsPerCaller, 0));
    QVERIFY(!come(99, 0));
}

void TestServiceParts::looseEndsAreFound_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<QStringList>("found");
    const auto row = [](const char *name, const char *from, const char *to, const QStringList &found) {
        QTest::newRow(name) << QByteArray(confined).replace(from, to) << found;
    };
    row("confined", "", "", {});
    row("root", "998\t998\t998\t998", "0\t0\t0\t0", {u"user"_s});
    row("root in reserve", "998\t998\t998\t998", "998\t998\t0\t998", {u"user"_s});
    row("more capabilities", "CapEff:\t0000000000001000", "CapEff:\t000001ffffffffff", {u"CapEff"_s});
    row("wider bounds", "CapBnd:\t0000000000001000", "CapBnd:\t0000000000003000", {u"CapBnd"_s});
    row("no capability", "CapPrm:\t0000000000001000", "CapPrm:\t0000000000000000", {u"CapPrm"_s});
    row("new privileges", "NoNewPrivs:\t1", "NoNewPrivs:\t0", {u"NoNewPrivs"_s});
    row("no filter", "Seccomp:\t2", "Seccomp:\t0", {u"Seccomp"_s});
    QTest::newRow("nothing known") << QByteArray() << QStringList{u"user"_s,   u"CapEff"_s,     u"CapPrm"_s,
                                                                  u"CapBnd"_s, u"NoNewPrivs"_s, u"Seccomp"_s};
}

void TestServiceParts::looseEndsAreFound()
{
    QFETCH(const QByteArray, status);
    QFETCH(const QStringList, found);
    QCOMPARE(findLooseEnds(status, helperConfinement), found);
}

QTEST_GUILESS_MAIN(TestServiceParts)
#include "tst_serviceparts.moc"
