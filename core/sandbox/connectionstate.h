// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/settings.h"

#include <chrono>

namespace lvs {

/// TCP states as the kernel numbers them (IP_VS_TCP_S_*).
enum class ConnectionState : quint8 {
    None,
    Established,
    SynSent,
    SynReceived,
    FinWait,
    TimeWait,
    Close,
    CloseWait,
    LastAck,
    Listen,
    SynAck,
};

/// What a TCP packet says; with several flags the first of RST, SYN, FIN, ACK counts.
enum class TcpEvent : quint8 { Syn, Fin, Ack, Rst };

/// What the director sees of a connection.
enum class PacketPath : quint8 {
    InputOnly, ///< from the client, replies go past the director (DR, tunnelling)
    Input,     ///< from the client, replies come through the director (masquerading)
    Output,    ///< from the real server
};

/// The TCP state machine of ip_vs_proto_tcp.c with secure_tcp off.
ConnectionState nextTcpState(ConnectionState state, TcpEvent event, PacketPath path);

/// Whether a TCP connection in this state counts as active.
bool isActiveState(ConnectionState state);

/// How long a TCP connection lives in a state without a packet.
std::chrono::seconds tcpLifetime(ConnectionState state, const Timeouts &timeouts);

/// SCTP, told in TCP's words: SynReceived from INIT on, Established, Close from SHUTDOWN or ABORT on. Counts as active
/// only while Established.
ConnectionState nextSctpState(ConnectionState state, TcpEvent event);
std::chrono::seconds sctpLifetime(ConnectionState state);

} // namespace lvs
