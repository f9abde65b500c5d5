// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/boot/keptsetup.h"

#include "core/change/hostvalidation.h"

#include <QSet>

#include <algorithm>

namespace lvs {
namespace {

bool hasWord(quint8 protocol)
{
    return Protocol(protocol) == Protocol::Tcp || Protocol(protocol) == Protocol::Udp ||
           Protocol(protocol) == Protocol::Sctp;
}

bool hasWord(Forwarding forwarding)
{
    return forwarding == Forwarding::Masquerading || forwarding == Forwarding::Tunnelling ||
           forwarding == Forwarding::Gatewaying;
}

Result<void> validateRules(const IpvsTable::Entry &rules, const ServiceKey &key)
{
    if (rules.service.key != key || qsizetype(rules.servers.size()) > KeptSetup::mostServers)
        return failure(ErrorCode::BadRequest);
    if (auto valid = validate(rules.service); !valid)
        return valid;
    QSet<ServerKey> servers;
    for (const RealServer &server : rules.servers) {
        if (!hasWord(server.forwarding))
            return failure(ErrorCode::UnsupportedForwarding);
        if (auto valid = validate(server, key); !valid)
            return valid;
        servers.insert(server.key);
    }
    return std::size_t(servers.size()) == rules.servers.size() ? Result<void>() : failure(ErrorCode::ServerExists);
}

Result<void> validateAll(const auto &values)
{
    for (const auto &value : values) {
        if (auto valid = validate(value); !valid)
            return valid;
    }
    return {};
}

bool isDefault(const HostRoute &route)
{
    return route.prefixLength == 0 && route.gateway.has_value();
}

} // namespace

bool KeptSetup::isEmpty() const
{
    return sysctls.empty() && tunnels.empty() && addresses.empty() && routes.empty() && snats.empty() && !rules &&
           marks.empty();
}

bool isSetupId(const QString &id)
{
    constexpr qsizetype longest = 64;
    return !id.isEmpty() && id.size() <= longest && std::ranges::all_of(id, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || c == u'-';
    });
}

Result<void> validate(const KeptSetup &setup)
{
    const bool isKnown = setup.service.isMark() || hasWord(setup.service.protocol);
    const std::size_t onHost = setup.sysctls.size() + setup.tunnels.size() + setup.addresses.size() +
                               setup.routes.size() + setup.snats.size() + setup.marks.size();
    if (!isSetupId(setup.id) || !isKnown || qsizetype(onHost) > KeptSetup::mostOnHost ||
        !std::ranges::all_of(setup.routes, isDefault))
        return failure(ErrorCode::BadRequest);
    return validate(setup.service)
        .and_then([&] { return validateAll(setup.sysctls); })
        .and_then([&] { return validateAll(setup.tunnels); })
        .and_then([&] { return validateAll(setup.addresses); })
        .and_then([&] { return validateAll(setup.routes); })
        .and_then([&] { return validateAll(setup.snats); })
        .and_then([&] { return setup.rules ? validateRules(*setup.rules, setup.service) : Result<void>(); })
        .and_then([&] { return validateAll(setup.marks); });
}

ChangePlan planOf(const KeptSetup &setup)
{
    ChangePlan plan;
    const auto add = [&]<class Add>(std::type_identity<Add>, const auto &values) {
        for (const auto &value : values)
            plan.operations.push_back(Add{value});
    };
    for (const SysctlValue &sysctl : setup.sysctls)
        plan.operations.push_back(SetSysctl{sysctl.name, sysctl.value, sysctl.value});
    add(std::type_identity<AddTunnel>(), setup.tunnels);
    add(std::type_identity<AddAddress>(), setup.addresses);
    add(std::type_identity<AddRoute>(), setup.routes);
    add(std::type_identity<AddSnatRule>(), setup.snats);
    if (setup.rules) {
        plan.operations.push_back(AddService{setup.rules->service});
        for (const RealServer &server : setup.rules->servers)
            plan.operations.push_back(AddServer{setup.service, server});
    }
    add(std::type_identity<AddMarkRule>(), setup.marks);
    return plan;
}

} // namespace lvs
