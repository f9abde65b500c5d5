// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/arpvalues.h"
#include "core/setup/checklist.h"
#include "core/setup/hostfacts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

using Code = SetupCheck::Code;

CheckLine line(const CheckedServer &checked, Code code)
{
    return {code, checked.server.host, checked.server.server.key};
}

/// An interface that has the VIP, and as what.
struct VipPlace {
    const HostInterface *interface;
    const InterfaceAddress *address;
};

std::vector<VipPlace> vipPlaces(const HostInfo &host, const IpAddress &vip)
{
    std::vector<VipPlace> places;
    for (const HostInterface &interface : host.interfaces) {
        for (const InterfaceAddress &address : interface.addresses) {
            if (address.address == vip)
                places.push_back({&interface, &address});
        }
    }
    return places;
}

SetupCheck serverAddress(const CheckedServer &checked)
{
    CheckLine check = line(checked, Code::ServerAddress).wanted(checked.rip().toString());
    if (!checked.host || checked.host->interfaces.empty())
        return check;
    const HostInterface *interface = interfaceWith(*checked.host, checked.rip());
    if (!interface)
        return check.is({}, false);
    return check.about(interface->name)
        .evidence(interface->name.toString(), addressText(*findAddress(*interface, checked.rip())))
        .is(checked.rip().toString(), true);
}

/// A tunable of ARP, of which the greater value of "all" and of the interface holds.
SetupCheck arpValue(const CheckedServer &checked, Code code, QStringView name, const QString &wanted, auto &&isGood)
{
    CheckLine check = line(checked, code).wanted(wanted);
    if (!checked.host)
        return check;
    const auto interfaces = requestInterfaces(*checked.host, checked.server.arpInterface, checked.rip());
    if (interfaces.empty())
        return check;
    const auto valueOf = [&](const HostInterface *interface) {
        return effectiveValue(*checked.host, interface->name, name);
    };
    // One that is wrong says most, and then one of which nothing is known.
    const auto isWrong = [&](const HostInterface *interface) {
        const auto value = valueOf(interface);
        return value && !isGood(*value);
    };
    auto worst = std::ranges::find_if(interfaces, isWrong);
    if (worst == interfaces.end())
        worst = std::ranges::find_if(interfaces, [&](const HostInterface *interface) { return !valueOf(interface); });
    const HostInterface *interface = worst == interfaces.end() ? interfaces.front() : *worst;
    check.about(interface->name)
        .sysctl(*checked.host, interfaceSysctl({}, name))
        .sysctl(*checked.host, interfaceSysctl(interface->name, name));
    if (const auto value = valueOf(interface))
        check.is(QString::number(*value), isGood(*value));
    return check;
}

/// The widest scope of the VIP, which decides who is answered.
AddressScope scopeOfVip(const CheckedServer &checked)
{
    const auto places = checked.host ? vipPlaces(*checked.host, checked.wish.vip()) : std::vector<VipPlace>();
    const auto widest =
        std::ranges::min_element(places, {}, [](const VipPlace &place) { return place.address->scope; });
    return widest == places.end() ? AddressScope::Universe : widest->address->scope;
}

void checkArp(const CheckedServer &checked, std::vector<SetupCheck> &checks)
{
    checks.push_back(arpValue(checked, Code::ArpIgnore, u"arp_ignore", u"1"_s,
                              [&](int value) { return hidesVip(meaningOfArpIgnore(value), scopeOfVip(checked)); }));
    checks.push_back(arpValue(checked, Code::ArpAnnounce, u"arp_announce", u"2"_s,
                              [](int value) { return hidesVip(meaningOfArpAnnounce(value)); }));
    if (!checked.host)
        return;
    CheckLine onLoopback = line(checked, Code::ArpOnLoopback).about(loopbackInterface());
    bool isSet = false;
    for (const QStringView name : {u"arp_ignore", u"arp_announce"}) {
        const QString sysctl = interfaceSysctl(loopbackInterface(), name);
        isSet = isSet || sysctlNumber(checked.host->sysctls, sysctl).value_or(0) != 0;
        onLoopback.sysctl(*checked.host, sysctl);
    }
    if (isSet)
        checks.push_back(onLoopback.is({}, true));
}

void checkVip(const CheckedServer &checked, std::vector<SetupCheck> &checks)
{
    const IpAddress vip = checked.wish.vip();
    const InterfaceAddress wanted = vipAddress(vip, checked.server.vipInterface);
    CheckLine present = line(checked, Code::ServerVip).wanted(checked.server.vipInterface.toString());
    CheckLine prefix = line(checked, Code::ServerVipPrefix).wanted(addressText(wanted));
    CheckLine outside = line(checked, Code::ServerVipOutside);
    if (checked.host && !checked.host->interfaces.empty()) {
        const std::vector<VipPlace> places = vipPlaces(*checked.host, vip);
        for (const VipPlace &place : places) {
            for (CheckLine *check : {&present, &prefix, &outside})
                check->evidence(place.interface->name.toString(), addressText(*place.address));
        }
        const auto isWide = [&](const VipPlace &place) { return place.address->prefixLength != wanted.prefixLength; };
        const auto answers = [](const VipPlace &place) { return answersArp(*place.interface); };
        const auto isUp = [](const VipPlace &place) { return place.interface->isUp; };
        const auto taking = std::ranges::find_if(places, isUp); // packets for it
        present.is(taking == places.end() ? QString() : taking->interface->name.toString(), taking != places.end());
        if (const auto wide = std::ranges::find_if(places, isWide); wide != places.end())
            prefix.about(wide->interface->name).is(addressText(*wide->address), false);
        else if (!places.empty())
            prefix.about(places.front().interface->name).is(addressText(wanted), true);
        if (const auto open = std::ranges::find_if(places, answers); open != places.end())
            outside.about(open->interface->name).is(open->interface->name.toString(), false);
        else
            outside.is({}, true);
    }
    checks.push_back(present);
    checks.push_back(prefix);
    checks.push_back(outside);
}

void checkTunnel(const CheckedServer &checked, std::vector<SetupCheck> &checks)
{
    CheckLine tunnel = line(checked, Code::ServerTunnel);
    CheckLine filter = line(checked, Code::ReversePath).wantedNot(u"1"_s);
    if (checked.host && !checked.host->interfaces.empty()) {
        const HostInterface *interface = tunnelFor(*checked.host, checked.rip());
        tunnel.is(interface ? interface->name.toString() : QString(), interface);
        if (interface) {
            filter.about(interface->name)
                .sysctl(*checked.host, interfaceSysctl({}, u"rp_filter"))
                .sysctl(*checked.host, interfaceSysctl(interface->name, u"rp_filter"));
            if (!isNumbered(*interface))
                filter.wanted(u"0"_s);
            if (const auto value = effectiveValue(*checked.host, interface->name, u"rp_filter"))
                filter.is(QString::number(*value), letsPass(*checked.host, *interface).value_or(false));
        }
    }
    checks.push_back(tunnel);
    checks.push_back(filter);
}

/// Where replies go: never to the director when the real server answers for itself, always when it does not.
SetupCheck gateway(const CheckedServer &checked)
{
    const SetupWish &wish = checked.wish;
    CheckLine check = line(checked, Code::Gateway);
    if (!checked.director || checked.director->interfaces.empty())
        return check;
    const bool viaDirector = repliesThroughDirector(wish.method);
    const auto link = linkTo(*checked.director, checked.rip(), wish.vip());
    const QString dip = link && link->own ? link->own->address.toString() : QString();
    if (viaDirector)
        check.wanted(dip);
    else if (wish.router)
        check.wanted(wish.router->toString());
    else if (!dip.isEmpty())
        check.wantedNot(dip);
    if (!checked.host || checked.host->interfaces.empty())
        return check;
    const IpAddress source = addressAtServer(wish.method, wish.vip(), checked.rip());
    const auto [route, table] = replyRoute(*checked.host, source, wish.family());
    if (!route && !viaDirector && !wish.router)
        return check; // clients of the same network are answered without one
    const auto via = route ? route->gateway : std::nullopt;
    const QString text = via ? via->toString() : QString();
    const bool isDirector = via && interfaceWith(*checked.director, *via);
    if (isDirector && !viaDirector && !wish.router)
        check.wantedNot(text);
    if (route)
        check.about(route->interface).evidence(table ? u"table %1"_s.arg(*table) : u"default"_s, text);
    const bool isGood = viaDirector ? isDirector : wish.router ? via == wish.router : !isDirector;
    return check.is(text, isGood);
}

} // namespace

void checkServer(const CheckedServer &checked, std::vector<SetupCheck> &checks)
{
    checks.push_back(serverAddress(checked));
    if (putsVipOnServers(checked.wish.method)) {
        if (checked.wish.family() == Family::IPv4)
            checkArp(checked, checks);
        checkVip(checked, checks);
    }
    if (checked.wish.method == SetupMethod::Tunnelling)
        checkTunnel(checked, checks);
    if (checked.wish.method != SetupMethod::FullNat)
        checks.push_back(gateway(checked));
    checkListeners(checked, checks);
}

} // namespace lvs
