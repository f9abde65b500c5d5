// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/kernel/xtparts.h"

#include <algorithm>
#include <initializer_list>

#include <linux/netfilter/xt_mark.h>
#include <linux/netfilter/xt_multiport.h>
#include <linux/netfilter/xt_tcpudp.h>

namespace lvs::test {

// Matches and targets of iptables as the kernel keeps them.

QByteArray infoOf(const auto &info)
{
    return {reinterpret_cast<const char *>(&info), sizeof info};
}

inline XtPart multiport(std::initializer_list<quint16> ports, std::initializer_list<quint8> rangeBegins = {})
{
    xt_multiport_v1 info{};
    info.flags = XT_MULTIPORT_DESTINATION;
    info.count = quint8(ports.size());
    std::ranges::copy(ports, info.ports);
    for (const quint8 place : rangeBegins)
        info.pflags[place] = 1;
    return {.name = "multiport", .revision = 1, .info = infoOf(info)};
}

inline XtPart markTarget(quint32 mark, quint32 mask = ~0u)
{
    return {.name = "MARK", .revision = 2, .info = infoOf(xt_mark_tginfo2{.mark = mark, .mask = mask})};
}

} // namespace lvs::test
