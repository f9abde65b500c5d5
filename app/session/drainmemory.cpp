// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/drainmemory.h"

#include <QSettings>
#include <QUrl>

namespace lvs {

namespace {

/// Settings keys are separated by '/', so that names are encoded.
QString encoded(const QString &name)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(name));
}

} // namespace

DrainMemory::DrainMemory(const QString &directorId)
    : m_group(QStringLiteral("drained/") + encoded(directorId))
{
}

QString DrainMemory::settingsKey(const ServiceKey &service, const ServerKey &server) const
{
    return m_group + u'/' + encoded(service.toString()) + u'/' + encoded(server.toString());
}

void DrainMemory::remember(const ServiceKey &service, const ServerKey &server, quint32 weight)
{
    if (weight > 0)
        QSettings().setValue(settingsKey(service, server), weight);
}

std::optional<quint32> DrainMemory::weightOf(const ServiceKey &service, const ServerKey &server) const
{
    const QVariant weight = QSettings().value(settingsKey(service, server));
    return weight.isValid() ? std::optional(weight.toUInt()) : std::nullopt;
}

} // namespace lvs
