// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/service/authority.h"

#include <QDBusConnection>
#include <QObject>

#include <chrono>

namespace lvs {

class PolkitCheck;

/// polkit, asked through its D-Bus interface.
///
/// polkit-qt is not used here. Its Authority is one object for the whole process: the signal with a result does not say
/// which request it answers, is not sent after an error, its error flag stays set, and one cancellation serves all
/// requests; so it can't keep two callers apart. It would also bring GIO, which loads modules, into the privileged
/// process.
class PolkitAuthority : public QObject, public Authority
{
    Q_OBJECT
public:
    struct Limits {
        std::chrono::milliseconds silent{15'000};
        std::chrono::milliseconds interactive{300'000}; ///< a person types a password
    };

    explicit PolkitAuthority(const QDBusConnection &bus, QObject *parent = nullptr);
    PolkitAuthority(const QDBusConnection &bus, Limits limits, QObject *parent = nullptr);

    QFuture<Verdict> check(const AuthorityRequest &request) override;
    void cancel(const QString &busName) override;

private:
    QDBusConnection m_bus;
    Limits m_limits;
    quint64 m_checks = 0; ///< makes cancellation ids
};

} // namespace lvs
