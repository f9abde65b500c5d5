// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/endpoints.h"
#include "core/setup/setupchecks.h"
#include "tests/setup/cluster.h"
#include "tests/support/objects.h"

#include <QTest>

#include <algorithm>

using namespace lvs;
using namespace lvs::test;
using namespace Qt::StringLiterals;

/// What censuses, connections, listeners and packet filters say of a set-up.
class TestSetupTrials : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingIsSaidOfWhatWasNotTried();
    void censusNamesWhoAnswers();
    void aStrangerIsNoRealServer();
    void nobodyAnswersWithoutAVip();
    void neighboursOfOtherNetworksNeedNoAnswer();
    void whoCouldNotAskSaysWhy();
    void listenersOfTheWrongAddressAreNamed_data();
    void listenersOfTheWrongAddressAreNamed();
    void everyPortOfAMarkIsLookedAt();
    void connectionsAreJudgedByTheMethod_data();
    void connectionsAreJudgedByTheMethod();
    void serversShowOneCertificate_data();
    void serversShowOneCertificate();
    void plainTextHasNoCertificates();
    void httpsIsKnownByThePort_data();
    void httpsIsKnownByThePort();
    void filtersAreAskedWherePacketsPass_data();
    void filtersAreAskedWherePacketsPass();
    void whatMayDropIsEvidence();
    void clientsGetThrough_data();
    void clientsGetThrough();
};

namespace {

using Code = SetupCheck::Code;
using State = SetupCheck::State;
using enum SetupMethod;

const SetupCheck *find(const std::vector<SetupCheck> &checks, Code code, const QString &host)
{
    const auto found =
        std::ranges::find_if(checks, [&](const SetupCheck &check) { return check.code == code && check.host == host; });
    return found == checks.end() ? nullptr : &*found;
}

QString hardwareAddress(Cluster &cluster, const QString &id)
{
    const SetupHosts hosts = cluster.hosts();
    const HostInterface *eth0 = findInterface(hosts.at(id).interfaces, interface(u"eth0"));
    return eth0 ? QString::fromLatin1(eth0->hardwareAddress.toHex(':')) : QString();
}

FilterRule drop(QStringView ports)
{
    return {.chain = 1,
            .verdict = FilterVerdict::Drop,
            .place = u"inet filter x"_s,
            .protocols = {quint8(Protocol::Tcp)},
            .destinationPorts = *PortSet::fromText(ports)};
}

} // namespace

void TestSetupTrials::nothingIsSaidOfWhatWasNotTried()
{
    Cluster cluster(DirectRouting);
    cluster.setUp();
    for (const SetupCheck &check : checkSetup(cluster.wish, cluster.facts())) {
        QVERIFY(check.code < Code::Reachable);
        QVERIFY(!check.triedAt.isValid());
    }
}

void TestSetupTrials::censusNamesWhoAnswers()
{
    Cluster cluster(DirectRouting);
    cluster.setUp();
    auto checks = checkSetup(cluster.wish, cluster.verified());
    const SetupCheck *silence = find(checks, Code::ArpSilence, director);
    const SetupCheck *owner = find(checks, Code::ArpOwner, rs2);
    QVERIFY(silence && owner);
    QCOMPARE(silence->state, State::Green);
    QVERIFY(silence->is.isEmpty());
    QVERIFY(silence->triedAt.isValid());
    QCOMPARE(silence->evidence, (std::vector<SetupEvidence>{{u"eth0"_s, {}}}));
    QCOMPARE(owner->state, State::Green);
    QCOMPARE(owner->is, hardwareAddress(cluster, director));
    QCOMPARE(owner->wanted, hardwareAddress(cluster, director));
    QCOMPARE(owner->server, cluster.wish.servers.back().server.key);

    cluster.setSysctl(rs1, u"ipv4/conf/all/arp_ignore"_s, u"0"_s);
    checks = checkSetup(cluster.wish, cluster.verified());
    silence = find(checks, Code::ArpSilence, director);
    QCOMPARE(silence->state, State::Red);
    QCOMPARE(silence->is, hardwareAddress(cluster, rs1));
    QCOMPARE(silence->server, cluster.wish.servers.front().server.key);
    QCOMPARE(find(checks, Code::ArpOwner, rs1)->state, State::Green); // which never hears itself
    owner = find(checks, Code::ArpOwner, rs2);
    QCOMPARE(owner->state, State::Red);
    QVERIFY(owner->is.contains(hardwareAddress(cluster, rs1)));
    QVERIFY(owner->is.contains(hardwareAddress(cluster, director)));
}

void TestSetupTrials::aStrangerIsNoRealServer()
{
    Cluster cluster(Nat);
    cluster.setUp();
    SetupFacts facts = cluster.verified();
    facts.probes.censuses[director]->answers = {
        {.interface = interface(u"eth0"), .hardwareAddress = QByteArray(6, '\x02'), .answers = 5}};
    const auto checks = checkSetup(cluster.wish, facts);
    QCOMPARE(firstFinding(checks)->code, Code::ArpSilence);
    QCOMPARE(firstFinding(checks)->is, u"02:02:02:02:02:02"_s);
    QVERIFY(!firstFinding(checks)->server);
}

void TestSetupTrials::nobodyAnswersWithoutAVip()
{
    Cluster cluster(DirectRouting);
    cluster.setUp();
    cluster.change(director, RemoveAddress{{interface(u"eth0"), vipAddress(cluster.wish.vip(), interface(u"eth0"))}});
    const auto checks = checkSetup(cluster.wish, cluster.verified());
    QCOMPARE(find(checks, Code::ArpOwner, rs1)->state, State::Red);
    QVERIFY(find(checks, Code::ArpOwner, rs1)->is.isEmpty());
}

void TestSetupTrials::neighboursOfOtherNetworksNeedNoAnswer()
{
    Cluster cluster(Nat);
    cluster.setUp();
    cluster.setSysctl(director, u"ipv4/conf/all/arp_ignore"_s, u"1"_s); // only who asks outside is answered
    const auto checks = checkSetup(cluster.wish, cluster.verified());
    QVERIFY(!firstFinding(checks));
    QVERIFY(!find(checks, Code::ArpOwner, rs1));
}

void TestSetupTrials::whoCouldNotAskSaysWhy()
{
    Cluster cluster(DirectRouting);
    cluster.setUp();
    const Error error{.code = ErrorCode::NotAuthorized};
    SetupFacts facts = cluster.verified();
    facts.probes.censuses[rs1] = std::unexpected(error);
    facts.probes.censuses[director] = std::unexpected(error);
    facts.probes.connections.begin()->second = std::unexpected(error);
    const auto checks = checkSetup(cluster.wish, facts);
    QVERIFY(!firstFinding(checks));
    for (const SetupCheck *check : {find(checks, Code::ArpOwner, rs1), find(checks, Code::ArpSilence, director),
                                    find(checks, Code::Reachable, director)}) {
        QCOMPARE(check->state, State::Unknown);
        QCOMPARE(check->error, error);
    }
}

void TestSetupTrials::listenersOfTheWrongAddressAreNamed_data()
{
    QTest::addColumn<SetupMethod>("method");
    QTest::addColumn<QString>("address");
    QTest::addColumn<State>("state");
    QTest::newRow("DR, all") << DirectRouting << u"0.0.0.0"_s << State::Green;
    QTest::newRow("DR, all of both families") << DirectRouting << u"::"_s << State::Green;
    QTest::newRow("DR, the VIP") << DirectRouting << u"172.18.100.6"_s << State::Green;
    QTest::newRow("DR, its own address") << DirectRouting << u"172.18.100.11"_s << State::Red;
    QTest::newRow("TUN, its own address") << Tunnelling << u"172.18.100.11"_s << State::Red;
    QTest::newRow("NAT, its own address") << Nat << u"192.168.10.11"_s << State::Green;
    QTest::newRow("NAT, the VIP") << Nat << u"172.18.100.6"_s << State::Red;
    QTest::newRow("FullNAT, loopback") << FullNat << u"127.0.0.1"_s << State::Red;
}

void TestSetupTrials::listenersOfTheWrongAddressAreNamed()
{
    QFETCH(const SetupMethod, method);
    QFETCH(const QString, address);
    QFETCH(const State, state);
    Cluster cluster(method);
    cluster.setUp();
    SetupFacts facts = cluster.facts();
    facts.hosts[rs1].listeners = {{quint8(Protocol::Tcp), ip(address), 80},
                                  {quint8(Protocol::Udp), ip(u"0.0.0.0"), 80},
                                  {quint8(Protocol::Tcp), ip(u"0.0.0.0"), 22}};
    const auto checks = checkSetup(cluster.wish, facts);
    const SetupCheck *check = find(checks, Code::Listener, rs1);
    QVERIFY(check);
    QCOMPARE(check->state, state);
    QCOMPARE(check->evidence, (std::vector<SetupEvidence>{{u"TCP 80"_s, address}}));
    QCOMPARE(check->is.isEmpty(), state == State::Red);
    QCOMPARE(check->wanted, putsVipOnServers(method) ? u"172.18.100.6:80"_s : u"192.168.10.11:80"_s);
}

void TestSetupTrials::everyPortOfAMarkIsLookedAt()
{
    Cluster cluster(DirectRouting);
    useMark(cluster.wish);
    cluster.setUp();
    SetupFacts facts = cluster.facts();
    std::erase_if(facts.hosts[rs2].listeners, [](const Listener &listener) { return listener.port == 443; });
    const auto checks = checkSetup(cluster.wish, facts);
    QCOMPARE(std::ranges::count(checks, Code::Listener, &SetupCheck::code), 4);
    QCOMPARE(firstFinding(checks)->code, Code::Listener);
    QCOMPARE(firstFinding(checks)->wanted, u"172.18.100.6:443"_s);
}

void TestSetupTrials::connectionsAreJudgedByTheMethod_data()
{
    QTest::addColumn<SetupMethod>("method");
    QTest::addColumn<ProbeOutcome>("outcome");
    QTest::addColumn<bool>("onVipAlone");
    QTest::addColumn<State>("state");
    using enum ProbeOutcome;
    QTest::newRow("NAT, answered") << Nat << Answered << false << State::Green;
    QTest::newRow("NAT, refused") << Nat << Refused << false << State::Red;
    QTest::newRow("NAT, silent") << Nat << Silent << false << State::Red;
    QTest::newRow("NAT, unreachable") << Nat << Unreachable << false << State::Red;
    QTest::newRow("DR, refused") << DirectRouting << Refused << false << State::Red;
    QTest::newRow("DR, it listens on the VIP") << DirectRouting << Refused << true << State::Green;
    QTest::newRow("DR, silent") << DirectRouting << Silent << true << State::Red;
}

void TestSetupTrials::connectionsAreJudgedByTheMethod()
{
    QFETCH(const SetupMethod, method);
    QFETCH(const ProbeOutcome, outcome);
    QFETCH(const bool, onVipAlone);
    Cluster cluster(method);
    cluster.setUp();
    SetupFacts facts = cluster.verified();
    facts.probes.connections[cluster.wish.servers.front().server.key] = ProbeResult{.outcome = outcome};
    if (onVipAlone)
        facts.hosts[rs1].listeners = {{quint8(Protocol::Tcp), cluster.wish.vip(), 80}};
    const auto checks = checkSetup(cluster.wish, facts);
    QTEST(find(checks, Code::Reachable, director)->state, "state");
}

void TestSetupTrials::serversShowOneCertificate_data()
{
    QTest::addColumn<Result<TlsResult>>("shown");
    QTest::addColumn<State>("state");
    QTest::addColumn<QString>("is");
    const TlsResult garbled{.result = {.outcome = ProbeOutcome::Garbled}};
    const TlsResult refused{.result = {.outcome = ProbeOutcome::Refused}};
    const Error error{.code = ErrorCode::NotAuthorized};
    const auto row = [](const char *name, const Result<TlsResult> &shown, State state, const QString &is) {
        QTest::newRow(name) << shown << state << is;
    };
    row("the same", certificate('a'), State::Green, u"61:61:61:61:61:61:61:61"_s);
    row("another", certificate('b'), State::Red, u"62:62:62:62:62:62:62:62"_s);
    row("none", garbled, State::Red, u"garbled"_s);
    row("closed", refused, State::Unknown, {});
    row("not asked", std::unexpected(error), State::Unknown, {});
}

void TestSetupTrials::serversShowOneCertificate()
{
    QFETCH(const Result<TlsResult>, shown);
    Cluster cluster(DirectRouting);
    useMark(cluster.wish);
    cluster.setUp();
    SetupFacts facts = cluster.verified();
    QCOMPARE(facts.probes.certificates.size(), 2u); // of ports 80 and 443
    QVERIFY(!firstFinding(checkSetup(cluster.wish, facts)));
    // A tie between the two is lost by the second one.
    const ServerKey endpoint{cluster.wish.servers.back().server.key.address, 443};
    facts.probes.certificates.insert_or_assign(endpoint, shown);
    const auto checks = checkSetup(cluster.wish, facts);
    const auto isOfSecond = [&](const SetupCheck &check) {
        return check.code == Code::Certificate && check.server == cluster.wish.servers.back().server.key;
    };
    const auto check = std::ranges::find_if(checks, isOfSecond);
    QVERIFY(check != checks.end());
    QTEST(check->state, "state");
    QTEST(check->is, "is");
    QCOMPARE(check->wanted, u"61:61:61:61:61:61:61:61"_s);
    QCOMPARE(check->port, quint16(443));
    QCOMPARE(check->host, director);
    QCOMPARE(check->triedAt, facts.probes.takenAt);
    if (shown && shown->result.isAnswered())
        QCOMPARE(check->evidence.front().value,
                 QString::fromLatin1(shown->certificate.toHex(':')) + u" 2027-01-31T00:00:00Z"_s);
}

void TestSetupTrials::plainTextHasNoCertificates()
{
    Cluster cluster(DirectRouting);
    useMark(cluster.wish);
    cluster.setUp();
    SetupFacts facts = cluster.verified();
    QVERIFY(std::ranges::contains(checkSetup(cluster.wish, facts), Code::Certificate, &SetupCheck::code));
    for (auto &[endpoint, shown] : facts.probes.certificates)
        shown = TlsResult{.result = {.outcome = ProbeOutcome::Garbled}};
    const auto checks = checkSetup(cluster.wish, facts);
    QVERIFY(!std::ranges::contains(checks, Code::Certificate, &SetupCheck::code));
    QVERIFY(!firstFinding(checks));
}

void TestSetupTrials::httpsIsKnownByThePort_data()
{
    QTest::addColumn<SetupMethod>("method");
    QTest::addColumn<quint16>("port");
    QTest::addColumn<quint16>("mapped");
    QTest::addColumn<bool>("isHttps");
    QTest::newRow("DR 443") << DirectRouting << quint16(443) << quint16(443) << true;
    QTest::newRow("DR 80") << DirectRouting << quint16(80) << quint16(80) << false;
    QTest::newRow("NAT, mapped") << Nat << quint16(443) << quint16(8000) << true;
    QTest::newRow("NAT, from another port") << Nat << quint16(80) << quint16(443) << false;
}

void TestSetupTrials::httpsIsKnownByThePort()
{
    QFETCH(const SetupMethod, method);
    QFETCH(const quint16, port);
    QFETCH(const quint16, mapped);
    QFETCH(const bool, isHttps);
    Cluster cluster(method);
    cluster.wish.service.key.port = port;
    for (SetupServer &server : cluster.wish.servers)
        server.server.key.port = mapped;
    cluster.setUp();
    const SetupFacts facts = cluster.facts();
    const auto endpoints = httpsEndpointsFrom(facts.table, cluster.wish, cluster.wish.servers.front());
    QCOMPARE(endpoints.size(), isHttps ? 1u : 0u);
    if (isHttps)
        QCOMPARE(endpoints.front(), cluster.wish.servers.front().server.key);
}

void TestSetupTrials::filtersAreAskedWherePacketsPass_data()
{
    QTest::addColumn<SetupMethod>("method");
    QTest::addColumn<QString>("on");
    QTest::addColumn<FilterRule>("rule");
    QTest::addColumn<bool>("isDropped");
    const auto at = [](FilterHook hook, FilterRule rule) {
        rule.hook = hook;
        return rule;
    };
    const auto to = [](QStringView network, FilterRule rule) {
        rule.destinations = {*IpNetwork::fromText(network)};
        return rule;
    };
    using enum FilterHook;
    QTest::newRow("DR, requests") << DirectRouting << director << at(Input, drop(u"80")) << true;
    QTest::newRow("DR, before") << DirectRouting << director << at(Prerouting, drop(u"1-100")) << true;
    QTest::newRow("DR, another port") << DirectRouting << director << at(Input, drop(u"443")) << false;
    QTest::newRow("DR, to the VIP") << DirectRouting << director << to(u"172.18.100.6", drop(u"80")) << true;
    QTest::newRow("DR, to the director") << DirectRouting << director << to(u"172.18.100.5", drop(u"80")) << false;
    QTest::newRow("DR, what is passed on")
        << DirectRouting << director
        << at(Forward, FilterRule{.chain = 1, .verdict = FilterVerdict::Drop, .isPolicy = true}) << false;
    QTest::newRow("NAT, replies") << Nat << director
                                  << at(Forward,
                                        FilterRule{.chain = 1, .verdict = FilterVerdict::Drop, .isPolicy = true})
                                  << true;
    QTest::newRow("NAT, replies of the port") << Nat << director
                                              << FilterRule{.hook = Forward,
                                                            .chain = 1,
                                                            .verdict = FilterVerdict::Reject,
                                                            .sources = {*IpNetwork::fromText(u"192.168.10.0/24")},
                                                            .sourcePorts = *PortSet::fromText(u"80")}
                                              << true;
    QTest::newRow("NAT, other replies") << Nat << director
                                        << FilterRule{.hook = Forward,
                                                      .chain = 1,
                                                      .verdict = FilterVerdict::Drop,
                                                      .sources = {*IpNetwork::fromText(u"192.168.11.0/24")}}
                                        << false;
    const PortSet web = *PortSet::fromText(u"80");
    const auto dropped = [](FilterRule rule) {
        rule.chain = 1;
        rule.verdict = FilterVerdict::Drop;
        return rule;
    };
    QTest::newRow("DR, what IPVS sends") << DirectRouting << director << at(Output, drop(u"80")) << true;
    QTest::newRow("DR, what goes out") << DirectRouting << director << at(Postrouting, drop(u"80")) << true;
    QTest::newRow("DR, what IPVS sends to others")
        << DirectRouting << director << at(Output, to(u"10.0.0.0/8", drop(u"80"))) << false;
    QTest::newRow("TUN, tunnels go out") << Tunnelling << director << dropped({.hook = Output, .protocols = {4}})
                                         << true;
    QTest::newRow("TUN, what is in them") << Tunnelling << director << at(Output, drop(u"80")) << false;
    QTest::newRow("NAT, replies leave") << Nat << director
                                        << dropped({.hook = Postrouting,
                                                    .sources = {*IpNetwork::fromText(u"172.18.100.6")},
                                                    .sourcePorts = web})
                                        << true;
    QTest::newRow("DR, no replies leave")
        << DirectRouting << director << dropped({.hook = Postrouting, .sourcePorts = web}) << false;
    QTest::newRow("DR, answers") << DirectRouting << rs1 << dropped({.hook = Output, .sourcePorts = web}) << true;
    QTest::newRow("DR, later answers") << DirectRouting << rs1 << dropped({.hook = Output, .isFirst = false}) << false;
    QTest::newRow("NAT, answers go out") << Nat << rs1
                                         << dropped({.hook = Postrouting,
                                                     .sources = {*IpNetwork::fromText(u"192.168.10.0/24")},
                                                     .sourcePorts = web})
                                         << true;
    QTest::newRow("DR, on a real server") << DirectRouting << rs1 << at(Input, drop(u"80")) << true;
    QTest::newRow("DR, to its own address") << DirectRouting << rs1 << to(u"172.18.100.11", drop(u"80")) << false;
    QTest::newRow("NAT, to its own address") << Nat << rs1 << to(u"192.168.10.11", drop(u"80")) << true;
    QTest::newRow("TUN, tunnels")
        << Tunnelling << rs1 << FilterRule{.hook = Input, .chain = 1, .verdict = FilterVerdict::Drop, .protocols = {4}}
        << true;
    QTest::newRow("DR, tunnels")
        << DirectRouting << rs1
        << FilterRule{.hook = Input, .chain = 1, .verdict = FilterVerdict::Drop, .protocols = {4}} << false;
    QTest::newRow("TUN, behind the tunnel")
        << Tunnelling << rs1
        << FilterRule{.hook = Input, .chain = 1, .verdict = FilterVerdict::Drop, .from = {interface(u"lvsac12640b")}}
        << true;
    QTest::newRow("DR, another interface")
        << DirectRouting << rs1
        << FilterRule{.hook = Input, .chain = 1, .verdict = FilterVerdict::Drop, .from = {interface(u"eth7")}} << false;
}

void TestSetupTrials::filtersAreAskedWherePacketsPass()
{
    QFETCH(const SetupMethod, method);
    QFETCH(const QString, on);
    QFETCH(const FilterRule, rule);
    QFETCH(const bool, isDropped);
    Cluster cluster(method);
    cluster.setUp();
    cluster.filters[on] = {rule};
    const auto checks = checkSetup(cluster.wish, cluster.facts());
    const SetupCheck *check = find(checks, Code::FirewallDrop, on);
    QVERIFY(check);
    QCOMPARE(check->state, isDropped ? State::Red : State::Green);
    QCOMPARE(check->is, isDropped ? rule.toString() : QString());
    QCOMPARE(firstFinding(checks) != nullptr, isDropped);
}

void TestSetupTrials::whatMayDropIsEvidence()
{
    Cluster cluster(DirectRouting);
    cluster.setUp();
    FilterRule some = drop(u"80");
    some.isConditional = true;
    some.traffic = RuleTraffic{7, 420};
    cluster.filters[director] = {some};
    const auto checks = checkSetup(cluster.wish, cluster.facts());
    QVERIFY(!firstFinding(checks));
    QCOMPARE(find(checks, Code::FirewallDrop, director)->evidence,
             (std::vector<SetupEvidence>{{u"inet filter x"_s, u"drop TCP to 80 (7)"_s}}));
}

void TestSetupTrials::clientsGetThrough_data()
{
    QTest::addColumn<quint32>("connected");
    QTest::addColumn<quint64>("received");
    QTest::addColumn<bool>("isCounted");
    QTest::addColumn<State>("state");
    QTest::newRow("all") << 20u << quint64(10) << true << State::Green;
    QTest::newRow("all, and others") << 20u << quint64(70) << true << State::Green;
    QTest::newRow("some") << 19u << quint64(10) << true << State::Red;
    QTest::newRow("they come and are not served") << 0u << quint64(10) << true << State::Red;
    QTest::newRow("somebody else serves them") << 20u << quint64(0) << true << State::Red;
    QTest::newRow("this computer has no way there") << 0u << quint64(0) << true << State::Unknown;
    QTest::newRow("all, not counted") << 20u << quint64(0) << false << State::Green;
    QTest::newRow("none, not counted") << 0u << quint64(0) << false << State::Unknown;
}

void TestSetupTrials::clientsGetThrough()
{
    QFETCH(const quint32, connected);
    QFETCH(const quint64, received);
    QFETCH(const bool, isCounted);
    Cluster cluster(DirectRouting);
    cluster.setUp();
    SetupFacts facts = cluster.facts();
    const QDateTime at = QDateTime::currentDateTimeUtc();
    facts.probes.clients =
        ConnectionTally{.client = u"local"_s, .tried = 20, .connected = connected, .isCounted = isCounted, .at = at};
    for (const SetupServer &server : cluster.wish.servers)
        facts.probes.clients->servers.push_back({server.server.key, received, 0.5});
    const auto checks = checkSetup(cluster.wish, facts);
    const SetupCheck *check = find(checks, Code::Clients, u"local"_s);
    QVERIFY(check);
    QTEST(check->state, "state");
    QCOMPARE(check->triedAt, at);
    QCOMPARE(check->evidence.front(), (SetupEvidence{u"172.18.100.11:80"_s, QString::number(received) + u" 10.0"_s}));
}

QTEST_GUILESS_MAIN(TestSetupTrials)
#include "tst_setuptrials.moc"
