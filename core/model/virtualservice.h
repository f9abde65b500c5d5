// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/names.h"
#include "core/types/servicekey.h"

#include <QFlags>
#include <QStringList>

namespace lvs {

/// Bits of IPVS_SVC_ATTR_FLAGS (include/uapi/linux/ip_vs.h). IP_VS_SVC_F_HASHED (0x2) is the kernel's own and never
/// kept here.
enum class ServiceFlag : quint32 {
    Persistent = 0x1,
    OnePacket = 0x4,
    Scheduler1 = 0x8,  ///< sh and mh: fallback
    Scheduler2 = 0x10, ///< sh and mh: hash the source port too
    Scheduler3 = 0x20,
};
Q_DECLARE_FLAGS(ServiceFlags, ServiceFlag)
Q_DECLARE_OPERATORS_FOR_FLAGS(ServiceFlags)

/// What `ipvsadm -b` sets; what the bits mean is up to the scheduler.
inline constexpr ServiceFlags schedulerFlags =
    ServiceFlags{ServiceFlag::Scheduler1} | ServiceFlag::Scheduler2 | ServiceFlag::Scheduler3;
/// Other programs can set further ones: they are shown, may stay, and are never set here.
inline constexpr ServiceFlags knownServiceFlags =
    ServiceFlags{ServiceFlag::Persistent} | ServiceFlag::OnePacket | schedulerFlags;

/// Seconds where persistence has no number: IP_VS_TEMPLATE_TIMEOUT of linux/ip_vs.h for ipvsadm,
/// IPVS_SVC_PERSISTENT_TIMEOUT of its libipvs.h for keepalived.
inline constexpr quint32 defaultPersistence = 360;

/// Names of the flags as ipvsadm(8) has them: persistent, ops, sh-fallback, flag-1, …; a flag without a name is a
/// hexadecimal number. In the order of the bits.
QStringList flagNames(ServiceFlags flags, const SchedulerName &scheduler);

/// Configuration of one virtual service: everything NEW_SERVICE and SET_SERVICE carry. Because the kernel replaces
/// the whole object, an edit changes a copy of what was read and writes all of it back.
struct VirtualService {
    ServiceKey key{};
    SchedulerName scheduler{};
    ServiceFlags flags{};
    /// Seconds; kept also while the service is not persistent, as the kernel does.
    quint32 persistenceTimeout = 0;
    /// Persistence granularity as a mask: IPv4 address mask in host byte order, or IPv6 prefix length (1 to 128).
    quint32 netmask = 0xffffffff;
    PersistenceEngine engine{};

    /// A TCP, UDP, SCTP or mark service with ipvsadm's defaults (wlc, not persistent, widest mask).
    static VirtualService withDefaults(const ServiceKey &key);

    bool isPersistent() const { return flags.testFlag(ServiceFlag::Persistent); }
    friend bool operator==(const VirtualService &, const VirtualService &) = default;
};

/// Refuses keys that no packet could match, or that the kernel would take for something else.
Result<void> validate(const ServiceKey &key);
/// Refuses what the kernel would accept but could not mean (port 0 without persistence, one-packet TCP, …).
Result<void> validate(const VirtualService &service);

} // namespace lvs
