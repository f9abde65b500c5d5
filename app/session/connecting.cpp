// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/connecting.h"

#include "core/director/pendingresult.h"

namespace lvs {

namespace {

/// False while it may still come to one or the other.
bool settle(const DirectorStatus &status, PendingResult<void> &pending)
{
    if (isConnected(status.link))
        pending.finish({});
    else if (status.link == LinkState::Closed || status.link == LinkState::Lost)
        pending.fail(status.error.value_or(Error{.code = ErrorCode::HostUnreachable}));
    else
        return false;
    return true;
}

} // namespace

QFuture<Result<void>> connectTo(Director &host)
{
    const auto pending = std::make_shared<PendingResult<void>>();
    QFuture<Result<void>> future = pending->future();
    if (!isConnected(host.status().link))
        host.open();
    if (settle(host.status(), *pending))
        return future;
    auto *watch = new QObject(&host); // with it goes the last holder of `pending`
    QObject::connect(&host, &Director::statusChanged, watch, [&host, watch, pending] {
        if (settle(host.status(), *pending))
            watch->deleteLater();
    });
    return future;
}

} // namespace lvs
