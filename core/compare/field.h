// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/realserver.h"
#include "core/model/settings.h"
#include "core/model/virtualservice.h"

#include <span>
#include <vector>

namespace lvs {

/// One value of an object: what a person sees differ, and can take over alone.
enum class Field : quint8 {
    // Virtual services.
    Scheduler,
    Persistence, ///< whether, and the timeout
    Netmask,
    Engine,
    OnePacket,
    SchedulerFlags,
    OtherFlags, ///< those that only other programs set

    // Real servers.
    Forwarding,
    Weight,
    UpperThreshold,
    LowerThreshold,
    TunnelType,
    TunnelPort,
    TunnelChecksum,

    // Settings.
    TcpTimeout,
    TcpFinTimeout,
    UdpTimeout,
    SyncInterface,
    SyncId,
    SyncGroup,
    SyncPort,
    SyncTtl,
    SyncLength,
};

/// The fields in which two objects of one key differ; empty if they are equal. For VirtualService, RealServer, Timeouts
/// and SyncDaemon.
template<class T> std::vector<Field> differingFields(const T &one, const T &other);

/// Gives `object` the value that `other` has; nothing happens with a field that the type does not have.
template<class T> void takeField(Field field, T &object, const T &other);

} // namespace lvs
