// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/ipvsdecode.h"

#include "core/types/numbers.h"

#include <QtEndian>

#include <linux/ip_vs.h>

namespace lvs {

namespace {

/// Attribute types met so far in one message; every type the decoders know is below 32.
class Seen
{
public:
    /// False if the type was met before.
    bool add(quint16 type)
    {
        const quint32 bit = type < 32 ? 1u << type : 0;
        const bool isNew = (m_types & bit) == 0;
        m_types |= bit;
        return isNew;
    }
    bool has(quint16 type) const { return (m_types & (1u << type)) != 0; }
    bool hasAll(std::initializer_list<quint16> types) const
    {
        return std::ranges::all_of(types, [this](quint16 type) { return has(type); });
    }

private:
    quint32 m_types = 0;
};

/// Calls `visit` for the attributes inside the one top-level attribute of that type; false if it is not there.
template<class Visit> bool forEachNested(Bytes attributes, quint16 type, Visit &&visit)
{
    Bytes nested;
    bool found = false;
    const bool ok = forEachAttribute(attributes, [&](quint16 found_, Bytes payload) {
        if (found_ != type)
            return true;
        nested = payload;
        return !std::exchange(found, true);
    });
    return ok && found && forEachAttribute(nested, visit);
}

bool readNetworkOrder(Bytes payload, quint16 &value)
{
    if (!readExactly(payload, value))
        return false;
    value = qFromBigEndian(value);
    return true;
}

/// An enumeration's number, known or not.
template<class Enum, class Wire> bool readEnum(Bytes payload, Enum &value)
{
    Wire wire;
    if (!readExactly(payload, wire) || wire > std::numeric_limits<std::underlying_type_t<Enum>>::max())
        return false;
    value = Enum(wire);
    return true;
}

bool readFamily(Bytes payload, Family &family)
{
    quint16 wire;
    if (!readExactly(payload, wire) || (wire != quint16(Family::IPv4) && wire != quint16(Family::IPv6)))
        return false;
    family = Family(wire);
    return true;
}

/// The kernel always sends 16 bytes.
bool readAddress(Bytes payload, std::array<quint8, 16> &bytes)
{
    return readExactly(payload, bytes);
}

IpAddress addressOf(Family family, const std::array<quint8, 16> &bytes)
{
    return family == Family::IPv4 ? IpAddress::fromIPv4(qFromBigEndian<quint32>(bytes.data()))
                                  : IpAddress::fromIPv6(bytes);
}

/// A NUL-terminated name that `Name` accepts.
template<class Name> bool readName(Bytes payload, Name &name)
{
    if (payload.empty() || payload.back() != std::byte{0})
        return false;
    const QByteArrayView text(payload.data(), qsizetype(payload.size()) - 1);
    auto read = Name::fromText(QString::fromUtf8(text));
    if (!read)
        return false;
    name = *read;
    return true;
}

/// IPVS_*_ATTR_STATS64: ten 64-bit numbers, IPVS_STATS_ATTR_CONNS to IPVS_STATS_ATTR_OUTBPS.
bool readTraffic(Bytes nested, Traffic &traffic)
{
    std::array<quint64, IPVS_STATS_ATTR_OUTBPS + 1> values;
    Seen seen;
    const bool ok = forEachAttribute(nested, [&](quint16 type, Bytes payload) {
        if (type < IPVS_STATS_ATTR_CONNS || type > IPVS_STATS_ATTR_OUTBPS)
            return true; // padding, or something newer
        return seen.add(type) && readExactly(payload, values[type]);
    });
    if (!ok ||
        !seen.hasAll({IPVS_STATS_ATTR_CONNS, IPVS_STATS_ATTR_INPKTS, IPVS_STATS_ATTR_OUTPKTS, IPVS_STATS_ATTR_INBYTES,
                      IPVS_STATS_ATTR_OUTBYTES, IPVS_STATS_ATTR_CPS, IPVS_STATS_ATTR_INPPS, IPVS_STATS_ATTR_OUTPPS,
                      IPVS_STATS_ATTR_INBPS, IPVS_STATS_ATTR_OUTBPS}))
        return false;
    traffic.counters = {.connections = values[IPVS_STATS_ATTR_CONNS],
                        .inPackets = values[IPVS_STATS_ATTR_INPKTS],
                        .outPackets = values[IPVS_STATS_ATTR_OUTPKTS],
                        .inBytes = values[IPVS_STATS_ATTR_INBYTES],
                        .outBytes = values[IPVS_STATS_ATTR_OUTBYTES]};
    traffic.rates = {.connections = values[IPVS_STATS_ATTR_CPS],
                     .inPackets = values[IPVS_STATS_ATTR_INPPS],
                     .outPackets = values[IPVS_STATS_ATTR_OUTPPS],
                     .inBytes = values[IPVS_STATS_ATTR_INBPS],
                     .outBytes = values[IPVS_STATS_ATTR_OUTBPS]};
    return true;
}

} // namespace

bool decodeService(Bytes attributes, ServiceState &service)
{
    service = {};
    VirtualService &config = service.config;
    ServiceKey &key = config.key;
    std::array<quint8, 16> address{};
    quint16 protocol = 0;
    ip_vs_flags flags{};
    quint32 netmask = 0;
    Seen seen;
    const bool ok = forEachNested(attributes, IPVS_CMD_ATTR_SERVICE, [&](quint16 type, Bytes payload) {
        if (!seen.add(type))
            return false;
        switch (type) {
        case IPVS_SVC_ATTR_AF:
            return readFamily(payload, key.family);
        case IPVS_SVC_ATTR_PROTOCOL:
            return readExactly(payload, protocol) && protocol <= 255;
        case IPVS_SVC_ATTR_ADDR:
            return readAddress(payload, address);
        case IPVS_SVC_ATTR_PORT:
            return readNetworkOrder(payload, key.port);
        case IPVS_SVC_ATTR_FWMARK:
            return readExactly(payload, key.firewallMark) && key.firewallMark != 0;
        case IPVS_SVC_ATTR_SCHED_NAME:
            return readName(payload, config.scheduler);
        case IPVS_SVC_ATTR_PE_NAME:
            return readName(payload, config.engine);
        case IPVS_SVC_ATTR_FLAGS:
            return readExactly(payload, flags);
        case IPVS_SVC_ATTR_TIMEOUT:
            return readExactly(payload, config.persistenceTimeout);
        case IPVS_SVC_ATTR_NETMASK:
            return readExactly(payload, netmask);
        case IPVS_SVC_ATTR_STATS64:
            return readTraffic(payload, service.traffic);
        default:
            return true;
        }
    });
    if (!ok || !seen.hasAll({IPVS_SVC_ATTR_AF, IPVS_SVC_ATTR_SCHED_NAME, IPVS_SVC_ATTR_FLAGS, IPVS_SVC_ATTR_TIMEOUT,
                             IPVS_SVC_ATTR_NETMASK, IPVS_SVC_ATTR_STATS64}))
        return false;
    const bool hasAddress = seen.hasAll({IPVS_SVC_ATTR_PROTOCOL, IPVS_SVC_ATTR_ADDR, IPVS_SVC_ATTR_PORT});
    if (hasAddress == key.isMark())
        return false;
    if (hasAddress) {
        key.protocol = quint8(protocol);
        key.address = addressOf(key.family, address);
    } else {
        key = ServiceKey::forMark(key.firewallMark, key.family);
    }
    constexpr quint32 hashed = 0x2; // IP_VS_SVC_F_HASHED, the kernel's own
    config.flags = ServiceFlags::fromInt(flags.flags & ~hashed);
    config.netmask = key.family == Family::IPv4 ? qFromBigEndian(netmask) : netmask;
    return key.family == Family::IPv4 || (netmask >= 1 && netmask <= 128);
}

bool decodeServer(Bytes attributes, ServerState &server)
{
    server = {};
    RealServer &config = server.config;
    Family family = Family::IPv4;
    std::array<quint8, 16> address;
    Seen seen;
    const bool ok = forEachNested(attributes, IPVS_CMD_ATTR_DEST, [&](quint16 type, Bytes payload) {
        if (!seen.add(type))
            return false;
        switch (type) {
        case IPVS_DEST_ATTR_ADDR_FAMILY:
            return readFamily(payload, family);
        case IPVS_DEST_ATTR_ADDR:
            return readAddress(payload, address);
        case IPVS_DEST_ATTR_PORT:
            return readNetworkOrder(payload, config.key.port);
        case IPVS_DEST_ATTR_FWD_METHOD:
            return readEnum<Forwarding, quint32>(payload, config.forwarding) &&
                   quint8(config.forwarding) <= IP_VS_CONN_F_FWD_MASK;
        case IPVS_DEST_ATTR_WEIGHT:
            return readExactly(payload, config.weight) && config.weight <= limits::largestWeight;
        case IPVS_DEST_ATTR_U_THRESH:
            return readExactly(payload, config.upperThreshold);
        case IPVS_DEST_ATTR_L_THRESH:
            return readExactly(payload, config.lowerThreshold);
        case IPVS_DEST_ATTR_ACTIVE_CONNS:
            return readExactly(payload, server.activeConnections);
        case IPVS_DEST_ATTR_INACT_CONNS:
            return readExactly(payload, server.inactiveConnections);
        case IPVS_DEST_ATTR_PERSIST_CONNS:
            return readExactly(payload, server.persistentConnections);
        case IPVS_DEST_ATTR_TUN_TYPE:
            return readEnum<TunnelType, quint8>(payload, config.tunnel.type);
        case IPVS_DEST_ATTR_TUN_PORT:
            return readNetworkOrder(payload, config.tunnel.port);
        case IPVS_DEST_ATTR_TUN_FLAGS:
            return readEnum<TunnelChecksum, quint16>(payload, config.tunnel.checksum);
        case IPVS_DEST_ATTR_STATS64:
            return readTraffic(payload, server.traffic);
        default:
            return true;
        }
    });
    if (!ok || !seen.hasAll({IPVS_DEST_ATTR_ADDR_FAMILY, IPVS_DEST_ATTR_ADDR, IPVS_DEST_ATTR_PORT,
                             IPVS_DEST_ATTR_FWD_METHOD, IPVS_DEST_ATTR_WEIGHT, IPVS_DEST_ATTR_U_THRESH,
                             IPVS_DEST_ATTR_L_THRESH, IPVS_DEST_ATTR_ACTIVE_CONNS, IPVS_DEST_ATTR_INACT_CONNS,
                             IPVS_DEST_ATTR_PERSIST_CONNS, IPVS_DEST_ATTR_STATS64}))
        return false;
    config.key.address = addressOf(family, address);
    return true;
}

bool decodeTimeouts(Bytes attributes, Timeouts &timeouts)
{
    timeouts = {};
    Seen seen;
    const bool ok = forEachAttribute(attributes, [&](quint16 type, Bytes payload) {
        if (!seen.add(type))
            return false;
        switch (type) {
        case IPVS_CMD_ATTR_TIMEOUT_TCP:
            return readExactly(payload, timeouts.tcp);
        case IPVS_CMD_ATTR_TIMEOUT_TCP_FIN:
            return readExactly(payload, timeouts.tcpFin);
        case IPVS_CMD_ATTR_TIMEOUT_UDP:
            return readExactly(payload, timeouts.udp);
        default:
            return true;
        }
    });
    return ok && seen.hasAll({IPVS_CMD_ATTR_TIMEOUT_TCP, IPVS_CMD_ATTR_TIMEOUT_TCP_FIN, IPVS_CMD_ATTR_TIMEOUT_UDP});
}

bool decodeDaemon(Bytes attributes, SyncDaemon &daemon)
{
    daemon = {};
    quint32 group = 0;
    std::array<quint8, 16> group6{};
    Seen seen;
    const bool ok = forEachNested(attributes, IPVS_CMD_ATTR_DAEMON, [&](quint16 type, Bytes payload) {
        if (!seen.add(type))
            return false;
        switch (type) {
        case IPVS_DAEMON_ATTR_STATE:
            return readEnum<SyncRole, quint32>(payload, daemon.role) &&
                   (daemon.role == SyncRole::Master || daemon.role == SyncRole::Backup);
        case IPVS_DAEMON_ATTR_MCAST_IFN:
            return readName(payload, daemon.interface);
        case IPVS_DAEMON_ATTR_SYNC_ID:
            return readExactly(payload, daemon.syncId);
        case IPVS_DAEMON_ATTR_SYNC_MAXLEN:
            return readExactly(payload, daemon.maxLength);
        case IPVS_DAEMON_ATTR_MCAST_GROUP:
            return readExactly(payload, group);
        case IPVS_DAEMON_ATTR_MCAST_GROUP6:
            return readExactly(payload, group6);
        case IPVS_DAEMON_ATTR_MCAST_PORT:
            return readExactly(payload, daemon.port); // host order, unlike all other ports
        case IPVS_DAEMON_ATTR_MCAST_TTL:
            return readExactly(payload, daemon.ttl);
        default:
            return true;
        }
    });
    if (!ok || !seen.hasAll({IPVS_DAEMON_ATTR_STATE, IPVS_DAEMON_ATTR_MCAST_IFN, IPVS_DAEMON_ATTR_SYNC_ID}))
        return false;
    if (seen.has(IPVS_DAEMON_ATTR_MCAST_GROUP6))
        daemon.group = IpAddress::fromIPv6(group6);
    else if (seen.has(IPVS_DAEMON_ATTR_MCAST_GROUP))
        daemon.group = IpAddress::fromIPv4(qFromBigEndian(group));
    return true;
}

bool decodeInfo(Bytes attributes, KernelInfo &info)
{
    info = {};
    Seen seen;
    const bool ok = forEachAttribute(attributes, [&](quint16 type, Bytes payload) {
        if (!seen.add(type))
            return false;
        switch (type) {
        case IPVS_INFO_ATTR_VERSION:
            return readExactly(payload, info.version);
        case IPVS_INFO_ATTR_CONN_TAB_SIZE:
            return readExactly(payload, info.connectionTableSize);
        default:
            return true;
        }
    });
    return ok && seen.hasAll({IPVS_INFO_ATTR_VERSION, IPVS_INFO_ATTR_CONN_TAB_SIZE});
}

} // namespace lvs
