// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/topology.h"
#include "tests/setup/cluster.h"
#include "tests/support/objects.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// Which cards and ways the diagram of a set-up has.
class TestTopology : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyMethodHasItsWays_data();
    void everyMethodHasItsWays();
    void cardsHaveTheirAddresses_data();
    void cardsHaveTheirAddresses();
    void wrongGatewaysAreDrawn_data();
    void wrongGatewaysAreDrawn();
    void theDirectorServesItself();
    void nothingIsTranslatedInside();
    void eachServerHasItsMethod();
    void whatIsNotKnownIsSaid();
    void aRouterIsFoundWithoutADefaultRoute();
    void conditionsComeFromWeightAndProbes();
    void manyServersAreFolded();
    void groupsAreOfNoSingleNetwork();
    void aDirectorHasAllItsServices();
};

namespace {

using Kind = TopologyNode::Kind;
using Way = TopologyEdge::Way;
using enum SetupMethod;

QString textOf(const TopologyNode &node)
{
    static const std::array<QString, 5> roles{u"VIP"_s, u"DIP"_s, u"RIP"_s, u"gateway"_s, u"other"_s};
    QStringList parts{node.id};
    if (!node.isKnown)
        parts << u"concluded"_s;
    for (const auto &[role, address, interface] : node.addresses)
        parts << u"%1 %2 %3"_s.arg(roles.at(std::size_t(role)), address.toString(), interface.toString()).trimmed();
    return parts.join(u", ");
}

/// "director <> server 192.168.10.11:80 in 192.168.10.0/24, translated"
QString textOf(const TopologyEdge &edge)
{
    static const std::array<QString, 3> ways{u"->"_s, u"=>"_s, u"<>"_s}; // request, reply, both
    QString text = u"%1 %2 %3"_s.arg(edge.from, ways.at(std::size_t(edge.way)), edge.to);
    if (edge.network)
        text += u" in "_s + edge.network->toString();
    return edge.isTranslated ? text + u", translated"_s : text;
}

template<class List> QStringList textsOf(const List &list)
{
    QStringList texts;
    for (const auto &each : list)
        texts << textOf(each);
    return texts;
}

Topology topology(Cluster &cluster)
{
    return topologyOf(cluster.wish, cluster.facts(), {});
}

/// A wish for that many real servers of NAT, of which some are drained.
SetupWish largeWish(int servers, int drained)
{
    SetupWish wish{.service = service(web), .method = Nat, .director = director};
    for (int number = 0; number < servers; ++number)
        wish.servers.push_back({.server = server(10 + number, number < drained ? 0 : 1)});
    return wish;
}

std::ptrdiff_t count(const Topology &topology, Kind kind)
{
    return std::ranges::count(topology.nodes, kind, &TopologyNode::kind);
}

} // namespace

void TestTopology::everyMethodHasItsWays_data()
{
    QTest::addColumn<SetupMethod>("method");
    QTest::addColumn<Family>("family");
    QTest::addColumn<QStringList>("ways");
    const QStringList past{u"clients <> router"_s,
                           u"router -> director in 172.18.100.0/24"_s,
                           u"director -> server 172.18.100.11:80 in 172.18.100.0/24"_s,
                           u"server 172.18.100.11:80 => router"_s,
                           u"director -> server 172.18.100.12:80 in 172.18.100.0/24"_s,
                           u"server 172.18.100.12:80 => router"_s};
    const QStringList through{u"clients <> router"_s, u"router <> director in 172.18.100.0/24"_s,
                              u"director <> server 192.168.10.11:80 in 192.168.10.0/24"_s,
                              u"director <> server 192.168.10.12:80 in 192.168.10.0/24"_s};
    const auto inIPv6 = [](QStringList ways) {
        for (QString &way : ways) {
            for (const QString &last : {u"11"_s, u"12"_s}) {
                way.replace(u"172.18.100."_s + last + u":80"_s, u"[2001:db8:1::"_s + last + u"]:80"_s);
                way.replace(u"192.168.10."_s + last + u":80"_s, u"[2001:db8:2::"_s + last + u"]:80"_s);
            }
            way.replace(u"172.18.100.0/24"_s, u"2001:db8:1::/64"_s).replace(u"192.168.10.0/24"_s, u"2001:db8:2::/64"_s);
        }
        return ways;
    };
    const auto translated = [](QStringList ways) {
        for (QString &way : ways) {
            if (way.contains(u"server"_s))
                way += u", translated"_s;
        }
        return ways;
    };
    QTest::newRow("DR, IPv4") << DirectRouting << Family::IPv4 << past;
    QTest::newRow("DR, IPv6") << DirectRouting << Family::IPv6 << inIPv6(past);
    QTest::newRow("TUN") << Tunnelling << Family::IPv4 << past;
    QTest::newRow("NAT, IPv4") << Nat << Family::IPv4 << through;
    QTest::newRow("NAT, IPv6") << Nat << Family::IPv6 << inIPv6(through);
    QTest::newRow("FullNAT") << FullNat << Family::IPv4 << translated(through);
}

void TestTopology::everyMethodHasItsWays()
{
    QFETCH(const SetupMethod, method);
    QFETCH(const Family, family);
    Cluster cluster(method, family);
    cluster.setUp();
    const Topology all = topology(cluster);
    QTEST(textsOf(all.edges), "ways");
    for (const TopologyEdge &edge : all.edges) {
        QVERIFY(all.find(edge.from) && all.find(edge.to));
        if (edge.from.startsWith(u"server"_s) || edge.to.startsWith(u"server"_s))
            QCOMPARE(edge.forwarding, forwardingOf(method));
    }
}

void TestTopology::cardsHaveTheirAddresses_data()
{
    QTest::addColumn<SetupMethod>("method");
    QTest::addColumn<QStringList>("cards");
    const auto row = [](SetupMethod method, const QString &dip, const QString &first, const QString &second) {
        QTest::addRow("%d", int(method)) << method
                                         << QStringList{u"clients"_s, u"router, gateway 172.18.100.1"_s,
                                                        u"director, VIP 172.18.100.6 eth0, "_s + dip, first, second};
    };
    for (const SetupMethod method : {DirectRouting, Tunnelling})
        row(method, u"DIP 172.18.100.5 eth0"_s,
            u"server 172.18.100.11:80, RIP 172.18.100.11 eth0, VIP 172.18.100.6 lo"_s,
            u"server 172.18.100.12:80, RIP 172.18.100.12 eth0, VIP 172.18.100.6 lo"_s);
    for (const SetupMethod method : {Nat, FullNat})
        row(method, u"DIP 192.168.10.1 eth1"_s, u"server 192.168.10.11:80, RIP 192.168.10.11 eth0"_s,
            u"server 192.168.10.12:80, RIP 192.168.10.12 eth0"_s);
}

void TestTopology::cardsHaveTheirAddresses()
{
    QFETCH(const SetupMethod, method);
    Cluster cluster(method);
    cluster.setUp();
    const Topology all = topology(cluster);
    QTEST(textsOf(all.nodes), "cards");
    const TopologyNode *first = all.find(serverNodeId(cluster.wish.servers.front().server.key));
    QVERIFY(first);
    QCOMPARE(first->kind, Kind::RealServer);
    QCOMPARE(first->host, rs1);
    QCOMPARE(first->server, cluster.wish.servers.front().server);
    QCOMPARE(first->service, cluster.wish.service.key);
    QCOMPARE(all.find(u"director"_s)->host, director);
}

void TestTopology::wrongGatewaysAreDrawn_data()
{
    QTest::addColumn<SetupMethod>("method");
    QTest::addColumn<QString>("gateway");
    QTest::addColumn<QStringList>("ways");
    QTest::newRow("DR by the director") << DirectRouting << u"172.18.100.5"_s
                                        << QStringList{u"director <> server 172.18.100.11:80 in 172.18.100.0/24"_s};
    QTest::newRow("NAT by a router") << Nat << u"192.168.10.254"_s
                                     << QStringList{u"director -> server 192.168.10.11:80 in 192.168.10.0/24"_s,
                                                    u"server 192.168.10.11:80 => router"_s};
}

void TestTopology::wrongGatewaysAreDrawn()
{
    QFETCH(const SetupMethod, method);
    QFETCH(const QString, gateway);
    Cluster cluster(method);
    cluster.setUp();
    reroute(cluster, rs1, gateway);
    const Topology all = topology(cluster);
    QTEST(textsOf(all.edges).filter(u".11:80"_s), "ways");
    QCOMPARE(all.edges[1].way, Way::Both); // one of the two answers through the director
}

void TestTopology::theDirectorServesItself()
{
    Cluster cluster(DirectRouting);
    cluster.wish.servers = {{.server = {.key = {ip(u"172.18.100.5"), 80}}, .host = director}};
    cluster.setUp();
    const Topology all = topology(cluster);
    QCOMPARE(textsOf(all.edges), (QStringList{u"clients <> router"_s, u"router <> director in 172.18.100.0/24"_s,
                                              u"director <> server 172.18.100.5:80"_s}));
    QCOMPARE(textOf(*all.find(u"director"_s)), u"director, VIP 172.18.100.6 eth0"_s);
}

/// What never leaves the machine is in no network, and needs no source NAT.
void TestTopology::nothingIsTranslatedInside()
{
    Cluster cluster(FullNat);
    cluster.setUp();
    cluster.wish.servers = {
        {.server = {.key = {ip(u"192.168.10.1"), 80}, .forwarding = Forwarding::Masquerading}, .host = director}};
    SetupFacts facts = cluster.facts();
    for (HostInterface &own : facts.hosts[director].interfaces) {
        if (own.name == interface(u"eth1"))
            own.addresses.push_back({.address = ip(u"192.168.10.2"), .prefixLength = 24});
    }
    QCOMPARE(textOf(topologyOf(cluster.wish, facts, {}).edges.back()), u"director <> server 192.168.10.1:80"_s);
}

void TestTopology::eachServerHasItsMethod()
{
    Cluster cluster(FullNat);
    cluster.setUp();
    cluster.wish.servers.push_back({.server = {.key = {ip(u"10.9.9.9"), 80}, .forwarding = Forwarding::Tunnelling}});
    const QStringList ways = textsOf(topology(cluster).edges);
    QVERIFY(ways.contains(u"director -> server 10.9.9.9:80"_s));
    QVERIFY(ways.contains(u"server 10.9.9.9:80 => router"_s));
    QVERIFY(ways.contains(u"director <> server 192.168.10.11:80 in 192.168.10.0/24, translated"_s));
}

void TestTopology::whatIsNotKnownIsSaid()
{
    Cluster cluster(DirectRouting);
    cluster.setUp();
    cluster.wish.servers.back().host.clear();
    SetupFacts facts = cluster.facts();
    std::erase_if(facts.hosts[director].routes, [](const HostRoute &route) { return route.gateway.has_value(); });
    facts.hosts.erase(rs2);
    Topology all = topologyOf(cluster.wish, facts, {});
    QCOMPARE(textOf(*all.find(u"router"_s)), u"router, concluded"_s);
    QVERIFY(textsOf(all.edges).contains(u"router -> director"_s)); // in no network that is known
    QCOMPARE(textOf(*all.find(u"server 172.18.100.12:80"_s)),
             u"server 172.18.100.12:80, RIP 172.18.100.12, VIP 172.18.100.6 lo"_s);
    QVERIFY(all.find(u"server 172.18.100.12:80"_s)->host.isEmpty());

    facts.hosts.clear();
    all = topologyOf(cluster.wish, facts, {});
    QCOMPARE(textOf(*all.find(u"director"_s)), u"director, concluded, VIP 172.18.100.6"_s);
    QCOMPARE(textsOf(all.edges).filter(u"server"_s).size(), 4); // there and past the director all the same
}

void TestTopology::aRouterIsFoundWithoutADefaultRoute()
{
    Cluster cluster(DirectRouting);
    cluster.setUp();
    SetupFacts facts = cluster.facts();
    for (HostRoute &route : facts.hosts[director].routes) {
        if (route.gateway) {
            route.destination = ip(u"10.1.0.0");
            route.prefixLength = 16;
        }
    }
    const Topology all = topologyOf(cluster.wish, facts, {});
    QCOMPARE(textOf(*all.find(u"router"_s)), u"router, gateway 172.18.100.1"_s);
    QVERIFY(textsOf(all.edges).contains(u"router -> director in 172.18.100.0/24"_s));
}

void TestTopology::conditionsComeFromWeightAndProbes()
{
    const SetupWish wish = largeWish(3, 1);
    const Topology all = topologyOf(wish, {}, {wish.servers[1].server.key});
    QCOMPARE(all.find(serverNodeId(wish.servers[0].server.key))->condition, ServerCondition::Drained);
    QCOMPARE(all.find(serverNodeId(wish.servers[1].server.key))->condition, ServerCondition::Unreachable);
    QCOMPARE(all.find(serverNodeId(wish.servers[2].server.key))->condition, ServerCondition::Serving);
}

void TestTopology::manyServersAreFolded()
{
    const int most = int(mostServerCards);
    QCOMPARE(count(topologyOf(largeWish(most, 3), {}, {}), Kind::RealServer), most);

    const SetupWish wish = largeWish(most + 1, 3);
    const Topology folded = topologyOf(wish, {}, {wish.servers.back().server.key});
    QCOMPARE(count(folded, Kind::RealServer), 0);
    std::map<ServerCondition, std::size_t> groups;
    for (const TopologyNode &node : folded.nodes) {
        if (node.kind == Kind::ServerGroup)
            groups[node.condition] = node.servers;
    }
    QCOMPARE(groups, (std::map<ServerCondition, std::size_t>{{ServerCondition::Serving, std::size_t(most - 3)},
                                                             {ServerCondition::Drained, 3},
                                                             {ServerCondition::Unreachable, 1}}));
    QCOMPARE(folded.edges.size(), 5u); // one to each group
    QCOMPARE(textsOf(folded.edges).filter(u"director <> servers"_s).size(), 3);

    const Topology unfolded = topologyOf(wish, {}, {}, {ServerCondition::Drained});
    QCOMPARE(count(unfolded, Kind::RealServer), 3);
    QCOMPARE(count(unfolded, Kind::ServerGroup), 1);
    QVERIFY(unfolded.find(serverNodeId(wish.servers.front().server.key)));
    const Topology all = topologyOf(wish, {}, {}, {ServerCondition::Drained, ServerCondition::Serving});
    QCOMPARE(count(all, Kind::RealServer), most + 1);
    QCOMPARE(count(all, Kind::ServerGroup), 0);
}

void TestTopology::groupsAreOfNoSingleNetwork()
{
    Cluster cluster(Nat);
    cluster.setUp();
    SetupWish wish = largeWish(int(mostServerCards) + 1, 0);
    const auto wayToGroup = [&] {
        const Topology all = topologyOf(wish, cluster.facts(), {});
        return textOf(all.edges.back());
    };
    QVERIFY2(wayToGroup().endsWith(u" in 192.168.10.0/24"_s), qPrintable(wayToGroup()));
    wish.servers.back().server.key.address = ip(u"172.18.100.99");
    QVERIFY2(!wayToGroup().contains(u" in "_s), qPrintable(wayToGroup()));
}

void TestTopology::aDirectorHasAllItsServices()
{
    Cluster cluster(Nat);
    cluster.setUp();
    IpvsTable table = cluster.table();
    table.setService(service(database));
    table.setServers(database, {server(11, 0), server(12, 1)});
    const ServiceKey mark = ServiceKey::forMark(7, Family::IPv6);
    table.setService(service(mark));
    const Topology all = topologyOf(table, director, cluster.hosts());
    QCOMPARE(count(all, Kind::Service), 3);
    QCOMPARE(count(all, Kind::RealServer), 0);
    const TopologyNode *second = all.find(serviceNodeId(database));
    QVERIFY(second);
    QCOMPARE(second->service, database);
    QCOMPARE(second->servers, 2u);
    QCOMPARE(second->serving, 1u);
    QCOMPARE(all.find(serviceNodeId(mark))->servers, 0u);
    QCOMPARE(textOf(*all.find(u"director"_s)), u"director, VIP 172.18.100.6 eth0"_s); // once
    QCOMPARE(textOf(*all.find(u"router"_s)), u"router, gateway 172.18.100.1"_s);
    QVERIFY(textsOf(all.edges).contains(u"director <> "_s + serviceNodeId(database)));
    Cluster other(DirectRouting, Family::IPv6);
    QCOMPARE(textOf(*topologyOf(table, director, other.hosts()).find(u"router"_s)), u"router, gateway 2001:db8:1::1"_s);
}

QTEST_GUILESS_MAIN(TestTopology)
#include "tst_topology.moc"
