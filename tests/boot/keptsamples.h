// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boot/keptsetup.h"
#include "tests/support/firewallobjects.h"
#include "tests/support/hostobjects.h"

namespace lvs::test {

inline HostRoute defaultRouteBy(QStringView gateway)
{
    return route(u"0.0.0.0", 0, gateway, u"eth0");
}

/// What direct routing needs of a real server.
inline KeptSetup keptServer()
{
    return {.id = QStringLiteral("1f0c-a"),
            .service = web,
            .sysctls = {{QStringLiteral("ipv4/conf/all/arp_ignore"), QStringLiteral("1")},
                        {QStringLiteral("ipv4/conf/all/arp_announce"), QStringLiteral("2")}},
            .addresses = {loopbackVip(u"172.18.100.6")}};
}

/// What FullNAT of a marked service needs of a director.
inline KeptSetup keptDirector()
{
    const ServiceKey marked = ServiceKey::forMark(1, Family::IPv4);
    return {.id = QStringLiteral("d1"),
            .service = marked,
            .sysctls = {{QStringLiteral("ipv4/ip_forward"), QStringLiteral("1")}},
            .addresses = {{interface(u"eth0"), {.address = ip(u"172.18.100.6"), .prefixLength = 32}}},
            .snats = {fullNat()},
            .rules = IpvsTable::Entry{.service = service(marked, u"wrr"), .servers = {server(12, 2), server(11)}},
            .marks = {webMark()}};
}

} // namespace lvs::test
