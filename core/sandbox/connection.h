// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/connectionstate.h"
#include "core/sandbox/sandboxserver.h"

#include <memory>

namespace lvs {

/// Identity of a connection as the director sees it from the client's side.
struct ConnectionKey {
    quint8 protocol = quint8(Protocol::Tcp); ///< 0 in templates of mark services
    quint32 mark = 0;                        ///< only in templates of mark services, in place of the virtual address
    IpAddress client{};                      ///< masked in templates
    quint16 clientPort = 0;                  ///< 0 = this is a template
    IpAddress virtualAddress{};
    quint16 virtualPort = 0;

    friend bool operator==(const ConnectionKey &, const ConnectionKey &) = default;
    friend size_t qHash(const ConnectionKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, key.protocol, key.mark, key.client, key.clientPort, key.virtualAddress,
                          key.virtualPort);
    }
};

/// Packets of one kind that pass the director at one moment.
struct Packet {
    ConnectionKey flow{};
    quint32 mark = 0;               ///< set by the firewall
    TcpEvent event = TcpEvent::Ack; ///< SCTP: Syn is INIT, Fin is SHUTDOWN, Rst is ABORT; without meaning for UDP
    quint32 count = 1;
    quint64 bytes = 40; ///< of all of them together
};

/// An entry of the connection table: a connection, or a template that ties a client to a real server.
struct Connection {
    ConnectionKey key{};
    std::shared_ptr<SandboxServer> server{};
    Forwarding forwarding = Forwarding::Masquerading;
    ConnectionState state = ConnectionState::None;
    bool active = false;             ///< counted in the server's active connections
    std::chrono::seconds lifetime{}; ///< without a packet
    SandboxTime expires{};
    SandboxTime timerAt{};    ///< earliest timer set for it
    quint64 controller = 0;   ///< id of the template it belongs to, 0 if none
    int controlled = 0;       ///< connections that belong to this template
    bool assured = false;     ///< template: one of them was established
    bool invalidated = false; ///< template: ties nobody any more

    bool isTemplate() const { return key.clientPort == 0; }
};

} // namespace lvs
