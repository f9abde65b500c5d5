// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/director/snapshotdifference.h"
#include "core/topology/packetwalk.h"
#include "core/topology/recognition.h"
#include "tests/directors/labvisit.h"
#include "tests/support/objects.h"
#include "tests/topology/labcapture.h"

#include <algorithm>
#include <array>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// The walk of a packet against what a real connection shows on the lab's wires and in the hooks of its director.
class TestWalkTruth : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup();
    void packetsGoAsTheWalkSays_data();
    void packetsGoAsTheWalkSays();

private:
    SetupFacts read();
    void change(const Operation &operation);

    struct Machines {
        LabVisit director{u"root"_s};
        LabVisit first{u"root"_s, u"rs1"_s};
        LabVisit second{u"root"_s, u"rs2"_s};
    };
    std::unique_ptr<Machines> m;
};

namespace {

using enum SetupMethod;

/// What makes a set-up of a service, with rs1 as its only real server; cleanup() takes all of it back.
struct Case {
    const char *name;
    SetupMethod method;
    QString vip;
    QString director;
    QString server;
};

const QString beServer = u"sysctl -qw net.ipv4.conf.all.arp_ignore=1 net.ipv4.conf.all.arp_announce=2"
                         " && ip address add 172.18.100.6/32 dev lo"
                         " && ip route replace default via 172.18.100.254"_s;

const std::vector<Case> &cases()
{
    const auto balance = [](const QString &vip, const QString &server) {
        return u"ipvsadm -A -t %1:80 -s rr && ipvsadm -a -t %1:80 -r %2"_s.arg(vip, server);
    };
    const auto haveVip = u" && ip address add fd00:172:18:100::6/128 dev outside nodad"_s;
    static const std::vector<Case> cases{
        {"NAT, IPv4", Nat, u"172.18.100.6"_s, balance(u"172.18.100.6"_s, u"192.168.10.11:80 -m"_s), {}},
        {"DR, IPv4", DirectRouting, u"172.18.100.6"_s, balance(u"172.18.100.6"_s, u"172.18.100.11:80 -g"_s), beServer},
        {"TUN", Tunnelling, u"172.18.100.6"_s,
         u"modprobe ipip && "_s + balance(u"172.18.100.6"_s, u"192.168.10.11:80 -i"_s),
         beServer + u" && ip link add walk0 type ipip local 192.168.10.11 && ip link set walk0 up"_s},
        {"FullNAT", FullNat, u"172.18.100.6"_s,
         balance(u"172.18.100.6"_s, u"192.168.10.11:80 -m"_s) + u" && sysctl -qw net.ipv4.vs.conntrack=1"_s,
         u"ip route replace default via 192.168.10.254"_s},
        {"NAT, IPv6",
         Nat,
         u"fd00:172:18:100::6"_s,
         balance(u"[fd00:172:18:100::6]"_s, u"[fd00:192:168:10::11]:80 -m"_s) + haveVip +
             u" && sysctl -qw net.ipv6.conf.all.forwarding=1"_s,
         {}},
        {"DR, IPv6", DirectRouting, u"fd00:172:18:100::6"_s,
         balance(u"[fd00:172:18:100::6]"_s, u"[fd00:172:18:100::11]:80 -g"_s) + haveVip,
         u"ip address add fd00:172:18:100::6/128 dev lo && ip -6 route replace default via fd00:172:18:100::254"_s},
    };
    return cases;
}

const SnatRule &sourceNat()
{
    static const SnatRule rule{.servers = *IpNetwork::fromText(u"192.168.10.0/24"),
                               .virtualAddress = ip(u"172.18.100.6"),
                               .source = ip(u"192.168.10.1")};
    return rule;
}

void fetchFrom(const ServerKey &client, const QString &vip)
{
    const bool isIPv4 = client.address.isIPv4();
    const QString port = client.port == 0 ? QString() : u" --local-port %1"_s.arg(client.port);
    QCOMPARE(lab::need(u"client"_s, u"curl -sS -g -m 10 --noproxy '*' --interface %1%2 http://%3/"_s.arg(
                                        client.address.toString(), port, isIPv4 ? vip : u'[' + vip + u']')),
             u"rs1"_s);
}

/// The interface that sends with the step, and the one that receives what the step before has sent.
Wire sendingWire(const WalkStep &step)
{
    switch (step.place) {
    case WalkPlace::Client:
        return {u"client"_s, u"eth0"_s};
    case WalkPlace::Router:
        return {u"router"_s, step.isReply() ? u"clients"_s : u"outside"_s};
    case WalkPlace::Director:
        return {u"director"_s, step.interface.toString()};
    case WalkPlace::RealServer:
        break;
    }
    return {u"rs1"_s, step.interface.toString()};
}

Wire receivingWire(const WalkStep &step)
{
    if (step.place == WalkPlace::Router)
        return {u"router"_s, step.isReply() ? u"outside"_s : u"clients"_s};
    return sendingWire(step);
}

/// Whether the console can know the hardware address of one who is there, on the wire to the other: it reads director
/// and real servers, and IPv4's routers in their tables of neighbours.
bool isLookedAt(WalkPlace place, WalkPlace other, const IpAddress &vip)
{
    const auto isRead = [](WalkPlace at) { return at == WalkPlace::Director || at == WalkPlace::RealServer; };
    return isRead(place) || (isRead(other) && vip.isIPv4());
}

/// What the step does not know may be anything.
bool isThat(const Frame &frame, const WalkStep &step)
{
    const WalkPacket &seen = frame.packet;
    const WalkPacket &told = step.packet;
    const auto fits = [](const QByteArray &known, const QByteArray &is) { return known.isEmpty() || known == is; };
    return step.isOnWire && frame.isReply == step.isReply() && seen.source == told.source &&
           seen.destination == told.destination && seen.outer == told.outer &&
           fits(told.sourceHardware, seen.sourceHardware) && fits(told.destinationHardware, seen.destinationHardware);
}

QByteArray describe(const WalkStep &step)
{
    const WalkPacket &packet = step.packet;
    const QString outer = packet.outer
                              ? u" in %1 > %2"_s.arg(packet.outer->local.toString(), packet.outer->remote.toString())
                              : QString();
    return u"step %1: %2 > %3%4, %5 > %6"_s
        .arg(QString::number(int(step.code)), packet.source.toString(), packet.destination.toString(), outer,
             hardwareText(packet.sourceHardware), hardwareText(packet.destinationHardware))
        .toUtf8();
}

/// As LabCapture::hooks().
QStringList hooksOf(const std::vector<WalkStep> &steps)
{
    static const std::array<QString, 6> names{QString(),    u"prerouting"_s, u"input"_s,
                                              u"forward"_s, u"output"_s,     u"postrouting"_s};
    QStringList hooks;
    for (const WalkStep &step : steps) {
        const WalkPacket &packet = step.packet;
        if (step.place != WalkPlace::Director || step.hook == PacketHook::None)
            continue;
        const QString from = packet.outer ? packet.outer->local.toString() : packet.source.toString();
        const QString to = packet.outer ? packet.outer->remote.toString() : packet.destination.toString();
        hooks << u"%1 %2 > %3"_s.arg(names.at(std::size_t(step.hook)), from, to);
    }
    return hooks;
}

} // namespace

void TestWalkTruth::initTestCase()
{
    lab::awaitHosts();
    lab::clearTable();
    m = std::make_unique<Machines>();
    for (LabVisit *visit : {&m->director, &m->first, &m->second})
        QVERIFY(visit->opens());
    m->director.director->unlock();
    cleanup();
}

void TestWalkTruth::cleanupTestCase()
{
    m.reset();
}

void TestWalkTruth::cleanup()
{
    lab::need(u"director"_s, u"ipvsadm --clear; nft delete table inet walktruth 2>/dev/null;"
                             "ip address del fd00:172:18:100::6/128 dev outside 2>/dev/null;"
                             "sysctl -qw net.ipv4.vs.conntrack=0 net.ipv6.conf.all.forwarding=0"_s);
    lab::need(u"rs1"_s, u"ip link del walk0 2>/dev/null; ip address del 172.18.100.6/32 dev lo 2>/dev/null;"
                        "ip address del fd00:172:18:100::6/128 dev lo 2>/dev/null;"
                        "ip route replace default via 192.168.10.1;"
                        "ip -6 route replace default via fd00:192:168:10::1;"
                        "sysctl -qw net.ipv4.conf.all.arp_ignore=0 net.ipv4.conf.all.arp_announce=0"_s);
    const auto firewall = m->director.wait(m->director.director->readFirewall());
    if (firewall && firewall->has(sourceNat()))
        change(RemoveSnatRule{sourceNat()});
}

void TestWalkTruth::change(const Operation &operation)
{
    const auto report = m->director.wait(m->director.director->apply({{operation}}));
    QVERIFY(report && report->outcome == ApplyOutcome::Applied);
}

SetupFacts TestWalkTruth::read()
{
    SetupFacts facts;
    for (LabVisit *visit : {&m->director, &m->first, &m->second}) {
        const QString id = visit->director->id();
        if (const auto host = visit->wait(visit->director->readHost()))
            facts.hosts[id] = *host;
        const auto firewall = visit->wait(visit->director->readFirewall());
        if (firewall && visit == &m->director)
            facts.firewall = *firewall;
        else if (firewall)
            facts.serverFirewalls[id] = *firewall;
    }
    if (const auto table = m->director.wait(m->director.director->read({.allServers = true})))
        facts.table = tableOf(*table);
    return facts;
}

void TestWalkTruth::packetsGoAsTheWalkSays_data()
{
    QTest::addColumn<std::size_t>("place");
    for (std::size_t place = 0; const Case &tried : cases())
        QTest::newRow(tried.name) << place++;
}

void TestWalkTruth::packetsGoAsTheWalkSays()
{
    QFETCH(const std::size_t, place);
    const Case &tried = cases()[place];
    const IpAddress vip = ip(tried.vip);
    const ServerKey client{ip(vip.isIPv4() ? u"10.1.1.10" : u"fd00:10:1:1::10"), quint16(40100 + place)};
    lab::need(u"director"_s, tried.director);
    if (!tried.server.isEmpty())
        lab::need(u"rs1"_s, tried.server);
    if (tried.method == FullNat)
        change(AddSnatRule{sourceNat()});
    fetchFrom({client.address, 0}, tried.vip); // so that all have learnt who is where

    const SetupFacts facts = read();
    QCOMPARE(facts.hosts.size(), 3U);
    const IpvsTable::Entry *entry = facts.table.find(tcp(tried.vip, 80));
    QVERIFY(entry);
    const SetupWish wish = recogniseSetup(*entry, m->director.director->id(), facts.hosts, facts.firewall);
    QCOMPARE(wish.method, tried.method);
    QCOMPARE(wish.outside.toString(), u"outside"_s);
    QCOMPARE(wish.servers.size(), 1U);
    QCOMPARE(wish.servers.front().host, m->first.director->id());
    const auto steps = walkPacket(wish, facts, wish.servers.front(), client);
    const WalkStep *failure = failureOf(steps);
    QVERIFY2(!failure, failure ? describe(*failure) : QByteArray());

    LabCapture capture;
    fetchFrom(client, tried.vip);
    capture.stop(client.port);
    for (std::size_t number = 0; number < steps.size(); ++number) {
        const WalkStep &step = steps[number];
        if (!step.isOnWire)
            continue;
        const WalkStep &next = steps[number + 1];
        const bool knowsSender = !step.packet.sourceHardware.isEmpty();
        const bool knowsReceiver = !step.packet.destinationHardware.isEmpty();
        QVERIFY2(knowsSender || !isLookedAt(step.place, next.place, vip), describe(step));
        QVERIFY2(knowsReceiver || !isLookedAt(next.place, step.place, vip), describe(step));
        for (const Wire &wire : {sendingWire(step), receivingWire(next)}) {
            const QByteArray what = describe(step) + " on " + (wire.host + u' ' + wire.interface).toUtf8();
            const auto seen = capture.frames().find(wire);
            QVERIFY2(seen != capture.frames().end(), what);
            QVERIFY2(std::ranges::any_of(seen->second, [&](const Frame &frame) { return isThat(frame, step); }), what);
        }
    }
    for (const auto &[wire, frames] : capture.frames()) {
        for (const Frame &frame : frames) {
            const bool isTold = std::ranges::any_of(steps, [&](const WalkStep &step) { return isThat(frame, step); });
            QVERIFY2(isTold, (wire.host + u' ' + wire.interface + u": "_s + frame.line).toUtf8());
        }
    }
    QCOMPARE(capture.hooks(), hooksOf(steps));
}

QTEST_GUILESS_MAIN(TestWalkTruth)
#include "tst_walktruth.moc"
