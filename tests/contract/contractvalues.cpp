// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/contractvalues.h"

#include <QTest>

namespace lvs {

char *toString(const VirtualService &service)
{
    return QTest::toString(QStringLiteral("%1 %2 flags 0x%3 timeout %4 netmask 0x%5 engine '%6'")
                               .arg(service.key.toString(), service.scheduler.toString())
                               .arg(service.flags.toInt(), 0, 16)
                               .arg(service.persistenceTimeout)
                               .arg(service.netmask, 0, 16)
                               .arg(service.engine.toString()));
}

char *toString(const RealServer &server)
{
    return QTest::toString(
        QStringLiteral("%1 forwarding %2 weight %3 thresholds %4/%5 tunnel type %6 port %7 checksum %8")
            .arg(server.key.toString())
            .arg(int(server.forwarding))
            .arg(server.weight)
            .arg(server.upperThreshold)
            .arg(server.lowerThreshold)
            .arg(int(server.tunnel.type))
            .arg(server.tunnel.port)
            .arg(int(server.tunnel.checksum)));
}

char *toString(const ServiceKey &key)
{
    return QTest::toString(key.toString());
}

namespace contract {

IpAddress address(const char *text)
{
    return IpAddress::fromText(QLatin1StringView(text).toString()).value();
}

SchedulerName scheduler(const char *name)
{
    return SchedulerName::fromText(QLatin1StringView(name).toString()).value();
}

PersistenceEngine engine(const char *name)
{
    return PersistenceEngine::fromText(QLatin1StringView(name).toString()).value();
}

InterfaceName interface(const char *name)
{
    return InterfaceName::fromText(QLatin1StringView(name).toString()).value();
}

ServiceKey tcp(const char *vip, quint16 port)
{
    return ServiceKey::forAddress(Protocol::Tcp, address(vip), port);
}

ServiceKey udp(const char *vip, quint16 port)
{
    return ServiceKey::forAddress(Protocol::Udp, address(vip), port);
}

ServiceKey sctp(const char *vip, quint16 port)
{
    return ServiceKey::forAddress(Protocol::Sctp, address(vip), port);
}

VirtualService http()
{
    return VirtualService::withDefaults(tcp("10.0.0.1", 80));
}

RealServer server(quint8 number, quint32 weight)
{
    return {.key = {.address = IpAddress::fromIPv4(0xc0a80a00 + number), .port = 80},
            .forwarding = Forwarding::Masquerading,
            .weight = weight};
}

std::vector<Operation> manyServers(const ServiceKey &service, quint16 count)
{
    RealServer server{.key = {.address = address("192.168.11.1")}, .forwarding = Forwarding::Masquerading};
    std::vector<Operation> operations;
    for (server.key.port = 1; server.key.port <= count; ++server.key.port)
        operations.push_back(AddServer{service, server});
    return operations;
}

QString describe(const Error &error)
{
    return QStringLiteral("error %1, errno %2: %3")
        .arg(int(error.code))
        .arg(error.kernelErrno)
        .arg(error.values.join(QLatin1StringView(", ")));
}

std::vector<ServiceRow> serviceRows()
{
    std::vector<ServiceRow> rows;
    const auto row = [&rows](const char *name, const ServiceKey &key, auto change) {
        VirtualService service = VirtualService::withDefaults(key);
        change(service);
        rows.push_back({name, service});
    };
    const auto plain = [](VirtualService &) {};
    const auto persistent = [](quint32 timeout, quint32 netmask) {
        return [=](VirtualService &service) {
            service.flags = ServiceFlag::Persistent;
            service.persistenceTimeout = timeout;
            service.netmask = netmask;
        };
    };
    const auto named = [](const char *name) {
        return [=](VirtualService &service) { service.scheduler = scheduler(name); };
    };
    const ServiceKey web = tcp("172.18.100.6", 80);

    row("TCP over IPv4", web, plain);
    row("UDP over IPv4", udp("172.18.100.6", 53), plain);
    row("SCTP over IPv4", sctp("172.18.100.6", 5060), plain);
    row("TCP over IPv6", tcp("2001:db8::6", 80), plain);
    row("UDP over IPv6", udp("2001:db8::6", 53), plain);
    row("SCTP over IPv6", sctp("2001:db8::6", 65535), plain);
    row("mark, IPv4", ServiceKey::forMark(1, Family::IPv4), plain);
    row("mark, IPv6", ServiceKey::forMark(1, Family::IPv6), plain);
    row("largest mark", ServiceKey::forMark(0xffffffff, Family::IPv4), plain);
    row("protocol the kernel does not balance", {.protocol = 47, .port = 80, .address = address("10.0.0.1")}, plain);
    row("port 0 without persistence", tcp("172.18.100.6", 0), plain);

    for (const char *name : {"rr", "wrr", "lc", "wlc", "lblc", "lblcr", "dh", "sh", "sed", "nq", "fo", "ovf", "mh"})
        row(name, web, named(name));
    row("no scheduler", web, named("none"));

    row("persistent", web, persistent(360, 0xffffffff));
    row("persistent, port 0", tcp("172.18.100.6", 0), persistent(360, 0xffffffff));
    row("persistent, by network", web, persistent(1, 0xffffff00));
    row("persistent, mask 0", web, persistent(2678400, 0));
    row("persistent, IPv6", tcp("2001:db8::6", 443), persistent(60, 128));
    row("persistent, IPv6 by network", tcp("2001:db8::6", 443), persistent(60, 1));
    row("persistent mark", ServiceKey::forMark(9, Family::IPv4), persistent(360, 0xffff0000));
    row("persistent mark, IPv6", ServiceKey::forMark(9, Family::IPv6), persistent(360, 64));
    row("persistent, timeout 0", web, persistent(0, 0xffffffff));
    row("timeout and mask without persistence", web, [](VirtualService &service) {
        service.persistenceTimeout = 123;
        service.netmask = 0xffffff00;
    });
    row("persistence engine", udp("172.18.100.6", 5060), [&](VirtualService &service) {
        persistent(360, 0xffffffff)(service);
        service.engine = engine("sip");
    });

    row("one packet", udp("172.18.100.6", 53), [](VirtualService &service) { service.flags = ServiceFlag::OnePacket; });
    row("sh with fallback and port", web, [](VirtualService &service) {
        service.scheduler = scheduler("sh");
        service.flags = ServiceFlag::Scheduler1 | ServiceFlag::Scheduler2;
    });
    row("every flag", ServiceKey::forMark(3, Family::IPv4), [](VirtualService &service) {
        service.flags = ServiceFlag::Persistent | ServiceFlag::OnePacket | ServiceFlag::Scheduler1 |
                        ServiceFlag::Scheduler2 | ServiceFlag::Scheduler3;
        service.persistenceTimeout = 360;
    });
    return rows;
}

std::vector<ServerRow> serverRows()
{
    std::vector<ServerRow> rows;
    const auto row = [&rows](const char *name, const ServiceKey &service, const RealServer &base, auto change) {
        RealServer changed = base;
        change(changed);
        rows.push_back({name, service, changed});
    };
    const ServiceKey web = tcp("172.18.100.6", 80);
    const ServiceKey web6 = tcp("2001:db8::6", 80);
    RealServer server6 = server(11);
    server6.key.address = address("2001:db8::11");
    const auto plain = [](RealServer &) {};
    const auto forwarded = [](Forwarding forwarding) {
        return [=](RealServer &server) { server.forwarding = forwarding; };
    };
    const auto tunnelled = [](TunnelType type, quint16 port, TunnelChecksum checksum) {
        return [=](RealServer &server) {
            server.forwarding = Forwarding::Tunnelling;
            server.tunnel = {type, port, checksum};
        };
    };
    const auto limited = [](quint32 upper, quint32 lower) {
        return [=](RealServer &server) {
            server.upperThreshold = upper;
            server.lowerThreshold = lower;
        };
    };

    row("masquerading", web, server(11), forwarded(Forwarding::Masquerading));
    row("gatewaying", web, server(11), forwarded(Forwarding::Gatewaying));
    row("tunnelling", web, server(11), forwarded(Forwarding::Tunnelling));
    row("local", web, server(11), forwarded(Forwarding::Local));
    row("bypass", web, server(11), forwarded(Forwarding::Bypass));
    row("masquerading, IPv6", web6, server6, forwarded(Forwarding::Masquerading));
    row("gatewaying, IPv6", web6, server6, forwarded(Forwarding::Gatewaying));
    row("other port", web, server(11), [](RealServer &server) { server.key.port = 8080; });
    row("address in 0/8", web, server(11), [](RealServer &server) { server.key.address = address("0.1.2.3"); });
    row("UDP", udp("172.18.100.6", 53), server(11), plain);
    row("SCTP", sctp("172.18.100.6", 5060), server(11), plain);
    row("mark", ServiceKey::forMark(1, Family::IPv4), server(11), [](RealServer &server) { server.key.port = 0; });
    row("mark, IPv6", ServiceKey::forMark(1, Family::IPv6), server6, forwarded(Forwarding::Gatewaying));

    row("ipip with checksum bits", web, server(11), tunnelled(TunnelType::IpIp, 0, TunnelChecksum::Checksum));
    row("gue", web, server(11), tunnelled(TunnelType::Gue, 6080, TunnelChecksum::None));
    row("gue with checksum", web, server(11), tunnelled(TunnelType::Gue, 1, TunnelChecksum::Checksum));
    row("gue with remote checksum", web, server(11), tunnelled(TunnelType::Gue, 65535, TunnelChecksum::RemoteChecksum));
    row("gre", web, server(11), tunnelled(TunnelType::Gre, 0, TunnelChecksum::None));
    row("gre with checksum", web, server(11), tunnelled(TunnelType::Gre, 0, TunnelChecksum::Checksum));
    row("gue, IPv6", web6, server6, tunnelled(TunnelType::Gue, 6080, TunnelChecksum::None));
    row("tunnel options kept without tunnelling", web, server(11),
        [](RealServer &server) { server.tunnel = {TunnelType::Gue, 6080, TunnelChecksum::Checksum}; });
    row("IPv6 server of an IPv4 service", web, server6, forwarded(Forwarding::Tunnelling));
    row("IPv4 server of an IPv6 service", web6, server(11), forwarded(Forwarding::Tunnelling));

    row("weight 0", web, server(11, 0), plain);
    row("largest weight", web, server(11, 2147483647), plain);
    row("upper threshold", web, server(11), limited(100, 0));
    row("both thresholds", web, server(11), limited(100, 50));
    row("equal thresholds", web, server(11), limited(7, 7));
    row("largest thresholds", web, server(11), limited(2147483647, 2147483647));
    return rows;
}

} // namespace contract

} // namespace lvs
