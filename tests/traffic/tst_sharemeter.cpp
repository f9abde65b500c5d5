// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/sharemeter.h"
#include "tests/traffic/readings.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Verdict = ServiceShare::Verdict;

/// What schedulers promise, what servers received, and what is said of the difference.
class TestShareMeter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void promises_data();
    void promises();
    void everySchedulerIsKnown();
    void rounds();

    void servesAsPromised();
    void sharesFollowTheLastMinutes();
    void fewConnectionsSayNothing();
    void anUnfinishedRoundIsNoSkew();
    void chanceIsNoSkew();
    void whatWouldNotBeNoticedIsNotKept();
    void noPromiseIsNoSkew();
    void skewHasACause_data();
    void skewHasACause();
    void aChangeBeginsAnew_data();
    void aChangeBeginsAnew();
    void countersOfBeforeAChangeAreNoSkew();
    void whoIsNotLookedAtIsForgotten();
    void withoutTrafficNothingIsKnown();
};

namespace {

/// A service whose servers get so many new connections each second.
class Served
{
public:
    Served(QStringView scheduler, const std::vector<quint32> &weights)
    {
        std::vector<RealServer> servers;
        for (std::size_t i = 0; i < weights.size(); ++i)
            servers.push_back(server(11 + int(i), weights[i]));
        m_director.add(web, servers).config = service(web, scheduler);
    }
    VirtualService &config() { return m_director.snapshot.services.front().config; }
    ServerState &at(std::size_t index) { return m_director.snapshot.servers.front().servers[index]; }
    Snapshot &snapshot() { return m_director.snapshot; }

    void go(std::chrono::seconds span, const std::vector<quint64> &perSecond)
    {
        for (qint64 second = 0; second < span.count(); ++second) {
            for (std::size_t i = 0; i < perSecond.size(); ++i)
                grow(at(i).traffic, perSecond[i]);
            m_meter.record(m_director.read());
        }
    }
    void pause(std::chrono::milliseconds span) { m_director.now += span.count(); }
    ServiceShare share() const { return m_meter.of(web); }
    double received(int host) const { return share().find(server(host).key)->received.value_or(-1); }

private:
    ReadDirector m_director;
    ShareMeter m_meter;
};

} // namespace

void TestShareMeter::promises_data()
{
    QTest::addColumn<QString>("scheduler");
    QTest::addColumn<std::vector<double>>("shares");
    QTest::newRow("rr does not look at weights, but for 0") << u"rr"_s << std::vector{0.5, 0.5, 0.0};
    QTest::newRow("wrr") << u"wrr"_s << std::vector{0.25, 0.75, 0.0};
    for (const QStringView none : {u"wlc", u"lc", u"sed", u"nq", u"twos", u"sh", u"mh", u"dh", u"lblc", u"fo", u"x"})
        QTest::newRow(qPrintable(none.toString())) << none.toString() << std::vector<double>();
}

void TestShareMeter::promises()
{
    QFETCH(const QString, scheduler);
    const std::vector<quint32> weights{1, 3, 0};
    QTEST(promisedShares(promiseOf(*SchedulerName::fromText(scheduler)), weights), "shares");
    const std::vector<quint32> drained{0, 0};
    for (const double share : promisedShares(SharePromise::ByWeight, drained))
        QCOMPARE(share, 0.0);
}

void TestShareMeter::everySchedulerIsKnown()
{
    for (const QStringView name : kernelSchedulers)
        QVERIFY2(promiseOf(*SchedulerName::fromText(name)) != SharePromise::Unknown, qPrintable(name.toString()));
}

void TestShareMeter::rounds()
{
    const std::vector<quint32> weights{10, 20, 0, 30};
    QCOMPARE(roundOf(SharePromise::Equal, weights), 3u);
    QCOMPARE(roundOf(SharePromise::ByWeight, weights), 6u);
    QCOMPARE(roundOf(SharePromise::ByLoad, weights), 0u);
    QCOMPARE(roundOf(SharePromise::ByWeight, std::vector<quint32>{0}), 0u);
}

void TestShareMeter::servesAsPromised()
{
    Served served(u"wrr", {3, 1});
    QVERIFY(served.share().servers.empty());
    served.go(61s, {30, 10});
    const ServiceShare share = served.share();
    QCOMPARE(share.verdict, Verdict::AsPromised);
    QCOMPARE(share.span, 60s);
    QCOMPARE(share.connections, 60u * 40);
    QCOMPARE(share.find(server(11).key)->connections, 60u * 30);
    QCOMPARE(share.find(server(11).key)->promised, 0.75);
    QCOMPARE(served.received(11), 0.75);
    QCOMPARE(served.received(12), 0.25);
    QVERIFY(!share.find(server(13).key));
}

void TestShareMeter::sharesFollowTheLastMinutes()
{
    Served served(u"wrr", {1, 1});
    served.go(200s, {40, 0});
    QCOMPARE(served.received(11), 1.0);
    served.go(121s, {20, 20});
    QCOMPARE(served.received(11), 0.5);
    for (int second = 0; second < 300; ++second) {
        served.go(1s, {20, 20});
        QVERIFY(served.share().span >= ShareMeter::half);
        QVERIFY(served.share().span <= 2 * ShareMeter::half);
    }
}

void TestShareMeter::fewConnectionsSayNothing()
{
    Served served(u"rr", {1, 1});
    served.go(1s, {0, 0});
    QCOMPARE(served.share().verdict, Verdict::TooFew);
    QVERIFY(!served.share().servers.front().received); // nothing of nothing
    served.go(99s, {1, 0});
    QCOMPARE(served.share().verdict, Verdict::TooFew);
    QCOMPARE(served.received(11), 1.0);
    served.go(1s, {1, 0});
    QCOMPARE(served.share().verdict, Verdict::Skewed);
}

void TestShareMeter::anUnfinishedRoundIsNoSkew()
{
    // A round begins with 201 for the heavier one alone.
    Served served(u"wrr", {601, 400});
    served.go(1s, {0, 0});
    served.go(40s, {15, 10});
    served.go(20s, {10, 0});
    QCOMPARE(served.share().connections, 1200u);
    QVERIFY(served.share().deviation > 0.066);
    QCOMPARE(served.share().verdict, Verdict::TooFew);
    Served wide(u"wrr", {6001, 4000});
    wide.go(61s, {100, 0});
    QCOMPARE(wide.share().verdict, Verdict::TooFew);
}

void TestShareMeter::chanceIsNoSkew()
{
    Served served(u"rr", {1, 1});
    served.go(1s, {0, 0});
    served.go(100s, {2, 1}); // 300 in all: 3 standard deviations are 8.7 points, and these are 16.7
    QCOMPARE(served.share().verdict, Verdict::Skewed);
    QVERIFY(std::abs(served.share().deviation - 1 / 6.0) < 1e-9);
    Served near(u"rr", {1, 1});
    near.go(1s, {0, 0});
    near.go(60s, {2, 2});
    near.go(40s, {3, 2}); // 240 and 200: 4.5 points, where 7.2 are allowed
    QCOMPARE(near.share().verdict, Verdict::AsPromised);
}

void TestShareMeter::whatWouldNotBeNoticedIsNotKept()
{
    Served served(u"rr", {1, 1});
    served.go(1s, {0, 0});
    served.go(19s, {50, 50}); // counters may be 2 s apart
    QCOMPARE(served.share().verdict, Verdict::TooFew);
    served.go(1s, {50, 50});
    QCOMPARE(served.share().verdict, Verdict::AsPromised);
}

void TestShareMeter::noPromiseIsNoSkew()
{
    Served served(u"wlc", {3, 1});
    served.go(61s, {10, 90});
    QCOMPARE(served.share().verdict, Verdict::NoPromise);
    QCOMPARE(served.share().promise, SharePromise::ByLoad);
    QCOMPARE(served.received(12), 0.9);
    QVERIFY(!served.share().find(server(12).key)->promised);
    QVERIFY(!served.share().cause);
}

void TestShareMeter::skewHasACause_data()
{
    QTest::addColumn<std::function<void(Served &)>>("given");
    QTest::addColumn<SkewCause>("cause");
    using Given = std::function<void(Served &)>;
    const auto persistent = [](Served &served, quint32 clients) {
        served.config().flags = ServiceFlag::Persistent;
        served.config().persistenceTimeout = 300;
        served.at(0).persistentConnections = clients;
    };
    QTest::newRow("unseen") << Given([](Served &) {}) << SkewCause::Unseen;
    QTest::newRow("drained") << Given([](Served &served) { served.at(0).config.weight = 0; }) << SkewCause::Drained;
    QTest::newRow("full") << Given([](Served &served) {
        served.at(1).config.upperThreshold = 100;
        served.at(1).activeConnections = 60;
        served.at(1).inactiveConnections = 15;
    }) << SkewCause::Full;
    QTest::newRow("far from its threshold") << Given([](Served &served) {
        served.at(1).config.upperThreshold = 100;
        served.at(1).activeConnections = 74;
    }) << SkewCause::Unseen;
    QTest::newRow("persistent") << Given([=](Served &served) { persistent(served, 20); }) << SkewCause::Persistence;
    QTest::newRow("few clients") << Given([=](Served &served) { persistent(served, 19); }) << SkewCause::FewClients;
    QTest::newRow("added lately") << Given([=](Served &served) {
        persistent(served, 200);
        served.at(1).config.weight = 0;
        served.go(1s, {90, 0});
        served.at(1).config.weight = 1;
    }) << SkewCause::ChangedLately;
}

void TestShareMeter::skewHasACause()
{
    QFETCH(const std::function<void(Served &)>, given);
    Served served(u"rr", {1, 1});
    given(served);
    served.go(61s, {90, 10});
    QCOMPARE(served.share().verdict, Verdict::Skewed);
    QTEST(served.share().cause.value(), "cause");
}

void TestShareMeter::aChangeBeginsAnew_data()
{
    QTest::addColumn<std::function<void(Served &)>>("change");
    using Change = std::function<void(Served &)>;
    QTest::newRow("weight") << Change([](Served &served) { served.at(0).config.weight = 5; });
    QTest::newRow("scheduler") << Change([](Served &served) { served.config() = service(web, u"rr"); });
    QTest::newRow("a server goes") << Change(
        [](Served &served) { served.snapshot().servers.front().servers.pop_back(); });
    QTest::newRow("counters zeroed") << Change([](Served &served) { served.at(0).traffic = {}; });
    QTest::newRow("nobody looked") << Change([](Served &served) { served.pause(61s); });
}

void TestShareMeter::aChangeBeginsAnew()
{
    QFETCH(const std::function<void(Served &)>, change);
    Served served(u"wrr", {1, 1});
    served.go(60s, {30, 10});
    QCOMPARE(served.share().connections, 59u * 40);
    change(served);
    served.go(1s, {0});
    QCOMPARE(served.share().connections, 0u);
    QCOMPARE(served.share().verdict, Verdict::TooFew);
    served.go(10s, {20});
    QCOMPARE(served.share().connections, 200u);
}

void TestShareMeter::countersOfBeforeAChangeAreNoSkew()
{
    Served served(u"rr", {1, 1});
    served.go(60s, {500, 500});
    served.at(0).config.weight = 0;
    served.go(1s, {0, 0});
    served.go(1s, {500, 1000}); // what came before the change is counted up to 2 s after it
    served.go(29s, {0, 1000});
    QCOMPARE(served.share().verdict, Verdict::AsPromised);
}

void TestShareMeter::whoIsNotLookedAtIsForgotten()
{
    Served served(u"rr", {1, 1});
    served.go(10s, {20, 20});
    served.snapshot().servers.clear();
    served.go(30s, {});
    QCOMPARE(served.share().connections, 9u * 40);
    served.go(31s, {});
    QVERIFY(served.share().servers.empty());
}

void TestShareMeter::withoutTrafficNothingIsKnown()
{
    Served served(u"rr", {1, 1});
    served.snapshot().hasTraffic = false;
    served.go(10s, {20, 20});
    QVERIFY(served.share().servers.empty());
    QCOMPARE(served.share().verdict, Verdict::NoPromise);
}

QTEST_MAIN(TestShareMeter)
#include "tst_sharemeter.moc"
