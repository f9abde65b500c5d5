// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"

#include <vector>

namespace lvs {

/// What the kernel makes of a daemon that is started (ip_vs_sync.c, start_sync_thread): defaults for group, port and
/// ttl that are left open, and bounds for the length of messages. A length that is left open (0) stays so: it depends
/// on the interface.
SyncDaemon started(SyncDaemon daemon);
/// Bytes of a message's IP and UDP headers, by the family of the group.
quint16 syncHeaders(const IpAddress &group);

/// `daemon` with the values of `other` in those fields where both come to the same once they are started. A length
/// that is left open may be any.
SyncDaemon levelled(SyncDaemon daemon, const SyncDaemon &other);

/// Whether a daemon that runs is what starting `wanted` comes to.
bool isAsWanted(const SyncDaemon &wanted, const SyncDaemon &running);

/// The daemon of a role; nullptr if there is none.
const SyncDaemon *findDaemon(const std::vector<SyncDaemon> &daemons, SyncRole role);

} // namespace lvs
