// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/bootfiles.h"
#include "core/boot/bootrules.h"

#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

class TestDebianDefaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void keepsTheRest_data();
    void keepsTheRest();
    void daemonsStandInOnePlace_data();
    void daemonsStandInOnePlace();
};

namespace {

/// As Debian installs it.
const QByteArray installed = R"(# ipvsadm

# if you want to clear and restore the virtual server table when stopping and
# starting ipvsadm, set this to true
AUTO="false"

# daemon method (none|master|backup|both)
DAEMON="none"

# use interface (eth0,eth1...)
IFACE="eth0"	

# syncid to use 
# (0 means no filtering of syncids happen, that is the default)
# SYNCID="0"
)";

InterfaceName interface(QStringView name)
{
    return *InterfaceName::fromText(name);
}

SyncDaemon daemon(SyncRole role)
{
    return {.role = role,
            .interface = interface(u"eth1"),
            .syncId = 7,
            .maxLength = 1472,
            .group = *IpAddress::fromText(u"224.0.0.81"),
            .port = 8848,
            .ttl = 1};
}

} // namespace

void TestDebianDefaults::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<DebianDefaults>("values");
    const DebianDefaults none;
    const DebianDefaults on{.restores = true};
    const auto row = [](const char *name, const QByteArray &text, const DebianDefaults &values) {
        QTest::newRow(name) << text << values;
    };
    row("nothing", "", none);
    row("as installed", installed, none);
    row("on", "AUTO=\"true\"\n", on);
    row("no quotes", "AUTO=true", on);
    row("single quotes", "AUTO='true'\n", on);
    row("blanks around", "  AUTO = \"true\"  \r\n", on);
    row("last one counts", "AUTO=false\nAUTO=true\n", on);
    row("another spelling is no yes", "AUTO=\"yes\"\n", none);
    row("a remark behind it belongs to the value", "AUTO=\"true\" # restore\n", none);
    row("commented out", "#AUTO=true\n;AUTO=true\n", none);
    row("a comment goes on", "# AUTO \\\nAUTO=true\n", none);
    row("exported is not known to systemd", "export AUTO=true\n", none);
    row("joined lines", "AUTO=tr\\\nue\n", on);
    row("quotation over two lines", "X=\"a\nAUTO=true\"\n", none);
    row("escaped quote", "X=\"a\\\"\nAUTO=true\n\"\n", none);
    row("no assignment", "hello\nAUTO=true\n", on);
    row("everything", "AUTO=\"true\"\nDAEMON=both\nIFACE=\"bond0.5\"\nSYNCID=255\n",
        {.restores = true, .daemon = DebianDaemon::Both, .interface = interface(u"bond0.5"), .syncId = 255});
    row("master", "DAEMON=master\n", {.daemon = DebianDaemon::Master});
    row("backup", "DAEMON=\"backup\"\n", {.daemon = DebianDaemon::Backup});
    row("unknown daemon", "DAEMON=Master\n", none);
    row("empty values", "IFACE=\nSYNCID=\"\"\n", none);
}

void TestDebianDefaults::reads()
{
    QFETCH(const QByteArray, text);
    QFETCH(const DebianDefaults, values);
    QCOMPARE(readDebianDefaults(text), values);
}

void TestDebianDefaults::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"AUTO=\"true\n", "X='", "X=\"\\", "IFACE=a/b\n", "IFACE=0123456789abcdef\n",
                             "SYNCID=256\n", "SYNCID=-1\n", "SYNCID=x\n", "SYNCID=\"1 2\"\n"})
        QTest::newRow(text) << QByteArray(text);
}

void TestDebianDefaults::refuses()
{
    QFETCH(const QByteArray, text);
    QCOMPARE(readDebianDefaults(text).error().code, ErrorCode::FileNotUnderstood);
}

void TestDebianDefaults::keepsTheRest_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QByteArray filled = installed;
    filled.replace("AUTO=\"false\"", "AUTO=\"true\"").replace("DAEMON=\"none\"", "DAEMON=\"backup\"");
    filled.replace("IFACE=\"eth0\"\t", "IFACE=\"eth1\"");
    const QByteArray all = "AUTO=\"true\"\nDAEMON=\"backup\"\nIFACE=\"eth1\"\nSYNCID=\"7\"\n";
    QTest::newRow("nothing") << QByteArray() << all;
    QTest::newRow("as installed") << installed << filled + "SYNCID=\"7\"\n";
    QTest::newRow("already so") << all << all;
    QTest::newRow("other spelling of the same") << QByteArray("AUTO=true\nDAEMON='backup'\nIFACE=eth1\nSYNCID=7\n")
                                                << QByteArray("AUTO=true\nDAEMON='backup'\nIFACE=eth1\nSYNCID=7\n");
    QTest::newRow("others' variables") << QByteArray("FOO=\"$(bar)\"\nAUTO=false\n; x\nBAR='a\nb'\n")
                                       << "FOO=\"$(bar)\"\nAUTO=\"true\"\n; x\nBAR='a\nb'\n" + all.sliced(12);
    QTest::newRow("no line end") << QByteArray("FOO=1") << "FOO=1\n" + all;
    QTest::newRow("the last of two") << QByteArray("SYNCID=1\nSYNCID=2\n")
                                     << "SYNCID=1\nSYNCID=\"7\"\n" + all.chopped(11);
    QTest::newRow("value over two lines")
        << QByteArray("IFACE=e\\\nth0\nX=1\n") << "IFACE=\"eth1\"\nX=1\n" + QByteArray(all).remove(28, 13);
    QTest::newRow("not UTF-8") << QByteArray("# \xff\xfe\n") << "# \xff\xfe\n" + all;
    QTest::newRow("quotation that does not end") << QByteArray("X=\"1\n") << QByteArray();
    QTest::newRow("comment that does not end") << QByteArray("# x \\") << QByteArray();
}

void TestDebianDefaults::keepsTheRest()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    const DebianDefaults wanted{
        .restores = true, .daemon = DebianDaemon::Backup, .interface = interface(u"eth1"), .syncId = 7};
    const auto written = withDebianDefaults(before, wanted);
    if (after.isEmpty()) {
        QCOMPARE(written.error().code, ErrorCode::FileNotUnderstood);
    } else {
        QVERIFY(written);
        QCOMPARE(*written, after);
        QCOMPARE(readDebianDefaults(*written), wanted);
    }
}

void TestDebianDefaults::daemonsStandInOnePlace_data()
{
    QTest::addColumn<std::vector<SyncDaemon>>("daemons");
    QTest::addColumn<DebianDaemon>("variable");
    QTest::addColumn<qsizetype>("lines");
    using Daemons = std::vector<SyncDaemon>;
    const auto changed = [](auto change) {
        SyncDaemon backup = daemon(SyncRole::Backup);
        change(backup);
        return backup;
    };
    const SyncDaemon master = daemon(SyncRole::Master);
    const SyncDaemon backup = daemon(SyncRole::Backup);
    QTest::newRow("none") << Daemons() << DebianDaemon::None << qsizetype(0);
    QTest::newRow("master") << Daemons{master} << DebianDaemon::Master << qsizetype(0);
    QTest::newRow("backup") << Daemons{backup} << DebianDaemon::Backup << qsizetype(0);
    QTest::newRow("both") << Daemons{master, backup} << DebianDaemon::Both << qsizetype(0);
    QTest::newRow("two ids") << Daemons{master, changed([](auto &d) { d.syncId = 8; })} << DebianDaemon::None
                             << qsizetype(2);
    QTest::newRow("two interfaces") << Daemons{master, changed([](auto &d) { d.interface = interface(u"eth2"); })}
                                    << DebianDaemon::None << qsizetype(2);
    QTest::newRow("group") << Daemons{changed([](auto &d) { d.group = *IpAddress::fromText(u"239.0.0.1"); })}
                           << DebianDaemon::None << qsizetype(1);
    QTest::newRow("port") << Daemons{changed([](auto &d) { d.port = 8849; })} << DebianDaemon::None << qsizetype(1);
    QTest::newRow("ttl") << Daemons{changed([](auto &d) { d.ttl = 2; })} << DebianDaemon::None << qsizetype(1);
    QTest::newRow("length") << Daemons{changed([](auto &d) { d.maxLength = 9000; })} << DebianDaemon::None
                            << qsizetype(1);
    QTest::newRow("name a shell would read") << Daemons{changed([](auto &d) { d.interface = interface(u"$(reboot)"); })}
                                             << DebianDaemon::None << qsizetype(1);
}

void TestDebianDefaults::daemonsStandInOnePlace()
{
    QFETCH(const std::vector<SyncDaemon>, daemons);
    QFETCH(const DebianDaemon, variable);
    QFETCH(const qsizetype, lines);
    const auto files = debianBootFiles({.daemons = daemons}, installed);
    QVERIFY(files);
    QCOMPARE(files->rules.count("--start-daemon"), lines);
    QVERIFY(!files->defaults.contains('(' + QByteArray("reboot")));
    const auto defaults = readDebianDefaults(files->defaults);
    QVERIFY(defaults);
    QVERIFY(defaults->restores);
    QCOMPARE(defaults->daemon, variable);
    if (variable != DebianDaemon::None) {
        QCOMPARE(defaults->interface, daemons.front().interface);
        QCOMPARE(quint32(defaults->syncId), daemons.front().syncId);
    }
    if (lines > 0)
        QCOMPARE(readBootText(files->rules).state.daemons, daemons);
}

QTEST_APPLESS_MAIN(TestDebianDefaults)
#include "tst_debiandefaults.moc"
