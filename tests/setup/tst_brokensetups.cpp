// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/setup/brokenclusters.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;

/// Each way in which set-ups usually fail is named as the first finding, with everything tried.
class TestBrokenSetups : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void causeIsNamedFirst_data();
    void causeIsNamedFirst();
    void healthyClustersHaveNone_data() { addEverySetup(); }
    void healthyClustersHaveNone();
};

void TestBrokenSetups::causeIsNamedFirst_data()
{
    QTest::addColumn<std::size_t>("place");
    QCOMPARE(brokenClusters().size(), 16u);
    for (std::size_t place = 0; const BrokenCluster &broken : brokenClusters())
        QTest::newRow(broken.name) << place++;
}

void TestBrokenSetups::causeIsNamedFirst()
{
    QFETCH(const std::size_t, place);
    const BrokenCluster &broken = brokenClusters()[place];
    Cluster cluster(broken.method);
    setUp(cluster, broken);
    QVERIFY(!firstFinding(checkSetup(cluster.wish, cluster.verified())));
    broken.breaks(cluster);
    const auto checks = checkSetup(cluster.wish, cluster.verified());
    const SetupCheck *finding = firstFinding(checks);
    QVERIFY(finding);
    QCOMPARE(finding->code, broken.code);
    QCOMPARE(finding->host, broken.host);
}

void TestBrokenSetups::healthyClustersHaveNone()
{
    QFETCH(const SetupMethod, method);
    QFETCH(const Family, family);
    Cluster cluster(method, family);
    cluster.setUp();
    for (const SetupCheck &check : checkSetup(cluster.wish, cluster.verified()))
        QCOMPARE(check.state, SetupCheck::State::Green);
}

QTEST_GUILESS_MAIN(TestBrokenSetups)
#include "tst_brokensetups.moc"
