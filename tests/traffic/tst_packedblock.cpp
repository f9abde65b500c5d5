// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/packedblock.h"
#include "core/traffic/trafficcode.h"

#include <QTest>

#include <array>
#include <random>

using namespace lvs;

class TestPackedBlock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codesKeepFigures()
    {
        for (int value = 0; value < 128; ++value)
            QCOMPARE(trafficcode::decode(trafficcode::encode(value)), double(value));
        QCOMPARE(trafficcode::decode(trafficcode::encode(0.0625)), 0.0625);
        double before = 0;
        for (double value = 0.03; value < 1e17; value *= 1.0007) {
            const double kept = trafficcode::decode(trafficcode::encode(value));
            QVERIFY(kept >= before); // order is kept, so the least is never above the mean
            QVERIFY2(std::abs(kept - value) <= std::max(value * 0.001, 1 / 32.0), qPrintable(QString::number(value)));
            before = kept;
        }
        QVERIFY(std::isfinite(trafficcode::decode(trafficcode::encode(1e300))));
        QVERIFY(std::isnan(trafficcode::decode(trafficcode::nothing)));
        QVERIFY(std::isnan(trafficcode::decode(trafficcode::gap)));
    }

    void saysNoMoreDigitsThanAreKept()
    {
        for (double value = 0; value <= 2048; ++value)
            QCOMPARE(trafficcode::known(trafficcode::decode(trafficcode::encode(value))), value);
        QCOMPARE(trafficcode::known(trafficcode::decode(trafficcode::encode(18'234'567))), 18'240'000.0);
        for (double value = 2100; value < 1e12; value *= 1.013) {
            const double said = trafficcode::known(trafficcode::decode(trafficcode::encode(value)));
            const double unit = std::pow(10, std::floor(std::log10(said)) - 3);
            QCOMPARE(std::round(said / unit), said / unit);
            QVERIFY(std::abs(said - value) <= value * 0.0005 + unit / 2 + 1);
        }
        QVERIFY(std::isnan(trafficcode::known(std::nan(""))));
    }

    void takesNoDataThatIsNotABlock()
    {
        const std::array<quint16, 2> lengths{32, 64};
        std::vector<quint16> codes(96);
        for (std::size_t i = 0; i < codes.size(); ++i)
            codes[i] = quint16(100 + i);
        const PackedBlock block(3, codes, lengths);
        std::vector<quint8> data(block.data().begin(), block.data().end());
        const auto again = PackedBlock::fromData(3, data, lengths);
        QVERIFY(again && std::ranges::equal(again->data(), data));
        data.push_back(0);
        QVERIFY(!PackedBlock::fromData(3, data, lengths));
        data.resize(data.size() - 2);
        QVERIFY(!PackedBlock::fromData(3, data, lengths));
        data.push_back(0);
        data[2] = 17; // bits of a code
        QVERIFY(!PackedBlock::fromData(3, data, lengths));
        QVERIFY(!PackedBlock::fromData(3, {}, lengths));
    }

    void givesBackWhatWasPacked()
    {
        std::mt19937 random(1); // NOLINT: the same in each run
        const std::vector<quint16> lengths{32, 64, 16, 7, 1};
        for (int round = 0; round < 500; ++round) {
            const quint32 spread = 1U << (random() % 17);
            const quint32 base = random() % (0x10000 - std::min<quint32>(spread, 0xffff));
            const unsigned holes = random() % 4;
            std::vector<quint16> codes;
            for (int i = 0; i < 32 + 64 + 16 + 7 + 1; ++i) {
                const unsigned hole = holes == 0 ? 9 : random() % (2 + holes);
                codes.push_back(hole < 2 ? quint16(hole) : quint16(base + random() % spread));
            }
            const PackedBlock block(round, codes, lengths);
            std::size_t at = 0;
            for (std::size_t column = 0; column < lengths.size(); ++column) {
                std::vector<quint16> kept(lengths[column]);
                block.unpack(column, lengths, kept);
                QVERIFY(std::ranges::equal(kept, std::span(codes).subspan(at, lengths[column])));
                at += lengths[column];
            }
        }
    }

    void whatDoesNotChangeCostsNothing()
    {
        const std::array<quint16, 2> lengths{64, 64};
        std::vector<quint16> codes(64, trafficcode::nothing);
        codes.insert(codes.end(), 64, trafficcode::encode(1'000'000));
        const PackedBlock steady(0, codes, lengths);
        for (std::size_t i = 64; i < 128; ++i)
            codes[i] = trafficcode::encode(1'000'000 * (1 + double(i) / 640));
        const PackedBlock varying(0, codes, lengths);
        QVERIFY(steady.bytes() + 32 < varying.bytes());
    }
};

QTEST_APPLESS_MAIN(TestPackedBlock)
#include "tst_packedblock.moc"
