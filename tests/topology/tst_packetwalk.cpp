// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/packetwalk.h"
#include "core/topology/recognition.h"
#include "tests/setup/brokenclusters.h"
#include "tests/support/objects.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// The way of a packet through clusters of sandboxes: what it looks like at each step, and where it ends.
class TestPacketWalk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void healthyWalksComeBack_data();
    void healthyWalksComeBack();
    void brokenClustersEndTheWalk_data();
    void brokenClustersEndTheWalk();
    void arpMattersWhereTheVipIs();
    void whoeverAnswersForTheVipIsSentThePacket();
    void whoAnswersNoArpIsNotReached();
    void whoAnswersForTheVipGetsEveryPacket();
    void rulesDropAtTheirHook_data();
    void rulesDropAtTheirHook();
    void theDirectorServesItself_data();
    void theDirectorServesItself();
    void loopbackIsNoTargetOfNat();
    void neighboursNeedNoRouter_data();
    void neighboursNeedNoRouter();
    void clientsBesideRealServersGetStrangeAnswers();
    void whatIsNotKnownIsTakenAsWanted_data();
    void whatIsNotKnownIsTakenAsWanted();
    void machinesWithoutARouteEndTheWalk();
    void aRouteOfItsOwnServesAClient();
    void rulesOfRoutingLeadAnswers_data();
    void rulesOfRoutingLeadAnswers();
    void aRuleCanNameTheMainTable();
    void aRuleOfRoutingServesTheVip();
    void directorsPassOnTheirOwnVipInIPv6Alone_data();
    void directorsPassOnTheirOwnVipInIPv6Alone();
    void theWalkTakesThePortThatFails();
    void aMarkWithoutVipIsNoFault();
    void realServersHaveTheirOwnMethods();
    void sourceNatToAStrangerLosesAnswers();
};

namespace {

using Step = WalkStep::Code;
using Check = SetupCheck::Code;
using enum SetupMethod;

constexpr quint16 clientPort = 40000;

QString nameOf(Step code)
{
    static const std::array<QString, 13> names{
        u"ClientSends"_s,    u"RouterForwards"_s, u"ArrivesAtVip"_s,  u"TakenByIpvs"_s,  u"SentOn"_s,
        u"LeavesDirector"_s, u"ServerReceives"_s, u"ServerAnswers"_s, u"ReplyArrives"_s, u"ReplyTranslated"_s,
        u"ReplyLeaves"_s,    u"RouterReturns"_s,  u"ClientReceives"_s};
    return names.at(std::size_t(code));
}

QString nameOf(PacketHook hook)
{
    static const std::array<QString, 6> names{QString(),     u" prerouting"_s, u" input"_s,
                                              u" forward"_s, u" output"_s,     u" postrouting"_s};
    return names.at(std::size_t(hook));
}

ServerKey clientOf(Family family)
{
    return {ip(family == Family::IPv4 ? u"10.1.1.10" : u"2001:db8:a::10"), clientPort};
}

/// Steps as text: who is who in a cluster.
class Words
{
public:
    Words(Cluster &cluster, const SetupServer &server, const ServerKey &client)
    {
        for (const auto &[id, host] : cluster.hosts()) {
            const QString machine = id == director ? u"director"_s : id == rs1 ? u"rs1"_s : u"rs2"_s;
            for (const HostInterface &interface : host.interfaces) {
                if (!interface.hardwareAddress.isEmpty())
                    m_hardware[interface.hardwareAddress] = machine + u'.' + interface.name.toString();
            }
        }
        const SetupWish &wish = cluster.wish;
        m_ends = {{client, u"C"_s}, {{wish.vip(), 80}, u"V"_s}, {server.server.key, u"R"_s}};
        for (const QStringView dip : {u"192.168.10.1", u"172.18.100.5"})
            m_ends[{ip(dip), client.port}] = u"D"_s;
    }

    void know(const QByteArray &hardware, const QString &name) { m_hardware[hardware] = name; }
    QString of(const WalkStep &step) const
    {
        const WalkPacket &packet = step.packet;
        QString text = nameOf(step.code) + nameOf(step.hook);
        if (!step.interface.toString().isEmpty())
            text += u' ' + step.interface.toString();
        text += u": %1 > %2"_s.arg(end(packet.source), end(packet.destination));
        if (packet.outer)
            text += u" in %1 > %2"_s.arg(packet.outer->local.toString(), packet.outer->remote.toString());
        if (step.isOnWire)
            text += u" | %1 > %2"_s.arg(hardware(packet.sourceHardware), hardware(packet.destinationHardware));
        else if (!packet.sourceHardware.isEmpty() || !packet.destinationHardware.isEmpty())
            text += u" not on a wire"_s;
        return text;
    }
    QStringList of(const std::vector<WalkStep> &steps) const
    {
        QStringList lines;
        for (const WalkStep &step : steps)
            lines << of(step);
        return lines;
    }

private:
    QString end(const ServerKey &key) const
    {
        const auto found = m_ends.find(key);
        return found == m_ends.end() ? key.toString() : found->second;
    }
    QString hardware(const QByteArray &address) const
    {
        const auto found = m_hardware.find(address);
        return found == m_hardware.end() ? u"?"_s : found->second;
    }
    std::map<ServerKey, QString> m_ends;
    std::map<QByteArray, QString> m_hardware;
};

QStringList lines(QStringView text)
{
    QStringList lines;
    for (const QStringView line : text.split(u'\n', Qt::SkipEmptyParts))
        lines << line.trimmed().toString();
    return lines;
}

/// By way of the first real server.
std::vector<WalkStep> walk(Cluster &cluster, const SetupFacts &facts)
{
    return walkPacket({cluster.wish, facts}, cluster.wish.servers.front(), clientOf(cluster.wish.family()));
}

std::vector<Step> codes(const std::vector<WalkStep> &steps)
{
    std::vector<Step> codes;
    std::ranges::transform(steps, std::back_inserter(codes), &WalkStep::code);
    return codes;
}

QString failureText(const std::vector<WalkStep> &steps)
{
    const WalkStep *failure = failureOf(steps);
    if (!failure)
        return u"none"_s;
    return failure->finding ? u"%1 by check %2"_s.arg(nameOf(failure->code)).arg(int(failure->finding->code))
                            : nameOf(failure->code);
}

/// All before the failure pass, it sends nothing, and nothing behind it is reached.
bool isInOrder(const std::vector<WalkStep> &steps)
{
    using enum WalkStep::State;
    const WalkStep *failure = failureOf(steps);
    const bool isSilent = !failure || (!failure->isOnWire && failure->packet.sourceHardware.isEmpty() &&
                                       failure->packet.destinationHardware.isEmpty());
    return isSilent && std::ranges::is_sorted(steps, {}, &WalkStep::state) &&
           std::ranges::count(steps, Fails, &WalkStep::state) <= 1 &&
           (failure || std::ranges::count(steps, NotReached, &WalkStep::state) == 0);
}

SetupServer addServer(Cluster &cluster, const SetupServer &added)
{
    cluster.wish.servers.insert(cluster.wish.servers.begin(), added);
    cluster.change(director, AddServer{cluster.wish.service.key, added.server});
    return added;
}

} // namespace

void TestPacketWalk::healthyWalksComeBack_data()
{
    QTest::addColumn<SetupMethod>("method");
    QTest::addColumn<Family>("family");
    QTest::addColumn<QString>("expected");
    const QString coming = uR"(
        ClientSends: C > V | ? > ?
        RouterForwards: C > V | ? > director.eth0
        ArrivesAtVip prerouting eth0: C > V
        TakenByIpvs input eth0: C > V)"_s;
    const QString past = uR"(
        ServerReceives input eth0: C > V
        ServerAnswers output eth0: V > C | rs1.eth0 > ?
        RouterReturns: V > C | ? > ?
        ClientReceives: V > C)"_s;
    const QString back = uR"(
        ReplyArrives prerouting eth1: R > C
        ReplyTranslated forward eth1: V > C
        ReplyLeaves postrouting eth0: V > C | director.eth0 > ?
        RouterReturns: V > C | ? > ?
        ClientReceives: V > C)"_s;
    const QString direct = uR"(
        SentOn output eth0: C > V
        LeavesDirector postrouting eth0: C > V | director.eth0 > rs1.eth0)"_s;
    const QString tunnelled = uR"(
        SentOn output eth0: C > V in 172.18.100.5 > 172.18.100.11
        LeavesDirector postrouting eth0: C > V in 172.18.100.5 > 172.18.100.11 | director.eth0 > rs1.eth0)"_s;
    const QString translated = uR"(
        SentOn output eth1: C > R
        LeavesDirector postrouting eth1: C > R | director.eth1 > rs1.eth0
        ServerReceives input eth0: C > R
        ServerAnswers output eth0: R > C | rs1.eth0 > director.eth1)"_s;
    const QString twice = uR"(
        SentOn output eth1: C > R
        LeavesDirector postrouting eth1: D > R | director.eth1 > rs1.eth0
        ServerReceives input eth0: D > R
        ServerAnswers output eth0: R > D | rs1.eth0 > director.eth1)"_s;
    QTest::newRow("DR, IPv4") << DirectRouting << Family::IPv4 << coming + direct + past;
    QTest::newRow("DR, IPv6") << DirectRouting << Family::IPv6 << coming + direct + past;
    QTest::newRow("TUN") << Tunnelling << Family::IPv4 << coming + tunnelled + past;
    QTest::newRow("NAT, IPv4") << Nat << Family::IPv4 << coming + translated + back;
    QTest::newRow("NAT, IPv6") << Nat << Family::IPv6 << coming + translated + back;
    QTest::newRow("FullNAT") << FullNat << Family::IPv4 << coming + twice + back;
}

void TestPacketWalk::healthyWalksComeBack()
{
    QFETCH(const SetupMethod, method);
    QFETCH(const Family, family);
    QFETCH(const QString, expected);
    Cluster cluster(method, family);
    cluster.setUp();
    const SetupServer &server = cluster.wish.servers.front();
    const ServerKey client = clientOf(family);
    const auto steps = walkPacket({cluster.wish, cluster.verified()}, server, client);
    QCOMPARE(Words(cluster, server, client).of(steps), lines(expected));
    QCOMPARE(failureText(steps), u"none"_s);
    for (const WalkStep &step : steps) {
        QCOMPARE(step.state, WalkStep::State::Passes);
        QCOMPARE(step.method, method);
        const bool isMachine = step.place == WalkPlace::Director || step.place == WalkPlace::RealServer;
        QCOMPARE(step.host, !isMachine ? QString() : step.place == WalkPlace::Director ? director : rs1);
    }
}

void TestPacketWalk::brokenClustersEndTheWalk_data()
{
    QTest::addColumn<std::size_t>("place");
    QTest::addColumn<Step>("step");
    QTest::addColumn<bool>("endsOthers"); // walks by way of the other real server
    QTest::addColumn<Step>("otherStep");
    struct End {
        Step step;
        std::optional<Step> other;
    };
    static const std::map<QLatin1StringView, End> ends{
        {"arp_ignore 0"_L1, {Step::ArrivesAtVip, Step::ArrivesAtVip}},
        {"arp_announce 0"_L1, {Step::ArrivesAtVip, Step::ArrivesAtVip}},
        {"VIP missing on one server"_L1, {Step::ServerReceives, {}}},
        {"VIP missing on the director"_L1, {Step::RouterForwards, Step::RouterForwards}},
        {"VIP with /24 on lo"_L1, {Step::LeavesDirector, {}}},
        {"gateway = DIP under DR"_L1, {Step::ReplyTranslated, {}}},
        {"gateway is not the DIP under NAT"_L1, {Step::ClientReceives, {}}},
        {"ip_forward 0"_L1, {Step::ReplyTranslated, Step::ReplyTranslated}},
        {"rp_filter 1 on a tunnel"_L1, {Step::ServerReceives, {}}},
        {"real server on another segment under DR"_L1, {Step::ServerReceives, {}}},
        {"nothing listening"_L1, {Step::ServerReceives, {}}},
        {"mark rule with the wrong port"_L1, {Step::TakenByIpvs, Step::TakenByIpvs}},
        {"conntrack 0 under FullNAT"_L1, {Step::ClientReceives, Step::ClientReceives}},
        {"a firewall drop on the director"_L1, {Step::TakenByIpvs, Step::TakenByIpvs}},
        {"a firewall drop of what the director sends"_L1, {Step::SentOn, Step::SentOn}},
        {"a firewall drop of what a real server sends"_L1, {Step::ServerAnswers, {}}},
    };
    for (std::size_t place = 0; const BrokenCluster &broken : brokenClusters()) {
        const auto end = ends.find(QLatin1StringView(broken.name));
        QVERIFY2(end != ends.end(), broken.name);
        QTest::newRow(broken.name) << place++ << end->second.step << end->second.other.has_value()
                                   << end->second.other.value_or(Step::ClientSends);
    }
}

void TestPacketWalk::brokenClustersEndTheWalk()
{
    QFETCH(const std::size_t, place);
    QFETCH(const Step, step);
    QFETCH(const bool, endsOthers);
    QFETCH(const Step, otherStep);
    const BrokenCluster &broken = brokenClusters()[place];
    Cluster cluster(broken.method);
    setUp(cluster, broken);
    broken.breaks(cluster);
    const SetupFacts facts = cluster.verified();
    for (const SetupServer &server : cluster.wish.servers) {
        const bool isBroken =
            broken.host == director ? &server == &cluster.wish.servers.front() : server.host == broken.host;
        const auto steps = walkPacket({cluster.wish, facts}, server, clientOf(Family::IPv4));
        const QByteArray ended = failureText(steps).toUtf8() + " by way of " + server.host.toUtf8();
        QVERIFY2(isInOrder(steps), ended);
        const WalkStep *failure = failureOf(steps);
        QVERIFY2(bool(failure) == (isBroken || endsOthers), ended);
        if (!failure)
            continue;
        QVERIFY2(failure->code == (isBroken ? step : otherStep), ended);
        QVERIFY2(failure->finding && failure->finding->code == broken.code, ended);
        QCOMPARE(failure->finding->host, broken.host);
        QVERIFY(std::ranges::contains(checkSetup(cluster.wish, facts), *failure->finding)); // a line of the checklist
    }
}

void TestPacketWalk::arpMattersWhereTheVipIs()
{
    Cluster cluster(DirectRouting);
    cluster.setUp();
    cluster.setSysctl(rs1, u"ipv4/conf/all/arp_ignore"_s, u"0"_s);
    cluster.setSysctl(rs1, u"ipv4/conf/all/arp_announce"_s, u"0"_s);
    cluster.change(rs1, RemoveAddress{{interface(u"lo"), vipOn(cluster, u"lo")}});
    const SetupFacts facts = cluster.verified();
    QCOMPARE(failureText(walk(cluster, facts)), u"ServerReceives by check %1"_s.arg(int(Check::ServerVip)));
    const auto other = walkPacket({cluster.wish, facts}, cluster.wish.servers.back(), clientOf(Family::IPv4));
    QCOMPARE(failureText(other), u"none"_s);
}

void TestPacketWalk::whoeverAnswersForTheVipIsSentThePacket()
{
    Cluster cluster(DirectRouting);
    cluster.setUp();
    const auto sentTo = [&](const SetupFacts &facts) {
        const auto steps = walk(cluster, facts);
        const auto sent = std::ranges::find(steps, Step::RouterForwards, &WalkStep::code);
        return sent->isOnWire ? sent->packet.destinationHardware : u"nobody"_s.toLatin1();
    };
    const auto hardware = [&](const QString &id) {
        return findInterface(cluster.hosts()[id].interfaces, interface(u"eth0"))->hardwareAddress;
    };
    QCOMPARE(sentTo(cluster.verified()), hardware(director));
    SetupFacts heard = cluster.verified(); // it is not told whom the director hears
    heard.probes.censuses[director]->answers = {
        {.interface = interface(u"eth0"), .hardwareAddress = hardware(rs1), .answers = 5}};
    QCOMPARE(sentTo(heard), QByteArray());
    cluster.setSysctl(rs1, u"ipv4/conf/all/arp_ignore"_s, u"0"_s);
    QCOMPARE(sentTo(cluster.verified()), hardware(rs1));
    cluster.change(director, RemoveAddress{{interface(u"eth0"), vipOn(cluster, u"eth0")}});
    QCOMPARE(sentTo(cluster.verified()), hardware(rs1));
    cluster.setSysctl(rs1, u"ipv4/conf/all/arp_ignore"_s, u"1"_s);
    QCOMPARE(sentTo(cluster.verified()), "nobody");
}

void TestPacketWalk::whoAnswersNoArpIsNotReached()
{
    Cluster cluster(DirectRouting);
    cluster.setUp();
    cluster.setSysctl(rs1, u"ipv4/conf/all/arp_ignore"_s, u"8"_s);
    const SetupFacts facts = cluster.verified();
    QCOMPARE(failureText(walk(cluster, facts)), u"LeavesDirector by check %1"_s.arg(int(Check::ArpIgnore)));
    const auto other = walkPacket({cluster.wish, facts}, cluster.wish.servers.back(), clientOf(Family::IPv4));
    QCOMPARE(failureText(other), u"none"_s);
}

void TestPacketWalk::whoAnswersForTheVipGetsEveryPacket()
{
    Cluster cluster(DirectRouting);
    cluster.setUp();
    SetupFacts facts = cluster.verified();
    const HostInterface *eth0 = findInterface(facts.hosts[rs1].interfaces, interface(u"eth0"));
    facts.probes.censuses[director]->answers = {
        {.interface = interface(u"eth0"), .hardwareAddress = eth0->hardwareAddress, .answers = 5}};
    for (const SetupServer &server : cluster.wish.servers) {
        const auto steps = walkPacket({cluster.wish, facts}, server, clientOf(Family::IPv4));
        QCOMPARE(failureText(steps), u"ArrivesAtVip by check %1"_s.arg(int(Check::ArpSilence)));
        QCOMPARE(failureOf(steps)->finding->server, cluster.wish.servers.front().server.key);
    }
}

void TestPacketWalk::rulesDropAtTheirHook_data()
{
    QTest::addColumn<SetupMethod>("method");
    QTest::addColumn<QString>("on");
    QTest::addColumn<FilterRule>("rule");
    QTest::addColumn<QString>("end");
    const QString dropped = u" by check %1"_s.arg(int(Check::FirewallDrop));
    const auto row = [&](const char *name, SetupMethod method, const QString &on, FilterRule rule, const char *end) {
        rule.chain = 1;
        rule.verdict = FilterVerdict::Drop;
        rule.place = u"inet filter x"_s;
        QTest::newRow(name) << method << on << rule
                            << (qstrlen(end) == 0 ? u"none"_s : QString::fromLatin1(end) + dropped);
    };
    using enum FilterHook;
    const auto net = [](QStringView text) { return std::vector{*IpNetwork::fromText(text)}; };
    const PortSet web = *PortSet::fromText(u"80");
    const std::vector outside{interface(u"eth0")};
    const std::vector inside{interface(u"eth1")};
    row("as it comes in", DirectRouting, director, {.hook = Prerouting, .destinationPorts = web}, "ArrivesAtVip");
    row("for the machine", Tunnelling, director, {.hook = Input, .destinationPorts = web}, "TakenByIpvs");
    row("another port", Nat, director, {.hook = Input, .destinationPorts = *PortSet::fromText(u"443")}, "");
    row("this client's", Nat, director, {.hook = Input, .sources = net(u"10.1.1.10")}, "TakenByIpvs");
    row("another client's", Nat, director, {.hook = Input, .sources = net(u"10.1.1.11")}, "");
    row("new connections", Nat, director, {.hook = Input, .isFirst = true}, "TakenByIpvs");
    row("inside", Nat, director, {.hook = Input, .from = inside}, "");
    row("what is passed on, DR", DirectRouting, director, {.hook = Forward}, "");
    row("what is passed on, NAT", Nat, director, {.hook = Forward}, "ReplyTranslated");
    row("what is passed on, FullNAT", FullNat, director, {.hook = Forward}, "ReplyTranslated");
    row("real servers' answers", Nat, director, {.hook = Forward, .sources = net(u"192.168.10.0/24")},
        "ReplyTranslated");
    row("the VIP's answers", Nat, director, {.hook = Forward, .sources = net(u"172.18.100.6")}, "");
    row("answers that go out there", Nat, director, {.hook = Forward, .to = outside}, "ReplyTranslated");
    row("answers that go elsewhere", Nat, director, {.hook = Forward, .to = inside}, "");
    row("answers as they come in", Nat, director, {.hook = Prerouting, .from = inside}, "ReplyArrives");
    row("on the real server", DirectRouting, rs1, {.hook = Input, .destinationPorts = web}, "ServerReceives");
    row("on the real server, before", Nat, rs1, {.hook = Prerouting, .destinationPorts = web}, "ServerReceives");
    row("on the other real server", Nat, rs2, {.hook = Input}, "");
    row("tunnels", Tunnelling, rs1, {.hook = Input, .protocols = {4}}, "ServerReceives");
    row("tunnels, DR", DirectRouting, rs1, {.hook = Input, .protocols = {4}}, "");
    row("behind the tunnel", Tunnelling, rs1, {.hook = Input, .from = {interface(u"lvsac12640b")}}, "ServerReceives");
    row("TCP on the wire, TUN", Tunnelling, rs1, {.hook = Input, .protocols = {6}, .from = outside}, "");
    row("the director's, FullNAT", FullNat, rs1, {.hook = Input, .sources = net(u"192.168.10.1")}, "ServerReceives");
    row("the client's, FullNAT", FullNat, rs1, {.hook = Input, .sources = net(u"10.1.1.10")}, "");
    row("what IPVS sends, NAT", Nat, director, {.hook = Output, .destinations = net(u"192.168.10.11")}, "SentOn");
    row("what IPVS sends to the other", Nat, director, {.hook = Output, .destinations = net(u"192.168.10.12")}, "");
    row("what IPVS sends to the VIP, NAT", Nat, director, {.hook = Output, .destinations = net(u"172.18.100.6")}, "");
    row("what IPVS sends to the VIP, DR", DirectRouting, director,
        {.hook = Output, .destinations = net(u"172.18.100.6")}, "SentOn");
    row("what goes out, NAT", Nat, director, {.hook = Postrouting, .to = inside}, "LeavesDirector");
    row("what goes out to clients, NAT", Nat, director, {.hook = Postrouting, .sourcePorts = web}, "ReplyLeaves");
    row("what came in, and goes out", DirectRouting, director, {.hook = Output, .from = outside}, "");
    row("what came in, and goes out at last", DirectRouting, director, {.hook = Postrouting, .from = inside}, "");
    row("tunnels that go out", Tunnelling, director, {.hook = Output, .protocols = {4}}, "SentOn");
    row("TCP that goes out, TUN", Tunnelling, director, {.hook = Postrouting, .protocols = {6}}, "");
    row("new connections that go out", DirectRouting, director, {.hook = Output, .isFirst = true}, "");
    row("the real server's answers", DirectRouting, rs1, {.hook = Output, .sourcePorts = web}, "ServerAnswers");
    row("the real server's answers, after", DirectRouting, rs1, {.hook = Postrouting, .sourcePorts = web},
        "ServerAnswers");
    row("the other real server's answers", Nat, rs2, {.hook = Output}, "");
    row("perhaps", DirectRouting, director, {.hook = Input, .isConditional = true}, "");
}

void TestPacketWalk::rulesDropAtTheirHook()
{
    QFETCH(const SetupMethod, method);
    QFETCH(const QString, on);
    QFETCH(const FilterRule, rule);
    QFETCH(const QString, end);
    Cluster cluster(method);
    cluster.setUp();
    cluster.filters[on] = {rule};
    const auto steps = walk(cluster, cluster.facts());
    QCOMPARE(failureText(steps), end);
    const WalkStep *failure = failureOf(steps);
    if (!failure)
        return;
    QCOMPARE(failure->finding->host, on);
    QCOMPARE(failure->finding->is, rule.toString());
    QCOMPARE(failure->finding->evidence.front().name, u"inet filter x"_s);
}

void TestPacketWalk::theDirectorServesItself_data()
{
    QTest::addColumn<SetupMethod>("method");
    QTest::addColumn<QString>("expected");
    const QString kept = uR"(
        ServerReceives: C > V
        ServerAnswers output: V > C)"_s;
    QTest::newRow("DR") << DirectRouting << kept;
    QTest::newRow("TUN, not wrapped") << Tunnelling << kept;
    QTest::newRow("NAT") << Nat << uR"(
        ServerReceives: C > R
        ServerAnswers output: V > C)"_s;
}

void TestPacketWalk::theDirectorServesItself()
{
    QFETCH(const SetupMethod, method);
    QFETCH(const QString, expected);
    Cluster cluster(method);
    cluster.setUp();
    cluster.setSysctl(director, u"ipv4/ip_forward"_s, u"0"_s); // nothing is passed on
    const quint16 port = method == Nat ? 8080 : 80;
    const SetupServer own =
        addServer(cluster, {.server = {.key = {ip(u"172.18.100.5"), port}, .forwarding = forwardingOf(method)},
                            .host = director});
    const ServerKey client = clientOf(Family::IPv4);
    const auto steps = walkPacket({cluster.wish, cluster.verified()}, own, client);
    const QString all = uR"(
        ClientSends: C > V | ? > ?
        RouterForwards: C > V | ? > director.eth0
        ArrivesAtVip prerouting eth0: C > V
        TakenByIpvs input eth0: C > V)"_s +
                        expected + uR"(
        ReplyLeaves postrouting eth0: V > C | director.eth0 > ?
        RouterReturns: V > C | ? > ?
        ClientReceives: V > C)"_s;
    QCOMPARE(Words(cluster, own, client).of(steps), lines(all));
    QCOMPARE(failureText(steps), u"none"_s);
    for (const WalkStep &step : steps)
        QVERIFY(step.host.isEmpty() || step.host == director);
}

void TestPacketWalk::loopbackIsNoTargetOfNat()
{
    for (const SetupMethod method : {Nat, DirectRouting}) {
        Cluster cluster(method);
        cluster.setUp();
        const SetupServer own = addServer(
            cluster, {.server = {.key = {ip(u"127.0.0.1"), 80}, .forwarding = forwardingOf(method)}, .host = director});
        const auto steps = walkPacket({cluster.wish, cluster.facts()}, own, clientOf(Family::IPv4));
        QCOMPARE(failureText(steps), method == Nat ? u"ServerReceives"_s : u"none"_s);
    }
}

void TestPacketWalk::neighboursNeedNoRouter_data()
{
    QTest::addColumn<SetupMethod>("method");
    QTest::addColumn<QString>("expected");
    const QString coming = uR"(
        ClientSends: C > V | client > director.eth0
        ArrivesAtVip prerouting eth0: C > V
        TakenByIpvs input eth0: C > V)"_s;
    QTest::newRow("DR") << DirectRouting << coming + uR"(
        SentOn output eth0: C > V
        LeavesDirector postrouting eth0: C > V | director.eth0 > rs1.eth0
        ServerReceives input eth0: C > V
        ServerAnswers output eth0: V > C | rs1.eth0 > ?
        ClientReceives: V > C)"_s;
    QTest::newRow("NAT") << Nat << coming + uR"(
        SentOn output eth1: C > R
        LeavesDirector postrouting eth1: C > R | director.eth1 > rs1.eth0
        ServerReceives input eth0: C > R
        ServerAnswers output eth0: R > C | rs1.eth0 > director.eth1
        ReplyArrives prerouting eth1: R > C
        ReplyTranslated forward eth1: V > C
        ReplyLeaves postrouting eth0: V > C | director.eth0 > client
        ClientReceives: V > C)"_s;
}

void TestPacketWalk::neighboursNeedNoRouter()
{
    QFETCH(const SetupMethod, method);
    QFETCH(const QString, expected);
    Cluster cluster(method);
    cluster.setUp();
    const ServerKey client{ip(u"172.18.100.99"), clientPort};
    const QByteArray hardware = QByteArray::fromHex("020000000099");
    SetupFacts facts = cluster.facts();
    facts.hosts[director].neighbours.push_back(
        {.address = client.address, .interface = interface(u"eth0"), .hardwareAddress = hardware});
    const SetupServer &server = cluster.wish.servers.front();
    const auto steps = walkPacket({cluster.wish, facts}, server, client);
    Words words(cluster, server, client);
    words.know(hardware, u"client"_s);
    QCOMPARE(words.of(steps), lines(expected));
    QCOMPARE(failureText(steps), u"none"_s);
}

void TestPacketWalk::clientsBesideRealServersGetStrangeAnswers()
{
    Cluster cluster(Nat);
    cluster.setUp();
    const SetupServer &server = cluster.wish.servers.front();
    const auto steps = walkPacket({cluster.wish, cluster.facts()}, server, {ip(u"192.168.10.99"), clientPort});
    QCOMPARE(failureText(steps), u"ClientReceives"_s); // the checklist knows nothing of this client
    QCOMPARE(failureOf(steps)->packet.source, server.server.key);
    QCOMPARE(steps.front().packet.destinationHardware,
             findInterface(cluster.hosts()[director].interfaces, interface(u"eth1"))->hardwareAddress);
}

void TestPacketWalk::whatIsNotKnownIsTakenAsWanted_data()
{
    QTest::addColumn<SetupMethod>("method");
    QTest::addColumn<bool>("knowsDirector");
    for (const SetupMethod method : {DirectRouting, Tunnelling, Nat, FullNat}) {
        QTest::addRow("method %d, director", int(method)) << method << true;
        QTest::addRow("method %d, nothing", int(method)) << method << false;
    }
}

void TestPacketWalk::whatIsNotKnownIsTakenAsWanted()
{
    QFETCH(const SetupMethod, method);
    QFETCH(const bool, knowsDirector);
    Cluster cluster(method);
    cluster.setUp();
    const auto known = codes(walk(cluster, cluster.facts()));
    SetupFacts facts = cluster.facts();
    for (const QString &id : {rs1, rs2})
        facts.hosts.erase(id);
    if (!knowsDirector) {
        facts.hosts.clear();
        facts.firewall.reset();
    }
    const auto steps = walk(cluster, facts);
    QCOMPARE(codes(steps), known);
    QCOMPARE(failureText(steps), u"none"_s);
    QCOMPARE(steps.back().packet.source, (ServerKey{cluster.wish.vip(), 80}));
    QCOMPARE(steps.back().packet.destination, clientOf(Family::IPv4));
}

void TestPacketWalk::machinesWithoutARouteEndTheWalk()
{
    Cluster cluster(Nat);
    cluster.setUp();
    const auto isDefault = [](const HostRoute &route) { return route.prefixLength == 0; };
    SetupFacts facts = cluster.facts();
    std::erase_if(facts.hosts[rs1].routes, isDefault);
    QCOMPARE(failureText(walk(cluster, facts)), u"ServerAnswers by check %1"_s.arg(int(Check::Gateway)));
    facts = cluster.facts();
    std::erase_if(facts.hosts[director].routes, isDefault);
    QCOMPARE(failureText(walk(cluster, facts)), u"ReplyTranslated"_s);
    const SetupServer &server = cluster.wish.servers.front();
    QCOMPARE(failureText(walkPacket({cluster.wish, facts}, server, {})), u"none"_s); // nobody says where the client is

    Cluster direct(DirectRouting);
    direct.setUp();
    facts = direct.facts();
    std::erase_if(facts.hosts[rs1].routes, isDefault);
    QCOMPARE(failureText(walk(direct, facts)), u"ServerAnswers"_s);
}

void TestPacketWalk::aRouteOfItsOwnServesAClient()
{
    Cluster cluster(Nat);
    cluster.setUp();
    reroute(cluster, rs1, u"192.168.10.254"); // which is wrong, but not for these clients
    cluster.change(rs1, AddRoute{{.destination = ip(u"10.1.1.0"),
                                  .prefixLength = 24,
                                  .gateway = ip(u"192.168.10.1"),
                                  .interface = interface(u"eth0")}});
    QVERIFY(firstFinding(checkSetup(cluster.wish, cluster.facts())));
    QCOMPARE(failureText(walk(cluster, cluster.facts())), u"none"_s);
}

void TestPacketWalk::rulesOfRoutingLeadAnswers_data()
{
    QTest::addColumn<SetupMethod>("method");
    QTest::addColumn<QString>("source"); // that the rule asks for; empty: any
    QTest::addColumn<QString>("gateway");
    QTest::addColumn<QString>("end");
    const QString wrong = u" by check %1"_s.arg(int(Check::Gateway));
    QTest::newRow("NAT, past the director")
        << Nat << u"192.168.10.11"_s << u"192.168.10.254"_s << u"ClientReceives"_s + wrong;
    QTest::newRow("NAT, of the VIP, which has none") << Nat << u"172.18.100.6"_s << u"192.168.10.254"_s << u"none"_s;
    QTest::newRow("NAT, of another") << Nat << u"192.168.10.12"_s << u"192.168.10.254"_s << u"none"_s;
    QTest::newRow("NAT, all") << Nat << QString() << u"192.168.10.254"_s << u"ClientReceives"_s + wrong;
    QTest::newRow("DR, to the director") << DirectRouting << u"172.18.100.6"_s << u"172.18.100.5"_s
                                         << u"ReplyTranslated"_s + wrong;
    QTest::newRow("DR, of the real server") << DirectRouting << u"172.18.100.11"_s << u"172.18.100.5"_s << u"none"_s;
}

void TestPacketWalk::rulesOfRoutingLeadAnswers()
{
    QFETCH(const SetupMethod, method);
    QFETCH(const QString, source);
    QFETCH(const QString, gateway);
    QFETCH(const QString, end);
    Cluster cluster(method);
    cluster.setUp();
    SetupFacts facts = cluster.facts();
    HostInfo &machine = facts.hosts[rs1];
    RoutingRule rule{.priority = 100, .table = 300};
    if (!source.isEmpty())
        rule.source = IpNetwork::ofOne(ip(source));
    machine.rules = {{.priority = 50, .table = 301}, rule}; // whose table is empty
    machine.tableRoutes = {{300, {.gateway = ip(gateway), .interface = interface(u"eth0")}},
                           {302, {.gateway = ip(u"192.0.2.1"), .interface = interface(u"eth0")}}};
    QCOMPARE(failureText(walk(cluster, facts)), end);
    const std::vector<SetupCheck> checks = checkSetup(cluster.wish, facts);
    const SetupCheck *finding = firstFinding(checks);
    QCOMPARE(finding != nullptr, end != u"none"_s);
    if (finding)
        QCOMPARE(finding->evidence.front(), (SetupEvidence{u"table 300"_s, gateway}));
}

/// What a rule leaves to the main table is not for those behind it.
void TestPacketWalk::aRuleCanNameTheMainTable()
{
    Cluster cluster(Nat);
    cluster.setUp();
    SetupFacts facts = cluster.facts();
    HostInfo &machine = facts.hosts[rs1];
    machine.rules = {{.priority = 100, .table = 300}};
    machine.tableRoutes = {{300, {.gateway = ip(u"192.168.10.254"), .interface = interface(u"eth0")}}};
    QCOMPARE(failureText(walk(cluster, facts)), u"ClientReceives by check %1"_s.arg(int(Check::Gateway)));
    machine.rules.insert(
        machine.rules.begin(),
        {.priority = 50, .destination = IpNetwork::fromText(u"10.1.1.0/24").value(), .table = mainTable});
    QCOMPARE(failureText(walk(cluster, facts)), u"none"_s);
}

/// Which puts it right: the default route of the machine is wrong.
void TestPacketWalk::aRuleOfRoutingServesTheVip()
{
    Cluster cluster(DirectRouting);
    cluster.setUp();
    reroute(cluster, rs1, u"172.18.100.5");
    SetupFacts facts = cluster.facts();
    QVERIFY(failureOf(walk(cluster, facts)));
    facts.hosts[rs1].rules = {{.priority = 100, .source = IpNetwork::ofOne(ip(u"172.18.100.6")), .table = 300}};
    facts.hosts[rs1].tableRoutes = {{300, {.gateway = ip(u"172.18.100.254"), .interface = interface(u"eth0")}}};
    QCOMPARE(failureText(walk(cluster, facts)), u"none"_s);
    QVERIFY(!firstFinding(checkSetup(cluster.wish, facts)));
}

void TestPacketWalk::directorsPassOnTheirOwnVipInIPv6Alone_data()
{
    QTest::addColumn<Family>("family");
    QTest::addColumn<QString>("forwarding");
    QTest::addColumn<bool>("comesBack");
    QTest::newRow("IPv4") << Family::IPv4 << u"ipv4/ip_forward"_s << false;
    QTest::newRow("IPv6") << Family::IPv6 << u"ipv6/conf/all/forwarding"_s << true;
    QTest::newRow("IPv6, off") << Family::IPv6 << QString() << false;
}

/// As a lab's kernel was seen to do.
void TestPacketWalk::directorsPassOnTheirOwnVipInIPv6Alone()
{
    QFETCH(const Family, family);
    QFETCH(const QString, forwarding);
    QFETCH(const bool, comesBack);
    Cluster cluster(DirectRouting, family);
    cluster.setUp();
    if (!forwarding.isEmpty())
        cluster.setSysctl(director, forwarding, u"1"_s);
    reroute(cluster, rs1, family == Family::IPv4 ? u"172.18.100.5" : u"2001:db8:1::5");
    const auto steps = walk(cluster, cluster.facts());
    QCOMPARE(failureText(steps), comesBack ? u"none"_s : u"ReplyTranslated by check %1"_s.arg(int(Check::Gateway)));
    QVERIFY(std::ranges::contains(codes(steps), Step::ReplyArrives));
}

void TestPacketWalk::theWalkTakesThePortThatFails()
{
    Cluster cluster(DirectRouting);
    useMark(cluster.wish);
    cluster.setUp();
    QCOMPARE(walk(cluster, cluster.facts()).front().packet.destination.port, quint16(80));
    SetupFacts facts = cluster.facts();
    std::erase_if(facts.hosts[rs1].listeners, [](const Listener &listener) { return listener.port == 443; });
    const auto steps = walk(cluster, facts);
    QCOMPARE(steps.front().packet.destination.port, quint16(443));
    QCOMPARE(failureText(steps), u"ServerReceives by check %1"_s.arg(int(Check::Listener)));
    const auto other =
        walkPacket({cluster.wish, facts}, cluster.wish.servers.back(), clientOf(Family::IPv4)); // which has both
    QCOMPARE(other.front().packet.destination.port, quint16(80));
    QCOMPARE(failureText(other), u"none"_s);
    facts = cluster.facts();
    facts.firewall->marks.front().rule.ports = *PortSet::fromText(u"80");
    QCOMPARE(walk(cluster, facts).front().packet.destination.port, quint16(443)); // which gets no mark
}

void TestPacketWalk::aMarkWithoutVipIsNoFault()
{
    Cluster cluster(DirectRouting);
    useMark(cluster.wish);
    cluster.setUp();
    SetupFacts facts = cluster.facts();
    facts.firewall->marks.front().rule.destination = *IpNetwork::fromText(u"172.18.100.0/24");
    const IpvsTable::Entry &entry = *facts.table.find(cluster.wish.service.key);
    const SetupWish wish = recogniseSetup(entry, director, facts.hosts, facts.firewall);
    QVERIFY(wish.vip().isUnspecified());
    const auto steps = walkPacket({wish, facts}, wish.servers.front(), clientOf(Family::IPv4));
    QCOMPARE(failureText(steps), u"none"_s);
    QVERIFY(steps.front().packet.destination.address.isUnspecified());
}

void TestPacketWalk::realServersHaveTheirOwnMethods()
{
    Cluster cluster(Nat);
    cluster.setUp();
    const SetupServer wrapped = addServer(
        cluster, {.server = {.key = {ip(u"10.9.9.9"), 80}, .forwarding = Forwarding::Tunnelling}, .host = {}});
    const auto steps = walkPacket({cluster.wish, cluster.facts()}, wrapped, clientOf(Family::IPv4));
    QCOMPARE(failureText(steps), u"none"_s);
    const auto left = std::ranges::find(steps, Step::LeavesDirector, &WalkStep::code);
    QVERIFY(left != steps.end());
    QCOMPARE(left->packet.outer, (TunnelEnds{ip(u"172.18.100.5"), ip(u"10.9.9.9")}));
    QCOMPARE(left->method, Tunnelling);
    QVERIFY(!std::ranges::contains(codes(steps), Step::ReplyArrives));
    const auto first = walkPacket({cluster.wish, cluster.facts()}, cluster.wish.servers[1], clientOf(Family::IPv4));
    QCOMPARE(first.front().method, Nat);
    QCOMPARE(failureText(first), u"none"_s);
}

void TestPacketWalk::sourceNatToAStrangerLosesAnswers()
{
    Cluster cluster(FullNat);
    cluster.setUp();
    SetupFacts facts = cluster.facts();
    facts.firewall->snats.front().rule.source = ip(u"192.168.10.77");
    QCOMPARE(failureText(walk(cluster, facts)), u"ServerAnswers by check %1"_s.arg(int(Check::SourceNat)));
    facts.firewall->snats.clear(); // the real server's gateway is another one
    const auto steps = walk(cluster, facts);
    QCOMPARE(failureText(steps), u"ClientReceives by check %1"_s.arg(int(Check::SourceNat)));
    QCOMPARE(failureOf(steps)->method, Nat);
}

QTEST_GUILESS_MAIN(TestPacketWalk)
#include "tst_packetwalk.moc"
