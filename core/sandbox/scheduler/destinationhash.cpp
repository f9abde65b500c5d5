// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/scheduler/destinationhash.h"

#include "core/sandbox/sandboxservice.h"
#include "core/sandbox/scheduler/addresshash.h"

namespace lvs {

void DestinationHash::fill(const SandboxService &service)
{
    const auto &servers = service.servers;
    for (size_t slot = 0; slot < m_table.size(); ++slot)
        m_table[slot] = servers.empty() ? nullptr : servers[slot % servers.size()].get();
}

SandboxServer *DestinationHash::pick(const SandboxService &, const ScheduleRequest &request)
{
    SandboxServer *server = m_table[hash32(foldAddress(request.destination), tableBits)];
    return server && server->isUsable() ? server : nullptr;
}

} // namespace lvs
