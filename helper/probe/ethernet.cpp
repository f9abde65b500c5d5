// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/probe/ethernet.h"

#include "core/types/network.h"
#include "helper/interface/bounds.h"
#include "helper/probe/packets.h"
#include "helper/probe/socketaddress.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <memory>

#include <ifaddrs.h>
#include <linux/if_packet.h>
#include <net/if.h>
#include <net/if_arp.h>

namespace lvs {

namespace {

using InterfaceRows = std::unique_ptr<ifaddrs, decltype(&freeifaddrs)>;

/// Empty where the kernel does not say.
InterfaceRows readRows()
{
    ifaddrs *list = nullptr;
    return {::getifaddrs(&list) == 0 ? list : nullptr, freeifaddrs};
}

quint8 prefixLengthOf(const sockaddr *mask)
{
    int bits = 0;
    if (const auto address = addressOf(mask)) {
        for (const quint8 byte : address->bytes())
            bits += std::popcount(byte);
    }
    return quint8(bits);
}

/// What the kernel says of the interface itself; nothing if hardware addresses can't be asked for there.
std::optional<EthernetInterface> ethernetIn(const ifaddrs &row, const InterfaceName &name)
{
    if (!row.ifa_addr || row.ifa_addr->sa_family != AF_PACKET)
        return {};
    sockaddr_ll link;
    std::memcpy(&link, row.ifa_addr, sizeof link);
    constexpr unsigned unusable = IFF_NOARP | IFF_LOOPBACK;
    if (link.sll_hatype != ARPHRD_ETHER || link.sll_halen != packets::hardwareAddressSize ||
        (row.ifa_flags & IFF_UP) == 0 || (row.ifa_flags & unusable) != 0)
        return {};
    const QByteArray own(reinterpret_cast<const char *>(link.sll_addr), packets::hardwareAddressSize);
    return EthernetInterface{
        .interface = {.name = name, .isUp = true, .kind = InterfaceKind::Ethernet, .hardwareAddress = own},
        .index = link.sll_ifindex};
}

/// Whether the address, if it is of that network, is not the only one of it.
bool holds(const InterfaceAddress &network, const IpAddress &address)
{
    const int size = address.isIPv4() ? 32 : 128;
    return network.prefixLength < size && isInNetwork(address, network.address, network.prefixLength);
}

bool holdsAny(const EthernetInterface &ethernet, const IpAddress &address)
{
    return std::ranges::any_of(ethernet.interface.addresses,
                               [&](const InterfaceAddress &network) { return holds(network, address); });
}

} // namespace

std::vector<EthernetInterface> readEthernetInterfaces()
{
    const InterfaceRows rows = readRows();
    std::vector<EthernetInterface> found;
    for (const ifaddrs *row = rows.get(); row; row = row->ifa_next) { // interfaces come before their addresses
        // An address with a label such as "eth0:1" stands under the label.
        const auto name = InterfaceName::fromText(QString::fromUtf8(row->ifa_name).section(u':', 0, 0));
        if (!name)
            continue;
        if (auto ethernet = ethernetIn(*row, *name); ethernet)
            found.push_back(std::move(*ethernet));
        const auto known =
            std::ranges::find(found, *name, [](const EthernetInterface &one) { return one.interface.name; });
        const auto address = addressOf(row->ifa_addr);
        if (known != found.end() && address)
            known->interface.addresses.push_back(
                {.address = *address, .prefixLength = prefixLengthOf(row->ifa_netmask)});
    }
    return found;
}

QSet<IpAddress> readOwnAddresses()
{
    const InterfaceRows rows = readRows();
    QSet<IpAddress> own;
    for (const ifaddrs *row = rows.get(); row; row = row->ifa_next) {
        if (const auto address = addressOf(row->ifa_addr); address && !address->isLoopback())
            own.insert(*address);
    }
    return own;
}

bool isNear(const std::vector<EthernetInterface> &all, const IpAddress &address)
{
    return std::ranges::any_of(all, [&](const EthernetInterface &one) { return holdsAny(one, address); });
}

Result<std::vector<EthernetInterface>> interfacesFor(const std::vector<EthernetInterface> &all, const IpAddress &vip,
                                                     const InterfaceName &name)
{
    std::vector<EthernetInterface> chosen;
    for (const EthernetInterface &one : all) {
        if (name == InterfaceName() ? holdsAny(one, vip) : one.interface.name == name)
            chosen.push_back(one);
    }
    constexpr qsizetype most = bus::bounds::censusInterfaces;
    if (!chosen.empty()) {
        if (std::ssize(chosen) > most)
            chosen.resize(std::size_t(most));
        return chosen;
    }
    if (name != InterfaceName())
        return failure(ErrorCode::InterfaceMissing, {name.toString()});
    if (std::ssize(all) > most) // some of them would say nothing of the others
        return failure(ErrorCode::TooLong, {QString::number(most)});
    return all;
}

IpAddress askerOf(const EthernetInterface &ethernet, const IpAddress &vip)
{
    IpAddress asker;
    bool isNear = false;
    for (const InterfaceAddress &own : ethernet.interface.addresses) {
        if (own.address == vip || own.address.family() != vip.family() || isNear)
            continue;
        isNear = holds(own, vip);
        if (isNear || asker.isUnspecified())
            asker = own.address;
    }
    return asker;
}

} // namespace lvs
