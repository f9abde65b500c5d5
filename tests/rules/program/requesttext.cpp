// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/rules/program/requesttext.h"

#include "core/types/netmask.h"

#include <QtEndian>

#include <cstring>
#include <linux/ip_vs.h>
#include <linux/netlink.h>
#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace lvs::test {
namespace {

/// The attributes of one nest by their type.
class Attributes
{
public:
    explicit Attributes(const WireAttributes &attributes)
        : m_attributes(attributes)
    {
    }
    QByteArray bytes(quint16 type) const
    {
        for (const WireAttribute &attribute : m_attributes) {
            if ((attribute.type & NLA_TYPE_MASK) == type)
                return attribute.payload;
        }
        return {};
    }
    /// Host byte order; 0 if it is not there.
    quint64 number(quint16 type) const
    {
        quint64 value = 0;
        const QByteArray payload = bytes(type);
        std::memcpy(&value, payload.constData(), size_t(std::min(payload.size(), qsizetype(sizeof value))));
        return value;
    }
    quint16 port(quint16 type) const { return qFromBigEndian(quint16(number(type))); }
    QByteArray text(quint16 type) const { return QByteArray(bytes(type).constData()); }
    IpAddress address(quint16 type, quint64 family) const
    {
        std::array<quint8, 16> value{};
        const QByteArray payload = bytes(type);
        std::memcpy(value.data(), payload.constData(), size_t(std::min(payload.size(), qsizetype(16))));
        return family == AF_INET6 ? IpAddress::fromIPv6(value)
                                  : IpAddress::fromIPv4(qFromBigEndian<quint32>(value.data()));
    }
    Attributes nest(quint16 type) const { return Attributes(unwire(bytes(type))); }

private:
    WireAttributes m_attributes;
};

QString familyText(quint64 family)
{
    return family == AF_INET6 ? u"v6"_s : u"v4"_s;
}

QString keyText(const Attributes &service)
{
    const quint64 family = service.number(IPVS_SVC_ATTR_AF);
    if (const quint64 mark = service.number(IPVS_SVC_ATTR_FWMARK))
        return u"mark %1 %2"_s.arg(mark).arg(familyText(family));
    return u"protocol %1 %2 port %3"_s.arg(service.number(IPVS_SVC_ATTR_PROTOCOL))
        .arg(service.address(IPVS_SVC_ATTR_ADDR, family).toString())
        .arg(service.port(IPVS_SVC_ATTR_PORT));
}

QString keyText(const ServiceKey &key)
{
    if (key.isMark())
        return u"mark %1 %2"_s.arg(key.firewallMark).arg(familyText(quint64(key.family)));
    return u"protocol %1 %2 port %3"_s.arg(key.protocol).arg(key.address.toString()).arg(key.port);
}

QString serviceText(const Attributes &service)
{
    quint32 netmask = quint32(service.number(IPVS_SVC_ATTR_NETMASK));
    if (service.number(IPVS_SVC_ATTR_AF) == AF_INET)
        netmask = qFromBigEndian(netmask);
    return u"%1 scheduler %2 flags %3 timeout %4 mask %5 engine %6"_s.arg(keyText(service))
        .arg(QString::fromUtf8(service.text(IPVS_SVC_ATTR_SCHED_NAME)))
        .arg(quint32(service.number(IPVS_SVC_ATTR_FLAGS)))
        .arg(service.number(IPVS_SVC_ATTR_TIMEOUT))
        .arg(netmask)
        .arg(QString::fromUtf8(service.text(IPVS_SVC_ATTR_PE_NAME)));
}

QString serviceText(const VirtualService &service)
{
    return u"%1 scheduler %2 flags %3 timeout %4 mask %5 engine %6"_s.arg(keyText(service.key))
        .arg(service.scheduler.toString())
        .arg(quint32(service.flags.toInt()))
        .arg(service.persistenceTimeout)
        .arg(service.netmask)
        .arg(service.engine.toString());
}

QString serverKeyText(const Attributes &server, quint64 serviceFamily)
{
    const quint64 own = server.number(IPVS_DEST_ATTR_ADDR_FAMILY);
    return u"server %1 port %2"_s.arg(server.address(IPVS_DEST_ATTR_ADDR, own ? own : serviceFamily).toString())
        .arg(server.port(IPVS_DEST_ATTR_PORT));
}

QString serverText(const Attributes &server, quint64 serviceFamily)
{
    return u"%1 method %2 weight %3 thresholds %4 %5 tunnel %6 %7 %8"_s.arg(serverKeyText(server, serviceFamily))
        .arg(server.number(IPVS_DEST_ATTR_FWD_METHOD))
        .arg(server.number(IPVS_DEST_ATTR_WEIGHT))
        .arg(server.number(IPVS_DEST_ATTR_U_THRESH))
        .arg(server.number(IPVS_DEST_ATTR_L_THRESH))
        .arg(server.number(IPVS_DEST_ATTR_TUN_TYPE))
        .arg(server.port(IPVS_DEST_ATTR_TUN_PORT))
        .arg(server.number(IPVS_DEST_ATTR_TUN_FLAGS));
}

QString serverKeyText(const ServerKey &key)
{
    return u"server %1 port %2"_s.arg(key.address.toString()).arg(key.port);
}

QString serverText(const RealServer &server)
{
    return u"%1 method %2 weight %3 thresholds %4 %5 tunnel %6 %7 %8"_s.arg(serverKeyText(server.key))
        .arg(int(server.forwarding))
        .arg(server.weight)
        .arg(server.upperThreshold)
        .arg(server.lowerThreshold)
        .arg(int(server.tunnel.type))
        .arg(server.tunnel.port)
        .arg(int(server.tunnel.checksum));
}

QString daemonText(const Attributes &daemon)
{
    QString group;
    if (!daemon.bytes(IPVS_DAEMON_ATTR_MCAST_GROUP).isEmpty())
        group = daemon.address(IPVS_DAEMON_ATTR_MCAST_GROUP, AF_INET).toString();
    if (!daemon.bytes(IPVS_DAEMON_ATTR_MCAST_GROUP6).isEmpty())
        group = daemon.address(IPVS_DAEMON_ATTR_MCAST_GROUP6, AF_INET6).toString();
    return u"state %1 interface %2 id %3 length %4 group %5 port %6 ttl %7"_s.arg(daemon.number(IPVS_DAEMON_ATTR_STATE))
        .arg(QString::fromUtf8(daemon.text(IPVS_DAEMON_ATTR_MCAST_IFN)))
        .arg(daemon.number(IPVS_DAEMON_ATTR_SYNC_ID))
        .arg(daemon.number(IPVS_DAEMON_ATTR_SYNC_MAXLEN))
        .arg(group)
        .arg(daemon.number(IPVS_DAEMON_ATTR_MCAST_PORT))
        .arg(daemon.number(IPVS_DAEMON_ATTR_MCAST_TTL));
}

QString daemonText(const SyncDaemon &daemon)
{
    return u"state %1 interface %2 id %3 length %4 group %5 port %6 ttl %7"_s.arg(int(daemon.role))
        .arg(daemon.interface.toString())
        .arg(daemon.syncId)
        .arg(daemon.maxLength)
        .arg(daemon.group ? daemon.group->toString() : QString())
        .arg(daemon.port)
        .arg(daemon.ttl);
}

} // namespace

QString requestText(const RealIpvsadm::Request &request)
{
    const Attributes all(request.attributes);
    const Attributes service = all.nest(IPVS_CMD_ATTR_SERVICE);
    const Attributes server = all.nest(IPVS_CMD_ATTR_DEST);
    const Attributes daemon = all.nest(IPVS_CMD_ATTR_DAEMON);
    const quint64 family = service.number(IPVS_SVC_ATTR_AF);
    switch (request.command) {
    case IPVS_CMD_NEW_SERVICE:
        return u"add "_s + serviceText(service);
    case IPVS_CMD_SET_SERVICE:
        return u"edit "_s + serviceText(service);
    case IPVS_CMD_DEL_SERVICE:
        return u"delete "_s + keyText(service);
    case IPVS_CMD_NEW_DEST:
        return u"add "_s + keyText(service) + u' ' + serverText(server, family);
    case IPVS_CMD_SET_DEST:
        return u"edit "_s + keyText(service) + u' ' + serverText(server, family);
    case IPVS_CMD_DEL_DEST:
        return u"delete "_s + keyText(service) + u' ' + serverKeyText(server, family);
    case IPVS_CMD_FLUSH:
        return u"clear"_s;
    case IPVS_CMD_ZERO:
        return all.bytes(IPVS_CMD_ATTR_SERVICE).isEmpty() ? u"zero"_s : u"zero "_s + keyText(service);
    case IPVS_CMD_SET_CONFIG:
        return u"timeouts %1 %2 %3"_s.arg(all.number(IPVS_CMD_ATTR_TIMEOUT_TCP))
            .arg(all.number(IPVS_CMD_ATTR_TIMEOUT_TCP_FIN))
            .arg(all.number(IPVS_CMD_ATTR_TIMEOUT_UDP));
    case IPVS_CMD_NEW_DAEMON:
        return u"start "_s + daemonText(daemon);
    case IPVS_CMD_DEL_DAEMON:
        return u"stop state %1"_s.arg(daemon.number(IPVS_DAEMON_ATTR_STATE));
    default:
        return u"command %1"_s.arg(request.command);
    }
}

QStringList requestTexts(const RuleCommand &command)
{
    const QString key = keyText(command.service.key);
    switch (command.verb) {
    case RuleVerb::AddService:
        return {u"add "_s + serviceText(command.service)};
    case RuleVerb::EditService:
        return {u"edit "_s + serviceText(command.service)};
    case RuleVerb::DeleteService:
        return {u"delete "_s + key};
    case RuleVerb::AddServer:
        return {u"add "_s + key + u' ' + serverText(command.server)};
    case RuleVerb::EditServer:
        return {u"edit "_s + key + u' ' + serverText(command.server)};
    case RuleVerb::DeleteServer:
        return {u"delete "_s + key + u' ' + serverKeyText(command.server.key)};
    case RuleVerb::Clear:
        return {u"clear"_s};
    case RuleVerb::Zero:
        return {command.hasService ? u"zero "_s + key : u"zero"_s};
    case RuleVerb::SetTimeouts:
        return {
            u"timeouts %1 %2 %3"_s.arg(command.timeouts.tcp).arg(command.timeouts.tcpFin).arg(command.timeouts.udp)};
    case RuleVerb::StartDaemon:
        return {u"start "_s + daemonText(command.daemon)};
    case RuleVerb::StopDaemon:
        return {u"stop state %1"_s.arg(int(command.daemon.role))};
    case RuleVerb::List:
    case RuleVerb::Save:
    case RuleVerb::Restore:
    case RuleVerb::Help:
    case RuleVerb::Version:
        return {};
    }
    return {};
}

bool namesTheImpossible(const RealIpvsadm::Request &request)
{
    const Attributes all(request.attributes);
    const auto name = [&](quint16 nest, quint16 type) { return QString::fromUtf8(all.nest(nest).text(type)); };
    const bool isService = request.command == IPVS_CMD_NEW_SERVICE || request.command == IPVS_CMD_SET_SERVICE;
    const bool isDaemon = request.command == IPVS_CMD_NEW_DAEMON;
    return (isService && (!SchedulerName::fromText(name(IPVS_CMD_ATTR_SERVICE, IPVS_SVC_ATTR_SCHED_NAME)) ||
                          !PersistenceEngine::fromText(name(IPVS_CMD_ATTR_SERVICE, IPVS_SVC_ATTR_PE_NAME)))) ||
           (isDaemon && !InterfaceName::fromText(name(IPVS_CMD_ATTR_DAEMON, IPVS_DAEMON_ATTR_MCAST_IFN)));
}

} // namespace lvs::test
