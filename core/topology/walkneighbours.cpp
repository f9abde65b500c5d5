// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/topology/walkneighbours.h"

#include "core/setup/hostfacts.h"
#include "core/types/network.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {

namespace {

using Check = SetupCheck::Code;

/// By which the machine hears who asks for the VIP; nullptr where none is in its network.
const HostInterface *interfaceBeside(const HostInfo &host, const IpAddress &vip)
{
    const auto holds = [&](const InterfaceAddress &own) {
        return own.address != vip && isInNetwork(vip, own.address, own.prefixLength);
    };
    const auto found = std::ranges::find_if(host.interfaces, [&](const HostInterface &interface) {
        return interface.isUp && answersArp(interface) && std::ranges::any_of(interface.addresses, holds);
    });
    return found == host.interfaces.end() ? nullptr : &*found;
}

} // namespace

bool isHeardByAll(Check code)
{
    return code == Check::ArpIgnore || code == Check::ArpAnnounce || code == Check::ServerVipOutside ||
           code == Check::ArpSilence || code == Check::ArpOwner;
}

bool answersNothing(const SetupCheck &check)
{
    return check.code == Check::ArpIgnore && check.is == u"8"_s;
}

bool isUnheard(const SetupCheck &check)
{
    return answersNothing(check) ||
           (check.code == Check::ServerVipPrefix && check.server && check.server->address.isIPv4());
}

bool answersForVip(const SetupCheck &check, const IpAddress &vip, const SetupHosts &hosts)
{
    switch (check.code) {
    case Check::ArpIgnore:
    case Check::ServerVipOutside:
        return !answersNothing(check) && hasVip(check.host, vip, hosts);
    case Check::ArpSilence:
    case Check::ArpOwner:
        return !check.is.isEmpty();
    default:
        return false;
    }
}

bool hasVip(const QString &host, const IpAddress &vip, const SetupHosts &hosts)
{
    const HostInfo *found = findHost(hosts, host);
    return found && interfaceWith(*found, vip);
}

QByteArray takerOf(const SetupCheck &finding, const IpAddress &vip, const SetupHosts &hosts)
{
    const HostInfo *host = findHost(hosts, finding.host);
    const bool isAsker = finding.code == Check::ArpSilence || finding.code == Check::ArpOwner;
    const HostInterface *interface = isAsker || !host ? nullptr : interfaceBeside(*host, vip);
    return interface ? interface->hardwareAddress : QByteArray();
}

} // namespace lvs
