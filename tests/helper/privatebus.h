// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QTemporaryDir>

namespace lvs {

/// A dbus-daemon of the test's own, on which everybody may own and call everything.
class PrivateBus
{
public:
    PrivateBus() = default;
    ~PrivateBus();

    /// False with a message in the test's output when no daemon could be started.
    bool start();
    /// A new connection, as another program would have one. Close it with disconnect().
    QDBusConnection connect();
    static void disconnect(const QDBusConnection &connection);

private:
    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
    QStringList m_names;
};

} // namespace lvs
