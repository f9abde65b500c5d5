// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxtable.h"
#include "tests/support/objects.h"

#include <QTest>

#include <algorithm>

using namespace lvs;
using namespace lvs::test;

namespace {

/// One service whose servers are called by letters: A is .11 of the network, B .12 and so on.
class Pool
{
public:
    explicit Pool(QStringView scheduler, quint32 network = 0xc0a80a00)
        : m_network(network)
    {
        m_table.add(service(web, scheduler));
    }

    void add(char letter, quint32 weight = 1) { QCOMPARE(m_table.add(web, of(letter, weight), false), 0); }
    void edit(char letter, quint32 weight) { QCOMPARE(m_table.edit(web, of(letter, weight), false), 0); }
    void remove(char letter) { QCOMPARE(m_table.remove(web, of(letter, 1).key), 0); }
    void limit(char letter, quint32 upper, quint32 lower)
    {
        RealServer server = live(letter).config();
        server.upperThreshold = upper;
        server.lowerThreshold = lower;
        QCOMPARE(m_table.edit(web, server, false), 0);
    }
    void schedule(QStringView scheduler, ServiceFlags flags = {})
    {
        VirtualService changed = service(web, scheduler);
        changed.flags = flags;
        QCOMPARE(m_table.edit(changed), 0);
    }
    /// Makes the scheduler forget.
    void rebind()
    {
        const QString name = m_table.find(web)->config.scheduler.toString();
        schedule(u"fo");
        schedule(name);
    }

    SandboxServer &live(char letter)
    {
        return **std::ranges::find_if(m_table.find(web)->servers, [this, letter](const auto &server) {
            return server->config().key == of(letter, 1).key;
        });
    }
    void load(char letter, int active, int inactive)
    {
        for (int i = 0; i < active + inactive; ++i)
            live(letter).bindConnection();
        for (int i = 0; i < active; ++i)
            live(letter).setActive(true);
    }
    void unload(char letter, int inactive)
    {
        for (int i = 0; i < inactive; ++i)
            live(letter).unbindConnection();
    }

    /// '-' when no server is found.
    char pick(const ScheduleRequest &request = {})
    {
        SandboxService *service = m_table.find(web);
        const SandboxServer *server = service->scheduler->pick(*service, request);
        return server ? char('A' + (server->config().key.address.toIPv4() & 0xff) - 11) : '-';
    }
    QByteArray picks(int count)
    {
        QByteArray letters;
        for (int i = 0; i < count; ++i)
            letters.append(pick());
        return letters;
    }

private:
    RealServer of(char letter, quint32 weight) const
    {
        RealServer result = server(0, weight);
        result.key.address = IpAddress::fromIPv4(m_network + 11 + quint32(letter - 'A'));
        return result;
    }

    quint32 m_network;

    SandboxClock m_clock;
    SandboxTable m_table{m_clock};
};

} // namespace

class TestSchedulers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheKernelsNames()
    {
        for (const QStringView name : {u"rr", u"wrr", u"lc", u"wlc", u"lblc", u"lblcr", u"dh", u"sh", u"sed", u"nq",
                                       u"fo", u"ovf", u"mh", u"twos"}) {
            QVERIFY2(isKnownScheduler(name), qPrintable(name.toString()));
            QVERIFY(makeScheduler(name));
        }
        QVERIFY(isKnownScheduler(u"none"));
        QVERIFY(!makeScheduler(u"none"));
        QVERIFY(!isKnownScheduler(u"random"));
        QVERIFY(!isKnownScheduler(u""));
    }

    void rrTakesTurnsFromTheHead()
    {
        Pool pool(u"rr");
        pool.add('A', 5);
        pool.add('B', 1);
        pool.add('C', 3);
        QCOMPARE(pool.picks(7), "CBACBAC");
        pool.edit('B', 0);
        QCOMPARE(pool.picks(4), "ACAC");
        pool.edit('B', 1);
        QCOMPARE(pool.picks(3), "BAC");
    }

    void rrGoesOnBehindARemovedServer()
    {
        Pool pool(u"rr");
        for (const char letter : {'D', 'C', 'B', 'A'})
            pool.add(letter);
        QCOMPARE(pool.picks(2), "AB");
        pool.remove('B');
        QCOMPARE(pool.picks(3), "CDA");
        pool.remove('A'); // the first of the list
        QCOMPARE(pool.picks(2), "CD");
    }

    void rrMeetsANewServerInTheNextRound()
    {
        Pool pool(u"rr");
        pool.add('B');
        pool.add('A');
        QCOMPARE(pool.picks(1), "A");
        pool.add('C');
        QCOMPARE(pool.picks(4), "BCAB");
    }

    void wrrStartsLowWhileServersAreAdded()
    {
        Pool pool(u"wrr");
        pool.add('A', 2);
        pool.add('B', 3);
        pool.add('C', 1);
        QCOMPARE(pool.picks(14), "CBABBACBABBACB"); // seen on Linux 6.12.107
    }

    void wrrFreshlyBound()
    {
        Pool pool(u"wrr");
        pool.add('A', 2);
        pool.add('B', 3);
        pool.add('C', 1);
        pool.rebind();
        QCOMPARE(pool.picks(14), "BBACBABBACBABB");
    }

    void wrrWithCommonDivisor()
    {
        Pool pool(u"wrr");
        pool.add('A', 4);
        pool.add('B', 2);
        QCOMPARE(pool.picks(9), "BAABAABAA");
    }

    void wrrSharesByWeight()
    {
        Pool pool(u"wrr");
        pool.add('A', 10);
        pool.add('B', 3);
        const QByteArray picks = pool.picks(130);
        QCOMPARE(picks.count('A'), 100);
        QCOMPARE(picks.count('B'), 30);
    }

    void wrrRestartsTheRoundOnAnyEdit()
    {
        Pool pool(u"wrr");
        pool.add('B');
        pool.add('A');
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(pool.pick(), 'A');
            pool.edit('B', 1);
        }
    }

    void wrrEndsWhenNobodyIsUsable()
    {
        Pool pool(u"wrr");
        QCOMPARE(pool.pick(), '-');
        pool.add('A', 0);
        QCOMPARE(pool.pick(), '-');
    }

    void wrrEndsWhereverItStands()
    {
        for (int picksBefore = 0; picksBefore < 8; ++picksBefore) {
            Pool pool(u"wrr");
            for (const auto &[letter, weight] : {std::pair{'A', 0u}, {'B', 4u}, {'C', 6u}}) {
                pool.add(letter, weight);
                pool.limit(letter, 1, 1);
            }
            QCOMPARE(pool.picks(picksBefore).count('-'), 0);
            pool.load('B', 0, 1);
            pool.load('C', 0, 1);
            QCOMPARE(pool.picks(3), "---");
            pool.unload('B', 1);
            QCOMPARE(pool.picks(3), "BBB");
        }
    }

    void wrrGoesOnWhereItGaveUp()
    {
        Pool pool(u"wrr");
        for (const auto &[letter, weight] : {std::pair{'B', 4u}, {'C', 6u}}) {
            pool.add(letter, weight);
            pool.limit(letter, 1, 1);
        }
        pool.rebind();
        QCOMPARE(pool.picks(4), "CCBC"); // at C, in the last and lowest pass
        pool.load('B', 0, 1);
        pool.load('C', 0, 1);
        QCOMPARE(pool.pick(), '-');
        pool.unload('B', 1);
        pool.unload('C', 1);
        QCOMPARE(pool.picks(6), "BCCBCB");
    }

    void wlcCountsActiveConnectionsMore()
    {
        Pool pool(u"wlc");
        pool.add('B');
        pool.add('A');
        pool.load('A', 1, 0);       // 257
        pool.load('B', 0, 256);     // 256
        QCOMPARE(pool.pick(), 'B'); // seen on Linux 6.12.107; older kernels tie and take A
        pool.load('B', 0, 1);       // 257: the first of the list wins
        QCOMPARE(pool.pick(), 'A');
        pool.load('A', 0, 1);
        QCOMPARE(pool.pick(), 'B');
    }

    void wlcWeighsTheLoad()
    {
        Pool pool(u"wlc");
        pool.add('B', 3);
        pool.add('A', 1);
        pool.load('A', 0, 10);
        pool.load('B', 0, 29);
        QCOMPARE(pool.pick(), 'B');
        pool.load('B', 0, 1);
        QCOMPARE(pool.pick(), 'A');
        pool.edit('A', 0);
        QCOMPARE(pool.pick(), 'B');
        pool.edit('B', 0);
        QCOMPARE(pool.pick(), '-');
        pool.edit('A', 2147483647); // products need more than 32 bits
        pool.edit('B', 2147483646);
        pool.load('A', 10000, 0);
        QCOMPARE(pool.pick(), 'B');
    }

    void loadBasedRules_data()
    {
        QTest::addColumn<QString>("scheduler");
        QTest::addColumn<QList<int>>("weights"); // of A, B, C; A is first in the list
        QTest::addColumn<QList<int>>("active");
        QTest::addColumn<char>("picked");

        using L = QList<int>;
        QTest::newRow("lc ignores weights") << "lc" << L{1, 1, 100} << L{2, 1, 2} << 'B';
        QTest::newRow("lc leaves out the drained") << "lc" << L{1, 0, 1} << L{2, 0, 1} << 'C';
        QTest::newRow("sed counts the coming one") << "sed" << L{1, 3, 1} << L{0, 1, 0} << 'B';
        QTest::newRow("sed tie") << "sed" << L{1, 2, 1} << L{0, 1, 0} << 'A';
        QTest::newRow("nq takes the first idle") << "nq" << L{9, 1, 5} << L{1, 0, 0} << 'B';
        QTest::newRow("nq is sed when all are busy") << "nq" << L{1, 3, 1} << L{1, 1, 1} << 'B';
        QTest::newRow("fo takes the heaviest") << "fo" << L{1, 5, 5} << L{0, 99, 0} << 'B';
        QTest::newRow("ovf fills the heaviest") << "ovf" << L{1, 5, 3} << L{0, 5, 0} << 'B';
        QTest::newRow("ovf flows over") << "ovf" << L{1, 5, 3} << L{0, 6, 0} << 'C';
        QTest::newRow("ovf all full") << "ovf" << L{1, 1, 0} << L{2, 2, 0} << '-';
    }

    void loadBasedRules()
    {
        QFETCH(QString, scheduler);
        QFETCH(QList<int>, weights);
        QFETCH(QList<int>, active);
        Pool pool(scheduler);
        for (const int i : {2, 1, 0}) {
            pool.add(char('A' + i), quint32(weights[i]));
            pool.load(char('A' + i), active[i], 0);
        }
        QTEST(pool.pick(), "picked");
    }

    void shFillsByWeight()
    {
        Pool pool(u"sh");
        pool.add('A', 1);
        pool.add('B', 1);
        pool.add('C', 2);
        const ScheduleRequest one{.client = ip(u"192.0.2.1"), .clientPort = 12345};
        const ScheduleRequest two{.client = ip(u"203.0.113.77")};
        QCOMPARE(pool.pick(one), 'B'); // slots 50 and 57, seen on Linux 6.12.107
        QCOMPARE(pool.pick(two), 'C');
        pool.schedule(u"sh", ServiceFlag::Scheduler2); // with port 12345: slot 145
        QCOMPARE(pool.pick(one), 'C');
    }

    void shFallsBackOnlyWhenAsked()
    {
        Pool pool(u"sh");
        pool.add('A', 1);
        pool.add('B', 0);
        pool.add('C', 2);
        const ScheduleRequest request{.client = ip(u"192.0.2.1")};
        QCOMPARE(pool.pick(request), '-');
        pool.schedule(u"sh", ServiceFlag::Scheduler1);
        QCOMPARE(pool.pick(request), 'C'); // slot 2 * 50
    }

    void shFoldsIPv6()
    {
        Pool pool(u"sh");
        pool.add('A', 1);
        pool.add('B', 1);
        pool.add('C', 2);
        QCOMPARE(pool.pick({.client = ip(u"::c000:201")}), pool.pick({.client = ip(u"192.0.2.1")}));
        QCOMPARE(pool.pick({.client = ip(u"1:2:1:2:3:4:c003:205")}), pool.pick({.client = ip(u"192.0.2.1")}));
    }

    void mhFillsByWeight()
    {
        Pool pool(u"mh", 0x0a000000); // 10.0.0.11 to .13, as seen on Linux 6.12.107
        pool.add('A', 1);
        pool.add('B', 1);
        pool.add('C', 2);
        QCOMPARE(pool.pick({.client = ip(u"192.0.2.1")}), 'C');
        QCOMPARE(pool.pick({.client = ip(u"203.0.113.77")}), 'C');
        QByteArray letters; // worked out apart, with a table that has the kernel's 2047, 1023 and 1023 slots
        for (quint32 i = 0; i < 40; ++i)
            letters.append(pool.pick({.client = IpAddress::fromIPv4(0xc0000200 + i)}));
        QCOMPARE(letters, "BCACACACBAACCCCCCBCCAACCBBABCCBABAAACBAC");
    }

    void mhKeepsTheSlotsOfADrainedServer()
    {
        Pool pool(u"mh");
        pool.add('A', 1);
        pool.add('B', 1);
        pool.add('C', 2);
        const ScheduleRequest request{.client = ip(u"192.0.2.1")};
        pool.edit('C', 0);
        QCOMPARE(pool.pick(request), '-');
        pool.schedule(u"mh", ServiceFlag::Scheduler1);
        QVERIFY(pool.pick(request) == 'A' || pool.pick(request) == 'B');
        pool.remove('C');
        QVERIFY(pool.pick(request) == 'A' || pool.pick(request) == 'B');
    }

    void mhMovesFewClients()
    {
        Pool pool(u"mh");
        for (const char letter : {'A', 'B', 'C', 'D', 'E'})
            pool.add(letter);
        const auto pickAll = [&pool] {
            QByteArray letters;
            for (quint32 i = 0; i < 10'000; ++i)
                letters.append(pool.pick({.client = IpAddress::fromIPv4(0x0a000000 + i)}));
            return letters;
        };
        const QByteArray before = pickAll();
        pool.remove('E');
        const QByteArray after = pickAll();
        int moved = 0;
        for (qsizetype i = 0; i < before.size(); ++i)
            moved += before[i] != 'E' && before[i] != after[i];
        QCOMPARE_LT(moved, 500);
    }

    void mhWithoutWeights()
    {
        Pool pool(u"mh");
        QCOMPARE(pool.pick(), '-');
        pool.add('A', 0);
        QCOMPARE(pool.pick(), '-');
        pool.edit('A', 3);
        QCOMPARE(pool.pick(), 'A');
    }

    void dhLooksAtTheDestinationAlone()
    {
        Pool pool(u"dh");
        pool.add('B');
        pool.add('A');
        QCOMPARE(pool.pick({.client = ip(u"10.0.0.1"), .destination = ip(u"192.0.2.1")}), 'A'); // slot 50
        QCOMPARE(pool.pick({.client = ip(u"10.0.0.2"), .destination = ip(u"192.0.2.1")}), 'A');
        QCOMPARE(pool.pick({.client = ip(u"10.0.0.1"), .destination = ip(u"203.0.113.77")}), 'B'); // slot 57
        pool.edit('A', 0);
        QCOMPARE(pool.pick({.client = ip(u"10.0.0.1"), .destination = ip(u"192.0.2.1")}), '-');
    }

    void thresholdsHaveHysteresis_data()
    {
        QTest::addColumn<int>("upper");
        QTest::addColumn<int>("lower");
        QTest::addColumn<int>("usableAgainAt");
        QTest::newRow("three quarters") << 8 << 0 << 5;
        QTest::newRow("three quarters, rounded up") << 6 << 0 << 4;
        QTest::newRow("lower threshold") << 8 << 3 << 2;
        QTest::newRow("equal thresholds") << 4 << 4 << 3;
        QTest::newRow("one") << 1 << 0 << 0;
    }

    void thresholdsHaveHysteresis()
    {
        QFETCH(int, upper);
        QFETCH(int, lower);
        QFETCH(int, usableAgainAt);
        Pool pool(u"wlc");
        pool.add('A');
        pool.limit('A', quint32(upper), quint32(lower));
        pool.load('A', 0, upper - 1);
        QCOMPARE(pool.pick(), 'A');
        pool.load('A', 0, 1);
        QCOMPARE(pool.pick(), '-');
        for (int total = upper - 1; total > usableAgainAt; --total) {
            pool.unload('A', 1);
            QCOMPARE(pool.pick(), '-');
        }
        pool.unload('A', 1);
        QCOMPARE(pool.pick(), 'A');
    }

    void editedThresholdsCountAtOnce()
    {
        Pool pool(u"wlc");
        pool.add('A');
        pool.load('A', 0, 10);
        pool.limit('A', 10, 0);
        QCOMPARE(pool.pick(), '-');
        pool.limit('A', 11, 9); // between the thresholds the flag stays
        QCOMPARE(pool.pick(), '-');
        pool.limit('A', 20, 11);
        QCOMPARE(pool.pick(), 'A');
        pool.limit('A', 5, 0);
        QCOMPARE(pool.pick(), '-');
        pool.limit('A', 0, 0);
        QCOMPARE(pool.pick(), 'A');
    }
};

QTEST_APPLESS_MAIN(TestSchedulers)
#include "tst_schedulers.moc"
