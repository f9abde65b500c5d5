// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/virtualservice.h"

namespace lvs {

/// Identity of an entry of the connection table: a connection as the director sees it from the client's side, or a
/// template.
struct ConnectionKey {
    quint8 protocol = quint8(Protocol::Tcp); ///< 0 in templates of mark services
    quint32 mark = 0;                        ///< only in templates of mark services, in place of the virtual address
    IpAddress client{};                      ///< masked in templates
    quint16 clientPort = 0;                  ///< 0 = this is a template
    IpAddress virtualAddress{};
    quint16 virtualPort = 0;

    friend auto operator<=>(const ConnectionKey &, const ConnectionKey &) = default;
    friend size_t qHash(const ConnectionKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, key.protocol, key.mark, key.client, key.clientPort, key.virtualAddress,
                          key.virtualPort);
    }
};

/// The template that ties a client of a persistent service to a real server: per port, per client (port 0), or per
/// firewall mark, where protocols and addresses don't matter (ip_vs_core.c, ip_vs_sched_persist).
ConnectionKey templateKey(const VirtualService &service, const ConnectionKey &connection);

} // namespace lvs
