// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/netlinksocket.h"

#include "core/apply/kernelerror.h"

#include <netlink/errno.h>
#include <netlink/genl/ctrl.h>
#include <netlink/genl/genl.h>
#include <netlink/socket.h>

#include <array>
#include <cerrno>

#include <sys/socket.h>

namespace lvs {

namespace {

/// The kernel fills a datagram of a dump up to the largest buffer it was ever offered, at most this much
/// (net/netlink/af_netlink.c, netlink_recvmsg). A datagram that does not fit would lose its end.
constexpr size_t datagramSize = 32768;

/// More than the answers to a full batch take.
constexpr int receiveBuffer = int(2 * datagramSize * NetlinkSocket::largestBatch);

std::unexpected<Error> lastError()
{
    return std::unexpected(errorFromErrno(errno));
}

} // namespace

/// Buffers for several datagrams, so that one system call fetches all that are queued.
class NetlinkSocket::Datagrams
{
public:
    Datagrams()
    {
        for (size_t i = 0; i < count; ++i) {
            m_parts[i] = {.iov_base = m_buffers[i].data(), .iov_len = datagramSize};
            m_headers[i] = {};
            m_headers[i].msg_hdr.msg_iov = &m_parts[i];
            m_headers[i].msg_hdr.msg_iovlen = 1;
            m_headers[i].msg_hdr.msg_name = &m_senders[i];
        }
    }
    Q_DISABLE_COPY_MOVE(Datagrams)

    /// Number of datagrams fetched, or -1 with errno. Does not wait: the kernel answers a request while it is being
    /// sent and continues a dump while it is being read, so an empty queue means that no more will come.
    int receive(int descriptor)
    {
        for (mmsghdr &header : m_headers)
            header.msg_hdr.msg_namelen = sizeof(sockaddr_nl);
        int received;
        do {
            received = recvmmsg(descriptor, m_headers.data(), count, MSG_DONTWAIT, nullptr);
        } while (received < 0 && errno == EINTR);
        return received;
    }

    /// False if the datagram was cut or does not come from the kernel.
    bool isTrustworthy(int index) const
    {
        const mmsghdr &header = m_headers[size_t(index)];
        return (header.msg_hdr.msg_flags & MSG_TRUNC) == 0 && header.msg_hdr.msg_namelen == sizeof(sockaddr_nl) &&
               m_senders[size_t(index)].nl_pid == 0;
    }
    Bytes operator[](int index) const
    {
        return Bytes(m_buffers[size_t(index)]).first(m_headers[size_t(index)].msg_len);
    }

private:
    static constexpr size_t count = 16;
    std::array<std::array<std::byte, datagramSize>, count> m_buffers;
    std::array<sockaddr_nl, count> m_senders{};
    std::array<iovec, count> m_parts;
    std::array<mmsghdr, count> m_headers;
};

void NetlinkSocket::SocketDeleter::operator()(nl_sock *socket) const
{
    nl_socket_free(socket);
}

Result<std::unique_ptr<NetlinkSocket>> NetlinkSocket::open(const char *family)
{
    SocketPointer socket(nl_socket_alloc());
    if (!socket)
        return std::unexpected(errorFromErrno(ENOMEM));
    errno = 0;
    if (genl_connect(socket.get()) < 0)
        return lastError();
    const int number = genl_ctrl_resolve(socket.get(), family);
    if (number < 0)
        return failure(number == -NLE_OBJ_NOTFOUND ? ErrorCode::NoIpvs : ErrorCode::BadKernelReply);
    const int descriptor = nl_socket_get_fd(socket.get());
    // Beyond net.core.rmem_max, which needs CAP_NET_ADMIN as everything here does.
    if (setsockopt(descriptor, SOL_SOCKET, SO_RCVBUFFORCE, &receiveBuffer, sizeof receiveBuffer) < 0)
        return lastError();
    // Errors need not repeat the request.
    const int on = 1;
    if (setsockopt(descriptor, SOL_NETLINK, NETLINK_CAP_ACK, &on, sizeof on) < 0)
        return lastError();
    return std::unique_ptr<NetlinkSocket>(new NetlinkSocket(std::move(socket), quint16(number)));
}

NetlinkSocket::NetlinkSocket(SocketPointer socket, quint16 family)
    : m_socket(std::move(socket))
    , m_descriptor(nl_socket_get_fd(m_socket.get()))
    , m_family(family)
    , m_portId(nl_socket_get_local_port(m_socket.get()))
    , m_datagrams(std::make_unique_for_overwrite<Datagrams>())
{
}

NetlinkSocket::~NetlinkSocket() = default;

Result<std::vector<Outcome>> NetlinkSocket::exchange(RequestBatch &batch, const ReplyReader::OnObject &onObject)
{
    Q_ASSERT(batch.size() <= largestBatch);
    batch.address(m_family, m_nextSequence);
    ReplyReader reader({.family = m_family,
                        .portId = m_portId,
                        .firstSequence = m_nextSequence,
                        .requests = batch.size(),
                        .inOrder = !batch.isDump()});
    m_nextSequence += quint32(batch.size());
    if (const Result<void> sent = send(batch.bytes()); !sent)
        return std::unexpected(sent.error());
    while (!reader.isComplete()) {
        const int received = m_datagrams->receive(m_descriptor);
        if (received < 0 && errno != EAGAIN)
            return lastError();
        if (received <= 0)
            reader.endUnanswered();
        for (int i = 0; i < received; ++i) {
            if (!m_datagrams->isTrustworthy(i) || !reader.read((*m_datagrams)[i], onObject))
                return failure(ErrorCode::BadKernelReply);
        }
    }
    return reader.outcomes();
}

Result<void> NetlinkSocket::send(Bytes bytes)
{
    ssize_t sent;
    do {
        sent = ::send(m_descriptor, bytes.data(), bytes.size(), 0);
    } while (sent < 0 && errno == EINTR);
    if (sent < 0)
        return lastError();
    return {};
}

} // namespace lvs
