// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/operation.h"

#include "core/change/hostobject.h"

#include <QCryptographicHash>
#include <QDataStream>

#include <algorithm>

namespace lvs {

std::optional<ServiceKey> serviceOf(const Operation &operation)
{
    using Key = std::optional<ServiceKey>;
    return std::visit(Overloaded{
                          [](const AddService &op) -> Key { return op.after.key; },
                          [](const EditService &op) -> Key { return op.before.key; },
                          [](const RemoveService &op) -> Key { return op.before.key; },
                          [](const AddServer &op) -> Key { return op.service; },
                          [](const EditServer &op) -> Key { return op.service; },
                          [](const RemoveServer &op) -> Key { return op.service; },
                          [](const ZeroCounters &op) -> Key { return op.service; },
                          [](const OneOf<ClearTable, SetTimeouts, StartSyncDaemon, StopSyncDaemon> auto &) -> Key {
                              return std::nullopt;
                          },
                          [](const HostOperation auto &) -> Key { return std::nullopt; },
                      },
                      operation);
}

std::optional<ServerKey> serverOf(const Operation &operation)
{
    using Key = std::optional<ServerKey>;
    return std::visit(Overloaded{
                          [](const AddServer &op) -> Key { return op.after.key; },
                          [](const EditServer &op) -> Key { return op.before.key; },
                          [](const RemoveServer &op) -> Key { return op.before.key; },
                          [](const OneOf<AddService, EditService, RemoveService, ZeroCounters, ClearTable, SetTimeouts,
                                         StartSyncDaemon, StopSyncDaemon> auto &) -> Key { return std::nullopt; },
                          [](const HostOperation auto &) -> Key { return std::nullopt; },
                      },
                      operation);
}

namespace {

QDataStream &operator<<(QDataStream &out, const IpAddress &address)
{
    out << quint8(address.family());
    for (const quint8 byte : address.bytes())
        out << byte;
    return out;
}

QDataStream &operator<<(QDataStream &out, const VirtualService &service)
{
    const ServiceKey &key = service.key;
    return out << quint8(key.family) << key.protocol << key.port << key.firewallMark << key.address
               << service.scheduler.toString() << quint32(service.flags.toInt()) << service.persistenceTimeout
               << service.netmask << service.engine.toString();
}

QDataStream &operator<<(QDataStream &out, const RealServer &server)
{
    return out << server.key.address << server.key.port << quint8(server.forwarding) << server.weight
               << server.upperThreshold << server.lowerThreshold << quint8(server.tunnel.type) << server.tunnel.port
               << quint16(server.tunnel.checksum);
}

} // namespace

QByteArray tableDigest(const IpvsTable &table)
{
    QByteArray canonical;
    QDataStream out(&canonical, QDataStream::WriteOnly);
    out.setVersion(QDataStream::Qt_6_0);
    for (const auto &[key, entry] : table.entries()) {
        std::vector<RealServer> servers = entry.servers;
        std::ranges::sort(servers, {}, &RealServer::key);
        out << entry.service << quint32(servers.size());
        for (const RealServer &server : servers)
            out << server;
    }
    return QCryptographicHash::hash(canonical, QCryptographicHash::Sha256);
}

} // namespace lvs
