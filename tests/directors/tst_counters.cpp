// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the console shows of traffic whose amount is known, beside what ipvsadm shows of it.
#include "tests/directors/labvisit.h"
#include "tests/support/objects.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace lvs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestCounters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void countersAreWhatWasSent();
    void ratesFollowTheEstimator();
};

namespace {

constexpr quint16 port = 7300;
constexpr quint64 connections = 20; ///< of the generator, to each service
constexpr quint64 datagrams = 5;    ///< on each connection of UDP, one way
constexpr quint64 datagramSize = 28 + 512;

const IpAddress natVip = test::ip(u"172.18.100.6");
const IpAddress drVip = test::ip(u"172.18.100.7");

/// On a real server: echoes what comes to its own address and to the VIP, over TCP and UDP. Datagrams are answered from
/// the address they came to.
const QString echo = uR"(
import asyncio
class Datagrams(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport
    def datagram_received(self, data, client):
        self.transport.sendto(data, client)
async def serve(reader, writer):
    writer.write(await reader.readexactly(5000))
    await writer.drain()
    await reader.read()
    writer.close()
async def main(addresses):
    loop = asyncio.get_running_loop()
    for address in addresses:
        await asyncio.start_server(serve, address, 7300)
        await loop.create_datagram_endpoint(Datagrams, local_addr=(address, 7300))
    await asyncio.Event().wait()
asyncio.run(main(['%1', '172.18.100.7']))
)"_s;

/// On the client: 20 connections to each service, one after the other. Over TCP 5,000 bytes each way, over UDP 5
/// datagrams of 512. Prints what was seen on the wire meanwhile: packets and bytes by "VIP protocol" and direction.
const QString generator = uR"(
import collections, json, socket, struct, sys, threading, time
seen = collections.defaultdict(lambda: [0, 0, 0, 0])
wire = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(3))
wire.setsockopt(socket.SOL_SOCKET, 33, 1 << 24) # SO_RCVBUFFORCE
wire.bind(('eth0', 0))
wire.settimeout(3)
def look():
    while True:
        try:
            packet, address = wire.recvfrom(65535)
        except TimeoutError:
            return
        if address[1] != 0x800 or packet[9] not in (6, 17):
            continue
        out = address[2] == 4 # PACKET_OUTGOING
        vip = socket.inet_ntoa(packet[16:20] if out else packet[12:16])
        counts = seen[f"{vip} {'tcp' if packet[9] == 6 else 'udp'}"]
        counts[0 if out else 1] += 1
        counts[2 if out else 3] += struct.unpack('!H', packet[2:4])[0]
looking = threading.Thread(target=look)
looking.start()
for vip in ('172.18.100.6', '172.18.100.7'):
    for i in range(20):
        with socket.create_connection((vip, 7300), timeout=20) as tcp:
            tcp.sendall(b'x' * 5000)
            left = 5000
            while left:
                left -= len(tcp.recv(left))
            tcp.shutdown(socket.SHUT_WR)
            tcp.recv(1)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
            udp.settimeout(20)
            udp.connect((vip, 7300))
            for _ in range(5):
                udp.send(b'x' * 512)
                udp.recv(512)
looking.join()
dropped = struct.unpack('II', wire.getsockopt(263, 6, 8))[1] # SOL_PACKET, PACKET_STATISTICS
print(json.dumps({'dropped': dropped, 'seen': seen}))
)"_s;

/// On the client: now more, now less, for a minute and a half.
const QString waves = uR"(
import itertools, socket, time
end = time.monotonic() + 90
for round in itertools.count():
    if time.monotonic() > end:
        break
    for vip in ('172.18.100.6', '172.18.100.7'):
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
            udp.connect((vip, 7300))
            for _ in range(1 + round // 20 % 7):
                udp.send(b'x' * 700)
    time.sleep(0.05 if round // 50 % 2 else 0.2)
)"_s;

ServiceKey serviceAt(const IpAddress &vip, Protocol protocol)
{
    return ServiceKey::forAddress(protocol, vip, port);
}

ChangePlan cluster()
{
    ChangePlan plan;
    for (const IpAddress &vip : {natVip, drVip}) {
        for (const Protocol protocol : {Protocol::Tcp, Protocol::Udp}) {
            const ServiceKey key = serviceAt(vip, protocol);
            plan.operations.push_back(AddService{test::service(key)});
            for (const quint8 host : {11, 12}) {
                RealServer server = test::server(host, 1, port);
                server.forwarding = vip == natVip ? Forwarding::Masquerading : Forwarding::Gatewaying;
                plan.operations.push_back(AddServer{key, server});
            }
        }
    }
    return plan;
}

/// "TCP 172.18.100.6:7300" or "TCP 172.18.100.6:7300 192.168.10.11:7300", and what was counted for it.
using CountersByName = QMap<QString, Counters>;

QString nameOf(const ServiceKey &key)
{
    return (key.protocol == quint8(Protocol::Tcp) ? u"TCP "_s : u"UDP "_s) +
           ServerKey{key.address, key.port}.toString();
}

CountersByName countersOf(const Snapshot &snapshot)
{
    CountersByName counters;
    for (const ServiceState &service : snapshot.services)
        counters[nameOf(service.config.key)] = service.traffic.counters;
    for (const ServerList &list : snapshot.servers) {
        for (const ServerState &server : list.servers)
            counters[nameOf(list.service) + u' ' + server.config.key.toString()] = server.traffic.counters;
    }
    return counters;
}

/// As `ipvsadm -Ln --stats --exact` shows them.
CountersByName countersOfIpvsadm()
{
    CountersByName counters;
    QString service;
    const QStringList lines = lab::need(u"director"_s, u"ipvsadm -Ln --stats --exact"_s).split(u'\n').sliced(3);
    for (const QString &line : lines) {
        const QStringList words = line.simplified().split(u' ');
        if (words.size() != 7)
            continue;
        const bool isServer = words[0] == u"->"_s;
        if (!isServer)
            service = words[0] + u' ' + words[1];
        counters[isServer ? service + u' ' + words[1] : service] = {words[2].toULongLong(), words[3].toULongLong(),
                                                                    words[4].toULongLong(), words[5].toULongLong(),
                                                                    words[6].toULongLong()};
    }
    return counters;
}

Counters sumOf(const Counters &a, const Counters &b)
{
    return {a.connections + b.connections, a.inPackets + b.inPackets, a.outPackets + b.outPackets,
            a.inBytes + b.inBytes, a.outBytes + b.outBytes};
}

void setOffloads(const QString &state)
{
    for (const QString &host : {u"director"_s, u"router"_s, u"client"_s, u"rs1"_s, u"rs2"_s}) {
        lab::need(host,
                  u"ip -o link show type veth | sed 's/^[0-9]*: \\([^@:]*\\).*/\\1/' | while read -r interface; do "
                  "ethtool -K $interface tso %1 gso %1 gro %1; done"_s.arg(state));
    }
}

std::unique_ptr<test::LabVisit> visit;

Result<Snapshot> readAll()
{
    return visit->wait(visit->director->read({.allServers = true}));
}

} // namespace

void TestCounters::initTestCase()
{
    lab::awaitHosts();
    lab::clearTable();
    setOffloads(u"off"_s);
    for (const auto &[host, address] : {std::pair(u"rs1"_s, u"192.168.10.11"_s), {u"rs2"_s, u"192.168.10.12"_s}}) {
        lab::stopScript(host, u"echo"_s); // what an aborted run may have left
        lab::need(host, u"sysctl -qw net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.all.arp_announce=2 && "
                        "ip address replace 172.18.100.7/32 dev lo"_s);
        lab::startScript(host, u"echo"_s, echo.arg(address));
    }
    visit = std::make_unique<test::LabVisit>(u"root"_s);
    QVERIFY(visit->opens());
    visit->director->unlock();
    QCOMPARE(visit->wait(visit->director->apply(cluster()))->outcome, ApplyOutcome::Applied);
}

void TestCounters::cleanupTestCase()
{
    visit.reset();
    lab::stopScript(u"client"_s, u"waves"_s);
    for (const QString &host : {u"rs1"_s, u"rs2"_s}) {
        lab::stopScript(host, u"echo"_s);
        lab::need(host, u"ip address delete 172.18.100.7/32 dev lo"_s);
    }
    setOffloads(u"on"_s);
    lab::clearTable();
}

void TestCounters::countersAreWhatWasSent()
{
    QTest::qWait(3s);
    QCOMPARE(visit->wait(visit->director->apply({{ZeroCounters{}}}))->outcome, ApplyOutcome::Applied);
    const lab::Output output = lab::run(u"client"_s, {u"python3"_s, u"-c"_s, generator});
    QVERIFY2(output.status == 0, qPrintable(output.err));
    QTest::qWait(3s);

    const auto snapshot = readAll();
    QVERIFY(snapshot);
    const CountersByName shown = countersOf(*snapshot);
    QCOMPARE(shown.size(), 12);
    QVERIFY(shown == countersOfIpvsadm());

    const QJsonObject wire = QJsonDocument::fromJson(output.out.toUtf8()).object();
    QCOMPARE(wire[u"dropped"].toInt(-1), 0);
    Counters all;
    for (const IpAddress &vip : {natVip, drVip}) {
        for (const Protocol protocol : {Protocol::Tcp, Protocol::Udp}) {
            const ServiceKey key = serviceAt(vip, protocol);
            const Counters service = shown[nameOf(key)];
            const QString name = vip.toString() + (protocol == Protocol::Tcp ? u" tcp"_s : u" udp"_s);
            const QJsonArray seen = wire[u"seen"][name].toArray();
            const auto number = [&](qsizetype index) { return quint64(seen[index].toInteger()); };
            const bool repliesPass = vip == natVip; // with DR they go another way
            QCOMPARE(service.connections, connections);
            QCOMPARE(service.inPackets, number(0));
            QCOMPARE(service.inBytes, number(2));
            QCOMPARE(service.outPackets, repliesPass ? number(1) : 0);
            QCOMPARE(service.outBytes, repliesPass ? number(3) : 0);
            if (protocol == Protocol::Udp) {
                QCOMPARE(service.inPackets, connections * datagrams);
                QCOMPARE(service.inBytes, connections * datagrams * datagramSize);
            } else {
                QCOMPARE_GE(number(2), connections * 5000);
                QCOMPARE_GE(number(3), connections * 5000);
            }
            Counters servers;
            for (const quint8 host : {11, 12}) {
                const Counters one = shown[nameOf(key) + u' ' + test::server(host, 1, port).key.toString()];
                QCOMPARE(one.connections, connections / 2); // in turn
                servers = sumOf(servers, one);
            }
            QCOMPARE(servers, service);
            all = sumOf(all, service);
        }
    }
    QVERIFY(snapshot->totals);
    QCOMPARE(snapshot->totals->counters, all);
}

namespace {

/// The readings of one object at which its estimator had ticked.
struct Ticks {
    Traffic last{};
    std::chrono::milliseconds at{}; ///< uptime when that was first seen
    bool begun = false;
    int compared = 0;
};

/// What is wrong with the step from one tick to the next, if anything: a quarter of the way from the rate before to the
/// growth in 2 s (net/netfilter/ipvs/ip_vs_est.c), each rounded for us.
QString wrongStep(const Traffic &before, const Traffic &after)
{
    static constexpr std::array figures{
        std::pair(&Counters::connections, &Rates::connections), std::pair(&Counters::inPackets, &Rates::inPackets),
        std::pair(&Counters::outPackets, &Rates::outPackets), std::pair(&Counters::inBytes, &Rates::inBytes),
        std::pair(&Counters::outBytes, &Rates::outBytes)};
    for (const auto &[counter, rate] : figures) {
        const double was = double(before.rates.*rate);
        const double growth = double(after.counters.*counter - before.counters.*counter) / 2;
        const double expected = was + (growth - was) / 4;
        if (std::abs(double(after.rates.*rate) - expected) > 1)
            return u"%1 instead of %2"_s.arg(after.rates.*rate).arg(expected);
    }
    return {};
}

} // namespace

void TestCounters::ratesFollowTheEstimator()
{
    QMap<QString, Ticks> objects;
    QStringList wrong;
    const auto look = [&](const QString &name, const Traffic &traffic, std::chrono::milliseconds at,
                          std::chrono::milliseconds sinceLast) {
        Ticks &ticks = objects[name];
        if (ticks.begun && traffic == ticks.last)
            return;
        // A tick that changed nothing, or one that was missed, makes a step that can't be told apart.
        if (ticks.begun && at - ticks.at < 3s && sinceLast < 1s) {
            ++ticks.compared;
            if (const QString step = wrongStep(ticks.last, traffic); !step.isEmpty())
                wrong << name + u": "_s + step;
        }
        ticks = {.last = traffic, .at = at, .begun = true, .compared = ticks.compared};
    };
    lab::startScript(u"client"_s, u"waves"_s, waves);
    std::chrono::milliseconds last{};
    for (const QDeadlineTimer end(80s); !end.hasExpired();) {
        const auto snapshot = readAll();
        QVERIFY(snapshot && snapshot->totals);
        const auto at = snapshot->uptime;
        const auto sinceLast = at - std::exchange(last, at);
        look(u"all"_s, *snapshot->totals, at, sinceLast);
        for (const ServiceState &service : snapshot->services)
            look(nameOf(service.config.key), service.traffic, at, sinceLast);
        for (const ServerList &list : snapshot->servers) {
            for (const ServerState &server : list.servers)
                look(nameOf(list.service) + u' ' + server.config.key.toString(), server.traffic, at, sinceLast);
        }
        QTest::qWait(100ms);
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    int compared = 0;
    for (const Ticks &ticks : objects)
        compared += ticks.compared;
    qInfo("%d steps compared", compared);
    for (const IpAddress &vip : {natVip, drVip})
        QCOMPARE_GE(objects[nameOf(serviceAt(vip, Protocol::Udp))].compared, 10);
    QCOMPARE_GE(objects[u"all"_s].compared, 10);
}

QTEST_GUILESS_MAIN(TestCounters)
#include "tst_counters.moc"
