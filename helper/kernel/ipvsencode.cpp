// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "helper/kernel/ipvsencode.h"

#include "core/change/hostobject.h"

#include <QtEndian>

#include <linux/ip_vs.h>

namespace lvs {

namespace {

/// A nested attribute for as long as it is in scope.
class Nested
{
public:
    Nested(RequestBatch &batch, quint16 type)
        : m_batch(batch)
        , m_start(batch.beginNested(type))
    {
    }
    ~Nested() { m_batch.endNested(m_start); }
    Q_DISABLE_COPY_MOVE(Nested)

private:
    RequestBatch &m_batch;
    size_t m_start;
};

void putAddress(quint16 type, const IpAddress &address, RequestBatch &batch)
{
    batch.put(type, address.bytes().data(), address.bytes().size());
}

void putServiceKey(const ServiceKey &key, RequestBatch &batch)
{
    batch.putU16(IPVS_SVC_ATTR_AF, quint16(key.family));
    if (key.isMark()) {
        batch.putU32(IPVS_SVC_ATTR_FWMARK, key.firewallMark);
        return;
    }
    batch.putU16(IPVS_SVC_ATTR_PROTOCOL, key.protocol);
    putAddress(IPVS_SVC_ATTR_ADDR, key.address, batch);
    batch.putU16(IPVS_SVC_ATTR_PORT, qToBigEndian(key.port));
}

void putServiceIdentity(const ServiceKey &key, RequestBatch &batch)
{
    const Nested nested(batch, IPVS_CMD_ATTR_SERVICE);
    putServiceKey(key, batch);
}

void putService(const VirtualService &service, RequestBatch &batch)
{
    const Nested nested(batch, IPVS_CMD_ATTR_SERVICE);
    putServiceKey(service.key, batch);
    batch.putString(IPVS_SVC_ATTR_SCHED_NAME, service.scheduler.toString().toLatin1().toStdString());
    // Without the full mask the kernel would keep old bits.
    const ip_vs_flags flags{.flags = quint32(service.flags.toInt()), .mask = ~quint32(0)};
    batch.put(IPVS_SVC_ATTR_FLAGS, &flags, sizeof flags);
    batch.putU32(IPVS_SVC_ATTR_TIMEOUT, service.persistenceTimeout);
    batch.putU32(IPVS_SVC_ATTR_NETMASK,
                 service.key.family == Family::IPv4 ? qToBigEndian(service.netmask) : service.netmask);
    if (!service.engine.isNone())
        batch.putString(IPVS_SVC_ATTR_PE_NAME, service.engine.toString().toLatin1().toStdString());
}

void putServerKey(const ServerKey &key, RequestBatch &batch)
{
    batch.putU16(IPVS_DEST_ATTR_ADDR_FAMILY, quint16(key.address.family()));
    putAddress(IPVS_DEST_ATTR_ADDR, key.address, batch);
    batch.putU16(IPVS_DEST_ATTR_PORT, qToBigEndian(key.port));
}

void putServer(const RealServer &server, RequestBatch &batch)
{
    const Nested nested(batch, IPVS_CMD_ATTR_DEST);
    putServerKey(server.key, batch);
    batch.putU32(IPVS_DEST_ATTR_FWD_METHOD, quint32(server.forwarding));
    batch.putU32(IPVS_DEST_ATTR_WEIGHT, server.weight);
    batch.putU32(IPVS_DEST_ATTR_U_THRESH, server.upperThreshold);
    batch.putU32(IPVS_DEST_ATTR_L_THRESH, server.lowerThreshold);
    // Left out, they would be reset to 0 by SET_DEST.
    batch.putU8(IPVS_DEST_ATTR_TUN_TYPE, quint8(server.tunnel.type));
    batch.putU16(IPVS_DEST_ATTR_TUN_PORT, qToBigEndian(server.tunnel.port));
    batch.putU16(IPVS_DEST_ATTR_TUN_FLAGS, quint16(server.tunnel.checksum));
}

void putDaemon(const SyncDaemon &daemon, RequestBatch &batch)
{
    const Nested nested(batch, IPVS_CMD_ATTR_DAEMON);
    batch.putU32(IPVS_DAEMON_ATTR_STATE, quint32(daemon.role));
    batch.putString(IPVS_DAEMON_ATTR_MCAST_IFN, daemon.interface.toString().toUtf8().toStdString());
    batch.putU32(IPVS_DAEMON_ATTR_SYNC_ID, daemon.syncId);
    if (daemon.maxLength != 0)
        batch.putU16(IPVS_DAEMON_ATTR_SYNC_MAXLEN, daemon.maxLength);
    if (daemon.group) {
        const bool v4 = daemon.group->isIPv4();
        batch.put(v4 ? IPVS_DAEMON_ATTR_MCAST_GROUP : IPVS_DAEMON_ATTR_MCAST_GROUP6, daemon.group->bytes().data(),
                  v4 ? 4 : 16);
    }
    if (daemon.port != 0)
        batch.putU16(IPVS_DAEMON_ATTR_MCAST_PORT, daemon.port); // host order, unlike all other ports
    if (daemon.ttl != 0)
        batch.putU8(IPVS_DAEMON_ATTR_MCAST_TTL, daemon.ttl);
}

struct Encoder {
    RequestBatch &batch;

    void operator()(const AddService &add) const { service(IPVS_CMD_NEW_SERVICE, add.after); }
    void operator()(const EditService &edit) const { service(IPVS_CMD_SET_SERVICE, edit.after); }
    void operator()(const RemoveService &remove) const
    {
        batch.beginCommand(IPVS_CMD_DEL_SERVICE);
        putServiceIdentity(remove.before.key, batch);
    }
    void operator()(const AddServer &add) const { server(IPVS_CMD_NEW_DEST, add.service, add.after); }
    void operator()(const EditServer &edit) const { server(IPVS_CMD_SET_DEST, edit.service, edit.after); }
    void operator()(const RemoveServer &remove) const
    {
        batch.beginCommand(IPVS_CMD_DEL_DEST);
        putServiceIdentity(remove.service, batch);
        const Nested nested(batch, IPVS_CMD_ATTR_DEST);
        putServerKey(remove.before.key, batch);
    }
    void operator()(const ZeroCounters &zero) const
    {
        batch.beginCommand(IPVS_CMD_ZERO);
        if (zero.service)
            putServiceIdentity(*zero.service, batch);
    }
    void operator()(const ClearTable &) const { batch.beginCommand(IPVS_CMD_FLUSH); }
    void operator()(const SetTimeouts &set) const
    {
        batch.beginCommand(IPVS_CMD_SET_CONFIG);
        batch.putU32(IPVS_CMD_ATTR_TIMEOUT_TCP, set.after.tcp);
        batch.putU32(IPVS_CMD_ATTR_TIMEOUT_TCP_FIN, set.after.tcpFin);
        batch.putU32(IPVS_CMD_ATTR_TIMEOUT_UDP, set.after.udp);
    }
    void operator()(const HostOperation auto &) const { Q_UNREACHABLE(); } // not for Carrier::Ipvs
    void operator()(const StartSyncDaemon &start) const
    {
        batch.beginCommand(IPVS_CMD_NEW_DAEMON);
        putDaemon(start.after, batch);
    }
    void operator()(const StopSyncDaemon &stop) const
    {
        batch.beginCommand(IPVS_CMD_DEL_DAEMON);
        const Nested nested(batch, IPVS_CMD_ATTR_DAEMON);
        batch.putU32(IPVS_DAEMON_ATTR_STATE, quint32(stop.before.role));
    }

private:
    void service(quint8 command, const VirtualService &service) const
    {
        batch.beginCommand(command);
        putService(service, batch);
    }
    void server(quint8 command, const ServiceKey &service, const RealServer &server) const
    {
        batch.beginCommand(command);
        putServiceIdentity(service, batch);
        putServer(server, batch);
    }
};

} // namespace

void encodeOperation(const Operation &operation, RequestBatch &batch)
{
    std::visit(Encoder{batch}, operation);
}

void encodeReadService(const ServiceKey &key, RequestBatch &batch)
{
    batch.beginCommand(IPVS_CMD_GET_SERVICE);
    putServiceIdentity(key, batch);
}

void encodeReadServers(const ServiceKey &service, RequestBatch &batch)
{
    batch.beginDump(IPVS_CMD_GET_DEST);
    putServiceIdentity(service, batch);
}

} // namespace lvs
