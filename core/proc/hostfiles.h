// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostinfo.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

namespace lvs {

/// The files of a machine that tell of its kernel, by path: what is missing or can't be read is not in it. A kernel's
/// configuration is looked for where most distributions have it, "/boot/config-RELEASE".
using HostFiles = QMap<QString, QByteArray>;

/// Those of this computer, each read up to a limit.
HostFiles readHostFiles();

/// The paths below which another machine is asked for them; those with "*" are patterns for its shell.
QStringList hostFilePatterns();
/// The lines of them that are needed, as an extended regular expression.
inline constexpr QLatin1StringView hostFileLines{"^(CONFIG_|# CONFIG_)IP_VS|^ip_vs|^[-0-9]"};
/// From "PATH:LINE" lines, as grep -H prints what it found.
HostFiles hostFilesFromGrep(QByteArrayView text);

/// Of a machine's neighbours, that many are looked at.
constexpr size_t mostNeighbours = 10'000;

/// Tunables, kernel support and neighbours; no interfaces. Values that the kernel can't have printed are left out.
HostInfo hostInfoFrom(const HostFiles &files);

} // namespace lvs
