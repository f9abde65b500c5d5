// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/convert.h"
#include "tests/support/firewallobjects.h"

#include <QDBusMetaType>
#include <QTest>

using namespace lvs;
using namespace lvs::bus;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Rules of the packet filter in messages.
class TestFirewallWire : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { registerWireTypes(); }
    void signature();
    void stateComesBack();
    void longStateIsCut();
    void ownRulesAreNotCut();
    void programsOfNewerHelpersArePassedOver();
    void badOperationsAreRefused_data();
    void badOperationsAreRefused();
    void badStatesAreRefused_data();
    void badStatesAreRefused();

private:
    static FirewallState sample()
    {
        MarkRule foreign = webMark(5, u"8000-8080", u"2001:db8::1");
        foreign.mask = 0xff;
        const MarkRule every{.destination = IpNetwork::every(Family::IPv4), .mark = 2};
        return {.marks = {{.rule = webMark(),
                           .program = FirewallProgram::Console,
                           .place = u"inet lvs-console marks"_s,
                           .traffic = RuleTraffic{~0ULL, 7}},
                          {.rule = foreign,
                           .program = FirewallProgram::IptablesNft,
                           .place = u"ip6 mangle PREROUTING"_s,
                           .isNarrower = true},
                          {.rule = every}},
                .snats = {{.rule = fullNat(), .traffic = RuleTraffic{1, 2}}},
                .unread = {{FirewallProgram::IptablesLegacy, u"ip mangle"_s}},
                .filters = {{.hook = FilterHook::Forward,
                             .chain = 7,
                             .verdict = FilterVerdict::Reject,
                             .place = u"ip filter FORWARD"_s,
                             .family = Family::IPv4,
                             .sources = {*IpNetwork::fromText(u"192.168.10.0/24")},
                             .destinations = {*IpNetwork::fromText(u"10.0.0.0/8"), IpNetwork::every(Family::IPv4)},
                             .protocols = {6, 132},
                             .sourcePorts = *PortSet::fromText(u"80,443"),
                             .destinationPorts = *PortSet::fromText(u"1024-65535"),
                             .from = {*InterfaceName::fromText(u"eth1")},
                             .to = {*InterfaceName::fromText(u"eth0"), *InterfaceName::fromText(u"eth0.5")},
                             .isFirst = false,
                             .isConditional = true,
                             .traffic = RuleTraffic{3, 4}},
                            {.verdict = FilterVerdict::Drop, .isPolicy = true, .isFirst = true},
                            {}},
                .unreadFilters = {{FirewallProgram::Nftables, u"inet big"_s}}};
    }
};

void TestFirewallWire::signature()
{
    QCOMPARE(QByteArray(QDBusMetaType::typeToSignature(QMetaType::fromType<FirewallData>())),
             QByteArray("(a(((ayy)ya(qq)uu)ysba(tt))a(((ayy)ayay)a(tt))a(ys)"
                        "a(yqybsya(ayy)a(ayy)aya(qq)a(qq)asasyba(tt))a(ys))"));
}

void TestFirewallWire::stateComesBack()
{
    QCOMPARE(fromWire(toWire(sample())), sample());
    QCOMPARE(fromWire(toWire(FirewallState())), FirewallState());
}

void TestFirewallWire::longStateIsCut()
{
    FirewallState state{.marks = std::vector<MarkRuleState>(10'001, MarkRuleState{.rule = webMark()})};
    state.marks.back().place = QString(300, u'x');
    const auto read = fromWire(toWire(state));
    QVERIFY(read);
    QCOMPARE(read->marks.size(), 10'000u);
    state.marks = {state.marks.back()};
    QCOMPARE(fromWire(toWire(state))->marks.front().place.size(), 255);
    state.marks.front().place = u"ip \n\x1b[31m"_s; // the kernel takes any name
    QCOMPARE(fromWire(toWire(state))->marks.front().place, u"ip ??[31m"_s);
}

void TestFirewallWire::ownRulesAreNotCut()
{
    FirewallState state{.marks = std::vector<MarkRuleState>(10'001, MarkRuleState{.rule = webMark(2)}),
                        .unread = std::vector<UnreadRules>(10'001)};
    const MarkRuleState own{.rule = webMark(), .program = FirewallProgram::Console};
    state.marks.push_back(own);
    state.unread.push_back({FirewallProgram::Console, u"inet lvs-console mine"_s});
    const auto read = fromWire(toWire(state));
    QVERIFY(read);
    QVERIFY(read->has(own.rule));
    QCOMPARE(read->unread.front(), state.unread.back());
}

void TestFirewallWire::programsOfNewerHelpersArePassedOver()
{
    FirewallData data = toWire(sample());
    data.marks[1].program = 4;
    data.unread[0].program = 255;
    data.filters[0].hook = 6;
    data.filters[1].verdict = 4;
    FirewallState wanted = sample();
    wanted.marks.erase(wanted.marks.begin() + 1);
    wanted.unread.clear();
    wanted.filters.erase(wanted.filters.begin());
    wanted.filters[0].verdict = FilterVerdict::Accept;
    wanted.filters[0].isConditional = true;
    QCOMPARE(fromWire(data), wanted);
}

void TestFirewallWire::badOperationsAreRefused_data()
{
    QTest::addColumn<OperationData>("data");
    const auto row = [](const char *name, const Operation &operation, auto &&change) {
        OperationData data = toWire(operation);
        change(data);
        QTest::newRow(name) << data;
    };
    const Operation mark = AddMarkRule{webMark()};
    const Operation snat = RemoveSnatRule{fullNat()};
    row("nothing", mark, [](auto &d) { d.marks.clear(); });
    row("two", mark, [](auto &d) { d.marks.append(d.marks[0]); });
    row("a stranger", mark, [](auto &d) { d.snats = toWire(Operation(AddSnatRule{fullNat()})).snats; });
    row("of a service", snat, [](auto &d) { d.services.append(ServiceData()); });
    row("nothing to remove", snat, [](auto &d) { d.snats.clear(); });
    row("an unknown kind", snat, [](auto &d) { d.kind = 23; });
    row("address of 3 bytes", mark, [](auto &d) { d.marks[0].destination.address.chop(1); });
    row("prefix of 33 bits", mark, [](auto &d) { d.marks[0].destination.prefixLength = 33; });
    row("bits behind the prefix", mark, [](auto &d) { d.marks[0].destination.prefixLength = 24; });
    row("a range that ends before it begins", mark, [](auto &d) { d.marks[0].ports[0] = {.first = 80, .last = 79}; });
    row("too many ranges", mark, [](auto &d) {
        for (quint16 port = 1000; port < 1130; port += 2)
            d.marks[0].ports.append({.first = port, .last = port});
    });
    row("VIP of 5 bytes", snat, [](auto &d) { d.snats[0].virtualAddress.append('x'); });
    row("no source", snat, [](auto &d) { d.snats[0].source.clear(); });
    row("servers of no address", snat, [](auto &d) { d.snats[0].servers.address.clear(); });
}

void TestFirewallWire::badOperationsAreRefused()
{
    QFETCH(const OperationData, data);
    QVERIFY(!fromWire(data));
}

void TestFirewallWire::badStatesAreRefused_data()
{
    QTest::addColumn<FirewallData>("data");
    const auto row = [](const char *name, auto &&change) {
        FirewallData data = toWire(sample());
        change(data);
        QTest::newRow(name) << data;
    };
    row("a place with a line break", [](auto &d) { d.marks[0].place = u"ip\nmangle"_s; });
    row("a place that is too long", [](auto &d) { d.unread[0].place = QString(256, u'x'); });
    row("counted twice", [](auto &d) { d.marks[0].traffic.append(RuleTrafficData()); });
    row("source NAT counted twice", [](auto &d) { d.snats[0].traffic.append(RuleTrafficData()); });
    row("a bad rule", [](auto &d) { d.marks[0].rule.destination.address.clear(); });
    row("too many", [](auto &d) { d.unread = QList<UnreadRulesData>(10'001, d.unread[0]); });
    row("too many filters", [](auto &d) { d.filters = QList<FilterRuleData>(10'001, d.filters[2]); });
    row("an unknown family", [](auto &d) { d.filters[0].family = 1; });
    row("an unknown state", [](auto &d) { d.filters[0].first = 3; });
    row("a network of no address", [](auto &d) { d.filters[0].sources[0].address.clear(); });
    row("too many networks",
        [](auto &d) { d.filters[0].destinations = QList<NetworkData>(65, d.filters[0].sources[0]); });
    row("too many protocols", [](auto &d) { d.filters[0].protocols.resize(65, 'a'); });
    row("ports in the wrong order", [](auto &d) { d.filters[0].sourcePorts[0] = {.first = 2, .last = 1}; });
    row("an interface with a slash", [](auto &d) { d.filters[0].from[0] = u"../eth0"_s; });
    row("too many interfaces", [](auto &d) { d.filters[0].to.resize(65, u"eth0"_s); });
    row("a filter's place with a line break", [](auto &d) { d.filters[0].place = u"ip\nmangle"_s; });
    row("a filter counted twice", [](auto &d) { d.filters[0].traffic.append(RuleTrafficData()); });
}

void TestFirewallWire::badStatesAreRefused()
{
    QFETCH(const FirewallData, data);
    QVERIFY(!fromWire(data));
}

QTEST_APPLESS_MAIN(TestFirewallWire)
#include "tst_firewallwire.moc"
