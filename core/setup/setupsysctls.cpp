// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/setupsysctls.h"

#include "core/model/interfacesysctl.h"
#include "core/setup/hostfacts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

/// Source NAT hides clients from real servers, so that there is no short way to tell. For IPv6 there is no tunable.
bool hasRedirects(const SetupWish &wish)
{
    return wish.method == SetupMethod::Nat && wish.family() == Family::IPv4;
}

} // namespace

QString forwardingSysctl(Family family)
{
    return family == Family::IPv4 ? u"ipv4/ip_forward"_s : u"ipv6/conf/all/forwarding"_s;
}

QString conntrackSysctl()
{
    return u"ipv4/vs/conntrack"_s;
}

bool mayRedirect(const SetupWish &wish, const HostInfo &director, const IpAddress &rip)
{
    const auto link = hasRedirects(wish) ? linkTo(director, rip, wish.vip()) : std::nullopt;
    return link && link->interface->name == wish.outside;
}

std::vector<SysctlValue> directorSysctls(const SetupWish &wish, const HostInfo *director)
{
    std::vector<SysctlValue> needed;
    if (repliesThroughDirector(wish.method))
        needed.push_back({forwardingSysctl(wish.family()), u"1"_s});
    if (wish.method == SetupMethod::FullNat)
        needed.push_back({conntrackSysctl(), u"1"_s});
    const auto redirects = [&](const SetupServer &server) {
        return mayRedirect(wish, *director, server.server.key.address);
    };
    if (director ? std::ranges::any_of(wish.servers, redirects) : hasRedirects(wish)) {
        for (const InterfaceName &interface : {InterfaceName(), wish.outside}) // the kernel asks either
            needed.push_back({interfaceSysctl(interface, u"send_redirects"), u"0"_s});
    }
    return needed;
}

} // namespace lvs
