// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apply/backend.h"
#include "core/probe/probe.h"

#include <memory>
#include <set>

namespace lvs {

class SandboxWire;

/// The machines around a table in memory, as a probe from its director sees them: every real server and VIP of the
/// table answers at once, and serves a page, except on ports that nobody listens on.
class MemoryProbe
{
public:
    /// A port on which no program of that real server listens.
    void setClosed(const ServerKey &port) { m_closed.insert(port); }

    /// NotATarget for what is not in the table.
    Result<ProbeReport> look(Backend &backend, const ProbeRequest &request) const;
    /// The machine stands on a wire, under that name. Without one nobody else is there.
    void join(std::shared_ptr<const SandboxWire> wire, const QString &id);
    /// NotATarget for what is not in the table, nor an address of the machine or of its networks.
    Result<ArpCensus> census(Backend &backend, const IpAddress &vip) const;

private:
    std::set<ServerKey> m_closed;
    std::shared_ptr<const SandboxWire> m_wire;
    QString m_id;
};

/// Addresses that a probe may look at: the VIPs and the real servers of a table.
Result<std::set<IpAddress>> probeTargets(Backend &backend);

} // namespace lvs
