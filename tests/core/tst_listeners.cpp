// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proc/listenersproc.h"
#include "tests/support/objects.h"

#include <QBuffer>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Ports on which programs wait, as the kernel lists its sockets.
class TestListeners : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void readsNoConnections();
    void everythingOfOneAddress_data();
    void everythingOfOneAddress();
};

namespace {

constexpr auto heading = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid\n";

/// As a machine with this byte order prints it.
QByteArray word(const char *bytes)
{
    QByteArray raw = QByteArray::fromHex(bytes);
    if (Q_BYTE_ORDER == Q_LITTLE_ENDIAN)
        std::ranges::reverse(raw);
    return raw.toHex().toUpper();
}

QByteArray line(const QByteArray &address, const QByteArray &port, const QByteArray &state)
{
    return "   0: " + address + ':' + port + " 00000000:0000 " + state + " 00000000:00000000 00:00000000 00000000  0\n";
}

QStringList listenersIn(QByteArray text, Protocol protocol)
{
    QBuffer file(&text);
    file.open(QIODevice::ReadOnly);
    QStringList texts;
    for (const Listener &listener : readListeners(file, protocol)) {
        texts << ServerKey{listener.address, listener.port}.toString();
        if (listener.protocol != quint8(protocol))
            texts << u"of another protocol"_s;
    }
    return texts;
}

} // namespace

void TestListeners::reads_data()
{
    QTest::addColumn<Protocol>("protocol");
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("listener");
    using enum Protocol;
    const QByteArray zero = word("00000000");
    QTest::newRow("IPv4") << Tcp << line(word("7f000001"), "0050", "0A") << u"127.0.0.1:80"_s;
    QTest::newRow("every address") << Tcp << line(zero, "01BB", "0A") << u"0.0.0.0:443"_s;
    QTest::newRow("IPv6") << Tcp << line(word("20010db8") + zero + zero + word("00000006"), "0050", "0A")
                          << u"[2001:db8::6]:80"_s;
    QTest::newRow("every address of IPv6") << Tcp << line(zero + zero + zero + zero, "0050", "0A") << u"[::]:80"_s;
    QTest::newRow("IPv4 as IPv6") << Tcp << line(zero + zero + word("0000ffff") + word("ac126406"), "0050", "0A")
                                  << u"172.18.100.6:80"_s;
    QTest::newRow("UDP") << Udp << line(zero, "0035", "07") << u"0.0.0.0:53"_s;
    QTest::newRow("connected UDP") << Udp << line(zero, "0035", "01") << QString();
    QTest::newRow("connection") << Tcp << line(word("7f000001"), "0050", "01") << QString();
    QTest::newRow("no port") << Tcp << line(zero, "0000", "0A") << QString();
    QTest::newRow("short address") << Tcp << line("7F", "0050", "0A") << QString();
    QTest::newRow("no number") << Tcp << line("0100007X", "0050", "0A") << QString();
    QTest::newRow("no colon") << Tcp << QByteArray("  0: 0100007F 00000000:0000 0A\n") << QString();
    QTest::newRow("cut off") << Tcp << QByteArray("  0: 0100\n") << QString();
}

void TestListeners::reads()
{
    QFETCH(const Protocol, protocol);
    QFETCH(const QByteArray, line);
    QFETCH(const QString, listener);
    QCOMPARE(listenersIn(heading + line, protocol), listener.isEmpty() ? QStringList() : QStringList{listener});
}

void TestListeners::readsNoConnections()
{
    QByteArray text = heading + line(word("00000000"), "0050", "0A");
    for (int i = 0; i < 1000; ++i)
        text += line(word("c0a80a0b"), "0050", "01");
    QBuffer file(&text);
    file.open(QIODevice::ReadOnly);
    QCOMPARE(readListeners(file, Protocol::Tcp).size(), 1u);
    QVERIFY(file.pos() < text.size() / 2);
}

void TestListeners::everythingOfOneAddress_data()
{
    QTest::addColumn<QString>("listening");
    QTest::addColumn<QString>("destination");
    QTest::addColumn<bool>("takes");
    QTest::newRow("itself") << u"172.18.100.6"_s << u"172.18.100.6"_s << true;
    QTest::newRow("another") << u"172.18.100.6"_s << u"172.18.100.7"_s << false;
    QTest::newRow("every") << u"0.0.0.0"_s << u"172.18.100.6"_s << true;
    QTest::newRow("every of IPv4") << u"0.0.0.0"_s << u"2001:db8::6"_s << false;
    QTest::newRow("every of both") << u"::"_s << u"172.18.100.6"_s << true;
    QTest::newRow("every of IPv6") << u"::"_s << u"2001:db8::6"_s << true;
}

void TestListeners::everythingOfOneAddress()
{
    QFETCH(const QString, listening);
    QFETCH(const QString, destination);
    QFETCH(const bool, takes);
    const HostInfo host{.listeners = {{quint8(Protocol::Tcp), ip(listening), 80}}};
    QCOMPARE(findListener(host, Protocol::Tcp, ip(destination), 80) != nullptr, takes);
    QVERIFY(!findListener(host, Protocol::Tcp, ip(destination), 81));
    QVERIFY(!findListener(host, Protocol::Udp, ip(destination), 80));
}

QTEST_GUILESS_MAIN(TestListeners)
#include "tst_listeners.moc"
