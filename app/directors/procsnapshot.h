// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"

namespace lvs {

/// A snapshot without traffic from the text of /proc/net/ip_vs.
Result<Snapshot> procSnapshot(const Result<QByteArray> &text, const Interest &interest);

/// Longest text that is read; a table of 500,000 servers has half of it.
inline constexpr qsizetype longestProcText = 64 * 1024 * 1024;

} // namespace lvs
