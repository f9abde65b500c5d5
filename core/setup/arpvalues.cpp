// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/arpvalues.h"

#include <algorithm>

namespace lvs {

ArpIgnore meaningOfArpIgnore(int value)
{
    if (value < 0 || value > largestArpIgnore)
        return ArpIgnore::Unknown;
    constexpr ArpIgnore meanings[] = {ArpIgnore::AnswersAll,   ArpIgnore::OwnInterface, ArpIgnore::OwnSubnet,
                                      ArpIgnore::NotHostScope, ArpIgnore::Reserved,     ArpIgnore::Reserved,
                                      ArpIgnore::Reserved,     ArpIgnore::Reserved,     ArpIgnore::AnswersNothing};
    static_assert(std::size(meanings) == largestArpIgnore + 1);
    return meanings[value];
}

bool hidesVip(ArpIgnore meaning, AddressScope scope)
{
    switch (meaning) {
    case ArpIgnore::OwnInterface:
    case ArpIgnore::OwnSubnet:
        return true;
    case ArpIgnore::NotHostScope:
        return scope == AddressScope::Host;
    case ArpIgnore::AnswersAll:
    case ArpIgnore::Reserved:
    case ArpIgnore::AnswersNothing:
    case ArpIgnore::Unknown:
        break;
    }
    return false;
}

ArpAnnounce meaningOfArpAnnounce(int value)
{
    switch (value) {
    case 0:
        return ArpAnnounce::PacketSource;
    case 1:
        return ArpAnnounce::SameSubnet;
    case 2:
        return ArpAnnounce::Best;
    }
    return ArpAnnounce::Unknown;
}

bool hidesVip(ArpAnnounce meaning)
{
    return meaning == ArpAnnounce::Best;
}

std::optional<int> effectiveValue(const HostInfo &host, const InterfaceName &interface, QStringView name)
{
    const std::optional<int> all = sysctlNumber(host.sysctls, interfaceSysctl({}, name));
    const std::optional<int> own = sysctlNumber(host.sysctls, interfaceSysctl(interface, name));
    return all && own ? std::optional(std::max(*all, *own)) : std::nullopt;
}

} // namespace lvs
