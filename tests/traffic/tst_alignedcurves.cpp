// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/traffic/alignedcurves.h"

#include <QTest>

#include <limits>

using namespace lvs;

namespace {

Curve curve(const std::vector<std::pair<qint64, float>> &points)
{
    Curve curve{.grain = std::chrono::seconds(2)};
    for (const auto &[at, value] : points)
        curve.points.push_back({.at = at, .least = value, .mean = value, .most = value});
    return curve;
}

constexpr float none = std::numeric_limits<float>::quiet_NaN();

QList<double> means(const std::vector<CurvePoint> &column)
{
    QList<double> means;
    for (const CurvePoint &point : column)
        means.append(point.isGap() ? -1 : double(point.mean));
    return means;
}

} // namespace

class TestAlignedCurves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void curvesMeetAtEveryMoment()
    {
        const AlignedCurves both = aligned({curve({{0, 1}, {4000, 3}}), curve({{2000, 10}, {4000, 20}, {6000, 30}})});
        QCOMPARE(both.times, (std::vector<qint64>{0, 2000, 4000, 6000}));
        QCOMPARE(means(both.columns[0]), (QList<double>{1, 1, 3, 3}));
        QCOMPARE(means(both.columns[1]), (QList<double>{-1, 10, 20, 30}));
    }

    void valuesDoNotReachAcrossAGap()
    {
        const AlignedCurves both =
            aligned({curve({{0, 1}, {2000, none}, {8000, 2}}), curve({{0, 5}, {4000, 5}, {60'000, 5}})});
        QCOMPARE(means(both.columns[0]), (QList<double>{1, -1, -1, 2, -1})); // nor for a minute
    }

    void stacksWhatIsKnown()
    {
        const auto edges =
            stacked(aligned({curve({{0, 1}, {2000, none}, {4000, 1}}), curve({{0, 5}, {2000, 6}, {4000, 7}})}));
        QCOMPARE(edges[0][0], 1.0);
        QVERIFY(std::isnan(edges[0][1]));
        QCOMPARE(edges[1][0], 6.0);
        QCOMPARE(edges[1][1], 6.0);
        QCOMPARE(edges[1][2], 8.0);
    }

    void nothingIsNothing()
    {
        QVERIFY(aligned({}).times.empty());
        QVERIFY(stacked(aligned({Curve()})).front().empty());
    }
};

QTEST_APPLESS_MAIN(TestAlignedCurves)
#include "tst_alignedcurves.moc"
