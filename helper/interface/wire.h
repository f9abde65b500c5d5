// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "helper/interface/bounds.h"

#include <QDBusArgument>
#include <QList>
#include <QMetaType>
#include <QStringList>

#include <tuple>

/// The structures of org.lvsconsole.Helper1.xml as they stand in a message: plain fields, nothing checked. convert.h
/// makes values of the domain from them and refuses what is none.
namespace lvs::bus {

struct KeyData {
    quint8 family = 0; ///< 2 or 10
    quint8 protocol = 0;
    QByteArray address{}; ///< 4 or 16 bytes; empty for a firewall mark
    quint16 port = 0;
    quint32 mark = 0; ///< 0: not a firewall-mark service
    auto fields(this auto &self) { return std::tie(self.family, self.protocol, self.address, self.port, self.mark); }
};

struct ServiceData {
    KeyData key{};
    QString scheduler{};
    quint32 flags = 0;
    quint32 timeout = 0;
    quint32 netmask = 0;
    QString engine{};
    auto fields(this auto &self)
    {
        return std::tie(self.key, self.scheduler, self.flags, self.timeout, self.netmask, self.engine);
    }
};

struct TunnelData {
    quint8 type = 0;
    quint16 port = 0;
    quint16 checksum = 0;
    auto fields(this auto &self) { return std::tie(self.type, self.port, self.checksum); }
};

struct ServerData {
    QByteArray address{};
    quint16 port = 0;
    quint8 forwarding = 0;
    quint32 weight = 0;
    quint32 upperThreshold = 0;
    quint32 lowerThreshold = 0;
    TunnelData tunnel{};
    auto fields(this auto &self)
    {
        return std::tie(self.address, self.port, self.forwarding, self.weight, self.upperThreshold, self.lowerThreshold,
                        self.tunnel);
    }
};

struct TimeoutsData {
    quint32 tcp = 0;
    quint32 tcpFin = 0;
    quint32 udp = 0;
    auto fields(this auto &self) { return std::tie(self.tcp, self.tcpFin, self.udp); }
};

struct DaemonData {
    quint8 role = 0;
    QString interface{};
    quint32 syncId = 0;
    quint16 maxLength = 0;
    QByteArray group{}; ///< empty: the kernel's default
    quint16 port = 0;
    quint8 ttl = 0;
    auto fields(this auto &self)
    {
        return std::tie(self.role, self.interface, self.syncId, self.maxLength, self.group, self.port, self.ttl);
    }
};

/// `kind` is the position of the operation in lvs::Operation. Lists hold before and after, as far as the operation has
/// them; RemoveService names its servers in `servers`.
struct OperationData {
    quint8 kind = 0;
    QList<KeyData> service{};
    QList<ServiceData> services{};
    QList<ServerData> servers{};
    QList<TimeoutsData> timeouts{};
    QList<DaemonData> daemons{};
    QByteArray digest{};
    auto fields(this auto &self)
    {
        return std::tie(self.kind, self.service, self.services, self.servers, self.timeouts, self.daemons, self.digest);
    }
};

struct ConnectionData {
    quint8 protocol = 0;
    QByteArray client{};
    quint16 clientPort = 0;
    quint32 mark = 0;
    QByteArray virtualAddress{}; ///< empty: there is a mark
    quint16 virtualPort = 0;
    QByteArray server{};
    quint16 serverPort = 0;
    QString state{};
    quint32 expires = 0;
    QString engine{};
    QString engineData{};
    auto fields(this auto &self)
    {
        return std::tie(self.protocol, self.client, self.clientPort, self.mark, self.virtualAddress, self.virtualPort,
                        self.server, self.serverPort, self.state, self.expires, self.engine, self.engineData);
    }
};

struct SysctlData {
    QString name{};
    QString value{};
    auto fields(this auto &self) { return std::tie(self.name, self.value); }
};

struct FeatureData {
    QString symbol{};
    quint8 state = 0;
    auto fields(this auto &self) { return std::tie(self.symbol, self.state); }
};

struct InterfaceAddressData {
    QByteArray address{};
    quint8 prefixLength = 0;
    auto fields(this auto &self) { return std::tie(self.address, self.prefixLength); }
};

struct InterfaceData {
    QString name{};
    bool isUp = false;
    QList<InterfaceAddressData> addresses{};
    auto fields(this auto &self) { return std::tie(self.name, self.isUp, self.addresses); }
};

struct NeighbourData {
    QByteArray address{};
    QString interface{};
    auto fields(this auto &self) { return std::tie(self.address, self.interface); }
};

struct HostData {
    QList<SysctlData> sysctls{};
    QList<FeatureData> features{};
    quint8 configuredTableBits = 0;
    quint8 tableBits = 0;
    QList<InterfaceData> interfaces{};
    QList<NeighbourData> neighbours{};
    auto fields(this auto &self)
    {
        return std::tie(self.sysctls, self.features, self.configuredTableBits, self.tableBits, self.interfaces,
                        self.neighbours);
    }
};

struct ErrorData {
    QString code{};
    QStringList values{};
    qint32 kernelErrno = 0;
    auto fields(this auto &self) { return std::tie(self.code, self.values, self.kernelErrno); }
};

struct ResultData {
    OperationData operation{};
    quint8 status = 0;
    QList<ErrorData> error{};
    auto fields(this auto &self) { return std::tie(self.operation, self.status, self.error); }
};

/// Teaches QtDBus the structures. Call once before the first message.
void registerWireTypes();

template<class T>
concept Structure = requires(const T &value) { value.fields(); };

/// Elements that may be read of a list of T. One more than allowed is read, so that convert.h sees the excess.
template<class T> inline constexpr qsizetype listLimit = bounds::operationsPerPiece;
template<> inline constexpr qsizetype listLimit<ServerData> = bounds::serversPerOperation;

template<class T> void readField(const QDBusArgument &argument, T &field)
{
    argument >> field;
}

template<Structure T> void readField(const QDBusArgument &argument, QList<T> &list)
{
    list.clear();
    argument.beginArray();
    while (!argument.atEnd() && list.size() <= listLimit<T>)
        readField(argument, list.emplace_back());
    argument.endArray();
}

template<Structure T> const QDBusArgument &operator>>(const QDBusArgument &argument, T &value)
{
    argument.beginStructure();
    std::apply([&](auto &...fields) { (readField(argument, fields), ...); }, value.fields());
    argument.endStructure();
    return argument;
}

template<Structure T> QDBusArgument &operator<<(QDBusArgument &argument, const T &value)
{
    argument.beginStructure();
    std::apply([&](const auto &...fields) { (argument << ... << fields); }, value.fields());
    argument.endStructure();
    return argument;
}

/// An argument of a received message whose signature was compared before.
template<Structure T> QList<T> listFrom(const QVariant &argument)
{
    QList<T> list;
    readField(argument.value<QDBusArgument>(), list);
    return list;
}

} // namespace lvs::bus

Q_DECLARE_METATYPE(lvs::bus::KeyData)
Q_DECLARE_METATYPE(lvs::bus::ServiceData)
Q_DECLARE_METATYPE(lvs::bus::TunnelData)
Q_DECLARE_METATYPE(lvs::bus::ServerData)
Q_DECLARE_METATYPE(lvs::bus::TimeoutsData)
Q_DECLARE_METATYPE(lvs::bus::DaemonData)
Q_DECLARE_METATYPE(lvs::bus::OperationData)
Q_DECLARE_METATYPE(lvs::bus::ConnectionData)
Q_DECLARE_METATYPE(lvs::bus::SysctlData)
Q_DECLARE_METATYPE(lvs::bus::FeatureData)
Q_DECLARE_METATYPE(lvs::bus::InterfaceAddressData)
Q_DECLARE_METATYPE(lvs::bus::InterfaceData)
Q_DECLARE_METATYPE(lvs::bus::NeighbourData)
Q_DECLARE_METATYPE(lvs::bus::HostData)
Q_DECLARE_METATYPE(lvs::bus::ErrorData)
Q_DECLARE_METATYPE(lvs::bus::ResultData)
