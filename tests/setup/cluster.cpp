// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/setup/cluster.h"

#include "core/apply/applier.h"
#include "core/sandbox/sandboxwire.h"
#include "core/setup/endpoints.h"
#include "tests/support/objects.h"
#include "tests/support/readtable.h"

#include <QTest>
#include <QTimeZone>

namespace lvs::test {
namespace {

/// Addresses of a cluster, of one family.
struct Addresses {
    IpAddress vip;
    IpAddress outside; ///< of the director
    IpAddress inside;
    IpAddress router;
    IpAddress otherGateway; ///< of the inner network
    std::array<IpAddress, 2> beside;
    std::array<IpAddress, 2> behind;
    quint8 prefixLength;
};

const Addresses &addressesOf(Family family)
{
    static const Addresses ipv4{ip(u"172.18.100.6"),
                                ip(u"172.18.100.5"),
                                ip(u"192.168.10.1"),
                                ip(u"172.18.100.1"),
                                ip(u"192.168.10.254"),
                                {ip(u"172.18.100.11"), ip(u"172.18.100.12")},
                                {ip(u"192.168.10.11"), ip(u"192.168.10.12")},
                                24};
    static const Addresses ipv6{ip(u"2001:db8:1::6"),
                                ip(u"2001:db8:1::5"),
                                ip(u"2001:db8:2::1"),
                                ip(u"2001:db8:1::1"),
                                ip(u"2001:db8:2::fe"),
                                {ip(u"2001:db8:1::11"), ip(u"2001:db8:1::12")},
                                {ip(u"2001:db8:2::11"), ip(u"2001:db8:2::12")},
                                64};
    return family == Family::IPv4 ? ipv4 : ipv6;
}

HostInfo directorMachine(const Addresses &addresses)
{
    HostInfo host = sandboxDirector();
    host.sysctls.clear();
    const quint8 prefixLength = addresses.prefixLength;
    for (HostInterface &interface : host.interfaces) {
        if (interface.name == lvs::test::interface(u"eth0"))
            interface.addresses = {{.address = addresses.outside, .prefixLength = prefixLength}};
        else if (interface.name == lvs::test::interface(u"eth1"))
            interface.addresses = {{.address = addresses.inside, .prefixLength = prefixLength}};
    }
    host.routes = sandboxRealServer(addresses.outside, addresses.router).routes;
    return host;
}

} // namespace

Cluster::Cluster(SetupMethod method, Family family)
{
    const Addresses &addresses = addressesOf(family);
    const bool isBehind = repliesThroughDirector(method);
    replace(director, directorMachine(addresses));
    wish.method = method;
    wish.director = director;
    wish.outside = interface(u"eth0");
    wish.service = service(ServiceKey::forAddress(Protocol::Tcp, addresses.vip, 80));
    wish.service.netmask = family == Family::IPv4 ? 0xffffffff : 128;
    for (std::size_t number = 0; const QString &id : {rs1, rs2}) {
        const IpAddress &rip = (isBehind ? addresses.behind : addresses.beside)[number++];
        replace(id, sandboxRealServer(rip, isBehind ? addresses.otherGateway : addresses.router));
        const RealServer server{.key = {rip, 80}, .forwarding = forwardingOf(method)};
        wish.servers.push_back({.server = server, .host = id});
    }
}

void Cluster::replace(const QString &id, const HostInfo &machine)
{
    m_machines[id] = std::make_unique<SandboxBackend>(SandboxBackend::Clock(), 1, machine);
}

SetupHosts Cluster::hosts()
{
    SetupHosts hosts;
    for (const auto &[id, machine] : m_machines) {
        hosts[id] = *machine->readHost();
        if (idle.contains(id))
            hosts[id].listeners.clear();
    }
    return hosts;
}

SetupFacts Cluster::facts()
{
    SetupFacts facts{.hosts = hosts(), .table = table(), .firewall = firewall()};
    for (const auto &[id, machine] : m_machines) {
        FirewallState firewall = *machine->readFirewall();
        firewall.filters = filters[id];
        if (id == director)
            facts.firewall = firewall;
        else
            facts.serverFirewalls[id] = firewall;
    }
    return facts;
}

TlsResult certificate(char of)
{
    return {.result = {.outcome = ProbeOutcome::Answered},
            .certificate = QByteArray(32, of),
            .validUntil = QDateTime(QDate(2027, 1, 31), QTime(0, 0), QTimeZone::UTC)};
}

SetupFacts Cluster::verified()
{
    SetupFacts facts = this->facts();
    facts.probes.takenAt = QDateTime::currentDateTimeUtc();
    for (const auto &[id, host] : facts.hosts)
        facts.probes.censuses[id] = censusAmong(facts.hosts, id, wish.vip());
    for (const SetupServer &server : wish.servers) {
        for (const ServerKey &endpoint : endpointsFrom(facts.table, wish, server)) {
            const bool isTaken = findListener(facts.hosts[server.host], Protocol::Tcp, endpoint.address, endpoint.port);
            facts.probes.connections[endpoint] =
                ProbeResult{.outcome = isTaken ? ProbeOutcome::Answered : ProbeOutcome::Refused};
        }
        for (const ServerKey &endpoint : httpsEndpointsFrom(facts.table, wish, server))
            facts.probes.certificates[endpoint] = certificate('a');
    }
    return facts;
}

IpvsTable Cluster::table()
{
    return *readTable(machine(director));
}

FirewallState Cluster::firewall()
{
    return *machine(director).readFirewall();
}

std::map<QString, MachineState> Cluster::state()
{
    std::map<QString, MachineState> state;
    for (const auto &[id, machine] : m_machines)
        state[id] = {*machine->readHost(), *readTable(*machine), *machine->readFirewall()};
    return state;
}

Result<ApplyReport> Cluster::apply(const QString &host, const ChangePlan &plan)
{
    return Applier(machine(host)).apply(plan);
}

void Cluster::run(HostPlanProgress &progress, const Before &before)
{
    while (const auto task = progress.next()) {
        progress.started(*task);
        const std::optional<Error> error = before ? before(*task) : std::nullopt;
        progress.finished(*task, error ? Result<ApplyReport>(std::unexpected(*error)) : apply(task->host, task->plan));
    }
}

HostPlanProgress Cluster::setUp()
{
    HostPlanProgress progress(*plan());
    run(progress);
    return progress;
}

void Cluster::change(const QString &host, const Operation &operation)
{
    const auto results = machine(host).execute(std::span(&operation, 1));
    QVERIFY2(results.front(), "the machine does not take the change");
}

void Cluster::setSysctl(const QString &host, const QString &name, const QString &value)
{
    change(host, SetSysctl{name, {}, value});
}

InterfaceName interface(QStringView name)
{
    return *InterfaceName::fromText(name);
}

InterfaceAddress vipOn(const Cluster &cluster, QStringView name)
{
    return vipAddress(cluster.wish.vip(), interface(name));
}

void reroute(Cluster &cluster, const QString &id, QStringView gateway)
{
    const HostInfo host = *cluster.machine(id).readHost();
    const auto present = std::ranges::find(host.routes, 0, &HostRoute::prefixLength);
    QVERIFY(present != host.routes.end());
    HostRoute after = *present;
    after.gateway = ip(gateway);
    cluster.change(id, EditRoute{*present, after});
}

void useMark(SetupWish &wish)
{
    const IpAddress vip = wish.vip();
    wish.service = service(ServiceKey::forMark(1, vip.family()));
    wish.service.netmask = vip.isIPv4() ? 0xffffffff : 128;
    wish.vipOfMark = vip;
    wish.portsOfMark = *PortSet::fromText(u"80,443");
    for (SetupServer &server : wish.servers)
        server.server.key.port = 0; // as they come
}

void addEverySetup()
{
    QTest::addColumn<SetupMethod>("method");
    QTest::addColumn<Family>("family");
    QTest::newRow("DR, IPv4") << SetupMethod::DirectRouting << Family::IPv4;
    QTest::newRow("DR, IPv6") << SetupMethod::DirectRouting << Family::IPv6;
    QTest::newRow("TUN") << SetupMethod::Tunnelling << Family::IPv4;
    QTest::newRow("NAT, IPv4") << SetupMethod::Nat << Family::IPv4;
    QTest::newRow("NAT, IPv6") << SetupMethod::Nat << Family::IPv6;
    QTest::newRow("FullNAT") << SetupMethod::FullNat << Family::IPv4;
}

} // namespace lvs::test
