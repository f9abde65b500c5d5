// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/changeplan.h"

#include "core/change/firewallcommands.h"
#include "core/change/hostcommands.h"
#include "core/change/hostobject.h"
#include "core/change/ipvsadmwords.h"
#include "core/types/netmask.h"

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

QStringList serviceCommand(const QString &command, const VirtualService &service)
{
    const QString chosen = selectorWords(service.key);
    if (chosen.isEmpty())
        return {};
    const bool hasNetmask = service.isPersistent() || service.netmask != widestNetmask(service.key.family);
    return {u"ipvsadm "_s + command + chosen + serviceWords(service, hasNetmask)};
}

QStringList serverCommand(const QString &command, const ServiceKey &service, const RealServer &server)
{
    const QString chosen = selectorWords(service);
    const QString forwarding = forwardingWord(server.forwarding);
    if (chosen.isEmpty() || forwarding.isEmpty())
        return {};
    QString text = u"ipvsadm "_s + command + chosen + u" -r "_s + server.key.toString() + forwarding;
    text += u" -w %1 -x %2 -y %3"_s.arg(server.weight).arg(server.upperThreshold).arg(server.lowerThreshold);
    if (server.forwarding == Forwarding::Tunnelling)
        text += tunnelWords(server.tunnel);
    return {text};
}

QStringList selecting(const QString &command, const ServiceKey &service, const QString &rest = {})
{
    const QString chosen = selectorWords(service);
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
            [](const SetSysctl &op) { return QStringList{sysctlCommand({op.name, op.after})}; },
            [](const HostOperation auto &op) { return commandsFor(op); },
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
