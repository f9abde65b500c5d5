// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/markedservicedialog.h"
#include "app/language.h"
#include "tests/app/dialogfields.h"
#include "tests/support/firewallobjects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// What is taken, refused and warned of, when a service over several ports is made.
class TestMarkedServiceDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { setLanguage(u"en"_s, this); }
    void saysWhatIsWrong();
    void waitsForTheRules();
    void warnsOfRulesThatCantBeRead();
    void warnsOfServicesThatLosePackets();
    void warnsOfRulesOfOthers();
    void ownRulesDontContradict();
    void warnsOfTheService();
    void byKeyboard();
};

namespace {

std::unique_ptr<MarkedServiceDialog> filledIn(const KnownObjects &known, const FirewallState &firewall)
{
    auto dialog = std::make_unique<MarkedServiceDialog>(known, nullptr);
    dialog->setFirewall(firewall);
    enter(*dialog, u"address"_s, u"172.18.100.6"_s);
    enter(*dialog, u"ports"_s, u"80,443"_s);
    return dialog;
}

} // namespace

void TestMarkedServiceDialog::saysWhatIsWrong()
{
    const auto dialog = std::make_unique<MarkedServiceDialog>(KnownObjects(), nullptr);
    dialog->setFirewall(FirewallState());
    QVERIFY(!canAccept(*dialog));
    QCOMPARE(fieldsWithError(*dialog), QStringList()); // nothing was entered yet
    enter(*dialog, u"address"_s, u"172.18.100"_s);
    enter(*dialog, u"ports"_s, u"80,"_s);
    enter(*dialog, u"mark"_s, u"0"_s);
    QCOMPARE(fieldsWithError(*dialog), (QStringList{u"address"_s, u"ports"_s, u"mark"_s}));
    const QString unfinished = errorAt(*dialog, u"ports"_s);
    enter(*dialog, u"ports"_s, u" "_s);
    QVERIFY(errorAt(*dialog, u"ports"_s) != unfinished); // nothing is there
    enter(*dialog, u"address"_s, u"2001:db8::1"_s);
    enter(*dialog, u"ports"_s, u"80,443"_s);
    enter(*dialog, u"mark"_s, u"4294967295"_s);
    QVERIFY(canAccept(*dialog));
    QCOMPARE(dialog->plan().operations.back(), Operation(AddMarkRule{webMark(~0u, u"80,443", u"2001:db8::1")}));
    QVERIFY(explanationAt(*dialog, u"mark"_s).contains(u"0xffffffff"_s));
}

void TestMarkedServiceDialog::waitsForTheRules()
{
    const auto dialog = std::make_unique<MarkedServiceDialog>(KnownObjects(), nullptr);
    enter(*dialog, u"address"_s, u"172.18.100.6"_s);
    enter(*dialog, u"ports"_s, u"80,443"_s);
    QCOMPARE(entered(*dialog, u"mark"_s), u"1"_s);
    QVERIFY(!canAccept(*dialog));
    FirewallState firewall;
    firewall.marks = {{.rule = webMark(2, u"22")}, {.rule = webMark(1, u"25")}};
    firewall.marks.back().rule.mask = 1; // every odd mark
    dialog->setFirewall(firewall);
    QCOMPARE(entered(*dialog, u"mark"_s), u"4"_s);
    QVERIFY(canAccept(*dialog));
    enter(*dialog, u"mark"_s, u"1"_s); // as the person likes
    dialog->setFirewall(firewall);
    QCOMPARE(entered(*dialog, u"mark"_s), u"1"_s);
}

void TestMarkedServiceDialog::warnsOfRulesThatCantBeRead()
{
    const auto dialog = filledIn({}, {});
    QCOMPARE(fieldsWithWarning(*dialog), QStringList());
    dialog->setFirewall(std::nullopt);
    QCOMPARE(fieldsWithWarning(*dialog), QStringList{u"mark"_s});
    QVERIFY(canAccept(*dialog));
}

void TestMarkedServiceDialog::warnsOfServicesThatLosePackets()
{
    KnownObjects known;
    known.services[web];
    known.services[tcp(u"172.18.100.6", 8443)];
    const auto dialog = filledIn(known, {});
    QVERIFY2(warningAt(*dialog, u"ports"_s).contains(u"TCP 172.18.100.6:80"),
             qPrintable(warningAt(*dialog, u"ports"_s)));
    QVERIFY(!warningAt(*dialog, u"ports"_s).contains(u"8443"));
    QVERIFY(canAccept(*dialog));
    enter(*dialog, u"ports"_s, u"8080"_s);
    QCOMPARE(fieldsWithWarning(*dialog), QStringList());
}

void TestMarkedServiceDialog::warnsOfRulesOfOthers()
{
    FirewallState firewall;
    firewall.marks = {{.rule = webMark(7, u"443"), .program = FirewallProgram::IptablesNft}};
    const auto dialog = filledIn({}, firewall);
    const QString warning = warningAt(*dialog, u"ports"_s);
    QVERIFY2(warning.contains(u"iptables") && warning.contains(u"7 (0x7)"), qPrintable(warning));
    enter(*dialog, u"mark"_s, u"7"_s); // they agree
    QCOMPARE(fieldsWithWarning(*dialog), QStringList());
}

void TestMarkedServiceDialog::ownRulesDontContradict()
{
    FirewallState firewall;
    firewall.marks = {{.rule = webMark(7, u"443"), .program = FirewallProgram::Console}};
    const auto dialog = filledIn({}, firewall);
    QCOMPARE(fieldsWithError(*dialog), QStringList{u"ports"_s});
    enter(*dialog, u"mark"_s, u"7"_s);
    QVERIFY(canAccept(*dialog));
    enter(*dialog, u"ports"_s, u"443"_s); // the very same
    QCOMPARE(fieldsWithError(*dialog), QStringList{u"ports"_s});
}

void TestMarkedServiceDialog::warnsOfTheService()
{
    const auto dialog = filledIn({}, {});
    enter(*dialog, u"onePacket"_s, u"on"_s);
    QCOMPARE(fieldsWithWarning(*dialog), QStringList{u"onePacket"_s});
    enter(*dialog, u"scheduler"_s, u"none"_s);
    QCOMPARE(fieldsWithWarning(*dialog), (QStringList{u"scheduler"_s, u"onePacket"_s}));
}

void TestMarkedServiceDialog::byKeyboard()
{
    const auto dialog = filledIn({}, {});
    enter(*dialog, u"scheduler"_s, u"sh"_s);
    enter(*dialog, u"persistent"_s, u"on"_s);
    QCOMPARE(obstacles(*dialog), QStringList());
}

QTEST_MAIN(TestMarkedServiceDialog)
#include "tst_markedservicedialog.moc"
