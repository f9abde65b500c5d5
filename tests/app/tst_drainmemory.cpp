// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/drainmemory.h"
#include "tests/support/objects.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Weights from before drains, from one start of the console to the next.
class TestDrainMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init() { QDir(folder()).removeRecursively(); }

    void keepsTheWeightOfWhatIsDrained_data()
    {
        QTest::addColumn<ChangePlan>("changes");
        QTest::addColumn<std::optional<quint32>>("weight");
        const std::optional<quint32> nothing;
        QTest::newRow("drained") << plan(7, 0) << std::optional<quint32>(7);
        QTest::newRow("another weight") << plan(7, 3) << nothing;
        QTest::newRow("drained already") << plan(0, 0) << nothing;
        QTest::newRow("given a weight") << plan(0, 7) << nothing;
        QTest::newRow("removed") << ChangePlan{{RemoveServer{web, server(11, 7)}}} << nothing;
    }
    void keepsTheWeightOfWhatIsDrained()
    {
        QFETCH(const ChangePlan, changes);
        QFETCH(const std::optional<quint32>, weight);
        DrainMemory memory(u"one"_s);
        memory.remember(changes);
        QCOMPARE(memory.weightOf(web, server(11).key), weight);
        QCOMPARE(memory.weightOf(database, server(11).key), std::nullopt);
    }

    void outlivesTheConsole()
    {
        const ServiceKey sixth = ServiceKey::forAddress(Protocol::Udp, ip(u"2001:db8::5"), 53);
        RealServer before = server(11, 9);
        before.key.address = ip(u"2001:db8::11");
        RealServer after = before;
        after.weight = 0;
        {
            DrainMemory memory(u"one"_s);
            memory.remember(plan(7, 0));
            memory.remember(ChangePlan{{EditServer{sixth, before, after}}});
            memory.remember(plan(5, 0)); // the newest counts
        }
        const DrainMemory again(u"one"_s);
        QCOMPARE(again.weightOf(web, server(11).key), std::optional<quint32>(5));
        QCOMPARE(again.weightOf(sixth, before.key), std::optional<quint32>(9));
        QCOMPARE(DrainMemory(u"another"_s).weightOf(web, server(11).key), std::nullopt);
    }

    void readsWhatADamagedFileStillHolds_data()
    {
        QTest::addColumn<int>("kept"); // bytes; negative: left out at the end
        QTest::addColumn<bool>("known");
        QTest::newRow("empty") << 0 << false;
        QTest::newRow("only the beginning") << 8 << false;
        QTest::newRow("cut off in the second server") << -1 << true;
    }
    void readsWhatADamagedFileStillHolds()
    {
        QFETCH(const int, kept);
        QFETCH(const bool, known);
        ChangePlan two;
        two.operations = {EditServer{web, server(11, 7), server(11, 0)}, EditServer{web, server(12, 7), server(12, 0)}};
        DrainMemory(u"one"_s).remember(two);
        QFile file(folder() + u"/one"_s);
        QVERIFY(file.resize(kept < 0 ? file.size() + kept : kept));
        const DrainMemory memory(u"one"_s);
        const bool first = memory.weightOf(web, server(11).key).has_value();
        const bool second = memory.weightOf(web, server(12).key).has_value();
        QCOMPARE(int(first) + int(second), int(known));
    }

    void takesNoForeignFile()
    {
        QVERIFY(QDir().mkpath(folder()));
        QFile file(folder() + u"/one"_s);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(1000, '\x7f'));
        file.close();
        DrainMemory memory(u"one"_s);
        QCOMPARE(memory.weightOf(web, server(11).key), std::nullopt);
        memory.remember(plan(7, 0));
        QCOMPARE(memory.weightOf(web, server(11).key), std::optional<quint32>(7));
    }

private:
    static QString folder()
    {
        return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/drained"_s;
    }
    /// Gives a server another weight.
    static ChangePlan plan(quint32 before, quint32 after)
    {
        return {{EditServer{web, server(11, before), server(11, after)}}};
    }
};

QTEST_GUILESS_MAIN(TestDrainMemory)
#include "tst_drainmemory.moc"
