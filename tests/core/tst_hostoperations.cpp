// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/draft.h"
#include "core/change/hostcommands.h"
#include "core/change/hostvalidation.h"
#include "core/change/hostvalue.h"
#include "tests/support/hostobjects.h"

#include <QTest>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(lvs::ChangePlan)
Q_DECLARE_METATYPE(lvs::Operation)

namespace {

const QString ignore = u"ipv4/conf/all/arp_ignore"_s;
const QString announce = u"ipv4/conf/all/arp_announce"_s;

HostAddress with(HostAddress address, const std::function<void(InterfaceAddress &)> &change)
{
    change(address.address);
    return address;
}

HostInfo machine()
{
    HostInfo host{.sysctls = {{ignore, u"0"_s}, {announce, u"0"_s}}};
    host.interfaces = {{.name = interface(u"lo"), .isUp = true, .kind = InterfaceKind::Loopback},
                       {.name = interface(u"eth0"), .isUp = true, .kind = InterfaceKind::Ethernet}};
    host.routes = {route(u"0.0.0.0", 0, u"192.168.10.1", u"eth0")};
    return host;
}

} // namespace

/// Operations on addresses, routes, tunnels and the tunables of the machine, as far as no machine is needed.
class HostOperationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepTheirOrder()
    {
        const ChangePlan setUp = plan({AddService{service(web)}, tune(ignore, 0, 1), SetTimeouts{{}, {600, 0, 0}},
                                       AddTunnel{tunnel()}, AddAddress{loopbackVip()}, tune(announce, 0, 2)});
        QCOMPARE(inApplyOrder(setUp),
                 plan({tune(ignore, 0, 1), AddTunnel{tunnel()}, AddAddress{loopbackVip()}, tune(announce, 0, 2),
                       SetTimeouts{{}, {600, 0, 0}}, AddService{service(web)}}));
    }

    void areTakenBackInReverse()
    {
        const HostRoute before = route(u"0.0.0.0", 0, u"192.168.10.1", u"eth0");
        const HostRoute after = route(u"0.0.0.0", 0, u"192.168.10.254", u"eth0");
        const ChangePlan setUp = plan({tune(ignore, 0, 1), tune(announce, 0, 2), AddAddress{loopbackVip()},
                                       AddTunnel{tunnel()}, EditRoute{before, after}});
        const ChangePlan back = plan({EditRoute{after, before}, RemoveTunnel{tunnel()}, RemoveAddress{loopbackVip()},
                                      tune(announce, 2, 0), tune(ignore, 1, 0)});
        QCOMPARE(inverse(setUp), back);
        QCOMPARE(inverse(back), setUp);
        QCOMPARE(inverse(plan({AddRoute{after}, RemoveRoute{before}})), plan({AddRoute{before}, RemoveRoute{after}}));
    }

    void validity_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<std::optional<ErrorCode>>("code");
        const auto row = [](const char *name, const Operation &operation, std::optional<ErrorCode> code = {}) {
            QTest::newRow(name) << operation << code;
        };
        const HostAddress vip = loopbackVip();
        using Own = InterfaceAddress;
        row("VIP on lo", AddAddress{vip});
        row("IPv6 VIP on lo", AddAddress{loopbackVip(u"2001:db8::6")});
        row("no label", AddAddress{with(vip, [](Own &own) { own.label.clear(); })});
        row("scope host", AddAddress{with(vip, [](Own &own) { own.scope = AddressScope::Host; })});
        row("label of 15 bytes", AddAddress{with(vip, [](Own &own) { own.label = u"lo:123456789012"_s; })});
        for (const QString &label : {u"lo:1234567890123"_s, u"lo"_s, u"eth0:0"_s, u"lo:0 up"_s, u"lo:0\n"_s, u"lo:'"_s})
            row(qPrintable(u"label %1"_s.arg(label)), AddAddress{with(vip, [&](Own &own) { own.label = label; })},
                ErrorCode::BadLabel);
        row("label of IPv6", AddAddress{with(loopbackVip(u"2001:db8::6"), [](Own &own) { own.label = u"lo:0"_s; })},
            ErrorCode::BadLabel);
        row("scope of IPv6",
            AddAddress{with(loopbackVip(u"2001:db8::6"), [](Own &own) { own.scope = AddressScope::Host; })},
            ErrorCode::NotSupported);
        row("no such scope", AddAddress{with(vip, [](Own &own) { own.scope = AddressScope(7); })},
            ErrorCode::NotSupported);
        for (const QStringView odd : {u"224.0.0.18", u"255.255.255.255", u"0.0.0.0", u"ff02::1", u"fe80::1"})
            row(qPrintable(odd.toString()), AddAddress{loopbackVip(odd)}, ErrorCode::NotUnicast);
        row("prefix 0", AddAddress{with(vip, [](Own &own) { own.prefixLength = 0; })}, ErrorCode::BadMask);
        row("prefix 33", AddAddress{with(vip, [](Own &own) { own.prefixLength = 33; })}, ErrorCode::BadMask);
        row("no interface", AddAddress{{{}, vip.address}}, ErrorCode::Empty);
        row("removal of what is odd", RemoveAddress{loopbackVip(u"224.0.0.18")});

        row("route", AddRoute{route(u"203.0.113.0", 24, u"192.168.10.1", u"eth0")});
        row("route on the link", AddRoute{route(u"203.0.113.0", 24, {}, u"eth0")});
        row("default route", AddRoute{route(u"0.0.0.0", 0, u"192.168.10.1", u"eth0")});
        row("IPv6 route", AddRoute{route(u"2001:db8:1::", 48, u"fe80::1", u"eth0")});
        row("bits beside the prefix", AddRoute{route(u"203.0.113.1", 24, {}, u"eth0")}, ErrorCode::BadMask);
        row("long prefix", AddRoute{route(u"203.0.113.1", 33, {}, u"eth0")}, ErrorCode::BadMask);
        row("gateway of another family", AddRoute{route(u"203.0.113.0", 24, u"2001:db8::1", u"eth0")},
            ErrorCode::FamilyMismatch);
        row("multicast gateway", AddRoute{route(u"203.0.113.0", 24, u"224.0.0.1", u"eth0")}, ErrorCode::NotUnicast);
        row("route to a group", AddRoute{route(u"224.0.0.0", 24, {}, u"eth0")}, ErrorCode::NotUnicast);
        HostRoute unmetered = route(u"2001:db8:1::", 48, {}, u"eth0");
        unmetered.metric = 0;
        row("IPv6 metric 0", AddRoute{unmetered}, ErrorCode::OutOfRange);
        row("edit of another route",
            EditRoute{route(u"203.0.113.0", 24, {}, u"eth0"), route(u"203.0.113.0", 25, {}, u"eth0")},
            ErrorCode::PlanContradicts);

        row("tunnel", AddTunnel{tunnel()});
        row("tunnel of IPv6", AddTunnel{tunnel(u"lvstun0", u"2001:db8::1")}, ErrorCode::FamilyMismatch);
        row("tunnel for anybody", AddTunnel{tunnel(u"lvstun0", u"0.0.0.0")}, ErrorCode::NotUnicast);
        row("tunnel without a name", AddTunnel{{{}, ip(u"198.51.100.77")}}, ErrorCode::Empty);

        row("tunable of an interface", tune(u"ipv4/conf/eth0.100/arp_ignore"_s, 0, 1));
        row("another tunable of it", tune(u"ipv4/conf/eth0/forwarding"_s, 0, 1), ErrorCode::NotSupported);
        row("tunable of new interfaces", tune(u"ipv4/conf/default/arp_ignore"_s, 0, 1), ErrorCode::NotSupported);
        row("tunable of a path", tune(u"ipv4/conf/../arp_ignore"_s, 0, 1), ErrorCode::NotSupported);
    }
    void validity()
    {
        QFETCH(const Operation, operation);
        const Result<void> verdict = validate(operation);
        QTEST(verdict ? std::nullopt : std::optional(verdict.error().code), "code");
    }

    void eachObjectIsTouchedOnce()
    {
        const HostRoute way = route(u"203.0.113.0", 24, {}, u"eth0");
        HostRoute cheaper = way;
        cheaper.metric = 10;
        const auto contradict = [](const ChangePlan &changes) {
            const auto verdict = validate(changes);
            return !verdict && verdict.error().code == ErrorCode::PlanContradicts;
        };
        QVERIFY(contradict(plan({AddAddress{loopbackVip()}, RemoveAddress{loopbackVip()}})));
        QVERIFY(contradict(plan({RemoveRoute{way}, AddRoute{way}})));
        QVERIFY(contradict(plan({AddTunnel{tunnel()}, RemoveTunnel{tunnel()}})));
        QVERIFY(validate(
            plan({AddRoute{way}, AddRoute{cheaper}, AddAddress{loopbackVip()}, AddAddress{loopbackVip(u"198.51.100.7")},
                  AddTunnel{tunnel()}, AddTunnel{tunnel(u"lvstun1", u"198.51.100.78")}})));
    }

    void commands_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<QStringList>("commands");
        const auto row = [](const char *name, const Operation &operation, const QStringList &commands) {
            QTest::newRow(name) << operation << commands;
        };
        row("VIP", AddAddress{loopbackVip(u"172.18.100.6")},
            {u"ip addr add 172.18.100.6/32 brd 172.18.100.6 dev lo label lo:0"_s});
        row("VIP of scope host",
            AddAddress{with(loopbackVip(u"172.18.100.6"), [](auto &own) { own.scope = AddressScope::Host; })},
            {u"ip addr add 172.18.100.6/32 brd 172.18.100.6 dev lo label lo:0 scope host"_s});
        row("IPv6 VIP", AddAddress{loopbackVip(u"2001:db8::6")}, {u"ip -6 addr add 2001:db8::6/128 dev lo nodad"_s});
        row("IPv6 VIP of a director", AddAddress{{interface(u"eth0"), {ip(u"2001:db8::6"), 128}}},
            {u"ip -6 addr add 2001:db8::6/128 dev eth0 preferred_lft 0"_s}); // nothing is sent from it
        row("address of an interface", AddAddress{{interface(u"eth0.100"), {ip(u"172.18.100.6"), 24}}},
            {u"ip addr add 172.18.100.6/24 dev eth0.100"_s});
        row("odd interface", RemoveAddress{{interface(u"a;b"), {ip(u"172.18.100.6"), 24}}},
            {u"ip addr del 172.18.100.6/24 dev 'a;b'"_s});
        HostRoute metered = route(u"203.0.113.0", 24, u"192.168.10.1", u"eth0");
        metered.metric = 50;
        row("route", AddRoute{metered}, {u"ip route add 203.0.113.0/24 via 192.168.10.1 dev eth0 metric 50"_s});
        row("default route", EditRoute{{}, route(u"0.0.0.0", 0, u"192.168.10.254", u"eth0")},
            {u"ip route replace default via 192.168.10.254 dev eth0"_s});
        row("IPv6 route", RemoveRoute{route(u"2001:db8:1::", 48, {}, u"eth0")},
            {u"ip -6 route del 2001:db8:1::/48 dev eth0 metric 1024"_s});
        row("tunnel", AddTunnel{tunnel()},
            {u"ip link add lvstun0 type ipip local 198.51.100.77"_s, u"ip link set lvstun0 up"_s,
             u"ip addr add 198.51.100.77/32 dev lvstun0"_s, u"sysctl -w net.ipv4.conf.lvstun0.rp_filter=2"_s});
        row("tunnel away", RemoveTunnel{tunnel()}, {u"ip link del lvstun0"_s});
        row("tunable", tune(ignore, 0, 1), {u"sysctl -w net.ipv4.conf.all.arp_ignore=1"_s});
        row("tunable of a VLAN", tune(u"ipv4/conf/eth0.100/arp_ignore"_s, 0, 1),
            {u"sysctl -w net/ipv4/conf/eth0.100/arp_ignore=1"_s});
        row("tunable of an odd interface", tune(u"ipv4/conf/a;b/arp_ignore"_s, 0, 1),
            {u"sysctl -w 'net.ipv4.conf.a;b.arp_ignore'=1"_s});
    }
    void commands()
    {
        QFETCH(const Operation, operation);
        QTEST(commandsFor(operation), "commands");
    }

    void drafted_data()
    {
        QTest::addColumn<ChangePlan>("changes");
        QTest::addColumn<ChangePlan>("expected");
        const auto row = [](const char *name, const ChangePlan &changes, const ChangePlan &expected) {
            QTest::newRow(name) << changes << expected;
        };
        const HostAddress vip = loopbackVip();
        const HostRoute old = route(u"0.0.0.0", 0, u"192.168.10.1", u"eth0");
        const HostRoute other = route(u"0.0.0.0", 0, u"192.168.10.254", u"eth0");
        const HostRoute third = route(u"0.0.0.0", 0, {}, u"eth1");
        row("address added and removed", plan({AddAddress{vip}, RemoveAddress{vip}}), {});
        row("address removed and added", plan({RemoveAddress{vip}, AddAddress{vip}}), {});
        row("route removed and added otherwise", plan({RemoveRoute{old}, AddRoute{other}}),
            plan({EditRoute{old, other}}));
        row("route added and changed", plan({AddRoute{old}, EditRoute{old, other}}), plan({AddRoute{other}}));
        row("route changed twice", plan({EditRoute{old, other}, EditRoute{other, third}}),
            plan({EditRoute{old, third}}));
        row("route changed back", plan({EditRoute{old, other}, EditRoute{other, old}}), {});
        row("changed route removed", plan({EditRoute{old, other}, RemoveRoute{other}}), plan({RemoveRoute{old}}));
        row("tunnel added and removed, and what was for it",
            plan({AddTunnel{tunnel()}, AddAddress{{tunnel().name, vip.address}}, tune(ignore, 0, 1),
                  RemoveTunnel{tunnel()}}),
            plan({tune(ignore, 0, 1)}));
        row("tunable twice", plan({tune(ignore, 0, 1), tune(ignore, 1, 2)}), plan({tune(ignore, 0, 2)}));
    }
    void drafted()
    {
        QFETCH(const ChangePlan, changes);
        Draft draft;
        for (const Operation &operation : changes.operations)
            QVERIFY(draft.add(operation));
        QTEST(draft.plan(), "expected");
    }

    void draftsDoNotContradict()
    {
        const auto refusal = [](const ChangePlan &changes) { return Draft().add(changes).error().code; };
        HostAddress unlabelled = loopbackVip();
        unlabelled.address.label.clear();
        QCOMPARE(refusal(plan({AddAddress{loopbackVip()}, AddAddress{unlabelled}})), ErrorCode::AddressExists);
        QCOMPARE(refusal(plan({RemoveAddress{loopbackVip()}, RemoveAddress{loopbackVip()}})),
                 ErrorCode::AddressMissing);
        QCOMPARE(refusal(plan({RemoveAddress{loopbackVip()}, AddAddress{unlabelled}})), ErrorCode::PlanContradicts);
        QCOMPARE(refusal(plan({AddTunnel{tunnel()}, AddTunnel{tunnel()}})), ErrorCode::TunnelExists);
        const HostRoute way = route(u"0.0.0.0", 0, u"192.168.10.1", u"eth0");
        QCOMPARE(refusal(plan({RemoveRoute{way}, EditRoute{way, way}})), ErrorCode::RouteMissing);
    }

    void droppedTunnelTakesItsAddresses()
    {
        Draft draft;
        QVERIFY(draft.add(plan({AddTunnel{tunnel()}, AddAddress{{tunnel().name, loopbackVip().address}}})));
        draft.removeAt(0);
        QVERIFY(draft.isEmpty());
    }

    void rebaseStartsFromWhatIsThere()
    {
        HostInfo host = machine();
        const ChangePlan setUp = plan({tune(ignore, 3, 1), AddAddress{loopbackVip()}, AddTunnel{tunnel()},
                                       AddRoute{route(u"0.0.0.0", 0, u"192.168.10.254", u"eth0")}});
        QCOMPARE(rebased(setUp, {}, host),
                 plan({tune(ignore, 0, 1), AddAddress{loopbackVip()}, AddTunnel{tunnel()},
                       EditRoute{host.routes[0], route(u"0.0.0.0", 0, u"192.168.10.254", u"eth0")}}));
        host.interfaces[0].addresses = {loopbackVip().address};
        host.interfaces.push_back({.name = tunnel().name,
                                   .isUp = true,
                                   .kind = InterfaceKind::Ipip,
                                   .tunnel = TunnelEnds{.local = tunnel().local}});
        QCOMPARE(rebased(plan({AddAddress{loopbackVip()}, AddTunnel{tunnel()}}), {}, host), ChangePlan());
        QCOMPARE(rebased(plan({RemoveAddress{loopbackVip(u"198.51.100.7")}}), {}, host), ChangePlan());
        HostAddress unlabelled = loopbackVip();
        unlabelled.address.label.clear();
        const ChangePlan otherLabel = plan({AddAddress{unlabelled}});
        QCOMPARE(rebased(otherLabel, {}, host), otherLabel); // for the director to refuse
        QCOMPARE(rebased(setUp, {}), setUp);                 // nothing is known
    }

    void removalsTakeNothingAlong()
    {
        const InterfaceAddress first{.address = ip(u"192.168.10.1"), .prefixLength = 24};
        const InterfaceAddress second{.address = ip(u"192.168.10.2"), .prefixLength = 24};
        const InterfaceAddress vip{.address = ip(u"192.168.10.6"), .prefixLength = 32};
        const InterfaceAddress other{.address = ip(u"192.168.11.1"), .prefixLength = 24};
        const InterfaceAddress six{.address = ip(u"2001:db8::1"), .prefixLength = 64};
        const InterfaceAddress six2{.address = ip(u"2001:db8::2"), .prefixLength = 64};
        QVERIFY(takesOthersAlong(first, {first, vip, second}));
        QVERIFY(!takesOthersAlong(second, {first, vip, second}));
        QVERIFY(!takesOthersAlong(vip, {first, vip, second}));
        QVERIFY(!takesOthersAlong(first, {first, vip, other}));
        QVERIFY(!takesOthersAlong(first, {vip, other})); // gone
        QVERIFY(!takesOthersAlong(six, {six, six2}));
        const InterfaceAddress linkLocal{.address = ip(u"fe80::1"), .prefixLength = 64};
        QVERIFY(!isInUse(tunnel(), {}));
        QVERIFY(!isInUse(tunnel(), {linkLocal, tunnelAddress(tunnel()).address}));
        QVERIFY(isInUse(tunnel(), {linkLocal, vip}));
    }

    void otherTunnelsAreNone()
    {
        HostInterface interface{.name = tunnel().name, .isUp = true, .kind = InterfaceKind::Ipip};
        QVERIFY(!tunnelOf(interface));
        interface.tunnel = TunnelEnds{.local = tunnel().local};
        QCOMPARE(tunnelOf(interface), tunnel());
        interface.tunnel->remote = ip(u"198.51.100.78"); // of one peer only
        QVERIFY(!tunnelOf(interface));
        interface.tunnel = TunnelEnds{}; // the module's own, tunl0
        QVERIFY(!tunnelOf(interface));
        interface = {.name = tunnel().name, .kind = InterfaceKind::Gre};
        interface.tunnel = TunnelEnds{.local = tunnel().local};
        QVERIFY(!tunnelOf(interface));
    }
};

QTEST_APPLESS_MAIN(HostOperationsTest)
#include "tst_hostoperations.moc"
