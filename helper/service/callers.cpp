// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/service/callers.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QPromise>

#include <pwd.h>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace lvs {

QString userName(uid_t uid)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE *)> file(std::fopen("/etc/passwd", "re"), std::fclose);
    if (file) {
        while (const passwd *entry = fgetpwent(file.get())) {
            if (entry->pw_uid == uid)
                return QString::fromUtf8(entry->pw_name);
        }
    }
    return QString::number(uid);
}

Callers::Callers(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    m_watcher.setConnection(bus);
    m_watcher.setWatchMode(QDBusServiceWatcher::WatchForUnregistration);
    connect(&m_watcher, &QDBusServiceWatcher::serviceUnregistered, this, &Callers::forget);
}

QFuture<std::optional<Caller>> Callers::find(const QString &busName)
{
    if (const auto known = m_known.constFind(busName); known != m_known.constEnd())
        return QtFuture::makeReadyValueFuture(std::optional(*known));

    // Watch first: who leaves before the question is answered is reported by the error, who leaves later by the watch.
    m_watcher.addWatchedService(busName);
    auto call = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                               u"org.freedesktop.DBus"_s, u"GetConnectionUnixUser"_s);
    call << busName;
    auto promise = std::make_shared<QPromise<std::optional<Caller>>>();
    promise->start();
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    const auto finish = [this, watcher, promise, busName] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError()) {
            m_watcher.removeWatchedService(busName);
            promise->addResult(std::nullopt);
        } else {
            promise->addResult(*m_known.insert(busName, Caller{.busName = busName, .uid = reply.value()}));
        }
        promise->finish();
    };
    connect(watcher, &QDBusPendingCallWatcher::finished, this, finish, Qt::SingleShotConnection);
    return promise->future();
}

void Callers::forget(const QString &busName)
{
    m_watcher.removeWatchedService(busName);
    m_known.remove(busName);
    Q_EMIT gone(busName);
}

} // namespace lvs
