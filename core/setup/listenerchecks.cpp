// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/checklist.h"
#include "core/setup/endpoints.h"

using namespace Qt::StringLiterals;

namespace lvs {

void checkListeners(const CheckedServer &checked, std::vector<SetupCheck> &checks)
{
    const auto protocol = protocolOf(checked.wish);
    if (!protocol)
        return;
    for (const ServerKey &endpoint : endpointsOn(checked.wish, checked.server)) {
        CheckLine line{SetupCheck::Code::Listener, checked.server.host, checked.server.server.key};
        line.about(endpoint.port).wanted(endpoint.toString());
        const QString port = (protocol == Protocol::Tcp ? u"TCP "_s : u"UDP "_s) + QString::number(endpoint.port);
        if (checked.host && !checked.host->interfaces.empty()) {
            for (const Listener &listener : checked.host->listeners) {
                if (listener.protocol == quint8(*protocol) && listener.port == endpoint.port)
                    line.evidence(port, listener.address.toString());
            }
            const Listener *found = findListener(*checked.host, *protocol, endpoint.address, endpoint.port);
            line.is(found ? ServerKey{found->address, found->port}.toString() : QString(), found);
        }
        checks.push_back(line);
    }
}

} // namespace lvs
