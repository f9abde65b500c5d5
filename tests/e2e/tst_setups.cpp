// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Real servers are set up with the wizard, from nothing, and taken back without a trace; by every method with
// LVS_TEST_FULL.
#include "tests/e2e/labdirector.h"
#include "tests/e2e/setups.h"
#include "tests/lab/arpobserver.h"
#include "tests/lab/hoststates.h"
#include "tests/lab/labhost.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace lvs;
using namespace Qt::StringLiterals;

class TestSetups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();

    void fromNothingAndBack_data();
    void fromNothingAndBack();
    void vipBeforeArpIsNoticed();

private:
    e2e::Console &console();

    std::unique_ptr<e2e::LabDirector> m_director;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<e2e::Console> m_console;
    QStringList m_before;
};

namespace {

constexpr int fetches = 100;
const QString vip = u"172.18.100.20"_s;
const QString vip6 = u"fd00:172:18:100::20"_s;

/// Nothing is set up, and no set-up finds done what it needs: real servers
/// answer through the router, the director does not forward. Also what a test
/// that failed has left is gone then.
void beginWithNothing()
{
    const QString keptNothing = u" rm -f /var/lib/lvs-console-helper/boot.setups;"_s;
    lab::clearTable();
    lab::need(
        u"director"_s,
        u"ip address del %1/32 dev outside; ip address del %2/128 dev outside; nft delete table inet lvs-console;"_s
                .arg(vip, vip6) +
            keptNothing +
            u" sysctl -qw net.ipv4.ip_forward=0 net.ipv6.conf.all.forwarding=0 net.ipv4.vs.conntrack=0"_s);
    for (const QString &host : {u"rs1"_s, u"rs2"_s})
        lab::need(host, u"ip address del %1/32 dev lo; ip address del %2/128 dev lo;"
                        " for tunnel in $(ip -brief link show type ipip | cut -d @ -f 1 | grep -v tunl0);"
                        " do ip link del $tunnel; done;"
                        " ip route replace default via 192.168.10.254;"
                        " ip route replace default via fd00:192:168:10::254;"_s.arg(vip, vip6) +
                            keptNothing +
                            u" sysctl -qw net.ipv4.conf.all.arp_ignore=0 net.ipv4.conf.all.arp_announce=0"_s);
}

QString hardwareAddress(const QString &host, const QString &interface)
{
    return lab::need(host, u"cat /sys/class/net/%1/address"_s.arg(interface));
}

/// Those who said that the VIP is theirs, beside the director.
QStringList strangers(const lab::ArpTally &tally)
{
    QStringList others = tally.claims.keys();
    others.removeAll(hardwareAddress(u"director"_s, u"outside"_s));
    return others;
}

} // namespace

void TestSetups::initTestCase()
{
    lab::awaitHosts();
    m_director = std::make_unique<e2e::LabDirector>(e2e::LabDirector::Acquaintance::Known);
    beginWithNothing();
    m_before = lab::hostStates();
    for (const QString &host : {u"director"_s, u"rs1"_s, u"rs2"_s})
        QVERIFY2(m_before.filter(host + u": "_s).size() > 50, qPrintable(m_before.join(u'\n')));
}

void TestSetups::cleanup()
{
    if (!QTest::currentTestFailed())
        return;
    m_console.reset(); // whatever it shows now
    beginWithNothing();
}

void TestSetups::cleanupTestCase()
{
    m_console.reset();
    lab::need(u"director"_s, u"sysctl -qw net.ipv4.ip_forward=1"_s);
    for (const QString &host : {u"rs1"_s, u"rs2"_s})
        lab::need(host, u"ip route replace default via 192.168.10.1;"
                        " ip route replace default via fd00:192:168:10::1"_s);
}

e2e::Console &TestSetups::console()
{
    if (m_console)
        return *m_console;
    m_console = std::make_unique<e2e::Console>();
    m_data = std::make_unique<QTemporaryDir>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s,
                       m_data->path()); // no set-ups of a console before it
    // The director asks for a password, which the real servers' root does not
    // need.
    m_console->start(QStringList{u"--language"_s, u"en"_s} + m_director->connectArguments(u"operator"_s) +
                         QStringList{u"--connect"_s, u"root@rs1"_s, u"--connect"_s, u"root@rs2"_s},
                     environment);
    for (const QString &machine : {u"root@rs1"_s, u"root@rs2"_s, u"operator@director"_s})
        m_console->awaitConnected(machine);
    m_console->selectDirector(u"operator@director"_s);
    return *m_console;
}

void TestSetups::fromNothingAndBack_data()
{
    const QStringList inside{u"192.168.10.11"_s, u"192.168.10.12"_s};
    const QStringList outside{u"172.18.100.11"_s, u"172.18.100.12"_s};
    const QStringList inside6{u"fd00:192:168:10::11"_s, u"fd00:192:168:10::12"_s};
    const QStringList outside6{u"fd00:172:18:100::11"_s, u"fd00:172:18:100::12"_s};
    const QString router = u"172.18.100.254"_s;
    const QString router6 = u"fd00:172:18:100::254"_s;
    const QString dr = u"Direct routing (DR)"_s;
    const QString tun = u"Tunnelling (TUN)"_s;
    const QString nat = u"Address translation (NAT)"_s;
    const QString fullNat = u"Full address translation (FullNAT)"_s;
    QTest::addColumn<e2e::SetUp>("wanted");
    QTest::newRow("DR") << e2e::SetUp{vip, dr, outside, router};
    QTest::newRow("TUN") << e2e::SetUp{vip, tun, inside};
    QTest::newRow("NAT, IPv6") << e2e::SetUp{vip6, nat, inside6};
    if (!qEnvironmentVariableIsSet("LVS_TEST_FULL")) // a minute each
        return;
    QTest::newRow("NAT") << e2e::SetUp{vip, nat, inside};
    QTest::newRow("FullNAT") << e2e::SetUp{vip, fullNat, inside};
    QTest::newRow("DR, firewall mark") << e2e::SetUp{vip, dr, outside, router, {u"80"_s, u"443"_s}, u"20"_s};
    QTest::newRow("DR, IPv6") << e2e::SetUp{vip6, dr, outside6, router6};
}

void TestSetups::fromNothingAndBack()
{
    QFETCH(const e2e::SetUp, wanted);
    e2e::SetUps setUps(console(), m_director->password());
    std::optional<lab::ArpObserver> observer;
    if (!wanted.isIPv6())
        observer.emplace(wanted.vip);

    setUps.make(wanted, {u"root@rs1"_s, u"root@rs2"_s});
    const QStringList checks = setUps.checks(wanted);
    QVERIFY(checks.size() > 5);
    for (const QString &check : checks)
        QVERIFY2(check.section(u" | "_s, 0, 0).endsWith(u": as it should be"_s), qPrintable(checks.join(u'\n')));
    for (const QString &url : wanted.urls())
        QCOMPARE(lab::fetch(url, fetches), (QMap<QString, int>{{u"rs1"_s, fetches / 2}, {u"rs2"_s, fetches / 2}}));

    setUps.undo(wanted);
    if (observer) {
        const lab::ArpTally tally = observer->end();
        QCOMPARE_GE(tally.requests, 100);
        QVERIFY2(strangers(tally).isEmpty(), qPrintable(strangers(tally).join(u' ')));
        QCOMPARE(tally.claims.size(), 1);
    }
    const QStringList traces = lab::differences(m_before, lab::hostStates());
    QVERIFY2(traces.isEmpty(), qPrintable(traces.join(u'\n')));
}

void TestSetups::vipBeforeArpIsNoticed()
{
    const QString wrong = hardwareAddress(u"rs1"_s, u"eth1"_s);
    lab::ArpObserver observer(vip);
    lab::need(u"rs1"_s, u"ip address add %1/32 dev lo label lo:0"_s.arg(vip));
    observer.awaitClaim(wrong);
    lab::need(u"rs1"_s, u"sysctl -qw net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.all.arp_announce=2"_s);
    const QStringList seen = strangers(observer.end());
    beginWithNothing();
    QCOMPARE(seen, QStringList{wrong});
}

QTEST_GUILESS_MAIN(TestSetups)
#include "tst_setups.moc"
