// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"
#include "helper/interface/methodtable.h"

#include <QDBusConnection>
#include <QDBusMessage>

#include <functional>

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
    QFuture<Result<FirewallState>> readFirewall();
    QFuture<Result<Snapshot>> read(const Interest &interest);
    /// May make polkit ask; to be made on a person's click only.
    QFuture<Result<ApplyReport>> apply(const ChangePlan &plan);
    /// What saveBoot() wrote.
    QFuture<Result<BootFile>> readBoot();
    /// May make polkit ask, as apply() does.
    QFuture<Result<void>> saveBoot();
    QFuture<Result<void>> forgetBoot();
    /// What keepSetup() wrote.
    QFuture<Result<BootFile>> readSetups();
    QFuture<Result<void>> keepSetup(const KeptSetup &setup);
    QFuture<Result<void>> forgetSetup(const QString &id);

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

/// Nobody types a password in the 25 s that QtDBus waits by itself, and servers that are silent take a while each.
enum class Patience : int { Reading = 30'000, Probing = 180'000, Typing = 10 * 60'000 }; // milliseconds

/// Of a reply without values: whether it is one.
Result<void> done(const Result<QDBusMessage> &reply);

/// Sends a call and refuses a reply with another signature. The future finishes on the GUI thread.
QFuture<Result<QDBusMessage>> send(const QDBusConnection &connection, const QDBusMessage &message,
                                   QLatin1StringView results, Patience patience = Patience::Reading);

/// Calls a method of the service's table; refuses a reply with another signature than stands there. The future finishes
/// on the GUI thread.
QFuture<Result<QDBusMessage>> call(const QDBusConnection &connection, const bus::Service &service,
                                   QLatin1StringView method, const QVariantList &arguments,
                                   Patience patience = Patience::Reading);
/// The same for the helper.
QFuture<Result<QDBusMessage>> call(const QDBusConnection &connection, QLatin1StringView method,
                                   const QVariantList &arguments, Patience patience = Patience::Reading);
/// The same for arguments that take long to make and to pack: both is done on another thread. Polkit may ask.
QFuture<Result<QDBusMessage>> callWithMuch(const QDBusConnection &connection, const bus::Service &service,
                                           QLatin1StringView method, std::function<QVariantList()> arguments);

} // namespace helper

} // namespace lvs
