// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/connectionkey.h"
#include "core/sandbox/connectionstate.h"
#include "core/sandbox/sandboxserver.h"

#include <memory>

namespace lvs {

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
