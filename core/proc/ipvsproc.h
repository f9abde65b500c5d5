// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ipvstable.h"

#include <QByteArrayView>

namespace lvs {

/// What /proc/net/ip_vs shows (net/netfilter/ipvs/ip_vs_ctl.c, ip_vs_info_seq_show). The file has no counters, no
/// thresholds, no tunnel options and no flags but these; the rest of each object stays at its default.
struct IpvsProc {
    quint32 version = 0;                  ///< 0x010201 = 1.2.1
    quint32 connectionTableSize = 0;      ///< buckets
    std::vector<ServiceState> services{}; ///< ordered by key
    std::vector<ServerList> servers{};    ///< one list per service, ordered by key; servers in the kernel's order
};

/// The file shows persistence timeouts in ticks of its kernel; this is the rate of Debian's kernels (CONFIG_HZ).
inline constexpr quint32 usualTicksPerSecond = 250;

/// How the file begins.
inline constexpr QByteArrayView ipvsProcHeading = "IP Virtual Server version ";

/// Reads the whole file. Anything else than what the kernel prints, also an end in the middle of a line, is refused
/// with BadKernelReply and the place, in bytes.
Result<IpvsProc> parseIpvsProc(QByteArrayView text, quint32 ticksPerSecond = usualTicksPerSecond);

} // namespace lvs
