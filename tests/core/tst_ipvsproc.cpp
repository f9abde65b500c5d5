// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proc/ipvsproc.h"

#include <QTest>

#include <random>

using namespace lvs;
using namespace Qt::StringLiterals;

class TestIpvsProc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsATable();
    void readsServices_data();
    void readsServices();
    void readsForwarding_data();
    void readsForwarding();
    void familyOfAMarkIsThatOfItsServers();
    void refuses_data();
    void refuses();
    void everyCutIsRefused();
    void damageIsReadOrRefused();
};

namespace {

// As kernel 6.12 prints it.
const QByteArray heading = "IP Virtual Server version 1.2.1 (size=4096)\n"
                           "Prot LocalAddress:Port Scheduler Flags\n"
                           "  -> RemoteAddress:Port Forward Weight ActiveConn InActConn\n";
const QByteArray table = heading + "TCP  AC126407:0050 wrr  persistent 75000 FFFFFF00\n"
                                   "  -> C0A80A0C:0050      Route   1      0          7         \n"
                                   "TCP  AC126406:0050 rr  \n"
                                   "  -> C0A80A0C:0050      Masq    0      12         345       \n"
                                   "  -> C0A80A0B:1F90      Masq    10     2147483647 0         \n"
                                   "UDP  [2001:0db8:0000:0000:0000:0000:0000:0006]:0035 sh \n"
                                   "FWM  00000007 wlc persistent 90000 FFFFFFFF\n";

} // namespace

void TestIpvsProc::readsATable()
{
    const auto read = parseIpvsProc(table);
    QVERIFY(read);
    QCOMPARE(read->version, 0x010201u);
    QCOMPARE(read->connectionTableSize, 4096u);
    QCOMPARE(read->services.size(), size_t(4));
    QCOMPARE(read->servers.size(), size_t(4));
    for (size_t i = 0; i < 4; ++i)
        QVERIFY(read->services[i].config.key == read->servers[i].service);
    QVERIFY(std::ranges::is_sorted(read->services, {}, [](const ServiceState &s) { return s.config.key; }));

    const ServiceKey key = ServiceKey::forAddress(Protocol::Tcp, *IpAddress::fromText(u"172.18.100.6"), 80);
    const auto list = std::ranges::find(read->servers, key, &ServerList::service);
    QVERIFY(list != read->servers.end());
    QCOMPARE(list->servers.size(), size_t(2));
    QCOMPARE(list->servers[0].config.key.toString(), u"192.168.10.12:80"_s); // the kernel's order
    QVERIFY(list->servers[0].config.isDrained());
    QCOMPARE(list->servers[0].activeConnections, 12u);
    QCOMPARE(list->servers[0].inactiveConnections, 345u);
    QCOMPARE(list->servers[1].config.key.port, quint16(8080));
    QCOMPARE(list->servers[1].activeConnections, 2147483647u);
    QVERIFY(parseIpvsProc(heading)->services.empty());
}

void TestIpvsProc::readsServices_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("scheduler");
    QTest::addColumn<uint>("flags");
    QTest::addColumn<uint>("timeout");
    QTest::addColumn<uint>("netmask");

    QTest::newRow("plain") << "TCP  AC126406:0050 rr  \n"_ba << u"TCP 172.18.100.6:80"_s << u"rr"_s << 0u << 0u
                           << 0xffffffffu;
    QTest::newRow("one-packet") << "UDP  AC126406:0035 rr ops  \n"_ba << u"UDP 172.18.100.6:53"_s << u"rr"_s << 4u << 0u
                                << 0xffffffffu;
    QTest::newRow("persistent") << "SCTP AC126406:0000 sed  persistent 75000 FFFF0000\n"_ba << u"SCTP 172.18.100.6:0"_s
                                << u"sed"_s << 1u << 300u << 0xffff0000u;
    QTest::newRow("IPv6") << "TCP  [2001:0db8:0000:0000:0000:0000:0000:0006]:0050 mh persistent 250 40000000\n"_ba
                          << u"TCP [2001:db8::6]:80"_s << u"mh"_s << 1u << 1u << 64u;
    QTest::newRow("persistent and one-packet") << "UDP  AC126406:0036 rr ops  persistent 75000 FFFFFFFF\n"_ba
                                               << u"UDP 172.18.100.6:54"_s << u"rr"_s << 5u << 300u << 0xffffffffu;
    QTest::newRow("one-packet mark") << "FWM  00000008 rr ops \n"_ba << u"FWM 8"_s << u"rr"_s << 4u << 0u
                                     << 0xffffffffu;
    QTest::newRow("mark") << "FWM  FFFFFFFF none \n"_ba << u"FWM 4294967295"_s << u"none"_s << 0u << 0u << 0xffffffffu;
}

void TestIpvsProc::readsServices()
{
    QFETCH(QByteArray, line);
    const auto read = parseIpvsProc(heading + line);
    QVERIFY(read);
    const VirtualService &service = read->services.at(0).config;
    QTEST(service.key.toString(), "key");
    QTEST(service.scheduler.toString(), "scheduler");
    QTEST(uint(service.flags.toInt()), "flags");
    QTEST(service.persistenceTimeout, "timeout");
    QTEST(service.netmask, "netmask");
}

void TestIpvsProc::readsForwarding_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("forwarding");
    QTest::newRow("Masq") << "Masq   "_ba << int(Forwarding::Masquerading);
    QTest::newRow("Local") << "Local  "_ba << int(Forwarding::Local);
    QTest::newRow("Tunnel") << "Tunnel "_ba << int(Forwarding::Tunnelling);
    QTest::newRow("Route") << "Route  "_ba << int(Forwarding::Gatewaying);
}

void TestIpvsProc::readsForwarding()
{
    QFETCH(QByteArray, name);
    const auto read = parseIpvsProc(heading + "TCP  AC126406:0050 rr \n  -> C0A80A0C:0050      " + name +
                                    " 1      0          0         \n");
    QVERIFY(read);
    QTEST(int(read->servers.at(0).servers.at(0).config.forwarding), "forwarding");
}

void TestIpvsProc::familyOfAMarkIsThatOfItsServers()
{
    const auto read = parseIpvsProc(
        heading + "FWM  00000001 rr persistent 250 40000000\n"
                  "  -> [2001:0db8:0000:0000:0000:0000:0000:000B]:0000      Route   1      0          0         \n");
    QVERIFY(read);
    QVERIFY(read->services.at(0).config.key == ServiceKey::forMark(1, Family::IPv6));
    QCOMPARE(read->services[0].config.netmask, 64u);
}

void TestIpvsProc::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("at");
    const auto line = [](const char *name, const QByteArray &text, qsizetype at) {
        QTest::newRow(name) << heading + text << heading.size() + at;
    };
    QTest::newRow("nothing") << QByteArray() << qsizetype(0);
    QTest::newRow("another file") << "Inter-|   Receive\n"_ba << qsizetype(0);
    QTest::newRow("size that is no number") << "IP Virtual Server version 1.2.1 (size=x)\n"_ba << qsizetype(38);
    line("server without a service", "  -> C0A80A0C:0050      Masq    1      0          0         \n", 5);
    line("unknown protocol", "ICMP AC126406:0050 rr \n", 4);
    line("protocol number out of range", "IP_256 AC126406:0050 rr \n", 6);
    line("short address", "TCP  AC1264:0050 rr \n", 11);
    line("no hex digit", "TCP  AC12640G:0050 rr \n", 12);
    line("compressed IPv6", "TCP  [2001:db8::6]:0050 rr \n", 14);
    line("scheduler too long", "TCP  AC126406:0050 abcdefghijklmnop \n", 19);
    line("upper case scheduler", "TCP  AC126406:0050 RR \n", 21);
    line("unknown flag", "TCP  AC126406:0050 rr new \n", 22);
    line("mark 0", "FWM  00000000 rr \n", 13);
    line("forwarding", "TCP  AC126406:0050 rr \n  -> C0A80A0C:0050      Bridge  1      0          0         \n", 53);
    line("weight out of range", "TCP  AC126406:0050 rr \n  -> C0A80A0C:0050      Masq    2147483648 0 0 \n", 55);
    line("negative count", "TCP  AC126406:0050 rr \n  -> C0A80A0C:0050      Masq    1      -1         0         \n",
         62);
    line("null byte", QByteArray("TCP  AC126406:0050 rr \0\n", 24), 22);
}

void TestIpvsProc::refuses()
{
    QFETCH(QByteArray, text);
    const auto read = parseIpvsProc(text);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BadKernelReply);
    QTEST(read.error().span.start, "at");
}

void TestIpvsProc::everyCutIsRefused()
{
    for (qsizetype size = 0; size < table.size(); ++size) {
        const bool isWholeLines = size >= heading.size() && table[size - 1] == '\n';
        QCOMPARE(bool(parseIpvsProc(table.first(size))), isWholeLines);
    }
}

void TestIpvsProc::damageIsReadOrRefused()
{
    std::mt19937 random(20261122);
    const QByteArray alphabet = QByteArray("0123456789ABCDEFabz[]:->( )\n\t\0\xff", 32);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray text = table;
        for (unsigned damage = random() % 4 + 1; damage > 0; --damage) {
            const qsizetype at = qsizetype(random() % size_t(text.size()));
            switch (random() % 3) {
            case 0:
                text[at] = alphabet[qsizetype(random() % size_t(alphabet.size()))];
                break;
            case 1:
                text.remove(at, qsizetype(random() % 20));
                break;
            default:
                text.insert(at, text.sliced(qsizetype(random() % size_t(text.size()))).first(1));
            }
        }
        const auto read = parseIpvsProc(text);
        if (read) {
            QVERIFY(read->services.size() == read->servers.size());
        } else {
            QCOMPARE(read.error().code, ErrorCode::BadKernelReply);
            QVERIFY(read.error().span.start >= 0);
            QVERIFY(read.error().span.start + read.error().span.length <= text.size());
        }
    }
}

QTEST_APPLESS_MAIN(TestIpvsProc)
#include "tst_ipvsproc.moc"
