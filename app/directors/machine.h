// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/directors/textfiles.h"
#include "core/error.h"
#include "core/proc/hostfiles.h"
#include "core/types/servicekey.h"

#include <QDBusConnection>
#include <QFuture>
#include <QObject>

namespace lvs {

/// A way to a machine: this computer, or a host through ssh. It carries a bus connection and a readable file; what is
/// done with them is MachineDirector's part. Asynchronous; lives on the GUI thread.
class Machine : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Id of the director, see Director::id().
    virtual QString id() const = 0;
    virtual QString hostName() const = 0;
    virtual bool isRemote() const = 0;

    /// Ends with opened() or broken().
    virtual void open() = 0;
    /// Ends everything, without a signal. open() may follow.
    virtual void close() = 0;

    // Only while open:

    /// Connects to the machine's system bus; a connection made before is given up. NoHelper if the machine has no way
    /// to its bus.
    virtual QFuture<Result<QDBusConnection>> connectBus() = 0;
    /// Reads the files of procTablePaths(), one behind the other; NoIpvs if there is no such thing.
    virtual QFuture<Result<QByteArray>> readTable() = 0;
    /// Reads the beginning of /proc/net/ip_vs_conn, not much more of it than a sample needs; NoIpvs if there is none.
    virtual QFuture<Result<QByteArray>> readConnections() = 0;
    virtual QFuture<Result<HostFiles>> readHostFiles() = 0;
    /// Those of ownerFilePatterns() that there are.
    virtual QFuture<Result<HostFiles>> readOwnerFiles() = 0;
    /// The files that match the patterns, which are absolute paths for glob(7).
    virtual QFuture<Result<TextFiles>> readTextFiles(const QStringList &patterns) = 0;
    /// As Director::tryConnections().
    virtual QFuture<Result<quint32>> tryConnections(const ServerKey &endpoint, quint32 count) = 0;
    /// Sees to it that polkit of that machine has somebody to ask for the connection of connectBus(). Finishes when it
    /// has; NoAuthenticationAgent if that can't be had. Without effect where it is so already.
    virtual QFuture<Result<void>> startAgent() = 0;
    virtual void stopAgent() = 0;
    /// How the last question of polkit ended, if not with a proven identity: AuthenticationDismissed or
    /// AuthenticationFailed. Forgotten by asking.
    virtual std::optional<ErrorCode> takeAgentFailure() = 0;

Q_SIGNALS:
    void opened();
    /// The way is closed now.
    void broken(const lvs::Error &error);
    /// Only the bus connection ended.
    void busLost(const lvs::Error &error);
};

} // namespace lvs
