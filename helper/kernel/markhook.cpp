// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/markhook.h"

#include <algorithm>

#include <linux/netfilter_ipv4.h>

namespace lvs {
namespace {

// Priorities at which IPVS schedules.
constexpr int atInput = NF_IP_PRI_NAT_SRC - 1;
constexpr int atOutput = NF_IP_PRI_NAT_DST + 2;

} // namespace

Passing passingOf(QAnyStringView family, QAnyStringView hook, int priority)
{
    if (hook == u"ingress") // of netdev and inet, for the devices that the chain names
        return Passing::Some;
    const bool isBridge = family == u"bridge"; // what comes in over a bridge keeps its mark
    if (!isBridge && family != u"inet" && family != u"ip" && family != u"ip6")
        return Passing::None;
    if (hook == u"prerouting" || (hook == u"input" && (isBridge || priority < atInput)))
        return isBridge ? Passing::Some : Passing::All;
    return hook == u"output" && !isBridge && priority < atOutput ? Passing::Some : Passing::None;
}

} // namespace lvs
