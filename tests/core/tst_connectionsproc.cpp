// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proc/connectionsproc.h"

#include <QBuffer>
#include <QTest>

#include <random>

using namespace lvs;
using namespace Qt::StringLiterals;

class TestConnectionsProc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRows_data();
    void readsRows();
    void emptyTableIsASample();
    void tellsTemplates_data();
    void tellsTemplates();
    void engineDataIsTamed();
    void refuses_data();
    void refuses();
    void everyCutIsRefused();
    void damageIsReadOrRefused();
    void stopsAfterTheSample_data();
    void stopsAfterTheSample();
    void readsNoMoreThanNeeded();
};

namespace {

// As kernel 6.12 prints it.
const QByteArray heading = "Pro FromIP   FPrt ToIP     TPrt DestIP   DPrt State       Expires PEName PEData\n";
const QByteArray plain = "TCP C6120001 C350 AC126406 0050 C0A80A0B 0050 ESTABLISHED     897\n";
const QByteArray six = "TCP 2001:0db8:0000:0000:0000:0000:0000:0001 C350 2001:0db8:0000:0000:0000:0000:0000:0006 0050 "
                       "2001:0db8:0000:0000:0000:0000:0000:000b 0050 ESTABLISHED     897\n";
const QByteArray engine =
    "UDP C6120001 13C4 AC126406 13C4 C0A80A0B 13C4 UDP             297 sip 3848276298220188511@a\n";
const QByteArray table = heading + plain + six + engine;

QString describe(const ConnectionEntry &entry)
{
    const QString target =
        entry.firewallMark != 0 ? u"mark %1"_s.arg(entry.firewallMark) : entry.virtualAddress.toString();
    return u"%1 %2:%3 %4:%5 %6 %7 %8"_s.arg(entry.protocol)
        .arg(entry.client.toString())
        .arg(entry.clientPort)
        .arg(target)
        .arg(entry.virtualPort)
        .arg(entry.server.toString(), entry.state)
        .arg(entry.expires);
}

/// A device that counts what is taken from it, and gives a page at a time as the kernel does.
class CountingDevice : public QIODevice
{
public:
    explicit CountingDevice(QByteArray text)
        : m_text(std::move(text))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    qint64 taken() const { return m_at; }

protected:
    qint64 readData(char *data, qint64 largest) override
    {
        const qint64 size = std::min({largest, qint64(4096), m_text.size() - m_at});
        std::copy_n(m_text.constData() + m_at, size, data);
        m_at += size;
        return size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_text;
    qint64 m_at = 0;
};

} // namespace

void TestConnectionsProc::readsRows_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("entry");
    const auto row = [](const char *name, const char *text, const char *entry) {
        QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(entry);
    };
    row("TCP", plain, "6 198.18.0.1:50000 172.18.100.6:80 192.168.10.11:80 ESTABLISHED 897");
    row("IPv6", six, "6 2001:db8::1:50000 2001:db8::6:80 [2001:db8::b]:80 ESTABLISHED 897");
    row("UDP", "UDP C6120001 C350 AC126406 0035 C0A80A0B 0035 UDP             299\n",
        "17 198.18.0.1:50000 172.18.100.6:53 192.168.10.11:53 UDP 299");
    row("SCTP", "SCTP C6120001 C350 AC126406 0035 C0A80A0B 0035 SHUTDOWN_RECEIVED       0\n",
        "132 198.18.0.1:50000 172.18.100.6:53 192.168.10.11:53 SHUTDOWN_RECEIVED 0");
    row("number for a protocol", "IP_50 C6120001 0000 AC126406 0035 C0A80A0B 0035 NONE            299\n",
        "50 198.18.0.1:0 172.18.100.6:53 192.168.10.11:53 NONE 299");
    row("template", "TCP C6120000 0000 AC126407 01BB C0A80A0C 01BB ASSURED         360\n",
        "6 198.18.0.0:0 172.18.100.7:443 192.168.10.12:443 ASSURED 360");
    row("template of a mark", "IP  C6120001 0000 00000007 0000 C0A80A0C 0000 NONE             57\n",
        "0 198.18.0.1:0 mark 7:0 192.168.10.12:0 NONE 57");
    row("template of an IPv6 mark",
        "IP  2001:0db8:0000:0000:0000:0000:0000:0000 0000 ffff:fffe:0000:0000:0000:0000:0000:0000 0000 "
        "2001:0db8:0000:0000:0000:0000:0000:000b 0000 NONE             57\n",
        "0 2001:db8:::0 mark 4294967294:0 [2001:db8::b]:0 NONE 57");
    row("through a tunnel of the other family",
        "TCP 2001:0db8:0000:0000:0000:0000:0000:0001 C350 2001:0db8:0000:0000:0000:0000:0000:0006 0050 C0A80A0B 0050 "
        "SYN_RECV         60\n",
        "6 2001:db8::1:50000 2001:db8::6:80 192.168.10.11:80 SYN_RECV 60");
    row("unknown state", "TCP C6120001 C350 AC126406 0050 C0A80A0B 0050 ERR!             60\n",
        "6 198.18.0.1:50000 172.18.100.6:80 192.168.10.11:80 ERR! 60");
    row("largest expiry", "TCP C6120001 C350 AC126406 0050 C0A80A0B 0050 CLOSE       4294967295\n",
        "6 198.18.0.1:50000 172.18.100.6:80 192.168.10.11:80 CLOSE 4294967295");
}

void TestConnectionsProc::readsRows()
{
    QFETCH(const QByteArray, row);
    const auto sample = parseConnections(heading + row);
    QVERIFY(sample);
    QVERIFY(!sample->hasMore);
    QCOMPARE(sample->entries.size(), 1u);
    QTEST(describe(sample->entries[0]), "entry");
}

void TestConnectionsProc::emptyTableIsASample()
{
    QCOMPARE(parseConnections(heading), ConnectionSample());
}

void TestConnectionsProc::tellsTemplates_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<bool>("isTemplate");
    QTest::addColumn<bool>("isInvalidated");
    QTest::newRow("connection") << plain << false << false;
    QTest::newRow("template") << "TCP C6120000 0000 AC126407 01BB C0A80A0C 01BB NONE            360\n"_ba << true
                              << false;
    QTest::newRow("invalidated") << "TCP C6120000 0000 AC126407 FFFF C0A80A0C FFFF ASSURED          60\n"_ba << true
                                 << true;
    QTest::newRow("connection of port 65535")
        << "TCP C6120000 C350 AC126407 FFFF C0A80A0C FFFF CLOSE            60\n"_ba << false << false;
    QTest::newRow("no client port yet") << "TCP C6120000 0000 AC126407 0014 C0A80A0C 0014 LISTEN           60\n"_ba
                                        << false << false;
}

void TestConnectionsProc::tellsTemplates()
{
    QFETCH(const QByteArray, row);
    const ConnectionEntry entry = parseConnections(heading + row)->entries.at(0);
    QTEST(entry.isTemplate(), "isTemplate");
    QTEST(entry.isInvalidated(), "isInvalidated");
}

void TestConnectionsProc::engineDataIsTamed()
{
    QCOMPARE(parseConnections(heading + engine)->entries[0].engine, u"sip"_s);
    QCOMPARE(parseConnections(heading + engine)->entries[0].engineData, u"3848276298220188511@a"_s);
    const QByteArray strange =
        "UDP C6120001 13C4 AC126406 13C4 C0A80A0B 13C4 UDP             297 sip a\x1b[1m\xff \t\n";
    QCOMPARE(parseConnections(heading + strange)->entries[0].engineData, u"a\ufffd[1m\ufffd \ufffd"_s);
}

void TestConnectionsProc::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another file") << "IP Virtual Server version 1.2.1 (size=4096)\n"_ba;
    const auto row = [](const char *name, QByteArray from, const QByteArray &to) {
        QTest::newRow(name) << heading + QByteArray(plain).replace(from, to);
    };
    row("protocol", "TCP", "XXX");
    row("protocol number", "TCP", "IP_256");
    row("short address", "C6120001", "C61200");
    row("no hex digit", "C6120001", "C612000G");
    row("families differ", "C6120001", "2001:0db8:0000:0000:0000:0000:0000:0001");
    row("compressed IPv6", "C0A80A0B", "2001:db8::1");
    row("port too long", "C350", "1C350");
    row("negative expiry", "    897", "     -1");
    row("expiry too large", "    897", "4294967296");
    row("no expiry", "     897", "");
    row("small letters for a state", "ESTABLISHED", "established");
    row("state too long", "ESTABLISHED", "ESTABLISHED_AND_MORE");
    row("engine without data", "897", "897 sip");
    row("data too long", "897", "897 sip " + QByteArray(256, 'a'));
    row("null byte", " 0050 ", QByteArray("\0", 1));
}

void TestConnectionsProc::refuses()
{
    QFETCH(const QByteArray, text);
    const auto sample = parseConnections(text);
    QVERIFY(!sample);
    QCOMPARE(sample.error().code, ErrorCode::BadKernelReply);
}

void TestConnectionsProc::everyCutIsRefused()
{
    for (qsizetype size = 0; size < table.size(); ++size) {
        const bool isWholeLines = size >= heading.size() && table[size - 1] == '\n';
        QCOMPARE(bool(parseConnections(table.first(size))), isWholeLines);
    }
}

void TestConnectionsProc::damageIsReadOrRefused()
{
    std::mt19937 random(20261123);
    const QByteArray alphabet = QByteArray("0123456789ABCDEFabz[]:->( )\n\t\0\xff", 32);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray text = table;
        for (unsigned damage = random() % 4 + 1; damage > 0; --damage) {
            const qsizetype at = qsizetype(random() % size_t(text.size()));
            if (random() % 2 == 0)
                text[at] = alphabet[qsizetype(random() % size_t(alphabet.size()))];
            else
                text.remove(at, qsizetype(random() % 20));
        }
        if (const auto sample = parseConnections(text); !sample) {
            QCOMPARE(sample.error().code, ErrorCode::BadKernelReply);
            QVERIFY(sample.error().span.start + sample.error().span.length <= text.size());
        }
    }
}

void TestConnectionsProc::stopsAfterTheSample_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<QByteArray>("tail");
    QTest::addColumn<bool>("hasMore");
    QTest::newRow("one less") << 999 << QByteArray() << false;
    QTest::newRow("just full") << 1000 << QByteArray() << false;
    QTest::newRow("one more") << 1001 << QByteArray() << true;
    QTest::newRow("cut behind the sample") << 1000 << plain.first(20) << true;
}

void TestConnectionsProc::stopsAfterTheSample()
{
    QFETCH(const int, rows);
    QFETCH(const QByteArray, tail);
    QFETCH(const bool, hasMore);
    const auto sample = parseConnections(heading + plain.repeated(rows) + tail);
    QVERIFY(sample);
    QCOMPARE(qsizetype(sample->entries.size()), std::min<qsizetype>(rows, 1000));
    QCOMPARE(sample->hasMore, hasMore);
}

void TestConnectionsProc::readsNoMoreThanNeeded()
{
    CountingDevice file(heading + plain.repeated(100'000));
    const QByteArray text = readConnectionsText(file);
    QVERIFY(parseConnections(text)->hasMore);
    const qint64 needed = heading.size() + 1001 * plain.size();
    QVERIFY(file.taken() >= needed);
    QVERIFY(file.taken() < needed + 2 * 4096);

    CountingDevice endless(QByteArray(10'000'000, 'x')); // not a line feed
    readConnectionsText(endless);
    QVERIFY(endless.taken() < 600'000);

    CountingDevice whole(table);
    QCOMPARE(readConnectionsText(whole), table);
}

QTEST_APPLESS_MAIN(TestConnectionsProc)
#include "tst_connectionsproc.moc"
