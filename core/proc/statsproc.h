// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/model/counters.h"

#include <QByteArrayView>

namespace lvs {

/// How /proc/net/ip_vs_stats begins; /proc/net/ip_vs has no such line.
inline constexpr QByteArrayView statsProcHeading = "   Total Incoming Outgoing         Incoming         Outgoing\n";

/// Longest text of it, in bytes, with room.
inline constexpr qsizetype longestStatsProc = 4096;

/// Reads /proc/net/ip_vs_stats: the figures of all services together. Anything else than what the kernel prints is
/// refused with BadKernelReply and the place, in bytes.
Result<Traffic> parseStatsProc(QByteArrayView text);

} // namespace lvs
