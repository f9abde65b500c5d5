// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

namespace lvs {

/// Reads a decimal number without sign, blanks or leading zeros. The error is positioned and carries the range.
Result<quint32> numberFromText(QStringView text, quint32 smallest, quint32 largest);

/// Ranges of what a person may enter; each names its origin.
namespace limits {
inline constexpr quint32 largestPort = 65535;
inline constexpr quint32 largestMark = 4294967295;      ///< skb->mark; 0 is no mark
inline constexpr quint32 largestWeight = 2147483647;    ///< signed int in struct ip_vs_dest
inline constexpr quint32 largestThreshold = 2147483647; ///< ip_vs_ctl.c: u_threshold > INT_MAX is EINVAL
inline constexpr quint32 smallestPersistence = 1;
inline constexpr quint32 largestPersistence = 2678400; ///< ipvsadm(8): 31 days, in seconds
inline constexpr quint32 largestTimeout = 2678400;     ///< ipvsadm(8) --set, in seconds
inline constexpr quint32 largestSyncId = 255;          ///< one byte on the wire (ip_vs_sync.c)
inline constexpr quint32 largestSyncLength = 65507;    ///< ipvsadm(8) --sync-maxlen, in bytes
} // namespace limits

} // namespace lvs
