// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/bootfiles.h"
#include "core/boot/bootrules.h"
#include "core/rules/statedifference.h"
#include "tests/support/objects.h"
#include "tests/support/randomtable.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

class TestBootRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingComesBack();
    void randomTablesComeBack();
    void readsAsBootScriptsDo_data();
    void readsAsBootScriptsDo();
    void ipvsadmLosesSomething();
    void saysWhatWouldBeLost();
};

namespace {

const SyncDaemon master{.role = SyncRole::Master,
                        .interface = *InterfaceName::fromText(u"eth0"),
                        .syncId = 3,
                        .maxLength = 1472,
                        .group = ip(u"224.0.0.81"),
                        .port = 8848,
                        .ttl = 1};

RuleState sample()
{
    RealServer limited = server(11, 5);
    limited.upperThreshold = 100;
    limited.lowerThreshold = 50;
    RuleState state{.timeouts = {900, 120, 300}, .daemons = {master}};
    state.table.setService(service(web, u"wrr"));
    state.table.setServers(web, {limited});
    return state;
}

/// The table without what ipvsadm has no words for: tunnel options of servers that are reached without a tunnel.
IpvsTable sayable(IpvsTable table)
{
    const IpvsTable before = table;
    for (const auto &[key, entry] : before.entries()) {
        std::vector<RealServer> servers = entry.servers;
        for (RealServer &server : servers) {
            if (server.forwarding != Forwarding::Tunnelling)
                server.tunnel = {};
        }
        table.setServers(key, std::move(servers));
    }
    return table;
}

} // namespace

void TestBootRules::everythingComesBack()
{
    const QByteArray text = bootText(sample());
    QCOMPARE(text, "-A -t 172.18.100.6:80 -s wrr\n"
                   "-a -t 172.18.100.6:80 -r 192.168.10.11:80 -m -w 5 -x 100 -y 50\n"
                   "--set 900 120 300\n"
                   "--start-daemon master --mcast-interface eth0 --syncid 3 --mcast-group 224.0.0.81 --mcast-port 8848 "
                   "--mcast-ttl 1 --sync-maxlen 1472\n");
    const BootRules read = readBootText(text);
    QVERIFY(!read.faultyLine);
    QCOMPARE(read.state.table, sample().table);
    QCOMPARE(read.state.timeouts, sample().timeouts);
    QCOMPARE(read.state.daemons, sample().daemons);
    QVERIFY(difference(sample(), read.state).isEmpty());
}

void TestBootRules::randomTablesComeBack()
{
    for (quint32 seed = 1; seed <= 300; ++seed) {
        const RuleState state{.table = sayable(RandomTable(seed).table())};
        const BootRules read = readBootText(bootText(state));
        QVERIFY2(!read.faultyLine, bootText(state).constData());
        QCOMPARE(withoutListOrder(read.state.table), withoutListOrder(state.table));
    }
}

void TestBootRules::readsAsBootScriptsDo_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qsizetype>("services");
    QTest::addColumn<qsizetype>("faultyLine"); // 0: none
    const auto row = [](const char *name, const QByteArray &text, qsizetype services, qsizetype faultyLine) {
        QTest::newRow(name) << text << services << faultyLine;
    };
    row("empty", "", 0, 0);
    row("comment", "# ipvsadm.rules\n-A -t 172.18.100.6:80 -s rr\n", 1, 0);
    row("blank lines", "\n \n-A -t 172.18.100.6:80\n\n", 1, 0);
    row("line ends", "-A -t 172.18.100.6:80\r\n-A -f 1\r\n", 2, 0);
    row("server without service", "-a -t 172.18.100.6:80 -r 192.168.10.11 -m\n", 0, 1);
    row("twice", "-A -f 1 -s rr\n-A -f 1 -s wrr\n", 1, 2);
    row("no such option", "-A -f 1\n\n-A -f 2 --nonsense\n-A -f 3\n", 2, 3);
}

void TestBootRules::readsAsBootScriptsDo()
{
    QFETCH(const QByteArray, text);
    QFETCH(const qsizetype, services);
    QFETCH(const qsizetype, faultyLine);
    const BootRules rules = readBootText(text);
    QCOMPARE(qsizetype(rules.state.table.entries().size()), services);
    QCOMPARE(rules.faultyLine.value_or(0), faultyLine);
}

void TestBootRules::ipvsadmLosesSomething()
{
    const RuleState saved = asSavedByIpvsadm(sample());
    QCOMPARE(saved.table.find(web)->servers.front(), server(11, 5));
    QVERIFY(saved.daemons.empty());
    QCOMPARE(saved.timeouts, Timeouts());
}

/// What the kernel has and no rule file brings back is told when it is written, not missed at boot.
void TestBootRules::saysWhatWouldBeLost()
{
    const auto check = [](const RuleState &state) {
        return checkRestored(state, readBootText(bootText(state)).state, u"boot.rules"_s);
    };
    RuleState state = sample();
    RealServer local = server(13);
    local.forwarding = Forwarding::Local; // becomes so again
    state.table.setServers(web, {local, server(11)});
    QVERIFY(check(state));

    VirtualService odd = service(ServiceKey::forMark(7, Family::IPv4));
    odd.flags = ServiceFlag::Persistent;
    odd.persistenceTimeout = 300;
    odd.netmask = 24; // "-M 24"
    state.table.setService(odd);
    state.table.setServers(odd.key, {server(11, 1, 0)});
    QCOMPARE(check(state).error(),
             (Error{.code = ErrorCode::BootIncomplete,
                    .values = {u"boot.rules"_s, u"2"_s, u"ipvsadm -A -f 7 -s rr -p 300 -M 0.0.0.24"_s}}));
    RuleState foreign;
    ServiceKey gre = web;
    gre.protocol = 47;
    foreign.table.setService(service(gre));
    QCOMPARE(check(foreign).error().values, (QStringList{u"boot.rules"_s, u"1"_s, gre.toString()}));
}

QTEST_APPLESS_MAIN(TestBootRules)
#include "tst_bootrules.moc"
