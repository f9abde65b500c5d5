// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/filterrule.h"
#include "core/types/servicekey.h"
#include "tests/support/objects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// What a packet filter does with a packet, as far as that is certain.
class TestFilterRule : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void conditions_data();
    void conditions();
    void fates_data();
    void fates();
    void texts();
};

namespace {

constexpr quint8 overTcp = quint8(Protocol::Tcp);

InterfaceName name(QStringView text)
{
    return *InterfaceName::fromText(text);
}

FilteredPacket request()
{
    return {.protocol = overTcp,
            .destination = ip(u"172.18.100.6"),
            .destinationPort = quint16(80),
            .from = name(u"eth0"),
            .isFirst = true};
}

FilterRule rule(FilterVerdict verdict, QStringView ports = {}, quint16 chain = 1)
{
    FilterRule rule{.chain = chain, .verdict = verdict};
    if (!ports.isEmpty())
        rule.destinationPorts = *PortSet::fromText(ports);
    return rule;
}

FilterRule conditional(FilterRule rule)
{
    rule.isConditional = true;
    return rule;
}

FilterRule policy(quint16 chain = 1)
{
    return {.chain = chain, .verdict = FilterVerdict::Drop, .isPolicy = true};
}

} // namespace

void TestFilterRule::conditions_data()
{
    QTest::addColumn<FilterRule>("rule");
    QTest::addColumn<FilterMatch>("match");
    using enum FilterMatch;
    const auto network = [](QStringView text) { return std::vector{*IpNetwork::fromText(text)}; };
    QTest::newRow("nothing") << FilterRule() << Yes;
    QTest::newRow("its family") << FilterRule{.family = Family::IPv4} << Yes;
    QTest::newRow("another family") << FilterRule{.family = Family::IPv6} << No;
    QTest::newRow("its network") << FilterRule{.destinations = network(u"172.18.100.0/24")} << Yes;
    QTest::newRow("another network") << FilterRule{.destinations = network(u"10.0.0.0/8")} << No;
    QTest::newRow("a source") << FilterRule{.sources = network(u"10.0.0.0/8")} << Maybe;
    QTest::newRow("its port") << rule(FilterVerdict::Drop, u"79-81") << Yes;
    QTest::newRow("another port") << rule(FilterVerdict::Drop, u"443") << No;
    QTest::newRow("a port of the source") << FilterRule{.sourcePorts = *PortSet::fromText(u"1024-65535")} << Maybe;
    QTest::newRow("its protocol") << FilterRule{.protocols = {17, overTcp}} << Yes;
    QTest::newRow("another protocol") << FilterRule{.protocols = {1}} << No;
    QTest::newRow("its interface") << FilterRule{.from = {name(u"eth1"), name(u"eth0")}} << Yes;
    QTest::newRow("another interface") << FilterRule{.from = {name(u"lo")}} << No;
    QTest::newRow("where it goes") << FilterRule{.to = {name(u"eth1")}} << Maybe;
    QTest::newRow("first packets") << FilterRule{.isFirst = true} << Yes;
    QTest::newRow("later packets") << FilterRule{.isFirst = false} << No;
    QTest::newRow("something else") << FilterRule{.isConditional = true} << Maybe;
    QTest::newRow("something else of another port") << conditional(rule(FilterVerdict::Drop, u"443")) << No;
}

void TestFilterRule::conditions()
{
    QFETCH(const FilterRule, rule);
    QTEST(rule.match(request()), "match");
}

void TestFilterRule::fates_data()
{
    QTest::addColumn<std::vector<FilterRule>>("rules");
    QTest::addColumn<int>("drop"); // place; -1: none
    QTest::addColumn<int>("maybe");
    using enum FilterVerdict;
    using Rules = std::vector<FilterRule>;
    QTest::newRow("no rules") << Rules{} << -1 << 0;
    QTest::newRow("dropped") << Rules{rule(Drop, u"80")} << 0 << 0;
    QTest::newRow("rejected") << Rules{rule(Accept, u"443"), rule(Reject)} << 1 << 0;
    QTest::newRow("accepted before") << Rules{rule(Accept, u"80"), rule(Drop)} << -1 << 0;
    QTest::newRow("accepted before the policy") << Rules{rule(Accept, u"80"), policy()} << -1 << 0;
    QTest::newRow("accepted too late") << Rules{rule(Drop), rule(Accept, u"80")} << 0 << 0;
    QTest::newRow("policy") << Rules{rule(Accept, u"22"), policy()} << 1 << 0;
    QTest::newRow("perhaps accepted") << Rules{conditional(rule(Accept, u"80")), policy()} << -1 << 1;
    QTest::newRow("perhaps dropped") << Rules{conditional(rule(Drop, u"80"))} << -1 << 1;
    QTest::newRow("perhaps dropped, then accepted")
        << Rules{conditional(rule(Drop)), rule(Accept), policy()} << -1 << 1;
    QTest::newRow("accepted by one chain") << Rules{rule(Accept), rule(Drop, u"80", 2)} << 1 << 0;
    QTest::newRow("perhaps accepted by one chain")
        << Rules{conditional(rule(Accept)), policy(1), rule(Drop, u"80", 2)} << 2 << 1;
    FilterRule passedOn = rule(Drop);
    passedOn.hook = FilterHook::Forward;
    QTest::newRow("another hook") << Rules{passedOn} << -1 << 0;
}

void TestFilterRule::fates()
{
    QFETCH(const std::vector<FilterRule>, rules);
    QFETCH(const int, drop);
    const FilterFate fate = fateOf(request(), rules);
    QCOMPARE(fate.drop ? int(fate.drop - rules.data()) : -1, drop);
    QTEST(int(fate.maybe.size()), "maybe");
}

void TestFilterRule::texts()
{
    QCOMPARE(policy().toString(), u"policy drop"_s);
    const FilterRule long_{.verdict = FilterVerdict::Reject,
                           .sources = {*IpNetwork::fromText(u"10.0.0.0/8")},
                           .destinations = {IpNetwork::ofOne(ip(u"172.18.100.6"))},
                           .protocols = {overTcp, 17},
                           .destinationPorts = *PortSet::fromText(u"80,443"),
                           .from = {name(u"eth0")}};
    QCOMPARE(long_.toString(), u"reject TCP,UDP in eth0 from 10.0.0.0/8 to 172.18.100.6 80,443"_s);
}

QTEST_GUILESS_MAIN(TestFilterRule)
#include "tst_filterrule.moc"
