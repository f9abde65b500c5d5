// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/change/hostcommands.h"

#include "core/model/interfacesysctl.h"
#include "core/types/shellword.h"

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

QString ip(const IpAddress &address)
{
    return address.isIPv4() ? u"ip "_s : u"ip -6 "_s;
}

QString device(const InterfaceName &interface)
{
    return u" dev "_s + shellWord(interface.toString());
}

QString scopeWords(AddressScope scope)
{
    switch (scope) {
    case AddressScope::Universe:
        return {};
    case AddressScope::Site:
        return u" scope site"_s;
    case AddressScope::Link:
        return u" scope link"_s;
    case AddressScope::Host:
        return u" scope host"_s;
    }
    Q_UNREACHABLE_RETURN(QString());
}

QStringList routeCommand(const QString &verb, const HostRoute &route)
{
    QString text = ip(route.destination) + u"route "_s + verb + u' ';
    const InterfaceAddress network{.address = route.destination, .prefixLength = route.prefixLength};
    text += route.prefixLength == 0 ? u"default"_s : addressText(network);
    if (route.gateway)
        text += u" via "_s + route.gateway->toString();
    text += device(route.interface);
    if (route.metric != 0)
        text += u" metric %1"_s.arg(route.metric);
    return {text};
}

} // namespace

std::optional<IpAddress> broadcastOf(const HostAddress &address)
{
    const InterfaceAddress &own = address.address;
    const bool isAlone = isLoopback(address.interface) && own.address.isIPv4() && own.prefixLength == 32;
    return isAlone ? std::optional(own.address) : std::nullopt;
}

bool isNeverSource(const HostAddress &address)
{
    const InterfaceAddress &own = address.address;
    return !own.address.isIPv4() && own.prefixLength == 128 && !isLoopback(address.interface);
}

HostAddress tunnelAddress(const HostTunnel &tunnel)
{
    return {tunnel.name, {.address = tunnel.local, .prefixLength = 32}};
}

SysctlValue tunnelFilter(const HostTunnel &tunnel)
{
    return {.name = interfaceSysctl(tunnel.name, u"rp_filter"), .value = u"2"_s};
}

QStringList commandsFor(const AddAddress &add)
{
    const InterfaceAddress &own = add.after.address;
    QString text = ip(own.address) + u"addr add "_s + addressText(own);
    if (const auto broadcast = broadcastOf(add.after))
        text += u" brd "_s + broadcast->toString();
    text += device(add.after.interface);
    if (!own.label.isEmpty())
        text += u" label "_s + shellWord(own.label);
    text += scopeWords(own.scope);
    if (!own.address.isIPv4() && isLoopback(add.after.interface))
        text += u" nodad"_s; // nobody else is to be asked there
    if (isNeverSource(add.after))
        text += u" preferred_lft 0"_s;
    return {text};
}

QStringList commandsFor(const RemoveAddress &remove)
{
    const InterfaceAddress &own = remove.before.address;
    return {ip(own.address) + u"addr del "_s + addressText(own) + device(remove.before.interface)};
}

QStringList commandsFor(const AddRoute &add)
{
    return routeCommand(u"add"_s, add.after);
}

QStringList commandsFor(const EditRoute &edit)
{
    return routeCommand(u"replace"_s, edit.after);
}

QStringList commandsFor(const RemoveRoute &remove)
{
    return routeCommand(u"del"_s, remove.before);
}

QStringList commandsFor(const AddTunnel &add)
{
    const QString name = shellWord(add.after.name.toString());
    return QStringList{u"ip link add %1 type ipip local %2"_s.arg(name, add.after.local.toString()),
                       u"ip link set %1 up"_s.arg(name)} +
           commandsFor(AddAddress{tunnelAddress(add.after)}) + QStringList{sysctlCommand(tunnelFilter(add.after))};
}

QStringList commandsFor(const RemoveTunnel &remove)
{
    return {u"ip link del "_s + shellWord(remove.before.name.toString())};
}

} // namespace lvs
