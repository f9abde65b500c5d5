// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"
#include "core/probe/probe.h"

#include <set>

namespace lvs {

/// The machines around a table in memory, as a probe from its director sees them: every real server and VIP of the
/// table answers at once, and serves a page, except on ports that nobody listens on.
class MemoryProbe
{
public:
    /// A port on which no program of that real server listens.
    void setClosed(const ServerKey &port) { m_closed.insert(port); }

    /// NotATarget for what is not in the table.
    Result<ProbeReport> look(Backend &backend, const ProbeRequest &request) const;
    /// Nobody beside the director has its VIPs.
    Result<ArpCensus> census(Backend &backend, const IpAddress &vip) const;

private:
    std::set<ServerKey> m_closed;
};

/// Addresses that a probe may look at: the VIPs and the real servers of a table.
Result<std::set<IpAddress>> probeTargets(Backend &backend);

} // namespace lvs
