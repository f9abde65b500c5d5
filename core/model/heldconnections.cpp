// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/heldconnections.h"

#include <QHash>

namespace lvs {

namespace {

constexpr quint16 ftpPort = 21;

/// Whether the service may have taken the connection. The table does not say which firewall mark a packet had.
bool mayTake(const ServiceKey &service, const ConnectionKey &connection)
{
    if (service.isMark())
        return service.family == connection.client.family();
    return service.protocol == connection.protocol && service.address == connection.virtualAddress &&
           (service.port == connection.virtualPort || service.port == 0 || service.port == ftpPort);
}

} // namespace

std::vector<std::optional<size_t>> holdingTemplates(const ConnectionSample &sample,
                                                    std::span<const VirtualService> services)
{
    QHash<ConnectionKey, size_t> templates;
    for (size_t i = 0; i < sample.entries.size(); ++i) {
        if (sample.entries[i].isTemplate())
            templates.insert(sample.entries[i].key(), i);
    }
    std::vector<std::optional<size_t>> holders(sample.entries.size());
    if (templates.isEmpty())
        return holders;
    for (size_t i = 0; i < sample.entries.size(); ++i) {
        const ConnectionEntry &entry = sample.entries[i];
        if (entry.isTemplate())
            continue;
        for (const VirtualService &service : services) {
            if (!service.isPersistent() || !mayTake(service.key, entry.key()))
                continue;
            const auto holder = templates.constFind(templateKey(service, entry.key()));
            if (holder != templates.cend() && sample.entries[*holder].server.address == entry.server.address)
                holders[i] = *holder;
        }
    }
    return holders;
}

} // namespace lvs
