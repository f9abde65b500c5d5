// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/comparetext.h"

#include "app/text/domaintext.h"
#include "core/types/netmask.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lvs {

namespace {

const QString nothing = u"–"_s;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Compare)
public:
    static QString field(Field field);
    static QString standing(Standing standing);
    static QString yes(bool value) { return value ? tr("yes") : tr("no"); }
    static QString seconds(quint32 value) { return value == 0 ? nothing : tr("%1 s").arg(value); }
    static QString weight(quint32 value) { return tr("weight %1").arg(value); }
    static QString daemon(const SyncDaemon &daemon)
    {
        return tr("%1, ID %2").arg(daemon.interface.toString()).arg(daemon.syncId);
    }
};

QString Words::field(Field field)
{
    switch (field) {
    case Field::Scheduler:
        return tr("Scheduler");
    case Field::Persistence:
        return tr("Persistence");
    case Field::Netmask:
        return tr("Netmask");
    case Field::Engine:
        return tr("Persistence engine");
    case Field::OnePacket:
        return tr("One-packet scheduling");
    case Field::SchedulerFlags:
        return tr("Scheduler flags");
    case Field::OtherFlags:
        return tr("Other flags");
    case Field::Forwarding:
        return tr("Forwarding");
    case Field::Weight:
        return tr("Weight");
    case Field::UpperThreshold:
        return tr("Upper threshold");
    case Field::LowerThreshold:
        return tr("Lower threshold");
    case Field::TunnelType:
        return tr("Tunnel type");
    case Field::TunnelPort:
        return tr("Tunnel port");
    case Field::TunnelChecksum:
        return tr("Tunnel checksum");
    case Field::TcpTimeout:
        return QStringLiteral("TCP");
    case Field::TcpFinTimeout:
        return QStringLiteral("TCP FIN");
    case Field::UdpTimeout:
        return QStringLiteral("UDP");
    case Field::SyncInterface:
        return tr("Interface");
    case Field::SyncId:
        return tr("Sync ID");
    case Field::SyncGroup:
        return tr("Multicast group");
    case Field::SyncPort:
        return tr("Multicast port");
    case Field::SyncTtl:
        return QStringLiteral("TTL");
    case Field::SyncLength:
        return tr("Longest message");
    }
    return {};
}

QString Words::standing(Standing standing)
{
    switch (standing) {
    case Standing::Equal:
        return tr("Equal");
    case Standing::OnlyLeft:
        return tr("Only left");
    case Standing::OnlyRight:
        return tr("Only right");
    case Standing::Changed:
        return tr("Different");
    }
    return {};
}

/// 0 stands for the kernel's default.
QString number(quint32 value)
{
    return value == 0 ? nothing : QString::number(value);
}

QString checksumText(TunnelChecksum checksum)
{
    switch (checksum) {
    case TunnelChecksum::None:
        return u"nocsum"_s;
    case TunnelChecksum::Checksum:
        return u"csum"_s;
    case TunnelChecksum::RemoteChecksum:
        return u"remcsum"_s;
    }
    return {};
}

QString typeText(TunnelType type)
{
    switch (type) {
    case TunnelType::IpIp:
        return u"ipip"_s;
    case TunnelType::Gue:
        return u"gue"_s;
    case TunnelType::Gre:
        return u"gre"_s;
    }
    return {};
}

} // namespace

QString fieldText(Field field)
{
    return Words::field(field);
}

QString standingText(Standing standing)
{
    return Words::standing(standing);
}

QString summaryText(const VirtualService &service)
{
    const QString scheduler = service.scheduler.toString();
    return service.isPersistent() ? listText({scheduler, persistenceText(service)}) : scheduler;
}

QString summaryText(const RealServer &server)
{
    return listText({forwardingText(server.forwarding), Words::weight(server.weight)});
}

QString summaryText(const Timeouts &timeouts)
{
    return u"%1 / %2 / %3"_s.arg(Words::seconds(timeouts.tcp), Words::seconds(timeouts.tcpFin),
                                 Words::seconds(timeouts.udp));
}

QString summaryText(const SyncDaemon &daemon)
{
    return Words::daemon(daemon);
}

QString valueText(Field field, const VirtualService &service)
{
    switch (field) {
    case Field::Scheduler:
        return service.scheduler.toString();
    case Field::Persistence:
        return service.isPersistent() ? Words::seconds(service.persistenceTimeout) : nothing;
    case Field::Netmask:
        return netmaskToString(service.netmask, service.key.family);
    case Field::Engine:
        return service.engine.isNone() ? nothing : service.engine.toString();
    case Field::OnePacket:
        return Words::yes(service.flags.testFlag(ServiceFlag::OnePacket));
    case Field::SchedulerFlags:
    case Field::OtherFlags: {
        const ServiceFlags mask = field == Field::SchedulerFlags ? schedulerFlags : ~knownServiceFlags;
        const QStringList names = flagNames(service.flags & mask, service.scheduler);
        return names.isEmpty() ? nothing : listText(names);
    }
    default:
        return {};
    }
}

QString valueText(Field field, const RealServer &server)
{
    switch (field) {
    case Field::Forwarding:
        return forwardingText(server.forwarding);
    case Field::Weight:
        return QString::number(server.weight);
    case Field::UpperThreshold:
        return number(server.upperThreshold);
    case Field::LowerThreshold:
        return number(server.lowerThreshold);
    case Field::TunnelType:
        return typeText(server.tunnel.type);
    case Field::TunnelPort:
        return number(server.tunnel.port);
    case Field::TunnelChecksum:
        return checksumText(server.tunnel.checksum);
    default:
        return {};
    }
}

QString valueText(Field field, const Timeouts &timeouts)
{
    switch (field) {
    case Field::TcpTimeout:
        return Words::seconds(timeouts.tcp);
    case Field::TcpFinTimeout:
        return Words::seconds(timeouts.tcpFin);
    case Field::UdpTimeout:
        return Words::seconds(timeouts.udp);
    default:
        return {};
    }
}

QString valueText(Field field, const SyncDaemon &daemon)
{
    switch (field) {
    case Field::SyncInterface:
        return daemon.interface.toString();
    case Field::SyncId:
        return QString::number(daemon.syncId);
    case Field::SyncGroup:
        return daemon.group ? daemon.group->toString() : nothing;
    case Field::SyncPort:
        return number(daemon.port);
    case Field::SyncTtl:
        return number(daemon.ttl);
    case Field::SyncLength:
        return number(daemon.maxLength);
    default:
        return {};
    }
}

} // namespace lvs
