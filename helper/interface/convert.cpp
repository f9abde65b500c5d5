// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/interface/convert.h"

#include "core/types/numbers.h"
#include "helper/interface/errors.h"

#include <algorithm>

namespace lvs::bus {

namespace {

Result<void> inRange(quint32 value, quint32 smallest, quint32 largest)
{
    if (value < smallest || value > largest)
        return failure(ErrorCode::OutOfRange, {QString::number(smallest), QString::number(largest)});
    return {};
}

template<class Figures> FiguresData figuresToWire(const Figures &figures)
{
    return {.connections = figures.connections,
            .inPackets = figures.inPackets,
            .outPackets = figures.outPackets,
            .inBytes = figures.inBytes,
            .outBytes = figures.outBytes};
}

template<class Figures> Figures figuresFromWire(const FiguresData &data)
{
    return {.connections = data.connections,
            .inPackets = data.inPackets,
            .outPackets = data.outPackets,
            .inBytes = data.inBytes,
            .outBytes = data.outBytes};
}

} // namespace

QByteArray addressToWire(const IpAddress &address)
{
    return QByteArray(reinterpret_cast<const char *>(address.bytes().data()), address.isIPv4() ? 4 : 16);
}

Result<IpAddress> addressFromWire(const QByteArray &bytes)
{
    const auto *data = reinterpret_cast<const quint8 *>(bytes.constData());
    if (bytes.size() == 4)
        return IpAddress::fromIPv4(quint32(data[0]) << 24 | quint32(data[1]) << 16 | quint32(data[2]) << 8 | data[3]);
    if (bytes.size() != 16)
        return failure(ErrorCode::BadAddress);
    std::array<quint8, 16> address{};
    std::copy_n(data, address.size(), address.begin());
    return IpAddress::fromIPv6(address);
}

Result<Family> familyFromWire(quint8 family)
{
    if (family != quint8(Family::IPv4) && family != quint8(Family::IPv6))
        return failure(ErrorCode::FamilyMismatch);
    return Family(family);
}

KeyData toWire(const ServiceKey &key)
{
    return {.family = quint8(key.family),
            .protocol = key.protocol,
            .address = key.isMark() ? QByteArray() : addressToWire(key.address),
            .port = key.port,
            .mark = key.firewallMark};
}

Result<ServiceKey> fromWire(const KeyData &data)
{
    const auto family = familyFromWire(data.family);
    if (!family)
        return std::unexpected(family.error());
    if (data.mark != 0) {
        if (!data.address.isEmpty() || data.port != 0 || data.protocol != quint8(Protocol::Tcp))
            return failure(ErrorCode::BadAddress);
        return ServiceKey::forMark(data.mark, *family);
    }
    const auto address = addressFromWire(data.address);
    if (!address)
        return std::unexpected(address.error());
    if (address->family() != *family)
        return failure(ErrorCode::FamilyMismatch);
    return ServiceKey{.family = address->family(), .protocol = data.protocol, .port = data.port, .address = *address};
}

ServiceData toWire(const VirtualService &service)
{
    return {.key = toWire(service.key),
            .scheduler = service.scheduler.toString(),
            .flags = service.flags.toInt(),
            .timeout = service.persistenceTimeout,
            .netmask = service.netmask,
            .engine = service.engine.toString()};
}

Result<VirtualService> fromWire(const ServiceData &data)
{
    const auto key = fromWire(data.key);
    if (!key)
        return std::unexpected(key.error());
    const auto scheduler = SchedulerName::fromText(data.scheduler);
    if (!scheduler)
        return std::unexpected(scheduler.error());
    const auto engine = data.engine.isEmpty() ? PersistenceEngine() : PersistenceEngine::fromText(data.engine);
    if (!engine)
        return std::unexpected(engine.error());
    if (key->family == Family::IPv6 && (data.netmask < 1 || data.netmask > 128))
        return failure(ErrorCode::BadMask);
    return VirtualService{.key = *key,
                          .scheduler = *scheduler,
                          .flags = ServiceFlags::fromInt(data.flags),
                          .persistenceTimeout = data.timeout,
                          .netmask = data.netmask,
                          .engine = *engine};
}

ServerData toWire(const RealServer &server)
{
    return {.address = addressToWire(server.key.address),
            .port = server.key.port,
            .forwarding = quint8(server.forwarding),
            .weight = server.weight,
            .upperThreshold = server.upperThreshold,
            .lowerThreshold = server.lowerThreshold,
            .tunnel = {.type = quint8(server.tunnel.type),
                       .port = server.tunnel.port,
                       .checksum = quint16(server.tunnel.checksum)}};
}

Result<RealServer> fromWire(const ServerData &data)
{
    const auto address = addressFromWire(data.address);
    if (!address)
        return std::unexpected(address.error());
    if (data.forwarding > largestForwarding)
        return failure(ErrorCode::UnsupportedForwarding);
    if (const auto weight = inRange(data.weight, 0, limits::largestWeight); !weight)
        return std::unexpected(weight.error());
    for (const quint32 threshold : {data.upperThreshold, data.lowerThreshold}) {
        if (const auto checked = inRange(threshold, 0, limits::largestThreshold); !checked)
            return std::unexpected(checked.error());
    }
    return RealServer{.key = {.address = *address, .port = data.port},
                      .forwarding = Forwarding(data.forwarding),
                      .weight = data.weight,
                      .upperThreshold = data.upperThreshold,
                      .lowerThreshold = data.lowerThreshold,
                      .tunnel = {.type = TunnelType(data.tunnel.type),
                                 .port = data.tunnel.port,
                                 .checksum = TunnelChecksum(data.tunnel.checksum)}};
}

FiguresData toWire(const Counters &counters)
{
    return figuresToWire(counters);
}

FiguresData toWire(const Rates &rates)
{
    return figuresToWire(rates);
}

Result<MachineTotals> totalsFromWire(const FiguresData &counters, const FiguresData &rates, quint64 uptime)
{
    constexpr auto longest = std::chrono::milliseconds::max();
    if (uptime > quint64(longest.count()))
        return failure(ErrorCode::HelperFailed, {QStringLiteral("uptime")});
    return MachineTotals{
        .traffic = {.counters = figuresFromWire<Counters>(counters), .rates = figuresFromWire<Rates>(rates)},
        .uptime = std::chrono::milliseconds(uptime)};
}

TimeoutsData toWire(const Timeouts &timeouts)
{
    return {.tcp = timeouts.tcp, .tcpFin = timeouts.tcpFin, .udp = timeouts.udp};
}

Timeouts fromWire(const TimeoutsData &data)
{
    return {.tcp = data.tcp, .tcpFin = data.tcpFin, .udp = data.udp};
}

DaemonData toWire(const SyncDaemon &daemon)
{
    return {.role = quint8(daemon.role),
            .interface = daemon.interface.toString(),
            .syncId = daemon.syncId,
            .maxLength = daemon.maxLength,
            .group = daemon.group ? addressToWire(*daemon.group) : QByteArray(),
            .port = daemon.port,
            .ttl = daemon.ttl};
}

Result<SyncDaemon> fromWire(const DaemonData &data)
{
    if (const auto role = inRange(data.role, quint8(SyncRole::Master), quint8(SyncRole::Backup)); !role)
        return std::unexpected(role.error());
    const auto interface = InterfaceName::fromText(data.interface);
    if (!interface)
        return std::unexpected(interface.error());
    std::optional<IpAddress> group;
    if (!data.group.isEmpty()) {
        const auto address = addressFromWire(data.group);
        if (!address)
            return std::unexpected(address.error());
        group = *address;
    }
    return SyncDaemon{.role = SyncRole(data.role),
                      .interface = *interface,
                      .syncId = data.syncId,
                      .maxLength = data.maxLength,
                      .group = group,
                      .port = data.port,
                      .ttl = data.ttl};
}

ErrorData toWire(const Error &error)
{
    return {.code = nameOf(error.code), .values = error.values, .kernelErrno = error.kernelErrno};
}

Error fromWire(const ErrorData &data)
{
    Error error{.code = codeNamed(data.code).value_or(ErrorCode::HelperFailed), .kernelErrno = data.kernelErrno};
    for (QString value : data.values.first(std::min(data.values.size(), bounds::errorValues))) {
        value.truncate(bounds::stringBytes);
        for (QChar &character : value) {
            if (!character.isPrint())
                character = u' ';
        }
        error.values.append(value);
    }
    return error;
}

} // namespace lvs::bus
