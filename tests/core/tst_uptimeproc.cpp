// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proc/uptimeproc.h"

#include <QTest>

using namespace lvs;

class TestUptimeProc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheFirstNumber()
    {
        QCOMPARE(parseUptimeProc("350735.47 234388.90\n"), std::chrono::milliseconds(350'735'470));
        QCOMPARE(parseUptimeProc("0.05 0.00\n"), std::chrono::milliseconds(50));
    }

    void refusesWhatTheKernelDoesNotPrint_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut off") << QByteArray("350735.47 234388.90");
        QTest::newRow("one number") << QByteArray("350735.47\n");
        QTest::newRow("no hundredths") << QByteArray("350735 234388.90\n");
        QTest::newRow("tenths") << QByteArray("350735.4 234388.90\n");
        QTest::newRow("thousandths") << QByteArray("350735.470 234388.90\n");
        QTest::newRow("a sign") << QByteArray("-1.00 0.00\n");
        QTest::newRow("a sign behind the point") << QByteArray("1.-1 0.00\n");
        QTest::newRow("another sign") << QByteArray("1.+1 0.00\n");
        QTest::newRow("too large a number") << QByteArray("4294967296.00 0.00\n");
        QTest::newRow("more behind it") << QByteArray("350735.47 234388.90\nx");
    }
    void refusesWhatTheKernelDoesNotPrint()
    {
        QFETCH(const QByteArray, text);
        const auto uptime = parseUptimeProc(text);
        QVERIFY(!uptime);
        QCOMPARE(uptime.error().code, ErrorCode::BadKernelReply);
    }
};

QTEST_APPLESS_MAIN(TestUptimeProc)
#include "tst_uptimeproc.moc"
