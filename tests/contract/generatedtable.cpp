// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/generatedtable.h"

#include "core/types/numbers.h"
#include "tests/contract/contractvalues.h"

#include <QtAssert>

#include <array>

namespace lvs::contract {

using namespace Qt::StringLiterals;

namespace {

/// A change may have to be tried with other values until it fits; where this many don't, none will.
constexpr int attempts = 60;

constexpr std::array schedulers{"rr", "wrr", "lc", "wlc", "lblc", "lblcr", "dh", "sh", "sed", "nq", "fo", "ovf", "mh"};

} // namespace

std::vector<GeneratedTable::ServiceField> GeneratedTable::serviceFields()
{
    return {{"scheduler", &GeneratedTable::changeScheduler},
            {"persistence", &GeneratedTable::changePersistence},
            {"one packet", &GeneratedTable::changeOnePacket},
            {"scheduler flag", &GeneratedTable::changeSchedulerFlag},
            {"persistence timeout", &GeneratedTable::changeTimeout},
            {"netmask", &GeneratedTable::changeNetmask},
            {"engine", &GeneratedTable::changeEngine}};
}

std::vector<GeneratedTable::ServerField> GeneratedTable::serverFields()
{
    return {{"forwarding", &GeneratedTable::changeForwarding},
            {"weight", &GeneratedTable::changeWeight},
            {"upper threshold", &GeneratedTable::changeUpperThreshold},
            {"lower threshold", &GeneratedTable::changeLowerThreshold},
            {"tunnel type", &GeneratedTable::changeTunnelType},
            {"tunnel port", &GeneratedTable::changeTunnelPort},
            {"tunnel checksum", &GeneratedTable::changeTunnelChecksum}};
}

IpvsTable GeneratedTable::table(int services, int servers)
{
    IpvsTable table;
    std::vector<ServiceKey> keys;
    for (int i = 0; i < services; ++i) {
        table.setService(service(i));
        keys.push_back(service(i).key);
    }
    for (int i = 0; i < servers; ++i) {
        const ServiceKey &key = keys[size_t(i) % keys.size()];
        std::vector<RealServer> list = table.find(key)->servers;
        list.insert(list.begin(), server(key, i)); // newest first
        table.setServers(key, std::move(list));
    }
    return table;
}

std::optional<VirtualService> GeneratedTable::changed(const ServiceField &field, const VirtualService &service)
{
    for (int attempt = 0; attempt < attempts; ++attempt) {
        VirtualService next = service;
        (this->*field.change)(next);
        if (next != service && validate(next))
            return next;
    }
    return {};
}

std::optional<RealServer> GeneratedTable::changed(const ServerField &field, const RealServer &server,
                                                  const ServiceKey &service)
{
    for (int attempt = 0; attempt < attempts; ++attempt) {
        RealServer next = server;
        (this->*field.change)(next);
        if (next != server && validate(next, service))
            return next;
    }
    return {};
}

VirtualService GeneratedTable::service(int number)
{
    const bool isIPv6 = number % 2 == 1;
    const IpAddress vip = isIPv6 ? *IpAddress::fromText(u"2001:db8::%1"_s.arg(number + 1, 0, 16))
                                 : IpAddress::fromIPv4(0xac120000u + quint32(number) + 1);
    const auto port = quint16(1 + number * 331);
    ServiceKey key = ServiceKey::forMark(quint32(number) * 10'000'000u + 1, isIPv6 ? Family::IPv6 : Family::IPv4);
    constexpr std::array protocols{Protocol::Tcp, Protocol::Udp, Protocol::Sctp};
    if (number / 2 % 4 < 3)
        key = ServiceKey::forAddress(protocols[size_t(number / 2 % 4)], vip, port);

    VirtualService service = VirtualService::withDefaults(key);
    for (const ServiceField &field : serviceFields()) {
        if (m_random.bounded(2) == 0)
            service = changed(field, service).value_or(service);
    }
    return service;
}

RealServer GeneratedTable::server(const ServiceKey &service, int number)
{
    // Every fourth of the other family, which only tunnels join.
    const bool isIPv6 = (service.family == Family::IPv6) != (number % 4 == 0);
    RealServer server;
    server.key.address = isIPv6 ? *IpAddress::fromText(u"fd00::%1"_s.arg(number + 1, 0, 16))
                                : IpAddress::fromIPv4(0xc0a80000u + quint32(number) + 1);
    server.key.port = service.port;
    server.forwarding = Forwarding::Tunnelling;
    if (number % 4 == 1 && !service.isMark() && service.port != 0) {
        server.key.port = quint16(number + 8000);
        server.forwarding = Forwarding::Masquerading;
    }
    for (const ServerField &field : serverFields()) {
        if (m_random.bounded(2) == 0)
            server = changed(field, server, service).value_or(server);
    }
    Q_ASSERT(validate(server, service));
    return server;
}

quint32 GeneratedTable::number(quint32 smallest, quint32 largest)
{
    switch (m_random.bounded(4)) {
    case 0:
        return smallest;
    case 1:
        return largest;
    case 2:
        return smallest + m_random.bounded(std::min(largest - smallest, 100u) + 1);
    default:
        return smallest + quint32(m_random.generate64() % (quint64(largest) - smallest + 1));
    }
}

void GeneratedTable::changeScheduler(VirtualService &service)
{
    service.scheduler = scheduler(schedulers[size_t(m_random.bounded(int(schedulers.size())))]);
}

void GeneratedTable::changePersistence(VirtualService &service)
{
    service.flags ^= ServiceFlag::Persistent;
    if (service.isPersistent() && service.persistenceTimeout == 0)
        service.persistenceTimeout = 360; // the flag alone is not valid
}

void GeneratedTable::changeOnePacket(VirtualService &service)
{
    service.flags ^= ServiceFlag::OnePacket;
}

void GeneratedTable::changeSchedulerFlag(VirtualService &service)
{
    constexpr std::array flags{ServiceFlag::Scheduler1, ServiceFlag::Scheduler2, ServiceFlag::Scheduler3};
    service.flags ^= flags[size_t(m_random.bounded(3))];
}

void GeneratedTable::changeTimeout(VirtualService &service)
{
    service.persistenceTimeout = number(0, limits::largestPersistence);
}

void GeneratedTable::changeNetmask(VirtualService &service)
{
    const quint32 length = number(1, service.key.family == Family::IPv4 ? 32 : 128);
    service.netmask = service.key.family == Family::IPv4 ? ~0u << (32 - length) : length;
}

void GeneratedTable::changeEngine(VirtualService &service)
{
    service.engine = service.engine.isNone() ? engine("sip") : PersistenceEngine();
}

void GeneratedTable::changeForwarding(RealServer &server)
{
    constexpr std::array methods{Forwarding::Masquerading, Forwarding::Gatewaying, Forwarding::Tunnelling};
    server.forwarding = methods[size_t(m_random.bounded(3))];
}

void GeneratedTable::changeWeight(RealServer &server)
{
    server.weight = number(0, limits::largestWeight);
}

void GeneratedTable::changeUpperThreshold(RealServer &server)
{
    server.upperThreshold = number(0, 0x7fffffff);
}

void GeneratedTable::changeLowerThreshold(RealServer &server)
{
    server.lowerThreshold = number(0, m_random.bounded(2) == 0 ? server.upperThreshold : 0x7fffffff);
}

void GeneratedTable::changeTunnelType(RealServer &server)
{
    constexpr std::array types{TunnelType::IpIp, TunnelType::Gue, TunnelType::Gre};
    server.tunnel.type = types[size_t(m_random.bounded(3))];
    // A port belongs to GUE, and no other type is valid with one.
    server.tunnel.port = server.tunnel.type == TunnelType::Gue ? quint16(number(1, 65535)) : 0;
}

void GeneratedTable::changeTunnelPort(RealServer &server)
{
    server.tunnel.port = quint16(number(0, 65535));
}

void GeneratedTable::changeTunnelChecksum(RealServer &server)
{
    constexpr std::array modes{TunnelChecksum::None, TunnelChecksum::Checksum, TunnelChecksum::RemoteChecksum};
    server.tunnel.checksum = modes[size_t(m_random.bounded(3))];
}

} // namespace lvs::contract
