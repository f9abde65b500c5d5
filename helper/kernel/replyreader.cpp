// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/replyreader.h"

#include <linux/genetlink.h>

#include <cerrno>
#include <limits>

namespace lvs {

ReplyReader::ReplyReader(const Expectation &expectation)
    : m_expectation(expectation)
    , m_outcomes(size_t(expectation.requests))
    , m_ended(size_t(expectation.requests))
    , m_open(expectation.requests)
{
}

bool ReplyReader::read(Bytes datagram, const OnObject &onObject)
{
    m_lastObjectOf = -1;
    while (datagram.size() >= sizeof(nlmsghdr)) {
        nlmsghdr header;
        std::memcpy(&header, datagram.data(), sizeof header);
        if (header.nlmsg_len < sizeof header || header.nlmsg_len > datagram.size())
            return false;
        if (!readMessage(header, datagram.subspan(sizeof header, header.nlmsg_len - sizeof header), onObject))
            return false;
        datagram = datagram.subspan(std::min<size_t>(NLMSG_ALIGN(header.nlmsg_len), datagram.size()));
    }
    return datagram.empty();
}

bool ReplyReader::readMessage(const nlmsghdr &header, Bytes payload, const OnObject &onObject)
{
    const quint32 request = header.nlmsg_seq - m_expectation.firstSequence;
    if (header.nlmsg_pid != m_expectation.portId || request >= m_outcomes.size() || m_ended[request])
        return false;
    if (header.nlmsg_type == NLMSG_ERROR || header.nlmsg_type == NLMSG_DONE)
        return readEnd(request, payload);
    if (header.nlmsg_type != m_expectation.family || payload.size() < sizeof(genlmsghdr))
        return false;
    genlmsghdr generic;
    std::memcpy(&generic, payload.data(), sizeof generic);
    if (m_lastObjectOf != qsizetype(request)) {
        m_lastObjectOf = request;
        ++m_outcomes[request].datagrams;
    }
    return onObject(request, generic.cmd, payload.subspan(sizeof generic));
}

/// An acknowledgement, an error, or the end of a dump: all begin with 0 or a negative errno.
bool ReplyReader::readEnd(qsizetype request, Bytes payload)
{
    int error;
    if (payload.size() < sizeof error)
        return false;
    std::memcpy(&error, payload.data(), sizeof error);
    if (error > 0 || error == std::numeric_limits<int>::min())
        return false;
    end(size_t(request), -error);
    return true;
}

void ReplyReader::endUnanswered()
{
    for (size_t request = m_ended.size(); request-- > 0;) {
        if (!m_ended[request])
            end(request, EINTR);
    }
}

void ReplyReader::end(size_t request, int error)
{
    m_outcomes[request].error = error;
    m_ended[request] = true;
    --m_open;
    for (; m_expectation.inOrder && m_firstOpen < request; ++m_firstOpen) {
        m_open -= m_ended[m_firstOpen] ? 0 : 1;
        m_ended[m_firstOpen] = true;
    }
}

} // namespace lvs
