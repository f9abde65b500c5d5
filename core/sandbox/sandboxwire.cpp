// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sandboxwire.h"

#include "core/setup/arpvalues.h"
#include "core/setup/hostfacts.h"
#include "core/types/network.h"

#include <algorithm>

namespace lvs {

namespace {

constexpr quint32 requests = 5;

bool speaks(const HostInterface &interface)
{
    return interface.isUp && answersArp(interface);
}

bool isNear(const HostInterface &interface, const IpAddress &address)
{
    const quint8 alone = address.isIPv4() ? 32 : 128;
    return std::ranges::any_of(interface.addresses, [&](const InterfaceAddress &own) {
        return own.prefixLength < alone && isInNetwork(address, own.address, own.prefixLength);
    });
}

bool areConnected(const HostInterface &one, const HostInterface &other)
{
    return std::ranges::any_of(one.addresses,
                               [&](const InterfaceAddress &address) { return isNear(other, address.address); });
}

/// Whether a request for the address that comes in there is answered (net/ipv4/arp.c, arp_process; of IPv6 only for
/// addresses of the interface, net/ipv6/ndisc.c, ndisc_recv_ns).
bool answers(const HostInfo &machine, const HostInterface &on, const IpAddress &address)
{
    if (findAddress(on, address))
        return !address.isIPv4() || meaningOfArpIgnore(effectiveValue(machine, on.name, u"arp_ignore").value_or(0)) !=
                                        ArpIgnore::AnswersNothing;
    const HostInterface *owner = address.isIPv4() ? interfaceWith(machine, address) : nullptr;
    if (!owner)
        return false;
    const int value = effectiveValue(machine, on.name, u"arp_ignore").value_or(0);
    return !hidesVip(meaningOfArpIgnore(value), findAddress(*owner, address)->scope) &&
           meaningOfArpIgnore(value) != ArpIgnore::AnswersNothing;
}

} // namespace

ArpCensus censusAmong(const std::map<QString, HostInfo> &machines, const QString &asker, const IpAddress &address)
{
    ArpCensus census{.requests = requests};
    const auto own = machines.find(asker);
    if (own == machines.end())
        return census;
    std::vector<const HostInterface *> asked;
    for (const HostInterface &interface : own->second.interfaces) {
        if (speaks(interface))
            asked.push_back(&interface);
    }
    // Where it could be, or else everywhere.
    if (std::ranges::any_of(asked, [&](const HostInterface *one) { return isNear(*one, address); }))
        std::erase_if(asked, [&](const HostInterface *one) { return !isNear(*one, address); });
    for (const HostInterface *interface : asked) {
        census.asked.push_back(interface->name);
        for (const auto &[id, machine] : machines) {
            for (const HostInterface &other : machine.interfaces) {
                if (id != asker && speaks(other) && areConnected(*interface, other) && answers(machine, other, address))
                    census.answers.push_back(
                        {.interface = interface->name, .hardwareAddress = other.hardwareAddress, .answers = requests});
            }
        }
    }
    return census;
}

void SandboxWire::put(const QString &id, const HostInfo &machine)
{
    const std::scoped_lock lock(m_mutex);
    m_machines.insert_or_assign(id, machine);
}

ArpCensus SandboxWire::census(const QString &asker, const IpAddress &address) const
{
    const std::scoped_lock lock(m_mutex);
    return censusAmong(m_machines, asker, address);
}

} // namespace lvs
