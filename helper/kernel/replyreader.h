// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/kernel/attributes.h"

#include <functional>
#include <vector>

namespace lvs {

/// How one request ended.
struct Outcome {
    int error = 0; ///< errno as the kernel gave it; 0 = success
    /// Datagrams that brought objects. A dump of at most one shows a single moment; the kernel unlocks its table
    /// between two.
    quint32 datagrams = 0;
};

/// Matches the kernel's answers to the requests of one batch by sequence number. Trusts nothing: an answer with
/// lengths that do not add up, of another family, or to a request that was not made or is already finished, is
/// refused.
class ReplyReader
{
public:
    /// Takes an object the kernel sent: index of the request, command, attributes. False: not understood.
    using OnObject = std::function<bool(qsizetype request, quint8 command, Bytes attributes)>;

    struct Expectation {
        quint16 family = 0;
        quint32 portId = 0; ///< of our socket
        quint32 firstSequence = 0;
        qsizetype requests = 0;
        /// Requests end one after the other, without a word if they succeed; the end of one is the end of all before.
        bool inOrder = false;
    };
    explicit ReplyReader(const Expectation &expectation);

    /// Reads one datagram. False: refused; the stream of answers can't be followed any more.
    [[nodiscard]] bool read(Bytes datagram, const OnObject &onObject);
    /// To be called when nothing is left to read: a request whose end should have come ended with EINTR, the one error
    /// that the kernel keeps to itself (net/netlink/af_netlink.c, netlink_rcv_skb).
    void endUnanswered();
    /// Every request has ended.
    bool isComplete() const { return m_open == 0; }
    const std::vector<Outcome> &outcomes() const { return m_outcomes; }

private:
    bool readMessage(const nlmsghdr &header, Bytes payload, const OnObject &onObject);
    bool readEnd(qsizetype request, Bytes payload);
    void end(size_t request, int error);

    Expectation m_expectation;
    std::vector<Outcome> m_outcomes;
    std::vector<bool> m_ended;
    qsizetype m_open;
    size_t m_firstOpen = 0;        ///< every request before it has ended, if they end in order
    qsizetype m_lastObjectOf = -1; ///< request whose objects the present datagram brought last
};

} // namespace lvs
