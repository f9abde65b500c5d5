// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/change/operation.h"

namespace lvs {

/// The Error for an errno (positive) with which the kernel answered `operation`. The one place where errno gets a
/// meaning: ENOENT is a missing server or a missing scheduler depending on what was asked (ip_vs_ctl.c). An errno
/// without a meaning of its own becomes KernelRefused; `Error::kernelErrno` is always set.
Error errorFromErrno(int kernelErrno, const Operation &operation);

/// The same for an answer to a read. ESRCH is ServiceMissing: only reads of one service give it.
Error errorFromErrno(int kernelErrno);

/// The kernel says that the object was there already, or was not there, or refused a tunable's value: the operation did
/// nothing.
bool didNothing(const Error &error);

} // namespace lvs
