// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What looking costs the director's kernel, counted on its netlink wire.
#include "core/director/tablewatcher.h"
#include "tests/directors/labvisit.h"

using namespace lvs;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSampling : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void nothingIsReadWhileNobodyLooks();
    void twoConsolesShareASweep();
};

namespace {

constexpr auto span = 12s;

/// On the director: counts the requests of generic netlink that any program of the machine makes, into a file.
const QString counter = uR"(
import os, socket, struct, subprocess, time
subprocess.run('ip link delete nlmon0 2>/dev/null; ip link add nlmon0 type nlmon && ip link set nlmon0 up', shell=True, check=True)
wire = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(3))
wire.setsockopt(socket.SOL_SOCKET, 33, 1 << 25) # SO_RCVBUFFORCE
wire.bind(('nlmon0', 0))
wire.settimeout(0.1)
count, told = 0, None
while True:
    try:
        message, address = wire.recvfrom(1 << 16)
        while address[1] == 16 and len(message) >= 16: # NETLINK_GENERIC
            length, kind, flags = struct.unpack('=IHH', message[:8])
            count += kind >= 16 and flags & 1 # a message of a family, NLM_F_REQUEST
            message = message[max(length + 3 & ~3, 16):]
    except TimeoutError:
        pass
    if count != told:
        with open('/tmp/requests.new', 'w') as file:
            file.write(str(count))
        os.rename('/tmp/requests.new', '/tmp/requests')
        told = count
)"_s;

int requests()
{
    QTest::qWait(1s); // for those that are under way
    return lab::need(u"director"_s, u"cat /tmp/requests"_s).toInt();
}

/// A console that may look.
struct Console {
    Console() { isOpen = visit.opens(); }
    void look() { watcher.watch(&viewer, {.allServers = true}); }

    test::LabVisit visit{u"root"_s};
    bool isOpen = false;
    TableWatcher watcher{visit.director.get()};
    QObject viewer;
};

} // namespace

void TestSampling::initTestCase()
{
    lab::awaitHosts();
    lab::stopScript(u"director"_s, u"counter"_s);
    lab::need(u"director"_s,
              u"rm -f /tmp/requests; ipvsadm --clear; for port in $(seq 8001 8020); do "
              "ipvsadm -A -t 172.18.100.6:$port && ipvsadm -a -t 172.18.100.6:$port -r 192.168.10.11 -m; "
              "done"_s);
    lab::startScript(u"director"_s, u"counter"_s, counter);
    QVERIFY(QTest::qWaitFor([] { return lab::shell(u"director"_s, u"[ -e /tmp/requests ]"_s).status == 0; },
                            QDeadlineTimer(60s)));
}

void TestSampling::cleanupTestCase()
{
    lab::stopScript(u"director"_s, u"counter"_s);
    lab::need(u"director"_s, u"ip link delete nlmon0; rm -f /tmp/requests"_s);
    lab::clearTable();
}

void TestSampling::nothingIsReadWhileNobodyLooks()
{
    Console console;
    QVERIFY(console.isOpen);
    const int before = requests();
    console.look();
    QTest::qWait(span);
    const int after = requests();
    QCOMPARE_GT(after - before, 40); // it is a counter that counts

    console.watcher.unwatch(&console.viewer);
    const int begin = requests();
    QTest::qWait(span);
    QCOMPARE(requests(), begin);
    QCOMPARE(console.visit.director->status().link, LinkState::Live);
}

void TestSampling::twoConsolesShareASweep()
{
    Console first;
    Console second;
    QVERIFY(first.isOpen && second.isOpen);
    const auto perReading = [&](const std::vector<Console *> &consoles) {
        int readings = 0;
        QObject counting;
        for (Console *console : consoles) {
            connect(&console->watcher, &TableWatcher::snapshotTaken, &counting, [&] { ++readings; });
            console->look();
        }
        const int before = requests();
        readings = 0;
        QTest::qWait(span);
        const double made = requests() - before;
        return made / readings;
    };
    const double alone = perReading({&first});
    const double together = perReading({&first, &second});
    qInfo("%.1f requests a reading alone, %.1f with two consoles", alone, together);
    QCOMPARE_GT(alone, 10);
    QCOMPARE_LT(together, 0.65 * alone);
}

QTEST_GUILESS_MAIN(TestSampling)
#include "tst_sampling.moc"
