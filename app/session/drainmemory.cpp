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

void DrainMemory::remember(const ChangePlan &changes)
{
    QSettings settings; // once: each writes the whole file when it goes
    for (const Operation &operation : changes.operations) {
        const auto *edit = std::get_if<EditServer>(&operation);
        if (edit && edit->after.isDrained() && !edit->before.isDrained())
            settings.setValue(settingsKey(edit->service, edit->before.key), edit->before.weight);
    }
}

std::optional<quint32> DrainMemory::weightOf(const ServiceKey &service, const ServerKey &server) const
{
    const QVariant weight = QSettings().value(settingsKey(service, server));
    return weight.isValid() ? std::optional(weight.toUInt()) : std::nullopt;
}

} // namespace lvs
