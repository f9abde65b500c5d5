// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keepalived/exporttext.h"
#include "tests/keepalived/configs.h"
#include "tests/keepalived/realkeepalived.h"
#include "tests/support/randomtable.h"

#include <QTest>

using namespace lvs;
using namespace lvs::keepalived;
using namespace lvs::test;
using namespace Qt::StringLiterals;
using Code = ExportProblem::Code;

namespace {

/// The part of a table that keepalived has words for.
IpvsTable sayable(const IpvsTable &table, const ExportedConfig &exported)
{
    IpvsTable rest = table;
    for (const ExportProblem &problem : exported.problems) {
        const IpvsTable::Entry *entry = rest.find(problem.object.service);
        if (!problem.object.server) {
            rest.remove(problem.object.service);
        } else if (entry) {
            std::vector<RealServer> servers = entry->servers;
            std::erase_if(servers, [&](const RealServer &server) { return server.key == *problem.object.server; });
            rest.setServers(problem.object.service, std::move(servers));
        }
    }
    return rest;
}

VirtualService service(const char *address, quint16 port, Protocol protocol = Protocol::Tcp)
{
    return VirtualService::withDefaults(
        ServiceKey::forAddress(protocol, *IpAddress::fromText(QString::fromLatin1(address)), port));
}

RealServer server(const char *key, Forwarding forwarding = Forwarding::Masquerading)
{
    return {.key = endpoint(QString::fromLatin1(key)), .forwarding = forwarding};
}

} // namespace

/// The table as a keepalived configuration.
class ExportTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesBlocks();
    void comesBack_data();
    void comesBack();
    void choosesChecks_data();
    void choosesChecks();
    void namesWhatCantBeSaid_data();
    void namesWhatCantBeSaid();
};

void ExportTextTest::writesBlocks()
{
    IpvsTable table;
    VirtualService web = service("10.0.0.1", 80);
    web.scheduler = *SchedulerName::fromText(u"sh");
    web.flags = ServiceFlags{ServiceFlag::Persistent} | ServiceFlag::Scheduler2;
    web.persistenceTimeout = 300;
    web.netmask = 0xffffff00;
    table.setService(web);
    RealServer first = server("192.168.10.11:80");
    first.weight = 10;
    RealServer second = server("192.168.10.12:80", Forwarding::Tunnelling);
    second.tunnel = {TunnelType::Gue, 6080, TunnelChecksum::Checksum};
    second.upperThreshold = 100;
    second.lowerThreshold = 10;
    table.setServers(web.key, {second, first}); // the kernel's list: the newest first
    QCOMPARE(exportTable(table).text, uR"(virtual_server 10.0.0.1 80 {
    delay_loop 10
    lvs_sched sh
    sh-port
    lvs_method NAT
    protocol TCP
    persistence_timeout 300
    persistence_granularity 255.255.255.0

    real_server 192.168.10.11 80 {
        weight 10
        TCP_CHECK {
            connect_timeout 3
        }
    }

    real_server 192.168.10.12 80 {
        weight 1
        lvs_method TUN type gue port 6080 csum
        uthreshold 100
        lthreshold 10
        TCP_CHECK {
            connect_timeout 3
        }
    }
}
)"_s);
}

void ExportTextTest::comesBack_data()
{
    QTest::addColumn<bool>("webChecks");
    QTest::newRow("TCP checks") << false;
    QTest::newRow("web checks") << true;
}

/// Generated tables: keepalived accepts what is written, and it is read back as it was, order included.
void ExportTextTest::comesBack()
{
    QFETCH(bool, webChecks);
    for (quint32 seed = 0; seed < 100; ++seed) {
        const IpvsTable table = RandomTable(seed).table(12, 6);
        const ExportedConfig exported = exportTable(table, {.webChecks = webChecks});
        for (const ExportProblem &problem : exported.problems)
            QVERIFY(problem.code == Code::NoServers || problem.code == Code::AllDrained);
        const Configuration back = read(exported.text);
        QVERIFY2(back.notes.empty(), qPrintable(exported.text));
        QCOMPARE(commandsOf(back.table()), commandsOf(sayable(table, exported)));
        QCOMPARE(back.table(), sayable(table, exported));
        if (exported.text.isEmpty())
            continue;
        const auto complaints = complaintsOfKeepalived(exported.text);
        QVERIFY2(complaints, "keepalived could not be run");
        QVERIFY2(complaints->isEmpty(), qPrintable(*complaints + u'\n' + exported.text));
    }
}

void ExportTextTest::choosesChecks_data()
{
    QTest::addColumn<int>("protocol");
    QTest::addColumn<int>("port");
    QTest::addColumn<bool>("webChecks");
    QTest::addColumn<QString>("check");
    const auto row = [](const char *name, Protocol protocol, int port, bool webChecks, const QString &check) {
        QTest::newRow(name) << int(protocol) << port << webChecks << check;
    };
    row("TCP", Protocol::Tcp, 25, true, u"TCP_CHECK"_s);
    row("HTTP, not asked for", Protocol::Tcp, 80, false, u"TCP_CHECK"_s);
    row("HTTP", Protocol::Tcp, 80, true, u"HTTP_GET"_s);
    row("HTTPS", Protocol::Tcp, 443, true, u"SSL_GET"_s);
    row("DNS", Protocol::Udp, 53, true, u"DNS_CHECK"_s);
    row("UDP", Protocol::Udp, 514, true, u"UDP_CHECK"_s);
    row("HTTP/3 is no TCP", Protocol::Udp, 443, true, u"UDP_CHECK"_s);
    row("SCTP", Protocol::Sctp, 5060, true, u"PING_CHECK"_s);
    row("every port", Protocol::Tcp, 0, true, u"PING_CHECK"_s);
}

void ExportTextTest::choosesChecks()
{
    QFETCH(int, protocol);
    QFETCH(int, port);
    QFETCH(bool, webChecks);
    QFETCH(QString, check);
    VirtualService checked = service("10.0.0.1", quint16(port), Protocol(protocol));
    checked.flags = ServiceFlag::Persistent;
    checked.persistenceTimeout = 60;
    RealServer target = server("10.0.0.2:0");
    target.key.port = quint16(port);
    IpvsTable table;
    table.setService(checked);
    table.setServers(checked.key, {target});
    const QString text = exportTable(table, {.webChecks = webChecks}).text;
    QVERIFY2(text.contains(check + u" {"_s), qPrintable(text));
    QCOMPARE(complaintsOfKeepalived(text).value_or(u"not run"_s), QString());
}

void ExportTextTest::namesWhatCantBeSaid_data()
{
    QTest::addColumn<VirtualService>("service");
    QTest::addColumn<RealServer>("server");
    QTest::addColumn<int>("code");
    const VirtualService web = service("10.0.0.1", 80);
    const RealServer usual = server("10.0.0.2:80");
    const auto row = [&](const char *name, Code code, auto change) {
        VirtualService oddService = web;
        RealServer oddServer = usual;
        change(oddService, oddServer);
        QTest::newRow(name) << oddService << oddServer << int(code);
    };
    row("drained", Code::AllDrained, [](VirtualService &, RealServer &s) { s.weight = 0; });
    row("protocol", Code::Protocol, [](VirtualService &v, RealServer &) { v.key.protocol = 1; });
    row("scheduler", Code::Scheduler,
        [](VirtualService &v, RealServer &) { v.scheduler = *SchedulerName::fromText(u"own"); });
    row("flags", Code::Flags, [](VirtualService &v, RealServer &) { v.flags = ServiceFlags::fromInt(0x100); });
    row("one packet of TCP", Code::Flags, [](VirtualService &v, RealServer &) { v.flags = ServiceFlag::OnePacket; });
    row("every port without persistence", Code::Persistence, [](VirtualService &v, RealServer &) { v.key.port = 0; });
    row("too long", Code::Persistence, [](VirtualService &v, RealServer &) {
        v.flags = ServiceFlag::Persistent;
        v.persistenceTimeout = 2'678'401;
    });
    row("local", Code::Forwarding, [](VirtualService &, RealServer &s) { s.forwarding = Forwarding::Local; });
    row("bypass", Code::Forwarding, [](VirtualService &, RealServer &s) { s.forwarding = Forwarding::Bypass; });
    row("another port with DR", Code::ServerPort, [](VirtualService &, RealServer &s) {
        s.forwarding = Forwarding::Gatewaying;
        s.key.port = 8080;
    });
    row("no port with NAT", Code::ServerPort, [](VirtualService &, RealServer &s) { s.key.port = 0; });
    row("another family", Code::Family,
        [](VirtualService &, RealServer &s) { s.key.address = *IpAddress::fromText(u"2001:db8::1"); });
}

void ExportTextTest::namesWhatCantBeSaid()
{
    QFETCH(VirtualService, service);
    QFETCH(RealServer, server);
    QFETCH(int, code);
    IpvsTable table;
    table.setService(service);
    table.setServers(service.key, {server});
    const ExportedConfig exported = exportTable(table);
    QVERIFY(exported.text.isEmpty());
    QVERIFY(!exported.problems.empty());
    QCOMPARE(int(exported.problems.front().code), code);
    QCOMPARE(exported.problems.front().object.service, service.key);
}

QTEST_GUILESS_MAIN(ExportTextTest)
#include "tst_exporttext.moc"
