// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/kepttext.h"
#include "tests/boot/keptsamples.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

class TestKeptText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAsAPersonWouldWriteIt();
    void everythingComesBack_data();
    void everythingComesBack();
    void otherWordsAreFaulty_data();
    void otherWordsAreFaulty();
    void badFirstLinesTakeTheirLinesAlong_data();
    void badFirstLinesTakeTheirLinesAlong();
    void aFaultyLineLosesNothingElse();
    void whatIsTooMuchIsLeftOut();
    void noSetupMayHoldWhatItCantSay_data();
    void noSetupMayHoldWhatItCantSay();
};

namespace {

const QByteArray first = "setup 1f0c-a TCP 172.18.100.6:80\n";

} // namespace

void TestKeptText::readsAsAPersonWouldWriteIt()
{
    KeptSetup setup = keptServer();
    setup.sysctls.push_back({u"ipv4/conf/eth0.100/arp_ignore"_s, u"1"_s});
    setup.tunnels = {tunnel(u"lvsac12640b", u"172.18.100.11")};
    setup.routes = {defaultRouteBy(u"192.168.10.1")};
    const QByteArray text = keptText({setup, keptDirector()});
    QCOMPARE(text.sliced(text.indexOf("\nsetup")), "\nsetup 1f0c-a TCP 172.18.100.6:80\n"
                                                   "sysctl net/ipv4/conf/all/arp_ignore = 1\n"
                                                   "sysctl net/ipv4/conf/all/arp_announce = 2\n"
                                                   "sysctl net/ipv4/conf/eth0.100/arp_ignore = 1\n"
                                                   "tunnel lvsac12640b local 172.18.100.11\n"
                                                   "address lo 172.18.100.6/32 label lo:0\n"
                                                   "route default via 192.168.10.1 dev eth0 metric 0\n"
                                                   "\nsetup d1 FWM 1\n"
                                                   "sysctl net/ipv4/ip_forward = 1\n"
                                                   "address eth0 172.18.100.6/32\n"
                                                   "snat 192.168.10.0/24 172.18.100.6 -> 192.168.10.1\n"
                                                   "ipvsadm -A -f 1 -s wrr\n"
                                                   "ipvsadm -a -f 1 -r 192.168.10.12:80 -m -w 2\n"
                                                   "ipvsadm -a -f 1 -r 192.168.10.11:80 -m -w 1\n"
                                                   "mark 172.18.100.6 TCP 80,443 -> 0x1\n");
    QVERIFY(text.startsWith('#'));
}

void TestKeptText::everythingComesBack_data()
{
    QTest::addColumn<KeptSetup>("setup");
    QTest::newRow("nothing") << KeptSetup{.id = u"a"_s, .service = web};
    QTest::newRow("real server") << keptServer();
    QTest::newRow("director") << keptDirector();
    KeptSetup ipv6 = keptServer();
    ipv6.service = tcp(u"2001:db8:1::6", 443);
    ipv6.sysctls.clear();
    ipv6.addresses = {loopbackVip(u"2001:db8:1::6")};
    ipv6.routes = {{.destination = IpAddress::fromIPv6({}),
                    .gateway = ip(u"fe80::1"),
                    .interface = interface(u"eth0"),
                    .metric = 1024}};
    ipv6.snats = {fullNat(u"2001:db8:1::6", u"2001:db8:2::1", u"2001:db8:2::/64")};
    ipv6.marks = {webMark(7, u"443,8000-8080", u"2001:db8:1::6")};
    QTest::newRow("IPv6") << ipv6;
    KeptSetup odd = keptServer();
    odd.service = ServiceKey::forMark(4294967295, Family::IPv6);
    odd.addresses.front().address.scope = AddressScope::Host;
    odd.addresses.push_back({.interface = interface(u"déjà"), .address = {ip(u"10.0.0.1"), 8, AddressScope::Link, {}}});
    odd.sysctls.push_back({u"ipv4/vs/sync_threshold"_s, u"3 50"_s});
    odd.sysctls.push_back({u"ipv4/conf/déjà/rp_filter"_s, u"2"_s});
    odd.rules = IpvsTable::Entry{.service = service(odd.service, u"sh")};
    odd.rules->service.flags = ServiceFlag::Persistent | ServiceFlag::Scheduler1;
    odd.rules->service.persistenceTimeout = 600;
    odd.rules->servers = {{.key = {ip(u"10.0.0.7"), 0},
                           .forwarding = Forwarding::Tunnelling,
                           .weight = 0,
                           .upperThreshold = 20,
                           .lowerThreshold = 10,
                           .tunnel = {TunnelType::Gue, 6080, TunnelChecksum::Checksum}}};
    QTest::newRow("odd") << odd;
}

void TestKeptText::everythingComesBack()
{
    QFETCH(KeptSetup, setup);
    QVERIFY(validate(setup));
    const std::vector<KeptSetup> both{{.id = u"other"_s, .service = database}, setup};
    const KeptText read = readKeptText(keptText(both));
    QVERIFY(read.faultyLines.empty());
    QVERIFY(read.incomplete.empty());
    QCOMPARE(read.setups, both);
}

void TestKeptText::otherWordsAreFaulty_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {"sysctl net.ipv4.conf.all.arp_ignore = 1",
                             "sysctl net/ipv4/conf/all/arp_ignore=1",
                             "sysctl net/ipv4/conf/all/arp_ignore = 01",
                             "sysctl net/ipv4/conf/all/arp_ignore = 1 ",
                             "sysctl net/ipv4/conf/../arp_ignore = 1",
                             "sysctl net/../kernel/modprobe = /bin/sh",
                             "sysctl net/ipv4/conf/default/arp_ignore = 1",
                             "sysctl net/ipv4/conf/all/arp_ignore = 1\tx",
                             "sysctl net/ipv4/tcp_syncookies = 1",
                             "sysctl net/ipv4/conf/a b/arp_ignore = 1",
                             "sysctl",
                             "sysctl  = ",
                             "tunnel lvs0 local 0.0.0.0",
                             "tunnel lvs0 local 2001:db8::1",
                             "tunnel lvs/0 local 10.0.0.1",
                             "tunnel lvs0 local 10.0.0.1 remote any",
                             "tunnel lvs0 remote 10.0.0.1",
                             "tunnel  local 10.0.0.1",
                             "address lo 172.18.100.6",
                             "address lo 172.18.100.6/32 label eth0:0",
                             "address lo 172.18.100.6/33",
                             "address lo 172.18.100.6/32 label lo:0 scope host",
                             "address lo 172.18.100.6/32 scope global",
                             "address lo 127.0.0.1/08",
                             "address lo 224.0.0.1/32",
                             "address  172.18.100.6/32",
                             "address lo 172.018.100.6/32",
                             "address lo 172.18.100.6/32  label lo:0",
                             "route default via 192.168.10.1 dev eth0",
                             "route 10.0.0.0/8 via 192.168.10.1 dev eth0 metric 0",
                             "route default via 0.0.0.0 dev eth0 metric 0",
                             "route default via fe80::1 dev eth0 metric 0",
                             "route default via 192.168.10.1 dev eth0 metric -1",
                             "snat 0.0.0.0/0 172.18.100.6 -> 192.168.10.1",
                             "snat 192.168.10.0/24 172.18.100.6 to 192.168.10.1",
                             "snat 192.168.10.1/24 172.18.100.6 -> 192.168.10.1",
                             "mark 172.18.100.6 TCP 80 -> 0x0",
                             "mark 172.18.100.0/24 TCP 80 -> 0x1",
                             "mark 172.18.100.6 TCP 80 -> 1",
                             "mark 172.18.100.6 TCP 443,80 -> 0x1",
                             "mark 172.18.100.6 ICMP 80 -> 0x1",
                             "mark 172.18.100.6 80 -> 0x1",
                             "mark 172.18.100.6 TCP 80 -> 0x1/0xff",
                             "mark 172.18.100.6 TCP 80 -> 0x1 ; drop",
                             "ipvsadm -A -t 172.18.100.7:80 -s wrr",
                             "ipvsadm -A -t 172.18.100.6:http -s wrr",
                             "ipvsadm -C",
                             "ipvsadm -A -t 172.18.100.6:80 -s wrr ",
                             "ipvsadm --add-service -t 172.18.100.6:80 -s wrr",
                             "ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.11:80 -m -w 1",
                             "ipvsadm --set 1 2 3",
                             "ipvsadm",
                             "ip addr add 172.18.100.6/32 dev lo",
                             " sysctl net/ipv4/ip_forward = 1",
                             "reboot",
                             "setup",
                             "\xff\xfe",
                             "address \xff 172.18.100.6/32"})
        QTest::newRow(line) << QByteArray(line);
}

void TestKeptText::otherWordsAreFaulty()
{
    QFETCH(QByteArray, line);
    const QByteArray good = "sysctl net/ipv4/ip_forward = 1\n";
    const KeptText read = readKeptText(first + good + line + '\n');
    QCOMPARE(read.faultyLines, std::vector<qsizetype>{3});
    QCOMPARE(read.setups.size(), 1U);
    KeptSetup expected{.id = u"1f0c-a"_s, .service = web, .sysctls = {{u"ipv4/ip_forward"_s, u"1"_s}}};
    QCOMPARE(read.setups.front(), expected);
}

void TestKeptText::badFirstLinesTakeTheirLinesAlong_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line :
         {"setup 1f0c-a", "setup A TCP 172.18.100.6:80", "setup ../x TCP 172.18.100.6:80", "setup a TCP 172.18.100.6",
          "setup a TCP 172.18.100.6:080", "setup a GRE 172.18.100.6:80", "setup a FWM 0", "setup a FWM 1 IPv4",
          "setup a TCP [172.18.100.6]:80", "setup  TCP 172.18.100.6:80", "setup a TCP 224.0.0.1:80",
          "setup other TCP 172.18.100.6:80"})
        QTest::newRow(line) << QByteArray(line);
}

void TestKeptText::badFirstLinesTakeTheirLinesAlong()
{
    QFETCH(QByteArray, line);
    const KeptText read =
        readKeptText("setup other TCP 172.18.100.6:3306\n" + line + "\nsysctl net/ipv4/ip_forward = 1\n" + first);
    QCOMPARE(read.faultyLines, std::vector<qsizetype>{2}); // what follows belongs to nothing, and is not looked at
    QCOMPARE(read.setups.size(), 2U);
    for (const KeptSetup &setup : read.setups)
        QVERIFY(setup.isEmpty());
}

void TestKeptText::aFaultyLineLosesNothingElse()
{
    const QByteArray text = keptText({keptServer(), keptDirector()});
    QByteArray faulty = text;
    faulty.replace("arp_ignore = 1", "arp_ignore = one");
    const KeptText read = readKeptText("stray\n" + faulty);
    QCOMPARE(read.faultyLines.size(), 2U);
    QCOMPARE(read.faultyLines.front(), 1);
    QCOMPARE(read.incomplete, std::vector{keptServer().id});
    KeptSetup rest = keptServer();
    rest.sysctls.erase(rest.sysctls.begin());
    QCOMPARE(read.setups, (std::vector{rest, keptDirector()}));
}

void TestKeptText::whatIsTooMuchIsLeftOut()
{
    QByteArray text = first;
    for (qsizetype i = 0; i <= KeptSetup::mostOnHost; ++i)
        text += "sysctl net/ipv4/conf/e" + QByteArray::number(i) + "/arp_ignore = 1\n";
    KeptText read = readKeptText(text);
    QCOMPARE(qsizetype(read.setups.front().sysctls.size()), KeptSetup::mostOnHost);
    QCOMPARE(read.faultyLines, std::vector<qsizetype>{KeptSetup::mostOnHost + 2});
    text.clear();
    for (qsizetype i = 0; i <= KeptSetup::mostSetups; ++i)
        text += "setup s" + QByteArray::number(i) + " FWM 1\n";
    read = readKeptText(text);
    QCOMPARE(qsizetype(read.setups.size()), KeptSetup::mostSetups);
    QCOMPARE(read.faultyLines, std::vector<qsizetype>{KeptSetup::mostSetups + 1});
}

void TestKeptText::noSetupMayHoldWhatItCantSay_data()
{
    QTest::addColumn<KeptSetup>("setup");
    const auto row = [](const char *name, auto &&spoil) {
        KeptSetup setup = keptDirector();
        spoil(setup);
        QTest::newRow(name) << setup;
    };
    row("no id", [](KeptSetup &s) { s.id.clear(); });
    row("an id that is a path", [](KeptSetup &s) { s.id = u"../x"_s; });
    row("an unknown tunable", [](KeptSetup &s) { s.sysctls = {{u"../kernel/modprobe"_s, u"/bin/sh"_s}}; });
    row("a value with a line end", [](KeptSetup &s) { s.sysctls = {{u"ipv4/ip_forward"_s, u"1\nx"_s}}; });
    row("a route to somewhere", [](KeptSetup &s) { s.routes = {route(u"10.0.0.0", 8, u"192.168.10.1", u"eth0")}; });
    row("a route without a gateway", [](KeptSetup &s) { s.routes = {{.interface = interface(u"eth0")}}; });
    row("a label with a line end", [](KeptSetup &s) {
        s.addresses = {loopbackVip()};
        s.addresses[0].address.label = u"lo:\n"_s;
    });
    row("another service's rules", [](KeptSetup &s) { s.service = web; });
    row("local forwarding", [](KeptSetup &s) { s.rules->servers[0].forwarding = Forwarding::Local; });
    row("a server twice", [](KeptSetup &s) { s.rules->servers.push_back(s.rules->servers[0]); });
    row("a protocol without a word", [](KeptSetup &s) {
        s.service = web;
        s.service.protocol = 47;
        s.rules.reset();
    });
    row("a mark of everything", [](KeptSetup &s) { s.marks[0].destination = IpNetwork::every(Family::IPv4); });
    row("too much", [](KeptSetup &s) { s.marks.resize(KeptSetup::mostOnHost + 1, s.marks[0]); });
}

void TestKeptText::noSetupMayHoldWhatItCantSay()
{
    QVERIFY(validate(keptDirector()));
    QFETCH(KeptSetup, setup);
    QVERIFY(!validate(setup));
}

QTEST_GUILESS_MAIN(TestKeptText)
#include "tst_kepttext.moc"
