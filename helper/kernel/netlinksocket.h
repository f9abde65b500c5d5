// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "helper/kernel/replyreader.h"
#include "helper/kernel/requestbatch.h"

#include <memory>

struct nl_sock;

namespace lvs {

/// A generic netlink socket bound to one family of the kernel, in the network namespace in which it was opened.
class NetlinkSocket
{
public:
    /// Opens a socket and resolves the family by name, upon which the kernel loads its module. NoIpvs if it can't.
    static Result<std::unique_ptr<NetlinkSocket>> open(const char *family);
    ~NetlinkSocket();
    Q_DISABLE_COPY_MOVE(NetlinkSocket)

    /// The kernel's number of the family; a reloaded module gets another one.
    quint16 family() const { return m_family; }

    /// Most requests of one batch: their answers must find room in the receive buffer.
    static constexpr qsizetype largestBatch = 64;

    /// Sends the requests in one go and reads until each has ended. One outcome per request: an error of one does
    /// not keep the kernel from carrying out the next. When the exchange itself fails, nobody knows which requests
    /// were carried out, and the socket is of no further use.
    Result<std::vector<Outcome>> exchange(RequestBatch &batch, const ReplyReader::OnObject &onObject);

private:
    class Datagrams;
    struct SocketDeleter {
        void operator()(nl_sock *socket) const;
    };
    using SocketPointer = std::unique_ptr<nl_sock, SocketDeleter>;

    NetlinkSocket(SocketPointer socket, quint16 family);
    Result<void> send(Bytes bytes);

    SocketPointer m_socket;
    int m_descriptor;
    quint16 m_family;
    quint32 m_portId;
    quint32 m_nextSequence = 1;
    std::unique_ptr<Datagrams> m_datagrams;
};

} // namespace lvs
