// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/domaintext.h"

#include "core/types/netmask.h"

#include <QCoreApplication>

namespace lvs {

namespace {

// How the ids of machines begin, by the way to them.
constexpr QLatin1StringView sandboxHost("sandbox:");
constexpr QLatin1StringView sshHost("ssh:");

class Words
{
    Q_DECLARE_TR_FUNCTIONS(Domain)
public:
    static QString director(const QString &id)
    {
        if (id == u"sandbox")
            return tr("Sandbox");
        if (id == u"local")
            return tr("This computer");
        if (id.startsWith(sandboxHost))
            return tr("%1 (sandbox)", "name of a machine").arg(id.sliced(sandboxHost.size()));
        return id.startsWith(sshHost) ? id.sliced(sshHost.size()) : id;
    }

    static QString separator() { return tr(", ", "between parts of a list"); }

    static QString link(LinkState state)
    {
        switch (state) {
        case LinkState::Closed:
            return tr("closed");
        case LinkState::Connecting:
            return tr("connecting");
        case LinkState::Live:
            return tr("live");
        case LinkState::Stale:
            return tr("stale");
        case LinkState::Lost:
            return tr("lost");
        case LinkState::Reconnecting:
            return tr("reconnecting");
        }
        return {};
    }

    static QString otherProtocol(quint8 protocol) { return tr("Protocol %1").arg(protocol); }

    static QString mark(const ServiceKey &key)
    {
        return key.family == Family::IPv6 ? tr("Firewall mark %1, IPv6").arg(key.firewallMark)
                                          : tr("Firewall mark %1").arg(key.firewallMark);
    }

    static QString forwarding(Forwarding method)
    {
        switch (method) {
        case Forwarding::Masquerading:
            return tr("NAT");
        case Forwarding::Local:
            return tr("local");
        case Forwarding::Tunnelling:
            return tr("TUN");
        case Forwarding::Gatewaying:
            return tr("DR");
        case Forwarding::Bypass:
            return tr("bypass");
        }
        return {};
    }

    static QString forwardingLong(Forwarding method)
    {
        switch (method) {
        case Forwarding::Masquerading:
            return tr("Masquerading (NAT)");
        case Forwarding::Local:
            return tr("Local");
        case Forwarding::Tunnelling:
            return tr("Tunnelling (TUN)");
        case Forwarding::Gatewaying:
            return tr("Gatewaying (DR)");
        case Forwarding::Bypass:
            return tr("Bypass");
        }
        return {};
    }

    static QString persistence(const VirtualService &service)
    {
        const QString timeout = tr("%1 s").arg(service.persistenceTimeout);
        const Family family = service.key.family;
        if (service.netmask == widestNetmask(family))
            return timeout;
        const QString mask = netmaskToString(service.netmask, family);
        return tr("%1, %2", "persistence timeout, netmask").arg(timeout, family == Family::IPv6 ? u'/' + mask : mask);
    }
};

} // namespace

QString listText(const QStringList &parts)
{
    return parts.join(Words::separator());
}

QString directorName(const Director &director)
{
    return director.hostName().isEmpty() ? Words::director(director.id()) : director.hostName();
}

QString hostText(const QString &id)
{
    return Words::director(id);
}

QString linkStateText(LinkState state)
{
    return Words::link(state);
}

QString protocolText(quint8 protocol)
{
    switch (protocol) {
    case quint8(Protocol::Tcp):
        return QStringLiteral("TCP");
    case quint8(Protocol::Udp):
        return QStringLiteral("UDP");
    case quint8(Protocol::Sctp):
        return QStringLiteral("SCTP");
    default:
        return Words::otherProtocol(protocol);
    }
}

QString serviceText(const ServiceKey &key)
{
    if (key.isMark())
        return Words::mark(key);
    return protocolText(key.protocol) + u' ' + ServerKey{key.address, key.port}.toString();
}

QString forwardingText(Forwarding forwarding)
{
    return Words::forwarding(forwarding);
}

QString forwardingLongText(Forwarding forwarding)
{
    return Words::forwardingLong(forwarding);
}

QString persistenceText(const VirtualService &service)
{
    return service.isPersistent() ? Words::persistence(service) : QStringLiteral("–");
}

} // namespace lvs
