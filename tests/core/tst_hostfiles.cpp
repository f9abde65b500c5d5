// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proc/hostfiles.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;
using Kind = KernelFeature::Kind;

class TestHostFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsFeatures_data();
    void tellsFeatures();
    void anotherKernelsConfigurationIsNotTaken();
    void tellsTableBits_data();
    void tellsTableBits();
    void tellsTunables();
    void oddTunablesAreLeftOut_data();
    void oddTunablesAreLeftOut();
    void tellsNeighbours();
    void grepGivesTheSame();
    void tunablesAreNamedOnce();
    void tunablesOfInterfacesComeLast();
    void defaultsAreCompared();
};

namespace {

const QByteArray config = "CONFIG_NETFILTER=y\nCONFIG_IP_VS=m\nCONFIG_IP_VS_IPV6=y\n# CONFIG_IP_VS_DEBUG is not set\n"
                          "CONFIG_IP_VS_TAB_BITS=12\nCONFIG_IP_VS_PROTO_TCP=y\n# CONFIG_IP_VS_PROTO_SCTP is not set\n"
                          "CONFIG_IP_VS_RR=m\nCONFIG_IP_VS_WRR=m\nCONFIG_IP_VS_MH=y\nCONFIG_IP_VS_MH_TAB_INDEX=12\n";
const QByteArray modules = "ip_vs_rr 12288 2 - Live 0x0000000000000000\n"
                           "ip_vs 217088 4 ip_vs_rr, Live 0x0000000000000000\nnf_conntrack 200704 1 ip_vs, Live 0x0\n";

HostFiles machine()
{
    return {{u"/proc/sys/kernel/osrelease"_s, "6.12.107+deb13-amd64\n"},
            {u"/boot/config-6.12.107+deb13-amd64"_s, config},
            {u"/proc/modules"_s, modules},
            {u"/sys/module/ip_vs/parameters/conn_tab_bits"_s, "20\n"},
            {u"/proc/sys/net/ipv4/vs/conntrack"_s, "1\n"},
            {u"/proc/sys/net/ipv4/vs/sync_threshold"_s, "3\t50\n"},
            {u"/proc/sys/net/ipv4/vs/est_nice"_s, "-5\n"},
            {u"/proc/sys/net/ipv4/vs/debug_level"_s, "0\n"},
            {u"/proc/net/arp"_s, "IP address       HW type     Flags       HW address            Mask     Device\n"
                                 "192.168.10.11    0x1         0x2         52:54:00:00:00:0b     *        eth1\n"
                                 "192.168.10.99    0x1         0x0         00:00:00:00:00:00     *        eth1\n"
                                 "192.168.10.12    0x1         0x6         52:54:00:00:00:0c     *        eth1.100\n"}};
}

} // namespace

void TestHostFiles::tellsFeatures_data()
{
    QTest::addColumn<HostFiles>("files");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("name");
    QTest::addColumn<FeatureState>("state");
    const auto row = [](const char *name, const HostFiles &files, Kind kind, const QString &feature,
                        FeatureState state) { QTest::newRow(name) << files << kind << feature << state; };
    row("loaded", machine(), Kind::Scheduler, u"rr"_s, FeatureState::Loaded);
    row("core", machine(), Kind::Core, u"ipvs"_s, FeatureState::Loaded);
    row("module", machine(), Kind::Scheduler, u"wrr"_s, FeatureState::Module);
    row("built in", machine(), Kind::Scheduler, u"mh"_s, FeatureState::BuiltIn);
    row("part of the module", machine(), Kind::Protocol, u"TCP"_s, FeatureState::BuiltIn);
    row("not set", machine(), Kind::Protocol, u"SCTP"_s, FeatureState::Missing);
    row("not mentioned", machine(), Kind::Scheduler, u"twos"_s, FeatureState::Missing);
    row("no such feature", machine(), Kind::Scheduler, u"TCP"_s, FeatureState::Unknown);

    HostFiles withoutConfig = machine();
    withoutConfig.remove(u"/boot/config-6.12.107+deb13-amd64"_s);
    row("no configuration", withoutConfig, Kind::Scheduler, u"wrr"_s, FeatureState::Unknown);
    row("no configuration, loaded", withoutConfig, Kind::Scheduler, u"rr"_s, FeatureState::Loaded);

    HostFiles withoutIpvs = machine();
    withoutIpvs[u"/boot/config-6.12.107+deb13-amd64"_s] = "CONFIG_NETFILTER=y\n# CONFIG_IP_VS is not set\n";
    withoutIpvs[u"/proc/modules"_s] = "nf_conntrack 200704 1 -, Live 0x0\n";
    row("kernel without IPVS", withoutIpvs, Kind::Core, u"ipvs"_s, FeatureState::Missing);
    row("nothing at all", {}, Kind::Core, u"ipvs"_s, FeatureState::Unknown);
}

void TestHostFiles::tellsFeatures()
{
    QFETCH(const HostFiles, files);
    QFETCH(const Kind, kind);
    QFETCH(const QString, name);
    QTEST(hostInfoFrom(files).kernel.state(kind, name), "state");
}

void TestHostFiles::anotherKernelsConfigurationIsNotTaken()
{
    for (const char *release : {"6.1.0-amd64", "../../etc/x", "", "6.12.107+deb13-amd64 x"}) {
        HostFiles files = machine();
        files[u"/proc/sys/kernel/osrelease"_s] = release;
        QCOMPARE(hostInfoFrom(files).kernel.state(Kind::Scheduler, u"wrr"), FeatureState::Unknown);
        QCOMPARE(hostInfoFrom(files).kernel.configuredTableBits, quint8(0));
    }
}

void TestHostFiles::tellsTableBits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<quint8>("bits");
    QTest::newRow("usual") << "12\n"_ba << quint8(12);
    QTest::newRow("least") << "8\n"_ba << quint8(8);
    QTest::newRow("most") << "27\n"_ba << quint8(27);
    for (const char *text : {"", "7\n", "28\n", "-12\n", "twelve\n", "12 12\n", "99999999999999999999\n"})
        QTest::newRow(qPrintable(u"not '%1'"_s.arg(QLatin1StringView(text)))) << QByteArray(text) << quint8(0);
}

void TestHostFiles::tellsTableBits()
{
    QFETCH(const QByteArray, text);
    HostFiles files = machine();
    QCOMPARE(hostInfoFrom(files).kernel.tableBits, quint8(20));
    QCOMPARE(hostInfoFrom(files).kernel.configuredTableBits, quint8(12));
    files[u"/sys/module/ip_vs/parameters/conn_tab_bits"_s] = text;
    QTEST(hostInfoFrom(files).kernel.tableBits, "bits");
}

void TestHostFiles::tellsTunables()
{
    const std::vector<SysctlValue> expected{
        {u"ipv4/vs/conntrack"_s, u"1"_s}, {u"ipv4/vs/sync_threshold"_s, u"3 50"_s}, {u"ipv4/vs/est_nice"_s, u"-5"_s}};
    QCOMPARE(hostInfoFrom(machine()).sysctls, expected);
    QCOMPARE(sysctlNumber(expected, u"ipv4/vs/conntrack"), std::optional(1));
    QCOMPARE(sysctlNumber(expected, u"ipv4/vs/est_nice"), std::optional(-5));
    QVERIFY(!sysctlNumber(expected, u"ipv4/vs/sync_threshold"));
    QVERIFY(!sysctlNumber(expected, u"ipv4/vs/drop_entry"));
}

void TestHostFiles::oddTunablesAreLeftOut_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("escape") << "1\x1b[31m\n"_ba;
    QTest::newRow("null byte") << QByteArray("1\0", 2);
    QTest::newRow("not ASCII") << "\xe4\n"_ba;
    QTest::newRow("too long") << QByteArray(256, '1');
}

void TestHostFiles::oddTunablesAreLeftOut()
{
    QFETCH(const QByteArray, text);
    QVERIFY(hostInfoFrom({{u"/proc/sys/net/ipv4/vs/conntrack"_s, text}}).sysctls.empty());
}

void TestHostFiles::tellsNeighbours()
{
    const auto neighbours = hostInfoFrom(machine()).neighbours;
    QCOMPARE(neighbours.size(), 2u); // one never answered
    QCOMPARE(neighbours[0].address.toString(), u"192.168.10.11"_s);
    QCOMPARE(neighbours[0].interface.toString(), u"eth1"_s);
    QCOMPARE(neighbours[1].interface.toString(), u"eth1.100"_s);
}

void TestHostFiles::grepGivesTheSame()
{
    QByteArray found;
    const QRegularExpression wanted{QString(hostFileLines)};
    for (const auto &[path, text] : machine().asKeyValueRange()) {
        for (const QByteArray &line : text.split('\n')) {
            if (wanted.match(QString::fromLatin1(line)).hasMatch())
                found += path.toLatin1() + ':' + line + '\n';
        }
    }
    QCOMPARE(hostInfoFrom(hostFilesFromGrep(found)), hostInfoFrom(machine()));
    QVERIFY(hostFilesFromGrep("no colon\n:empty path\n").isEmpty());
}

void TestHostFiles::tunablesAreNamedOnce()
{
    QSet<QString> names;
    for (const Sysctl &sysctl : knownSysctls()) {
        names.insert(sysctl.name);
        QCOMPARE(sysctlNamed(QString(sysctl.name)), &sysctl);
    }
    QCOMPARE(size_t(names.size()), knownSysctls().size());
    QVERIFY(!sysctlNamed(u"../../kernel/modprobe"));
}

void TestHostFiles::tunablesOfInterfacesComeLast()
{
    HostFiles files = machine();
    const auto own = [&](const QString &name, const QByteArray &value) {
        files[u"/proc/sys/net/"_s + name] = value + '\n';
    };
    own(u"ipv4/conf/eth0.100/arp_ignore"_s, "1");
    own(u"ipv4/conf/all/arp_announce"_s, "2");
    own(u"ipv4/conf/all/arp_ignore"_s, "1");
    own(u"ipv4/conf/default/arp_ignore"_s, "3");
    own(u"ipv4/conf/Alpha/rp_filter"_s, "0");
    own(u"ipv4/ip_forward"_s, "1");
    const auto values = hostInfoFrom(files).sysctls;
    const std::vector<SysctlValue> last(values.end() - 5, values.end());
    const std::vector<SysctlValue> expected{{u"ipv4/ip_forward"_s, u"1"_s},
                                            {u"ipv4/conf/all/arp_ignore"_s, u"1"_s},
                                            {u"ipv4/conf/all/arp_announce"_s, u"2"_s},
                                            {u"ipv4/conf/Alpha/rp_filter"_s, u"0"_s},
                                            {u"ipv4/conf/eth0.100/arp_ignore"_s, u"1"_s}};
    QCOMPARE(last, expected);
    QVERIFY(hostFilePatterns().contains(u"/proc/sys/net/ipv4/conf/*/arp_ignore"_s));
}

void TestHostFiles::defaultsAreCompared()
{
    QVERIFY(!differsFromDefault({u"ipv4/vs/conntrack"_s, u"0"_s}));
    QVERIFY(differsFromDefault({u"ipv4/vs/conntrack"_s, u"1"_s}));
    QVERIFY(!differsFromDefault({u"ipv4/vs/sync_threshold"_s, u"3 50"_s}));
    QVERIFY(!differsFromDefault({u"ipv4/vs/sync_qlen_max"_s, u"4711"_s})); // depends on the memory
}

QTEST_APPLESS_MAIN(TestHostFiles)
#include "tst_hostfiles.moc"
