// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/setup.h"

#include "core/setup/directorfilter.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

Result<void> checkVip(const SetupWish &wish)
{
    if (wish.service.key.isMark() != wish.vipOfMark.has_value())
        return failure(ErrorCode::BadAddress);
    if (wish.vip().family() != wish.family())
        return failure(ErrorCode::FamilyMismatch);
    if (!wish.vip().isUnicast())
        return failure(ErrorCode::NotUnicast);
    if (!wish.service.key.isMark() && !wish.portsOfMark.isEmpty())
        return failure(ErrorCode::PlanContradicts);
    const auto rule = markRuleOf(wish);
    return rule ? validate(*rule) : Result<void>();
}

Result<void> checkMethod(const SetupWish &wish)
{
    if (wish.method > SetupMethod::FullNat)
        return failure(ErrorCode::UnsupportedForwarding);
    const bool knowsIPv6 = wish.method == SetupMethod::DirectRouting || wish.method == SetupMethod::Nat;
    if (wish.family() == Family::IPv6 && !knowsIPv6)
        return failure(ErrorCode::NotSupported, {u"IPv6"_s});
    if (!wish.router)
        return {};
    if (!putsVipOnServers(wish.method))
        return failure(ErrorCode::PlanContradicts);
    if (wish.router->family() != wish.family())
        return failure(ErrorCode::FamilyMismatch);
    return wish.router->isMulticast() || wish.router->isUnspecified() ? failure(ErrorCode::NotUnicast) : Result<void>();
}

Result<void> checkServer(const SetupServer &wanted, const SetupWish &wish)
{
    const RealServer &server = wanted.server;
    if (server.forwarding != forwardingOf(wish.method))
        return failure(ErrorCode::UnsupportedForwarding);
    if (mixesFamilies(server.key, wish.service.key))
        return failure(ErrorCode::FamilyMismatch);
    if (auto valid = validate(server, wish.service.key); !valid)
        return valid;
    if (server.key.address == wish.vip())
        return failure(ErrorCode::PlanContradicts);
    if (wish.method == SetupMethod::Tunnelling && server.tunnel.type != TunnelType::IpIp)
        return failure(ErrorCode::UnsupportedTunnel);
    if (putsVipOnServers(wish.method) && wanted.vipInterface.toString().isEmpty())
        return failure(ErrorCode::Empty);
    return {};
}

} // namespace

Forwarding forwardingOf(SetupMethod method)
{
    switch (method) {
    case SetupMethod::DirectRouting:
        return Forwarding::Gatewaying;
    case SetupMethod::Tunnelling:
        return Forwarding::Tunnelling;
    case SetupMethod::Nat:
    case SetupMethod::FullNat:
        break;
    }
    return Forwarding::Masquerading;
}

bool putsVipOnServers(SetupMethod method)
{
    return method == SetupMethod::DirectRouting || method == SetupMethod::Tunnelling;
}

bool repliesThroughDirector(SetupMethod method)
{
    return !putsVipOnServers(method);
}

bool needsFirewall(const SetupWish &wish)
{
    return wish.method == SetupMethod::FullNat || wish.service.key.isMark();
}

Result<void> validate(const SetupWish &wish)
{
    if (auto valid = validate(wish.service); !valid)
        return valid;
    if (auto valid = checkVip(wish); !valid)
        return valid;
    if (auto valid = checkMethod(wish); !valid)
        return valid;
    if (wish.servers.empty() || wish.director.isEmpty() || wish.outside.toString().isEmpty())
        return failure(ErrorCode::Empty);
    QSet<ServerKey> keys;
    for (const SetupServer &server : wish.servers) {
        if (auto valid = checkServer(server, wish); !valid)
            return valid;
        if (keys.contains(server.server.key))
            return failure(ErrorCode::ServerExists);
        keys.insert(server.server.key);
    }
    return {};
}

const HostInfo *findHost(const SetupHosts &hosts, const QString &id)
{
    const auto host = hosts.find(id);
    return host == hosts.end() ? nullptr : &host->second;
}

InterfaceAddress vipAddress(const IpAddress &vip, const InterfaceName &interface)
{
    const bool hasLabel = vip.isIPv4() && isLoopback(interface);
    return {.address = vip, .prefixLength = quint8(vip.isIPv4() ? 32 : 128), .label = hasLabel ? u"lo:0"_s : QString()};
}

} // namespace lvs
