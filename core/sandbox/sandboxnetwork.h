// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/hostinfo.h"

namespace lvs {

/// Interfaces, addresses and routes of the machine that a sandbox plays. They have no effect on its traffic. Functions
/// give 0 or the errno with which the kernel refuses; nothing is changed on an error.
class SandboxNetwork
{
public:
    /// Begins with the interfaces and routes of `host`, and the routes that the addresses bring with them.
    explicit SandboxNetwork(const HostInfo &host);

    const std::vector<HostInterface> &interfaces() const { return m_interfaces; }
    const std::vector<HostRoute> &routes() const { return m_routes; }

    int add(const HostAddress &address);
    int remove(const HostAddress &address);
    int add(const HostRoute &route);
    int edit(const HostRoute &before, const HostRoute &after);
    int remove(const HostRoute &route);
    int add(const HostTunnel &tunnel);
    int remove(const HostTunnel &tunnel);

private:
    HostInterface *find(const InterfaceName &name);
    HostRoute *find(const HostRoute &route);
    /// 0 if the route's interface carries it to its gateway.
    int check(const HostRoute &route) const;
    void addConnected(const HostAddress &address);

    std::vector<HostInterface> m_interfaces;
    std::vector<HostRoute> m_routes;
};

} // namespace lvs
