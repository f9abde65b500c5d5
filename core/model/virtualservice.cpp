// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/virtualservice.h"

#include "core/types/netmask.h"
#include "core/types/numbers.h"

namespace lvs {
namespace {

Result<void> validateKey(const ServiceKey &key)
{
    if (key.isMark()) {
        if (key != ServiceKey::forMark(key.firewallMark, key.family))
            return failure(ErrorCode::BadAddress); // a mark stands instead of protocol, address and port
        return {};
    }
    switch (Protocol(key.protocol)) {
    case Protocol::Tcp:
    case Protocol::Udp:
    case Protocol::Sctp:
        break;
    default:
        return failure(ErrorCode::UnsupportedProtocol);
    }
    if (key.address.isUnspecified() && key.port == 0)
        return failure(ErrorCode::FirewallMarkZero); // the service the kernel makes of mark 0
    if (key.address.family() != key.family)
        return failure(ErrorCode::FamilyMismatch);
    if (key.address.isUnspecified() || key.address.isMulticast())
        return failure(ErrorCode::NotUnicast);
    return {};
}

} // namespace

VirtualService VirtualService::withDefaults(const ServiceKey &key)
{
    return {.key = key, .netmask = widestNetmask(key.family)};
}

Result<void> validate(const VirtualService &service)
{
    if (auto ok = validateKey(service.key); !ok)
        return ok;
    constexpr ServiceFlags known = ServiceFlags{ServiceFlag::Persistent} | ServiceFlag::OnePacket |
                                   ServiceFlag::Scheduler1 | ServiceFlag::Scheduler2 | ServiceFlag::Scheduler3;
    if (service.flags & ~known)
        return failure(ErrorCode::NotSupported);
    if (!service.key.isMark() && service.key.port == 0 && !service.isPersistent())
        return failure(ErrorCode::PortZeroNeedsPersistence);
    const bool mayBeUdp = service.key.isMark() || service.key.protocol == quint8(Protocol::Udp);
    if (service.flags.testFlag(ServiceFlag::OnePacket) && !mayBeUdp)
        return failure(ErrorCode::OnePacketNeedsUdp);
    const quint32 smallest = service.isPersistent() ? limits::smallestPersistence : 0;
    if (service.persistenceTimeout < smallest || service.persistenceTimeout > limits::largestPersistence)
        return failure(ErrorCode::OutOfRange, {QString::number(smallest), QString::number(limits::largestPersistence)});
    if (!isNetmask(service.netmask, service.key.family))
        return failure(ErrorCode::BadMask);
    return {};
}

} // namespace lvs
