// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/hostvalidation.h"

#include <algorithm>
#include <limits>

namespace lvs {
namespace {

quint8 largestPrefix(const IpAddress &address)
{
    return address.isIPv4() ? 32 : 128;
}

Result<void> checkInterface(const InterfaceName &interface)
{
    return interface.toString().isEmpty() ? failure(ErrorCode::Empty) : Result<void>();
}

/// Nothing but what ifconfig could show, and what a shell takes as it stands.
Result<void> checkLabel(const HostAddress &address)
{
    constexpr qsizetype longest = 15; // bytes, IFNAMSIZ - 1
    const QString &label = address.address.label;
    const QString name = address.interface.toString();
    if (label.isEmpty())
        return {};
    const auto isOdd = [](QChar c) { return c.unicode() <= u' ' || c.unicode() > u'~' || c == u'/' || c == u'\''; };
    if (!address.address.address.isIPv4() || !label.startsWith(name) || label == name ||
        label.toUtf8().size() > longest || std::ranges::any_of(QStringView(label).sliced(name.size()), isOdd))
        return failure(ErrorCode::BadLabel, {name});
    return {};
}

bool hasBitsBeside(const IpAddress &address, quint8 prefixLength)
{
    const auto &bytes = address.bytes();
    for (int bit = prefixLength; bit < largestPrefix(address); ++bit) {
        if ((bytes[size_t(bit / 8)] & (0x80 >> (bit % 8))) != 0)
            return true;
    }
    return false;
}

} // namespace

Result<void> validate(const HostAddress &address)
{
    const InterfaceAddress &own = address.address;
    if (auto ok = checkInterface(address.interface); !ok)
        return ok;
    if (!own.address.isUnicast())
        return failure(ErrorCode::NotUnicast);
    if (own.prefixLength == 0 || own.prefixLength > largestPrefix(own.address))
        return failure(ErrorCode::BadMask);
    if (!isAddressScope(quint8(own.scope)) || (!own.address.isIPv4() && own.scope != AddressScope::Universe))
        return failure(ErrorCode::NotSupported);
    return checkLabel(address);
}

Result<void> validate(const HostRoute &route)
{
    if (auto ok = checkInterface(route.interface); !ok)
        return ok;
    const IpAddress &to = route.destination;
    if (route.prefixLength > largestPrefix(to) || hasBitsBeside(to, route.prefixLength))
        return failure(ErrorCode::BadMask);
    if (to.isMulticast() || to.isBroadcast())
        return failure(ErrorCode::NotUnicast);
    if (!to.isIPv4() && route.metric == 0)
        return failure(ErrorCode::OutOfRange,
                       {QStringLiteral("1"), QString::number(std::numeric_limits<quint32>::max())});
    if (!route.gateway)
        return {};
    if (route.gateway->family() != to.family())
        return failure(ErrorCode::FamilyMismatch);
    return route.gateway->isUnicast() || route.gateway->isLinkLocal() ? Result<void>() : failure(ErrorCode::NotUnicast);
}

Result<void> validate(const HostTunnel &tunnel)
{
    if (auto ok = checkInterface(tunnel.name); !ok)
        return ok;
    if (!tunnel.local.isIPv4())
        return failure(ErrorCode::FamilyMismatch);
    return tunnel.local.isUnicast() ? Result<void>() : failure(ErrorCode::NotUnicast);
}

bool takesOthersAlong(const InterfaceAddress &address, const std::vector<InterfaceAddress> &present)
{
    if (!address.address.isIPv4() || address.prefixLength == 0)
        return false;
    const quint32 mask = ~quint32(0) << (32 - address.prefixLength);
    std::vector<IpAddress> network; // net/ipv4/devinet.c, __inet_insert_ifa: its first is the primary address
    for (const InterfaceAddress &other : present) {
        if (other.address.isIPv4() && other.prefixLength == address.prefixLength &&
            ((other.address.toIPv4() ^ address.address.toIPv4()) & mask) == 0)
            network.push_back(other.address);
    }
    return network.size() > 1 && network.front() == address.address;
}

bool isInUse(const HostTunnel &tunnel, const std::vector<InterfaceAddress> &present)
{
    return !std::ranges::all_of(
        present, [&](const InterfaceAddress &own) { return own.address.isLinkLocal() || own.address == tunnel.local; });
}

} // namespace lvs
