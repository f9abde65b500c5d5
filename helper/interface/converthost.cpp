// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/convert.h"

#include <algorithm>

namespace lvs::bus {

using namespace Qt::StringLiterals;

namespace {

Result<KernelSupport> kernelFromWire(const HostData &data)
{
    constexpr quint8 mostTableBits = 27; // net/netfilter/ipvs/ip_vs_conn.c, ip_vs_conn_init
    if (std::max(data.configuredTableBits, data.tableBits) > mostTableBits)
        return failure(ErrorCode::OutOfRange, {u"0"_s, QString::number(mostTableBits)});
    KernelSupport kernel{.configuredTableBits = data.configuredTableBits, .tableBits = data.tableBits};
    for (const FeatureData &feature : data.features) {
        if (feature.state > quint8(FeatureState::BuiltIn))
            return failure(ErrorCode::OutOfRange, {u"0"_s, QString::number(quint8(FeatureState::BuiltIn))});
        const auto row = std::ranges::find_if(
            kernelFeatures, [&](const KernelFeature &known) { return known.symbol == feature.symbol; });
        if (row != kernelFeatures.end())
            kernel.states[size_t(row - kernelFeatures.begin())] = FeatureState(feature.state);
    }
    return kernel;
}

Result<std::vector<SysctlValue>> sysctlsFromWire(const QList<SysctlData> &list)
{
    if (list.size() > bounds::sysctls)
        return failure(ErrorCode::TooLong, {QString::number(bounds::sysctls)});
    std::vector<SysctlValue> values;
    for (const SysctlData &data : list) {
        if (!sysctlNamed(data.name))
            continue;
        auto value = fromWire(data);
        if (!value)
            return std::unexpected(value.error());
        values.push_back(std::move(*value));
    }
    return values;
}

} // namespace

Result<QString> textFromWire(const QString &text)
{
    if (text.size() > bounds::stringBytes)
        return failure(ErrorCode::TooLong, {QString::number(bounds::stringBytes)});
    const auto odd = std::ranges::find_if_not(text, [](QChar c) { return c.isPrint() || c.isSurrogate(); });
    if (odd != text.end())
        return failure(ErrorCode::BadCharacter, {QString(*odd)});
    return text;
}

SysctlData toWire(const SysctlValue &sysctl)
{
    return {.name = sysctl.name, .value = sysctl.value};
}

Result<SysctlValue> fromWire(const SysctlData &data)
{
    const auto name = textFromWire(data.name);
    const auto value = textFromWire(data.value);
    if (!name || !value)
        return std::unexpected(name ? value.error() : name.error());
    return SysctlValue{.name = *name, .value = *value};
}

ConnectionData toWire(const ConnectionEntry &entry)
{
    return {.protocol = entry.protocol,
            .client = addressToWire(entry.client),
            .clientPort = entry.clientPort,
            .mark = entry.firewallMark,
            .virtualAddress = entry.firewallMark != 0 ? QByteArray() : addressToWire(entry.virtualAddress),
            .virtualPort = entry.virtualPort,
            .server = addressToWire(entry.server.address),
            .serverPort = entry.server.port,
            .state = entry.state,
            .expires = entry.expires,
            .engine = entry.engine,
            .engineData = entry.engineData};
}

Result<ConnectionEntry> fromWire(const ConnectionData &data)
{
    ConnectionEntry entry{.protocol = data.protocol,
                          .clientPort = data.clientPort,
                          .firewallMark = data.mark,
                          .virtualPort = data.virtualPort,
                          .expires = data.expires};
    const auto client = addressFromWire(data.client);
    const auto server = addressFromWire(data.server);
    const auto virtualAddress = data.mark != 0 ? Result<IpAddress>() : addressFromWire(data.virtualAddress);
    for (const auto &address : {client, server, virtualAddress}) {
        if (!address)
            return std::unexpected(address.error());
    }
    if (data.mark != 0 && !data.virtualAddress.isEmpty())
        return failure(ErrorCode::BadAddress);
    entry.client = *client;
    entry.virtualAddress = *virtualAddress;
    entry.server = {.address = *server, .port = data.serverPort};
    for (const auto &[text, field] : {std::pair(&data.state, &entry.state), std::pair(&data.engine, &entry.engine),
                                      std::pair(&data.engineData, &entry.engineData)}) {
        const auto checked = textFromWire(*text);
        if (!checked)
            return std::unexpected(checked.error());
        *field = *checked;
    }
    return entry;
}

HostData toWire(const HostInfo &host)
{
    HostData data{.configuredTableBits = host.kernel.configuredTableBits, .tableBits = host.kernel.tableBits};
    data.sysctls = listToWire(atMost(host.sysctls, bounds::sysctls));
    for (size_t i = 0; i < kernelFeatures.size(); ++i)
        data.features.append({.symbol = kernelFeatures[i].symbol, .state = quint8(host.kernel.states[i])});
    data.interfaces = listToWire(atMost(host.interfaces, bounds::interfaces));
    data.routes = listToWire(atMost(host.routes, bounds::routes));
    data.neighbours = listToWire(atMost(host.neighbours, bounds::neighbours));
    data.listeners = listToWire(atMost(host.listeners, bounds::listeners));
    data.rules = listToWire(atMost(host.rules, bounds::routingRules));
    data.tableRoutes = listToWire(atMost(host.tableRoutes, bounds::routes));
    return data;
}

Result<HostInfo> fromWire(const HostData &data)
{
    auto sysctls = sysctlsFromWire(data.sysctls);
    auto kernel = kernelFromWire(data);
    auto interfaces = listFromWire(data.interfaces, bounds::interfaces);
    auto routes = listFromWire(data.routes, bounds::routes);
    auto neighbours = listFromWire(data.neighbours, bounds::neighbours);
    auto listeners = listFromWire(data.listeners, bounds::listeners);
    auto rules = listFromWire(data.rules, bounds::routingRules);
    auto tableRoutes = listFromWire(data.tableRoutes, bounds::routes);
    if (!sysctls)
        return std::unexpected(sysctls.error());
    if (!kernel)
        return std::unexpected(kernel.error());
    if (!interfaces)
        return std::unexpected(interfaces.error());
    if (!routes)
        return std::unexpected(routes.error());
    if (!neighbours)
        return std::unexpected(neighbours.error());
    if (!listeners)
        return std::unexpected(listeners.error());
    if (!rules)
        return std::unexpected(rules.error());
    if (!tableRoutes)
        return std::unexpected(tableRoutes.error());
    return HostInfo{.sysctls = std::move(*sysctls),
                    .kernel = *kernel,
                    .interfaces = std::move(*interfaces),
                    .routes = std::move(*routes),
                    .rules = std::move(*rules),
                    .tableRoutes = std::move(*tableRoutes),
                    .neighbours = std::move(*neighbours),
                    .listeners = std::move(*listeners)};
}

} // namespace lvs::bus
