// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A rule file of 101,000 rules with ten differences applied while clients come and one stays.
#include "core/director/snapshotdifference.h"
#include "core/rules/ruleplan.h"
#include "core/rules/rulewriter.h"
#include "tests/bench/largetable.h"
#include "tests/directors/labvisit.h"
#include "tests/support/objects.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

class TestRestore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void noClientNotices();
    void aFlushIsNoticed();

private:
    QString wantedText(IpvsTable table) const;

    std::unique_ptr<test::LabVisit> m_visit;
    QString m_text;          ///< of the rule file
    double m_longestGap = 0; ///< seconds, while the rule file was applied
};

namespace {

constexpr quint16 port = 7100;
constexpr qsizetype differences = 10;
const ServiceKey watched = test::tcp(u"172.18.100.6", port);

/// On a real server: to each client a tick each 20 ms.
const QString ticker = uR"(
import asyncio
async def serve(reader, writer):
    try:
        while True:
            writer.write(b'tick\n')
            await writer.drain()
            await asyncio.sleep(0.02)
    except OSError:
        pass
async def main():
    async with await asyncio.start_server(serve, port=7100, backlog=500) as server:
        await server.serve_forever()
asyncio.run(main())
)"_s;

/// On the client: 50 new connections a second, each closed after its first tick, and one that stays. SIGUSR1 begins the
/// account anew.
const QString visitor = uR"(
import asyncio, json, os, signal, time
def account():
    return {'served': 0, 'failures': [], 'longest': 0.0, 'ticks': 0}
state = account()
def reset():
    global state
    state = account()
heard = time.monotonic()
def note_gap():
    state['longest'] = max(state['longest'], time.monotonic() - heard)
async def stay():
    global heard
    reader, writer = await asyncio.open_connection('172.18.100.6', 7100)
    heard = time.monotonic()
    while await reader.readline():
        note_gap()
        state['ticks'] += 1
        heard = time.monotonic()
    state['failures'].append('the stream ended')
async def visit():
    try:
        async with asyncio.timeout(10):
            reader, writer = await asyncio.open_connection('172.18.100.6', 7100)
            if not await reader.readline():
                raise OSError('closed at once')
            writer.transport.abort()
            state['served'] += 1
    except (OSError, TimeoutError) as error:
        state['failures'].append(repr(error))
async def main():
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, reset)
    tasks = {asyncio.create_task(stay())}
    begin = time.monotonic()
    for number in range(50 * 900):
        await asyncio.sleep(max(0, begin + number / 50 - time.monotonic()))
        task = asyncio.create_task(visit())
        tasks.add(task)
        task.add_done_callback(tasks.discard)
        if number % 10 == 0:
            note_gap() # one that has not ended yet
            with open('/tmp/visits.new', 'w') as file:
                json.dump(state, file)
            os.rename('/tmp/visits.new', '/tmp/visits')
asyncio.run(main())
)"_s;

/// On the director: counts the requests to IPVS by their command, as a tap on netlink sees them.
const QString listener = uR"(
import json, os, socket, struct
GENERIC, GETFAMILY, FAMILY_ID, FAMILY_NAME, REQUEST = 16, 3, 1, 2, 1
def family(name):
    with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, GENERIC) as control:
        name = name.encode() + b'\0'
        body = struct.pack('=BBHHH', GETFAMILY, 1, 0, 4 + len(name), FAMILY_NAME) + name + b'\0' * (-len(name) % 4)
        control.send(struct.pack('=IHHII', 16 + len(body), GENERIC, REQUEST, 1, 0) + body)
        answer, at = control.recv(65536), 20
        while at < len(answer):
            length, kind = struct.unpack_from('=HH', answer, at)
            if kind == FAMILY_ID:
                return struct.unpack_from('=H', answer, at + 4)[0]
            at += (length + 3) & ~3
ipvs = family('IPVS')
counts = {}
tap = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(3))
tap.setsockopt(socket.SOL_SOCKET, 33, 64 * 1024 * 1024) # SO_RCVBUFFORCE: none may be missed
tap.bind(('nlmon0', 0))
tap.settimeout(0.2)
while True:
    try:
        message, at = tap.recv(1 << 20), 0
        while at + 20 <= len(message):
            length, kind, flags = struct.unpack_from('=IHH', message, at)
            if length < 16 or not flags & REQUEST: # answers come by the thousands
                break
            if kind == ipvs:
                command = str(message[at + 16])
                counts[command] = counts.get(command, 0) + 1
            at += (length + 3) & ~3
    except TimeoutError:
        with open('/tmp/requests.new', 'w') as file:
            json.dump(counts, file)
        os.rename('/tmp/requests.new', '/tmp/requests')
)"_s;

QJsonObject jsonIn(const QString &host, const QString &path)
{
    return QJsonDocument::fromJson(lab::shell(host, u"cat "_s + path).out.toUtf8()).object(); // not there at first
}

/// What the client met with: connections that were not served, and the stream's end if it ended.
QStringList failuresOf(const QJsonObject &account)
{
    return account[u"failures"].toVariant().toStringList();
}

/// Seconds in which the one who stays heard nothing.
double longestGap(const QJsonObject &account)
{
    return account[u"longest"].toDouble();
}

/// The client's account of the time in which `act` was done and of the second after it.
template<class Act> QJsonObject accountOf(Act act)
{
    lab::signalScript(u"client"_s, u"visitor"_s, u"USR1"_s);
    act();
    const int served = jsonIn(u"client"_s, u"/tmp/visits"_s)[u"served"].toInt();
    QJsonObject account;
    const bool wentOn = QTest::qWaitFor(
        [&] {
            account = jsonIn(u"client"_s, u"/tmp/visits"_s);
            return account[u"served"].toInt() >= served + 50 || !account[u"failures"].toArray().isEmpty();
        },
        60'000);
    if (!wentOn)
        qFatal("the client has stopped");
    return account;
}

} // namespace

void TestRestore::initTestCase()
{
    lab::awaitHosts();
    cleanupTestCase(); // what an aborted run may have left
    lab::need(u"director"_s, u"ip link add nlmon0 type nlmon && ip link set nlmon0 up"_s);
    for (const QString &host : {u"rs1"_s, u"rs2"_s})
        lab::startScript(host, u"ticker"_s, ticker);
    m_visit = std::make_unique<test::LabVisit>(u"root"_s);
    QVERIFY(m_visit->opens());
    m_visit->director->unlock();

    ChangePlan plan{.operations = {AddService{test::service(watched)}, AddServer{watched, test::server(11, 1, port)},
                                   AddServer{watched, test::server(12, 1, port)}}};
    std::ranges::move(bench::largeTable().operations, std::back_inserter(plan.operations));
    const auto filled = m_visit->wait(m_visit->director->apply(plan), std::chrono::minutes(5));
    QVERIFY(filled);
    QCOMPARE(filled->outcome, ApplyOutcome::Applied);

    lab::startScript(u"client"_s, u"visitor"_s, visitor);
    QTRY_VERIFY_WITH_TIMEOUT(jsonIn(u"client"_s, u"/tmp/visits"_s)[u"served"].toInt() >= 50, 60'000);
}

void TestRestore::cleanupTestCase()
{
    lab::stopScript(u"client"_s, u"visitor"_s);
    for (const QString &host : {u"rs1"_s, u"rs2"_s})
        lab::stopScript(host, u"ticker"_s);
    lab::stopScript(u"director"_s, u"listener"_s);
    lab::need(u"client"_s, u"rm -f /tmp/visits"_s);
    lab::need(u"director"_s, u"rm -f /tmp/requests /tmp/rules /tmp/all; ip link delete nlmon0 2>/dev/null || true"_s);
    lab::clearTable();
    m_visit.reset();
}

/// The table as a file, with four other weights, and two servers and a service more and less.
QString TestRestore::wantedText(IpvsTable table) const
{
    const auto serversOf = [&](quint32 service) { return table.find(bench::serviceKey(service))->servers; };
    for (const quint32 service : {1U, 250U, 500U, 750U}) {
        auto servers = serversOf(service);
        servers[service % servers.size()].weight = 77;
        table.setServers(bench::serviceKey(service), servers);
    }
    for (const quint32 service : {2U, 800U}) {
        auto servers = serversOf(service);
        servers.erase(servers.begin() + 13);
        table.setServers(bench::serviceKey(service), servers);
    }
    for (const quint32 service : {3U, 900U}) {
        auto servers = serversOf(service);
        servers.push_back(test::server(13, 1, port));
        table.setServers(bench::serviceKey(service), servers);
    }
    table.remove(bench::serviceKey(999));
    table.setService(test::service(test::tcp(u"172.18.100.6", 7101)));
    return writeRules({.table = table}, RuleFlavour::Complete);
}

void TestRestore::noClientNotices()
{
    const auto present = m_visit->wait(m_visit->director->read({.allServers = true}));
    QVERIFY(present);
    const IpvsTable table = tableOf(*present);
    m_text = wantedText(table);
    lab::startScript(u"director"_s, u"listener"_s, listener);
    QTRY_VERIFY_WITH_TIMEOUT(lab::shell(u"director"_s, u"test -e /tmp/requests"_s).status == 0, 60'000);

    const QJsonObject account = accountOf([&] {
        const RulePlan rules =
            planRules(readRuleFile(m_text, RuleMode::Compatible), {.table = table}, RuleStart::EmptyTable);
        QCOMPARE(rules.plan.operations.size(), size_t(differences));
        const auto report = m_visit->wait(m_visit->director->apply(rules.plan));
        QVERIFY(report);
        QCOMPARE(report->outcome, ApplyOutcome::Applied);
    });
    m_longestGap = longestGap(account);
    qInfo("%d clients served, longest gap %.0f ms", account[u"served"].toInt(), m_longestGap * 1000);
    QCOMPARE(failuresOf(account), QStringList());

    QTRY_VERIFY_WITH_TIMEOUT(!jsonIn(u"director"_s, u"/tmp/requests"_s).isEmpty(), 60'000);
    // IPVS_CMD_* of linux/ip_vs.h: what reads is no matter here.
    QJsonObject requests = jsonIn(u"director"_s, u"/tmp/requests"_s);
    for (const QString &reading : {u"4"_s, u"8"_s, u"11"_s, u"13"_s, u"15"_s})
        requests.remove(reading);
    const QJsonObject ten{{u"1"_s, 1}, {u"3"_s, 1}, {u"5"_s, 2}, {u"6"_s, 4}, {u"7"_s, 2}}; // no flush (17)
    QCOMPARE(requests, ten);

    const QStringList saved = lab::table();
    const QStringList wanted = m_text.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(QSet(saved.begin(), saved.end()), QSet(wanted.begin(), wanted.end()));
}

/// The same account of what ipvsadm-restore does, a flush and then one rule after the other, with the client's service
/// last: so a disturbance is known to show in it, and how long a gap is on this machine. A twentieth of the rules takes
/// long enough.
void TestRestore::aFlushIsNoticed()
{
    lab::need(u"director"_s,
              u"ipvsadm -Sn >/tmp/all && { grep -v %1 /tmp/all | head -n 5000; grep %1 /tmp/all; } >/tmp/rules"_s.arg(
                  u"172.18.100.6:7100"_s),
              300);
    const QJsonObject account =
        accountOf([] { lab::need(u"director"_s, u"ipvsadm --clear && ipvsadm --restore </tmp/rules"_s, 300); });
    qInfo("%lld failures, longest gap %.0f ms", failuresOf(account).size(), longestGap(account) * 1000);
    QVERIFY(!failuresOf(account).isEmpty());
    QVERIFY(longestGap(account) > 4 * m_longestGap);
}

QTEST_GUILESS_MAIN(TestRestore)
#include "tst_restore.moc"
