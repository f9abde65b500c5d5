// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/firewall.h"
#include "helper/kernel/nftchains.h"
#include "helper/kernel/nftcontext.h"
#include "helper/kernel/owntable.h"
#include "tests/helper/nftlistings.h"
#include "tests/kernel/freshnetwork.h"
#include "tests/support/firewallobjects.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <algorithm>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

namespace {

/// What an administrator does beside the console: commands of nft(8).
QString nft(const QString &commands)
{
    QProcess program;
    program.start(u"nft"_s, {u"-f"_s, u"-"_s});
    program.write(commands.toUtf8());
    program.closeWriteChannel();
    if (!program.waitForFinished(120'000) || program.exitCode() != 0)
        qFatal("nft: %s", program.readAllStandardError().constData());
    return QString::fromUtf8(program.readAllStandardOutput());
}

QString ownTableText()
{
    return nft(u"list ruleset inet\n"_s);
}

std::vector<Result<void>> run(const std::vector<Operation> &operations)
{
    return executeFirewall(operations);
}

bool isDone(const std::vector<Result<void>> &results)
{
    return std::ranges::all_of(results, &Result<void>::has_value);
}

/// Without the tables of the older iptables: its modules are the machine's, whatever network looked at them.
Result<FirewallState> readNftables()
{
    auto state = readFirewall();
    if (state)
        std::erase_if(state->unread,
                      [](const auto &rules) { return rules.program == FirewallProgram::IptablesLegacy; });
    return state;
}

OwnTable readOwnTable()
{
    NftContext context;
    return *context.listTable(u"inet"_s, u"lvs-console"_s).and_then(OwnTable::from);
}

} // namespace

/// Rules in the packet filter of a running kernel, beside those that nft makes.
class KernelFirewallTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { nft(u"flush ruleset\n"_s); }

    void writesWhatNftShows();
    void rulesThatStayAreNotTouched();
    void manyAtOnce();
    void takesTheTableAway();
    void marksWithNames();
    void leavesWhatOthersAdd();
    void refusesWhenARuleIsGone();
    void refusesMixedTables_data();
    void refusesMixedTables();
    void readsRealRules();
    void readsWhatIsDropped();
    void readsChains();
    void passesOverLargeTables();
    void saysWhenThereAreNoSockets();
};

void KernelFirewallTest::writesWhatNftShows()
{
    QVERIFY(isDone(run({AddMarkRule{webMark(80, u"80,443,8000-8080")},
                        AddMarkRule{webMark(1, u"8000-8080", u"2001:db8::1")}, AddSnatRule{fullNat()}})));
    const QString text = ownTableText();
    // The previews of these operations say the same.
    for (
        const QString &line :
        {u"type filter hook prerouting priority mangle; policy accept;"_s,
         u"ip daddr 172.18.100.6 tcp dport { 80, 443, 8000-8080 } meta mark set 0x00000050 counter packets 0"_s,
         u"ip6 daddr 2001:db8::1 tcp dport 8000-8080 meta mark set 0x00000001 counter packets 0"_s,
         u"type nat hook postrouting priority srcnat; policy accept;"_s,
         u"ip daddr 192.168.10.0/24 ct original ip daddr 172.18.100.6 counter packets 0 bytes 0 snat ip to 192.168.10.1"_s})
        QVERIFY2(text.contains(line), qPrintable(text));
    const auto state = readNftables();
    QVERIFY(state);
    QCOMPARE(state->marks.size(), 2u);
    QVERIFY(state->has(webMark(80, u"80,443,8000-8080")) && state->has(fullNat()));
    QVERIFY(state->unread.empty());
    QCOMPARE(readOwnFirewall(), state);
}

void KernelFirewallTest::rulesThatStayAreNotTouched()
{
    QVERIFY(isDone(run({AddMarkRule{webMark(1)}, AddMarkRule{webMark(2, u"22")}})));
    const auto handles = [] {
        NftContext context;
        const QJsonArray objects =
            QJsonDocument::fromJson(*context.listTable(u"inet"_s, u"lvs-console"_s))["nftables"_L1].toArray();
        QList<int> found;
        for (const QJsonValue &object : objects) {
            if (object["rule"_L1].isObject())
                found << object["rule"_L1]["handle"_L1].toInt();
        }
        return found;
    };
    const QList<int> before = handles();
    QVERIFY(isDone(run({AddMarkRule{webMark(3, u"33")}})));
    QCOMPARE(handles().first(2), before);
    QVERIFY(isDone(run({RemoveMarkRule{webMark(1)}})));
    QCOMPARE(handles().first(), before.last());
}

void KernelFirewallTest::manyAtOnce()
{
    std::vector<Operation> adding;
    std::vector<Operation> removing;
    for (int i = 1; i <= 2000; ++i) {
        const MarkRule rule = webMark(quint32(i), QString::number(i));
        adding.push_back(AddMarkRule{rule});
        removing.push_back(RemoveMarkRule{rule});
    }
    QVERIFY(isDone(executeFirewall(adding)));
    QCOMPARE(readOwnFirewall()->marks.size(), 2000u);
    QVERIFY(isDone(executeFirewall(removing)));
    QCOMPARE(*readOwnFirewall(), FirewallState());
}

void KernelFirewallTest::takesTheTableAway()
{
    QVERIFY(isDone(run({AddMarkRule{webMark()}, AddSnatRule{fullNat()}})));
    QVERIFY(isDone(run({RemoveMarkRule{webMark()}})));
    QVERIFY(!ownTableText().contains(u"marks"_s));
    QVERIFY(isDone(run({RemoveSnatRule{fullNat()}})));
    QCOMPARE(ownTableText(), QString());
    QCOMPARE(*readOwnFirewall(), FirewallState());
}

/// iproute2's file of names must not turn the console's own numbers into words.
void KernelFirewallTest::marksWithNames()
{
    QVERIFY(unshare(CLONE_NEWNS) == 0);
    QVERIFY(mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0);
    QVERIFY(QDir().exists(u"/etc/iproute2"_s) || QDir().mkpath(u"/etc/iproute2"_s));
    QVERIFY(mount("none", "/etc/iproute2", "tmpfs", 0, nullptr) == 0);
    const auto unmount = qScopeGuard([] { umount("/etc/iproute2"); });
    QFile names(u"/etc/iproute2/rt_marks"_s);
    QVERIFY(names.open(QIODevice::WriteOnly));
    names.write("1\tweb\n");
    names.close();
    QVERIFY(isDone(run({AddMarkRule{webMark(1)}})));
    QVERIFY(ownTableText().contains(u"\"web\""_s)); // so there is something to be misled by
    QVERIFY(readOwnFirewall()->has(webMark(1)));
    QVERIFY(isDone(run({RemoveMarkRule{webMark(1)}})));
}

void KernelFirewallTest::leavesWhatOthersAdd()
{
    QVERIFY(isDone(run({AddMarkRule{webMark(1)}})));
    OwnTable table = readOwnTable();
    nft(u"add rule inet lvs-console marks tcp dport 22 accept\n"_s);
    QCOMPARE(table.carryOut(AddMarkRule{webMark(2, u"22")}), 0);
    QVERIFY(NftContext().run(table.changes()));
    QVERIFY(ownTableText().contains(u"tcp dport 22 accept"_s));
    QVERIFY(readOwnTable().state().has(webMark(2, u"22")));
}

void KernelFirewallTest::refusesWhenARuleIsGone()
{
    QVERIFY(isDone(run({AddMarkRule{webMark(1)}})));
    OwnTable table = readOwnTable();
    nft(u"flush chain inet lvs-console marks\n"_s);
    QCOMPARE(table.carryOut(RemoveMarkRule{webMark(1)}), 0);
    QCOMPARE(table.carryOut(AddSnatRule{fullNat()}), 0);
    QCOMPARE(NftContext().run(table.changes()).error().code, ErrorCode::FirewallRefused);
    QCOMPARE(*readOwnFirewall(), FirewallState());
}

void KernelFirewallTest::refusesMixedTables_data()
{
    QTest::addColumn<QString>("theirs");
    QTest::newRow("a set") << u"add set inet lvs-console vips { type ipv4_addr; }\n"_s;
    QTest::newRow("a chain") << u"add chain inet lvs-console mine\n"_s;
    QTest::newRow("a rule") << u"add rule inet lvs-console marks tcp dport 22 accept\n"_s;
    QTest::newRow("a counter") << u"add counter inet lvs-console seen\n"_s;
    QTest::newRow("a policy")
        << u"add chain inet lvs-console marks { type filter hook prerouting priority mangle; policy drop; }\n"_s;
    QTest::newRow("asleep") << u"add table inet lvs-console { flags dormant; }\n"_s;
}

void KernelFirewallTest::refusesMixedTables()
{
    QFETCH(const QString, theirs);
    QVERIFY(isDone(run({AddMarkRule{webMark(1)}})));
    nft(theirs);
    const QString before = ownTableText();
    QCOMPARE(run({RemoveMarkRule{webMark(1)}}).front().error().code, ErrorCode::FirewallMixed);
    QCOMPARE(ownTableText(), before);
    QVERIFY(!readOwnFirewall()->unread.empty());
}

void KernelFirewallTest::readsRealRules()
{
    nft(uR"(table ip mine {
  set vips { type ipv4_addr; elements = { 10.0.0.9 }; }
  map services { type inet_service : verdict; elements = { 80 : jump web }; }
  chain web { meta mark set 6; }
  chain deep { ip daddr 10.0.0.2 tcp dport { 80, 443, 8000-8080 } meta mark set 0x2 counter; }
  chain pre { type filter hook prerouting priority mangle;
    iifname "lo" jump deep
    tcp dport vmap @services
    ip daddr @vips meta mark set 3
    ip daddr 10.0.0.0/24 meta mark set meta mark & 0xffffff00 | 0x4
    meta mark set ct mark
  }
  chain in { type filter hook input priority filter; udp dport 53 meta mark set 5; }
  chain late { type filter hook input priority 99; udp dport 54 meta mark set 5; }
  chain out { type route hook output priority mangle; ip daddr 10.0.0.7 meta mark set 7; }
}
table inet both {
  chain pre { type filter hook prerouting priority raw;
    meta nfproto { ipv4, ipv6 } th dport 22 meta mark set 8
  }
}
table ip asleep { flags dormant; chain pre { type filter hook prerouting priority raw; meta mark set 9; }; }
table netdev wire {
  chain in { type filter hook ingress device "lo" priority filter; ip daddr 10.0.0.8 meta mark set 0xa; }
}
)"_s);
    const auto state = readNftables();
    QVERIFY(state);
    QStringList lines = summary(*state);
    lines.sort();
    QStringList wanted{u"1 inet both pre: 0.0.0.0/0 22 -> 0x8"_s,
                       u"1 inet both pre: ::/0 22 -> 0x8"_s,
                       u"1 ip mine deep: 10.0.0.2 TCP 80,443,8000-8080 -> 0x2 narrower 0/0"_s,
                       u"1 ip mine in: 0.0.0.0/0 UDP 53 -> 0x5"_s,
                       u"1 ip mine out: 10.0.0.7 -> 0x7 narrower"_s,
                       u"1 ip mine pre unread"_s,
                       u"1 ip mine pre: 10.0.0.0/24 -> 0x4/0xff"_s,
                       u"1 netdev wire in: 10.0.0.8 -> 0xa narrower"_s};
    wanted.sort();
    QCOMPARE(lines, wanted);
}

/// As the kernel lists it, with its sets and maps.
void KernelFirewallTest::readsWhatIsDropped()
{
    nft(uR"(table inet filter {
  set trusted { type ipv4_addr; elements = { 10.0.0.9 }; }
  chain web { tcp dport { 80, 443 } accept; }
  chain in { type filter hook input priority filter; policy drop;
    iifname "lo" accept
    tcp dport 22 ct state new accept
    ct state new,established udp dport 53 accept
    ct state vmap { established : accept, related : accept, invalid : drop }
    ip saddr @trusted accept
    ip daddr 172.18.100.6 jump web
  }
  chain forward { type filter hook forward priority filter; ip saddr 192.168.10.0/24 tcp sport 80 counter reject; }
  chain harmless { type filter hook input priority -5; counter; }
}
)"_s);
    const auto state = readNftables();
    QVERIFY(state);
    QVERIFY(state->unread.empty());
    const auto states = [](const FilterRule &rule) {
        const QString first = rule.isFirst ? (*rule.isFirst ? u" first"_s : u" later"_s) : QString();
        return rule.isConditional ? first + u" ?"_s : first;
    };
    QStringList lines;
    for (const FilterRule &rule : state->filters)
        lines << rule.place.section(u' ', 2) + u": "_s + rule.toString() + states(rule);
    const QStringList wanted{u"in: accept in lo"_s,
                             u"in: accept TCP to 22 first"_s,
                             u"in: accept UDP to 53"_s,
                             u"in: drop later"_s, // the states of the map
                             u"in: accept later"_s,
                             u"in: accept ?"_s,
                             u"in: accept ?"_s, // those in the set
                             u"web: accept TCP to 172.18.100.6 80,443"_s,
                             u"in: policy drop"_s,
                             u"forward: reject TCP from 192.168.10.0/24 80"_s};
    QCOMPARE(lines, wanted);
    QCOMPARE(state->filters.back().traffic, (RuleTraffic{}));
}

void KernelFirewallTest::readsChains()
{
    nft(uR"(table ip t { chain a { accept; accept; }
  chain b { type filter hook input priority -7; jump a; }; }
table netdev n { chain c { type filter hook ingress device "lo" priority 3; }; }
)"_s);
    const auto chains = readNftChains();
    QVERIFY(chains);
    const std::vector<NftChain> wanted{
        {.family = "ip"_L1, .table = u"t"_s, .name = u"a"_s, .uses = 3},
        {.family = "ip"_L1, .table = u"t"_s, .name = u"b"_s, .hook = NftHook{"input"_L1, -7}, .uses = 1},
        {.family = "netdev"_L1, .table = u"n"_s, .name = u"c"_s, .hook = NftHook{"ingress"_L1, 3}}};
    QVERIFY(*chains == wanted);
}

void KernelFirewallTest::passesOverLargeTables()
{
    QString commands = u"table ip big { chain in { type filter hook input priority 0;\n"_s;
    for (quint32 i = 0; i <= mostForeignRules; ++i)
        commands += u"ip saddr %1 accept\n"_s.arg(IpAddress::fromIPv4(i).toString());
    nft(commands + u"}; }\ntable ip small { chain in { type filter hook input priority 0; meta mark set 1; }; }\n"_s);
    QVERIFY(isDone(run({AddMarkRule{webMark()}})));
    const auto state = readNftables();
    QVERIFY(state);
    QCOMPARE(summary(*state), (QStringList{u"0 inet lvs-console marks: 172.18.100.6 TCP 80,443 -> 0x1 0/0"_s,
                                           u"1 ip small in: 0.0.0.0/0 -> 0x1"_s, u"1 ip big unread"_s}));
}

/// libnftables would end the process.
void KernelFirewallTest::saysWhenThereAreNoSockets()
{
    rlimit before{};
    QVERIFY(getrlimit(RLIMIT_NOFILE, &before) == 0);
    const auto restore = qScopeGuard([&] { setrlimit(RLIMIT_NOFILE, &before); });
    const int lowestFree = open("/dev/null", O_RDONLY | O_CLOEXEC);
    close(lowestFree);
    for (int more = 0; more < 4; ++more) {
        rlimit limit = before;
        limit.rlim_cur = rlim_t(lowestFree + more);
        QVERIFY(setrlimit(RLIMIT_NOFILE, &limit) == 0);
        const auto listed = NftContext().listTables();
        QVERIFY(listed || listed.error().code == ErrorCode::FirewallRefused);
        if (more < 2) // it needs two at a time
            QVERIFY(!listed);
    }
}

int main(int argc, char *argv[])
{
    lvs::test::enterFreshNetwork();
    QCoreApplication application(argc, argv);
    KernelFirewallTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_kernelfirewall.moc"
