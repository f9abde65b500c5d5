// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/realserver.h"

#include "core/types/numbers.h"

namespace lvs {
namespace {

Result<void> validateTunnel(const Tunnel &tunnel)
{
    const auto known = [&] {
        switch (tunnel.type) {
        case TunnelType::IpIp:
            return tunnel.port == 0 && tunnel.checksum == TunnelChecksum::None;
        case TunnelType::Gue:
            return tunnel.checksum <= TunnelChecksum::RemoteChecksum;
        case TunnelType::Gre:
            return tunnel.port == 0 && tunnel.checksum <= TunnelChecksum::Checksum;
        }
        return false;
    }();
    if (!known)
        return failure(ErrorCode::UnsupportedTunnel);
    if (tunnel.type == TunnelType::Gue && tunnel.port == 0)
        return failure(ErrorCode::TunnelPortMissing);
    return {};
}

Result<void> validateRange(quint32 value, quint32 largest)
{
    if (value > largest)
        return failure(ErrorCode::OutOfRange, {QStringLiteral("0"), QString::number(largest)});
    return {};
}

} // namespace

Result<void> validate(const RealServer &server, const ServiceKey &service)
{
    if (server.forwarding > Forwarding::Bypass)
        return failure(ErrorCode::UnsupportedForwarding);
    if (!server.key.address.isUnicast())
        return failure(ErrorCode::NotUnicast);
    const bool tunnels = server.forwarding == Forwarding::Tunnelling;
    if (mixesFamilies(server.key, service) && !tunnels)
        return failure(ErrorCode::FamilyMismatch);
    const bool keepsPort = tunnels || server.forwarding == Forwarding::Gatewaying;
    if (keepsPort && !service.isMark() && server.key.port != service.port)
        return failure(ErrorCode::PortMustMatchService);
    if (auto ok = validateRange(server.weight, limits::largestWeight); !ok)
        return ok;
    if (auto ok = validateRange(server.upperThreshold, limits::largestThreshold); !ok)
        return ok;
    if (server.lowerThreshold > server.upperThreshold)
        return failure(ErrorCode::ThresholdOrder);
    return validateTunnel(server.tunnel);
}

} // namespace lvs
