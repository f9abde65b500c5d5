// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/recognition.h"
#include "tests/support/objects.h"
#include "tests/topology/labwalk.h"

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

/// Whether the console can know the hardware address of one who is there, on the wire to the other: it reads director
/// and real servers, and IPv4's routers in their tables of neighbours.
bool isLookedAt(WalkPlace place, WalkPlace other, const IpAddress &vip)
{
    const auto isRead = [](WalkPlace at) { return at == WalkPlace::Director || at == WalkPlace::RealServer; };
    return isRead(place) || (isRead(other) && vip.isIPv4());
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
    QCOMPARE(lab::need(u"client"_s, fetching({client.address, 0}, {vip, 80})),
             u"rs1"_s); // so that all have learnt who is where

    const SetupFacts facts = readLab({&m->director, &m->first, &m->second});
    QCOMPARE(facts.hosts.size(), 3U);
    const IpvsTable::Entry *entry = facts.table.find(tcp(tried.vip, 80));
    QVERIFY(entry);
    const SetupWish wish = recogniseSetup(*entry, m->director.director->id(), facts.hosts, facts.firewall);
    QCOMPARE(wish.method, tried.method);
    QCOMPARE(wish.outside.toString(), u"outside"_s);
    QCOMPARE(wish.servers.size(), 1U);
    QCOMPARE(wish.servers.front().host, m->first.director->id());
    const auto steps = walkPacket({wish, facts}, wish.servers.front(), client);
    const WalkStep *failure = failureOf(steps);
    QVERIFY2(!failure, failure ? describe(*failure) : QByteArray());

    LabCapture capture;
    QCOMPARE(lab::need(u"client"_s, fetching(client, {vip, 80})), u"rs1"_s);
    capture.look(client.port);
    for (std::size_t number = 0; number < steps.size(); ++number) {
        const WalkStep &step = steps[number];
        if (!step.isOnWire)
            continue;
        const WalkStep &next = steps[number + 1];
        const bool knowsSender = !step.packet.sourceHardware.isEmpty();
        const bool knowsReceiver = !step.packet.destinationHardware.isEmpty();
        QVERIFY2(knowsSender || !isLookedAt(step.place, next.place, vip), describe(step));
        QVERIFY2(knowsReceiver || !isLookedAt(next.place, step.place, vip), describe(step));
    }
    const WalkComparison comparison(steps, capture);
    QVERIFY2(comparison.missing().isEmpty(), "missing:\n" + comparison.missing().join(u'\n').toUtf8());
    QVERIFY2(comparison.strange().isEmpty(), "strange:\n" + comparison.strange().join(u'\n').toUtf8());
    QCOMPARE(capture.hooks(), comparison.hooks(false));
}

QTEST_GUILESS_MAIN(TestWalkTruth)
#include "tst_walktruth.moc"
