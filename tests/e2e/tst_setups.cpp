// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Real servers are set up with the wizard, from nothing, and taken back without a trace; by every method with
// LVS_TEST_FULL.
#include "tests/e2e/setuplab.h"
#include "tests/lab/arpobserver.h"
#include "tests/lab/labhost.h"

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
    std::unique_ptr<e2e::SetUpLab> m;
};

namespace {

constexpr int fetches = 100;
const QString &vip = e2e::SetUpLab::vip;
const QString &vip6 = e2e::SetUpLab::vip6;

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
    m = std::make_unique<e2e::SetUpLab>();
}

void TestSetups::cleanup()
{
    if (QTest::currentTestFailed())
        m->beginWithNothing();
}

void TestSetups::cleanupTestCase()
{
    m.reset();
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
    e2e::SetUps setUps(m->console(), m->password());
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
    const QStringList traces = m->traces();
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
    m->beginWithNothing();
    QCOMPARE(seen, QStringList{wrong});
}

QTEST_GUILESS_MAIN(TestSetups)
#include "tst_setups.moc"
