// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/virtualservice.h"

#include "core/types/netmask.h"
#include "core/types/numbers.h"

namespace lvs {

using namespace Qt::StringLiterals;

QStringList flagNames(ServiceFlags flags, const SchedulerName &scheduler)
{
    const bool hashes = scheduler.isHashing();
    QStringList names;
    if (flags.testFlag(ServiceFlag::Persistent))
        names << u"persistent"_s;
    if (flags.testFlag(ServiceFlag::OnePacket))
        names << u"ops"_s;
    if (flags.testFlag(ServiceFlag::Scheduler1))
        names << (hashes ? scheduler.toString() + "-fallback"_L1 : u"flag-1"_s);
    if (flags.testFlag(ServiceFlag::Scheduler2))
        names << (hashes ? scheduler.toString() + "-port"_L1 : u"flag-2"_s);
    if (flags.testFlag(ServiceFlag::Scheduler3))
        names << u"flag-3"_s;
    if (const ServiceFlags unknown = flags & ~knownServiceFlags)
        names << u"0x%1"_s.arg(unknown.toInt(), 0, 16);
    return names;
}

VirtualService VirtualService::withDefaults(const ServiceKey &key)
{
    return {.key = key, .netmask = widestNetmask(key.family)};
}

Result<void> validate(const ServiceKey &key)
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
    if (key.address.isUnspecified() || key.address.isMulticast() || key.address.isBroadcast())
        return failure(ErrorCode::NotUnicast);
    return {};
}

Result<void> validate(const VirtualService &service)
{
    if (auto ok = validate(service.key); !ok)
        return ok;
    if (service.flags & ~knownServiceFlags)
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
