// SPDX-FileCopyrightText: 2026 The LVS Console developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/checkwords.h"

#include <QCoreApplication>

namespace lvs {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(SetupCheckText)
public:
    static CheckWords of(const SetupCheck &check, const SetupWish &wish);

private:
    static CheckWords arp(const SetupCheck &check);
    static CheckWords vip(const SetupCheck &check, const SetupWish &wish);
    static CheckWords way(const SetupCheck &check, const SetupWish &wish);
    static CheckWords gateway(const SetupCheck &check, const SetupWish &wish);
    static QString gatewayConsequence(const SetupWish &wish);
};

/// The value of both, of which the greater one holds.
QString sysctlOf(const SetupCheck &check, QStringView name)
{
    return QStringLiteral("sysctl net/ipv4/conf/all/%1 net/ipv4/conf/%2/%1").arg(name, check.interface.toString());
}

CheckWords Words::arp(const SetupCheck &check)
{
    using Code = SetupCheck::Code;
    const QString interface = check.interface.toString();
    switch (check.code) {
    case Code::ArpIgnore:
        return {
            .name = interface.isEmpty() ? tr("arp_ignore in force")
                                        : tr("arp_ignore in force on %1", "interface").arg(interface),
            .purpose = tr("The real server has the VIP and must not answer who asks the network for it. The greater "
                          "value of “all” and the interface holds."),
            .consequence =
                check.is == QStringLiteral("8")
                    ? tr("The real server no longer answers for its own address either, and the director loses it.")
                    : tr("The real server answers for the VIP. Some clients go past the director straight to it, and "
                         "balancing is over, now and then or for good."),
            .command = sysctlOf(check, u"arp_ignore"),
        };
    case Code::ArpAnnounce:
        return {
            .name = interface.isEmpty() ? tr("arp_announce in force")
                                        : tr("arp_announce in force on %1", "interface").arg(interface),
            .purpose = tr("In its own requests the real server must not say that the VIP is at its hardware address. "
                          "The greater value of “all” and the interface holds."),
            .consequence = tr("When it answers a client, the neighbours learn that the VIP is at the real server, and "
                              "send the next packets there instead of to the director."),
            .command = sysctlOf(check, u"arp_announce"),
        };
    default:
        return {
            .name = tr("ARP settings of lo"),
            .purpose = tr("What is set for lo has no effect on the VIP, as no ARP request comes in on lo. Many "
                          "instructions set it all the same; it does no harm."),
            .command = QStringLiteral("sysctl net.ipv4.conf.lo.arp_ignore net.ipv4.conf.lo.arp_announce"),
        };
    }
}

CheckWords Words::vip(const SetupCheck &check, const SetupWish &wish)
{
    using Code = SetupCheck::Code;
    const QString command = QStringLiteral("ip addr show to ") + wish.vip().toString();
    switch (check.code) {
    case Code::ServerVip:
        return {
            .name = tr("VIP on the real server"),
            .purpose = tr("The real server takes packets for the VIP as its own."),
            .consequence = tr("The real server drops packets for the VIP as not meant for it: its share of the clients "
                              "waits in vain."),
            .command = command,
        };
    case Code::ServerVipPrefix:
        return {
            .name = tr("Prefix of the VIP"),
            .purpose = tr("On lo the VIP is to stand alone, as a /32 or /128."),
            .consequence = tr("The machine takes the whole network for its own: it can't reach the director, the "
                              "router or any neighbour."),
            .remedy = tr("Take the VIP off there, and set up again."),
            .command = command,
        };
    default:
        return {
            .name = tr("VIP where ARP is answered"),
            .purpose = tr("On an interface of the network the VIP is announced, whatever arp_ignore says."),
            .consequence = tr("The real server answers for the VIP, and clients go past the director straight to it."),
            .remedy = tr("Take the VIP off there, and set up again."),
            .command = command,
        };
    }
}

QString Words::gatewayConsequence(const SetupWish &wish)
{
    if (!putsVipOnServers(wish.method))
        return tr("Replies pass the director by. Clients get them from an address that they never asked, and drop "
                  "them.");
    return wish.family() == Family::IPv4
               ? tr("Replies go to the director, which takes them for forged, as they come from its own VIP, and drops "
                    "them: clients wait in vain.")
               : tr("Replies go to the director. If it forwards IPv6, it carries what this method was to spare it; if "
                    "not, it drops them, and clients wait in vain.");
}

CheckWords Words::gateway(const SetupCheck &check, const SetupWish &wish)
{
    // "default", or the table that a rule of routing has chosen
    const QString where = check.evidence.empty() ? QStringLiteral("default") : check.evidence.front().name;
    CheckWords words{
        .name = tr("Default gateway"),
        .purpose = tr("The way that replies take to the clients."),
        .consequence = gatewayConsequence(wish),
        .command =
            (wish.family() == Family::IPv6 ? QStringLiteral("ip -6 route show ") : QStringLiteral("ip route show ")) +
            where,
    };
    if (where != QStringLiteral("default"))
        words.remedy = tr("A rule of routing (ip rule) leads these replies by a table of its own: correct the default "
                          "route there, or take the rule away.");
    else if (putsVipOnServers(wish.method))
        words.remedy =
            tr("Give the real server the usual router as its default gateway; set up again with that router.");
    else
        words.remedy = tr("Set up again: the default route is turned to the director.");
    return words;
}

/// How packets come to the machine, and leave it.
CheckWords Words::way(const SetupCheck &check, const SetupWish &wish)
{
    using Code = SetupCheck::Code;
    switch (check.code) {
    case Code::ServerTunnel:
        return {
            .name = tr("Tunnel interface"),
            .purpose = tr("Takes the packets out of the director's tunnel."),
            .consequence = tr("Nothing unpacks what the director sends: its share of the clients waits in vain."),
            .command = QStringLiteral("ip -d link show type ipip"),
        };
    case Code::ReversePath:
        return {
            .name = tr("rp_filter in force on %1", "interface").arg(check.interface.toString()),
            .is = reversePathText(check.is),
            .wanted = reversePathText(check.wanted),
            .purpose = tr("A packet out of the tunnel seems to come from the wrong side; strict rp_filter drops it. "
                          "The greater value of “all” and the interface holds."),
            .consequence = tr("Packets are unpacked and then dropped without a word."),
            .command = sysctlOf(check, u"rp_filter"),
        };
    default:
        return gateway(check, wish);
    }
}

CheckWords Words::of(const SetupCheck &check, const SetupWish &wish)
{
    using Code = SetupCheck::Code;
    switch (check.code) {
    case Code::PortMapping:
        return {
            .name = tr("Port of the real server"),
            .purpose = tr("DR and TUN leave the port of a packet as it is, so the real server has to listen on the "
                          "service's."),
            .consequence = tr("Packets come to the real server on the port of the service, where nothing listens."),
            .remedy = tr("Let the real server listen on the service's port, or choose NAT."),
        };
    case Code::ServerAddress:
        return {
            .name = tr("Address of the real server"),
            .purpose = tr("The connection leads to the machine that the director knows as this real server."),
            .consequence =
                tr("What is changed over this connection would happen on another machine than the real server."),
            .remedy = tr("Choose the connection that leads to the real server, or correct its address."),
            .command = check.server ? QStringLiteral("ip addr show to ") + check.server->address.toString() : QString(),
        };
    case Code::ArpIgnore:
    case Code::ArpAnnounce:
    case Code::ArpOnLoopback:
        return arp(check);
    case Code::ServerVip:
    case Code::ServerVipPrefix:
    case Code::ServerVipOutside:
        return vip(check, wish);
    default:
        return way(check, wish);
    }
}

} // namespace

CheckWords serverCheckWords(const SetupCheck &check, const SetupWish &wish)
{
    return Words::of(check, wish);
}

} // namespace lvs
