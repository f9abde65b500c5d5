// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connectionentry.h"
#include "core/sandbox/connectiontable.h"

namespace lvs {

/// The table as the kernel's /proc/net/ip_vs_conn lists it, up to ConnectionSample::largestSize rows.
ConnectionSample listConnections(const ConnectionTable &table, SandboxTime now);

} // namespace lvs
