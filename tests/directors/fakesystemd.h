// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/privatebus.h"

#include <QDBusVirtualObject>
#include <QStringList>

namespace lvs::test {

/// systemd as the console asks it: one answer for every unit.
class FakeSystemd : public QDBusVirtualObject
{
    Q_OBJECT
public:
    struct Unit {
        QString fileState{};   ///< "enabled", …; empty: there is no such unit
        QStringList program{}; ///< with its arguments
        QString result{};      ///< "success", "exit-code", …; "condition": not met; empty: never run
    };

    FakeSystemd(const PrivateBus &bus, Unit unit);
    ~FakeSystemd() override;

    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override;

private:
    QDBusMessage answer(const QDBusMessage &message) const;
    QVariantMap properties(const QString &interface) const;

    Unit m_unit;
    QString m_name;
    QDBusConnection m_connection;
};

} // namespace lvs::test
