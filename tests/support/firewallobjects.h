// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/objects.h"

namespace lvs::test {

/// The course's rule: 80 and 443 of a VIP under one mark.
inline MarkRule webMark(quint32 mark = 1, QStringView ports = u"80,443", QStringView vip = u"172.18.100.6")
{
    return {.destination = IpNetwork::ofOne(ip(vip)),
            .protocol = quint8(Protocol::Tcp),
            .ports = *PortSet::fromText(ports),
            .mark = mark};
}

/// What FullNAT needs towards the servers of 192.168.10.0/24.
inline SnatRule fullNat(QStringView vip = u"172.18.100.6", QStringView source = u"192.168.10.1",
                        QStringView servers = u"192.168.10.0/24")
{
    return {.servers = *IpNetwork::fromText(servers), .virtualAddress = ip(vip), .source = ip(source)};
}

} // namespace lvs::test
