// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/randomtable.h"

#include <algorithm>

namespace lvs::test {

ServiceKey RandomTable::key(int number)
{
    const IpAddress vip = IpAddress::fromIPv4(0xac126400u + quint32(number / 5) + 1);
    const IpAddress vip6 = *IpAddress::fromText(QStringLiteral("2001:db8::%1").arg(number + 1));
    switch (number % 5) {
    case 0:
        return ServiceKey::forAddress(Protocol::Tcp, vip, 80);
    case 1:
        return ServiceKey::forAddress(Protocol::Udp, vip, 53);
    case 2:
        return ServiceKey::forAddress(Protocol::Tcp, vip6, 443);
    case 3:
        return ServiceKey::forAddress(Protocol::Sctp, vip, 5060);
    default:
        return ServiceKey::forMark(quint32(number), Family::IPv4);
    }
}

VirtualService RandomTable::service(const ServiceKey &key)
{
    static const QStringList schedulers{QStringLiteral("rr"), QStringLiteral("wrr"), QStringLiteral("sh")};
    VirtualService service = VirtualService::withDefaults(key);
    service.scheduler = *SchedulerName::fromText(schedulers[m_random.bounded(schedulers.size())]);
    if (m_random.bounded(3) == 0) {
        service.flags |= ServiceFlag::Persistent;
        service.persistenceTimeout = 300 * (1 + m_random.bounded(3u));
        if (key.family == Family::IPv4)
            service.netmask = 0xffffff00;
    }
    if (m_random.bounded(4) == 0)
        service.flags |= ServiceFlag::Scheduler2;
    return service;
}

RealServer RandomTable::server(const ServiceKey &service, int number)
{
    static constexpr Forwarding methods[]{Forwarding::Masquerading, Forwarding::Gatewaying, Forwarding::Tunnelling};
    RealServer server;
    const QString address =
        service.family == Family::IPv4 ? QStringLiteral("192.168.10.%1") : QStringLiteral("fd00::%1");
    server.key = {*IpAddress::fromText(address.arg(number + 1)), service.port};
    server.forwarding = methods[m_random.bounded(3)];
    server.weight = m_random.bounded(4u);
    server.upperThreshold = 100 * m_random.bounded(2u);
    if (m_random.bounded(5) == 0)
        server.tunnel = {TunnelType::Gue, 6080, TunnelChecksum::Checksum};
    return server;
}

std::vector<RealServer> RandomTable::servers(const ServiceKey &service, int most)
{
    std::vector<RealServer> list;
    for (int number = 0; number < most; ++number) {
        if (m_random.bounded(2) == 0)
            list.push_back(server(service, number));
    }
    std::ranges::shuffle(list, m_random);
    return list;
}

IpvsTable RandomTable::table(int mostServices, int mostServers)
{
    IpvsTable table;
    for (int number = 0; number < mostServices; ++number) {
        if (m_random.bounded(3) == 0)
            continue;
        table.setService(service(key(number)));
        table.setServers(key(number), servers(key(number), mostServers));
    }
    return table;
}

IpvsTable RandomTable::variationOf(const IpvsTable &table)
{
    IpvsTable changed = table;
    for (const auto &[key, entry] : table.entries()) {
        switch (m_random.bounded(5)) {
        case 0:
            changed.remove(key);
            break;
        case 1:
            changed.setService(service(key));
            break;
        case 2:
            changed.setServers(key, servers(key, 6));
            break;
        default:
            break;
        }
    }
    const ServiceKey added = key(m_random.bounded(10));
    if (!changed.find(added)) {
        changed.setService(service(added));
        changed.setServers(added, servers(added, 6));
    }
    return changed;
}

IpvsTable withoutListOrder(const IpvsTable &table)
{
    IpvsTable sorted = table;
    for (const auto &[key, entry] : table.entries()) {
        std::vector<RealServer> servers = entry.servers;
        std::ranges::sort(servers, {}, &RealServer::key);
        sorted.setServers(key, std::move(servers));
    }
    return sorted;
}

} // namespace lvs::test
