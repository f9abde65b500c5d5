// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArrayView>

#include <chrono>

namespace lvs {

/// Reads /proc/uptime: how long the machine has been up, with what it slept (CLOCK_BOOTTIME), to 10 ms. Anything else
/// than what the kernel prints (fs/proc/uptime.c) is refused with BadKernelReply and the place, in bytes.
Result<std::chrono::milliseconds> parseUptimeProc(QByteArrayView text);

} // namespace lvs
