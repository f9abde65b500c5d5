// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/connecting.h"

#include "core/director/pendingresult.h"

#include <QTimer>

namespace lvs {

namespace {

Error reasonOf(const DirectorStatus &status)
{
    return status.error.value_or(Error{.code = ErrorCode::HostUnreachable});
}

/// False while it may still come to one or the other.
bool settle(const DirectorStatus &status, PendingResult<void> &pending)
{
    if (isConnected(status.link))
        pending.finish({});
    else if (status.link == LinkState::Closed || status.link == LinkState::Lost)
        pending.fail(reasonOf(status));
    else
        return false;
    return true;
}

} // namespace

QFuture<Result<void>> connectTo(Director &host, std::chrono::milliseconds patience)
{
    const auto pending = std::make_shared<PendingResult<void>>();
    QFuture<Result<void>> future = pending->future();
    if (!isConnected(host.status().link))
        host.open();
    if (settle(host.status(), *pending))
        return future;
    auto *watch = new QObject(&host); // with it goes the last holder of `pending`
    auto *timer = new QTimer(watch);
    timer->setSingleShot(true);
    timer->setInterval(patience);
    const auto look = [&host, watch, timer, pending] {
        if (settle(host.status(), *pending))
            watch->deleteLater();
        else if (host.status().link != LinkState::Reconnecting)
            timer->stop(); // a person may be at it
        else if (!timer->isActive())
            timer->start();
    };
    QObject::connect(timer, &QTimer::timeout, watch, [&host, watch, pending] {
        pending->fail(reasonOf(host.status()));
        watch->deleteLater();
    });
    QObject::connect(&host, &Director::statusChanged, watch, look);
    look();
    return future;
}

} // namespace lvs
