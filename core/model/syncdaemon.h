// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"

#include <vector>

namespace lvs {

/// `daemon` with the values of `other` in those fields where both come to the same once they are started: the kernel
/// fills in what was left open (0, empty), and bounds the length of messages. A length that is left open depends on the
/// interface and may be any.
SyncDaemon levelled(SyncDaemon daemon, const SyncDaemon &other);

/// Whether a daemon that runs is what starting `wanted` comes to.
bool isAsWanted(const SyncDaemon &wanted, const SyncDaemon &running);

/// The daemon of a role; nullptr if there is none.
const SyncDaemon *findDaemon(const std::vector<SyncDaemon> &daemons, SyncRole role);

} // namespace lvs
