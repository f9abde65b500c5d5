// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/types/portset.h"
#include "helper/interface/bounds.h"

#include <QDBusArgument>
#include <QList>
#include <QMetaType>
#include <QStringList>

#include <tuple>

/// The structures of org.lvsconsole.Helper1.xml and org.lvsconsole.Files1.xml as they stand in a message: plain fields,
/// nothing checked. convert.h makes values of the domain from them and refuses what is none.
namespace lvs::bus {

struct KeyData {
    quint8 family = 0;    ///< 2 or 10
    quint8 protocol = 0;  ///< 6 TCP, 17 UDP, 132 SCTP; others pass. 6 for a firewall mark
    QByteArray address{}; ///< 4 or 16 bytes; empty for a firewall mark
    quint16 port = 0;     ///< host byte order, as everywhere here; 0: every port
    quint32 mark = 0;     ///< 0: not a firewall-mark service
    auto fields(this auto &self) { return std::tie(self.family, self.protocol, self.address, self.port, self.mark); }
};

struct ServiceData {
    KeyData key{};
    QString scheduler{};
    quint32 flags = 0;   ///< lvs::ServiceFlag
    quint32 timeout = 0; ///< seconds of persistence
    quint32 netmask = 0; ///< IPv4: the mask in host byte order; IPv6: prefix length, 1 to 128
    QString engine{};    ///< empty: none
    auto fields(this auto &self)
    {
        return std::tie(self.key, self.scheduler, self.flags, self.timeout, self.netmask, self.engine);
    }
};

struct TunnelData {
    quint8 type = 0;      ///< lvs::TunnelType
    quint16 port = 0;     ///< of GUE
    quint16 checksum = 0; ///< lvs::TunnelChecksum
    auto fields(this auto &self) { return std::tie(self.type, self.port, self.checksum); }
};

struct ServerData {
    QByteArray address{}; ///< 4 or 16 bytes
    quint16 port = 0;
    quint8 forwarding = 0;      ///< lvs::Forwarding
    quint32 weight = 0;         ///< 0 to limits::largestWeight
    quint32 upperThreshold = 0; ///< connections, 0 to limits::largestThreshold; 0: none
    quint32 lowerThreshold = 0; ///< the same
    TunnelData tunnel{};
    auto fields(this auto &self)
    {
        return std::tie(self.address, self.port, self.forwarding, self.weight, self.upperThreshold, self.lowerThreshold,
                        self.tunnel);
    }
};

struct FiguresData {
    quint64 connections = 0;
    quint64 inPackets = 0;
    quint64 outPackets = 0;
    quint64 inBytes = 0;
    quint64 outBytes = 0;
    auto fields(this auto &self)
    {
        return std::tie(self.connections, self.inPackets, self.outPackets, self.inBytes, self.outBytes);
    }
};

/// Seconds. In an operation 0 leaves a value as it is.
struct TimeoutsData {
    quint32 tcp = 0;
    quint32 tcpFin = 0;
    quint32 udp = 0;
    auto fields(this auto &self) { return std::tie(self.tcp, self.tcpFin, self.udp); }
};

struct DaemonData {
    quint8 role = 0; ///< lvs::SyncRole
    QString interface{};
    quint32 syncId = 0;    ///< 0 to limits::largestSyncId
    quint16 maxLength = 0; ///< bytes; 0: the kernel's default, as of all below
    QByteArray group{};    ///< 4 or 16 bytes; empty: the default
    quint16 port = 0;      ///< UDP
    quint8 ttl = 0;        ///< hops
    auto fields(this auto &self)
    {
        return std::tie(self.role, self.interface, self.syncId, self.maxLength, self.group, self.port, self.ttl);
    }
};

struct BootFileData {
    quint8 state = 0;     ///< lvs::BootFile::State
    qint64 changedAt = 0; ///< seconds since 1970
    QByteArray content{};
    auto fields(this auto &self) { return std::tie(self.state, self.changedAt, self.content); }
};

struct EntryData {
    ServiceData service{};
    QList<ServerData> servers{};
    auto fields(this auto &self) { return std::tie(self.service, self.servers); }
};

struct RuleStateData {
    QList<EntryData> entries{};
    TimeoutsData timeouts{};
    QList<DaemonData> daemons{};
    auto fields(this auto &self) { return std::tie(self.entries, self.timeouts, self.daemons); }
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
    quint32 expires = 0; ///< seconds
    QString engine{};    ///< empty: none
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
    QString symbol{}; ///< of the kernel's configuration, without CONFIG_
    quint8 state = 0; ///< lvs::FeatureState
    auto fields(this auto &self) { return std::tie(self.symbol, self.state); }
};

struct InterfaceAddressData {
    QByteArray address{};
    quint8 prefixLength = 0; ///< 0 to 32 or 128
    quint8 scope = 0;        ///< lvs::AddressScope
    QString label{};         ///< empty: that of the interface
    auto fields(this auto &self) { return std::tie(self.address, self.prefixLength, self.scope, self.label); }
};

struct TunnelEndsData {
    QByteArray local{};
    QByteArray remote{};
    auto fields(this auto &self) { return std::tie(self.local, self.remote); }
};

struct InterfaceData {
    QString name{};
    bool isUp = false;
    quint8 kind = 0; ///< lvs::InterfaceKind
    QByteArray hardwareAddress{};
    QList<TunnelEndsData> tunnel{};
    QList<InterfaceAddressData> addresses{};
    auto fields(this auto &self)
    {
        return std::tie(self.name, self.isUp, self.kind, self.hardwareAddress, self.tunnel, self.addresses);
    }
};

struct HostAddressData {
    QString interface{};
    InterfaceAddressData address{};
    auto fields(this auto &self) { return std::tie(self.interface, self.address); }
};

struct RouteData {
    QByteArray destination{};
    quint8 prefixLength = 0; ///< 0 to 32 or 128
    QByteArray gateway{};    ///< empty: none
    QString interface{};
    quint32 metric = 0;
    auto fields(this auto &self)
    {
        return std::tie(self.destination, self.prefixLength, self.gateway, self.interface, self.metric);
    }
};

/// An interface that unpacks IP in IP.
struct HostTunnelData {
    QString name{};
    QByteArray local{};
    auto fields(this auto &self) { return std::tie(self.name, self.local); }
};

struct NetworkData {
    QByteArray address{}; ///< 4 or 16 bytes; the bits behind the prefix are 0
    quint8 prefixLength = 0;
    auto fields(this auto &self) { return std::tie(self.address, self.prefixLength); }
};

struct PortRangeData {
    quint16 first = 0;
    quint16 last = 0;
    auto fields(this auto &self) { return std::tie(self.first, self.last); }
};

struct MarkRuleData {
    NetworkData destination{};
    quint8 protocol = 0; ///< 0: every protocol
    QList<PortRangeData> ports{};
    quint32 mark = 0;
    quint32 mask = 0; ///< bits that are set
    auto fields(this auto &self) { return std::tie(self.destination, self.protocol, self.ports, self.mark, self.mask); }
};

struct SnatRuleData {
    NetworkData servers{};
    QByteArray virtualAddress{};
    QByteArray source{};
    auto fields(this auto &self) { return std::tie(self.servers, self.virtualAddress, self.source); }
};

struct RuleTrafficData {
    quint64 packets = 0;
    quint64 bytes = 0;
    auto fields(this auto &self) { return std::tie(self.packets, self.bytes); }
};

struct MarkRuleStateData {
    MarkRuleData rule{};
    quint8 program = 0; ///< lvs::FirewallProgram
    QString place{};
    bool isNarrower = false;
    QList<RuleTrafficData> traffic{}; ///< none: not counted
    auto fields(this auto &self)
    {
        return std::tie(self.rule, self.program, self.place, self.isNarrower, self.traffic);
    }
};

struct SnatRuleStateData {
    SnatRuleData rule{};
    QList<RuleTrafficData> traffic{};
    auto fields(this auto &self) { return std::tie(self.rule, self.traffic); }
};

struct UnreadRulesData {
    quint8 program = 0;
    QString place{};
    auto fields(this auto &self) { return std::tie(self.program, self.place); }
};

struct FilterRuleData {
    quint8 hook = 0; ///< lvs::FilterHook
    quint16 chain = 0;
    quint8 verdict = 0; ///< lvs::FilterVerdict
    bool isPolicy = false;
    QString place{};
    quint8 family = 0; ///< 2 or 10; 0: both
    QList<NetworkData> sources{};
    QList<NetworkData> destinations{};
    QByteArray protocols{}; ///< a byte each
    QList<PortRangeData> sourcePorts{};
    QList<PortRangeData> destinationPorts{};
    QStringList from{};
    QStringList to{};
    quint8 first = 0; ///< 0: every packet, 1: those that begin a connection, 2: all others
    bool isConditional = false;
    QList<RuleTrafficData> traffic{}; ///< none: not counted
    auto fields(this auto &self)
    {
        return std::tie(self.hook, self.chain, self.verdict, self.isPolicy, self.place, self.family, self.sources,
                        self.destinations, self.protocols, self.sourcePorts, self.destinationPorts, self.from, self.to,
                        self.first, self.isConditional, self.traffic);
    }
};

struct FirewallData {
    QList<MarkRuleStateData> marks{};
    QList<SnatRuleStateData> snats{};
    QList<UnreadRulesData> unread{};
    QList<FilterRuleData> filters{};
    QList<UnreadRulesData> unreadFilters{};
    auto fields(this auto &self)
    {
        return std::tie(self.marks, self.snats, self.unread, self.filters, self.unreadFilters);
    }
};

/// Lists hold before and after, as far as the operation has them; RemoveService names its servers in `servers`.
struct OperationData {
    quint8 kind = 0; ///< Kind in convertoperation.cpp
    QList<KeyData> service{};
    QList<ServiceData> services{};
    QList<ServerData> servers{};
    QList<TimeoutsData> timeouts{};
    QList<DaemonData> daemons{};
    QByteArray digest{}; ///< of ClearTable: SHA-256, see lvs::tableDigest()
    QList<SysctlData> sysctls{};
    QList<HostAddressData> addresses{};
    QList<RouteData> routes{};
    QList<HostTunnelData> tunnels{};
    QList<MarkRuleData> marks{};
    QList<SnatRuleData> snats{};
    auto fields(this auto &self)
    {
        return std::tie(self.kind, self.service, self.services, self.servers, self.timeouts, self.daemons, self.digest,
                        self.sysctls, self.addresses, self.routes, self.tunnels, self.marks, self.snats);
    }
};

struct NeighbourData {
    QByteArray address{};
    QString interface{};
    QByteArray hardwareAddress{}; ///< six bytes; empty: it has none
    auto fields(this auto &self) { return std::tie(self.address, self.interface, self.hardwareAddress); }
};

struct ListenerData {
    quint8 protocol = 0; ///< 6 TCP, 17 UDP
    QByteArray address{};
    quint16 port = 0;
    auto fields(this auto &self) { return std::tie(self.protocol, self.address, self.port); }
};

struct RoutingRuleData {
    quint32 priority = 0;
    quint8 family = 0;
    QList<NetworkData> source{};      ///< none: any
    QList<NetworkData> destination{}; ///< the same
    quint32 table = 0;
    auto fields(this auto &self)
    {
        return std::tie(self.priority, self.family, self.source, self.destination, self.table);
    }
};

struct TableRouteData {
    quint32 table = 0;
    RouteData route{};
    auto fields(this auto &self) { return std::tie(self.table, self.route); }
};

struct HostData {
    QList<SysctlData> sysctls{};
    QList<FeatureData> features{};
    quint8 configuredTableBits = 0; ///< 0: unknown
    quint8 tableBits = 0;           ///< 0: unknown
    QList<InterfaceData> interfaces{};
    QList<RouteData> routes{};
    QList<NeighbourData> neighbours{};
    QList<ListenerData> listeners{};
    QList<RoutingRuleData> rules{};
    QList<TableRouteData> tableRoutes{};
    auto fields(this auto &self)
    {
        return std::tie(self.sysctls, self.features, self.configuredTableBits, self.tableBits, self.interfaces,
                        self.routes, self.neighbours, self.listeners, self.rules, self.tableRoutes);
    }
};

struct ErrorData {
    QString code{}; ///< name of the lvs::ErrorCode
    QStringList values{};
    qint32 kernelErrno = 0; ///< 0: none
    auto fields(this auto &self) { return std::tie(self.code, self.values, self.kernelErrno); }
};

struct ResultData {
    OperationData operation{};
    quint8 status = 0; ///< lvs::OperationStatus
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
template<> inline constexpr qsizetype listLimit<SysctlData> = bounds::sysctls;
template<> inline constexpr qsizetype listLimit<PortRangeData> = qsizetype(PortSet::mostRanges);
template<> inline constexpr qsizetype listLimit<NetworkData> = bounds::filterValues;
template<> inline constexpr qsizetype listLimit<EntryData> = bounds::operationsPerPlan;

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

/// Arguments of a received message whose signature was compared before.
template<Structure T> T structureFrom(const QVariant &argument)
{
    T value;
    readField(argument.value<QDBusArgument>(), value);
    return value;
}

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
Q_DECLARE_METATYPE(lvs::bus::FiguresData)
Q_DECLARE_METATYPE(lvs::bus::TimeoutsData)
Q_DECLARE_METATYPE(lvs::bus::DaemonData)
Q_DECLARE_METATYPE(lvs::bus::BootFileData)
Q_DECLARE_METATYPE(lvs::bus::EntryData)
Q_DECLARE_METATYPE(lvs::bus::RuleStateData)
Q_DECLARE_METATYPE(lvs::bus::NetworkData)
Q_DECLARE_METATYPE(lvs::bus::PortRangeData)
Q_DECLARE_METATYPE(lvs::bus::MarkRuleData)
Q_DECLARE_METATYPE(lvs::bus::SnatRuleData)
Q_DECLARE_METATYPE(lvs::bus::RuleTrafficData)
Q_DECLARE_METATYPE(lvs::bus::MarkRuleStateData)
Q_DECLARE_METATYPE(lvs::bus::SnatRuleStateData)
Q_DECLARE_METATYPE(lvs::bus::UnreadRulesData)
Q_DECLARE_METATYPE(lvs::bus::FilterRuleData)
Q_DECLARE_METATYPE(lvs::bus::FirewallData)
Q_DECLARE_METATYPE(lvs::bus::OperationData)
Q_DECLARE_METATYPE(lvs::bus::ConnectionData)
Q_DECLARE_METATYPE(lvs::bus::SysctlData)
Q_DECLARE_METATYPE(lvs::bus::FeatureData)
Q_DECLARE_METATYPE(lvs::bus::InterfaceAddressData)
Q_DECLARE_METATYPE(lvs::bus::TunnelEndsData)
Q_DECLARE_METATYPE(lvs::bus::InterfaceData)
Q_DECLARE_METATYPE(lvs::bus::HostAddressData)
Q_DECLARE_METATYPE(lvs::bus::RouteData)
Q_DECLARE_METATYPE(lvs::bus::HostTunnelData)
Q_DECLARE_METATYPE(lvs::bus::NeighbourData)
Q_DECLARE_METATYPE(lvs::bus::ListenerData)
Q_DECLARE_METATYPE(lvs::bus::RoutingRuleData)
Q_DECLARE_METATYPE(lvs::bus::TableRouteData)
Q_DECLARE_METATYPE(lvs::bus::HostData)
Q_DECLARE_METATYPE(lvs::bus::ErrorData)
Q_DECLARE_METATYPE(lvs::bus::ResultData)
