// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/changeplan.h"

#include "core/change/overloaded.h"
#include "core/types/netmask.h"

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

/// " -t 172.18.100.6:80"; empty for a protocol that ipvsadm can't name.
QString selector(const ServiceKey &key)
{
    if (key.isMark())
        return u" -f %1%2"_s.arg(key.firewallMark).arg(key.family == Family::IPv6 ? u" -6" : u"");
    const QString endpoint = ServerKey{key.address, key.port}.toString();
    switch (Protocol(key.protocol)) {
    case Protocol::Tcp:
        return u" -t "_s + endpoint;
    case Protocol::Udp:
        return u" -u "_s + endpoint;
    case Protocol::Sctp:
        return u" --sctp-service "_s + endpoint;
    }
    return {};
}

QString options(const VirtualService &service)
{
    QString text = u" -s "_s + service.scheduler.toString();
    if (service.isPersistent())
        text += u" -p %1"_s.arg(service.persistenceTimeout);
    if (service.isPersistent() || service.netmask != widestNetmask(service.key.family))
        text += u" -M "_s + netmaskToString(service.netmask, service.key.family);
    if (!service.engine.isNone())
        text += u" --pe "_s + service.engine.toString();
    if (service.flags.testFlag(ServiceFlag::OnePacket))
        text += u" -o"_s;
    if (const ServiceFlags flags = service.flags & schedulerFlags)
        text += u" -b "_s + flagNames(flags, service.scheduler).join(u',');
    return text;
}

QString tunnelOptions(const Tunnel &tunnel)
{
    const QString checksum = [&] {
        switch (tunnel.checksum) {
        case TunnelChecksum::None:
            return u" --tun-nocsum"_s;
        case TunnelChecksum::Checksum:
            return u" --tun-csum"_s;
        case TunnelChecksum::RemoteChecksum:
            return u" --tun-remcsum"_s;
        }
        return QString();
    }();
    switch (tunnel.type) {
    case TunnelType::IpIp:
        return u" --tun-type ipip"_s;
    case TunnelType::Gue:
        return u" --tun-type gue --tun-port %1%2"_s.arg(tunnel.port).arg(checksum);
    case TunnelType::Gre:
        return u" --tun-type gre"_s + checksum;
    }
    return {};
}

QString forwardingOption(Forwarding forwarding)
{
    switch (forwarding) {
    case Forwarding::Masquerading:
        return u" -m"_s;
    case Forwarding::Tunnelling:
        return u" -i"_s;
    case Forwarding::Gatewaying:
        return u" -g"_s;
    case Forwarding::Local:
    case Forwarding::Bypass:
        break;
    }
    return {};
}

QStringList serviceCommand(const QString &command, const VirtualService &service)
{
    const QString chosen = selector(service.key);
    if (chosen.isEmpty())
        return {};
    return {u"ipvsadm "_s + command + chosen + options(service)};
}

QStringList serverCommand(const QString &command, const ServiceKey &service, const RealServer &server)
{
    const QString chosen = selector(service);
    const QString forwarding = forwardingOption(server.forwarding);
    if (chosen.isEmpty() || forwarding.isEmpty())
        return {};
    QString text = u"ipvsadm "_s + command + chosen + u" -r "_s + server.key.toString() + forwarding;
    text += u" -w %1 -x %2 -y %3"_s.arg(server.weight).arg(server.upperThreshold).arg(server.lowerThreshold);
    if (server.forwarding == Forwarding::Tunnelling)
        text += tunnelOptions(server.tunnel);
    return {text};
}

QStringList selecting(const QString &command, const ServiceKey &service, const QString &rest = {})
{
    const QString chosen = selector(service);
    if (chosen.isEmpty())
        return {};
    return {u"ipvsadm "_s + command + chosen + rest};
}

QString roleName(SyncRole role)
{
    return role == SyncRole::Master ? u"master"_s : u"backup"_s;
}

QString startCommand(const SyncDaemon &daemon)
{
    QString text = u"ipvsadm --start-daemon "_s + roleName(daemon.role) + u" --mcast-interface "_s +
                   daemon.interface.toString() + u" --syncid %1"_s.arg(daemon.syncId);
    if (daemon.group)
        text += u" --mcast-group "_s + daemon.group->toString();
    if (daemon.port != 0)
        text += u" --mcast-port %1"_s.arg(daemon.port);
    if (daemon.ttl != 0)
        text += u" --mcast-ttl %1"_s.arg(daemon.ttl);
    if (daemon.maxLength != 0)
        text += u" --sync-maxlen %1"_s.arg(daemon.maxLength);
    return text;
}

} // namespace

QStringList commandsFor(const Operation &operation)
{
    return std::visit(
        Overloaded{
            [](const AddService &op) { return serviceCommand(u"-A"_s, op.after); },
            [](const EditService &op) { return serviceCommand(u"-E"_s, op.after); },
            [](const RemoveService &op) { return selecting(u"-D"_s, op.before.key); },
            [](const AddServer &op) { return serverCommand(u"-a"_s, op.service, op.after); },
            [](const EditServer &op) { return serverCommand(u"-e"_s, op.service, op.after); },
            [](const RemoveServer &op) { return selecting(u"-d"_s, op.service, u" -r "_s + op.before.key.toString()); },
            [](const ZeroCounters &op) {
                return op.service ? selecting(u"-Z"_s, *op.service) : QStringList{u"ipvsadm -Z"_s};
            },
            [](const ClearTable &) { return QStringList{u"ipvsadm -C"_s}; },
            [](const SetTimeouts &op) {
                return QStringList{
                    u"ipvsadm --set %1 %2 %3"_s.arg(op.after.tcp).arg(op.after.tcpFin).arg(op.after.udp)};
            },
            [](const StartSyncDaemon &op) { return QStringList{startCommand(op.after)}; },
            [](const StopSyncDaemon &op) {
                return QStringList{u"ipvsadm --stop-daemon "_s + roleName(op.before.role)};
            },
        },
        operation);
}

QStringList commandsFor(const ChangePlan &plan)
{
    QStringList commands;
    for (const Operation &operation : plan.operations)
        commands << commandsFor(operation);
    return commands;
}

} // namespace lvs
