// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/helper/kernelmessages.h"

#include <QtEndian>

#include <linux/ip_vs.h>
#include <linux/netlink.h>

#include <cstring>

namespace lvs::test {

namespace {

template<class T> QByteArray networkOrder(T value)
{
    return bytesOf(qToBigEndian(value));
}

QByteArray name(const QString &text)
{
    return text.toUtf8() + '\0';
}

QByteArray address(const IpAddress &address)
{
    return QByteArray(reinterpret_cast<const char *>(address.bytes().data()), qsizetype(address.bytes().size()));
}

/// The older form first, with the truncated numbers that readers must not take.
void appendTraffic(WireAttributes &attributes, quint16 type32, quint16 type64, const Traffic &traffic)
{
    const auto &[counters, rates] = traffic;
    const QList<quint64> numbers{counters.connections, counters.inPackets, counters.outPackets, counters.inBytes,
                                 counters.outBytes,    rates.connections,  rates.inPackets,     rates.outPackets,
                                 rates.inBytes,        rates.outBytes};
    WireAttributes stats;
    WireAttributes stats64;
    for (qsizetype i = 0; i < numbers.size(); ++i) {
        const auto type = quint16(IPVS_STATS_ATTR_CONNS + i);
        const bool isBytes = type == IPVS_STATS_ATTR_INBYTES || type == IPVS_STATS_ATTR_OUTBYTES;
        stats.append({type, isBytes ? bytesOf(numbers[i]) : bytesOf(quint32(numbers[i]))});
        stats64.append({type, bytesOf(numbers[i])});
    }
    attributes.append({type32, wire(stats)});
    attributes.append({type64, wire(stats64)});
}

} // namespace

QByteArray wire(const WireAttributes &attributes)
{
    QByteArray bytes;
    for (const auto &[type, payload] : attributes) {
        const auto length = quint16(sizeof(nlattr) + size_t(payload.size()));
        bytes += bytesOf(nlattr{.nla_len = length, .nla_type = type}) + payload;
        bytes.append(NLA_ALIGN(length) - length, '\0');
    }
    return bytes;
}

WireAttributes unwire(const QByteArray &bytes)
{
    WireAttributes attributes;
    for (qsizetype at = 0; at + qsizetype(sizeof(nlattr)) <= bytes.size();) {
        nlattr header;
        std::memcpy(&header, bytes.data() + at, sizeof header);
        if (header.nla_len < sizeof header)
            qFatal("attribute shorter than its header");
        attributes.append({quint16(header.nla_type & NLA_TYPE_MASK),
                           bytes.sliced(at + qsizetype(sizeof header), header.nla_len - qsizetype(sizeof header))});
        at += NLA_ALIGN(header.nla_len);
    }
    return attributes;
}

WireAttributes kernelService(const ServiceState &service)
{
    const VirtualService &config = service.config;
    const ServiceKey &key = config.key;
    WireAttributes attributes{{IPVS_SVC_ATTR_AF, bytesOf(quint16(key.family))}};
    if (key.isMark()) {
        attributes.append({IPVS_SVC_ATTR_FWMARK, bytesOf(key.firewallMark)});
    } else {
        attributes.append({IPVS_SVC_ATTR_PROTOCOL, bytesOf(quint16(key.protocol))});
        attributes.append({IPVS_SVC_ATTR_ADDR, address(key.address)});
        attributes.append({IPVS_SVC_ATTR_PORT, networkOrder(key.port)});
    }
    attributes.append({IPVS_SVC_ATTR_SCHED_NAME, name(config.scheduler.toString())});
    if (!config.engine.isNone())
        attributes.append({IPVS_SVC_ATTR_PE_NAME, name(config.engine.toString())});
    constexpr quint32 hashed = 0x2;
    attributes.append({IPVS_SVC_ATTR_FLAGS,
                       bytesOf(ip_vs_flags{.flags = quint32(config.flags.toInt()) | hashed, .mask = ~quint32(0)})});
    attributes.append({IPVS_SVC_ATTR_TIMEOUT, bytesOf(config.persistenceTimeout)});
    attributes.append(
        {IPVS_SVC_ATTR_NETMASK, key.family == Family::IPv4 ? networkOrder(config.netmask) : bytesOf(config.netmask)});
    appendTraffic(attributes, IPVS_SVC_ATTR_STATS, IPVS_SVC_ATTR_STATS64, service.traffic);
    return attributes;
}

WireAttributes kernelServer(const ServerState &server)
{
    const RealServer &config = server.config;
    WireAttributes attributes{
        {IPVS_DEST_ATTR_ADDR, address(config.key.address)},
        {IPVS_DEST_ATTR_PORT, networkOrder(config.key.port)},
        {IPVS_DEST_ATTR_FWD_METHOD, bytesOf(quint32(config.forwarding))},
        {IPVS_DEST_ATTR_WEIGHT, bytesOf(config.weight)},
        {IPVS_DEST_ATTR_TUN_TYPE, bytesOf(quint8(config.tunnel.type))},
        {IPVS_DEST_ATTR_TUN_PORT, networkOrder(config.tunnel.port)},
        {IPVS_DEST_ATTR_TUN_FLAGS, bytesOf(quint16(config.tunnel.checksum))},
        {IPVS_DEST_ATTR_U_THRESH, bytesOf(config.upperThreshold)},
        {IPVS_DEST_ATTR_L_THRESH, bytesOf(config.lowerThreshold)},
        {IPVS_DEST_ATTR_ACTIVE_CONNS, bytesOf(server.activeConnections)},
        {IPVS_DEST_ATTR_INACT_CONNS, bytesOf(server.inactiveConnections)},
        {IPVS_DEST_ATTR_PERSIST_CONNS, bytesOf(server.persistentConnections)},
        {IPVS_DEST_ATTR_ADDR_FAMILY, bytesOf(quint16(config.key.address.family()))},
    };
    appendTraffic(attributes, IPVS_DEST_ATTR_STATS, IPVS_DEST_ATTR_STATS64, server.traffic);
    return attributes;
}

WireAttributes kernelDaemon(const SyncDaemon &daemon)
{
    WireAttributes attributes{
        {IPVS_DAEMON_ATTR_STATE, bytesOf(quint32(daemon.role))},
        {IPVS_DAEMON_ATTR_MCAST_IFN, name(daemon.interface.toString())},
        {IPVS_DAEMON_ATTR_SYNC_ID, bytesOf(daemon.syncId)},
        {IPVS_DAEMON_ATTR_SYNC_MAXLEN, bytesOf(daemon.maxLength)},
        {IPVS_DAEMON_ATTR_MCAST_PORT, bytesOf(daemon.port)},
        {IPVS_DAEMON_ATTR_MCAST_TTL, bytesOf(daemon.ttl)},
    };
    if (daemon.group && daemon.group->isIPv4())
        attributes.append({IPVS_DAEMON_ATTR_MCAST_GROUP, address(*daemon.group).first(4)});
    else if (daemon.group)
        attributes.append({IPVS_DAEMON_ATTR_MCAST_GROUP6, address(*daemon.group)});
    return attributes;
}

WireAttributes kernelTimeouts(const Timeouts &timeouts)
{
    return {{IPVS_CMD_ATTR_TIMEOUT_TCP, bytesOf(timeouts.tcp)},
            {IPVS_CMD_ATTR_TIMEOUT_TCP_FIN, bytesOf(timeouts.tcpFin)},
            {IPVS_CMD_ATTR_TIMEOUT_UDP, bytesOf(timeouts.udp)}};
}

WireAttributes kernelInfo(const KernelInfo &info)
{
    return {{IPVS_INFO_ATTR_VERSION, bytesOf(info.version)},
            {IPVS_INFO_ATTR_CONN_TAB_SIZE, bytesOf(info.connectionTableSize)}};
}

} // namespace lvs::test
