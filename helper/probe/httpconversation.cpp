// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/probe/httpconversation.h"

#include <array>
#include <cerrno>

#include <sys/socket.h>

namespace lvs {

namespace {

bool isLater(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

QByteArray requestFor(const HttpTarget &target)
{
    const QString host = target.host.isEmpty() ? target.server.toString() : target.host.toString();
    return "GET " + target.path.toString().toLatin1() + " HTTP/1.0\r\nHost: " + host.toLatin1() +
           "\r\nUser-Agent: lvs-console-probe\r\nAccept: */*\r\nConnection: close\r\n\r\n";
}

} // namespace

HttpConversation::HttpConversation(const HttpTarget &target)
    : m_request(requestFor(target))
{
}

Conversation::State HttpConversation::goOn(int socket)
{
    return m_request.isEmpty() ? receive(socket) : send(socket);
}

Conversation::State HttpConversation::send(int socket)
{
    const ssize_t sent = ::send(socket, m_request.constData(), size_t(m_request.size()), MSG_NOSIGNAL);
    if (sent < 0)
        return isLater(errno) ? State::WaitsToWrite : State::Broken;
    m_request.remove(0, sent);
    return m_request.isEmpty() ? State::WaitsToRead : State::WaitsToWrite;
}

Conversation::State HttpConversation::receive(int socket)
{
    std::array<char, 16 * 1024> buffer;
    const ssize_t received = ::recv(socket, buffer.data(), buffer.size(), 0);
    if (received < 0)
        return isLater(errno) ? State::WaitsToRead : State::Broken;
    switch (received == 0 ? m_answer.end() : m_answer.add(QByteArrayView(buffer.data(), received))) {
    case HttpAnswer::State::Nonsense:
        return State::Nonsense;
    case HttpAnswer::State::Complete:
        return State::Complete;
    case HttpAnswer::State::Head:
    case HttpAnswer::State::Content:
        break;
    }
    return State::WaitsToRead;
}

HttpResult HttpConversation::result(const ProbeResult &of) const
{
    return {.result = of,
            .status = m_answer.status(),
            .bytes = quint32(m_answer.contentSize()),
            .firstLine = m_answer.firstLineDigest()};
}

} // namespace lvs
