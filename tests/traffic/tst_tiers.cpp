// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/minutestier.h"
#include "core/traffic/secondstier.h"

#include <QTest>

#include <algorithm>
#include <iterator>

using namespace lvs;

class TestTiers : public QObject
{
    Q_OBJECT
    using Metric = TrafficMetric;

private Q_SLOTS:
    /// One metric's gap reaches into the next block; those of the others belong into this one.
    void everyMetricKeepsItsGapAtTheEndOfABlock()
    {
        SecondsTier tier(0);
        for (qint64 at = 0; at < 63'000; at += 1000)
            tier.put(Metric::Active, at, 5);
        tier.put(Metric::Connections, 62'500, 5);
        tier.put(Metric::ExactConnections, 61'000, 5);
        for (const Metric metric : {Metric::Connections, Metric::ExactConnections, Metric::Active})
            tier.putGap(metric, 63'500);
        for (qint64 at = 65'000; at < 80'000; at += 1000) {
            for (const Metric metric : {Metric::Connections, Metric::ExactConnections, Metric::Active})
                tier.put(metric, at, 7);
        }
        for (const Metric metric : {Metric::Connections, Metric::ExactConnections, Metric::Active}) {
            const auto all = points(tier, metric);
            QCOMPARE(std::ranges::count_if(all, &CurvePoint::isGap), 1);
            const auto gap = std::ranges::find_if(all, &CurvePoint::isGap);
            QVERIFY(gap != all.begin());
            QCOMPARE((gap - 1)->mean, 5.0F);
            QCOMPARE((gap + 1)->mean, 7.0F);
        }
    }

    void secondsBeforeTheClockWentBackStay_data()
    {
        QTest::addColumn<qint64>("back");
        QTest::newRow("within the open block") << qint64(215'000);
        QTest::newRow("into a packed one") << qint64(130'000);
        QTest::newRow("before everything") << qint64(0);
    }
    void secondsBeforeTheClockWentBackStay()
    {
        QFETCH(const qint64, back);
        SecondsTier tier(0);
        for (qint64 at = 0; at < 220'000; at += 1000)
            tier.put(Metric::Active, at, double(at / 1000));
        tier.rewind(back);
        auto all = points(tier, Metric::Active);
        QCOMPARE(qint64(all.size()), back / 1000);
        for (std::size_t i = 0; i < all.size(); ++i)
            QCOMPARE(all[i].mean, float(i));
        for (qint64 at = back; at < 300'000; at += 1000)
            tier.put(Metric::Active, at, 9);
        all = points(tier, Metric::Active);
        QCOMPARE(all.size(), 300UZ);
        QVERIFY(std::ranges::is_sorted(all, {}, &CurvePoint::at));
    }

    void minutesBeforeTheClockWentBackStay_data()
    {
        QTest::addColumn<qint64>("back");
        QTest::newRow("by seconds") << qint64(99);
        QTest::newRow("within the open block") << qint64(97);
        QTest::newRow("into a packed one") << qint64(40);
    }
    void minutesBeforeTheClockWentBackStay()
    {
        QFETCH(const qint64, back);
        MinutesTier tier(0);
        for (qint64 i = 0; i < 100; ++i)
            tier.put(Metric::Active, i * MinutesTier::minute, double(i), 1);
        tier.rewind(back * MinutesTier::minute + 5000);
        for (qint64 i = back; i < 120; ++i)
            tier.put(Metric::Active, i * MinutesTier::minute + 10'000, 500, 1);
        const auto all = points(tier);
        QCOMPARE(all.size(), 119UZ); // the last one is not over
        for (qint64 i = 0; i < 119; ++i) {
            QCOMPARE(all[std::size_t(i)].at, i * MinutesTier::minute);
            QCOMPARE(all[std::size_t(i)].most, i < back ? float(i) : 500.0F);
        }
        // What was in the minute that the clock came back into is still in it, if it was not over.
        QCOMPARE(all[std::size_t(back)].least, back == 99 ? 99.0F : 500.0F);
    }

    void sealedBlocksAreHandedOutOnce()
    {
        MinutesTier tier(3);
        int sealed = 0;
        for (qint64 i = 0; i < 100; ++i) {
            tier.put(Metric::Active, i * MinutesTier::minute, 1, 1);
            if (const PackedBlock *block = tier.takeSealed()) {
                QCOMPARE(tier.firstMinute(*block), sealed * MinutesTier::minutesPerBlock - 3);
                ++sealed;
            }
            QVERIFY(!tier.takeSealed());
        }
        QCOMPARE(sealed, 3);
    }

    /// In another run, whose first minutes may have passed already.
    void whatWasSealedIsRestored_data()
    {
        QTest::addColumn<qint64>("recorded");
        QTest::addColumn<int>("newMinutes");
        // With the last of 92 a block begins, while the one before is not packed yet.
        for (const qint64 recorded : {90, 91, 92, 93}) {
            for (const int minutes : {0, 1, 2, 40})
                QTest::addRow("%lld, %d minutes later", recorded, minutes) << recorded << minutes;
        }
    }
    void whatWasSealedIsRestored()
    {
        QFETCH(const qint64, recorded);
        QFETCH(const int, newMinutes);
        MinutesTier before(5);
        std::vector<PackedBlock> kept;
        for (qint64 i = 0; i < recorded; ++i) {
            before.put(Metric::Active, i * MinutesTier::minute, double(i), 1);
            if (const PackedBlock *block = before.takeSealed())
                kept.push_back(*block);
        }
        std::ranges::copy(before.unsealed(), std::back_inserter(kept));
        MinutesTier after(5);
        for (qint64 i = 0; i < newMinutes; ++i)
            after.put(Metric::Active, (recorded + i) * MinutesTier::minute, 500, 1);
        after.restore(kept);
        for (qint64 i = newMinutes; i < 50; ++i)
            after.put(Metric::Active, (recorded + i) * MinutesTier::minute, 500, 1);
        const auto all = points(after);
        QCOMPARE(qint64(all.size()), recorded + 49);
        for (qint64 i = 0; i < recorded + 49; ++i) {
            QCOMPARE(all[std::size_t(i)].at, i * MinutesTier::minute);
            QCOMPARE(all[std::size_t(i)].mean, i < recorded ? float(i) : 500.0F);
        }
    }

private:
    static std::vector<CurvePoint> points(const SecondsTier &tier, Metric metric)
    {
        std::vector<CurvePoint> points;
        tier.append(metric, 0, 1'000'000, points);
        return points;
    }
    static std::vector<CurvePoint> points(const MinutesTier &tier)
    {
        std::vector<CurvePoint> points;
        tier.append(Metric::Active, 0, 1000 * MinutesTier::minute, points);
        return points;
    }
};

QTEST_APPLESS_MAIN(TestTiers)
#include "tst_tiers.moc"
