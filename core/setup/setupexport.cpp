// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/setup/setupexport.h"

#include "core/change/hostcommands.h"
#include "core/setup/arpvalues.h"
#include "core/setup/hostfacts.h"
#include "core/setup/serverneeds.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lvs {
namespace {

using Files = std::vector<ExportedFile>;

/// Whether a name means itself in every format: no pattern, comment, separator or quote.
bool isPlain(const InterfaceName &name)
{
    return std::ranges::all_of(name.toString(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') ||
               QStringView(u"._-@").contains(c);
    });
}

bool isPlain(const ServerNeeds &needs)
{
    return (!needs.vip || isPlain(needs.vip->interface)) &&
           std::ranges::all_of(needs.sysctls, [](const SysctlValue &value) {
               return isPlain(*InterfaceName::fromText(sysctlInterface(value.name)));
           });
}

/// "lvs-172.18.100.6", "lvs-2001-db8--6": for the names of files.
QString baseName(const SetupWish &wish)
{
    return u"lvs-"_s + wish.vip().toString().replace(u':', u'-');
}

Files networkd(const SetupWish &wish, const ServerNeeds &needs)
{
    const QString directory = u"/etc/systemd/network/50-"_s;
    Files files;
    if (needs.tunnel) {
        const QString name = needs.tunnel->name.toString();
        const QString end = addressText(tunnelAddress(*needs.tunnel).address);
        files.push_back({directory + name + u".netdev"_s,
                         u"[NetDev]\nName=%1\nKind=ipip\n\n[Tunnel]\nLocal=%2\nRemote=any\nIndependent=yes\n"_s.arg(
                             name, needs.tunnel->local.toString())});
        files.push_back({directory + name + u".network"_s,
                         u"[Match]\nName=%1\n\n[Network]\nLinkLocalAddressing=no\nAddress=%2\n"_s.arg(name, end)});
    }
    if (needs.vip) {
        const InterfaceAddress &address = needs.vip->address;
        QString text =
            u"[Match]\nName=%1\n\n[Address]\nAddress=%2\n"_s.arg(needs.vip->interface.toString(), addressText(address));
        if (!address.label.isEmpty())
            text += u"Label=%1\n"_s.arg(address.label);
        files.push_back({directory + baseName(wish) + u".network"_s, text});
    }
    if (needs.gateway)
        files.push_back({{}, u"[Route]\nGateway=%1\n"_s.arg(needs.gateway->toString())});
    return files;
}

Files networkManager(const SetupWish &wish, const ServerNeeds &needs)
{
    const auto path = [](const QString &id) {
        return u"/etc/NetworkManager/system-connections/%1.nmconnection"_s.arg(id);
    };
    const auto connection = [](const QString &id, const QString &type, const QString &interface) {
        return u"[connection]\nid=%1\ntype=%2\ninterface-name=%3\n"_s.arg(id, type, interface);
    };
    Files files;
    if (needs.tunnel) {
        const QString name = needs.tunnel->name.toString();
        files.push_back(
            {path(name),
             connection(name, u"ip-tunnel"_s, name) +
                 u"\n[ip-tunnel]\nmode=1\nlocal=%1\nremote=0.0.0.0\n\n[ipv4]\nmethod=manual\naddress1=%1/32\n"
                 "\n[ipv6]\nmethod=disabled\n"_s.arg(needs.tunnel->local.toString())});
    }
    if (needs.vip) {
        const QString vip = addressText(needs.vip->address);
        const bool isIPv4 = needs.vip->address.address.isIPv4();
        const QString interface = needs.vip->interface.toString();
        const bool isOnLoopback = isLoopback(needs.vip->interface);
        // A profile of lo replaces what the machine begins with.
        const QString ipv4 = u"address1=127.0.0.1/8\n"_s + (isIPv4 ? u"address2=%1\n"_s.arg(vip) : QString());
        const QString ipv6 = u"address1=::1/128\n"_s + (isIPv4 ? QString() : u"address2=%1\n"_s.arg(vip));
        if (isOnLoopback)
            files.push_back({path(baseName(wish)),
                             connection(baseName(wish), u"loopback"_s, interface) +
                                 u"\n[ipv4]\nmethod=manual\n%1\n[ipv6]\nmethod=manual\n%2"_s.arg(ipv4, ipv6)});
        else
            files.push_back({{}, u"[%1]\naddress=%2\n"_s.arg(isIPv4 ? u"ipv4"_s : u"ipv6"_s, vip)});
    }
    if (needs.gateway)
        files.push_back(
            {{},
             u"[%1]\ngateway=%2\n"_s.arg(needs.gateway->isIPv4() ? u"ipv4"_s : u"ipv6"_s, needs.gateway->toString())});
    return files;
}

Files ifupdown(const SetupWish &wish, const ServerNeeds &needs)
{
    QString text;
    if (needs.tunnel) {
        const QString name = needs.tunnel->name.toString();
        text += u"auto %1\niface %1 inet manual\n"
                "    pre-up ip link add %1 type ipip local %2\n"
                "    up ip link set %1 up\n"
                "    up ip addr add %2/32 dev %1\n"
                "    post-down ip link del %1\n"_s.arg(name, needs.tunnel->local.toString());
    }
    if (needs.vip) {
        if (!text.isEmpty())
            text += u'\n';
        text += u"auto %1\niface %1 %2 %3\n    up %4\n    down %5\n"_s.arg(
            needs.vip->interface.toString(), needs.vip->address.address.isIPv4() ? u"inet"_s : u"inet6"_s,
            isLoopback(needs.vip->interface) ? u"loopback"_s : u"manual"_s,
            commandsFor(AddAddress{*needs.vip}).join(u"; "), commandsFor(RemoveAddress{*needs.vip}).join(u"; "));
    }
    Files files;
    if (!text.isEmpty())
        files.push_back({u"/etc/network/interfaces.d/"_s + baseName(wish), text});
    if (needs.gateway)
        files.push_back({{}, u"    gateway %1\n"_s.arg(needs.gateway->toString())});
    return files;
}

Files sysctlFile(const SetupWish &wish, const ServerNeeds &needs)
{
    QString text;
    for (const SysctlValue &value : needs.sysctls)
        text += sysctlLine(value) + u'\n';
    if (text.isEmpty())
        return {};
    return {{u"/etc/sysctl.d/90-%1.conf"_s.arg(baseName(wish)), text}};
}

} // namespace

InterfaceName tunnelNameFor(const IpAddress &rip)
{
    return *InterfaceName::fromText(u"lvs%1"_s.arg(rip.toIPv4(), 8, 16, QLatin1Char('0')));
}

ServerNeeds needsOf(const SetupWish &wish, const ExportedServer &exported)
{
    const SetupServer &server = exported.server;
    ServerNeeds needs{.gateway = exported.gateway};
    if (!putsVipOnServers(wish.method))
        return needs;
    if (wish.family() == Family::IPv4)
        needs.sysctls = {{interfaceSysctl(server.arpInterface, u"arp_ignore"), u"1"_s},
                         {interfaceSysctl(server.arpInterface, u"arp_announce"), u"2"_s}};
    needs.vip = {server.vipInterface, vipAddress(wish.vip(), server.vipInterface)};
    if (wish.method == SetupMethod::Tunnelling) {
        needs.tunnel = {tunnelNameFor(server.server.key.address), server.server.key.address};
        needs.sysctls.push_back(tunnelFilter(*needs.tunnel));
    }
    return needs;
}

std::optional<IpAddress> gatewayOf(const SetupWish &wish, const SetupServer &server, const HostInfo &director)
{
    if (wish.method != SetupMethod::Nat)
        return wish.router;
    const auto link = linkTo(director, server.server.key.address, wish.vip());
    return link && link->own ? std::optional(link->own->address) : std::nullopt;
}

std::vector<ExportedFile> exportSetup(const SetupWish &wish, const ExportedServer &server, SetupFormat format)
{
    const ServerNeeds needs = needsOf(wish, server);
    if (needs.isEmpty() || (format != SetupFormat::Script && !isPlain(needs)))
        return {};
    switch (format) {
    case SetupFormat::Script:
        return {{u"/usr/local/sbin/"_s + baseName(wish), setupScript(wish, needs)}};
    case SetupFormat::Networkd:
        return networkd(wish, needs);
    case SetupFormat::NetworkManager:
        return networkManager(wish, needs);
    case SetupFormat::Ifupdown:
        return ifupdown(wish, needs);
    case SetupFormat::SysctlFile:
        return sysctlFile(wish, needs);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace lvs
