// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/keepalived/configs.h"
#include "tests/keepalived/realkeepalived.h"

#include <QDirIterator>
#include <QRandomGenerator>
#include <QTest>

using namespace lvs;
using namespace lvs::keepalived;
using namespace lvs::test;
using namespace Qt::StringLiterals;
using Code = ConfigNote::Code;

namespace {

/// A service with a real server that has nothing unusual, and room for something.
QString service(const QString &inService, const QString &inServer = {})
{
    return u"virtual_server 10.0.0.1 80 {\nlvs_sched rr\nlvs_method NAT\nprotocol TCP\n"_s + inService +
           u"\nreal_server 10.0.0.2 80 {\n"_s + inServer + u"\n}\n}\n"_s;
}

/// A block with another head and body.
QString block(const QString &name, const QString &body)
{
    return u"virtual_server "_s + name + u" {\nlvs_sched rr\n"_s + body + u"\n}\n"_s;
}

QString group(const QString &entries, const QString &body = u"protocol TCP"_s)
{
    return u"virtual_server_group G {\n"_s + entries + u"\n}\n"_s +
           block(u"group G"_s, u"lvs_method NAT\n"_s + body + u"\nreal_server 10.0.0.2 8080 {\n}"_s);
}

/// Whether `keepalived -t` says nothing of it.
bool isSilent(const ConfigNote &note)
{
    return note.severity() == Severity::Information || note.code == Code::GranularityIgnored ||
           note.code == Code::UnknownGroup || note.code == Code::RangeWraps;
}

const QString usual = u"ipvsadm -A -t 10.0.0.1:80 -s rr\n"
                      "ipvsadm -a -t 10.0.0.1:80 -r 10.0.0.2:80 -m -w 1 -x 0 -y 0"_s;

} // namespace

/// What keepalived makes of a configuration.
class ConfigurationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void means_data();
    void means();
    void agreesWithKeepalived_data() { means_data(); }
    void agreesWithKeepalived();
    void pointsAtWhatIsWrong();
    void readsTheCorpus_data();
    void readsTheCorpus();
    void putsFilesTogether();
    void findsVips();
    void knowsWhatChecksDo();
    void ordersServersAsTheKernel();
    void endsLargeGroups();
    void groupsCostEachTime();
    void survivesAnyText();
};

void ConfigurationTest::means_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("commands");
    QTest::addColumn<QList<int>>("notes");
    const auto row = [](const char *name, const QString &text, const QString &commands,
                        std::initializer_list<Code> notes = {}) {
        QList<int> codes;
        for (const Code code : notes)
            codes += int(code);
        QTest::newRow(name) << text << commands << codes;
    };
    const auto changed = [](const QString &from, const QString &to) { return QString(usual).replace(from, to); };
    const QString everyClient = u" -M 255.255.255.255"_s;
    const QString persistent = u"-s rr -p 300"_s + everyClient;
    const QString ipip = u" --tun-type ipip"_s;

    // Virtual servers.
    row("usual", service({}), usual);
    row("old names", service({}).replace(u"lvs_sched"_s, u"lb_algo"_s).replace(u"lvs_method"_s, u"lb_kind"_s), usual);
    row("scheduler", service(u"lvs_sched wrr"_s), changed(u"-s rr"_s, u"-s wrr"_s));
    row("unknown scheduler", service(u"lvs_sched best"_s), usual, {Code::BadValue});
    row("no scheduler", service({}).remove(u"lvs_sched rr\n"_s), changed(u"-s rr"_s, u"-s wlc"_s),
        {Code::DefaultScheduler});
    row("no protocol", service({}).remove(u"protocol TCP\n"_s), QString(usual).replace(u"-t"_s, u"-u"_s),
        {Code::DefaultProtocol});
    row("protocol in small letters", service(u"protocol udp"_s), QString(usual).replace(u"-t"_s, u"-u"_s));
    row("SCTP", service(u"protocol SCTP"_s), QString(usual).replace(u"-t"_s, u"--sctp-service"_s));
    row("unknown protocol", service(u"protocol ICMP"_s), usual, {Code::BadValue});
    row("no method", service({}).remove(u"lvs_method NAT\n"_s), usual, {Code::DefaultForwarding});
    row("DR", service(u"lvs_method DR"_s), changed(u"-m"_s, u"-g"_s));
    row("TUN", service(u"lvs_method TUN"_s), changed(u"-m"_s, u"-i"_s) + ipip);
    row("GUE", service(u"lvs_method TUN type gue port 6080 csum"_s),
        changed(u"-m"_s, u"-i"_s) + u" --tun-type gue --tun-port 6080 --tun-csum"_s);
    row("GRE", service(u"lvs_method TUN type gre"_s), changed(u"-m"_s, u"-i"_s) + u" --tun-type gre --tun-nocsum"_s);
    row("GUE without a port", service(u"lvs_method TUN type gue"_s), changed(u"-m"_s, u"-i"_s) + ipip,
        {Code::TunnelOptions});
    row("checksum of IPIP", service(u"lvs_method TUN csum"_s), changed(u"-m"_s, u"-i"_s) + ipip, {Code::TunnelOptions});
    row("unknown method", service(u"lvs_method LOCAL"_s), usual, {Code::BadValue});
    row("unknown tunnel", service(u"lvs_method TUN type vxlan"_s), changed(u"-m"_s, u"-i"_s) + ipip, {Code::BadValue});
    row("persistence", service(u"persistence_timeout 300"_s), changed(u"-s rr"_s, persistent));
    row("persistence without a time", service(u"persistence_timeout"_s),
        changed(u"-s rr"_s, u"-s rr -p 360"_s + everyClient));
    row("too long", service(u"persistence_timeout 2678401"_s), usual, {Code::BadNumber});
    row("no time", service(u"persistence_timeout soon"_s), usual, {Code::BadNumber});
    row("granularity", service(u"persistence_timeout 300\npersistence_granularity 255.255.255.0"_s),
        changed(u"-s rr"_s, u"-s rr -p 300 -M 255.255.255.0"_s));
    row("granularity alone", service(u"persistence_granularity 255.255.255.0"_s),
        changed(u"-s rr"_s, u"-s rr -p 360 -M 255.255.255.0"_s));
    row("bad granularity", service(u"persistence_timeout 300\npersistence_granularity 300.0.0.0"_s),
        changed(u"-s rr"_s, persistent), {Code::BadAddress});
    row("engine", service(u"persistence_engine sip\npersistence_timeout 300\nprotocol UDP"_s),
        changed(u"-s rr"_s, persistent + u" --pe sip"_s).replace(u"-t"_s, u"-u"_s));
    row("one packet", service(u"ops\nprotocol UDP"_s), changed(u"-s rr"_s, u"-s rr -o"_s).replace(u"-t"_s, u"-u"_s));
    row("one packet of TCP", service(u"ops"_s), usual, {Code::OnePacketDropped});
    row("sh's flags", service(u"lvs_sched sh\nsh-port\nsh-fallback"_s),
        changed(u"-s rr"_s, u"-s sh -b sh-fallback,sh-port"_s));
    row("mh's flags", service(u"lvs_sched mh\nmh-port"_s), changed(u"-s rr"_s, u"-s mh -b mh-port"_s));
    row("flags before their scheduler", service(u"sh-port\nlvs_sched sh"_s), changed(u"-s rr"_s, u"-s sh"_s),
        {Code::FlagIgnored});
    row("numbered flags", service(u"flag-1\nflag-2\nflag-3"_s),
        changed(u"-s rr"_s, u"-s rr -b flag-1,flag-2,flag-3"_s));
    row("unknown keyword", service(u"lvs_magic on"_s), usual, {Code::UnknownKeyword});
    row("what is not about the table",
        service(u"delay_loop 6\nha_suspend\nalpha\nomega\nhysteresis 0\nquorum 1\n"
                "virtualhost x\nsmtp_alert on\nretry 3\nwarmup 1\nconnect_timeout 3"_s),
        usual);
    row("too high a quorum", service(u"quorum 5"_s), usual, {Code::QuorumReduced});
    row("no servers", block(u"10.0.0.1 80"_s, u"lvs_method NAT\nprotocol TCP"_s), {}, {Code::NoServers});
    row("bad address", service({}).replace(u"10.0.0.1 80"_s, u"10.0.0.256 80"_s), {}, {Code::BadAddress});
    row("host name", service({}).replace(u"10.0.0.1 80"_s, u"www 80"_s), {}, {Code::BadAddress});
    row("bad port", service({}).replace(u"10.0.0.1 80"_s, u"10.0.0.1 65536"_s), {}, {Code::BadNumber});
    row("port by name", service({}).replace(u"10.0.0.1 80"_s, u"10.0.0.1 http"_s), {}, {Code::BadNumber});
    row("no port", service({}).replace(u"10.0.0.1 80"_s, u"10.0.0.1"_s),
        u"ipvsadm -A -t 10.0.0.1:0 -s rr -p 360 -M 255.255.255.255\n"
        "ipvsadm -a -t 10.0.0.1:0 -r 10.0.0.2:80 -m -w 1 -x 0 -y 0"_s,
        {Code::PersistenceForced});
    row("IPv6",
        service(u"persistence_timeout 300\npersistence_granularity 64"_s).replace(u"10.0.0."_s, u"2001:db8::"_s),
        u"ipvsadm -A -t [2001:db8::1]:80 -s rr -p 300 -M 64\n"
        "ipvsadm -a -t [2001:db8::1]:80 -r [2001:db8::2]:80 -m -w 1 -x 0 -y 0"_s);
    row("two services", service({}) + service({}).replace(u"10.0.0.1 80"_s, u"10.0.0.9 80"_s),
        u"ipvsadm -A -t 10.0.0.1:80 -s rr\nipvsadm -A -t 10.0.0.9:80 -s rr\n"
        "ipvsadm -a -t 10.0.0.1:80 -r 10.0.0.2:80 -m -w 1 -x 0 -y 0\n"
        "ipvsadm -a -t 10.0.0.9:80 -r 10.0.0.2:80 -m -w 1 -x 0 -y 0"_s);

    // Firewall marks.
    const QString marked = u"lvs_method NAT\nreal_server 10.0.0.2 80 {\n}"_s;
    row("mark", block(u"fwmark 7"_s, marked),
        u"ipvsadm -A -f 7 -s rr\nipvsadm -a -f 7 -r 10.0.0.2:80 -m -w 1 -x 0 -y 0"_s);
    row("mark and protocol", block(u"fwmark 7"_s, marked + u"\nprotocol TCP"_s),
        u"ipvsadm -A -f 7 -s rr\nipvsadm -a -f 7 -r 10.0.0.2:80 -m -w 1 -x 0 -y 0"_s, {Code::ProtocolIgnored});
    row("mark and DR", block(u"fwmark 7"_s, QString(marked).replace(u"NAT"_s, u"DR"_s)),
        u"ipvsadm -A -f 7 -s rr\nipvsadm -a -f 7 -r 10.0.0.2:0 -g -w 1 -x 0 -y 0"_s, {Code::PortReplaced});
    row("mark and IPv6", block(u"fwmark 7"_s, u"lvs_method NAT\nreal_server 2001:db8::2 {\n}"_s),
        u"ipvsadm -A -f 7 -6 -s rr\nipvsadm -a -f 7 -6 -r [2001:db8::2]:0 -m -w 1 -x 0 -y 0"_s);
    row("mark, family given", block(u"fwmark 7"_s, u"ip_family inet6\nlvs_method TUN\nreal_server 10.0.0.2 {\n}"_s),
        u"ipvsadm -A -f 7 -6 -s rr\nipvsadm -a -f 7 -6 -r 10.0.0.2:0 -i -w 1 -x 0 -y 0"_s + ipip);
    row("hexadecimal mark", block(u"fwmark 0x7"_s, marked), {}, {Code::BadNumber});

    // Real servers.
    row("weight", service({}, u"weight 10"_s), changed(u"-w 1"_s, u"-w 10"_s));
    row("weight 0", service(u"real_server 10.0.0.3 80 {\n}"_s, u"weight 0"_s),
        usual.section(u'\n', 0, 0) + u"\nipvsadm -a -t 10.0.0.1:80 -r 10.0.0.3:80 -m -w 1 -x 0 -y 0\n"_s +
            changed(u"-w 1"_s, u"-w 0"_s).section(u'\n', 1));
    row("weight of the service", service(u"weight 7"_s), changed(u"-w 1"_s, u"-w 7"_s));
    row("negative weight", service({}, u"weight -1"_s), usual, {Code::BadNumber});
    row("thresholds", service({}, u"uthreshold 100\nlthreshold 80"_s), changed(u"-x 0 -y 0"_s, u"-x 100 -y 80"_s));
    row("method of its own", service({}, u"lvs_method TUN"_s), changed(u"-m"_s, u"-i"_s) + ipip);
    row("another port", service({}).replace(u"10.0.0.2 80"_s, u"10.0.0.2 8080"_s), changed(u"2:80"_s, u"2:8080"_s));
    row("port of the service", service({}).replace(u"10.0.0.2 80"_s, u"10.0.0.2"_s), usual);
    row("another port with DR", service(u"lvs_method DR"_s).replace(u"10.0.0.2 80"_s, u"10.0.0.2 8080"_s),
        changed(u"-m"_s, u"-g"_s), {Code::PortReplaced});
    row("bad address of a server", service({}).replace(u"10.0.0.2"_s, u"10.0.0"_s), {},
        {Code::BadAddress, Code::NoServers});
    row("IPv6 behind IPv4", service(u"real_server 2001:db8::1 80 {\n}"_s), usual, {Code::FamilyMismatch});
    row("IPv6 behind IPv4 in a tunnel", service(u"lvs_method TUN\nreal_server 2001:db8::1 80 {\n}"_s),
        u"ipvsadm -A -t 10.0.0.1:80 -s rr\n"
        "ipvsadm -a -t 10.0.0.1:80 -r [2001:db8::1]:80 -i -w 1 -x 0 -y 0 --tun-type ipip\n"
        "ipvsadm -a -t 10.0.0.1:80 -r 10.0.0.2:80 -i -w 1 -x 0 -y 0"_s +
            ipip);
    row("twice", service(u"real_server 10.0.0.2 80 {\n}"_s), usual, {Code::DuplicateServer});
    row("unknown keyword of a server", service({}, u"colour red"_s), usual, {Code::UnknownKeyword});
    row("checks",
        service({}, u"TCP_CHECK {\nconnect_timeout 3\n}\nHTTP_GET {\nurl {\npath /\nstatus_code 200\n}\n}\n"
                    "SMTP_CHECK {\n}\nDNS_CHECK {\n}\nPING_CHECK {\n}\nUDP_CHECK {\n}"_s),
        usual);
    row("sorry server", service(u"sorry_server 127.0.0.1 80"_s), usual);
    row("sorry server that waits", service(u"sorry_server 10.0.0.9 80\nsorry_server_inhibit"_s),
        usual + u"\nipvsadm -a -t 10.0.0.1:80 -r 10.0.0.9:80 -m -w 0 -x 0 -y 0"_s);
    row("inhibit without sorry server", service(u"sorry_server_inhibit"_s), usual, {Code::MissingValue});

    // Groups.
    const QString first = u"ipvsadm -A -t 10.0.1.1:80 -s rr\n"_s;
    const QString firstServer = u"ipvsadm -a -t 10.0.1.1:80 -r 10.0.0.2:8080 -m -w 1 -x 0 -y 0"_s;
    const auto second = [](QString text) { return text.replace(u"10.0.1.1:"_s, u"10.0.1.2:"_s); };
    row("group", group(u"10.0.1.1 80"_s), first + firstServer);
    row("range", group(u"10.0.1.1-2 80"_s), first + second(first) + firstServer + u'\n' + second(firstServer));
    row("range of addresses", group(u"10.0.1.1-10.0.1.2 80"_s),
        first + second(first) + firstServer + u'\n' + second(firstServer));
    row("network", group(u"10.0.1.2/31 80\n10.0.1.1 80"_s).replace(u"10.0.1.2/31"_s, u"10.0.1.2/32"_s),
        first + second(first) + firstServer + u'\n' + second(firstServer));
    row("twice in a group", group(u"10.0.1.1 80"_s, u"protocol TCP\nlvs_method DR\nreal_server 10.0.0.2 {\n}"_s),
        first + QString(firstServer).replace(u"2:8080 -m"_s, u"2:80 -g"_s), {Code::PortReplaced});
    row("range that wraps", group(u"10.0.0.255-10.0.1.0 80"_s),
        u"ipvsadm -A -t 10.0.0.255:80 -s rr\nipvsadm -A -t 10.0.1.0:80 -s rr\n"
        "ipvsadm -a -t 10.0.0.255:80 -r 10.0.0.2:8080 -m -w 1 -x 0 -y 0\n"
        "ipvsadm -a -t 10.0.1.0:80 -r 10.0.0.2:8080 -m -w 1 -x 0 -y 0"_s,
        {Code::RangeWraps});
    row("network with bits of a host", group(u"10.0.1.1/24 80\n10.0.1.1 80"_s), first + firstServer, {Code::BadRange});
    row("range that goes back", group(u"10.0.1.5-4 80\n10.0.1.1 80"_s), first + firstServer, {Code::BadRange});
    row("range too far", group(u"10.0.1.5-256 80\n10.0.1.1 80"_s), first + firstServer, {Code::BadRange});
    row("mark in a group", group(u"fwmark 3"_s, {}),
        u"ipvsadm -A -f 3 -s rr\nipvsadm -a -f 3 -r 10.0.0.2:8080 -m -w 1 -x 0 -y 0"_s);
    row("granularity of a group", group(u"10.0.1.1 80"_s, u"protocol TCP\npersistence_granularity 255.255.255.0"_s),
        u"ipvsadm -A -t 10.0.1.1:80 -s rr -p 360 -M 255.255.255.255\n"_s + firstServer, {Code::GranularityIgnored});
    row("empty group", group({}), {}, {Code::EmptyGroup, Code::UnknownGroup});
    row("unknown group", block(u"group X"_s, marked), {}, {Code::UnknownGroup});

    // What is recognised and not followed.
    row("condition", service(u"@main lvs_sched wrr"_s), usual, {Code::Condition});
    row("sequence", service(u"~SEQ(i,1,1) alpha"_s), usual, {Code::Sequence});
    row("variable", u"$VIP=10.0.0.1\n"_s + service({}).replace(u"server 10.0.0.1 80"_s, u"server ${VIP} 80"_s), usual);
    row("long definition", u"$RS= \\\nreal_server 10.0.0.3 80 { \\\n} \\\n\n"_s + service(u"$RS"_s), usual,
        {Code::LongDefinition});
    row("nftables", u"global_defs {\nnftables_ipvs\n}\n"_s + group(u"10.0.1.1 80"_s), {}, {Code::NftablesGroups});
    row("other blocks",
        u"global_defs {\nrouter_id A\n}\nvrrp_instance V {\nstate BACKUP\ninterface lo\nvirtual_router_id 1\n"
        "priority 1\nvirtual_ipaddress {\n10.0.0.1\n}\n}\n"_s +
            service({}),
        usual);
    row("unknown block", u"virtual_sever 10.0.0.1 80 {\n}\n"_s, {}, {Code::UnknownKeyword});
}

void ConfigurationTest::means()
{
    QFETCH(QString, text);
    QFETCH(QString, commands);
    QFETCH(QList<int>, notes);
    const Configuration config = read(text);
    QCOMPARE(commandsOf(config.table()).join(u'\n'), commands);
    QList<int> codes;
    for (const ConfigNote &note : config.notes) {
        codes += int(note.code);
        QVERIFY(note.span.length > 0);
        QVERIFY(note.span.start + note.span.length <= text.size());
    }
    QCOMPARE(codes, notes);
}

/// keepalived itself complains of the same texts.
void ConfigurationTest::agreesWithKeepalived()
{
    QFETCH(QString, text);
    const bool isFine = std::ranges::all_of(read(text).notes, isSilent);
    if (QByteArrayView(QTest::currentDataTag()) == "IPv6 behind IPv4 in a tunnel" || text.contains(u"nftables_ipvs"_s))
        return; // it looks for the kernel's means first
    const auto complaints = complaintsOfKeepalived(text);
    QVERIFY2(complaints, "keepalived could not be run");
    QVERIFY2(complaints->isEmpty() == isFine, qPrintable(*complaints));
}

void ConfigurationTest::pointsAtWhatIsWrong()
{
    const QString text = u"virtual_server 10.0.0.1 80 {\n  protocol TCP\n  lvs_sched rr\n  lvs_method NAT\n"
                         "  real_server 10.0.0.2 80 {\n    weight  ten # heavy\n  }\n}\n"_s;
    const Configuration config = read(text);
    QCOMPARE(config.notes.size(), 1u);
    const ConfigNote &note = config.notes.front();
    QCOMPARE(note.code, Code::BadNumber);
    QCOMPARE(note.values, (QStringList{u"ten"_s, u"0"_s, u"2147483647"_s}));
    QCOMPARE(placeOf(text, note.span.start), (TextPlace{6, 13}));
    QCOMPARE(note.span.length, 3);
}

void ConfigurationTest::readsTheCorpus_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(QStringLiteral(LVS_KEEPALIVED_DATA), {u"*.conf"_s}, QDir::Files);
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(files.fileName())) << path;
    }
}

/// Beside each file stands what keepalived makes of it, as ipvsadm's commands.
void ConfigurationTest::readsTheCorpus()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QFile rules(QString(path).replace(u".conf"_s, u".rules"_s));
    QVERIFY(rules.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    const Configuration config = read(text);
    QCOMPARE(commandsOf(config.table()).join(u'\n'), QString::fromUtf8(rules.readAll()).trimmed());
    const auto complaints = complaintsOfKeepalived(text);
    QVERIFY2(complaints, "keepalived could not be run");
    const bool isFine = std::ranges::all_of(config.notes, isSilent);
    QVERIFY2(complaints->isEmpty() == isFine, qPrintable(*complaints));
}

void ConfigurationTest::putsFilesTogether()
{
    const std::vector<ConfigFile> files{
        {u"/etc/keepalived/keepalived.conf"_s, u"include conf.d/*.conf\ninclude /etc/other.conf\n"_s},
        {u"/etc/keepalived/conf.d/web.conf"_s, service(u"include ../servers.conf"_s)},
        {u"/etc/keepalived/servers.conf"_s, u"real_server 10.0.0.3 80 {\n weight x\n}\n"_s},
        {u"/etc/keepalived/conf.d/loop.conf"_s, u"include loop.conf\n"_s}};
    const Configuration config = readConfiguration(files);
    QCOMPARE(config.services.size(), 1u);
    QCOMPARE(config.services.front().origin.file, 1u);
    QCOMPARE(config.services.front().servers.size(), 2u);
    QCOMPARE(config.services.front().servers.front().origin.file, 2u);
    QCOMPARE(config.missingIncludes, QStringList{u"/etc/other.conf"_s});
    QList<int> codes;
    for (const ConfigNote &note : config.notes)
        codes += int(note.code);
    QCOMPARE(codes, (QList<int>{int(Code::IncludeTooDeep), int(Code::IncludeMissing), int(Code::BadNumber)}));
    QCOMPARE(config.notes.back().file, 2u);
    QVERIFY(config.isUncertain);
}

void ConfigurationTest::findsVips()
{
    const Configuration config = read(u"vrrp_instance V1 {\nvirtual_ipaddress {\n10.0.0.1/24 dev eth0\n}\n"
                                      "virtual_ipaddress_excluded {\n2001:db8::1\n}\n}\n"_s);
    QCOMPARE(config.addresses.size(), 2u);
    QCOMPARE(config.addresses[0].address.toString(), u"10.0.0.1"_s);
    QCOMPARE(config.addresses[0].instance, u"V1"_s);
    QCOMPARE(config.addresses[1].address.toString(), u"2001:db8::1"_s);
}

void ConfigurationTest::knowsWhatChecksDo()
{
    const auto serverOf = [](const QString &inService, const QString &inServer) {
        return read(service(inService, inServer)).services.front().servers.front();
    };
    QVERIFY(!serverOf({}, {}).isChecked);
    QVERIFY(serverOf({}, u"TCP_CHECK {\n}"_s).isChecked);
    QVERIFY(!serverOf({}, u"TCP_CHECK {\n}"_s).changesWeight);
    QVERIFY(serverOf({}, u"MISC_CHECK {\nmisc_path /bin/true\nmisc_dynamic\n}"_s).changesWeight);
    QVERIFY(serverOf({}, u"FILE_CHECK {\ntrack_file f\n}"_s).changesWeight);
    QVERIFY(!serverOf({}, {}).inhibits);
    QVERIFY(serverOf(u"inhibit_on_failure"_s, {}).inhibits);
    QVERIFY(serverOf({}, u"inhibit_on_failure"_s).inhibits);
    QVERIFY(!serverOf(u"inhibit_on_failure"_s, u"inhibit_on_failure no"_s).inhibits);
}

void ConfigurationTest::ordersServersAsTheKernel()
{
    const Configuration config = read(service(u"real_server 10.0.0.1 80 {\n}\nreal_server 10.0.0.3 80 {\n}"_s));
    const IpvsTable table = config.table();
    QStringList order;
    for (const RealServer &server : table.entries().begin()->second.servers)
        order += server.key.address.toString();
    QCOMPARE(order, (QStringList{u"10.0.0.2"_s, u"10.0.0.3"_s, u"10.0.0.1"_s})); // the last added is the first
}

void ConfigurationTest::endsLargeGroups()
{
    QString entries;
    for (int number = 0; number < 100; ++number)
        entries += u"2001:db8:%1::0-ffff 80\n"_s.arg(number);
    const QString text = group(entries).replace(u"10.0.0.2 8080"_s, u"2001:db8::2 8080"_s);
    const std::vector<ConfigFile> files{{u"x"_s, text}};
    const Configuration config = readConfiguration(files, {.objects = 1000});
    QVERIFY(config.services.empty());
    QCOMPARE(config.notes.front().code, Code::TooManyObjects);
    QVERIFY(config.isUncertain);
}

/// A group that is used over and over adds no service after the first time, but reading it does cost.
void ConfigurationTest::groupsCostEachTime()
{
    const QString text = group(u"10.1.0.0-255 80\n"_s);
    const qsizetype use = text.indexOf(u"virtual_server group"_s);
    const std::vector<ConfigFile> files{{u"x"_s, text + text.sliced(use).repeated(20)}};
    const Configuration enough = readConfiguration(files, {.objects = 21 * 256 * 2});
    QCOMPARE(enough.services.size(), 1u);
    QVERIFY(!enough.isUncertain);
    const Configuration config = readConfiguration(files, {.objects = 21 * 256});
    QCOMPARE(config.services.size(), 1u);
    QVERIFY(config.isUncertain); // too many objects
}

void ConfigurationTest::survivesAnyText()
{
    QStringList words =
        service(u"persistence_granularity 255.255.255.0\nsorry_server 10.0.0.9 80"_s, u"weight 3\nTCP_CHECK {\n}"_s)
            .split(u' ');
    words += group(u"10.0.1.1-9 80\nfwmark 3"_s).split(u' ');
    words += {u"{"_s, u"}"_s, u"\n"_s, u"include"_s, u"keepalived.conf"_s, u"fwmark"_s, u"group"_s, u"-1"_s};
    QRandomGenerator random(1);
    for (int round = 0; round < 5'000; ++round) {
        QString text;
        for (quint32 count = random.bounded(60u); count > 0; --count)
            text += words[random.bounded(words.size())] + (random.bounded(4) == 0 ? u'\n' : u' ');
        const std::vector<ConfigFile> files{{u"keepalived.conf"_s, text}};
        const IpvsTable table = readConfiguration(files, {.objects = 10'000}).table();
        for (const auto &[key, entry] : table.entries()) {
            QVERIFY(key.isMark() || key.address.family() == key.family);
            QVERIFY(!entry.servers.empty());
        }
    }
}

QTEST_GUILESS_MAIN(ConfigurationTest)
#include "tst_configuration.moc"
