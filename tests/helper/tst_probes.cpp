// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/bounds.h"
#include "helper/probe/probes.h"
#include "tests/helper/webservers.h"
#include "tests/support/testcertificate.h"

#include <QCryptographicHash>
#include <QSslConfiguration>
#include <QSslServer>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

namespace {

/// Answers whoever begins TLS with a certificate.
class TlsServer : public QSslServer
{
public:
    explicit TlsServer(const TestCertificate &shown)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(shown.certificate);
        configuration.setPrivateKey(shown.key);
        setSslConfiguration(configuration);
        if (!listen(QHostAddress::LocalHost))
            qFatal("can't listen");
    }
    ServerKey key() const { return {.address = IpAddress::fromIPv4(0x7f000001), .port = serverPort()}; }
};

} // namespace

/// Connections and requests to programs on this machine.
class TestProbes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void connects();
    void gets();
    void asksForThePage();
    void readsCertificates();
    void doesNotWaitForever();
    void keepsItsLimits();

private:
    template<class T> static std::vector<T> wait(const Probes::Answer<std::vector<T>> &answer)
    {
        if (!answer || !QTest::qWaitFor([&] { return answer->isFinished(); }, 60'000))
            return {};
        return answer->result();
    }
    static HttpTarget pageOf(const ServerKey &server) { return {.server = server}; }
};

void TestProbes::connects()
{
    const TextServer server("x");
    const ServerKey closed = closedPort();
    Probes probes({});
    const auto results = wait(probes.connectTo({server.key(), closed, server.key()}));
    QCOMPARE(results.size(), 3u);
    QCOMPARE(results[0].outcome, ProbeOutcome::Answered);
    QCOMPARE(results[1].outcome, ProbeOutcome::Refused);
    QCOMPARE(results[1].kernelErrno, ECONNREFUSED);
    QCOMPARE(results[2].outcome, ProbeOutcome::Answered);
    QVERIFY(server.requests().isEmpty());
}

void TestProbes::gets()
{
    const TextServer good("HTTP/1.0 200 OK\r\n\r\nrs1\n");
    const TextServer failing("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
    const TextServer other("220 mail.example ESMTP\r\n");
    Probes probes({});
    const auto results =
        wait(probes.get({pageOf(good.key()), pageOf(failing.key()), pageOf(other.key()), pageOf(closedPort())}));
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
    wait(probes.get({plain}));
    wait(probes.get({full}));
    QCOMPARE(server.requests().size(), 2);
    QVERIFY(server.requests()[0].startsWith("GET / HTTP/1.0\r\nHost: " + server.key().toString().toLatin1() + "\r\n"));
    QVERIFY(server.requests()[1].startsWith("GET /health?deep=1 HTTP/1.0\r\nHost: shop.example:8080\r\n"));
    QVERIFY(server.requests()[1].endsWith("\r\n\r\n"));
}

void TestProbes::readsCertificates()
{
    const TlsServer one(testCertificate(1));
    const TlsServer same(testCertificate(1));
    const TlsServer other(testCertificate(2));
    const TextServer plain("HTTP/1.0 400 Bad Request\r\n\r\n");
    Probes probes({});
    const auto results = wait(probes.readCertificates({one.key(), same.key(), other.key(), plain.key(), closedPort()}));
    QCOMPARE(results.size(), 5u);
    QCOMPARE(results[0].result.outcome, ProbeOutcome::Answered);
    QCOMPARE(results[0].certificate, testCertificate(1).certificate.digest(QCryptographicHash::Sha256));
    QCOMPARE(results[0].validUntil, testCertificate(1).certificate.expiryDate());
    QCOMPARE(results[1].certificate, results[0].certificate);
    QCOMPARE(results[2].certificate, testCertificate(2).certificate.digest(QCryptographicHash::Sha256));
    QCOMPARE(results[3].result.outcome, ProbeOutcome::Garbled);
    QVERIFY(results[3].certificate.isEmpty());
    QCOMPARE(results[4].result.outcome, ProbeOutcome::Refused);
}

void TestProbes::doesNotWaitForever()
{
    const TextServer silent("");
    Probes probes({.tcp = {.answering = std::chrono::milliseconds(50)}});
    const auto results = wait(probes.get({pageOf(silent.key())}));
    QCOMPARE(results.size(), 1u);
    QCOMPARE(results[0].result.outcome, ProbeOutcome::Silent);
    QVERIFY(results[0].result.took >= std::chrono::milliseconds(50));
}

void TestProbes::keepsItsLimits()
{
    const TextServer server("x");
    Probes probes({});
    const std::vector<ServerKey> many(std::size_t(bus::bounds::waitingTargets), server.key());
    const auto first = probes.connectTo(many);
    QVERIFY(first);
    QVERIFY(probes.connectTo({server.key()})); // some are under way by now
    QCOMPARE(probes.connectTo(many).error().code, ErrorCode::TooManyRequests);
    QTRY_VERIFY_WITH_TIMEOUT(first->isFinished(), 60'000);
    QCOMPARE(first->result().size(), many.size());
    for (const ProbeResult &result : first->result())
        QCOMPARE(result.outcome, ProbeOutcome::Answered);
}

QTEST_GUILESS_MAIN(TestProbes)
#include "tst_probes.moc"
