// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/servicekey.h"

#include <sys/socket.h>

#include <optional>

namespace lvs {

/// An address and a port as the kernel takes them.
struct SocketAddress {
    /// `interface` is an index, needed for link-local and multicast addresses of IPv6; 0: none.
    explicit SocketAddress(const IpAddress &address, quint16 port = 0, int interface = 0);

    const sockaddr *data() const { return reinterpret_cast<const sockaddr *>(&storage); }
    sockaddr_storage storage{};
    socklen_t size = 0;
};

/// AF_INET or AF_INET6
int domainOf(const IpAddress &address);
/// Nothing for other families, or without one.
std::optional<IpAddress> addressOf(const sockaddr *address);

} // namespace lvs
