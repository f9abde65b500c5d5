// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/language.h"
#include "app/text/choicetext.h"
#include "app/text/commandstext.h"
#include "app/text/format.h"
#include "app/text/operationtext.h"
#include "tests/support/objects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Numbers, ages and operations in words.
class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { setLanguage(u"en"_s, this); }
    void bytes_data();
    void bytes();
    void figures_data();
    void figures();
    void allDigitsOfBytes();
    void durations_data();
    void durations();
    void ages_data();
    void ages();
    void machineTimes_data();
    void machineTimes();
    void operations_data();
    void operations();
    void mnemonics();
    void commandsOfALongPlan_data();
    void commandsOfALongPlan();
    void choicesOfSchedulers_data();
    void choicesOfSchedulers();
};

void TestText::choicesOfSchedulers_data()
{
    using Basis = SchedulerChoice::Basis;
    QTest::addColumn<QString>("scheduler");
    QTest::addColumn<int>("basis");
    QTest::addColumn<bool>("isPersistent");
    QTest::addColumn<QString>("text");
    const QString of = u"The scheduler %1 chooses 192.168.10.11:80 for this client. "_s;
    QTest::addRow("table") << u"sh"_s << int(Basis::Table) << false
                           << of.arg(u"sh") + u"It goes by the table alone, so the kernel chooses the same."_s;
    QTest::addRow("connections") << u"wlc"_s << int(Basis::Connections) << false
                                 << of.arg(u"wlc") + u"It goes by the connections that were counted at 14:03:22."_s;
    QTest::addRow("fresh start, persistent")
        << u"rr"_s << int(Basis::FreshStart) << true
        << of.arg(u"rr") + u"Whose turn it is cannot be read from the kernel: this is the choice after a fresh start. "
                           "A client that persistence remembers goes to the same real server as before."_s;
    QTest::addRow("last weights") << u"mh"_s << int(Basis::LastWeights) << false
                                  << of.arg(u"mh") + u"Which weights the drained real servers had cannot be read from "
                                                     "the kernel, and it may choose another one."_s;
    QTest::addRow("like wlc") << u"twos"_s << int(Basis::LikeWlc) << false
                              << of.arg(u"twos") + u"What it remembers or draws by lot cannot be read from the kernel: "
                                                   "this is what wlc would choose by the connections of 14:03:22."_s;
    QTest::addRow("no scheduler") << u"none"_s << int(Basis::None) << true
                                  << u"The service has no scheduler, so it never chooses a real server."_s;
    QTest::addRow("a strange one") << u"random"_s << int(Basis::None) << false
                                   << u"How the scheduler random chooses is not known here."_s;
}

void TestText::choicesOfSchedulers()
{
    QFETCH(const QString, scheduler);
    QFETCH(const int, basis);
    QFETCH(const bool, isPersistent);
    VirtualService chosen = service(web, scheduler);
    if (isPersistent)
        chosen.flags = ServiceFlag::Persistent;
    SchedulerChoice choice{.server = server(11).key, .basis = SchedulerChoice::Basis(basis)};
    const QDateTime readAt(QDate(2026, 3, 1), QTime(14, 3, 22));
    QTEST(choiceText(choice, chosen, readAt), "text");
    choice.server.reset();
    if (choice.basis != SchedulerChoice::Basis::None)
        QVERIFY(choiceText(choice, chosen, readAt).contains(u"finds no real server"));
}

void TestText::commandsOfALongPlan_data()
{
    QTest::addColumn<int>("operations");
    QTest::addColumn<int>("lines");
    QTest::addColumn<QString>("last");
    const QString server = u"ipvsadm -d -t 172.18.100.6:80 -r 192.168.10.11:80"_s;
    QTest::addRow("none") << 0 << 0 << QString();
    QTest::addRow("one") << 1 << 1 << server;
    QTest::addRow("as many as are shown") << 1000 << 1000 << server;
    QTest::addRow("one more") << 1001 << 1001 << u"# … and 1 more change"_s;
    QTest::addRow("many more") << 101'000 << 1001 << u"# … and 100,000 more changes"_s;
}

void TestText::commandsOfALongPlan()
{
    QFETCH(const int, operations);
    const QStringList lines =
        commandsPreview({std::vector<Operation>(std::size_t(operations), RemoveServer{web, server(11)})});
    QTEST(int(lines.size()), "lines");
    QTEST(lines.value(lines.size() - 1), "last");
}

void TestText::bytes_data()
{
    QTest::addColumn<quint64>("value");
    QTest::addColumn<QString>("text");
    QTest::addRow("none") << quint64(0) << u"0 B"_s;
    QTest::addRow("below the first prefix") << quint64(999) << u"999 B"_s;
    QTest::addRow("kilo") << quint64(1000) << u"1.00 kB"_s;
    QTest::addRow("three digits") << quint64(18'240'000) << u"18.2 MB"_s;
    QTest::addRow("rounds into the next prefix") << quint64(999'999) << u"1.00 MB"_s;
    QTest::addRow("rounds within a prefix") << quint64(99'960) << u"100 kB"_s;
    QTest::addRow("largest") << std::numeric_limits<quint64>::max() << u"18.4 EB"_s;
}

void TestText::bytes()
{
    QFETCH(quint64, value);
    QTEST(format::bytes(value), "text");
}

void TestText::figures_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("few");
    QTest::addColumn<QString>("all");
    QTest::addRow("none") << 0.0 << u"0"_s << u"0"_s;
    QTest::addRow("small") << 0.25 << u"0.25"_s << u"0.25"_s;
    QTest::addRow("part of a large one") << 1234.4 << u"1,234"_s << u"1,234"_s;
    QTest::addRow("with one digit") << 12.5 << u"12.5"_s << u"12.5"_s;
    QTest::addRow("last without prefix") << 9999.0 << u"9,999"_s << u"9,999"_s;
    QTest::addRow("with prefix") << 18'240'000.0 << u"18.2 M"_s << u"18,240,000"_s;
    QTest::addRow("rounds into the next prefix") << 999'999.0 << u"1.00 M"_s << u"999,999"_s;
}

void TestText::figures()
{
    QFETCH(const double, value);
    QTEST(format::figure(value, format::Digits::Few), "few");
    QTEST(format::figure(value, format::Digits::All), "all");
}

void TestText::allDigitsOfBytes()
{
    QCOMPARE(format::bytes(18'240'001, format::Digits::All), u"18,240,001 B"_s);
    format::setUsualDigits(format::Digits::All);
    QCOMPARE(format::bytes(18'240'001), u"18,240,001 B"_s);
    format::setUsualDigits(format::Digits::Few);
}

void TestText::durations_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::addRow("seconds") << 59 << u"59 s"_s;
    QTest::addRow("a minute") << 60 << u"1 min"_s;
    QTest::addRow("minutes and seconds") << 90 << u"1 min 30 s"_s;
    QTest::addRow("an hour") << 3600 << u"1 h"_s;
    QTest::addRow("hours and minutes") << 7500 << u"2 h 5 min"_s;
    QTest::addRow("days and hours") << 97'200 << u"1 d 3 h"_s;
}

void TestText::durations()
{
    QFETCH(const int, seconds);
    QTEST(format::duration(std::chrono::seconds(seconds)), "text");
}

void TestText::machineTimes_data()
{
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("0") << 0 << u"0 ms"_s;
    QTest::newRow("120") << 120 << u"120 ms"_s;
    QTest::newRow("999") << 999 << u"999 ms"_s;
    QTest::newRow("1000") << 1000 << u"1 s"_s;
    QTest::newRow("1340") << 1340 << u"1.3 s"_s;
    QTest::newRow("9940") << 9940 << u"9.9 s"_s;
    QTest::newRow("12400") << 12'400 << u"12 s"_s;
}

void TestText::machineTimes()
{
    QFETCH(const int, milliseconds);
    QTEST(format::briefly(std::chrono::milliseconds(milliseconds)), "text");
}

void TestText::ages_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("text");
    QTest::addRow("now") << 0 << u"0 s"_s;
    QTest::addRow("seconds") << 119 << u"119 s"_s;
    QTest::addRow("minutes") << 120 << u"2 min"_s;
    QTest::addRow("hours") << 7200 << u"2 h"_s;
}

void TestText::ages()
{
    QFETCH(int, seconds);
    QTEST(format::age(std::chrono::seconds(seconds)), "text");
}

void TestText::operations_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addColumn<QString>("text");
    VirtualService persistent = service(web, u"rr");
    persistent.flags |= ServiceFlag::Persistent;
    persistent.persistenceTimeout = 300;
    RealServer limited = server(11, 1);
    limited.upperThreshold = 200;
    QTest::addRow("add service") << Operation(AddService{service(web, u"rr")})
                                 << u"Add service TCP 172.18.100.6:80: scheduler rr"_s;
    QTest::addRow("edit service") << Operation(EditService{service(web, u"rr"), service(web, u"wrr")})
                                  << u"Edit service TCP 172.18.100.6:80: scheduler rr → wrr"_s;
    QTest::addRow("make persistent") << Operation(EditService{service(web, u"rr"), persistent})
                                     << u"Edit service TCP 172.18.100.6:80: persistence – → 300 s"_s;
    VirtualService flagged = service(web, u"mh");
    flagged.flags = ServiceFlags{ServiceFlag::Scheduler1} | ServiceFlag::Scheduler2;
    QTest::addRow("flags") << Operation(EditService{service(web, u"mh"), flagged})
                           << u"Edit service TCP 172.18.100.6:80: flags none → mh-fallback,mh-port"_s;
    VirtualService foreign = service(web, u"mh");
    foreign.flags = ServiceFlags::fromInt(0x48);
    QTest::addRow("flags without a name") << Operation(EditService{foreign, service(web, u"mh")})
                                          << u"Edit service TCP 172.18.100.6:80: flags mh-fallback,0x40 → none"_s;
    QTest::addRow("remove service") << Operation(RemoveService{service(web), {server(11)}})
                                    << u"Remove service TCP 172.18.100.6:80 with 1 real server"_s;
    QTest::addRow("remove service with two") << Operation(RemoveService{service(web), {server(11), server(12)}})
                                             << u"Remove service TCP 172.18.100.6:80 with 2 real servers"_s;
    QTest::addRow("add server") << Operation(AddServer{web, server(11, 3)})
                                << u"Add real server 192.168.10.11:80 to TCP 172.18.100.6:80: NAT, weight 3"_s;
    QTest::addRow("change weight") << Operation(EditServer{web, server(11, 3), server(11, 10)})
                                   << u"Edit 192.168.10.11:80 of TCP 172.18.100.6:80: weight 3 → 10"_s;
    QTest::addRow("drain") << Operation(EditServer{web, server(11, 3), server(11, 0)})
                           << u"Drain 192.168.10.11:80 of TCP 172.18.100.6:80: weight 3 → 0"_s;
    QTest::addRow("two fields")
        << Operation(EditServer{web, server(11, 0), limited})
        << u"Edit 192.168.10.11:80 of TCP 172.18.100.6:80: weight 0 → 1, upper threshold 0 → 200"_s;
    QTest::addRow("remove server") << Operation(RemoveServer{web, server(11)})
                                   << u"Remove real server 192.168.10.11:80 from TCP 172.18.100.6:80"_s;
    QTest::addRow("timeouts") << Operation(SetTimeouts{{900, 120, 300}, {0, 60, 300}})
                              << u"Set timeouts in seconds: TCP after FIN 120 → 60"_s;
    QTest::addRow("tunable of an interface") << Operation(SetSysctl{u"ipv4/conf/eth0.100/arp_ignore"_s, u"0"_s, u"1"_s})
                                             << u"Set tunable net/ipv4/conf/eth0.100/arp_ignore: 0 → 1"_s;
    const HostAddress vip{*InterfaceName::fromText(u"lo"), {.address = ip(u"172.18.100.6"), .prefixLength = 32}};
    HostAddress labelled = vip;
    labelled.address.label = u"lo:0"_s;
    QTest::addRow("address") << Operation(AddAddress{vip}) << u"Add address 172.18.100.6/32 to lo"_s;
    QTest::addRow("labelled address") << Operation(AddAddress{labelled})
                                      << u"Add address 172.18.100.6/32 to lo (label lo:0)"_s;
    QTest::addRow("address away") << Operation(RemoveAddress{vip}) << u"Remove address 172.18.100.6/32 from lo"_s;
    const HostRoute way{.gateway = ip(u"192.168.10.1"), .interface = *InterfaceName::fromText(u"eth0")};
    HostRoute direct = way;
    direct.gateway.reset();
    QTest::addRow("route") << Operation(AddRoute{way})
                           << u"Add route to everywhere (default) through 192.168.10.1 on eth0"_s;
    QTest::addRow("route changed")
        << Operation(EditRoute{way, direct})
        << u"Change route to everywhere (default): through 192.168.10.1 on eth0 → directly on eth0"_s;
    QTest::addRow("tunnel") << Operation(AddTunnel{{*InterfaceName::fromText(u"lvstun0"), ip(u"192.168.10.11")}})
                            << u"Add tunnel interface lvstun0 that unpacks IP in IP for 192.168.10.11"_s;
    QTest::addRow("tunable") << Operation(SetSysctl{u"ipv4/vs/conntrack"_s, u"0"_s, u"1"_s})
                             << u"Set tunable conntrack: 0 → 1"_s;
    QTest::addRow("tunable without a value")
        << Operation(SetSysctl{u"ipv4/vs/est_cpulist"_s, {}, u"0-3"_s}) << u"Set tunable est_cpulist: none → 0-3"_s;
    QTest::addRow("zero") << Operation(ZeroCounters{}) << u"Zero all counters (can't be undone)"_s;
}

void TestText::operations()
{
    QFETCH(Operation, operation);
    QTEST(operationText(operation), "text");
}

void TestText::mnemonics()
{
    QCOMPARE(format::withoutMnemonic(u"Add &service…"_s), u"Add service…"_s);
    QCOMPARE(format::withoutMnemonic(u"添加虚拟服务(&S)…"_s), u"添加虚拟服务…"_s);
}

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
