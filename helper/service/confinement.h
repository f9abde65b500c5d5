// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

/// Does the unit's sandbox hold? Releases of systemd and kernels differ, and an administrator may have loosened it.
namespace lvs {

/// What the unit leaves of a service's power.
struct Confinement {
    bool isRoot = false;      ///< uid 0; else a user of its own
    quint64 capabilities = 0; ///< as in /proc/self/status
};
inline constexpr Confinement helperConfinement{.capabilities = quint64(1) << 12}; // CAP_NET_ADMIN
inline constexpr Confinement filesConfinement{.isRoot = true};
inline constexpr Confinement probeConfinement{.capabilities = quint64(1) << 13}; // CAP_NET_RAW

/// What /proc/self/status shows that the unit should have prevented: another user's rights, more capabilities, new
/// privileges, no system call filter. Empty if all is as it should be.
QStringList findLooseEnds(const QByteArray &procStatus, const Confinement &confinement);

/// The same for this process, with a try to open a kernel tunable for writing, which must fail.
QStringList findLooseEnds(const Confinement &confinement);

} // namespace lvs
