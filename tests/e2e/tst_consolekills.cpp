// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The console is killed while it sets up real servers, each time a machine has done its part: the next console names
// what is half done, and finishes it or takes it back. At every such moment with LVS_TEST_FULL.
#include "tests/e2e/setuplab.h"
#include "tests/lab/labhost.h"

#include <QTest>

using namespace lvs;
using namespace Qt::StringLiterals;

class TestConsoleKills : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void nextConsoleNamesIt_data();
    void nextConsoleNamesIt();

private:
    std::unique_ptr<e2e::SetUpLab> m;
};

namespace {

const QString arpIsRestricted = u"test $(sysctl -n net.ipv4.conf.all.arp_announce) = 2"_s;
const QString hasVip = u"ip -brief address show dev lo | grep -q 172.18.100.20"_s;

} // namespace

void TestConsoleKills::initTestCase()
{
    m = std::make_unique<e2e::SetUpLab>();
}

void TestConsoleKills::cleanup()
{
    if (QTest::currentTestFailed())
        m->beginWithNothing();
}

void TestConsoleKills::cleanupTestCase()
{
    m.reset();
}

void TestConsoleKills::nextConsoleNamesIt_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("condition");
    QTest::addColumn<bool>("goesOn");
    QTest::newRow("ARP on rs1, goes on") << u"rs1"_s << arpIsRestricted << true;
    QTest::newRow("VIP on rs2, is taken back") << u"rs2"_s << hasVip << false;
    if (!qEnvironmentVariableIsSet("LVS_TEST_FULL")) // a minute each
        return;
    QTest::newRow("ARP on rs1, is taken back") << u"rs1"_s << arpIsRestricted << false;
    QTest::newRow("ARP on rs2, goes on") << u"rs2"_s << arpIsRestricted << true;
    QTest::newRow("ARP on rs2, is taken back") << u"rs2"_s << arpIsRestricted << false;
    QTest::newRow("VIP on rs1, goes on") << u"rs1"_s << hasVip << true;
    QTest::newRow("VIP on rs1, is taken back") << u"rs1"_s << hasVip << false;
    QTest::newRow("VIP on rs2, goes on") << u"rs2"_s << hasVip << true;
}

void TestConsoleKills::nextConsoleNamesIt()
{
    QFETCH(const QString, host);
    QFETCH(const QString, condition);
    QFETCH(const bool, goesOn);
    const e2e::SetUp wanted{e2e::SetUpLab::vip, u"Direct routing (DR)"_s, {u"172.18.100.11"_s, u"172.18.100.12"_s}};
    e2e::SetUps(m->console(), m->password())
        .start(wanted, {u"root@rs1"_s, u"root@rs2"_s}, u"%1 has done its part"_s.arg(host),
               [&] { return lab::shell(host, condition).status == 0; });
    m->killConsole();
    QVERIFY(lab::table().isEmpty()); // the director waits for a password

    e2e::SetUps setUps(m->console(), m->password());
    if (goesOn) {
        setUps.goOn();
        QCOMPARE(lab::fetch(wanted.urls()[0], 10), (QMap<QString, int>{{u"rs1"_s, 5}, {u"rs2"_s, 5}}));
        setUps.undo(wanted);
    } else {
        setUps.takeBackUnfinished();
    }
    const QStringList traces = m->traces();
    QVERIFY2(traces.isEmpty(), qPrintable(traces.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestConsoleKills)
#include "tst_consolekills.moc"
