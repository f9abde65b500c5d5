// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/model/connectionentry.h"

#include <QIODevice>

namespace lvs {

/// Lines of the file that a sample needs: the heading, the rows, and one more to see that there are more.
inline constexpr qsizetype connectionSampleLines = ConnectionSample::largestSize + 2;

/// The beginning of /proc/net/ip_vs_conn, not much more than connectionSampleLines of it. The device should be
/// unbuffered: the kernel gives about 60 rows a time, and each time costs more than the one before.
QByteArray readConnectionsText(QIODevice &file);

/// Reads the beginning of the file as far as a sample goes. Anything else than what the kernel prints, also an end in
/// the middle of a row that belongs to the sample, is refused with BadKernelReply and the place, in bytes.
Result<ConnectionSample> parseConnections(QByteArrayView text);

} // namespace lvs
