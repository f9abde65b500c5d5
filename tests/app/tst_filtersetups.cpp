// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/explainedroles.h"
#include "app/pages/realserverspage.h"

#include "app/session/setuprun.h"
#include "tests/app/shownsetups.h"
#include "tests/app/windowtest.h"
#include "tests/support/firewallobjects.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Set-ups with a part in the director's packet filter, by the wizard: FullNAT, and ports under a firewall mark.
class TestFilterSetups : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void setsUpAndTakesBack_data();
    void setsUpAndTakesBack();
    void presentMarksStandInTheFields();
    void portsAreAskedForUnlessTheyAreMarked();
    void fullNatIsNotForIPv6();
    void aWrongMarkIsTheFirstThingNamed();
    void presentFullNatIsKnown();
};

namespace {

const QString vip = u"172.18.100.20"_s;
const ServiceKey markService = ServiceKey::forMark(1, Family::IPv4);

void chooseMark(const Shown &shown, const QString &ports)
{
    auto *kind = shown.find<QComboBox>(u"kind"_s);
    kind->setCurrentIndex(kind->findText(u"Firewall mark"_s));
    shown.find<QLineEdit>(u"mark"_s)->setText(u"1"_s);
    shown.find<QLineEdit>(u"setupVip"_s)->setText(vip);
    shown.find<QLineEdit>(u"setupMarkPorts"_s)->setText(ports);
}

bool enterServers(const Shown &shown)
{
    for (int number = 1; const QString &address : {u"172.18.100.11"_s, u"172.18.100.12"_s}) {
        if (number > 1 && !shown.click(u"addServerRow"_s))
            return false;
        shown.find<QLineEdit>(u"serverAddress%1"_s.arg(number))->setText(address);
        const auto *host = shown.find<QComboBox>(u"serverHost%1"_s.arg(number));
        ++number;
        if (!QTest::qWaitFor([&] { return !host->currentData().toString().isEmpty(); }, patience))
            return false;
    }
    return shown.click(u"wizardNext"_s);
}

bool apply(Shown &shown, const std::vector<Operation> &operations)
{
    const auto applied = shown.cluster.director.director().apply({operations});
    return QTest::qWaitFor([&] { return applied.isFinished(); }, patience) && applied.result() &&
           applied.result()->outcome == ApplyOutcome::Applied;
}

} // namespace

void TestFilterSetups::setsUpAndTakesBack_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<bool>("isMarked");
    QTest::newRow("FullNAT") << u"methodFullNat"_s << false;
    QTest::newRow("DR, marked") << u"methodDr"_s << true;
    QTest::newRow("TUN, marked") << u"methodTun"_s << true;
    QTest::newRow("NAT, marked") << u"methodNat"_s << true;
    QTest::newRow("FullNAT, marked") << u"methodFullNat"_s << true;
}

void TestFilterSetups::setsUpAndTakesBack()
{
    QFETCH(QString, method);
    QFETCH(bool, isMarked);
    Shown shown;
    QVERIFY(shown.isOpen());
    const SetupReading before = shown.cluster.read();
    QVERIFY(shown.openWizard());
    if (isMarked) {
        chooseMark(shown, u"80, 443"_s);
    } else {
        shown.find<QLineEdit>(u"address"_s)->setText(vip);
        shown.find<QLineEdit>(u"port"_s)->setText(u"80"_s);
    }
    QVERIFY(shown.click(u"wizardNext"_s));
    shown.find<QAbstractButton>(method)->click();
    QVERIFY(shown.click(u"wizardNext"_s));
    QVERIFY(enterServers(shown));
    QVERIFY(shown.click(u"wizardNext"_s)); // once the machines have been looked at
    QCOMPARE(shown.title(), u"Plan"_s);
    const bool isFullNat = method == u"methodFullNat"_s;
    const QString commands = shown.find<QPlainTextEdit>(u"setupCommands"_s)->toPlainText();
    QCOMPARE(commands.contains(u"dport { 80, 443 } meta mark set 0x00000001"_s), isMarked);
    QCOMPARE(commands.contains(u"snat ip to 172.18.100.5"_s), isFullNat);
    QCOMPARE(commands.contains(u"sysctl -w net.ipv4.vs.conntrack=1"_s), isFullNat);
    QCOMPARE(commands.contains(u"ipvsadm -A -f 1"_s), isMarked);
    QVERIFY(shown.click(u"wizardNext"_s));
    QTRY_VERIFY_WITH_TIMEOUT(shown.button(u"wizardUndo"_s)->isEnabled(), patience);
    const SetupReading during = shown.cluster.read();
    QVERIFY(during.firewall);
    const SnatRule snat = fullNat(vip, u"172.18.100.5", u"172.18.100.0/24");
    QCOMPARE(during.firewall->has(snat), isFullNat);
    QCOMPARE(during.firewall->has(webMark(1, u"80,443", vip)), isMarked);
    const auto *run = shown.page.findChild<SetupRun *>();
    QVERIFY(run->record().progress.isComplete());
    QVERIFY(!firstFinding(checkSetup(run->record().wish, during)));
    const auto *setups = shown.find<QTreeView>(u"setups"_s);
    QTRY_COMPARE_WITH_TIMEOUT(columnOf(*setups, 5), QStringList{u"all as it should be"_s}, patience);

    QVERIFY(shown.click(u"wizardUndo"_s));
    QTRY_VERIFY_WITH_TIMEOUT(run->record().progress.isTakenBack() && !run->isRunning(), patience);
    const SetupReading after = shown.cluster.read();
    QCOMPARE(after.hosts, before.hosts);
    QCOMPARE(after.table, before.table);
    QVERIFY(after.firewall == before.firewall);
}

void TestFilterSetups::presentMarksStandInTheFields()
{
    Shown shown;
    QVERIFY(shown.isOpen());
    QVERIFY(apply(shown, {AddService{service(markService)}, AddMarkRule{webMark(1, u"80,443", vip)},
                          AddService{service(ServiceKey::forMark(2, Family::IPv4))}}));
    QVERIFY(shown.openWizard(markService));
    QCOMPARE(shown.find<QLineEdit>(u"setupVip"_s)->text(), vip);
    QCOMPARE(shown.find<QLineEdit>(u"setupMarkPorts"_s)->text(), u"80,443"_s);
    QCOMPARE(shown.find<QComboBox>(u"setupMarkProtocol"_s)->currentText(), u"TCP"_s);
    QVERIFY(shown.button(u"wizardNext"_s)->isEnabled());

    auto *services = shown.find<QComboBox>(u"setupService"_s);
    services->setCurrentIndex(services->findData(QVariant::fromValue(ServiceKey::forMark(2, Family::IPv4))));
    QCOMPARE(shown.find<QLineEdit>(u"setupVip"_s)->text(), QString());
    QVERIFY(!shown.button(u"wizardNext"_s)->isEnabled());
    services->setCurrentIndex(services->findData(QVariant::fromValue(markService)));
    QCOMPARE(shown.find<QLineEdit>(u"setupMarkPorts"_s)->text(), u"80,443"_s);
}

void TestFilterSetups::portsAreAskedForUnlessTheyAreMarked()
{
    Shown shown;
    QVERIFY(shown.isOpen());
    QVERIFY(apply(shown, {AddMarkRule{webMark(1, u"8080", u"172.18.100.21")}}));
    QVERIFY(shown.openWizard());
    chooseMark(shown, {});
    const auto *next = shown.button(u"wizardNext"_s);
    QVERIFY(!next->isEnabled());
    shown.find<QLineEdit>(u"setupMarkPorts"_s)->setText(u"443-80"_s);
    QVERIFY(!next->isEnabled());
    shown.find<QLineEdit>(u"setupMarkPorts"_s)->setText(u"80-443"_s);
    QVERIFY(next->isEnabled());
    shown.find<QLineEdit>(u"setupMarkPorts"_s)->clear();
    QVERIFY(!next->isEnabled());
    shown.find<QLineEdit>(u"setupVip"_s)->setText(u"172.18.100.21"_s); // for which there is a rule
    QVERIFY(next->isEnabled());
    shown.find<QLineEdit>(u"setupVip"_s)->setText(u"2001:db8::1"_s);
    QVERIFY(!next->isEnabled());
}

void TestFilterSetups::fullNatIsNotForIPv6()
{
    Shown shown;
    QVERIFY(shown.isOpen());
    QVERIFY(shown.openWizard());
    shown.find<QLineEdit>(u"address"_s)->setText(u"2001:db8::20"_s);
    shown.find<QLineEdit>(u"port"_s)->setText(u"80"_s);
    QVERIFY(shown.click(u"wizardNext"_s));
    QVERIFY(!shown.find<QAbstractButton>(u"methodFullNat"_s)->isEnabled());
    QVERIFY(shown.find<QAbstractButton>(u"methodNat"_s)->isEnabled());
}

void TestFilterSetups::aWrongMarkIsTheFirstThingNamed()
{
    Shown shown;
    QVERIFY(shown.isOpen());
    SetupWish &wish = shown.cluster.wish;
    wish.service = service(markService);
    wish.vipOfMark = ip(vip);
    wish.portsOfMark = *PortSet::fromText(u"80,443");
    for (SetupServer &server : wish.servers)
        server.server.key.port = 0;
    QVERIFY(shown.page.findChild<SetupRun *>()->begin(wish, shown.cluster.plan()));
    const auto *setups = shown.find<QTreeView>(u"setups"_s);
    QTRY_COMPARE_WITH_TIMEOUT(columnOf(*setups, 5), QStringList{u"all as it should be"_s}, patience);
    QVERIFY(apply(shown,
                  {RemoveMarkRule{webMark(1, u"80,443", vip)}, AddMarkRule{webMark(1, u"80,444", vip)}})); // by another
    QVERIFY(shown.click(u"checkAgain"_s));
    QTRY_COMPARE_WITH_TIMEOUT(columnOf(*setups, 5), QStringList{u"1 thing wrong"_s}, patience);
    const auto *checks = shown.find<QTreeView>(u"setupChecks"_s);
    QCOMPARE(columnOf(*checks, 0).front(), u"Rule that sets the mark"_s);
    QCOMPARE(columnOf(*checks, 1).front(), u"director"_s);
    QCOMPARE(columnOf(*checks, 2).front(), u"TCP 80,444"_s);
    QCOMPARE(columnOf(*checks, 3).front(), u"TCP 80,443"_s);
    const QString explanation = checks->model()->index(0, 0).data(ExplanationRole).toString();
    QVERIFY2(explanation.contains(u"172.18.100.20 TCP 80,444 -> 0x1"_s), qPrintable(explanation));
    QVERIFY2(explanation.contains(u"Set up again"_s), qPrintable(explanation));
}

void TestFilterSetups::presentFullNatIsKnown()
{
    Shown shown;
    QVERIFY(shown.isOpen());
    RealServer masqueraded = shown.cluster.wish.servers.front().server;
    masqueraded.forwarding = Forwarding::Masquerading;
    const VirtualService &shop = shown.cluster.wish.service;
    QVERIFY(apply(shown, {AddService{shop}, AddServer{shop.key, masqueraded}}));
    QVERIFY(shown.openWizard(shop.key));
    QVERIFY(shown.click(u"wizardNext"_s));
    QVERIFY(shown.find<QAbstractButton>(u"methodNat"_s)->isChecked());
    shown.wizard()->reject();
    QTRY_VERIFY(!shown.wizard());
    QVERIFY(apply(shown, {AddSnatRule{fullNat(vip, u"172.18.100.5", u"172.18.100.0/24")}}));
    QVERIFY(shown.openWizard(shop.key));
    QVERIFY(shown.click(u"wizardNext"_s));
    QVERIFY(shown.find<QAbstractButton>(u"methodFullNat"_s)->isChecked());
}

QTEST_MAIN(TestFilterSetups)
#include "tst_filtersetups.moc"
