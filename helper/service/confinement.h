// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

/// Does the unit's sandbox hold? Releases of systemd and kernels differ, and an administrator may have loosened it.
namespace lvs {

/// What /proc/self/status shows that the unit should have prevented: other users' rights, capabilities beside
/// CAP_NET_ADMIN, new privileges, no system call filter. Empty if all is as it should be.
QStringList findLooseEnds(const QByteArray &procStatus);

/// The same for this process, with a try to open a kernel tunable for writing, which must fail.
QStringList findLooseEnds();

} // namespace lvs
