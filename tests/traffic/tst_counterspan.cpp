// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/estimator.h"
#include "core/traffic/counterspan.h"

#include <QTest>

using namespace lvs;
using namespace std::chrono_literals;

/// On the counters of the sandbox's estimator, which are renewed as the kernel's are.
class TestCounterSpan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Whenever the kernel renews its counters, and whenever they are read: a steady stream is steady.
    void steadyTrafficIsSteady_data()
    {
        QTest::addColumn<int>("firstTick");
        QTest::addColumn<int>("pace");
        for (const int tick : {10, 500, 999, 1001, 1500, 1990}) {
            for (const int pace : {1000, 1003, 1900, 2003, 4100, 8000})
                QTest::addRow("renewed at %d, read each %d ms", tick, pace) << tick << pace;
        }
    }
    void steadyTrafficIsSteady()
    {
        QFETCH(const int, firstTick);
        QFETCH(const int, pace);
        Estimator object{SandboxTime(firstTick)};
        CounterSpan span;
        quint64 counted = 0;
        qint64 covered = 0;
        int spans = 0;
        qint64 readAt = 20'000;
        for (qint64 now = 0; now < 120'000; now += 10) { // 100 packets a second
            object.count({.inPackets = 1}, SandboxTime(now));
            if (now < readAt)
                continue;
            readAt += pace;
            if (const auto growth = span.read(object.read(SandboxTime(now)).counters, now)) {
                ++spans;
                // A reading sees the renewal up to one pause late.
                QVERIFY2(growth->perSecond[1] > 70 && growth->perSecond[1] < 130,
                         qPrintable(QString::number(growth->perSecond[1])));
                counted += quint64(qRound64(growth->perSecond[1] * double(growth->span) / 1000));
                covered += growth->span;
            }
        }
        QVERIFY(spans >= 10);
        const double mean = double(counted) * 1000 / double(covered);
        QVERIFY2(std::abs(mean - 100) < 3, qPrintable(QString::number(mean)));
    }

    void nothingIsZero()
    {
        CounterSpan span;
        QVERIFY(!span.read({.connections = 7}, 1000));
        std::optional<CounterSpan::Growth> growth;
        for (qint64 at = 2000; at < 20'000 && !growth; at += 1000)
            growth = span.read({.connections = 7}, at);
        QVERIFY(growth);
        QCOMPARE(growth->perSecond[0], 0.0);
    }

    /// What comes after quiet minutes came in the last seconds, not evenly since then.
    void aBurstAfterQuietStandsWhereItIs()
    {
        CounterSpan span;
        qint64 at = 0;
        for (; at < 60'000; at += 1000)
            span.read({}, at);
        std::optional<CounterSpan::Growth> growth;
        for (; !growth || growth->perSecond[0] == 0; at += 1000)
            growth = span.read({.connections = 400}, at);
        QVERIFY(growth->span <= 6000);
        QVERIFY(growth->perSecond[0] >= 400 / 6.0);
        QVERIFY(growth->perSecond[0] <= 400 / 2.0);
    }

    /// A health check each ten seconds is a tenth of a connection a second: the time between belongs to it.
    void sparseTrafficIsNotDenser_data()
    {
        QTest::addColumn<int>("period");
        for (const int period : {7, 8, 9, 10, 11, 12, 30})
            QTest::addRow("one in %d s", period) << period;
    }
    void sparseTrafficIsNotDenser()
    {
        QFETCH(const int, period);
        CounterSpan span;
        double counted = 0;
        qint64 covered = 0;
        for (int second = 0; second < 600; ++second) {
            if (const auto growth = span.read({.connections = quint64(second / period)}, second * 1000)) {
                counted += growth->perSecond[0] * double(growth->span) / 1000;
                covered += growth->span;
            }
        }
        QVERIFY2(std::abs(counted - 600.0 / period) <= 1.5, qPrintable(QString::number(counted)));
        // A renewal may reach back into time that passed for quiet, so spans overlap by up to that.
        const double mean = counted * 1000 * period / double(covered);
        QVERIFY2(mean > 0.9 && mean < 1.1, qPrintable(QString::number(mean)));
    }

    void countersThatWentBackMakeNoRate()
    {
        CounterSpan span;
        for (qint64 at = 0; at < 10'000; at += 1000)
            span.read({.connections = quint64(1'000'000 + at)}, at);
        QVERIFY(!span.takeWentBack());
        QVERIFY(!span.read({.connections = 500}, 10'000));
        QVERIFY(span.takeWentBack());
        QVERIFY(!span.takeWentBack());
        for (qint64 at = 11'000; at < 30'000; at += 1000) {
            const auto growth = span.read({.connections = quint64(500 + (at - 10'000) / 100)}, at);
            QVERIFY(!growth || (growth->perSecond[0] >= 0 && growth->perSecond[0] <= 15));
        }
    }

    /// One that fell is enough, whatever the others did.
    void oneCounterThatWentBackIsEnough()
    {
        CounterSpan span;
        span.read({.connections = 10, .inBytes = 1000}, 0);
        span.read({.connections = 5'000'000, .inBytes = 999}, 5000);
        QVERIFY(span.takeWentBack());
    }

    void isNotJoinedAfterARestart()
    {
        CounterSpan span;
        span.read({.connections = 10}, 0);
        span.restart();
        QVERIFY(!span.read({.connections = 1'000'000}, 5000));
        QVERIFY(!span.takeWentBack());
        QCOMPARE(span.lastGrowth().connections, quint64(0));
    }
};

QTEST_APPLESS_MAIN(TestCounterSpan)
#include "tst_counterspan.moc"
