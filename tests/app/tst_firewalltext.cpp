// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/findingsmodel.h"
#include "app/pages/detailspane.h"
#include "app/text/findingtext.h"
#include "app/text/firewalltext.h"
#include "app/text/markwarningtext.h"
#include "app/text/operationtext.h"
#include "app/text/tooltiptext.h"
#include "tests/support/firewallobjects.h"

#include <QLabel>
#include <QTest>
#include <QTextDocument>
#include <QTranslator>

#include <functional>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

namespace {

/// English with its plurals, whatever has been translated.
class Plurals : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int n) const override
    {
        QString text = QString::fromUtf8(source);
        if (n < 0)
            return {};
        return text.replace(u"(s)"_s, n == 1 ? QString() : u"s"_s).replace(u"%n"_s, QString::number(n));
    }
};

} // namespace

/// Rules of the packet filter in words.
class TestFirewallText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QCoreApplication::installTranslator(&m_plurals); }
    void ports_data();
    void ports();
    void packets();
    void linesOfManyRules();
    void unreadRulesAreShownByTheirOwnCommands_data();
    void unreadRulesAreShownByTheirOwnCommands();
    void findingsClaimNoMoreThanIsKnown();
    void removalSaysThatCountersAreLost();
    void warnsOfFewAndCountsTheOthers();
    void textsOfMachinesAreNoHtml();
    void detailsOfAServiceWithoutRules();
    void detailsAreNoHtml();

private:
    Plurals m_plurals;
};

void TestFirewallText::ports_data()
{
    QTest::addColumn<QString>("ports");
    QTest::addColumn<QString>("words");
    QTest::newRow("one") << u"80"_s << u"172.18.100.6, TCP, port 80"_s;
    QTest::newRow("two") << u"80,443"_s << u"172.18.100.6, TCP, ports 80, 443"_s;
    QTest::newRow("a range") << u"8000-8080"_s << u"172.18.100.6, TCP, ports 8000-8080"_s;
}

void TestFirewallText::ports()
{
    QFETCH(const QString, ports);
    QTEST(matchText(webMark(1, ports)), "words");
}

void TestFirewallText::packets()
{
    MarkRuleState state{.rule = webMark(1, u"80"),
                        .program = FirewallProgram::Console,
                        .place = u"inet lvs-console marks"_s,
                        .traffic = RuleTraffic{1, 60}};
    QCOMPARE(markRuleText(state), u"172.18.100.6, TCP, port 80: 1 packet (LVS Console)"_s);
    QVERIFY(markRuleDetails(state).contains(u"1 packet with 60 B"));
    state.traffic = RuleTraffic{~0ull, 60};
    QVERIFY(markRuleText(state).contains(u"packets"));
    state.traffic = RuleTraffic{0, 0};
    QVERIFY(markRuleText(state).contains(u"0 packets"));
}

void TestFirewallText::linesOfManyRules()
{
    QCOMPARE(markRuleLines(std::vector<MarkRule>(1, webMark(80, u"80"))),
             QStringList{u"172.18.100.6, TCP, port 80 → mark 80 (0x50)"_s});
    const QStringList lines = markRuleLines(std::vector<MarkRule>(10, webMark()));
    QCOMPARE(lines.size(), 9);
    QCOMPARE(lines.back(), u"… and 2 more rules"_s);
}

void TestFirewallText::unreadRulesAreShownByTheirOwnCommands_data()
{
    QTest::addColumn<FirewallProgram>("program");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("command");
    QTest::newRow("nftables") << FirewallProgram::Nftables << u"inet filter early"_s << u"nft list table inet filter"_s;
    QTest::newRow("own") << FirewallProgram::Console << u"inet lvs-console marks"_s
                         << u"nft list table inet lvs-console"_s;
    QTest::newRow("iptables") << FirewallProgram::IptablesNft << u"ip mangle PREROUTING"_s
                              << u"iptables -t mangle -S"_s;
    QTest::newRow("ip6tables") << FirewallProgram::IptablesNft << u"ip6 raw PREROUTING"_s << u"ip6tables -t raw -S"_s;
    QTest::newRow("legacy") << FirewallProgram::IptablesLegacy << u"ip mangle"_s << u"iptables-legacy -t mangle -S"_s;
    QTest::newRow("legacy of IPv6") << FirewallProgram::IptablesLegacy << u"ip6 mangle"_s
                                    << u"ip6tables-legacy -t mangle -S"_s;
    QTest::newRow("nobody knows where") << FirewallProgram::Nftables << QString() << u"nft list ruleset"_s;
}

void TestFirewallText::unreadRulesAreShownByTheirOwnCommands()
{
    QFETCH(const FirewallProgram, program);
    QFETCH(const QString, place);
    QFETCH(const QString, command);
    const TableFinding finding{.kind = TableFinding::Kind::MarkRuleUnread,
                               .service = ServiceKey::forMark(1, Family::IPv4),
                               .unread = {{program, place}}};
    const QString explanation = findingExplanation(finding);
    QVERIFY2(explanation.contains(u'“' + command + u'”') && explanation.contains(place), qPrintable(explanation));
}

void TestFirewallText::findingsClaimNoMoreThanIsKnown()
{
    const ServiceKey service = ServiceKey::forMark(1, Family::IPv4);
    const TableFinding none{.kind = TableFinding::Kind::NoMarkRule, .service = service};
    QVERIFY(findingText(none).sentence.contains(u"probably"));
    QVERIFY(findingExplanation(none).contains(u"Add marked service"));
    const TableFinding stray{.kind = TableFinding::Kind::StrayRule, .service = service, .rule = webMark()};
    QVERIFY(findingText(stray).sentence.contains(markRuleText(webMark())));
    QVERIFY(!findingExplanation(stray).isEmpty());
}

void TestFirewallText::removalSaysThatCountersAreLost()
{
    QVERIFY(operationText(Operation(RemoveMarkRule{webMark()})).contains(u"counters"));
    QVERIFY(operationText(Operation(RemoveSnatRule{fullNat()})).contains(u"counters"));
    QVERIFY(!operationText(Operation(AddMarkRule{webMark()})).contains(u"counters"));
}

void TestFirewallText::warnsOfFewAndCountsTheOthers()
{
    std::vector<ServiceKey> services;
    FirewallState firewall;
    for (quint16 port = 80; port < 90; ++port) {
        services.push_back(tcp(u"172.18.100.6", port));
        firewall.marks.push_back({.rule = webMark(port, u"80-90"), .program = FirewallProgram::IptablesNft});
    }
    const QStringList warnings = markWarnings(webMark(1, u"80-90"), services, &firewall);
    QCOMPARE(warnings.size(), 4);
    QVERIFY2(warnings.front().contains(u":82, 7 more"), qPrintable(warnings.front()));
    QVERIFY(markWarnings(webMark(1, u"8080"), services, nullptr).isEmpty());
}

void TestFirewallText::textsOfMachinesAreNoHtml()
{
    QCOMPARE(plainToolTip(u"Stands in: ip mangle\nIt does not count."_s),
             u"Stands in: ip mangle\nIt does not count."_s);
    const QString hostile = u"Stands in: ip <img src=\"file:///x\"> chain"_s;
    QVERIFY(Qt::mightBeRichText(hostile));
    QVERIFY(!plainToolTip(hostile).contains(u"<img"));

    FindingsModel model;
    model.setFindings({{.text = {State::Unknown, hostile}}});
    QVERIFY(!model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"<img"));
}

namespace {

ServiceRow markedRow()
{
    ServiceRow row;
    row.key = ServiceKey::forMark(1, Family::IPv4);
    row.actual.emplace().config = service(row.key);
    return row;
}

QStringList shown(const DetailsPane &pane, const auto &text)
{
    QStringList texts;
    for (const QLabel *label : pane.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&pane))
            texts << std::invoke(text, *label);
    }
    return texts;
}

QStringList shownTexts(const DetailsPane &pane)
{
    return shown(pane, &QLabel::text);
}

} // namespace

void TestFirewallText::detailsOfAServiceWithoutRules()
{
    DetailsPane pane;
    FirewallState firewall;
    pane.showService(markedRow(), true, &firewall);
    QCOMPARE(shownTexts(pane).filter(u"probably no packet"_s).size(), 1);
    firewall.unread = {{FirewallProgram::IptablesLegacy, u"ip6 mangle"_s}}; // for IPv6 alone
    pane.showService(markedRow(), true, &firewall);
    QCOMPARE(shownTexts(pane).filter(u"probably no packet"_s).size(), 1);
    firewall.unread.push_back({FirewallProgram::IptablesLegacy, u"ip mangle"_s});
    pane.showService(markedRow(), true, &firewall);
    QVERIFY(shownTexts(pane).filter(u"no packet"_s).isEmpty());
    QCOMPARE(shownTexts(pane).filter(u"ip mangle (legacy iptables)"_s).size(), 1);
    pane.showService(markedRow(), true, nullptr); // could not be read: nothing is said
    QVERIFY(shownTexts(pane).filter(u"Marked by"_s).isEmpty());
}

void TestFirewallText::detailsAreNoHtml()
{
    DetailsPane pane;
    FirewallState firewall;
    firewall.marks = {{.rule = webMark(), .place = u"ip mangle <img src=\"file:///x\">"_s}};
    pane.showService(markedRow(), true, &firewall);
    const QStringList tips = shown(pane, &QWidget::toolTip).filter(u"img"_s);
    QVERIFY(!tips.isEmpty());
    QVERIFY(tips.filter(u"<img"_s).isEmpty());
}

QTEST_MAIN(TestFirewallText)
#include "tst_firewalltext.moc"
