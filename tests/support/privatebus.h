// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QProcess>
#include <QTemporaryDir>

namespace lvs::test {

/// A message bus of this test alone, on which everybody may own and call everything.
class PrivateBus
{
public:
    /// Throws std::runtime_error if the bus does not come up.
    PrivateBus();
    ~PrivateBus();

    QString address() const;
    /// A new connection, as another program would have one. Close it with disconnect().
    QDBusConnection connect();
    /// The same of a user who is not root, whoever runs the test.
    QDBusConnection connectAsOrdinaryUser();
    static void disconnect(const QDBusConnection &connection);
    void stop();
    void start();

private:
    QTemporaryDir m_directory;
    QProcess m_process;
    QStringList m_names;
};

} // namespace lvs::test
