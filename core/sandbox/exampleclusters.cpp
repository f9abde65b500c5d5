// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/exampleclusters.h"

namespace lvs {

namespace {

using namespace std::chrono_literals;

constexpr quint32 address(quint32 a, quint32 b, quint32 c, quint32 d)
{
    return a << 24 | b << 16 | c << 8 | d;
}

const IpAddress natVip = IpAddress::fromIPv4(address(172, 18, 100, 6));
const IpAddress drVip = IpAddress::fromIPv4(address(172, 18, 100, 7));
const IpAddress markVip = IpAddress::fromIPv4(address(172, 18, 100, 8));
constexpr quint32 natServers = address(192, 168, 10, 10);
constexpr quint32 drServers = address(172, 18, 100, 10);
const IpAddress clients = IpAddress::fromIPv4(address(198, 18, 0, 1)); // RFC 2544: never real hosts
constexpr quint32 mark = 1;

VirtualService service(const ServiceKey &key, QLatin1StringView scheduler)
{
    VirtualService service = VirtualService::withDefaults(key);
    service.scheduler = SchedulerName::fromText(scheduler.toString()).value();
    return service;
}

/// The server NUMBER of a network.
Operation server(const VirtualService &service, quint32 network, quint32 number, Forwarding forwarding, quint32 weight)
{
    return AddServer{service.key,
                     {.key = {.address = IpAddress::fromIPv4(network + number), .port = service.key.port},
                      .forwarding = forwarding,
                      .weight = weight}};
}

/// Servers are added last first, so that the kernel's list begins with the first.
std::vector<Operation> clusters()
{
    using enum Forwarding;
    const VirtualService web = service(ServiceKey::forAddress(Protocol::Tcp, natVip, 80), QLatin1StringView("wrr"));
    const VirtualService database =
        service(ServiceKey::forAddress(Protocol::Tcp, natVip, 3306), QLatin1StringView("wlc"));
    const VirtualService direct = service(ServiceKey::forAddress(Protocol::Tcp, drVip, 80), QLatin1StringView("wlc"));
    VirtualService marked = service(ServiceKey::forMark(mark, Family::IPv4), QLatin1StringView("rr"));
    marked.flags = ServiceFlag::Persistent;
    marked.persistenceTimeout = defaultPersistence;
    const MarkRule markRule{.destination = IpNetwork::ofOne(markVip),
                            .protocol = quint8(Protocol::Tcp),
                            .ports = PortSet::of({{80, 80}, {443, 443}}).value(),
                            .mark = mark};

    return {
        AddService{web},
        server(web, natServers, 3, Masquerading, 1),
        server(web, natServers, 2, Masquerading, 2),
        server(web, natServers, 1, Masquerading, 3),
        AddService{database},
        server(database, natServers, 3, Masquerading, 0),
        server(database, natServers, 2, Masquerading, 1),
        server(database, natServers, 1, Masquerading, 1),
        AddService{direct},
        server(direct, drServers, 2, Gatewaying, 1),
        server(direct, drServers, 1, Gatewaying, 2),
        AddMarkRule{markRule},
        AddService{marked},
        server(marked, drServers, 2, Gatewaying, 1),
        server(marked, drServers, 1, Gatewaying, 1),
    };
}

std::vector<TrafficProfile> traffic()
{
    const TrafficProfile markedHttps{.virtualAddress = markVip,
                                     .virtualPort = 443,
                                     .firstClient = clients,
                                     .clients = 60,
                                     .connectionsPerSecond = 8,
                                     .duration = 4s,
                                     .gap = 800ms,
                                     .request = {.packets = 4, .bytes = 900}};
    TrafficProfile markedHttp = markedHttps;
    markedHttp.virtualPort = 80;
    markedHttp.connectionsPerSecond = 3;
    markedHttp.duration = 300ms;

    return {
        {.virtualAddress = natVip,
         .firstClient = clients,
         .connectionsPerSecond = 35,
         .duration = 600ms,
         .gap = 250ms,
         .request = {.packets = 3, .bytes = 620},
         .reply = {.packets = 10, .bytes = 12'400}},
        {.virtualAddress = natVip,
         .virtualPort = 3306,
         .firstClient = clients,
         .clients = 12,
         .connectionsPerSecond = 1.5,
         .duration = 30s,
         .gap = 900ms,
         .request = {.packets = 2, .bytes = 310},
         .reply = {.packets = 3, .bytes = 2'600}},
        {.virtualAddress = drVip,
         .firstClient = clients,
         .clients = 800,
         .connectionsPerSecond = 60,
         .swing = 0.5,
         .duration = 900ms,
         .gap = 300ms,
         .request = {.packets = 4, .bytes = 760},
         .vanishing = 0.002},
        markedHttps,
        markedHttp,
    };
}

} // namespace

std::unique_ptr<SandboxBackend> makeExampleSandbox(SandboxBackend::Clock clock, quint64 seed)
{
    auto sandbox = std::make_unique<SandboxBackend>(std::move(clock), seed);
    sandbox->execute(clusters());
    for (const TrafficProfile &profile : traffic())
        sandbox->addTraffic(profile);
    sandbox->advance(3min);
    return sandbox;
}

std::vector<ExampleServer> exampleServers()
{
    const IpAddress clientRouter = IpAddress::fromIPv4(address(172, 18, 100, 1));
    const IpAddress otherRouter = IpAddress::fromIPv4(address(192, 168, 10, 254));
    std::vector<ExampleServer> servers;
    const auto add = [&](quint32 network, quint32 number, const IpAddress &gateway) {
        servers.push_back({QStringLiteral("rs%1").arg(servers.size() + 1),
                           sandboxRealServer(IpAddress::fromIPv4(network + number), gateway)});
    };
    for (const quint32 number : {1, 2})
        add(drServers, number, clientRouter);
    for (const quint32 number : {1, 2, 3})
        add(natServers, number, otherRouter);
    const quint16 stopped = stoppedExamplePort().port; // on the last of them
    std::erase_if(servers.back().machine.listeners, [&](const Listener &listener) { return listener.port == stopped; });
    return servers;
}

std::unique_ptr<SandboxBackend> makeExampleSandbox()
{
    return makeExampleSandbox([] {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now().time_since_epoch());
    });
}

ServerKey stoppedExamplePort()
{
    return {.address = IpAddress::fromIPv4(natServers + 3), .port = 3306};
}

} // namespace lvs
