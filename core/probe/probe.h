// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/probe/httpwords.h"
#include "core/types/names.h"
#include "core/types/servicekey.h"

#include <QByteArray>
#include <QDateTime>

#include <chrono>
#include <vector>

namespace lvs {

/// What came of a look from the director at another machine.
enum class ProbeOutcome : quint8 {
    Answered,
    Refused,     ///< something said no: the port is closed
    Silent,      ///< no answer within the time
    Unreachable, ///< there is no way to it from here; `kernelErrno` says why
    Garbled,     ///< connected, but what came is not of the protocol
};

struct ProbeResult {
    ProbeOutcome outcome = ProbeOutcome::Silent;
    std::chrono::microseconds took{}; ///< until the answer, or until it was given up
    int kernelErrno = 0;              ///< of Refused and Unreachable; 0: none
    bool isAnswered() const { return outcome == ProbeOutcome::Answered; }
    friend bool operator==(const ProbeResult &, const ProbeResult &) = default;
};

/// What is asked for by HTTP, without encryption and without following redirections.
struct HttpTarget {
    ServerKey server{};
    HttpHost host{}; ///< empty: address and port
    HttpPath path{};
    friend bool operator==(const HttpTarget &, const HttpTarget &) = default;
    friend size_t qHash(const HttpTarget &target, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, target.server, target.host.toString(), target.path.toString());
    }
};

/// Answered where a status came, whatever it says.
struct HttpResult {
    ProbeResult result{};
    quint16 status = 0;     ///< 100 to 599; 0: none came
    quint32 bytes = 0;      ///< of the content, as far as it was read
    QByteArray firstLine{}; ///< SHA-256 of the first line of the content: equal answers are told from others
    friend bool operator==(const HttpResult &, const HttpResult &) = default;
};

/// What a server shows of itself where TLS begins. It is not verified: equal certificates are told from others.
struct TlsResult {
    ProbeResult result{};     ///< Garbled: connected, but it speaks no TLS
    QByteArray certificate{}; ///< SHA-256 of its certificate (DER); empty: none came
    QDateTime validUntil{};   ///< UTC; invalid where it is not known
    friend bool operator==(const TlsResult &, const TlsResult &) = default;
};

/// Who answers when the network asks for the hardware address of a VIP.
struct ArpAnswer {
    InterfaceName interface{};    ///< of the director, where it was heard
    QByteArray hardwareAddress{}; ///< six bytes
    quint32 answers = 0;
    friend bool operator==(const ArpAnswer &, const ArpAnswer &) = default;
};

/// The director itself never answers its own question.
struct ArpCensus {
    std::vector<InterfaceName> asked{};
    quint32 requests = 0; ///< on each of them
    std::vector<ArpAnswer> answers{};
    friend bool operator==(const ArpCensus &, const ArpCensus &) = default;
};

/// Looks at the machines of a director's table. Who is not in it can't be looked at.
struct ProbeRequest {
    std::vector<IpAddress> pings{};
    std::vector<ServerKey> connections{}; ///< by TCP
    std::vector<HttpTarget> pages{};
    std::vector<ServerKey> certificates{};
};

/// In the order of the request.
struct ProbeReport {
    std::vector<ProbeResult> pings{};
    std::vector<ProbeResult> connections{};
    std::vector<HttpResult> pages{};
    std::vector<TlsResult> certificates{};
};

} // namespace lvs
