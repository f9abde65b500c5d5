// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/ruleplan.h"
#include "core/rules/rulewriter.h"
#include "tests/contract/generatedtable.h"
#include "tests/rules/program/realipvsadm.h"
#include "tests/support/objects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// What is saved, beside what the program itself saves of the same table.
class RuleWriterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writes_data();
    void writes();
    void savesAsIpvsadmDoes();
    void ordersAsIpvsadmDoes();
    void doesNotRepeatItsMistakes_data();
    void doesNotRepeatItsMistakes();
    void saysWhatSavingLoses();
    void leavesOutWhatHasNoWords();

private:
    static QString saved(const IpvsTable &table) { return writeRules({.table = table}, RuleFlavour::AsSaved); }
    RealIpvsadm m_program;
};

void RuleWriterTest::writes_data()
{
    QTest::addColumn<QString>("text"); // in any order, read in compatible mode
    QTest::addColumn<QString>("saved");
    const auto same = [](const char *name, const QString &text) { QTest::newRow(name) << text << text; };
    QTest::newRow("nothing") << QString() << QString();
    same("nat", u"-A -t 10.0.0.1:80 -s rr\n-a -t 10.0.0.1:80 -r 10.0.0.2:8080 -m -w 3\n"_s);
    same("persistent", u"-A -u 10.0.0.1:53 -s wlc -p 360 -M 255.255.255.0 --pe sip -o\n"_s);
    same("six", u"-A --sctp-service [2001:db8::1]:80 -s sh -p 9 -M 64 -b sh-fallback,sh-port\n"_s);
    same("marks", u"-A -f 1 -s rr\n-a -f 1 -r 10.0.0.2:0 -g -w 1\n-A -f 1 -6 -s mh -b mh-port\n"_s);
    same("tunnels", u"-A -f 1 -s rr\n-a -f 1 -r 10.0.0.2:0 -i -w 1 --tun-type ipip\n"
                    "-a -f 1 -r 10.0.0.3:0 -i -w 1 --tun-type gue --tun-port 6080 --tun-nocsum\n"
                    "-a -f 1 -r 10.0.0.4:0 -i -w 1 --tun-type gre --tun-csum\n"_s);
    same("flags", u"-A -t 10.0.0.1:80 -s rr -b flag-1,flag-2,flag-3\n"_s);
    QTest::newRow("order") << u"-A -u 10.0.0.1:53\n-A -t 10.0.0.1:443\n-A -t 10.0.0.1:80\n-A -f 7\n"
                              "-a -t 10.0.0.1:80 -r 10.0.0.9\n-a -t 10.0.0.1:80 -r 10.0.0.2\n"_s
                           << u"-A -t 10.0.0.1:80 -s wlc\n-a -t 10.0.0.1:80 -r 10.0.0.2:80 -g -w 1\n"
                              "-a -t 10.0.0.1:80 -r 10.0.0.9:80 -g -w 1\n-A -t 10.0.0.1:443 -s wlc\n"
                              "-A -u 10.0.0.1:53 -s wlc\n-A -f 7 -s wlc\n"_s;
    QTest::newRow("signed order") << u"-A -t 10.0.0.1:80\n-A -t 192.168.1.3:80\n"_s
                                  << u"-A -t 192.168.1.3:80 -s wlc\n-A -t 10.0.0.1:80 -s wlc\n"_s;
    QTest::newRow("lost") << u"-A -t 10.0.0.1:80 -M 255.255.255.0\n-a -t 10.0.0.1:80 -r 10.0.0.2 -x 9 -y 5\n"
                             "--set 1 2 3\n--start-daemon master\n"_s
                          << u"-A -t 10.0.0.1:80 -s wlc\n-a -t 10.0.0.1:80 -r 10.0.0.2:80 -g -w 1\n"_s;
}

void RuleWriterTest::writes()
{
    QFETCH(QString, text);
    const RulePlan plan = planRules(readRuleFile(text, RuleMode::Compatible), {}, RuleStart::PresentState);
    QVERIFY(!plan.hasErrors);
    QTEST(saved(plan.wanted.table), "saved");
    QCOMPARE(saved(plan.wanted.table).toUtf8(), m_program.save(plan.wanted.table));
}

/// The tool's own mistakes are left out; they have their test below.
void RuleWriterTest::savesAsIpvsadmDoes()
{
    const int count = qEnvironmentVariableIsSet("LVS_TEST_FULL") ? 2000 : 200;
    for (quint32 seed = 1; seed <= quint32(count); ++seed) {
        const IpvsTable generated = contract::GeneratedTable(seed).table(6, 12);
        IpvsTable table = generated;
        for (const auto &[key, entry] : generated.entries()) {
            VirtualService service = entry.service;
            if (service.scheduler.isHashing())
                service.flags &= ~ServiceFlags{ServiceFlag::Scheduler3};
            table.setService(service);
        }
        QCOMPARE(saved(table).toUtf8(), m_program.save(table));
    }
}

void RuleWriterTest::ordersAsIpvsadmDoes()
{
    QRandomGenerator random(20261128);
    for (int round = 0; round < 100; ++round) {
        IpvsTable table;
        for (int i = 0; i < 12; ++i) {
            const auto vip = random.bounded(2) == 0 ? random.generate() : 0xac126400u + random.bounded(3u);
            auto key = ServiceKey::forAddress(Protocol::Tcp, IpAddress::fromIPv4(vip), quint16(random.bounded(65536)));
            if (random.bounded(4) == 0)
                key = ServiceKey::forMark(random.bounded(0x7fffffffu) + 1, Family::IPv4);
            table.setService(VirtualService::withDefaults(key));
            std::vector<RealServer> servers;
            for (int j = 0; j < 12; ++j)
                servers.push_back({.key = {IpAddress::fromIPv4(random.generate()), key.port}});
            table.setServers(key, servers);
        }
        QCOMPARE(saved(table).toUtf8(), m_program.save(table));
    }
}

void RuleWriterTest::doesNotRepeatItsMistakes_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QByteArray>("program");
    QTest::newRow("a mark from 2147483648 on") << u"-A -f 2147483648 -s rr\n"_s << "-A -f -2147483648 -s rr\n"_ba;
    QTest::newRow("the largest mark") << u"-A -f 4294967295 -6 -s rr\n"_s << "-A -f -1 -6 -s rr\n"_ba;
    QTest::newRow("flag-3 alone") << u"-A -f 1 -s sh -b flag-3\n"_s << "-A -f 1 -s sh -b \n"_ba;
    QTest::newRow("flag-3 of mh") << u"-A -f 1 -s mh -b mh-port,flag-3\n"_s << "-A -f 1 -s mh -b mh-port\n"_ba;
}

void RuleWriterTest::doesNotRepeatItsMistakes()
{
    QFETCH(QString, rule);
    const RulePlan plan = planRules(readRuleFile(rule, RuleMode::Compatible), {}, RuleStart::EmptyTable);
    QTEST(m_program.save(plan.wanted.table), "program");
    QCOMPARE(saved(plan.wanted.table), rule);
}

void RuleWriterTest::saysWhatSavingLoses()
{
    const QString text = u"-A -t 10.0.0.1:80 -s wlc -M 255.255.255.0\n"
                         "-a -t 10.0.0.1:80 -r 10.0.0.2:80 -i -w 1 -x 9 -y 5 --tun-type ipip\n"
                         "--set 900 120 300\n"
                         "--start-daemon master --mcast-interface eth1 --syncid 7 --mcast-group 224.0.0.82\n"
                         "--start-daemon backup --mcast-interface eth1 --syncid 7 --sync-maxlen 1400\n"_s;
    const RulePlan plan = planRules(readRuleFile(text, RuleMode::Compatible), {}, RuleStart::EmptyTable);
    QVERIFY(!plan.hasErrors);
    QCOMPARE(writeRules(plan.wanted, RuleFlavour::Complete), text);
    QCOMPARE(int(m_program.restore(text.toUtf8()).requests.size()), 5); // it reads all of them
}

void RuleWriterTest::leavesOutWhatHasNoWords()
{
    ServiceKey odd = web;
    odd.protocol = 50;
    IpvsTable table;
    table.setService(VirtualService::withDefaults(odd));
    table.setService(VirtualService::withDefaults(web));
    QCOMPARE(saved(table), u"-A -t 172.18.100.6:80 -s wlc\n"_s);
}

QTEST_GUILESS_MAIN(RuleWriterTest)
#include "tst_rulewriter.moc"
