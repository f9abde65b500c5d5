// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/serverplan.h"

#include "core/change/hostcommands.h"
#include "core/setup/arpvalues.h"
#include "core/setup/hostfacts.h"
#include "core/setup/serverneeds.h"
#include "core/types/network.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

/// Sets a tunable of ARP, of which the greater value of "all" and of the interface holds. It is set where the person
/// wants it, and the other one only if it would still hold.
void restrictArp(const PlannedServer &server, QStringView name, const QString &wanted, SysctlChanges &changes,
                 auto &&isGood)
{
    const InterfaceName &chosen = server.server.arpInterface;
    const auto receiving = requestInterfaces(server.host, chosen, server.rip());
    const auto isHidden = [&](const HostInterface *interface) {
        const auto value = effectiveValue(server.host, interface->name, name);
        return value && isGood(*value);
    };
    if (!receiving.empty() && std::ranges::all_of(receiving, isHidden))
        return;
    changes.set(interfaceSysctl(chosen, name), wanted);
    std::vector<InterfaceName> others{{}};
    for (const HostInterface *interface : receiving)
        others.push_back(interface->name);
    for (const InterfaceName &other : others) {
        const QString sysctl = interfaceSysctl(other, name);
        const int value = sysctlNumber(server.host.sysctls, sysctl).value_or(0);
        if (value > wanted.toInt() && !isGood(value))
            changes.set(sysctl, wanted);
    }
}

/// A free name for a tunnel. TunnelExists if a machine has all that could be one.
Result<InterfaceName> tunnelName(const HostInfo &host, const IpAddress &rip)
{
    const InterfaceName usual = tunnelNameFor(rip);
    InterfaceName free = usual;
    for (int number = 1; findInterface(host.interfaces, free); ++number) {
        const auto next = InterfaceName::fromText(u"%1-%2"_s.arg(usual.toString()).arg(number));
        if (!next) // longer than a name can be
            return failure(ErrorCode::TunnelExists);
        free = *next;
    }
    return free;
}

/// Whether the kernel takes another address away with that one.
bool hasDependants(const HostInterface &interface, const InterfaceAddress &address)
{
    return address.address.isIPv4() && std::ranges::any_of(interface.addresses, [&](const InterfaceAddress &other) {
               return other != address && other.prefixLength == address.prefixLength &&
                      isInNetwork(other.address, address.address, address.prefixLength);
           });
}

} // namespace

Result<ServerSteps> restrictArp(const PlannedServer &server)
{
    if (!putsVipOnServers(server.wish.method) || server.wish.family() != Family::IPv4)
        return ServerSteps{};
    SysctlChanges changes(server.host);
    restrictArp(server, u"arp_ignore", u"1"_s, changes,
                [](int value) { return hidesVip(meaningOfArpIgnore(value), AddressScope::Universe); });
    restrictArp(server, u"arp_announce", u"2"_s, changes,
                [](int value) { return hidesVip(meaningOfArpAnnounce(value)); });
    return std::move(changes).result().transform(
        [](ChangePlan &&plan) { return ServerSteps{SetupPhase::RestrictArp, {std::move(plan)}}; });
}

Result<ServerSteps> takeOutOfTunnels(const PlannedServer &server)
{
    ServerSteps steps{.phase = SetupPhase::Tunnel};
    if (server.wish.method != SetupMethod::Tunnelling)
        return steps;
    const HostInterface *tunnel = tunnelFor(server.host, server.rip());
    if (!tunnel) {
        return tunnelName(server.host, server.rip()).transform([&](const InterfaceName &name) {
            steps.plans.push_back({{AddTunnel{{name, server.rip()}}}});
            return steps;
        });
    }
    if (letsPass(server.host, *tunnel).value_or(true))
        return steps;
    if (!isNumbered(*tunnel))
        steps.plans.push_back({{AddAddress{tunnelAddress({tunnel->name, server.rip()})}}});
    if (effectiveValue(server.host, tunnel->name, u"rp_filter") != 1)
        return steps;
    SysctlChanges changes(server.host);
    changes.set(interfaceSysctl(tunnel->name, u"rp_filter"), u"2"_s); // the greater value holds, and 2 lets pass
    return std::move(changes).result().transform([&](ChangePlan &&plan) {
        steps.plans.push_back(std::move(plan));
        return steps;
    });
}

Result<ServerSteps> addVip(const PlannedServer &server)
{
    ServerSteps steps{.phase = SetupPhase::ServerAddress};
    if (!putsVipOnServers(server.wish.method))
        return steps;
    const IpAddress vip = server.wish.vip();
    const InterfaceName &place = server.server.vipInterface;
    const auto elsewhere = [&](const InterfaceName &interface) {
        return failure(ErrorCode::VipElsewhere, {vip.toString(), interface.toString(), server.server.host});
    };
    const HostInterface *wanted = findInterface(server.host.interfaces, place);
    if (!wanted)
        return failure(ErrorCode::InterfaceMissing, {place.toString()});
    if (answersArp(*wanted))
        return elsewhere(place);
    if (!wanted->isUp)
        return failure(ErrorCode::InterfaceDown, {place.toString(), server.server.host});
    const HostAddress after{place, vipAddress(vip, place)};
    bool isThere = false;
    bool isWideInPlace = false;
    ChangePlan removal;
    for (const HostInterface &interface : server.host.interfaces) {
        for (const InterfaceAddress &address : interface.addresses) {
            if (address.address != vip)
                continue;
            const bool isWide = address.prefixLength != after.address.prefixLength;
            if (answersArp(interface) || (isWide && hasDependants(interface, address)))
                return elsewhere(interface.name);
            isThere = isThere || (!isWide && interface.isUp);
            isWideInPlace = isWideInPlace || (isWide && interface.name == place);
            if (isWide)
                removal.operations.push_back(RemoveAddress{{interface.name, address}});
        }
    }
    ChangePlan addition;
    if (!isThere)
        addition.operations.push_back(AddAddress{after});
    // The kernel keeps an IPv6 address once on an interface, whatever its prefix; IPv4 has no moment without.
    if (isWideInPlace && !vip.isIPv4())
        steps.plans = {std::move(removal), std::move(addition)};
    else
        steps.plans = {std::move(addition), std::move(removal)};
    return steps;
}

Result<ServerSteps> routeReplies(const PlannedServer &server)
{
    const SetupWish &wish = server.wish;
    ServerSteps steps{.phase = SetupPhase::ServerRoute};
    const IpAddress source = addressAtServer(wish.method, wish.vip(), server.rip());
    const auto [present, table] = replyRoute(server.host, source, wish.family());
    if (table)
        return steps; // a person has made it, for these replies alone
    std::optional<IpAddress> gateway = wish.router;
    if (wish.method == SetupMethod::Nat) {
        if (present && present->gateway && interfaceWith(server.director, *present->gateway))
            return steps;
        const auto link = linkTo(server.director, server.rip(), wish.vip());
        if (!link || !link->own)
            return failure(ErrorCode::NotOnLink, {server.rip().toString()});
        gateway = link->own->address;
    }
    if (!gateway || (present && present->gateway == gateway))
        return steps;
    const quint32 usualMetric = wish.family() == Family::IPv4 ? 0 : 1024; // what the kernel makes of none for IPv6
    const HostRoute after{.destination = IpAddress::any(wish.family()),
                          .gateway = gateway,
                          .interface = server.interface.name,
                          .metric = present ? present->metric : usualMetric};
    if (present)
        steps.plans.push_back({{EditRoute{*present, after}}});
    else
        steps.plans.push_back({{AddRoute{after}}});
    return steps;
}

void SysctlChanges::set(const QString &name, const QString &value)
{
    const QString *before = findSysctl(m_host.sysctls, name);
    if (!before) {
        m_plan = failure(ErrorCode::SysctlMissing, {name});
        return;
    }
    const SetSysctl change{name, *before, value};
    if (m_plan && *before != value && !std::ranges::contains(m_plan->operations, Operation(change)))
        m_plan->operations.push_back(change);
}

Result<ChangePlan> SysctlChanges::result() &&
{
    return std::move(m_plan);
}

} // namespace lvs
