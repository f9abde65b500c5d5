// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sysctls.h"

namespace lvs {

/// Writes a tunable of the calling thread's network namespace. The path is that of a row of knownSysctls(), with
/// the name of an interface as one component at most; nothing is written that validate() refuses. 0 or an errno: ENOENT
/// without the file or for an unknown name, EROFS, EACCES or EPERM where it can't be written, EINVAL or ERANGE for a
/// value that is refused.
int writeSysctl(const SysctlValue &value);

} // namespace lvs
