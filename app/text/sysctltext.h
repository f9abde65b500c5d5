// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/sysctls.h"

namespace lvs {

/// What a tunable does, for an administrator; empty for one that is not known.
QString sysctlEffect(QStringView name);
/// What it takes: "0 or 1", "0 to 3", "seconds".
QString sysctlRange(const Sysctl &sysctl);
/// The command that sets it: "sysctl -w net.ipv4.vs.conntrack=1".
QString sysctlCommand(const SysctlValue &value);

} // namespace lvs
