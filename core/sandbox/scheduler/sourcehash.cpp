// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/scheduler/sourcehash.h"

#include "core/sandbox/sandboxservice.h"
#include "core/sandbox/scheduler/addresshash.h"

namespace lvs {

void SourceHash::fill(const SandboxService &service)
{
    m_table.fill(nullptr);
    const auto &servers = service.servers;
    if (servers.empty())
        return;
    size_t index = 0;
    int taken = 0; // slots in this server's turn; weight 0 still takes one
    for (SandboxServer *&slot : m_table) {
        slot = servers[index].get();
        if (++taken >= slot->weight()) {
            index = (index + 1) % servers.size();
            taken = 0;
        }
    }
}

SandboxServer *SourceHash::pick(const SandboxService &service, const ScheduleRequest &request)
{
    const quint32 port = service.config.flags.testFlag(ServiceFlag::Scheduler2) ? request.clientPort : 0;
    const quint32 hash = hash32(foldAddress(request.client) + port, tableBits);
    SandboxServer *server = m_table[hash];
    if (!server || server->isUsable())
        return server;
    if (!service.config.flags.testFlag(ServiceFlag::Scheduler1))
        return nullptr;
    for (quint32 offset = 0; offset < m_table.size(); ++offset) {
        server = m_table[(2 * hash + offset) % m_table.size()]; // twice: the kernel adds the hash to the offset too
        if (server->isUsable())
            return server;
    }
    return nullptr;
}

} // namespace lvs
