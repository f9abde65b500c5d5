// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/sysctls.h"

#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

/// What a person may set a tunable to, and what the kernel takes.
class TestSysctls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void valuesOfAPerson_data();
    void valuesOfAPerson();
    void valuesOfTheKernel_data();
    void valuesOfTheKernel();
    void defaultsCanBeSet();
    void onlyTheKnownHaveAPath();
    void automaticModesAreOneSetting();
    void commandsAndLines();
};

void TestSysctls::valuesOfAPerson_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown"); // null: refused
    const auto row = [](const char *name, const QString &text, const QString &shown) {
        QTest::addRow("%s '%s'", name, qPrintable(text)) << QString::fromLatin1(name) << text << shown;
    };
    const QString refused;
    for (const char *value : {"0", "1"})
        row("ipv4/vs/conntrack", QString::fromLatin1(value), QString::fromLatin1(value));
    for (const char *value : {"2", "-1", "", "on", "01", "1 ", "1\n"})
        row("ipv4/vs/conntrack", QString::fromLatin1(value), refused);
    row("ipv4/vs/drop_entry", u"3"_s, u"3"_s);
    row("ipv4/vs/drop_entry", u"4"_s, refused);
    row("ipv4/vs/conn_reuse_mode", u"3"_s, u"3"_s);
    row("ipv4/vs/conn_reuse_mode", u"4"_s, refused);
    row("ipv4/vs/est_nice", u"-20"_s, u"-20"_s);
    row("ipv4/vs/est_nice", u"19"_s, u"19"_s);
    for (const char *value : {"-21", "20", "--1", "-", "+1"})
        row("ipv4/vs/est_nice", QString::fromLatin1(value), refused);
    row("ipv4/vs/amemthresh", u"2147483647"_s, u"2147483647"_s);
    for (const char *value : {"2147483648", "4294967296", "-1", "1024 pages"})
        row("ipv4/vs/amemthresh", QString::fromLatin1(value), refused);
    row("ipv4/vs/sync_refresh_period", u"2147483"_s, u"2147483"_s); // 2^31 ticks of 1/1000 s
    row("ipv4/vs/sync_refresh_period", u"2147484"_s, refused);
    for (const char *value : {"1", "2", "64"})
        row("ipv4/vs/sync_ports", QString::fromLatin1(value), QString::fromLatin1(value));
    for (const char *value : {"0", "3", "65", "128"})
        row("ipv4/vs/sync_ports", QString::fromLatin1(value), refused);
    for (const char *value : {"3 50", "0 1", "7 0", "0 0"})
        row("ipv4/vs/sync_threshold", QString::fromLatin1(value), QString::fromLatin1(value));
    for (const char *value : {"", "3", "50 50", "51 50", "-1 50", "3 -1", "3 50 1", "3\t50", " 50", "3 "})
        row("ipv4/vs/sync_threshold", QString::fromLatin1(value), refused);
    row("ipv4/vs/est_cpulist", u"0"_s, u"0"_s);
    row("ipv4/vs/est_cpulist", u"0-3,8"_s, u"0-3,8"_s);
    row("ipv4/vs/est_cpulist", u"3,0, 2 ,1"_s, u"0-3"_s);
    row("ipv4/vs/est_cpulist", u"4-4,6-7"_s, u"4,6-7"_s);
    row("ipv4/vs/est_cpulist", u"8191"_s, u"8191"_s);
    for (const char *value : {"", "all", "3-1", "1,", ",", "8192", "0-3:2/4", "-1", "1--2", "0;1"})
        row("ipv4/vs/est_cpulist", QString::fromLatin1(value), refused);
}

void TestSysctls::valuesOfAPerson()
{
    QFETCH(const QString, name);
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    const auto value = sysctlValueFromText(*sysctlNamed(name), text);
    QCOMPARE(value.value_or(QString()), shown);
    if (value)
        QVERIFY(validate(SysctlValue{name, *value}));
}

void TestSysctls::valuesOfTheKernel_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("taken");
    const auto row = [](const char *name, const QString &value, bool taken) {
        QTest::addRow("%s '%s'", name, qPrintable(value)) << QString::fromLatin1(name) << value << taken;
    };
    row("ipv4/vs/conntrack", u"7"_s, true); // as another program may have left it
    row("ipv4/vs/conntrack", u"-2147483648"_s, true);
    row("ipv4/vs/conntrack", u"-2147483649"_s, false);
    row("ipv4/vs/conntrack", u"2147483648"_s, false);
    row("ipv4/vs/conntrack", u"-0"_s, false);
    row("ipv4/vs/drop_packet", u"2"_s, true);
    row("ipv4/vs/drop_packet", u"-1"_s, false);
    row("ipv4/vs/sync_version", u"2"_s, false);
    row("ipv4/vs/sync_ports", u"128"_s, true);
    row("ipv4/vs/sync_ports", u"-128"_s, false);
    row("ipv4/vs/sync_threshold", u"3 50"_s, true);
    row("ipv4/vs/sync_threshold", u"3  50"_s, false);
    row("ipv4/vs/est_cpulist", QString(), true);
    row("ipv4/vs/est_cpulist", u"0,1"_s, false); // shown as 0-1
    row("ipv4/vs/conntrack", QString(), false);
    row("ipv4/vs/conntrack", u"1\n0"_s, false);
    row("ipv4/conf/all/arp_ignore", u"9"_s, true); // as 0, and another program may have set it
    row("ipv4/conf/eth0/arp_announce", u"2"_s, true);
    row("ipv4/ip_forward", u"1"_s, true);
    row("ipv6/conf/all/forwarding", u"1"_s, true);
    row("../conf/all/forwarding", u"1"_s, false);
    row("", u"1"_s, false);
}

void TestSysctls::valuesOfTheKernel()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    QTEST(validate(SysctlValue{name, value}).has_value(), "taken");
}

void TestSysctls::defaultsCanBeSet()
{
    for (const Sysctl &sysctl : knownSysctls()) {
        if (!sysctl.defaultValue.isEmpty())
            QCOMPARE(sysctlValueFromText(sysctl, QString(sysctl.defaultValue)), QString(sysctl.defaultValue));
    }
}

void TestSysctls::onlyTheKnownHaveAPath()
{
    QCOMPARE(sysctlPath(u"ipv4/vs/conntrack"), u"/proc/sys/net/ipv4/vs/conntrack"_s);
    QCOMPARE(sysctlNamed(u"ipv4/conf/eth0.100/arp_ignore"), sysctlNamed(u"ipv4/conf/all/arp_ignore"));
    QCOMPARE(sysctlInterface(u"ipv4/conf/eth0.100/arp_ignore"), u"eth0.100");
    QVERIFY(sysctlInterface(u"ipv4/vs/conntrack").isEmpty());
    for (const QStringView name :
         {u"", u".", u"conntrack", u"ipv4/vs/conntrack/", u"ipv4/vs/Conntrack", u"ipv4/vs/../ip_forward",
          u"ipv4/tcp_syncookies", u"ipv6/conf/eth0/forwarding", u"ipv4/conf/arp_ignore", u"ipv4/conf//arp_ignore",
          u"ipv4/conf/./arp_ignore", u"ipv4/conf/../arp_ignore", u"ipv4/conf/default/arp_ignore",
          u"ipv4/conf/eth0/forwarding", u"ipv4/conf/eth0/x/arp_ignore", u"ipv4/conf/sixteen_bytes_ok/arp_ignore",
          u"/ipv4/conf/eth0/arp_ignore"})
        QVERIFY2(!sysctlNamed(name), qPrintable(name.toString()));
}

void TestSysctls::automaticModesAreOneSetting()
{
    for (const QStringView name : {u"ipv4/vs/drop_entry", u"ipv4/vs/drop_packet", u"ipv4/vs/secure_tcp"}) {
        QVERIFY(isSameSetting(name, u"1"_s, u"2"_s));
        QVERIFY(isSameSetting(name, u"3"_s, u"3"_s));
        QVERIFY(!isSameSetting(name, u"2"_s, u"3"_s));
        QVERIFY(!isSameSetting(name, u"0"_s, u"1"_s));
    }
    QVERIFY(!isSameSetting(u"ipv4/vs/sync_retries", u"1"_s, u"2"_s));
}

void TestSysctls::commandsAndLines()
{
    QCOMPARE(sysctlCommand({u"ipv4/vs/conntrack"_s, u"1"_s}), u"sysctl -w net.ipv4.vs.conntrack=1"_s);
    QCOMPARE(sysctlCommand({u"ipv4/vs/sync_threshold"_s, u"3 50"_s}),
             u"sysctl -w net.ipv4.vs.sync_threshold=\"3 50\""_s);
    QCOMPARE(sysctlCommand({u"ipv4/ip_forward"_s, u"1"_s}), u"sysctl -w net.ipv4.ip_forward=1"_s);
    QCOMPARE(sysctlCommand({u"ipv4/conf/eth0.100/arp_ignore"_s, u"1"_s}),
             u"sysctl -w net/ipv4/conf/eth0.100/arp_ignore=1"_s);
    QCOMPARE(sysctlLine({u"ipv4/conf/eth0.100/arp_ignore"_s, u"1"_s}), u"net/ipv4/conf/eth0.100/arp_ignore = 1"_s);
    QCOMPARE(sysctlCommand({u"x; reboot"_s, u"1"_s}), QString());
    QCOMPARE(sysctlLine({u"ipv4/vs/sync_threshold"_s, u"3 50"_s}), u"net.ipv4.vs.sync_threshold = 3 50"_s);
    QCOMPARE(sysctlLine({u"x"_s, u"1"_s}), QString());
}

QTEST_APPLESS_MAIN(TestSysctls)
#include "tst_sysctls.moc"
