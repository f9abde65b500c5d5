// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/probe/tcpprobe.h"

#include "helper/probe/socketaddress.h"

#include <array>
#include <cerrno>

#include <sys/socket.h>

namespace lvs {

namespace {

bool isLater(int error)
{
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

} // namespace

TcpProbe::TcpProbe(const ServerKey &server, QByteArray request, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_request(std::move(request))
    , m_limits(limits)
    , m_wantsAnswer(!m_request.isEmpty())
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { finish(ProbeOutcome::Silent); });
}

QByteArray TcpProbe::requestFor(const HttpTarget &target)
{
    const QString host = target.host.isEmpty() ? target.server.toString() : target.host.toString();
    return "GET " + target.path.toString().toLatin1() + " HTTP/1.0\r\nHost: " + host.toLatin1() +
           "\r\nUser-Agent: lvs-console-probe\r\nAccept: */*\r\nConnection: close\r\n\r\n";
}

void TcpProbe::start()
{
    m_clock.start();
    m_socket = Descriptor(::socket(domainOf(m_server.address), SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!m_socket.isOpen())
        return fail(errno);
    const SocketAddress address(m_server.address, m_server.port);
    if (::connect(m_socket, address.data(), address.size) != 0 && errno != EINPROGRESS)
        return fail(errno);
    m_limit.start(m_limits.connecting);
    watch(QSocketNotifier::Write, &TcpProbe::connected);
}

void TcpProbe::watch(QSocketNotifier::Type type, void (TcpProbe::*then)())
{
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater(); // it may be the one that called
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_socket, type);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, then);
}

void TcpProbe::connected()
{
    int error = 0;
    socklen_t size = sizeof error;
    if (::getsockopt(m_socket, SOL_SOCKET, SO_ERROR, &error, &size) != 0)
        error = errno;
    if (error != 0)
        return fail(error);
    if (!m_wantsAnswer)
        return finish(ProbeOutcome::Answered);
    m_limit.start(m_limits.answering);
    watch(QSocketNotifier::Write, &TcpProbe::sendMore);
}

void TcpProbe::sendMore()
{
    const ssize_t sent = ::send(m_socket, m_request.constData(), size_t(m_request.size()), MSG_NOSIGNAL);
    if (sent < 0)
        return isLater(errno) ? void() : fail(errno);
    m_request.remove(0, sent);
    if (m_request.isEmpty())
        watch(QSocketNotifier::Read, &TcpProbe::readMore);
}

void TcpProbe::readMore()
{
    std::array<char, 16 * 1024> buffer;
    const ssize_t received = ::recv(m_socket, buffer.data(), buffer.size(), 0);
    if (received < 0)
        return isLater(errno) ? void() : fail(errno);
    const auto state = received == 0 ? m_answer.end() : m_answer.add(QByteArrayView(buffer.data(), received));
    if (state == HttpAnswer::State::Nonsense)
        finish(ProbeOutcome::Garbled);
    else if (state == HttpAnswer::State::Complete)
        finish(ProbeOutcome::Answered);
}

void TcpProbe::fail(int error)
{
    const bool refused = error == ECONNREFUSED || error == ECONNRESET || error == EPIPE;
    // Where there is no error but time: SYNs that nobody answers.
    const auto outcome = refused              ? ProbeOutcome::Refused
                         : error == ETIMEDOUT ? ProbeOutcome::Silent
                                              : ProbeOutcome::Unreachable;
    finish(outcome, outcome == ProbeOutcome::Silent ? 0 : error);
}

void TcpProbe::finish(ProbeOutcome outcome, int error)
{
    m_limit.stop();
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater();
    }
    m_socket = Descriptor();
    const bool hasStatus = m_answer.status() != 0;
    if (hasStatus && outcome != ProbeOutcome::Garbled) { // it began to answer, whatever became of the rest
        outcome = ProbeOutcome::Answered;
        error = 0;
    }
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(m_clock.durationElapsed());
    Q_EMIT finished({.result = {.outcome = outcome, .took = took, .kernelErrno = error},
                     .status = m_answer.status(),
                     .bytes = quint32(m_answer.contentSize()),
                     .firstLine = m_answer.firstLineDigest()});
}

} // namespace lvs
