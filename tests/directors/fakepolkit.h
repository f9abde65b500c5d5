// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusPendingCall>
#include <QDBusVirtualObject>
#include <QThread>

#include <mutex>

namespace lvs::test {

/// polkit as an authentication agent sees it. Answers on a thread of its own, because agents register by a call that
/// blocks.
class FakePolkit
{
public:
    struct Agent {
        QString busName{}; ///< empty: none has registered
        QString path{};
        QString subjectKind{};
        quint32 pid = 0;
    };

    explicit FakePolkit(const QDBusConnection &bus);
    ~FakePolkit();

    /// The one that is registered now.
    Agent agent() const;
    /// Has the agent ask for these users, by number. Finishes as the agent does.
    QDBusPendingCall beginAuthentication(const QString &cookie, const QList<quint32> &users) const;
    QDBusPendingCall cancelAuthentication(const QString &cookie) const;

private:
    class Authority;
    QDBusPendingCall callAgent(const QString &method, const QVariantList &arguments) const;

    QDBusConnection m_bus;
    QThread m_thread;
    std::unique_ptr<Authority> m_authority;
};

} // namespace lvs::test
