// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/bounds.h"
#include "helper/probe/probes.h"
#include "tests/helper/webservers.h"

#include <QCryptographicHash>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Connections and requests to programs on this machine.
class TestProbes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void connects();
    void gets();
    void asksForThePage();
    void doesNotWaitForever();
    void keepsItsLimits();

private:
    std::vector<HttpResult> talk(Probes &probes, const std::vector<Probes::Talk> &talks);
    static Probes::Talk pageOf(const ServerKey &server) { return {server, TcpProbe::requestFor({.server = server})}; }
};

std::vector<HttpResult> TestProbes::talk(Probes &probes, const std::vector<Probes::Talk> &talks)
{
    const auto answer = probes.talk(talks);
    if (!answer || !QTest::qWaitFor([&] { return answer->isFinished(); }, 60'000))
        return {};
    return answer->result();
}

void TestProbes::connects()
{
    const TextServer server("x");
    const ServerKey closed = closedPort();
    Probes probes({});
    const auto results = talk(probes, {{server.key()}, {closed}, {server.key()}});
    QCOMPARE(results.size(), 3u);
    QCOMPARE(results[0].result.outcome, ProbeOutcome::Answered);
    QCOMPARE(results[1].result.outcome, ProbeOutcome::Refused);
    QCOMPARE(results[1].result.kernelErrno, ECONNREFUSED);
    QCOMPARE(results[2].result.outcome, ProbeOutcome::Answered);
    QVERIFY(server.requests().isEmpty());
}

void TestProbes::gets()
{
    const TextServer good("HTTP/1.0 200 OK\r\n\r\nrs1\n");
    const TextServer failing("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
    const TextServer other("220 mail.example ESMTP\r\n");
    Probes probes({});
    const auto results =
        talk(probes, {pageOf(good.key()), pageOf(failing.key()), pageOf(other.key()), pageOf(closedPort())});
    QCOMPARE(results.size(), 4u);
    QCOMPARE(results[0].result.outcome, ProbeOutcome::Answered);
    QCOMPARE(results[0].status, 200);
    QCOMPARE(results[0].bytes, 4u);
    QCOMPARE(results[0].firstLine, QCryptographicHash::hash("rs1", QCryptographicHash::Sha256));
    QCOMPARE(results[1].result.outcome, ProbeOutcome::Answered);
    QCOMPARE(results[1].status, 503);
    QCOMPARE(results[1].firstLine, QByteArray());
    QCOMPARE(results[2].result.outcome, ProbeOutcome::Garbled);
    QCOMPARE(results[2].status, 0);
    QCOMPARE(results[3].result.outcome, ProbeOutcome::Refused);
}

void TestProbes::asksForThePage()
{
    const TextServer server("HTTP/1.0 200 OK\r\n\r\n");
    const HttpTarget plain{.server = server.key()};
    const HttpTarget full{.server = server.key(),
                          .host = *HttpHost::fromText(u"shop.example:8080"),
                          .path = *HttpPath::fromText(u"/health?deep=1")};
    Probes probes({});
    talk(probes, {{server.key(), TcpProbe::requestFor(plain)}});
    talk(probes, {{server.key(), TcpProbe::requestFor(full)}});
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(server.requests()[0].startsWith("GET / HTTP/1.0\r\nHost: " + server.key().toString().toLatin1() + "\r\n"));
    QVERIFY(server.requests()[1].startsWith("GET /health?deep=1 HTTP/1.0\r\nHost: shop.example:8080\r\n"));
    QVERIFY(server.requests()[1].endsWith("\r\n\r\n"));
}

void TestProbes::doesNotWaitForever()
{
    const TextServer silent("");
    Probes probes({.tcp = {.answering = std::chrono::milliseconds(50)}});
    const auto results = talk(probes, {pageOf(silent.key())});
    QCOMPARE(results.size(), 1u);
    QCOMPARE(results[0].result.outcome, ProbeOutcome::Silent);
    QVERIFY(results[0].result.took >= std::chrono::milliseconds(50));
}

void TestProbes::keepsItsLimits()
{
    const TextServer server("x");
    Probes probes({});
    const std::vector<Probes::Talk> many(std::size_t(bus::bounds::waitingTargets), {server.key()});
    const auto first = probes.talk(many);
    QVERIFY(first);
    QVERIFY(probes.talk({{server.key()}})); // some are under way by now
    QCOMPARE(probes.talk(many).error().code, ErrorCode::TooManyRequests);
    QTRY_VERIFY_WITH_TIMEOUT(first->isFinished(), 60'000);
    QCOMPARE(first->result().size(), many.size());
    for (const HttpResult &result : first->result())
        QCOMPARE(result.result.outcome, ProbeOutcome::Answered);
}

QTEST_GUILESS_MAIN(TestProbes)
#include "tst_probes.moc"
