// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/setupexport.h"
#include "tests/setup/cluster.h"
#include "tests/support/objects.h"

#include <QProcess>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Text for machines that the console can't reach.
class TestSetupExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void scriptsPassTheirChecks_data();
    void scriptsPassTheirChecks();
    void oddInterfaceNamesStayWords();
    void oddInterfaceNamesHaveNoFiles();
    void filesOfDirectRouting();
    void filesOfTunnelling();
    void filesOfNat();
    void filesOfIPv6();
    void fullNatNeedsNothing();
    void theGatewayIsTheDirectorsAddressThere();
};

namespace {

ExportedServer firstServer(Cluster &cluster)
{
    const SetupServer &server = cluster.wish.servers.front();
    return {server, gatewayOf(cluster.wish, server, cluster.hosts().at(director))};
}

std::vector<ExportedFile> exported(Cluster &cluster, SetupFormat format)
{
    return exportSetup(cluster.wish, firstServer(cluster), format);
}

/// What a program says against a text on its standard input; empty if nothing.
QByteArray complaints(const QString &program, const QStringList &arguments, const QString &text)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForStarted(-1))
        return "could not be started";
    process.write(text.toUtf8());
    process.closeWriteChannel();
    process.waitForFinished(-1);
    const QByteArray said = process.readAll();
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0 ? QByteArray() : "refused: " + said;
}

void checkScript(const QString &script, const QStringList &options = {})
{
    QCOMPARE(complaints(u"sh"_s, {u"-n"_s}, script), QByteArray());
    QCOMPARE(complaints(u"shellcheck"_s, options + QStringList{u"--shell=sh"_s, u"-"_s}, script), QByteArray());
}

QString textOf(const std::vector<ExportedFile> &files)
{
    QString text;
    for (const ExportedFile &file : files)
        text += u"== %1\n%2"_s.arg(file.path, file.text);
    return text;
}

} // namespace

void TestSetupExport::scriptsPassTheirChecks_data()
{
    addEverySetup();
}

void TestSetupExport::scriptsPassTheirChecks()
{
    QFETCH(SetupMethod, method);
    QFETCH(Family, family);
    Cluster cluster(method, family);
    const auto files = exported(cluster, SetupFormat::Script);
    if (method == SetupMethod::FullNat) {
        QVERIFY(files.empty());
        return;
    }
    QCOMPARE(files.size(), 1U);
    QVERIFY(files.front().text.startsWith(u"#!/bin/sh\n"));
    checkScript(files.front().text);
}

void TestSetupExport::oddInterfaceNamesStayWords()
{
    Cluster cluster(SetupMethod::DirectRouting);
    SetupServer &server = cluster.wish.servers.front();
    server.arpInterface = interface(u"a'$(reboot)`");
    server.vipInterface = interface(u"\"*;&|>%1%3");
    const auto files = exported(cluster, SetupFormat::Script);
    QCOMPARE(files.size(), 1U);
    checkScript(files.front().text, {u"--exclude=SC2016"_s}); // that quotes keep it from the shell is the point
    QVERIFY(files.front().text.contains(u"'/proc/sys/net/ipv4/conf/a'\\''$(reboot)`/arp_ignore'"));
    QVERIFY(files.front().text.contains(u"dev '\"*;&|>%1%3'"));
}

void TestSetupExport::oddInterfaceNamesHaveNoFiles()
{
    for (const QStringView name : {u"eth*", u"eth0#", u"a=b", u"[x]", u"\"e\""}) {
        Cluster cluster(SetupMethod::DirectRouting);
        cluster.wish.servers.front().arpInterface = interface(name);
        for (const SetupFormat format : everySetupFormat)
            QCOMPARE(exported(cluster, format).empty(), format != SetupFormat::Script);
    }
}

void TestSetupExport::filesOfDirectRouting()
{
    Cluster cluster(SetupMethod::DirectRouting);
    cluster.wish.servers.front().arpInterface = interface(u"eth0.100");
    QCOMPARE(textOf(exported(cluster, SetupFormat::Networkd)), u"== /etc/systemd/network/50-lvs-172.18.100.6.network\n"
                                                               "[Match]\n"
                                                               "Name=lo\n"
                                                               "\n"
                                                               "[Address]\n"
                                                               "Address=172.18.100.6/32\n"
                                                               "Label=lo:0\n"_s);
    QCOMPARE(textOf(exported(cluster, SetupFormat::NetworkManager)),
             u"== /etc/NetworkManager/system-connections/lvs-172.18.100.6.nmconnection\n"
             "[connection]\n"
             "id=lvs-172.18.100.6\n"
             "type=loopback\n"
             "interface-name=lo\n"
             "\n"
             "[ipv4]\n"
             "method=manual\n"
             "address1=127.0.0.1/8\n"
             "address2=172.18.100.6/32\n"
             "\n"
             "[ipv6]\n"
             "method=manual\n"
             "address1=::1/128\n"_s);
    QCOMPARE(textOf(exported(cluster, SetupFormat::Ifupdown)),
             u"== /etc/network/interfaces.d/lvs-172.18.100.6\n"
             "auto lo\n"
             "iface lo inet loopback\n"
             "    up ip addr add 172.18.100.6/32 brd 172.18.100.6 dev lo label lo:0\n"
             "    down ip addr del 172.18.100.6/32 dev lo\n"_s);
    QCOMPARE(textOf(exported(cluster, SetupFormat::SysctlFile)), u"== /etc/sysctl.d/90-lvs-172.18.100.6.conf\n"
                                                                 "net/ipv4/conf/eth0.100/arp_ignore = 1\n"
                                                                 "net/ipv4/conf/eth0.100/arp_announce = 2\n"_s);
}

void TestSetupExport::filesOfTunnelling()
{
    Cluster cluster(SetupMethod::Tunnelling);
    const auto files = exported(cluster, SetupFormat::Networkd);
    QCOMPARE(files.size(), 3U);
    QCOMPARE(files[0].path, u"/etc/systemd/network/50-lvsac12640b.netdev"_s);
    QVERIFY(files[0].text.contains(u"Kind=ipip\n"));
    QVERIFY(files[0].text.contains(u"Local=172.18.100.11\n"));
    QCOMPARE(files[1].path, u"/etc/systemd/network/50-lvsac12640b.network"_s);
    QVERIFY(files[1].text.contains(u"Address=172.18.100.11/32\n")); // without one rp_filter would have to be off
    QVERIFY(textOf(exported(cluster, SetupFormat::Ifupdown)).contains(u"ip link add lvsac12640b type ipip local"));
    QVERIFY(
        textOf(exported(cluster, SetupFormat::Ifupdown)).contains(u"up ip addr add 172.18.100.11/32 dev lvsac12640b"));
    QVERIFY(textOf(exported(cluster, SetupFormat::NetworkManager)).contains(u"address1=172.18.100.11/32\n"));
    QVERIFY(textOf(exported(cluster, SetupFormat::SysctlFile)).contains(u"net.ipv4.conf.lvsac12640b.rp_filter = 2\n"));
}

void TestSetupExport::filesOfNat()
{
    Cluster cluster(SetupMethod::Nat);
    QCOMPARE(textOf(exported(cluster, SetupFormat::Networkd)), u"== \n[Route]\nGateway=192.168.10.1\n"_s);
    QCOMPARE(textOf(exported(cluster, SetupFormat::NetworkManager)), u"== \n[ipv4]\ngateway=192.168.10.1\n"_s);
    QCOMPARE(textOf(exported(cluster, SetupFormat::Ifupdown)), u"== \n    gateway 192.168.10.1\n"_s);
    QVERIFY(exported(cluster, SetupFormat::SysctlFile).empty());
}

void TestSetupExport::filesOfIPv6()
{
    Cluster cluster(SetupMethod::DirectRouting, Family::IPv6);
    QCOMPARE(textOf(exported(cluster, SetupFormat::Ifupdown)), u"== /etc/network/interfaces.d/lvs-2001-db8-1--6\n"
                                                               "auto lo\n"
                                                               "iface lo inet6 loopback\n"
                                                               "    up ip -6 addr add 2001:db8:1::6/128 dev lo nodad\n"
                                                               "    down ip -6 addr del 2001:db8:1::6/128 dev lo\n"_s);
    QVERIFY(textOf(exported(cluster, SetupFormat::NetworkManager)).contains(u"address2=2001:db8:1::6/128\n"));
    QVERIFY(exported(cluster, SetupFormat::SysctlFile).empty()); // IPv6 needs no tunables
}

void TestSetupExport::fullNatNeedsNothing()
{
    Cluster cluster(SetupMethod::FullNat);
    for (const SetupFormat format : everySetupFormat)
        QVERIFY(exported(cluster, format).empty());
}

void TestSetupExport::theGatewayIsTheDirectorsAddressThere()
{
    Cluster nat(SetupMethod::Nat);
    QCOMPARE(firstServer(nat).gateway, ip(u"192.168.10.1"));
    Cluster dr(SetupMethod::DirectRouting);
    QCOMPARE(firstServer(dr).gateway, std::nullopt);
    dr.wish.router = ip(u"172.18.100.1");
    QCOMPARE(firstServer(dr).gateway, ip(u"172.18.100.1"));
}

QTEST_GUILESS_MAIN(TestSetupExport)
#include "tst_setupexport.moc"
