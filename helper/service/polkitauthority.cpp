// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/polkitauthority.h"

#include "helper/service/polkitcheck.h"

namespace lvs {

PolkitAuthority::PolkitAuthority(const QDBusConnection &bus, QObject *parent)
    : PolkitAuthority(bus, Limits(), parent)
{
}

PolkitAuthority::PolkitAuthority(const QDBusConnection &bus, Limits limits, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_limits(limits)
{
    PolkitCheck::registerTypes();
}

QFuture<Verdict> PolkitAuthority::check(const AuthorityRequest &request)
{
    const auto limit = request.interactive ? m_limits.interactive : m_limits.silent;
    auto *check = new PolkitCheck(m_bus, request, QString::number(++m_checks), this);
    return check->start(limit);
}

void PolkitAuthority::cancel(const QString &busName)
{
    const auto checks = findChildren<PolkitCheck *>(Qt::FindDirectChildrenOnly);
    for (PolkitCheck *check : checks) {
        if (check->busName() == busName)
            check->cancel();
    }
}

} // namespace lvs
