// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/markedservicedialog.h"
#include "app/dialogs/markremovalquestion.h"
#include "app/pages/detailspane.h"
#include "app/widgets/messagebar.h"
#include "core/sandbox/exampleclusters.h"
#include "tests/app/dialogfields.h"
#include "tests/app/windowtest.h"
#include "tests/support/firewallobjects.h"

#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Services of firewall marks with the rules that lead to them: made, shown, pasted and removed together.
class TestMarkedServices : public WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        openWindow([] { return makeExampleSandbox(); }, 4);
    }

    void makesServiceAndRule();
    void choosesAFreeMark();
    void addsTheRuleAlone();
    void showsTheRulesThatLeadToIt();
    void removesTheRuleToo();
    void asksBeforeTheRulesWereLookedAt();
    void keepsTheRule();
    void rulesWithoutServiceAreOfferedForRemoval();
    void draftedServiceTakesStrayRules();
    void draftedRuleGoesWithItsService();
    void pastesMarks();
    void pasteLeavesOutWhatIsDrafted();

private:
    QStringList drafted() const
    {
        return find<QPlainTextEdit>(u"pendingCommands"_s)->toPlainText().split(u'\n', Qt::SkipEmptyParts);
    }
    FirewallState firewall() const
    {
        const auto state = m_director->readFirewall();
        if (!QTest::qWaitFor([&] { return state.isFinished(); }))
            qFatal("the firewall was not read");
        return state.result().value();
    }
    void apply() const
    {
        QVERIFY(dockAction(u"Apply"_s)->isEnabled());
        dockAction(u"Apply"_s)->trigger();
        const auto *summary = find<QLabel>(u"pendingSummary"_s);
        QTRY_VERIFY2(summary->text().contains(u"applied and verified"), qPrintable(summary->text()));
    }
    /// The mark service of the sandbox, with its rule known.
    void chooseMarked() const
    {
        choose({model()->indexOf(marked)});
        QTRY_VERIFY(shownDetails().contains(u"Marked by"_s));
    }
    /// The sandbox with a rule for a mark that has no service.
    void openWithStrayRule()
    {
        m_window.reset();
        openWindow(
            [] {
                auto backend = makeExampleSandbox();
                backend->execute(std::vector<Operation>{AddMarkRule{webMark(2)}});
                return backend;
            },
            4);
    }
    /// Fills in the dialog that is open, and accepts it.
    void addMarked(const QString &ports, const QString &mark) const
    {
        trigger(u"addMarkedService"_s);
        find<QLineEdit>(u"address"_s)->setText(u"172.18.100.6"_s);
        find<QLineEdit>(u"ports"_s)->setText(ports);
        find<QLineEdit>(u"mark"_s)->setText(mark);
        auto *accept = find<QPushButton>(u"accept"_s);
        QTRY_VERIFY(accept->isEnabled());
        accept->click();
    }
    /// Removes the mark service of the sandbox, and answers the questions.
    void removeMarked(const QString &rules) const
    {
        trigger(u"remove"_s);
        QTRY_VERIFY(isThere(rules));
        find<QPushButton>(rules)->click();
        QTRY_VERIFY(isThere(u"removeAnyway"_s)); // there are connections
        find<QPushButton>(u"removeAnyway"_s)->click();
    }
    QStringList shownDetails() const
    {
        QStringList texts;
        const auto labels = find<DetailsPane>(u"detailsPane"_s)->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            texts << label->text();
        return texts;
    }

    static inline const ServiceKey marked = ServiceKey::forMark(1, Family::IPv4);
};

void TestMarkedServices::makesServiceAndRule()
{
    addMarked(u"8443, 8080"_s, u"80"_s);
    QTRY_COMPARE(drafted().size(), 4);
    QCOMPARE(drafted()[0], u"ipvsadm -A -f 80 -s wlc"_s);
    QVERIFY(drafted()[3].contains(u"tcp dport { 8080, 8443 } meta mark set 0x00000050"));
    apply();
    QVERIFY(firewall().has(webMark(80, u"8080,8443")));
    QTRY_VERIFY(model()->indexOf(ServiceKey::forMark(80, Family::IPv4)).isValid());
}

void TestMarkedServices::choosesAFreeMark()
{
    openWithStrayRule(); // the sandbox has 1, and a rule for 2
    trigger(u"addMarkedService"_s);
    QTRY_COMPARE(find<QLineEdit>(u"mark"_s)->text(), u"3"_s);
}

void TestMarkedServices::addsTheRuleAlone()
{
    trigger(u"addMarkedService"_s);
    const auto *dialog = find<MarkedServiceDialog>(QString());
    QVERIFY(isShown(*dialog, u"scheduler"_s));
    enter(*dialog, u"address"_s, u"172.18.100.8"_s);
    enter(*dialog, u"ports"_s, u"8443"_s);
    enter(*dialog, u"mark"_s, u"1"_s);
    QTRY_VERIFY(canAccept(*dialog));
    QVERIFY(!isShown(*dialog, u"scheduler"_s) && !isShown(*dialog, u"persistent"_s));
    QCOMPARE(find<QPushButton>(u"accept"_s)->text(), u"Add rule"_s);
    enter(*dialog, u"mark"_s, u"9"_s);
    QVERIFY(isShown(*dialog, u"scheduler"_s) && isShown(*dialog, u"persistent"_s));
    enter(*dialog, u"mark"_s, u"1"_s);
    find<QPushButton>(u"accept"_s)->click();
    QTRY_COMPARE(drafted().size(), 3);
    QVERIFY(drafted().filter(u"ipvsadm"_s).isEmpty());
    apply();
    QVERIFY(firewall().has(webMark(1, u"8443", u"172.18.100.8")));
}

void TestMarkedServices::showsTheRulesThatLeadToIt()
{
    chooseMarked();
    QVERIFY(shownDetails().contains(u"1 (0x1)"_s));
    const QStringList rules = shownDetails().filter(u"172.18.100.8"_s);
    QCOMPARE(rules.size(), 1);
    QVERIFY2(rules.front().contains(u"80, 443"_s), qPrintable(rules.front()));
}

void TestMarkedServices::removesTheRuleToo()
{
    chooseMarked();
    removeMarked(u"removeBoth"_s);
    QTRY_COMPARE(drafted().size(), 2);
    QVERIFY(!find<QWidget>(u"strayRulesBar"_s)->isVisible());
    apply();
    QCOMPARE(firewall(), FirewallState());
    QTRY_VERIFY(!model()->indexOf(marked).isValid());
}

void TestMarkedServices::asksBeforeTheRulesWereLookedAt()
{
    choose({model()->indexOf(marked)});
    removeMarked(u"removeBoth"_s);
    QTRY_COMPARE(drafted().size(), 2);
}

void TestMarkedServices::keepsTheRule()
{
    chooseMarked();
    removeMarked(u"keepRules"_s);
    QTRY_COMPARE(drafted(), QStringList{u"ipvsadm -D -f 1"_s});
}

void TestMarkedServices::rulesWithoutServiceAreOfferedForRemoval()
{
    chooseMarked();
    removeMarked(u"keepRules"_s);
    QTRY_COMPARE(drafted().size(), 1);
    auto *bar = find<MessageBar>(u"strayRulesBar"_s);
    QVERIFY(!bar->isVisible());
    apply();
    QTRY_VERIFY(bar->isVisible());
    const auto labels = bar->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->text().contains(u"172.18.100.8"); }));
    bar->findChild<QAbstractButton *>(u"messageAction"_s)->click();
    QTRY_VERIFY(drafted().join(u' ').startsWith(u"nft delete rule"));
    QVERIFY(!bar->isVisible());
    apply();
    QCOMPARE(firewall(), FirewallState());
    QVERIFY(!bar->isVisible());
}

void TestMarkedServices::draftedServiceTakesStrayRules()
{
    openWithStrayRule();
    auto *bar = find<MessageBar>(u"strayRulesBar"_s);
    QTRY_VERIFY(bar->isVisible());
    addMarked(u"8443"_s, u"2"_s);
    QTRY_COMPARE(drafted().size(), 4);
    QVERIFY(!bar->isVisible());
    dockAction(u"Discard"_s)->trigger();
    QTRY_VERIFY(bar->isVisible());
    bar->findChild<QAbstractButton *>(u"closeMessage"_s)->click();
    addMarked(u"8443"_s, u"3"_s);
    QTRY_COMPARE(drafted().size(), 4);
    QVERIFY(!bar->isVisible()); // it was read
}

void TestMarkedServices::draftedRuleGoesWithItsService()
{
    addMarked(u"8080"_s, u"2"_s);
    const ServiceKey added = ServiceKey::forMark(2, Family::IPv4);
    QTRY_VERIFY(model()->indexOf(added).isValid());
    choose({model()->indexOf(added)});
    trigger(u"remove"_s);
    QTRY_VERIFY(isThere(u"removeBoth"_s));
    find<QPushButton>(u"removeBoth"_s)->click();
    QTRY_COMPARE(drafted(), QStringList());
}

void TestMarkedServices::pastesMarks()
{
    QGuiApplication::clipboard()->setText(
        u"iptables -t mangle -A PREROUTING -d 172.18.100.6 -p tcp -m multiport --dports 80,443 -j MARK --set-mark 5\n"
        "ipvsadm -A -f 5 -s rr\n"_s);
    trigger(u"paste"_s);
    auto *accept = find<QPushButton>(u"accept"_s);
    QTRY_VERIFY(accept->isEnabled());
    accept->click();
    QTRY_COMPARE(drafted().size(), 4);
    apply();
    QVERIFY(firewall().has(webMark(5)));
}

void TestMarkedServices::pasteLeavesOutWhatIsDrafted()
{
    addMarked(u"8443"_s, u"5"_s);
    QTRY_COMPARE(drafted().size(), 4);
    QGuiApplication::clipboard()->setText(
        u"iptables -t mangle -A PREROUTING -d 172.18.100.6 -p tcp --dport 8443 -j MARK --set-mark 5\n"
        "iptables -t mangle -A PREROUTING -d 172.18.100.6 -p tcp --dport 8080 -j MARK --set-mark 5\n"
        "iptables -t mangle -D PREROUTING -d 172.18.100.9 -p tcp --dport 80 -j MARK --set-mark 1\n"_s);
    trigger(u"paste"_s);
    auto *accept = find<QDialog>(u"pasteDialog"_s)->findChild<QPushButton *>(u"accept"_s);
    QTRY_VERIFY(accept->isEnabled());
    QCOMPARE(find<QTreeWidget>(u"pasteRemarks"_s)->topLevelItemCount(), 2); // it is there, it is not there
    accept->click();
    QTRY_COMPARE(drafted().size(), 7);
    apply();
    QVERIFY(firewall().has(webMark(5, u"8443")) && firewall().has(webMark(5, u"8080")));
}

QTEST_MAIN(TestMarkedServices)
#include "tst_markedservices.moc"
