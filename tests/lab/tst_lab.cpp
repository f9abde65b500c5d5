// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The lab itself: its hosts, its web servers, and the course's cluster with the kernel's own tool.
#include "tests/lab/labhost.h"

#include <QMap>
#include <QTest>

using namespace Qt::StringLiterals;

class TestLab : public QObject
{
    Q_OBJECT

private slots:
    void init() { lvs::lab::clearTable(); }
    void cleanup() { lvs::lab::clearTable(); }

    void everyHostAnswers_data();
    void everyHostAnswers();
    void argumentsAndStatusPassUnchanged();
    void operatorIsAdministratorAndViewerIsNot();
    void realServersAreReachedByName_data();
    void realServersAreReachedByName();
    void roundRobinSharesEvenly();
    void weightsShareInProportion();
    void directRoutingAnswersPastTheDirector();
};

void TestLab::everyHostAnswers_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("address");
    QTest::newRow("director") << u"director"_s << u"192.168.10.1"_s;
    QTest::newRow("rs1") << u"rs1"_s << u"192.168.10.11"_s;
    QTest::newRow("rs2") << u"rs2"_s << u"192.168.10.12"_s;
    QTest::newRow("client") << u"client"_s << u"10.1.1.10"_s;
    QTest::newRow("router") << u"router"_s << u"172.18.100.254"_s;
}

void TestLab::everyHostAnswers()
{
    QFETCH(QString, host);
    QFETCH(QString, address);
    const QString addresses = lvs::lab::need(host, u"ip -brief address"_s);
    QVERIFY2(addresses.contains(u" %1/"_s.arg(address)), qPrintable(addresses));
}

void TestLab::argumentsAndStatusPassUnchanged()
{
    const lvs::lab::Output output = lvs::lab::run(u"rs1"_s, {u"bash"_s, u"-c"_s, u"printf '%s|' \"$@\"; exit 7"_s,
                                                             u"x"_s, u"a  b"_s, u"$HOME"_s, u""_s, u"it's"_s});
    QCOMPARE(output.out, u"a  b|$HOME||it's|"_s);
    QCOMPARE(output.status, 7);
}

void TestLab::operatorIsAdministratorAndViewerIsNot()
{
    QVERIFY(lvs::lab::need(u"director"_s, u"id --groups --name operator"_s).split(u' ').contains(u"sudo"_s));
    QVERIFY(!lvs::lab::need(u"director"_s, u"id --groups --name viewer"_s).split(u' ').contains(u"sudo"_s));
}

void TestLab::realServersAreReachedByName_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("name");
    QTest::newRow("rs1") << u"192.168.10.11"_s << u"rs1"_s;
    QTest::newRow("rs2") << u"192.168.10.12"_s << u"rs2"_s;
}

void TestLab::realServersAreReachedByName()
{
    QFETCH(QString, address);
    QFETCH(QString, name);
    QCOMPARE(lvs::lab::need(u"director"_s, u"curl --silent http://%1/"_s.arg(address)), name);
}

void TestLab::roundRobinSharesEvenly()
{
    lvs::lab::need(u"director"_s, u"ipvsadm -A -t 172.18.100.6:80 -s rr"
                                  " && ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.11 -m"
                                  " && ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.12 -m"_s);
    QCOMPARE(lvs::lab::fetch(u"http://172.18.100.6/"_s, 60), (QMap<QString, int>{{u"rs1"_s, 30}, {u"rs2"_s, 30}}));
}

void TestLab::weightsShareInProportion()
{
    lvs::lab::need(u"director"_s, u"ipvsadm -A -t 172.18.100.6:80 -s wrr"
                                  " && ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.11 -m -w 10"
                                  " && ipvsadm -a -t 172.18.100.6:80 -r 192.168.10.12 -m -w 3"_s);
    QCOMPARE(lvs::lab::fetch(u"http://172.18.100.6/"_s, 130), (QMap<QString, int>{{u"rs1"_s, 100}, {u"rs2"_s, 30}}));
}

void TestLab::directRoutingAnswersPastTheDirector()
{
    for (const QString &host : {u"rs1"_s, u"rs2"_s})
        lvs::lab::need(host, u"sysctl -qw net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.all.arp_announce=2"
                             " && ip address replace 172.18.100.7/32 dev lo label lo:0"_s);
    lvs::lab::need(u"director"_s, u"ipvsadm -A -t 172.18.100.7:80 -s rr"
                                  " && ipvsadm -a -t 172.18.100.7:80 -r 192.168.10.11 -g"
                                  " && ipvsadm -a -t 172.18.100.7:80 -r 192.168.10.12 -g"_s);
    const QMap<QString, int> answers = lvs::lab::fetch(u"http://172.18.100.7/"_s, 10);
    for (const QString &host : {u"rs1"_s, u"rs2"_s})
        lvs::lab::need(host, u"ip address del 172.18.100.7/32 dev lo"
                             " && sysctl -qw net.ipv4.conf.all.arp_ignore=0 net.ipv4.conf.all.arp_announce=0"_s);
    QCOMPARE(answers, (QMap<QString, int>{{u"rs1"_s, 5}, {u"rs2"_s, 5}}));
}

QTEST_GUILESS_MAIN(TestLab)
#include "tst_lab.moc"
