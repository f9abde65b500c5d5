// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/convert.h"
#include "helper/interface/firewallparts.h"

namespace lvs::bus {

namespace {

constexpr qsizetype hardwareAddressBytes = 6;
constexpr qsizetype longestLabel = 15; // IFNAMSIZ - 1

Result<IpAddress> networkFromWire(const QByteArray &bytes, quint8 prefixLength)
{
    const auto address = addressFromWire(bytes);
    if (address && prefixLength > (address->isIPv4() ? 32 : 128))
        return failure(ErrorCode::BadMask);
    return address;
}

TunnelEndsData toWire(const TunnelEnds &ends)
{
    return {.local = addressToWire(ends.local), .remote = addressToWire(ends.remote)};
}

} // namespace

InterfaceAddressData toWire(const InterfaceAddress &address)
{
    return {.address = addressToWire(address.address),
            .prefixLength = address.prefixLength,
            .scope = quint8(address.scope),
            .label = address.label};
}

InterfaceData toWire(const HostInterface &interface)
{
    InterfaceData data{.name = interface.name.toString(),
                       .isUp = interface.isUp,
                       .kind = quint8(interface.kind),
                       .hardwareAddress = interface.hardwareAddress};
    if (interface.tunnel)
        data.tunnel = {toWire(*interface.tunnel)};
    data.addresses = listToWire(atMost(interface.addresses, bounds::addressesPerInterface));
    return data;
}

HostAddressData toWire(const HostAddress &address)
{
    return {.interface = address.interface.toString(), .address = toWire(address.address)};
}

RouteData toWire(const HostRoute &route)
{
    return {.destination = addressToWire(route.destination),
            .prefixLength = route.prefixLength,
            .gateway = route.gateway ? addressToWire(*route.gateway) : QByteArray(),
            .interface = route.interface.toString(),
            .metric = route.metric};
}

HostTunnelData toWire(const HostTunnel &tunnel)
{
    return {.name = tunnel.name.toString(), .local = addressToWire(tunnel.local)};
}

NeighbourData toWire(const Neighbour &neighbour)
{
    return {.address = addressToWire(neighbour.address),
            .interface = neighbour.interface.toString(),
            .hardwareAddress = neighbour.hardwareAddress};
}

ListenerData toWire(const Listener &listener)
{
    return {.protocol = listener.protocol, .address = addressToWire(listener.address), .port = listener.port};
}

RoutingRuleData toWire(const RoutingRule &rule)
{
    const auto perhaps = [](const std::optional<IpNetwork> &network) {
        return network ? QList{toWire(*network)} : QList<NetworkData>();
    };
    return {.priority = rule.priority,
            .family = quint8(rule.family),
            .source = perhaps(rule.source),
            .destination = perhaps(rule.destination),
            .table = rule.table};
}

TableRouteData toWire(const TableRoute &route)
{
    return {.table = route.table, .route = toWire(route.route)};
}

Result<InterfaceAddress> fromWire(const InterfaceAddressData &data)
{
    const auto address = networkFromWire(data.address, data.prefixLength);
    if (!address)
        return std::unexpected(address.error());
    if (!isAddressScope(data.scope))
        return failure(ErrorCode::NotSupported);
    const auto label = textFromWire(data.label);
    if (!label)
        return std::unexpected(label.error());
    if (label->toUtf8().size() > longestLabel)
        return failure(ErrorCode::TooLong, {QString::number(longestLabel)});
    return InterfaceAddress{
        .address = *address, .prefixLength = data.prefixLength, .scope = AddressScope(data.scope), .label = *label};
}

Result<TunnelEnds> fromWire(const TunnelEndsData &data)
{
    const auto local = addressFromWire(data.local);
    const auto remote = addressFromWire(data.remote);
    if (!local || !remote)
        return std::unexpected(local ? remote.error() : local.error());
    return TunnelEnds{.local = *local, .remote = *remote};
}

Result<HostInterface> fromWire(const InterfaceData &data)
{
    const auto name = InterfaceName::fromText(data.name);
    if (!name)
        return std::unexpected(name.error());
    if (data.kind > quint8(InterfaceKind::Dummy))
        return failure(ErrorCode::OutOfRange, {QStringLiteral("0"), QString::number(quint8(InterfaceKind::Dummy))});
    if (!data.hardwareAddress.isEmpty() && data.hardwareAddress.size() != hardwareAddressBytes)
        return failure(ErrorCode::BadAddress);
    auto tunnel = listFromWire(data.tunnel, 1);
    if (!tunnel)
        return std::unexpected(tunnel.error());
    auto addresses = listFromWire(data.addresses, bounds::addressesPerInterface);
    if (!addresses)
        return std::unexpected(addresses.error());
    return HostInterface{.name = *name,
                         .isUp = data.isUp,
                         .kind = InterfaceKind(data.kind),
                         .hardwareAddress = data.hardwareAddress,
                         .tunnel = tunnel->empty() ? std::nullopt : std::optional(tunnel->front()),
                         .addresses = std::move(*addresses)};
}

Result<HostAddress> fromWire(const HostAddressData &data)
{
    const auto interface = InterfaceName::fromText(data.interface);
    if (!interface)
        return std::unexpected(interface.error());
    return fromWire(data.address).transform([&](const InterfaceAddress &address) {
        return HostAddress{.interface = *interface, .address = address};
    });
}

Result<HostRoute> fromWire(const RouteData &data)
{
    const auto destination = networkFromWire(data.destination, data.prefixLength);
    if (!destination)
        return std::unexpected(destination.error());
    const auto interface = InterfaceName::fromText(data.interface);
    if (!interface)
        return std::unexpected(interface.error());
    HostRoute route{
        .destination = *destination, .prefixLength = data.prefixLength, .interface = *interface, .metric = data.metric};
    if (data.gateway.isEmpty())
        return route;
    const auto gateway = addressFromWire(data.gateway);
    if (!gateway)
        return std::unexpected(gateway.error());
    if (gateway->family() != destination->family())
        return failure(ErrorCode::FamilyMismatch);
    route.gateway = *gateway;
    return route;
}

Result<HostTunnel> fromWire(const HostTunnelData &data)
{
    const auto name = InterfaceName::fromText(data.name);
    if (!name)
        return std::unexpected(name.error());
    return addressFromWire(data.local).transform([&](const IpAddress &local) {
        return HostTunnel{.name = *name, .local = local};
    });
}

Result<Neighbour> fromWire(const NeighbourData &data)
{
    const auto address = addressFromWire(data.address);
    if (!address)
        return std::unexpected(address.error());
    if (!data.hardwareAddress.isEmpty() && data.hardwareAddress.size() != hardwareAddressBytes)
        return failure(ErrorCode::BadAddress);
    return InterfaceName::fromText(data.interface).transform([&](const InterfaceName &interface) {
        return Neighbour{.address = *address, .interface = interface, .hardwareAddress = data.hardwareAddress};
    });
}

Result<Listener> fromWire(const ListenerData &data)
{
    if (data.protocol != quint8(Protocol::Tcp) && data.protocol != quint8(Protocol::Udp))
        return failure(ErrorCode::UnsupportedProtocol);
    if (data.port == 0)
        return failure(ErrorCode::MissingPort);
    return addressFromWire(data.address).transform([&](const IpAddress &address) {
        return Listener{.protocol = data.protocol, .address = address, .port = data.port};
    });
}

Result<RoutingRule> fromWire(const RoutingRuleData &data)
{
    const auto family = familyFromWire(data.family);
    if (!family)
        return std::unexpected(family.error());
    RoutingRule rule{.priority = data.priority, .family = *family, .table = data.table};
    for (const auto &[list, network] :
         {std::pair(&data.source, &rule.source), std::pair(&data.destination, &rule.destination)}) {
        if (list->isEmpty())
            continue;
        const auto read = networkFromWire(list->front());
        if (!read)
            return std::unexpected(read.error());
        if (list->size() > 1)
            return failure(ErrorCode::TooLong, {QStringLiteral("1")});
        if (read->family() != *family)
            return failure(ErrorCode::FamilyMismatch);
        *network = *read;
    }
    return rule;
}

Result<TableRoute> fromWire(const TableRouteData &data)
{
    return fromWire(data.route).transform([&](const HostRoute &route) {
        return TableRoute{.table = data.table, .route = route};
    });
}

} // namespace lvs::bus
