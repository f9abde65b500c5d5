// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/syncdaemondialog.h"
#include "app/dialogs/sysctldialog.h"
#include "app/dialogs/timeoutsdialog.h"
#include "tests/app/dialogfields.h"
#include "tests/support/objects.h"

#include <QComboBox>
#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// What can be entered for timeouts, sync daemons and tunables, what is said about what can't, and what the dialogs
/// give back.
class TestSystemDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeouts_data();
    void timeouts();
    void unchangedTimeoutsCannotBeAccepted();
    void timeoutsGiveTheChange();
    void masters_data();
    void masters();
    void backups_data();
    void backups();
    void emptyMeansTheKernelsDefault();
    void interfacesAreOffered();
    void anyInterfaceWhereNoneIsKnown();
    void showsTheCommand();
    void tunables_data();
    void tunables();
    void choicesHaveMeanings_data();
    void choicesHaveMeanings();
    void automaticModeIsOneChoice();
    void oddValueMayStay();
    void tunableGivesTheChange();
    void draftedTunableCanGoBack();
    void rebootIsNotPassedOver();
    void everyFieldIsReachedByKeyboard();
};

namespace {

const QString good; // no error is shown

const std::vector<HostInterface> interfaces{{.name = *InterfaceName::fromText(u"lo"), .isUp = true},
                                            {.name = *InterfaceName::fromText(u"eth0"), .isUp = true},
                                            {.name = *InterfaceName::fromText(u"eth0.100")}};

void addColumns()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("error");
}

void row(const char *field, const QString &value, const QString &error)
{
    QTest::addRow("%s '%s'", field, qPrintable(value)) << QString::fromLatin1(field) << value << error;
}

/// Enters one value into an otherwise good dialog and judges what it says.
void judge(FormDialog &dialog)
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QString, error);
    enter(dialog, field, value);
    QCOMPARE(canAccept(dialog), error.isEmpty());
    QCOMPARE(fieldsWithError(dialog), error.isEmpty() ? QStringList() : QStringList{field});
    QVERIFY2(errorAt(dialog, field).contains(error), qPrintable(errorAt(dialog, field)));
}

} // namespace

void TestSystemDialogs::timeouts_data()
{
    addColumns();
    const QString range = u"not between 1 and 2678400"_s;
    const QString number = u"not a decimal number"_s;
    for (const char *field : {"tcp", "tcpFin", "udp"}) {
        for (const char *value : {"1", "2", "60", "901", "86400", "2678399", "2678400"})
            row(field, QString::fromLatin1(value), good);
        row(field, u"0"_s, range);
        row(field, u"2678401"_s, range);
        row(field, u"4294967296"_s, range);
        row(field, u"-1"_s, number);
        row(field, u"15 min"_s, number);
        row(field, u"0x10"_s, number);
        row(field, u"1.5"_s, number);
        row(field, {}, u"Nothing has been entered"_s);
    }
}

void TestSystemDialogs::timeouts()
{
    TimeoutsDialog dialog({.tcp = 900, .tcpFin = 120, .udp = 300});
    judge(dialog);
}

void TestSystemDialogs::unchangedTimeoutsCannotBeAccepted()
{
    TimeoutsDialog dialog({.tcp = 900, .tcpFin = 120, .udp = 300});
    QVERIFY(!canAccept(dialog));
    QCOMPARE(fieldsWithError(dialog), QStringList()); // nothing is wrong with them
    enter(dialog, u"udp"_s, u"301"_s);
    QVERIFY(canAccept(dialog));
    enter(dialog, u"udp"_s, u"300"_s);
    QVERIFY(!canAccept(dialog));
}

void TestSystemDialogs::timeoutsGiveTheChange()
{
    const Timeouts before{.tcp = 900, .tcpFin = 120, .udp = 300};
    TimeoutsDialog dialog(before);
    enter(dialog, u"tcpFin"_s, u"30"_s);
    QCOMPARE(dialog.change().before, before);
    QCOMPARE(dialog.change().after, (Timeouts{.tcp = 900, .tcpFin = 30, .udp = 300}));
    QCOMPARE(command(dialog), u"ipvsadm --set 900 30 300"_s);
}

void TestSystemDialogs::masters_data()
{
    addColumns();
    const QString number = u"not a decimal number"_s;
    for (const char *value : {"0", "1", "2", "7", "254", "255"})
        row("syncId", QString::fromLatin1(value), good);
    for (const char *value : {"256", "1000", "4294967295", "99999999999"})
        row("syncId", QString::fromLatin1(value), u"not between 0 and 255"_s);
    for (const char *value : {"-1", "07", "seven", "1 ", "0x1"})
        row("syncId", QString::fromLatin1(value), number);

    for (const char *value : {"lo", "eth0", "eth0.100"})
        row("interface", QString::fromLatin1(value), good);
    for (const char *value : {"eth1", "ETH0", "eth00"})
        row("interface", QString::fromLatin1(value), QString::fromLatin1(value));
    row("interface", u"a/b"_s, u"“/”"_s);
    row("interface", u"a b"_s, u"“ ”"_s);
    row("interface", u"abcdefghijklmnop"_s, u"15"_s);

    for (const char *value : {"", "224.0.0.81", "224.0.0.0", "239.255.255.255", "233.252.0.1", "ff02::81", "ff0e::1"})
        row("group", QString::fromLatin1(value), good);
    for (const char *value : {"223.255.255.255", "240.0.0.0", "172.18.100.6", "fe80::1"})
        row("group", QString::fromLatin1(value), u"not between"_s);
    for (const char *value : {"224.0.0", "224.0.0.256", "all", "224.0.0.81:8848"})
        row("group", QString::fromLatin1(value), u"not an IPv4 or IPv6 address"_s);

    for (const char *value : {"", "1", "1024", "8848", "65534", "65535"})
        row("port", QString::fromLatin1(value), good);
    for (const char *value : {"0", "65536", "100000"})
        row("port", QString::fromLatin1(value), u"not between 1 and 65535"_s);
    for (const char *value : {"-1", "sync", "88.48"})
        row("port", QString::fromLatin1(value), number);

    for (const char *value : {"", "1", "2", "64", "254", "255"})
        row("ttl", QString::fromLatin1(value), good);
    for (const char *value : {"0", "256", "1000"})
        row("ttl", QString::fromLatin1(value), u"not between 1 and 255"_s);
    for (const char *value : {"-1", "one", "1s"})
        row("ttl", QString::fromLatin1(value), number);

    for (const char *value : {"", "1", "1023", "1472", "9000", "65507"})
        row("maxLength", QString::fromLatin1(value), good);
    for (const char *value : {"0", "65508", "100000"})
        row("maxLength", QString::fromLatin1(value), u"not between 1 and 65507"_s);
    for (const char *value : {"-1", "1 KiB", "mtu"})
        row("maxLength", QString::fromLatin1(value), number);
}

void TestSystemDialogs::masters()
{
    SyncDaemonDialog dialog(SyncRole::Master, interfaces);
    judge(dialog);
}

void TestSystemDialogs::backups_data()
{
    addColumns();
    for (const char *value : {"", "1024", "1025", "1472", "9000", "65507"}) // the kernel makes smaller ones larger
        row("maxLength", QString::fromLatin1(value), good);
    for (const char *value : {"0", "1", "1023", "65508"})
        row("maxLength", QString::fromLatin1(value), u"not between 1024 and 65507"_s);
    row("maxLength", u"-1"_s, u"not a decimal number"_s);
    row("maxLength", u"mtu"_s, u"not a decimal number"_s);
}

void TestSystemDialogs::backups()
{
    SyncDaemonDialog dialog(SyncRole::Backup, interfaces);
    judge(dialog);
}

void TestSystemDialogs::emptyMeansTheKernelsDefault()
{
    SyncDaemonDialog dialog(SyncRole::Backup, interfaces);
    QVERIFY(canAccept(dialog));
    QCOMPARE(dialog.daemon(), (SyncDaemon{.role = SyncRole::Backup, .interface = interfaces[1].name}));
    enter(dialog, u"syncId"_s, u"7"_s);
    enter(dialog, u"group"_s, u"ff02::81"_s);
    enter(dialog, u"port"_s, u"9000"_s);
    enter(dialog, u"ttl"_s, u"3"_s);
    enter(dialog, u"maxLength"_s, u"65487"_s);
    QCOMPARE(dialog.daemon(), (SyncDaemon{.role = SyncRole::Backup,
                                          .interface = interfaces[1].name,
                                          .syncId = 7,
                                          .maxLength = 65487,
                                          .group = ip(u"ff02::81"),
                                          .port = 9000,
                                          .ttl = 3}));
    QVERIFY(canAccept(dialog));
    enter(dialog, u"maxLength"_s, u"65488"_s); // the header of IPv6 is longer
    QVERIFY(!canAccept(dialog));
    enter(dialog, u"maxLength"_s, {});
    enter(dialog, u"group"_s, {});
    QVERIFY(!dialog.daemon().group);
    QCOMPARE(dialog.daemon().maxLength, quint16(0));
}

void TestSystemDialogs::interfacesAreOffered()
{
    const SyncDaemonDialog dialog(SyncRole::Master, interfaces);
    const auto *combo = dialog.findChild<QComboBox *>(u"interface"_s);
    QCOMPARE(combo->count(), 3);
    QCOMPARE(combo->currentText(), u"eth0"_s);
    QCOMPARE(combo->itemText(2), u"lo"_s); // hardly meant
}

void TestSystemDialogs::anyInterfaceWhereNoneIsKnown()
{
    SyncDaemonDialog dialog(SyncRole::Master, {});
    QVERIFY(!canAccept(dialog));
    enter(dialog, u"interface"_s, u"bond0"_s);
    QVERIFY(canAccept(dialog));
}

void TestSystemDialogs::showsTheCommand()
{
    SyncDaemonDialog dialog(SyncRole::Master, interfaces);
    enter(dialog, u"syncId"_s, u"7"_s);
    const QString shown = command(dialog);
    QVERIFY2(shown.startsWith(u"ipvsadm --start-daemon master --mcast-interface eth0 --syncid 7"_s), qPrintable(shown));
}

namespace {

std::unique_ptr<SysctlDialog> tunableDialog(const QString &name, const QString &present, const QString &planned = {})
{
    return std::make_unique<SysctlDialog>(name, present, planned.isNull() ? present : planned);
}

QStringList choices(const SysctlDialog &dialog)
{
    const auto *combo = dialog.findChild<QComboBox *>(u"value"_s);
    QStringList texts;
    for (int i = 0; combo && i < combo->count(); ++i)
        texts << combo->itemText(i);
    return texts;
}

} // namespace

void TestSystemDialogs::tunables_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("present");
    addColumns();
    const auto row = [](const char *name, const char *present, const char *field, const QString &value,
                        const QString &error) {
        QTest::addRow("%s %s '%s'", name, field, qPrintable(value))
            << QString::fromLatin1(name) << QString::fromLatin1(present) << QString::fromLatin1(field) << value
            << error;
    };
    const QString number = u"not a decimal number"_s;
    const QString empty = u"Nothing has been entered"_s;
    row("ipv4/vs/am_droprate", "10", "value", u"20"_s, good);
    row("ipv4/vs/am_droprate", "10", "value", u"-1"_s, number);
    row("ipv4/vs/am_droprate", "10", "value", u"2147483648"_s, u"not between 0 and 2147483647"_s);
    row("ipv4/vs/am_droprate", "10", "value", {}, empty);
    row("ipv4/vs/amemthresh", "1024", "value", u"4096"_s, good);
    row("ipv4/vs/amemthresh", "1024", "value", u"4 MiB"_s, number);
    row("ipv4/vs/sync_refresh_period", "0", "value", u"2147483"_s, good);
    row("ipv4/vs/sync_refresh_period", "0", "value", u"2147484"_s, u"not between 0 and 2147483"_s);
    row("ipv4/vs/sync_retries", "0", "value", u"4"_s, u"not between 0 and 3"_s);
    row("ipv4/vs/est_nice", "0", "value", u"-20"_s, good);
    row("ipv4/vs/est_nice", "0", "value", u"-21"_s, u"not between -20 and 19"_s);
    row("ipv4/vs/sync_threshold", "3 50", "value", u"49"_s, good);
    row("ipv4/vs/sync_threshold", "3 50", "value", u"50"_s, u"not between 0 and 49"_s);
    row("ipv4/vs/sync_threshold", "3 50", "value", {}, empty);
    row("ipv4/vs/sync_threshold", "3 50", "second", u"4"_s, good);
    row("ipv4/vs/sync_threshold", "3 50", "second", u"0"_s, good);
    row("ipv4/vs/sync_threshold", "3 50", "second", u"x"_s, number);
    row("ipv4/vs/sync_threshold", "3 50", "second", {}, empty);
    row("ipv4/vs/est_cpulist", "0-3", "value", u"0,2"_s, good);
    row("ipv4/vs/est_cpulist", "0-3", "value", u"3-1"_s, u"not between 3 and 8191"_s);
    row("ipv4/vs/est_cpulist", "0-3", "value", u"all"_s, number);
    row("ipv4/vs/est_cpulist", "0-3", "value", {}, empty);
}

void TestSystemDialogs::tunables()
{
    QFETCH(const QString, name);
    QFETCH(const QString, present);
    const auto dialog = tunableDialog(name, present);
    QVERIFY(!canAccept(*dialog)); // nothing is changed yet
    QCOMPARE(fieldsWithError(*dialog), QStringList());
    judge(*dialog);
}

void TestSystemDialogs::choicesHaveMeanings_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("offered");
    QTest::newRow("switch") << u"ipv4/vs/conntrack"_s << QStringList{u"0 (off)"_s, u"1 (on)"_s};
    QTest::newRow("defence") << u"ipv4/vs/drop_entry"_s
                             << QStringList{u"0 (never)"_s, u"1 (while memory is short)"_s, u"3 (always)"_s};
    QTest::newRow("level") << u"ipv4/vs/sync_version"_s
                           << QStringList{u"0 (for very old backups)"_s, u"1 (present format)"_s};
    QTest::newRow("power of two") << u"ipv4/vs/sync_ports"_s
                                  << QStringList{u"1"_s, u"2"_s, u"4"_s, u"8"_s, u"16"_s, u"32"_s, u"64"_s};
    QTest::newRow("number") << u"ipv4/vs/am_droprate"_s << QStringList();
}

void TestSystemDialogs::choicesHaveMeanings()
{
    QFETCH(const QString, name);
    QTEST(choices(*tunableDialog(name, u"1"_s)), "offered");
}

void TestSystemDialogs::automaticModeIsOneChoice()
{
    const auto dialog = tunableDialog(u"ipv4/vs/drop_packet"_s, u"2"_s); // memory is short
    QCOMPARE(entered(*dialog, u"value"_s), u"1 (while memory is short)"_s);
    QVERIFY(!canAccept(*dialog));
    enter(*dialog, u"value"_s, u"3 (always)"_s);
    QVERIFY(canAccept(*dialog));
}

void TestSystemDialogs::oddValueMayStay()
{
    const auto dialog = tunableDialog(u"ipv4/vs/conntrack"_s, u"7"_s); // another program's
    QCOMPARE(choices(*dialog), QStringList({u"7"_s, u"0 (off)"_s, u"1 (on)"_s}));
    QVERIFY(!canAccept(*dialog));
    enter(*dialog, u"value"_s, u"0 (off)"_s);
    QCOMPARE(dialog->change(), (SetSysctl{u"ipv4/vs/conntrack"_s, u"7"_s, u"0"_s}));
    QCOMPARE(fieldsWithError(*tunableDialog(u"ipv4/vs/amemthresh"_s, u"-5"_s)), QStringList());
}

void TestSystemDialogs::tunableGivesTheChange()
{
    const auto dialog = tunableDialog(u"ipv4/vs/sync_threshold"_s, u"3 50"_s);
    enter(*dialog, u"second"_s, u"100"_s);
    QCOMPARE(dialog->change(), (SetSysctl{u"ipv4/vs/sync_threshold"_s, u"3 50"_s, u"3 100"_s}));
    QCOMPARE(command(*dialog), u"sysctl -w net.ipv4.vs.sync_threshold=\"3 100\""_s);
    enter(*dialog, u"second"_s, u"50"_s);
    QVERIFY(!canAccept(*dialog));
    QCOMPARE(command(*dialog), QString());
}

void TestSystemDialogs::draftedTunableCanGoBack()
{
    const auto dialog = tunableDialog(u"ipv4/vs/conntrack"_s, u"0"_s, u"1"_s);
    QCOMPARE(entered(*dialog, u"value"_s), u"1 (on)"_s);
    QVERIFY(!canAccept(*dialog));
    enter(*dialog, u"value"_s, u"0 (off)"_s);
    QVERIFY(canAccept(*dialog));
    QCOMPARE(dialog->change(), (SetSysctl{u"ipv4/vs/conntrack"_s, u"0"_s, u"0"_s}));
}

void TestSystemDialogs::rebootIsNotPassedOver()
{
    const auto dialog = tunableDialog(u"ipv4/vs/am_droprate"_s, u"10"_s);
    enter(*dialog, u"value"_s, u"20"_s);
    QCOMPARE(entered(*dialog, u"line"_s), u"net.ipv4.vs.am_droprate = 20"_s);
    QVERIFY(explanationAt(*dialog, u"line"_s).contains(u"reboot forgets"_s));
    QVERIFY(explanationAt(*dialog, u"line"_s).contains(u"/etc/sysctl.d"_s));
    enter(*dialog, u"value"_s, u"many"_s);
    QCOMPARE(entered(*dialog, u"line"_s), QString());
}

void TestSystemDialogs::everyFieldIsReachedByKeyboard()
{
    for (const QString &name : {u"ipv4/vs/conntrack"_s, u"ipv4/vs/am_droprate"_s})
        QCOMPARE(obstacles(*tunableDialog(name, u"1"_s)), QStringList());
    QCOMPARE(obstacles(*tunableDialog(u"ipv4/vs/sync_threshold"_s, u"3 50"_s)), QStringList());
    QCOMPARE(obstacles(TimeoutsDialog({})), QStringList());
    QCOMPARE(obstacles(SyncDaemonDialog(SyncRole::Master, interfaces)), QStringList());
}

QTEST_MAIN(TestSystemDialogs)
#include "tst_systemdialogs.moc"
