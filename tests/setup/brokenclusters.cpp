// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/setup/brokenclusters.h"

#include "tests/support/objects.h"

using namespace Qt::StringLiterals;

namespace lvs::test {
namespace {

using Code = SetupCheck::Code;
using enum SetupMethod;

void widenVip(Cluster &cluster)
{
    InterfaceAddress wide = vipOn(cluster, u"lo");
    cluster.change(rs1, RemoveAddress{{interface(u"lo"), wide}});
    wide.prefixLength = 24;
    cluster.change(rs1, AddAddress{{interface(u"lo"), wide}});
}

void moveAway(Cluster &cluster)
{
    const IpAddress elsewhere = ip(u"10.1.1.11");
    cluster.wish.servers.front().server.key.address = elsewhere;
    cluster.change(rs1, AddAddress{{interface(u"eth0"), {.address = elsewhere, .prefixLength = 24}}});
    cluster.change(director, AddServer{cluster.wish.service.key, cluster.wish.servers.front().server});
}

void markAnotherPort(Cluster &cluster)
{
    const MarkRule rule = cluster.firewall().marks.front().rule;
    MarkRule other = rule;
    other.ports = *PortSet::fromText(u"80,8443");
    cluster.change(director, RemoveMarkRule{rule});
    cluster.change(director, AddMarkRule{other});
}

FilterRule drop(FilterHook hook, const QString &place)
{
    return {.hook = hook,
            .chain = 1,
            .verdict = FilterVerdict::Drop,
            .place = place,
            .protocols = {quint8(Protocol::Tcp)},
            .traffic = RuleTraffic{3, 180}};
}

void dropOnDirector(Cluster &cluster)
{
    FilterRule rule = drop(FilterHook::Input, u"inet filter input"_s);
    rule.destinationPorts = *PortSet::fromText(u"80");
    cluster.filters[director] = {rule};
}

void dropWhatDirectorSends(Cluster &cluster)
{
    FilterRule rule = drop(FilterHook::Output, u"inet filter output"_s);
    rule.destinationPorts = *PortSet::fromText(u"80");
    cluster.filters[director] = {rule};
}

void dropWhatServerSends(Cluster &cluster)
{
    FilterRule rule = drop(FilterHook::Postrouting, u"inet filter postrouting"_s);
    rule.sourcePorts = *PortSet::fromText(u"80");
    cluster.filters[rs2] = {rule};
}

} // namespace

const std::vector<BrokenCluster> &brokenClusters()
{
    static const std::vector<BrokenCluster> rows{
        {"arp_ignore 0", DirectRouting, false,
         [](Cluster &c) { c.setSysctl(rs1, u"ipv4/conf/all/arp_ignore"_s, u"0"_s); }, Code::ArpIgnore, rs1},
        {"arp_announce 0", DirectRouting, false,
         [](Cluster &c) { c.setSysctl(rs1, u"ipv4/conf/all/arp_announce"_s, u"0"_s); }, Code::ArpAnnounce, rs1},
        {"VIP missing on one server", DirectRouting, false,
         [](Cluster &c) { c.change(rs2, RemoveAddress{{interface(u"lo"), vipOn(c, u"lo")}}); }, Code::ServerVip, rs2},
        {"VIP missing on the director", DirectRouting, false,
         [](Cluster &c) { c.change(director, RemoveAddress{{interface(u"eth0"), vipOn(c, u"eth0")}}); },
         Code::DirectorVip, director},
        {"VIP with /24 on lo", DirectRouting, false, widenVip, Code::ServerVipPrefix, rs1},
        {"gateway = DIP under DR", DirectRouting, false, [](Cluster &c) { reroute(c, rs1, u"172.18.100.5"); },
         Code::Gateway, rs1},
        {"gateway is not the DIP under NAT", Nat, false, [](Cluster &c) { reroute(c, rs1, u"192.168.10.254"); },
         Code::Gateway, rs1},
        {"ip_forward 0", Nat, false, [](Cluster &c) { c.setSysctl(director, u"ipv4/ip_forward"_s, u"0"_s); },
         Code::Forwarding, director},
        {"rp_filter 1 on a tunnel", Tunnelling, false,
         [](Cluster &c) { c.setSysctl(rs1, u"ipv4/conf/lvsac12640b/rp_filter"_s, u"1"_s); }, Code::ReversePath, rs1},
        {"real server on another segment under DR", DirectRouting, false, moveAway, Code::SameSegment, director},
        {"nothing listening", DirectRouting, false, [](Cluster &c) { c.idle.insert(rs2); }, Code::Listener, rs2},
        {"mark rule with the wrong port", DirectRouting, true, markAnotherPort, Code::MarkRule, director},
        {"conntrack 0 under FullNAT", FullNat, false,
         [](Cluster &c) { c.setSysctl(director, u"ipv4/vs/conntrack"_s, u"0"_s); }, Code::Conntrack, director},
        {"a firewall drop on the director", DirectRouting, false, dropOnDirector, Code::FirewallDrop, director},
        {"a firewall drop of what the director sends", DirectRouting, false, dropWhatDirectorSends, Code::FirewallDrop,
         director},
        {"a firewall drop of what a real server sends", DirectRouting, false, dropWhatServerSends, Code::FirewallDrop,
         rs2},
    };
    return rows;
}

void setUp(Cluster &cluster, const BrokenCluster &broken)
{
    if (broken.isMarked)
        useMark(cluster.wish);
    cluster.setUp();
}

} // namespace lvs::test
