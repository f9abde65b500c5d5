// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What is exported for a real server, on a real server of the lab: the script starts and stops, and the programs for
// which the files are take them.
#include "core/setup/setupexport.h"
#include "tests/lab/hoststates.h"
#include "tests/lab/labhost.h"
#include "tests/support/objects.h"

#include <QRegularExpression>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

class TestExportsApplied : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void scriptsStartStopAndStart_data();
    void scriptsStartStopAndStart();
    void scriptsShareAMachine();
    void programsTakeTheirFiles_data();
    void programsTakeTheirFiles();
};

namespace {

const QString host = u"rs2"_s;

/// The daemon itself, with a network of its own, until lo has an address and an interface is there. It does not wait
/// for udev, which a container has not, where /sys can't be written.
const QString networkd = uR"(
mount --bind /sys /sys && mount -o remount,ro,bind /sys || exit 1
/usr/lib/systemd/systemd-networkd 2>&1 &
until ip -oneline address show lo | grep -qF "$1" && ip link show "$2" >/dev/null 2>&1; do sleep 0.2; done
kill $!
)"_s;

const QString directory = u"/tmp/exported"_s;

SetupWish wishFor(SetupMethod method, QStringView vip, QStringView rip)
{
    SetupWish wish{.method = method, .director = u"director"_s, .outside = *InterfaceName::fromText(u"outside")};
    wish.service = service(tcp(vip, 80));
    wish.servers = {{.server = {.key = {ip(rip), 80}, .forwarding = forwardingOf(method)}, .host = host}};
    return wish;
}

std::vector<ExportedFile> exported(const SetupWish &wish, SetupFormat format,
                                   const std::optional<IpAddress> &gateway = {})
{
    return exportSetup(wish, {wish.servers.front(), gateway ? gateway : wish.router}, format);
}

/// Puts a text there, and says where.
QString put(const QString &name, const QString &text)
{
    const QString path = directory + u'/' + name;
    lab::need(host, u"mkdir -p $(dirname '%1') && cat >'%1' <<'END-OF-FILE'\n%2END-OF-FILE"_s.arg(path, text));
    return path;
}

/// The numbers of interfaces grow with each that is made.
QStringList states()
{
    static const QRegularExpression number(u"^(\\w+: )\\d+: "_s);
    return lab::hostStates().replaceInStrings(number, u"\\1"_s);
}

/// What the lab's machines have now, that they had not before, and the other way round.
QStringList changesSince(const QStringList &before)
{
    QStringList lines = lab::differences(before, states());
    lines.sort();
    return lines;
}

/// As QCOMPARE, saying what differs.
#define COMPARE_LINES(actual, expected)                                                                                \
    do {                                                                                                               \
        const QStringList found = actual;                                                                              \
        QVERIFY2(found == expected, qPrintable(found.join(u'\n') + u"\n-- and not\n"_s + expected.join(u'\n')));       \
    } while (false)

} // namespace

/// What a module brings is no change that a script makes.
void TestExportsApplied::initTestCase()
{
    lab::need(u"director"_s, u"modprobe -a ip_vs ipip"_s);
}

void TestExportsApplied::cleanup()
{
    lab::run(host, {u"bash"_s, u"-c"_s,
                    u"for s in /tmp/exported/script*; do [ ! -e $s ] || sh $s stop; done; rm -rf "
                    "/tmp/exported"_s});
}

void TestExportsApplied::scriptsStartStopAndStart_data()
{
    QTest::addColumn<SetupWish>("wish");
    QTest::addColumn<IpAddress>("gateway");
    QTest::addColumn<QStringList>("changes");
    const QString sysctl = u" rs2: net.ipv4.conf.all.%1 = %2"_s;
    const auto set = [&](const QString &name, int before, int after) {
        return QStringList{u'+' + sysctl.arg(name).arg(after), u'-' + sysctl.arg(name).arg(before)};
    };
    const QStringList arp = set(u"arp_ignore"_s, 0, 1) + set(u"arp_announce"_s, 0, 2);
    QStringList vip = arp;
    vip << u"+ rs2: lo inet 172.18.100.8/32 brd 172.18.100.8 scope global lo:0"_s
        << u"+ rs2: route broadcast 172.18.100.8 dev lo table local proto kernel scope link src 172.18.100.8"_s
        << u"+ rs2: route local 172.18.100.8 dev lo table local proto kernel scope host src 172.18.100.8"_s;
    QTest::newRow("DR") << wishFor(SetupMethod::DirectRouting, u"172.18.100.8", u"172.18.100.12") << IpAddress() << vip;
    QTest::newRow("TUN") << wishFor(SetupMethod::Tunnelling, u"172.18.100.8", u"192.168.10.12") << IpAddress()
                         << QStringList(); // with all that the kernel gives a new interface
    if (!qEnvironmentVariableIsSet("LVS_TEST_FULL"))
        return;
    QTest::newRow("NAT") << wishFor(SetupMethod::Nat, u"172.18.100.8", u"192.168.10.12") << ip(u"192.168.10.254")
                         << QStringList{u"+ rs2: route default via 192.168.10.254 dev eth0"_s,
                                        u"- rs2: route default via 192.168.10.1 dev eth0"_s};
    SetupWish ipv6 = wishFor(SetupMethod::DirectRouting, u"fd00:172:18:100::8", u"fd00:172:18:100::12");
    QTest::newRow("DR, IPv6") << ipv6 << IpAddress() << QStringList(); // the kernel's own routes to it vary
}

void TestExportsApplied::scriptsStartStopAndStart()
{
    QFETCH(SetupWish, wish);
    QFETCH(IpAddress, gateway);
    QFETCH(QStringList, changes);
    const auto files =
        exported(wish, SetupFormat::Script, gateway.isUnspecified() ? std::nullopt : std::optional(gateway));
    QCOMPARE(files.size(), 1U);
    const QString script = put(u"script"_s, files.front().text);
    const QStringList before = states();
    QVERIFY(!before.isEmpty());
    lab::need(host, u"! sh %1 status"_s.arg(script));

    lab::need(host, u"sh %1 start"_s.arg(script));
    const QStringList started = changesSince(before);
    if (!changes.isEmpty()) {
        changes.sort();
        COMPARE_LINES(started, changes);
    }
    const QString vip = wish.vip().toString();
    if (putsVipOnServers(wish.method)) {
        QVERIFY(lab::need(host, u"ip -oneline address show dev lo"_s).contains(u' ' + vip + u'/'));
    }
    if (wish.method == SetupMethod::Tunnelling) {
        const QString tunnel = lab::need(host, u"ip -oneline link show type ipip up"_s);
        QVERIFY2(tunnel.contains(u"lvsc0a80a0c"), qPrintable(tunnel));
        QCOMPARE(lab::need(host, u"sysctl -n net.ipv4.conf.lvsc0a80a0c.rp_filter"_s), u"2"_s);
    }
    lab::need(host, u"sh %1 status"_s.arg(script));
    lab::need(host, u"sh %1 start"_s.arg(script)); // once more changes nothing
    COMPARE_LINES(changesSince(before), started);

    lab::need(host, u"sh %1 stop"_s.arg(script));
    COMPARE_LINES(changesSince(before), QStringList());
    lab::need(host, u"! sh %1 status && sh %1 stop"_s.arg(script));
    COMPARE_LINES(changesSince(before), QStringList());

    lab::need(host, u"sh %1 start"_s.arg(script));
    COMPARE_LINES(changesSince(before), started);
    lab::need(host, u"sh %1 stop"_s.arg(script));
    COMPARE_LINES(changesSince(before), QStringList());
    lab::need(host, u"test ! -e /run/lvs-realserver"_s);
}

void TestExportsApplied::scriptsShareAMachine()
{
    const QStringList before = states();
    QStringList scripts;
    for (const QString &vip : {u"172.18.100.8"_s, u"172.18.100.9"_s}) {
        const auto files = exported(wishFor(SetupMethod::DirectRouting, vip, u"172.18.100.12"), SetupFormat::Script);
        scripts << put(u"script-"_s + vip, files.front().text);
        lab::need(host, u"sh %1 start"_s.arg(scripts.back()));
    }
    lab::need(host, u"sh %1 stop && ! sh %1 status && sh %2 status"_s.arg(scripts[0], scripts[1]));
    QCOMPARE(lab::need(host, u"sysctl -n net.ipv4.conf.all.arp_ignore"_s), u"1"_s); // the other one needs it
    lab::need(host, u"sh %1 stop"_s.arg(scripts[1]));
    COMPARE_LINES(changesSince(before), QStringList());
}

void TestExportsApplied::programsTakeTheirFiles_data()
{
    QTest::addColumn<SetupWish>("wish");
    QTest::newRow("DR") << wishFor(SetupMethod::DirectRouting, u"172.18.100.8", u"172.18.100.12");
    QTest::newRow("TUN") << wishFor(SetupMethod::Tunnelling, u"172.18.100.8", u"192.168.10.12");
    QTest::newRow("DR, IPv6") << wishFor(SetupMethod::DirectRouting, u"fd00:172:18:100::8", u"fd00:172:18:100::12");
}

/// In networks of their own, which nobody else sees.
void TestExportsApplied::programsTakeTheirFiles()
{
    QFETCH(SetupWish, wish);
    wish.router = ip(wish.family() == Family::IPv4 ? u"172.18.100.254" : u"fd00:172:18:100::254");
    const QString vip = u' ' + wish.vip().toString() + u'/';
    const bool hasTunnel = wish.method == SetupMethod::Tunnelling;
    const QString tunnel = u"lvsc0a80a0c"_s;

    for (const ExportedFile &file : exported(wish, SetupFormat::SysctlFile)) {
        const QString path = put(u"sysctl.conf"_s, file.text);
        const QString create =
            hasTunnel ? u"ip link add %1 type ipip local 192.168.10.12 && "_s.arg(tunnel) : QString();
        const QString check = u"unshare -n bash -c '%1/usr/lib/systemd/systemd-sysctl --strict %2 && sysctl -p %2'"_s;
        const QStringList set = lab::need(host, check.arg(create, path)).split(u'\n');
        QCOMPARE(set.size(), file.text.count(u'\n'));
    }

    for (const ExportedFile &file : exported(wish, SetupFormat::Ifupdown)) {
        if (file.path.isEmpty()) { // lines for a stanza that is there
            const QString path =
                put(u"gateway"_s, u"iface eth1 inet%1 static\n    address %2\n%3"_s.arg(
                                      wish.family() == Family::IPv4 ? u""_s : u"6"_s,
                                      wish.servers[0].server.key.address.toString() + u"/24"_s, file.text));
            lab::need(host, u"ifquery -i %1 eth1"_s.arg(path));
            continue;
        }
        const QString path = put(u"interfaces"_s, file.text);
        lab::need(host, u"ifquery -i %1 --list -a"_s.arg(path));
        const QString go =
            u"unshare -n bash -ec 'state=$(mktemp -d); run() { $1 -i %1 --state-dir $state -a; }; "
            "run ifup; ip -oneline address show lo; ip -oneline link; run ifdown; echo down; ip -oneline "
            "address show lo; ip -oneline link'"_s;
        const QStringList said = lab::need(host, go.arg(path)).split(u"down\n"_s);
        QCOMPARE(said.size(), 2);
        QVERIFY2(said[0].contains(vip), qPrintable(said[0]));
        QVERIFY2(!said[1].contains(vip), qPrintable(said[1]));
        QCOMPARE(said[0].contains(tunnel), hasTunnel);
        QVERIFY(!said[1].contains(tunnel));
    }

    for (const ExportedFile &file : exported(wish, SetupFormat::NetworkManager)) {
        QString text = file.text;
        if (file.path.isEmpty()) { // lines for a profile that is there
            text.replace(u"]\n"_s,
                         u"]\nmethod=manual\naddress1=%1/24\n"_s.arg(wish.servers[0].server.key.address.toString()));
            text.prepend(u"[connection]\nid=eth1\ntype=ethernet\ninterface-name=eth1\n"_s);
        }
        const QString path = put(u"keyfile"_s, text);
        // It reads a profile, checks it whole, and writes what it has understood.
        const QString read =
            lab::need(host, u"nmcli --offline connection modify connection.autoconnect yes <%1 2>&1"_s.arg(path));
        for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
            const bool isAddress = line.startsWith(u"address"); // may be numbered otherwise
            QVERIFY2(read.contains(isAddress ? line.section(u'=', 1) : line), qPrintable(line + u"\n--\n"_s + read));
        }
    }

    QStringList names;
    for (const ExportedFile &file : exported(wish, SetupFormat::Networkd)) {
        if (!file.path.isEmpty()) {
            names << file.path;
            lab::need(host, u"mkdir -p /etc/systemd/network; cp %1 %2"_s.arg(put(u"networkd"_s, file.text), file.path));
        }
    }
    QVERIFY(!names.isEmpty());
    const lab::Output said = lab::run(host, {u"timeout"_s, u"90"_s, u"unshare"_s, u"--net"_s, u"--mount"_s, u"bash"_s,
                                             u"-c"_s, networkd, u"networkd"_s, vip, hasTunnel ? tunnel : u"lo"_s});
    lab::need(host, u"rm "_s + names.join(u' '));
    QVERIFY2(said.status == 0, qPrintable(said.out));
    for (const QString &line : said.out.split(u'\n')) {
        if (line.contains(u"/etc/systemd/network/"))
            QVERIFY2(line.contains(u": Configuring with "), qPrintable(line)); // and nothing that it does not know
    }
}

QTEST_GUILESS_MAIN(TestExportsApplied)
#include "tst_exportsapplied.moc"
