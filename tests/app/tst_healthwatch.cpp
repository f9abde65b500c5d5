// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/healthwatch.h"
#include "tests/app/snapshots.h"
#include "tests/support/fakedirector.h"

#include <QSignalSpy>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;
using Verdict = ServerHealth::Verdict;

namespace {

/// Looks when the test says so.
class ProbingDirector : public FakeDirector
{
public:
    QFuture<Result<void>> findProbe() override
    {
        ++searches;
        return QtFuture::makeReadyValueFuture(found);
    }
    QFuture<Result<ProbeReport>> probe(const ProbeRequest &request, Asking asking) override
    {
        asked.push_back({request, asking});
        pending = std::make_shared<PendingResult<ProbeReport>>();
        return pending->future();
    }
    /// Everything that was asked for answers but these.
    void answer(const std::vector<ServerKey> &closed = {})
    {
        const ProbeResult yes{.outcome = ProbeOutcome::Answered};
        const ProbeResult no{.outcome = ProbeOutcome::Refused};
        const ProbeRequest &request = asked.back().request;
        ProbeReport report;
        report.pings.resize(request.pings.size(), yes);
        for (const ServerKey &server : request.connections)
            report.connections.push_back(std::ranges::contains(closed, server) ? no : yes);
        for (const HttpTarget &target : request.pages) {
            const bool isClosed = std::ranges::contains(closed, target.server);
            report.pages.push_back({.result = isClosed ? no : yes, .status = quint16(isClosed ? 0 : 200)});
        }
        pending->finish(report);
    }

    struct Asked {
        ProbeRequest request{};
        Asking asking = Asking::Never;
    };
    Result<void> found{};
    int searches = 0;
    std::vector<Asked> asked{};
    std::shared_ptr<PendingResult<ProbeReport>> pending{};
};

std::vector<PlacedServer> course()
{
    return {{web, server(11)}, {web, server(12)}, {database, server(11, 5, 3306)}};
}

} // namespace

/// What is known of servers, and for how long.
class TestHealthWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void looksWhereThereIsAProbe();
    void eachIsAskedOnce();
    void tellsWhoAnswers();
    void serversOfTheVipAloneAreNotDown();
    void failuresAreTold();
    void servicesAreDownWhenNobodyAnswers();
    void oneCheckAtATime();
};

void TestHealthWatch::looksWhereThereIsAProbe()
{
    ProbingDirector director;
    HealthWatch watch(&director);
    QVERIFY(watch.obstacle());
    QCOMPARE(director.searches, 0);
    director.setAccess(Access::Locked);
    director.open();
    QTRY_VERIFY(!watch.obstacle());
    QCOMPARE(director.searches, 1);
    director.setAccess(Access::Editable);
    QCOMPARE(director.searches, 1); // the same connection

    director.close();
    QCOMPARE(watch.obstacle()->code, ErrorCode::LinkLost);
    director.found = failure(ErrorCode::NoProbe);
    director.open();
    QTRY_COMPARE(watch.obstacle()->code, ErrorCode::NoProbe);
    director.setAccess(Access::ReadOnly); // no helper, so nobody to ask
    QCOMPARE(watch.obstacle()->code, ErrorCode::LinkLost);
}

void TestHealthWatch::eachIsAskedOnce()
{
    ProbingDirector director;
    HealthWatch watch(&director);
    const ServiceKey other = tcp(u"172.18.100.7", 80);
    watch.check({{web, server(11)}, {other, server(11)}, {database, server(11, 1, 3306)}}, {}, Asking::Never);
    QCOMPARE(director.asked.size(), 1u);
    const ProbeRequest &request = director.asked[0].request;
    QCOMPARE(request.pings, std::vector{server(11).key.address});
    QCOMPARE(request.connections, (std::vector{server(11).key, server(11, 1, 3306).key}));
    QCOMPARE(request.pages, std::vector{HttpTarget{.server = server(11).key}});
    director.answer({server(11).key});
    QTRY_VERIFY(watch.find(other, server(11).key));
    QCOMPARE(watch.find(web, server(11).key)->verdict(), Verdict::Unreachable);
    QCOMPARE(watch.find(other, server(11).key)->verdict(), Verdict::Unreachable);
    QCOMPARE(watch.find(database, server(11, 1, 3306).key)->verdict(), Verdict::Reachable);
}

void TestHealthWatch::tellsWhoAnswers()
{
    ProbingDirector director;
    HealthWatch watch(&director);
    QSignalSpy changed(&watch, &HealthWatch::changed);
    QSignalSpy checked(&watch, &HealthWatch::checked);
    watch.check(course(), {}, Asking::Allowed);
    QCOMPARE(director.asked[0].asking, Asking::Allowed);
    QVERIFY(!watch.find(web, server(11).key));
    director.answer({server(12).key});
    QTRY_COMPARE(checked.size(), 1);
    QCOMPARE(changed.first().first().value<std::set<ServiceKey>>(), (std::set{web, database}));
    QCOMPARE(checked.first().first().value<std::vector<ObjectKey>>().size(), 3u);
    QVERIFY(!watch.error());
    QCOMPARE(watch.find(web, server(12).key)->verdict(), Verdict::Unreachable);
    const ServerHealth *good = watch.find(web, server(11).key);
    QCOMPARE(good->verdict(), Verdict::Reachable);
    QCOMPARE(good->application->status, quint16(200));
    QVERIFY(good->at.isValid());
}

void TestHealthWatch::serversOfTheVipAloneAreNotDown()
{
    ProbingDirector director;
    HealthWatch watch(&director);
    RealServer direct = server(11);
    direct.forwarding = Forwarding::Gatewaying;
    watch.check({{web, direct}, {web, server(12)}}, {}, Asking::Never);
    director.answer({direct.key, server(12).key});
    QTRY_VERIFY(watch.find(web, direct.key));
    QCOMPARE(watch.find(web, direct.key)->verdict(), Verdict::Unknown);
    QCOMPARE(watch.find(web, server(12).key)->verdict(), Verdict::Unreachable);
}

void TestHealthWatch::failuresAreTold()
{
    ProbingDirector director;
    HealthWatch watch(&director);
    QSignalSpy changed(&watch, &HealthWatch::changed);
    QSignalSpy checked(&watch, &HealthWatch::checked);
    watch.check(course(), {}, Asking::Never);
    director.pending->fail({.code = ErrorCode::NotAuthorized});
    QTRY_COMPARE(checked.size(), 1);
    QCOMPARE(watch.error()->code, ErrorCode::NotAuthorized);
    QVERIFY(changed.isEmpty());
    watch.check(course(), {}, Asking::Never);
    director.answer();
    QTRY_COMPARE(checked.size(), 2);
    QVERIFY(!watch.error());
}

void TestHealthWatch::servicesAreDownWhenNobodyAnswers()
{
    ProbingDirector director;
    HealthWatch watch(&director);
    ServerList list{.service = web, .servers = {{.config = server(11)}, {.config = server(12)}}};
    QVERIFY(!watch.isDown(list));
    watch.check(course(), {}, Asking::Never);
    director.answer({server(12).key});
    QTRY_VERIFY(watch.find(web, server(12).key));
    QVERIFY(!watch.isDown(list));
    list.servers[0].config.weight = 0; // the one that answers gets no new connections
    QVERIFY(watch.isDown(list));
    list.servers[1].config.weight = 0;
    QVERIFY(!watch.isDown(list)); // drained, which is another thing
    QVERIFY(!watch.isDown({.service = web}));
}

void TestHealthWatch::oneCheckAtATime()
{
    ProbingDirector director;
    HealthWatch watch(&director);
    watch.check({}, {}, Asking::Never);
    QVERIFY(!watch.isChecking());
    watch.check(course(), {}, Asking::Never);
    watch.check(course(), {}, Asking::Never);
    QCOMPARE(director.asked.size(), 1u);
    QVERIFY(watch.isChecking());
    director.answer();
    QTRY_VERIFY(!watch.isChecking());
    std::vector<PlacedServer> many(HealthWatch::mostServers + 1, course()[0]);
    many.back() = course()[1];
    watch.check(many, {}, Asking::Never);
    QCOMPARE(director.asked.back().request.connections, std::vector{server(11).key}); // the last is left out
}

QTEST_GUILESS_MAIN(TestHealthWatch)
#include "tst_healthwatch.moc"
