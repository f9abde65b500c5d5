// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/sessionlist.h"
#include "app/session/setupprobing.h"
#include "app/session/setuprun.h"
#include "core/setup/setupplan.h"
#include "tests/directors/labvisit.h"
#include "tests/support/objects.h"

#include <QStandardPaths>

#include <algorithm>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// The ways in which set-ups usually fail, made by hand on the lab's machines and looked at over SSH: each is the first
/// finding, and none is left once it is repaired.
class TestBrokenClusters : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void causesAreNamedFirst_data();
    void causesAreNamedFirst();

private:
    void setUp(const SetupWish &wish);
    void takeBack();
    std::vector<SetupCheck> checks(const SetupWish &wish);
    void findsNothing(const SetupWish &wish, const char *when);

    struct Machines {
        LabVisit director{u"root"_s};
        LabVisit first{u"root"_s, u"rs1"_s};
        LabVisit second{u"root"_s, u"rs2"_s};
        HostList hosts;
        SessionList sessions;
        SetupStore store{u"lab"_s};
        SetupRun run{&store, &sessions, &hosts};
    };
    std::unique_ptr<Machines> m;
};

namespace {

using Code = SetupCheck::Code;
using enum SetupMethod;

constexpr auto patience = std::chrono::minutes(3);
const IpAddress vip = ip(u"172.18.100.20");
const IpAddress router = ip(u"172.18.100.254");

/// A line of shell on a machine.
struct Line {
    QString host{};
    QString line{};
};

/// What goes wrong, and how it is mended.
struct Fault {
    const char *name;
    Line breaks{};
    Line mends{};
    Code code{};
    QString host{}; ///< of the finding
};

/// A set-up and what can be wrong with it.
struct Case {
    SetupMethod method;
    bool isMarked;
    std::vector<Fault> faults;
};

const QString director = u"director"_s;
const QString rs1 = u"rs1"_s;
const QString rs2 = u"rs2"_s;

Fault sysctl(const char *name, const QString &host, const QString &sysctl, int bad, int good, Code code)
{
    const QString set = u"sysctl -qw %1=%2"_s;
    return {name, {host, set.arg(sysctl).arg(bad)}, {host, set.arg(sysctl).arg(good)}, code, host};
}

Fault gateway(const char *name, const QString &bad, const QString &good)
{
    const QString set = u"ip route replace default via %1"_s;
    return {name, {rs1, set.arg(bad)}, {rs1, set.arg(good)}, Code::Gateway, rs1};
}

const std::vector<Fault> &directRoutingFaults()
{
    static const std::vector<Fault> faults{
        sysctl("arp_ignore 0", rs1, u"net.ipv4.conf.all.arp_ignore"_s, 0, 1, Code::ArpIgnore),
        sysctl("arp_announce 0", rs2, u"net.ipv4.conf.all.arp_announce"_s, 0, 2, Code::ArpAnnounce),
        {"VIP missing on one server",
         {rs2, u"ip address del 172.18.100.20/32 dev lo"_s},
         {rs2, u"ip address add 172.18.100.20/32 dev lo label lo:0"_s},
         Code::ServerVip,
         rs2},
        {"VIP missing on the director",
         {director, u"ip address del 172.18.100.20/32 dev outside"_s},
         {director, u"ip address add 172.18.100.20/32 dev outside"_s},
         Code::DirectorVip,
         director},
        {"VIP with /24 on lo",
         {rs1, u"ip address del 172.18.100.20/32 dev lo && ip address add 172.18.100.20/24 dev lo"_s},
         {rs1, u"ip address del 172.18.100.20/24 dev lo && ip address add 172.18.100.20/32 dev lo label lo:0"_s},
         Code::ServerVipPrefix,
         rs1},
        gateway("gateway = DIP under DR", u"172.18.100.1"_s, u"172.18.100.254"_s),
        {"real server on another segment under DR",
         {director, u"ip route add 172.18.100.12/32 via 192.168.10.254"_s},
         {director, u"ip route del 172.18.100.12/32 via 192.168.10.254"_s},
         Code::SameSegment,
         director},
        {"nothing listening",
         {rs2, u"systemctl stop lab-web"_s},
         {rs2, u"systemctl start lab-web && curl -s --retry 50 --retry-delay 1 --retry-all-errors http://127.0.0.1/"_s},
         Code::Listener,
         rs2},
        {"a firewall drop on the director",
         {director,
          u"nft 'table inet strangers { chain in { type filter hook input priority 0; tcp dport 80 drop; }; }'"_s},
         {director, u"nft delete table inet strangers"_s},
         Code::FirewallDrop,
         director},
    };
    return faults;
}

std::vector<Case> cases()
{
    return {
        {DirectRouting, false, directRoutingFaults()},
        {Tunnelling,
         false,
         {sysctl("rp_filter 1 on a tunnel", rs1, u"net.ipv4.conf.lvsac12640b.rp_filter"_s, 1, 2, Code::ReversePath)}},
        {Nat,
         false,
         {gateway("gateway is not the DIP under NAT", u"192.168.10.254"_s, u"192.168.10.1"_s),
          sysctl("ip_forward 0", director, u"net.ipv4.ip_forward"_s, 0, 1, Code::Forwarding)}},
        {FullNat,
         false,
         {sysctl("conntrack 0 under FullNAT", director, u"net.ipv4.vs.conntrack"_s, 0, 1, Code::Conntrack)}},
        {DirectRouting, true, {{.name = "mark rule with the wrong port", .code = Code::MarkRule, .host = director}}},
    };
}

SetupWish wishFor(const Case &tried)
{
    const bool isBehind = repliesThroughDirector(tried.method);
    SetupWish wish{.service = service(tcp(u"172.18.100.20", 80), u"rr"),
                   .method = tried.method,
                   .director = {},
                   .outside = *InterfaceName::fromText(u"outside")};
    if (tried.isMarked) {
        wish.service = service(ServiceKey::forMark(20, Family::IPv4), u"rr");
        wish.vipOfMark = vip;
        wish.portsOfMark = *PortSet::fromText(u"80,443");
    }
    if (!isBehind)
        wish.router = router;
    for (const QString &last : {u"11"_s, u"12"_s}) {
        const QString address = (isBehind ? u"192.168.10."_s : u"172.18.100."_s) + last;
        wish.servers.push_back({.server = {.key = {ip(address), quint16(tried.isMarked ? 0 : 80)},
                                           .forwarding = forwardingOf(tried.method)}});
    }
    return wish;
}

QByteArray listed(const std::vector<SetupCheck> &checks)
{
    QStringList lines;
    for (const SetupCheck &check : checks) {
        if (check.state == SetupCheck::State::Green)
            continue;
        QString line = u"code %1 on %2: %3 instead of %4, state %5"_s.arg(int(check.code))
                           .arg(check.host, check.is, check.wanted)
                           .arg(int(check.state));
        for (const SetupEvidence &seen : check.evidence)
            line += u", %1: %2"_s.arg(seen.name, seen.value);
        lines << line;
    }
    return lines.join(u'\n').toUtf8();
}

} // namespace

void TestBrokenClusters::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    lab::awaitHosts();
    lab::clearTable();
    m = std::make_unique<Machines>();
    for (LabVisit *visit : {&m->director, &m->first, &m->second}) {
        QVERIFY(visit->opens());
        QVERIFY(visit->wait(visit->director->findProbe()));
        m->hosts.add(visit->director.get());
    }
}

void TestBrokenClusters::cleanupTestCase()
{
    if (m)
        takeBack();
    m.reset();
    lab::clearTable();
}

void TestBrokenClusters::setUp(const SetupWish &wish)
{
    const auto reading = readSetup(m->hosts, wish);
    QVERIFY(QTest::qWaitFor([&] { return reading.isFinished(); }, QDeadlineTimer(patience)));
    const auto plan = planSetup(wish, reading.result());
    QVERIFY2(plan, plan ? "" : qPrintable(QVariant::fromValue(plan.error().code).toString()));
    QVERIFY(m->run.begin(wish, *plan));
    QVERIFY(QTest::qWaitFor([&] { return !m->run.isRunning(); }, QDeadlineTimer(patience)));
    QVERIFY(m->run.record().progress.isComplete());
}

void TestBrokenClusters::takeBack()
{
    if (m->run.id().isEmpty() || !m->store.find(m->run.id()))
        return;
    m->run.takeBack(m->run.id());
    QVERIFY(QTest::qWaitFor([&] { return !m->run.isRunning(); }, QDeadlineTimer(patience)));
    QVERIFY(!m->store.find(m->run.id())); // nothing of it is left
}

std::vector<SetupCheck> TestBrokenClusters::checks(const SetupWish &wish)
{
    const auto reading = verifySetup(&m->hosts, wish, Asking::Never);
    if (!QTest::qWaitFor([&] { return reading.isFinished(); }, QDeadlineTimer(patience)))
        return {};
    return checkSetup(wish, reading.result());
}

void TestBrokenClusters::findsNothing(const SetupWish &wish, const char *when)
{
    const auto all = checks(wish);
    QVERIFY2(!all.empty(), when);
    const bool isGreen =
        std::ranges::all_of(all, [](const SetupCheck &check) { return check.state == SetupCheck::State::Green; });
    QVERIFY2(isGreen, QByteArray(when) + ":\n" + listed(all));
    QVERIFY(std::ranges::contains(all, Code::ArpSilence, &SetupCheck::code));
    QVERIFY(std::ranges::contains(all, Code::Reachable, &SetupCheck::code));
}

void TestBrokenClusters::causesAreNamedFirst_data()
{
    QTest::addColumn<int>("place");
    std::size_t faults = 0;
    for (int place = 0; const Case &tried : cases()) {
        QTest::newRow(tried.faults.front().name) << place++;
        faults += tried.faults.size();
    }
    QCOMPARE(faults, 14u);
}

void TestBrokenClusters::causesAreNamedFirst()
{
    QFETCH(const int, place);
    const Case tried = cases()[std::size_t(place)];
    SetupWish wish = wishFor(tried);
    wish.director = m->director.director->id();
    wish.servers[0].host = m->first.director->id();
    wish.servers[1].host = m->second.director->id();
    const std::map<QString, QString> ids{
        {director, wish.director}, {rs1, wish.servers[0].host}, {rs2, wish.servers[1].host}};
    setUp(wish);
    findsNothing(wish, "set up");
    for (const Fault &fault : tried.faults) {
        const auto moveMark = [&](QStringView from, QStringView to) {
            MarkRule before{.destination = IpNetwork::ofOne(vip),
                            .protocol = quint8(Protocol::Tcp),
                            .ports = *PortSet::fromText(from),
                            .mark = 20};
            MarkRule after = before;
            after.ports = *PortSet::fromText(to);
            m->director.director->unlock();
            const auto report =
                m->director.wait(m->director.director->apply({{RemoveMarkRule{before}, AddMarkRule{after}}}), patience);
            QVERIFY(report && report->outcome == ApplyOutcome::Applied);
        };
        if (fault.code == Code::MarkRule)
            moveMark(u"80,443", u"80,8443");
        else
            lab::need(fault.breaks.host, fault.breaks.line);
        const auto all = checks(wish);
        if (fault.code == Code::MarkRule)
            moveMark(u"80,8443", u"80,443");
        else
            lab::need(fault.mends.host, fault.mends.line);
        const SetupCheck *finding = firstFinding(all);
        QVERIFY2(finding, fault.name);
        QVERIFY2(finding->code == fault.code && finding->host == ids.at(fault.host),
                 QByteArray(fault.name) + ":\n" + listed(all));
        findsNothing(wish, fault.name);
    }
    takeBack();
}

QTEST_GUILESS_MAIN(TestBrokenClusters)
#include "tst_brokenclusters.moc"
