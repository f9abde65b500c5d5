// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/connectiontrial.h"
#include "tests/support/fakedirector.h"
#include "tests/support/objects.h"

#include <QTcpServer>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Connections as a client makes them, and who got them by the director's counters.
class TestConnectionTrial : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsWhoGotThem();
    void refusedOnesAreCounted();
    void waitsForTheCounters();
    void withoutCountersNothingIsCounted();
    void readingMayFail();
    void anotherMachineIsTheClient();
    void onlyFewPortsOfTcp();
};

namespace {

constexpr quint32 count = 20;
constexpr auto patience = std::chrono::minutes(1);

/// The service with one server after the other at these counters.
Snapshot counted(std::initializer_list<quint64> connections, bool hasTraffic = true)
{
    Snapshot snapshot{.hasTraffic = hasTraffic};
    snapshot.services = {{.config = service(web, u"rr")}};
    ServerList list{.service = web};
    for (quint32 number = 11; const quint64 value : connections) {
        ServerState state{.config = server(number++)};
        state.traffic.counters.connections = value;
        list.servers.push_back(state);
    }
    snapshot.servers = {list};
    return snapshot;
}

/// A trial at a port of this computer.
struct Bench {
    Bench() { isListening = web.listen(QHostAddress::LocalHost); }

    void start()
    {
        tally = tryConnections(&director, test::web, {IpAddress::fromIPv4(0x7f000001), web.serverPort()}, count);
    }
    /// Answers the next reading, once it is asked for.
    bool answers(const Result<Snapshot> &snapshot)
    {
        const std::size_t number = ++answered;
        if (!QTest::qWaitFor([&] { return director.asked().size() >= number; }, patience))
            return false;
        director.answer(snapshot);
        return true;
    }
    bool ends() const
    {
        return QTest::qWaitFor([&] { return tally.isFinished(); }, patience);
    }

    FakeDirector director;
    QTcpServer web;
    bool isListening = false;
    std::size_t answered = 0;
    QFuture<Result<ConnectionTally>> tally;
};

std::vector<quint64> received(const ConnectionTally &tally)
{
    std::vector<quint64> numbers;
    for (const ConnectionTally::Server &server : tally.servers)
        numbers.push_back(server.received);
    return numbers;
}

} // namespace

void TestConnectionTrial::countsWhoGotThem()
{
    Bench bench;
    QVERIFY(bench.isListening);
    QSet<quint16> ports;
    connect(&bench.web, &QTcpServer::newConnection, &bench.web, [&] {
        while (const QTcpSocket *client = bench.web.nextPendingConnection())
            ports.insert(client->peerPort());
    });
    bench.start();
    QVERIFY(bench.answers(counted({100, 7})));
    QVERIFY(bench.answers(counted({110, 17})));
    QVERIFY(bench.ends());
    const auto tally = bench.tally.result();
    QVERIFY(tally);
    QCOMPARE(tally->tried, count);
    QCOMPARE(tally->connected, count);
    QVERIFY(tally->isCounted);
    QCOMPARE(received(*tally), (std::vector<quint64>{10, 10}));
    QCOMPARE(tally->servers.front().key, server(11).key);
    QCOMPARE(tally->servers.front().promised, 0.5);
    QCOMPARE(bench.director.asked().front().serversOf, std::vector{test::web});
    QTRY_COMPARE(ports.size(), qsizetype(count));
}

void TestConnectionTrial::refusedOnesAreCounted()
{
    Bench bench;
    const quint16 port = bench.web.serverPort();
    bench.web.close();
    bench.tally = tryConnections(&bench.director, test::web, {IpAddress::fromIPv4(0x7f000001), port}, count);
    QVERIFY(bench.answers(counted({0, 0})));
    QVERIFY(bench.answers(counted({20, 0})));
    QVERIFY(bench.ends());
    QCOMPARE(bench.tally.result()->connected, 0u);
    QCOMPARE(received(*bench.tally.result()), (std::vector<quint64>{20, 0}));
}

void TestConnectionTrial::waitsForTheCounters()
{
    Bench bench;
    bench.start();
    QVERIFY(bench.answers(counted({0, 0})));
    QVERIFY(bench.answers(counted({3, 0})));
    QVERIFY(bench.answers(counted({10, 2})));
    QVERIFY(bench.answers(counted({10, 11}))); // one of somebody else
    QVERIFY(bench.ends());
    QCOMPARE(received(*bench.tally.result()), (std::vector<quint64>{10, 11}));
    QCOMPARE(bench.director.asked().size(), 4u);
}

void TestConnectionTrial::withoutCountersNothingIsCounted()
{
    Bench bench;
    bench.start();
    QVERIFY(bench.answers(counted({0, 0}, false)));
    QVERIFY(bench.answers(counted({0, 0}, false)));
    QVERIFY(bench.ends());
    QVERIFY(!bench.tally.result()->isCounted);
    QCOMPARE(bench.tally.result()->connected, count);
}

void TestConnectionTrial::readingMayFail()
{
    Bench bench;
    bench.start();
    QVERIFY(bench.answers(failure(ErrorCode::LinkLost)));
    QVERIFY(bench.ends());
    QCOMPARE(bench.tally.result().error().code, ErrorCode::LinkLost);

    auto director = std::make_unique<FakeDirector>();
    const auto tally = tryConnections(director.get(), test::web, {IpAddress::fromIPv4(0x7f000001), 1}, count);
    director.reset();
    QVERIFY(tally.isFinished());
    QCOMPARE(tally.result().error().code, ErrorCode::LinkLost);
}

void TestConnectionTrial::anotherMachineIsTheClient()
{
    struct Client : FakeDirector {
        QString id() const override { return u"ssh:root@client:22"_s; }
        QFuture<Result<quint32>> tryConnections(const ServerKey &endpoint, quint32 wanted) override
        {
            asked = {endpoint, wanted};
            return QtFuture::makeReadyValueFuture(answer);
        }
        std::pair<ServerKey, quint32> asked;
        Result<quint32> answer = 19;
    };
    Client client;
    Bench bench;
    const ServerKey vip{web.address, 80};
    bench.tally = tryConnections(&bench.director, test::web, vip, count, &client);
    QVERIFY(bench.answers(counted({0, 0})));
    QVERIFY(bench.answers(counted({10, 10})));
    QVERIFY(bench.ends());
    QCOMPARE(client.asked, std::pair(vip, count));
    QCOMPARE(bench.tally.result()->client, client.id());
    QCOMPARE(bench.tally.result()->connected, 19u);

    const Error error{.code = ErrorCode::LinkLost};
    client.answer = std::unexpected(error);
    bench.tally = tryConnections(&bench.director, test::web, vip, count, &client);
    QVERIFY(bench.answers(counted({0, 0})));
    QVERIFY(bench.ends());
    QCOMPARE(bench.tally.result().error(), error);
}

void TestConnectionTrial::onlyFewPortsOfTcp()
{
    SetupWish wish{.service = service(test::web)};
    QCOMPARE(clientEndpoint(wish), (ServerKey{test::web.address, 80}));
    wish.service.key.protocol = quint8(Protocol::Udp);
    QVERIFY(!clientEndpoint(wish));
    wish.service.key = ServiceKey::forMark(1, Family::IPv4);
    wish.vipOfMark = test::web.address;
    QVERIFY(!clientEndpoint(wish));
    wish.portsOfMark = *PortSet::fromText(u"443,80");
    QCOMPARE(clientEndpoint(wish), (ServerKey{test::web.address, 80}));
}

QTEST_GUILESS_MAIN(TestConnectionTrial)
#include "tst_connectiontrial.moc"
