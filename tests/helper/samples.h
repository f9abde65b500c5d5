// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"
#include "core/model/connectionentry.h"
#include "core/model/hostinfo.h"
#include "core/model/ipvstable.h"
#include "tests/support/firewallobjects.h"

/// Values for tests of the bus: one of each kind, and large tables.
namespace lvs::samples {

inline IpAddress address(QStringView text)
{
    return *IpAddress::fromText(text);
}

inline ServiceKey tcp(QStringView vip = u"172.18.100.6", quint16 port = 80)
{
    return ServiceKey::forAddress(Protocol::Tcp, address(vip), port);
}

inline VirtualService service(const ServiceKey &key = tcp(), QStringView scheduler = u"rr")
{
    VirtualService service = VirtualService::withDefaults(key);
    service.scheduler = *SchedulerName::fromText(scheduler);
    return service;
}

inline RealServer server(QStringView rip = u"192.168.10.11", quint16 port = 80, quint32 weight = 1)
{
    return {.key = {.address = address(rip), .port = port}, .forwarding = Forwarding::Masquerading, .weight = weight};
}

inline SyncDaemon daemon()
{
    return {.role = SyncRole::Backup,
            .interface = *InterfaceName::fromText(u"eth0"),
            .syncId = 7,
            .maxLength = 1472,
            .group = address(u"224.0.0.81"),
            .port = 8848,
            .ttl = 1};
}

/// A template of a mark service, with everything set.
inline ConnectionEntry connection()
{
    return {.protocol = 0,
            .client = address(u"2001:db8::"),
            .firewallMark = 7,
            .virtualPort = 0xffff,
            .server = {.address = address(u"192.168.10.11"), .port = 0xffff},
            .state = QStringLiteral("ASSURED"),
            .expires = 4'294'967'295,
            .engine = QStringLiteral("sip"),
            .engineData = QStringLiteral("3848276298@example")};
}

/// As a real server has it.
inline HostAddress vip()
{
    return {.interface = *InterfaceName::fromText(u"lo"),
            .address = {.address = address(u"172.18.100.6"),
                        .prefixLength = 32,
                        .scope = AddressScope::Host,
                        .label = QStringLiteral("lo:0")}};
}

inline HostRoute route(QStringView gateway = u"192.168.10.1")
{
    return {.destination = address(u"203.0.113.0"),
            .prefixLength = 24,
            .gateway = address(gateway),
            .interface = *InterfaceName::fromText(u"eth0.100"),
            .metric = 50};
}

inline HostTunnel tunnel()
{
    return {.name = *InterfaceName::fromText(u"lvstun0"), .local = address(u"192.168.10.11")};
}

inline HostInfo host()
{
    HostInfo host{.sysctls = {{QStringLiteral("ipv4/vs/conntrack"), QStringLiteral("1")},
                              {QStringLiteral("ipv4/vs/sync_threshold"), QStringLiteral("3 50")}},
                  .kernel = {.configuredTableBits = 12, .tableBits = 20},
                  .interfaces = {{.name = *InterfaceName::fromText(u"lo"),
                                  .isUp = true,
                                  .kind = InterfaceKind::Loopback,
                                  .addresses = {vip().address}},
                                 {.name = *InterfaceName::fromText(u"eth0.100"),
                                  .kind = InterfaceKind::Ethernet,
                                  .hardwareAddress = QByteArray("\x02\x00\x5e\x10\x00\xff", 6),
                                  .addresses = {{address(u"172.18.100.6"), 32}, {address(u"2001:db8::6"), 128}}},
                                 {.name = tunnel().name,
                                  .kind = InterfaceKind::Ipip,
                                  .tunnel = TunnelEnds{.local = tunnel().local}}},
                  .routes = {route(),
                             {.destination = IpAddress::fromIPv6({}),
                              .gateway = address(u"fe80::1"),
                              .interface = *InterfaceName::fromText(u"eth1"),
                              .metric = 1024}},
                  .rules = {{.priority = 100, .source = IpNetwork::ofOne(address(u"172.18.100.6")), .table = 300},
                            {.priority = 200,
                             .family = Family::IPv6,
                             .destination = *IpNetwork::fromText(u"2001:db8::/64"),
                             .table = 7}},
                  .tableRoutes = {{300, route()}},
                  .neighbours = {{address(u"192.168.10.11"), *InterfaceName::fromText(u"eth1")}},
                  .listeners = {{quint8(Protocol::Tcp), address(u"0.0.0.0"), 22},
                                {quint8(Protocol::Udp), address(u"2001:db8::6"), 53}}};
    host.kernel.states.back() = FeatureState::BuiltIn;
    host.kernel.states.front() = FeatureState::Missing;
    return host;
}

/// One operation of each kind, in the order of the variant.
inline std::vector<Operation> operations()
{
    const ServiceKey mark = ServiceKey::forMark(1, Family::IPv6);
    return {AddService{service()},
            EditService{service(), service(tcp(), u"wrr")},
            RemoveService{service(mark), {server(), server(u"2001:db8::1", 443)}},
            AddServer{tcp(), server()},
            EditServer{tcp(), server(), server(u"192.168.10.11", 80, 10)},
            RemoveServer{mark, server(u"2001:db8::1", 443)},
            ZeroCounters{tcp()},
            ClearTable{QByteArray(32, 'x')},
            SetTimeouts{{900, 120, 300}, {1800, 0, 0}},
            StartSyncDaemon{daemon()},
            StopSyncDaemon{daemon()},
            SetSysctl{QStringLiteral("ipv4/vs/sync_threshold"), QStringLiteral("3 50"), QStringLiteral("10 100")},
            AddAddress{vip()},
            RemoveAddress{vip()},
            AddRoute{route()},
            EditRoute{route(), route(u"192.168.10.254")},
            RemoveRoute{{.prefixLength = 0, .interface = *InterfaceName::fromText(u"eth0")}},
            AddTunnel{tunnel()},
            RemoveTunnel{tunnel()},
            AddMarkRule{test::webMark()},
            RemoveMarkRule{test::webMark(~0u)},
            AddSnatRule{test::fullNat()},
            RemoveSnatRule{test::fullNat()}};
}

inline Traffic traffic(quint64 seed)
{
    return {.counters = {seed, seed * 10, seed * 9, seed * 5000, seed * 90000},
            .rates = {seed % 100, seed % 1000, seed % 999, seed % 100000, seed % 1000000}};
}

/// Services 10.x.y.1:80 in the order of keys.
inline std::vector<ServiceState> manyServices(quint32 count)
{
    std::vector<ServiceState> services;
    for (quint32 i = 0; i < count; ++i) {
        const auto key = ServiceKey::forAddress(Protocol::Tcp, IpAddress::fromIPv4(0x0a000001 + i * 256), 80);
        services.push_back({.config = service(key), .traffic = traffic(i)});
    }
    return services;
}

inline ServerList manyServers(const ServiceKey &key, quint32 count)
{
    ServerList list{.service = key};
    for (quint32 i = 0; i < count; ++i) {
        RealServer config = server();
        config.key.address = IpAddress::fromIPv4(0xc0a80000 + i);
        list.servers.push_back({.config = config,
                                .activeConnections = i,
                                .inactiveConnections = i * 3,
                                .traffic = traffic(1'000'000 + i)});
    }
    return list;
}

} // namespace lvs::samples
