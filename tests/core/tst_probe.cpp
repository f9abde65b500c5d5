// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/director/localdirector.h"
#include "core/probe/serverhealth.h"
#include "tests/support/objects.h"
#include "tests/support/sharedmachine.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;
using Verdict = ServerHealth::Verdict;

/// What a look at a server says of it, and how a sandbox's servers answer.
class TestProbe : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void verdicts_data();
    void verdicts();
    void serversOfTheVipAlone();
    void checksFitTheService();
    void wordsOfARequest();
    void serversInMemoryAnswer();
    void nobodyElseInMemoryAnswers();

private:
    template<class T> Result<T> wait(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 30'000))
            return failure(ErrorCode::TimedOut);
        return future.result();
    }
};

void TestProbe::verdicts_data()
{
    QTest::addColumn<std::optional<ProbeOutcome>>("network");
    QTest::addColumn<std::optional<ProbeOutcome>>("transport");
    QTest::addColumn<int>("status"); // -1: not looked at, 0: none came
    QTest::addColumn<Verdict>("verdict");
    using Outcome = std::optional<ProbeOutcome>;
    const Outcome none;
    const Outcome yes = ProbeOutcome::Answered;
    const Outcome silent = ProbeOutcome::Silent;
    const Outcome refused = ProbeOutcome::Refused;
    QTest::newRow("nothing") << none << none << -1 << Verdict::Unknown;
    QTest::newRow("ping") << yes << none << -1 << Verdict::Reachable;
    QTest::newRow("no ping") << silent << none << -1 << Verdict::Unknown; // a firewall may drop it
    QTest::newRow("no way") << Outcome(ProbeOutcome::Unreachable) << none << -1 << Verdict::Unreachable;
    QTest::newRow("connection") << yes << yes << -1 << Verdict::Reachable;
    QTest::newRow("pings are dropped") << silent << yes << 200 << Verdict::Reachable;
    QTest::newRow("refused") << yes << refused << -1 << Verdict::Unreachable;
    QTest::newRow("refused, then served") << yes << refused << 200 << Verdict::Unreachable;
    QTest::newRow("page") << yes << yes << 200 << Verdict::Reachable;
    QTest::newRow("page missing") << yes << yes << 404 << Verdict::Reachable;
    QTest::newRow("out of order") << yes << yes << 503 << Verdict::Failing;
    QTest::newRow("no answer by HTTP") << yes << yes << 0 << Verdict::Failing;
}

void TestProbe::verdicts()
{
    QFETCH(const std::optional<ProbeOutcome>, network);
    QFETCH(const std::optional<ProbeOutcome>, transport);
    QFETCH(const int, status);
    QFETCH(const Verdict, verdict);
    ServerHealth health;
    if (network)
        health.network = ProbeResult{.outcome = *network};
    if (transport)
        health.transport = ProbeResult{.outcome = *transport};
    if (status >= 0)
        health.application =
            HttpResult{.result = {.outcome = status > 0 ? ProbeOutcome::Answered : ProbeOutcome::Silent},
                       .status = quint16(status)};
    QCOMPARE(health.verdict(), verdict);
    QCOMPARE(health.isBad(), verdict == Verdict::Failing || verdict == Verdict::Unreachable);
}

void TestProbe::serversOfTheVipAlone()
{
    ServerHealth health{.network = ProbeResult{.outcome = ProbeOutcome::Answered},
                        .transport = ProbeResult{.outcome = ProbeOutcome::Refused},
                        .application = HttpResult{.result = {.outcome = ProbeOutcome::Refused}}};
    QCOMPARE(health.verdict(), Verdict::Unreachable);
    for (const Forwarding forwarding : {Forwarding::Gatewaying, Forwarding::Tunnelling}) {
        health.forwarding = forwarding;
        health.transport->outcome = ProbeOutcome::Refused;
        QCOMPARE(health.verdict(), Verdict::Unknown);
        QVERIFY(!health.isBad());
        health.transport->outcome = ProbeOutcome::Silent;
        QCOMPARE(health.verdict(), Verdict::Unreachable);
        health.transport->outcome = ProbeOutcome::Answered;
        QCOMPARE(health.verdict(), Verdict::Failing);
    }
}

void TestProbe::checksFitTheService()
{
    const HealthOptions other{
        .httpPort = 81, .host = *HttpHost::fromText(u"shop"), .path = *HttpPath::fromText(u"/up")};
    const auto ports = [](const ServiceKey &service, quint16 port, const HealthOptions &options) {
        const HealthTargets targets = healthTargetsFor(service, server(11, 1, port).key, options);
        return std::pair(targets.connection ? targets.connection->port : 0,
                         targets.page ? targets.page->server.port : 0);
    };
    const ServiceKey udp = ServiceKey::forAddress(Protocol::Udp, ip(u"172.18.100.6"), 80);
    const ServiceKey mark = ServiceKey::forMark(1, Family::IPv4);
    QCOMPARE(ports(web, 80, {}), std::pair(80, 80));
    QCOMPARE(ports(web, 8080, {}), std::pair(8080, 8080));
    QCOMPARE(ports(database, 3306, {}), std::pair(3306, 0));
    QCOMPARE(ports(udp, 80, {}), std::pair(0, 0));
    QCOMPARE(ports(mark, 0, {}), std::pair(0, 0)); // every port
    QCOMPARE(ports(mark, 80, {}), std::pair(80, 80));
    QCOMPARE(ports(web, 80, other), std::pair(80, 81));
    QCOMPARE(ports(database, 3306, other), std::pair(3306, 81));
    QCOMPARE(ports(mark, 0, other), std::pair(0, 81));
    const auto page = healthTargetsFor(web, server(11).key, other).page;
    QCOMPARE(page->host.toString(), u"shop"_s);
    QCOMPARE(page->path.toString(), u"/up"_s);
}

void TestProbe::wordsOfARequest()
{
    for (const QStringView good : {u"shop.example", u"10.0.0.1:8080", u"[2001:db8::1]:80"})
        QCOMPARE(HttpHost::fromText(good)->toString(), good);
    for (const QStringView bad : {u"", u"a b", u"a\r\nX: y", u"a/b", u"user@host", u"häuser"})
        QVERIFY2(!HttpHost::fromText(bad), qPrintable(bad.toString()));
    QCOMPARE(HttpPath().toString(), u"/"_s);
    for (const QStringView good : {u"/", u"/health?deep=1&x=%20", u"/a/b;c"})
        QCOMPARE(HttpPath::fromText(good)->toString(), good);
    for (const QStringView bad : {u"", u"x", u"/a b", u"/\r\n", u"/#x", u"/ä", u"/\u007f"})
        QVERIFY2(!HttpPath::fromText(bad), qPrintable(bad.toString()));
    QVERIFY(HttpPath::fromText(u'/' + QString(254, u'x')));
    QVERIFY(!HttpPath::fromText(u'/' + QString(255, u'x')));
}

void TestProbe::serversInMemoryAnswer()
{
    SharedMachine machine;
    machine.execute({AddService{service(web)}, AddServer{web, server(11)}, AddServer{web, server(12)}});
    LocalDirector director(u"test"_s, [&] { return machine.makeBackend(); });
    director.closePort(server(12).key);
    director.open();
    QVERIFY(wait(director.findProbe()));
    ProbeRequest request{.pings = {web.address, server(11).key.address},
                         .connections = {server(11).key, server(12).key},
                         .pages = {{.server = server(11).key}, {.server = server(12).key}}};
    const auto report = wait(director.probe(request, Asking::Never));
    QVERIFY(report);
    QVERIFY(report->pings.at(0).isAnswered());
    QVERIFY(report->pings.at(1).isAnswered());
    QVERIFY(report->connections.at(0).isAnswered());
    QCOMPARE(report->connections.at(1).outcome, ProbeOutcome::Refused);
    QCOMPARE(report->pages.at(0).status, quint16(200));
    QCOMPARE(report->pages.at(1).result.outcome, ProbeOutcome::Refused);

    director.closePort(server(11).key); // also while it is open
    QCOMPARE(wait(director.probe(request, Asking::Never))->connections.at(0).outcome, ProbeOutcome::Refused);

    const auto census = wait(director.takeCensus(web.address, {}, Asking::Never));
    QVERIFY(census);
    QVERIFY(census->answers.empty());
    QVERIFY(!census->asked.empty());
}

void TestProbe::nobodyElseInMemoryAnswers()
{
    SharedMachine machine;
    machine.execute({AddService{service(web)}, AddServer{web, server(11)}});
    LocalDirector director(u"test"_s, [&] { return machine.makeBackend(); });
    director.open();
    const Error error{.code = ErrorCode::NotATarget, .values = {server(12).key.address.toString()}};
    const IpAddress other = server(12).key.address;
    QCOMPARE(wait(director.probe({.pings = {other}}, Asking::Never)).error(), error);
    QCOMPARE(wait(director.probe({.connections = {server(12).key}}, Asking::Never)).error(), error);
    QCOMPARE(wait(director.probe({.pages = {{.server = server(12).key}}}, Asking::Never)).error(), error);
    QVERIFY(wait(director.takeCensus(other, {}, Asking::Never))); // it is of a network of the director's
    const IpAddress elsewhere = ip(u"10.1.1.10");
    QCOMPARE(wait(director.takeCensus(elsewhere, {}, Asking::Never)).error(),
             (Error{.code = ErrorCode::NotATarget, .values = {elsewhere.toString()}}));
}

QTEST_GUILESS_MAIN(TestProbe)
#include "tst_probe.moc"
