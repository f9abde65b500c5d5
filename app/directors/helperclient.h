// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"

#include <QDBusConnection>
#include <QDBusMessage>

namespace lvs {

/// The calls of org.lvsconsole.Helper1 on one bus connection. Replies are decoded off the GUI thread and trusted in
/// nothing. Lives on the GUI thread; calls under way outlive it and finish.
class HelperClient : public QObject
{
    Q_OBJECT
public:
    explicit HelperClient(QDBusConnection connection, QObject *parent = nullptr);
    ~HelperClient() override;

    const QDBusConnection &connection() const { return m_connection; }

    QFuture<Result<KernelInfo>> readInfo();
    QFuture<Result<Timeouts>> readTimeouts();
    QFuture<Result<std::vector<SyncDaemon>>> readSyncDaemons();
    /// Makes polkit ask if `asking` allows it.
    QFuture<Result<ConnectionSample>> readConnections(Asking asking);
    QFuture<Result<HostInfo>> readHost();
    QFuture<Result<Snapshot>> read(const Interest &interest);
    /// May make polkit ask; to be made on a person's click only.
    QFuture<Result<ApplyReport>> apply(const ChangePlan &plan);

Q_SIGNALS:
    void changed();
    void applyProgress(qsizetype done, qsizetype total);

private Q_SLOTS:
    void onProgress(qulonglong plan, uint done, uint total);

private:
    QDBusConnection m_connection;
};

namespace helper {

/// The bus answered in the helper's place, or nobody did: the helper, or the way to it, is gone for the moment.
bool isUnreachable(ErrorCode code);

/// Nobody types a password in the 25 s that QtDBus waits by itself.
enum class Patience : int { Reading = 30'000, Typing = 10 * 60'000 }; // milliseconds

/// Calls a method of bus::methodTable; refuses a reply with another signature than stands there. The future finishes on
/// the GUI thread.
QFuture<Result<QDBusMessage>> call(const QDBusConnection &connection, QLatin1StringView method,
                                   const QVariantList &arguments, Patience patience = Patience::Reading);

} // namespace helper

} // namespace lvs
