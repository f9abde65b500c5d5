// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostinfo.h"

#include <QHash>
#include <QSet>

namespace lvs {

/// The machine that a sandbox plays: a director of the usual LVS course with Debian's kernel and its tunables at their
/// defaults, except those that were set, eth0 towards the clients with the VIPs 172.18.100.6 to .8, and eth1 towards
/// the real servers. `schedulers` are in use, so their modules are loaded.
HostInfo sandboxHost(const QSet<QString> &schedulers, const QHash<QString, QString> &sysctlsSet);

} // namespace lvs
