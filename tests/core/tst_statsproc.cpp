// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proc/statsproc.h"

#include <QTest>

using namespace lvs;

namespace {

// As kernel 6.12 prints it.
const QByteArray text = "   Total Incoming Outgoing         Incoming         Outgoing\n"
                        "   Conns  Packets  Packets            Bytes            Bytes\n"
                        "     1F4     1388      3E8           3D0900            F4240\n"
                        "\n"
                        " Conns/s   Pkts/s   Pkts/s          Bytes/s          Bytes/s\n"
                        "       7       20        A              5DC              3E8\n";

} // namespace

class TestStatsProc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTotals()
    {
        const auto traffic = parseStatsProc(text);
        QVERIFY(traffic);
        QVERIFY(traffic->counters == (Counters{500, 5000, 1000, 4'000'000, 1'000'000}));
        QVERIFY(traffic->rates == (Rates{7, 32, 10, 1500, 1000}));
    }

    /// They push the columns aside.
    void readsTheLargestNumbers()
    {
        QByteArray large = text;
        large.replace("     1F4     1388", "FFFFFFFFFFFFFFFF 1234567890");
        const auto traffic = parseStatsProc(large);
        QVERIFY(traffic);
        QCOMPARE(traffic->counters.connections, ~quint64(0));
        QCOMPARE(traffic->counters.inPackets, quint64(0x1234567890));
    }

    void everyCutIsRefused()
    {
        for (qsizetype size = 0; size < text.size(); ++size)
            QVERIFY2(!parseStatsProc(QByteArrayView(text).first(size)), qPrintable(QString::number(size)));
    }

    void refusesWhatTheKernelDoesNotPrint_data()
    {
        QTest::addColumn<QByteArray>("changed");
        const auto with = [](const char *before, const char *after) {
            QByteArray changed = text;
            return changed.replace(before, after);
        };
        QTest::newRow("no number") << with("1388", "13G8");
        QTest::newRow("a sign") << with(" 1388", "-1388");
        QTest::newRow("too large a number") << with("3D0900", "10000000000000000");
        QTest::newRow("more text") << text + "more\n";
        QTest::newRow("another heading") << with("Incoming", "incoming");
    }
    void refusesWhatTheKernelDoesNotPrint()
    {
        QFETCH(const QByteArray, changed);
        const auto traffic = parseStatsProc(changed);
        QVERIFY(!traffic);
        QCOMPARE(traffic.error().code, ErrorCode::BadKernelReply);
    }
};

QTEST_APPLESS_MAIN(TestStatsProc)
#include "tst_statsproc.moc"
