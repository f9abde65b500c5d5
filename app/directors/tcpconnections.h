// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/types/servicekey.h"

#include <QFuture>
#include <QStringList>

class QObject;

namespace lvs {

// Connections by TCP, all begun before the first one ends, each hung up as soon as it is there. The futures give how
// many came about, and finish on the calling thread, which needs an event loop; never, if `context` goes meanwhile.

/// From this computer, each from a port of its own.
QFuture<Result<quint32>> tcpConnections(const ServerKey &endpoint, quint32 count, QObject *context);

/// From a host behind ssh: runs `program` with these arguments once for each connection, a few at a time. It ends with
/// 0 if its connection came about, and else with something else.
QFuture<Result<quint32>> tcpConnectionsBy(const QString &program, const QStringList &arguments, quint32 count,
                                          QObject *context);

} // namespace lvs
