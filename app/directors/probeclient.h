// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"

#include <QDBusConnection>

/// The probe service of one bus. Futures finish on the GUI thread.
namespace lvs::probeclient {

/// NoProbe if the bus has no such service and could start none.
QFuture<Result<void>> find(const QDBusConnection &connection);

/// In calls of as many targets as the service takes, one after the other, so that a password is asked for once. May
/// make polkit ask if `asking` allows it.
QFuture<Result<ProbeReport>> look(const QDBusConnection &connection, const ProbeRequest &request, Asking asking);
QFuture<Result<ArpCensus>> takeCensus(const QDBusConnection &connection, const IpAddress &vip,
                                      const InterfaceName &interface, Asking asking);

} // namespace lvs::probeclient
