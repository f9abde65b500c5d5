// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/director/director.h"
#include "core/setup/setup.h"

namespace lvs {

/// Where a client of a set-up would connect by TCP; nothing where that can't be said, or by another protocol.
std::optional<ServerKey> clientEndpoint(const SetupWish &wish);

/// Makes `count` connections from `client`, or, where that is null, from this computer, each from a port of its own,
/// and hangs up; then reads from the director's counters who got them. Errors are those of reading, and of
/// Director::tryConnections().
QFuture<Result<ConnectionTally>> tryConnections(Director *director, const ServiceKey &service,
                                                const ServerKey &endpoint, quint32 count, Director *client = nullptr);

} // namespace lvs
