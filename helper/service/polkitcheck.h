// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/service/authority.h"

#include <QDBusConnection>
#include <QObject>
#include <QPromise>

#include <chrono>

class QDBusPendingCallWatcher;

namespace lvs {

/// One question to polkit. Its verdict is Denied until an explicit yes to this very question arrives; it deletes itself
/// after the answer, the time limit or cancel().
class PolkitCheck : public QObject
{
    Q_OBJECT
public:
    static void registerTypes();

    /// `cancellationId` must be unique among the open questions of this bus connection.
    PolkitCheck(const QDBusConnection &bus, const AuthorityRequest &request, const QString &cancellationId,
                QObject *parent);

    const QString &busName() const { return m_request.caller.busName; }
    QFuture<Verdict> start(std::chrono::milliseconds limit);
    void cancel();

private:
    void answered(const QDBusPendingCallWatcher &watcher);
    void withdraw();
    void finish(Verdict verdict);

    QDBusConnection m_bus;
    AuthorityRequest m_request;
    QString m_cancellationId;
    QPromise<Verdict> m_promise;
    bool m_finished = false;
};

} // namespace lvs
