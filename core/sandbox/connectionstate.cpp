// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/connectionstate.h"

namespace lvs {

namespace {

using enum ConnectionState;

ConnectionState afterInput(ConnectionState state, TcpEvent event, bool seesReplies)
{
    switch (event) {
    case TcpEvent::Syn:
        return state == Established || state == SynSent ? Established : SynReceived;
    case TcpEvent::Ack:
        if (state == None || state == SynReceived || state == SynAck)
            return Established;
        return state == LastAck ? Close : state;
    case TcpEvent::Fin:
        if (state == None)
            return Close;
        if (state == Established)
            return seesReplies ? CloseWait : FinWait;
        if (state == SynReceived || state == SynAck || (seesReplies && state == FinWait))
            return TimeWait;
        return state;
    case TcpEvent::Rst:
        if (state == SynReceived || state == LastAck || state == Listen)
            return state;
        return seesReplies && state == SynAck ? SynReceived : Close;
    }
    return state;
}

ConnectionState afterOutput(ConnectionState state, TcpEvent event)
{
    switch (event) {
    case TcpEvent::Syn:
        if (state == SynAck)
            return SynReceived;
        return state == Established || state == SynReceived || state == Listen ? state : SynSent;
    case TcpEvent::Ack:
        return state == None || state == SynReceived || state == Listen || state == SynAck ? Established : state;
    case TcpEvent::Fin:
        if (state == Established)
            return FinWait;
        return state == None || state == SynReceived || state == CloseWait || state == SynAck ? TimeWait : state;
    case TcpEvent::Rst:
        return state == SynSent || state == TimeWait ? state : Close;
    }
    return state;
}

} // namespace

ConnectionState nextTcpState(ConnectionState state, TcpEvent event, PacketPath path)
{
    return path == PacketPath::Output ? afterOutput(state, event) : afterInput(state, event, path == PacketPath::Input);
}

bool isActiveState(ConnectionState state)
{
    return state == Established || state == SynSent || state == SynReceived || state == SynAck;
}

std::chrono::seconds tcpLifetime(ConnectionState state, const Timeouts &timeouts)
{
    switch (state) {
    case Established:
        return std::chrono::seconds(timeouts.tcp);
    case FinWait:
        return std::chrono::seconds(timeouts.tcpFin);
    case None:
        return std::chrono::seconds(2);
    case Close:
        return std::chrono::seconds(10);
    case LastAck:
        return std::chrono::seconds(30);
    case SynReceived:
    case CloseWait:
        return std::chrono::seconds(60);
    case SynSent:
    case TimeWait:
    case Listen:
    case SynAck:
        break;
    }
    return std::chrono::seconds(120);
}

ConnectionState nextSctpState(ConnectionState state, TcpEvent event)
{
    switch (event) {
    case TcpEvent::Syn:
        return state == Established ? Established : SynReceived;
    case TcpEvent::Ack:
        return state == Close ? Close : Established;
    case TcpEvent::Fin:
    case TcpEvent::Rst:
        break;
    }
    return Close;
}

std::chrono::seconds sctpLifetime(ConnectionState state)
{
    if (state == Established)
        return std::chrono::seconds(900);
    return std::chrono::seconds(state == SynReceived ? 4 : 61);
}

} // namespace lvs
