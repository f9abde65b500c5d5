// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusServiceWatcher>
#include <QFuture>
#include <QHash>
#include <QObject>

#include <sys/types.h>

#include <optional>

namespace lvs {

/// Who calls: the unique bus name of the message header, and the user whom the bus itself vouches for.
struct Caller {
    QString busName{};
    uid_t uid = uid_t(-1);
};

/// Name of a user in /etc/passwd, or the number. Reads the file alone: no name service is loaded into the helper.
QString userName(uid_t uid);

/// Knows the callers present on the bus and tells when one leaves.
class Callers : public QObject
{
    Q_OBJECT
public:
    explicit Callers(const QDBusConnection &bus, QObject *parent = nullptr);

    /// Nothing if the caller is gone already or the bus does not tell.
    QFuture<std::optional<Caller>> find(const QString &busName);
    /// Found, and still on the bus.
    bool isPresent(const QString &busName) const { return m_known.contains(busName); }

Q_SIGNALS:
    void gone(const QString &busName);

private:
    void forget(const QString &busName);

    QDBusConnection m_bus;
    QDBusServiceWatcher m_watcher;
    QHash<QString, Caller> m_known; ///< a connection never changes its user
};

} // namespace lvs
