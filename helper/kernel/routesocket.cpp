// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/routesocket.h"

#include <cerrno>

#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace lvs {

namespace {

constexpr size_t bufferBytes = 32 * 1024; // the largest datagram of a dump (net/netlink/af_netlink.c, netlink_recvmsg)
constexpr timeval longestWait{.tv_sec = 10, .tv_usec = 0};
constexpr int mostReadings = 4;

} // namespace

Result<std::unique_ptr<RouteSocket>> RouteSocket::open()
{
    const int descriptor = ::socket(AF_NETLINK, SOCK_RAW | SOCK_CLOEXEC, NETLINK_ROUTE);
    if (descriptor < 0)
        return std::unexpected(Error{.code = ErrorCode::BadKernelReply, .kernelErrno = errno});
    std::unique_ptr<RouteSocket> socket(new RouteSocket(descriptor));
    const int strict = 1; // a dump gives what its header asks for, nothing else
    const sockaddr_nl anyPort{.nl_family = AF_NETLINK, .nl_pad = 0, .nl_pid = 0, .nl_groups = 0};
    if (::setsockopt(descriptor, SOL_NETLINK, NETLINK_GET_STRICT_CHK, &strict, sizeof strict) != 0 ||
        ::setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &longestWait, sizeof longestWait) != 0 ||
        ::bind(descriptor, reinterpret_cast<const sockaddr *>(&anyPort), sizeof anyPort) != 0)
        return std::unexpected(Error{.code = ErrorCode::BadKernelReply, .kernelErrno = errno});
    return socket;
}

RouteSocket::RouteSocket(int descriptor)
    : m_descriptor(descriptor)
    , m_buffer(bufferBytes)
{
}

RouteSocket::~RouteSocket()
{
    ::close(m_descriptor);
}

Result<int> RouteSocket::exchange(RouteRequest &request, const OnMessage &onMessage)
{
    m_isTorn = false;
    const Bytes bytes = request.finish(++m_sequence);
    if (::send(m_descriptor, bytes.data(), bytes.size(), 0) != ssize_t(bytes.size()))
        return failure(ErrorCode::BadKernelReply);
    while (true) {
        sockaddr_nl from{};
        socklen_t fromSize = sizeof from;
        const ssize_t size = ::recvfrom(m_descriptor, m_buffer.data(), m_buffer.size(), MSG_TRUNC,
                                        reinterpret_cast<sockaddr *>(&from), &fromSize);
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0 || size_t(size) > m_buffer.size())
            return failure(ErrorCode::BadKernelReply);
        if (from.nl_pid != 0) // only the kernel is port 0
            continue;
        const auto ending = readDatagram(Bytes(m_buffer).first(size_t(size)), onMessage);
        if (!ending)
            return std::unexpected(ending.error());
        if (ending->hasEnded)
            return ending->error;
    }
}

Result<int> RouteSocket::dump(RouteRequest &request, const std::function<void()> &begin, const OnMessage &onMessage,
                              const std::function<bool()> &isEnough)
{
    for (int reading = 1;; ++reading) {
        begin();
        const auto ended = exchange(request, onMessage);
        if (!ended || !m_isTorn || reading == mostReadings || (isEnough && isEnough()))
            return ended;
    }
}

Result<RouteSocket::Ending> RouteSocket::readDatagram(Bytes datagram, const OnMessage &onMessage)
{
    while (datagram.size() >= sizeof(nlmsghdr)) {
        nlmsghdr header;
        std::memcpy(&header, datagram.data(), sizeof header);
        if (header.nlmsg_len < sizeof header || header.nlmsg_len > datagram.size())
            return failure(ErrorCode::BadKernelReply);
        const Bytes payload = datagram.subspan(sizeof header, header.nlmsg_len - sizeof header);
        datagram = datagram.subspan(std::min<size_t>(NLMSG_ALIGN(header.nlmsg_len), datagram.size()));
        if (header.nlmsg_seq != m_sequence)
            return failure(ErrorCode::BadKernelReply);
        m_isTorn = m_isTorn || (header.nlmsg_flags & NLM_F_DUMP_INTR) != 0;
        if (header.nlmsg_type == NLMSG_ERROR || header.nlmsg_type == NLMSG_DONE) {
            int error = 0;
            if (payload.size() < sizeof error)
                return failure(ErrorCode::BadKernelReply);
            std::memcpy(&error, payload.data(), sizeof error);
            return Ending{.hasEnded = true, .error = -error};
        }
        if (!onMessage || !onMessage(header.nlmsg_type, payload))
            return failure(ErrorCode::BadKernelReply);
    }
    return datagram.empty() ? Result<Ending>(Ending{}) : failure(ErrorCode::BadKernelReply);
}

} // namespace lvs
