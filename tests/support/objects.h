// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/changeplan.h"

namespace lvs::test {

// The objects most tests speak of: the course's cluster behind 172.18.100.6.

inline IpAddress ip(QStringView text)
{
    return *IpAddress::fromText(text);
}

inline ServiceKey tcp(QStringView vip, quint16 port)
{
    return ServiceKey::forAddress(Protocol::Tcp, ip(vip), port);
}

inline VirtualService service(const ServiceKey &key, QStringView scheduler = u"rr")
{
    VirtualService service = VirtualService::withDefaults(key);
    service.scheduler = *SchedulerName::fromText(scheduler);
    return service;
}

/// A masquerading server of the cluster, 192.168.10.`host`:`port`.
inline RealServer server(int host, quint32 weight = 1, quint16 port = 80)
{
    return {.key = {IpAddress::fromIPv4(0xc0a80a00u + quint32(host)), port},
            .forwarding = Forwarding::Masquerading,
            .weight = weight};
}

inline ChangePlan plan(std::initializer_list<Operation> operations)
{
    return {operations};
}

inline const ServiceKey web = tcp(u"172.18.100.6", 80);
inline const ServiceKey database = tcp(u"172.18.100.6", 3306);

} // namespace lvs::test
