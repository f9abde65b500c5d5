// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/setuprun.h"
#include "tests/app/setupcluster.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cerrno>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Nothing is taken back while it is not known what other set-ups need: one of them can't be read.
class TestUnknownSetups : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { m_root = std::make_unique<QTemporaryDir>(); }
    void whatOthersNeedMustBeKnown_data();
    void whatOthersNeedMustBeKnown();
    void othersAreReadOnce();
    void whatFailsIsLeftWhereOthersAreNotKnown();

private:
    static bool isAsIn(SetupCluster &cluster, const SetupReading &reading);
    static bool waitForEnd(SetupRun &run);
    /// The path of a set-up that nobody can read; empty if it could not be written.
    QString writeDamaged(const QString &director) const;

    std::unique_ptr<QTemporaryDir> m_root;
};

bool TestUnknownSetups::isAsIn(SetupCluster &cluster, const SetupReading &reading)
{
    const SetupReading now = cluster.read();
    return !reading.hosts.empty() && now.hosts == reading.hosts && now.table == reading.table;
}

bool TestUnknownSetups::waitForEnd(SetupRun &run)
{
    return QTest::qWaitFor([&] { return !run.isRunning(); }, std::chrono::minutes(2));
}

QString TestUnknownSetups::writeDamaged(const QString &director) const
{
    QDir(m_root->path()).mkpath(director);
    QFile file(m_root->filePath(director + u"/other.setup"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write("not a set-up") < 0)
        return {};
    return file.fileName();
}

void TestUnknownSetups::whatOthersNeedMustBeKnown_data()
{
    QTest::addColumn<QString>("director");
    QTest::newRow("of this director") << u"director"_s;
    QTest::newRow("of another one") << u"another"_s;
}

void TestUnknownSetups::whatOthersNeedMustBeKnown()
{
    QFETCH(const QString, director);
    SetupCluster cluster;
    const SetupReading before = cluster.read();
    SetupStore store(u"director"_s);
    store.keepOnDisk(m_root->path());
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    QVERIFY(run.begin(cluster.wish, cluster.plan()));
    QVERIFY(waitForEnd(run));
    const SetupRecord done = run.record();
    const SetupReading after = cluster.read();

    const QString damaged = writeDamaged(director);
    run.takeBack(done.id);
    QVERIFY(waitForEnd(run));
    QVERIFY(run.error());
    QCOMPARE(run.error()->code, ErrorCode::FileNotUnderstood);
    QCOMPARE(run.error()->values, QStringList{damaged});
    QCOMPARE(run.record(), done);
    QCOMPARE(*store.find(done.id), done);
    QVERIFY(isAsIn(cluster, after));

    QVERIFY(QFile::remove(damaged));
    run.takeBack(done.id);
    QVERIFY(waitForEnd(run));
    QVERIFY(!run.error());
    QVERIFY(store.records().empty());
    QVERIFY(isAsIn(cluster, before));
}

void TestUnknownSetups::othersAreReadOnce()
{
    SetupCluster cluster;
    const SetupReading before = cluster.read();
    SetupStore store(u"director"_s);
    store.keepOnDisk(m_root->path());
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    QVERIFY(run.begin(cluster.wish, cluster.plan()));
    QVERIFY(waitForEnd(run));
    connect(&run, &SetupRun::progressed, this, [&] { QVERIFY(!writeDamaged(u"another"_s).isEmpty()); });
    run.takeBack(run.id());
    QVERIFY(waitForEnd(run));
    run.disconnect(this);
    QVERIFY(!run.error());
    QVERIFY(isAsIn(cluster, before));
}

void TestUnknownSetups::whatFailsIsLeftWhereOthersAreNotKnown()
{
    SetupCluster cluster;
    const SetupReading before = cluster.read();
    const HostPlan plan = cluster.plan();
    SetupStore store(u"director"_s);
    store.keepOnDisk(m_root->path());
    SetupRun run(&store, &cluster.sessions, &cluster.hosts);
    const QString damaged = writeDamaged(u"another"_s);
    cluster.first.faults().reset();
    cluster.first.faults().failOperation(2, EPERM); // the VIP, after ARP is restricted
    QVERIFY(run.begin(cluster.wish, plan));
    QVERIFY(waitForEnd(run));
    QVERIFY(run.error());
    QCOMPARE(run.error()->code, ErrorCode::FileNotUnderstood);
    QVERIFY(cluster.read().hosts.at(u"first"_s) != before.hosts.at(u"first"_s));

    QVERIFY(QFile::remove(damaged));
    cluster.first.faults().reset();
    run.takeBack(run.id());
    QVERIFY(waitForEnd(run));
    QVERIFY(!run.error() && store.records().empty());
    QVERIFY(isAsIn(cluster, before));
}

QTEST_GUILESS_MAIN(TestUnknownSetups)
#include "tst_unknownsetups.moc"
