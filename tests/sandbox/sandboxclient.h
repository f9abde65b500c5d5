// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/sandboxbackend.h"
#include "tests/support/objects.h"

namespace lvs::test {

/// The connection of a client 198.18.0.`host` to a service's address.
inline ConnectionKey flow(const ServiceKey &service, int host = 1, quint16 port = 40000)
{
    return {.protocol = service.protocol,
            .client = IpAddress::fromIPv4(0xc6120000u + quint32(host)),
            .clientPort = port,
            .virtualAddress = service.address,
            .virtualPort = service.port};
}

inline PacketVerdict send(SandboxBackend &sandbox, const ConnectionKey &flow, TcpEvent event, quint32 mark = 0)
{
    return sandbox.connections().input({.flow = flow, .mark = mark, .event = event});
}

inline PacketVerdict reply(SandboxBackend &sandbox, const ConnectionKey &flow, TcpEvent event)
{
    return sandbox.connections().output({.flow = flow, .event = event});
}

inline std::vector<ServerState> serversOf(Backend &backend, const ServiceKey &key)
{
    return backend.readServers(std::span(&key, 1)).value().at(0).value().servers;
}

/// The first error's errno; 0 if all went well.
inline int execute(Backend &backend, const std::vector<Operation> &operations)
{
    for (const Result<void> &result : backend.execute(operations))
        if (!result)
            return result.error().kernelErrno;
    return 0;
}

} // namespace lvs::test
