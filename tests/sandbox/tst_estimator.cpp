// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/estimator.h"

#include <QTest>

using namespace lvs;
using namespace std::chrono_literals;

class TestEstimator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void burstDecaysAsInTheKernel()
    {
        Estimator estimator(2s);
        estimator.count({.connections = 1000}, 1s);
        QList<quint64> rates;
        for (int tick = 1; tick <= 12; ++tick)
            rates.append(estimator.read(tick * 2s).rates.connections);
        QCOMPARE(rates, (QList<quint64>{125, 94, 70, 53, 40, 30, 22, 17, 13, 9, 7, 5})); // seen on Linux 6.12.107
    }

    void steadyTrafficIsMeasuredExactly()
    {
        Estimator estimator(2s);
        for (SandboxTime now = 0ms; now < 600s; now += 100ms)
            estimator.count(
                {.connections = 1, .inPackets = 5, .outPackets = 7, .inBytes = 100'000'000'000, .outBytes = 12'345},
                now);
        const Traffic traffic = estimator.read(600s);
        QCOMPARE(traffic.rates.connections, 10u);
        QCOMPARE(traffic.rates.inPackets, 50u);
        QCOMPARE(traffic.rates.outPackets, 70u);
        QCOMPARE(traffic.rates.inBytes, 1'000'000'000'000u);
        QCOMPARE(traffic.rates.outBytes, 123'450u);
        QCOMPARE(traffic.counters.connections, 6000u);
        QCOMPARE(traffic.counters.inBytes, 600'000'000'000'000u);
    }

    void halfPerSecondShowsAsNone()
    {
        Estimator estimator(2s);
        for (SandboxTime now = 1s; now < 300s; now += 2s)
            estimator.count({.connections = 1}, now);
        QCOMPARE(estimator.read(300s).rates.connections, 0u);
    }

    void countersMoveAtTicks()
    {
        Estimator estimator(2s);
        estimator.count({.inPackets = 3}, 500ms);
        QCOMPARE(estimator.read(1999ms).counters.inPackets, 0u);
        QCOMPARE(estimator.read(2s).counters.inPackets, 3u);
        estimator.count({.inPackets = 4}, 2500ms);
        QCOMPARE(estimator.read(3999ms).counters.inPackets, 3u);
        QCOMPARE(estimator.read(4s).counters.inPackets, 7u);
    }

    void eventsOfTheIntervalSurviveZeroing()
    {
        Estimator estimator(2s);
        estimator.count({.connections = 100}, 1s);
        estimator.count({.connections = 5}, 3s);
        estimator.zero(3s);
        QCOMPARE(estimator.read(3s), Traffic{});
        QCOMPARE(estimator.read(4s).counters.connections, 5u);
    }

    void ratesDieOutInALongPause()
    {
        Estimator estimator(2s);
        estimator.count({.connections = 1000}, 1s);
        const Traffic traffic = estimator.read(1h);
        QCOMPARE(traffic.rates, Rates{});
        QCOMPARE(traffic.counters.connections, 1000u);
        estimator.count({.connections = 1000}, 1h + 1s); // the phase is kept
        QCOMPARE(estimator.read(1h + 2s).rates.connections, 125u);
    }
};

QTEST_APPLESS_MAIN(TestEstimator)
#include "tst_estimator.moc"
