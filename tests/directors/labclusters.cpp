// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/directors/labclusters.h"

#include "core/setup/setupplan.h"
#include "tests/support/objects.h"

#include <QStandardPaths>

namespace lvs::test {

namespace {

using Code = SetupCheck::Code;
using enum SetupMethod;

constexpr auto patience = std::chrono::minutes(3);
const IpAddress vip = ip(u"172.18.100.20");
const IpAddress router = ip(u"172.18.100.254");

const QString onDirector = u"director"_s;
const QString rs1 = u"rs1"_s;
const QString rs2 = u"rs2"_s;

LabFault sysctl(const char *name, const QString &host, const QString &sysctl, int bad, int good, Code code)
{
    const QString set = u"sysctl -qw %1=%2"_s;
    return {name, {host, set.arg(sysctl).arg(bad)}, {host, set.arg(sysctl).arg(good)}, code, host};
}

LabFault gateway(const char *name, const QString &bad, const QString &good)
{
    const QString set = u"ip route replace default via %1"_s;
    return {name, {rs1, set.arg(bad)}, {rs1, set.arg(good)}, Code::Gateway, rs1};
}

LabFault drop(const char *name, const QString &host, const QString &chain)
{
    return {name,
            {host, u"nft 'table inet strangers { chain one { type filter hook %1 }; }'"_s.arg(chain)},
            {host, u"nft delete table inet strangers"_s},
            Code::FirewallDrop,
            host};
}

const std::vector<LabFault> &directRoutingFaults()
{
    static const std::vector<LabFault> faults{
        sysctl("arp_ignore 0", rs1, u"net.ipv4.conf.all.arp_ignore"_s, 0, 1, Code::ArpIgnore),
        sysctl("arp_announce 0", rs2, u"net.ipv4.conf.all.arp_announce"_s, 0, 2, Code::ArpAnnounce),
        {"VIP missing on one server",
         {rs2, u"ip address del 172.18.100.20/32 dev lo"_s},
         {rs2, u"ip address add 172.18.100.20/32 dev lo label lo:0"_s},
         Code::ServerVip,
         rs2},
        {"VIP missing on the director",
         {onDirector, u"ip address del 172.18.100.20/32 dev outside"_s},
         {onDirector, u"ip address add 172.18.100.20/32 dev outside"_s},
         Code::DirectorVip,
         onDirector},
        {"VIP with /24 on lo",
         {rs1, u"ip address del 172.18.100.20/32 dev lo && ip address add 172.18.100.20/24 dev lo"_s},
         {rs1, u"ip address del 172.18.100.20/24 dev lo && ip address add 172.18.100.20/32 dev lo label lo:0"_s},
         Code::ServerVipPrefix,
         rs1},
        gateway("gateway = DIP under DR", u"172.18.100.1"_s, u"172.18.100.254"_s),
        {"real server on another segment under DR",
         {onDirector, u"ip route add 172.18.100.12/32 via 192.168.10.254"_s},
         {onDirector, u"ip route del 172.18.100.12/32 via 192.168.10.254"_s},
         Code::SameSegment,
         onDirector},
        {"nothing listening",
         {rs2, u"systemctl stop lab-web"_s},
         {rs2, u"systemctl start lab-web && curl -s --retry 50 --retry-delay 1 --retry-all-errors http://127.0.0.1/"_s},
         Code::Listener,
         rs2},
        drop("a firewall drop on the director", onDirector, u"input priority 0; tcp dport 80 drop;"_s),
        drop("a firewall drop of what the director sends", onDirector, u"output priority 0; tcp dport 80 drop;"_s),
        drop("a firewall drop of what a real server sends", rs2, u"postrouting priority 0; tcp sport 80 drop;"_s),
    };
    return faults;
}

} // namespace

QString run(const std::vector<LabLine> &lines)
{
    QStringList commands;
    for (const LabLine &line : lines) {
        QString quoted = line.line;
        quoted.replace(u"'"_s, u"'\\''"_s);
        commands << u"on %1 bash -c '%2'"_s.arg(line.host, quoted);
    }
    return lines.empty() ? QString() : lab::need(onDirector, commands.join(u" && "_s));
}

const std::vector<LabCase> &labCases()
{
    static const std::vector<LabCase> cases{
        {DirectRouting, false, directRoutingFaults()},
        {Tunnelling,
         false,
         {sysctl("rp_filter 1 on a tunnel", rs1, u"net.ipv4.conf.lvsac12640b.rp_filter"_s, 1, 2, Code::ReversePath)}},
        {Nat,
         false,
         {gateway("gateway is not the DIP under NAT", u"192.168.10.254"_s, u"192.168.10.1"_s),
          sysctl("ip_forward 0", onDirector, u"net.ipv4.ip_forward"_s, 0, 1, Code::Forwarding)}},
        {FullNat,
         false,
         {sysctl("conntrack 0 under FullNAT", onDirector, u"net.ipv4.vs.conntrack"_s, 0, 1, Code::Conntrack)}},
        {DirectRouting, true, {{.name = "mark rule with the wrong port", .code = Code::MarkRule, .host = onDirector}}},
    };
    return cases;
}

LabClusters::LabClusters()
{
    QStandardPaths::setTestModeEnabled(true);
    lab::awaitHosts();
    lab::clearTable();
    for (LabVisit *visit : {&director, &first, &second})
        visit->director->open();
    for (LabVisit *visit : {&director, &first, &second}) {
        QVERIFY(visit->reaches(LinkState::Live));
        hosts.add(visit->director.get());
    }
}

SetupWish LabClusters::wishFor(const LabCase &tried) const
{
    const bool isBehind = repliesThroughDirector(tried.method);
    SetupWish wish{.service = service(tcp(vip.toString(), 80), u"rr"),
                   .method = tried.method,
                   .director = director.director->id(),
                   .outside = *InterfaceName::fromText(u"outside")};
    if (tried.isMarked) {
        wish.service = service(ServiceKey::forMark(20, Family::IPv4), u"rr");
        wish.vipOfMark = vip;
        wish.portsOfMark = *PortSet::fromText(u"80,443");
    }
    if (!isBehind)
        wish.router = router;
    for (const auto &[last, visit] : {std::pair(u"11"_s, &first), std::pair(u"12"_s, &second)}) {
        const QString address = (isBehind ? u"192.168.10."_s : u"172.18.100."_s) + last;
        wish.servers.push_back({.server = {.key = {ip(address), quint16(tried.isMarked ? 0 : 80)},
                                           .forwarding = forwardingOf(tried.method)},
                                .host = visit->director->id()});
    }
    return wish;
}

QString LabClusters::id(const QString &host) const
{
    const LabVisit &visit = host == rs1 ? first : host == rs2 ? second : director;
    return visit.director->id();
}

void LabClusters::setUp(const SetupWish &wish)
{
    const auto reading = readSetup(hosts, wish);
    QVERIFY(QTest::qWaitFor([&] { return reading.isFinished(); }, QDeadlineTimer(patience)));
    const auto plan = planSetup(wish, reading.result());
    QVERIFY2(plan, plan ? "" : qPrintable(QVariant::fromValue(plan.error().code).toString()));
    QVERIFY(m_run.begin(wish, *plan));
    QVERIFY(QTest::qWaitFor([&] { return !m_run.isRunning(); }, QDeadlineTimer(patience)));
    QVERIFY(m_run.record().progress.isComplete());
}

void LabClusters::takeBack()
{
    if (m_run.id().isEmpty() || !m_store.find(m_run.id()))
        return;
    m_run.takeBack(m_run.id());
    QVERIFY(QTest::qWaitFor([&] { return !m_run.isRunning(); }, QDeadlineTimer(patience)));
    QVERIFY(!m_store.find(m_run.id())); // nothing of it is left
}

void LabClusters::breaks(const LabFault &fault)
{
    if (fault.code == Code::MarkRule)
        moveMark(u"80,443", u"80,8443");
    else
        lab::need(fault.breaks.host, fault.breaks.line);
}

void LabClusters::mends(const LabFault &fault)
{
    if (fault.code == Code::MarkRule)
        moveMark(u"80,8443", u"80,443");
    else
        lab::need(fault.mends.host, fault.mends.line);
}

void LabClusters::moveMark(QStringView from, QStringView to)
{
    MarkRule before{.destination = IpNetwork::ofOne(vip),
                    .protocol = quint8(Protocol::Tcp),
                    .ports = *PortSet::fromText(from),
                    .mark = 20};
    MarkRule after = before;
    after.ports = *PortSet::fromText(to);
    director.director->unlock();
    const auto report =
        director.wait(director.director->apply({{RemoveMarkRule{before}, AddMarkRule{after}}}), patience);
    QVERIFY(report && report->outcome == ApplyOutcome::Applied);
}

} // namespace lvs::test
