// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/probe/serverhealth.h"

namespace lvs {

namespace {

constexpr quint16 firstFailure = 500; // RFC 9110, section 15.6: the server knows that it can't

} // namespace

ServerHealth::Verdict ServerHealth::verdict() const
{
    if (transport && transport->outcome == ProbeOutcome::Refused && mayListenOnVipAlone())
        return Verdict::Unknown;
    if (transport && !transport->isAnswered())
        return Verdict::Unreachable;
    if (application && (!application->result.isAnswered() || application->status >= firstFailure))
        return Verdict::Failing;
    if (transport || application)
        return Verdict::Reachable;
    if (!network || network->outcome == ProbeOutcome::Silent)
        return Verdict::Unknown;
    return network->isAnswered() ? Verdict::Reachable : Verdict::Unreachable;
}

bool ServerHealth::mayListenOnVipAlone() const
{
    return forwarding == Forwarding::Gatewaying || forwarding == Forwarding::Tunnelling;
}

HealthTargets healthTargetsFor(const ServiceKey &service, const ServerKey &server, const HealthOptions &options)
{
    const bool isTcp = service.isMark() || service.protocol == quint8(Protocol::Tcp);
    const bool isWeb = isTcp && (server.port == 80 || server.port == 8080);
    const quint16 httpPort = options.httpPort != 0 ? options.httpPort : isWeb ? server.port : quint16(0);
    HealthTargets targets;
    if (isTcp && server.port != 0)
        targets.connection = server;
    if (httpPort != 0)
        targets.page = HttpTarget{
            .server = {.address = server.address, .port = httpPort}, .host = options.host, .path = options.path};
    return targets;
}

} // namespace lvs
