// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A server drained in many services at once, with clients that stay connected all the while.
#include "app/directors/machinedirector.h"
#include "app/directors/sshmachine.h"
#include "core/change/bulk.h"
#include "core/director/snapshotdifference.h"
#include "tests/directors/askpass.h"
#include "tests/directors/scriptedprompter.h"
#include "tests/lab/labhost.h"
#include "tests/support/objects.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

class TestDrain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void drainsOneServerInFiftyServices();
};

namespace {

constexpr int services = 50;
constexpr quint16 firstPort = 7001;
constexpr quint16 serverPort = 7000;

/// On a real server: tells each client its name, then counts, once a second: a hundred of them at once
/// must not be all that the lab can do.
const QString ticker = uR"(
import asyncio, socket
async def serve(reader, writer):
    writer.write((socket.gethostname() + '\n').encode())
    try:
        for tick in range(100000):
            writer.write(f'{tick}\n'.encode())
            await writer.drain()
            await asyncio.sleep(1)
    except OSError:
        pass
async def main():
    async with await asyncio.start_server(serve, port=7000, backlog=500) as server:
        await server.serve_forever()
asyncio.run(main())
)"_s;

/// On the client: holds two connections to each service, says in a file every second how they are, opens two more to
/// each on SIGUSR1, and ends by itself after a while. Each has a port of its own: the kernel gives one to connections
/// to different services, which are the same connection to a server that serves them all at one port.
const QString holder = uR"(
import asyncio, itertools, json, os, signal
held, fresh = [], []
ports = itertools.count(10000 + os.getpid() % 100 * 200)
class Connection:
    name, ticks, error = None, 0, None
    async def run(self, port):
        try:
            reader, self.writer = await asyncio.open_connection('172.18.100.6', port, local_addr=('10.1.1.10', next(ports)))
            self.name = (await reader.readline()).decode().strip()
            while line := await reader.readline():
                if int(line) != self.ticks:
                    raise ValueError(f'{int(line)} instead of {self.ticks}')
                self.ticks += 1
            self.error = 'ended'
        except Exception as error:
            self.error = repr(error)
def open_two(connections):
    for port in list(range(7001, 7051)) * 2:
        connections.append(Connection())
        connections[-1].task = asyncio.create_task(connections[-1].run(port))
def tell():
    state = {name: [[c.name, c.ticks, c.error] for c in connections] for name, connections in (('held', held), ('fresh', fresh))}
    with open('/tmp/held.new', 'w') as file:
        json.dump(state, file)
    os.rename('/tmp/held.new', '/tmp/held')
async def main():
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, open_two, fresh)
    open_two(held)
    for second in range(1200):
        await asyncio.sleep(1)
        tell()
asyncio.run(main())
)"_s;

struct Held {
    QString server;
    int ticks = 0;
    QString error;
};

/// How the client's connections are; "held" from the beginning, or "fresh".
QList<Held> connections(const QString &which)
{
    const QByteArray text = lab::need(u"client"_s, u"if [ -e /tmp/held ]; then cat /tmp/held; fi"_s).toUtf8();
    QList<Held> list;
    for (const QJsonValue &value : QJsonDocument::fromJson(text)[which].toArray())
        list.append({value[0].toString(), value[1].toInt(), value[2].toString()});
    return list;
}

/// Looks until nothing is amiss, and says what is after two minutes. A look takes as long as the lab does: QTRY_VERIFY,
/// which counts its looks, would wait many times as long as it was told.
QString amiss(const std::function<QString()> &look)
{
    QString what;
    const auto well = [&] { return (what = look()).isEmpty(); };
    return QTest::qWaitFor(well, std::chrono::minutes(2)) ? QString() : what;
}

/// That many connections are served, and as many of them by `server`.
QString areServed(const QString &which, qsizetype count, const QString &server, qsizetype byServer)
{
    const QList<Held> list = connections(which);
    const auto served = std::ranges::count_if(list, [](const Held &held) { return held.ticks > 0; });
    const auto here = std::ranges::count(list, server, &Held::server);
    if (list.size() == count && served == count && here == byServer)
        return {};
    return u"%1 connections, %2 served, %3 by %4"_s.arg(list.size()).arg(served).arg(here).arg(server);
}

/// Each connection has got three ticks more from the server it had.
QString goOn(const QList<Held> &before)
{
    const QList<Held> now = connections(u"held"_s);
    if (now.size() != before.size())
        return u"%1 connections"_s.arg(now.size());
    for (qsizetype i = 0; i < now.size(); ++i) {
        if (now[i].error.isEmpty() && now[i].server == before[i].server && now[i].ticks >= before[i].ticks + 3)
            continue;
        return u"connection %1 to %2, tick %3, has come to tick %4 of %5 %6"_s.arg(i)
            .arg(before[i].server)
            .arg(before[i].ticks)
            .arg(now[i].ticks)
            .arg(now[i].server, now[i].error);
    }
    return {};
}

} // namespace

void TestDrain::initTestCase()
{
    lab::awaitHosts();
    cleanupTestCase(); // what an aborted run may have left
    for (const QString &host : {u"rs1"_s, u"rs2"_s})
        lab::startScript(host, u"ticker"_s, ticker);
}

void TestDrain::cleanupTestCase()
{
    lab::stopScript(u"client"_s, u"holder"_s);
    lab::need(u"client"_s, u"rm -f /tmp/held"_s);
    for (const QString &host : {u"rs1"_s, u"rs2"_s})
        lab::stopScript(host, u"ticker"_s);
    lab::clearTable();
}

void TestDrain::drainsOneServerInFiftyServices()
{
    const RealServer leaving = test::server(11, 1, serverPort);
    const RealServer staying = test::server(12, 1, serverPort);
    test::ScriptedPrompter prompter;
    const SshSettings settings{.askpassProgram = test::askpassProgram(),
                               .configFile = lab::stateDirectory() + u"/ssh_config"_s};
    MachineDirector director(std::make_unique<SshMachine>(*SshTarget::fromText(u"root@director"_s), settings, prompter,
                                                          [] { return Environment::Test; }));
    director.open();
    QTRY_COMPARE_WITH_TIMEOUT(director.status().link, LinkState::Live, 60'000);
    director.unlock();
    const auto wait = [](auto future) {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 60'000))
            qFatal("no answer");
        return future.result();
    };

    ChangePlan cluster;
    for (quint16 i = 0; i < services; ++i) {
        const ServiceKey key = test::tcp(u"172.18.100.6", quint16(firstPort + i));
        cluster.operations.push_back(AddService{test::service(key)});
        cluster.operations.push_back(AddServer{key, leaving});
        cluster.operations.push_back(AddServer{key, staying});
    }
    QCOMPARE(wait(director.apply(cluster))->outcome, ApplyOutcome::Applied);
    lab::startScript(u"client"_s, u"holder"_s, holder);
    QCOMPARE(amiss([] { return areServed(u"held"_s, 2 * services, u"rs1"_s, services); }), QString());

    // One plan, one Apply.
    const auto table = wait(director.read({.allServers = true}));
    QVERIFY(table);
    const ChangePlan drain = settingWeights(serversWithAddresses(tableOf(*table), {leaving.key.address}), 0);
    QCOMPARE(drain.operations.size(), size_t(services));
    const QList<Held> before = connections(u"held"_s);
    QSignalSpy applied(&director, &Director::changed);
    const auto report = wait(director.apply(drain));
    QVERIFY(report);
    QCOMPARE(report->outcome, ApplyOutcome::Applied);
    QCOMPARE(report->results, std::vector(services, OperationResult{.status = OperationStatus::Done}));
    QTRY_COMPARE(applied.size(), 1);
    QCOMPARE(lab::table().filter(u"-r 192.168.10.11:7000 -m -w 0"_s).size(), services);

    // Who is connected stays so, at either server, and misses nothing.
    QCOMPARE(amiss([&] { return goOn(before); }), QString());

    // Who comes now is served by the other one.
    lab::signalScript(u"client"_s, u"holder"_s, u"USR1"_s);
    QCOMPARE(amiss([] { return areServed(u"fresh"_s, 2 * services, u"rs2"_s, 2 * services); }), QString());
    const QList<Held> after = connections(u"held"_s);
    QVERIFY(std::ranges::all_of(after, &QString::isEmpty, &Held::error));
}

QTEST_GUILESS_MAIN(TestDrain)
#include "tst_drain.moc"
