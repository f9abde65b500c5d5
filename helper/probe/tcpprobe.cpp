// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/probe/tcpprobe.h"

#include "helper/probe/socketaddress.h"

#include <cerrno>

#include <sys/socket.h>

namespace lvs {

TcpProbe::TcpProbe(const ServerKey &server, Conversation *conversation, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_conversation(conversation)
    , m_limits(limits)
{
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] { finish(ProbeOutcome::Silent); });
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
    if (!m_conversation)
        return finish(ProbeOutcome::Answered);
    m_limit.start(m_limits.answering);
    goOn();
}

void TcpProbe::goOn()
{
    switch (m_conversation->goOn(m_socket)) {
    case Conversation::State::WaitsToRead:
        return watch(QSocketNotifier::Read, &TcpProbe::goOn);
    case Conversation::State::WaitsToWrite:
        return watch(QSocketNotifier::Write, &TcpProbe::goOn);
    case Conversation::State::Complete:
        return finish(ProbeOutcome::Answered);
    case Conversation::State::Nonsense:
        return finish(ProbeOutcome::Garbled);
    case Conversation::State::Broken:
        return fail(errno);
    }
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
    if (m_conversation && m_conversation->hasAnswer()) {
        outcome = ProbeOutcome::Answered;
        error = 0;
    }
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(m_clock.durationElapsed());
    Q_EMIT finished({.outcome = outcome, .took = took, .kernelErrno = error});
}

} // namespace lvs
