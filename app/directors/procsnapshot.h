// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"

#include <QStringList>

namespace lvs {

/// A snapshot without the traffic of services and servers from the text of /proc/net/ip_vs, with the machine's if that
/// of /proc/net/ip_vs_stats follows, and its uptime if that of /proc/uptime stands before.
Result<Snapshot> procSnapshot(const Result<QByteArray> &text, const Interest &interest);

/// The files whose texts make it, in this order.
QStringList procTablePaths();

/// Longest text that is read; a table of 500,000 servers has half of it.
inline constexpr qsizetype longestProcText = 64 * 1024 * 1024;

} // namespace lvs
